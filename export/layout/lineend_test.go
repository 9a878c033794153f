package layout_test

import (
	"slices"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

// TestWhatBelongsTogetherStaysOnOneLine moves each pair through all places of
// a line, in justified and in ragged text.
func TestWhatBelongsTogetherStaysOnOneLine(t *testing.T) {
	pairs := []string{
		"5|kg", "1,5|ha", "200|triệu", "7|giờ", "giờ|30", "ngày|10/4", "tháng|4", "năm|2026", "số|4", "Quý|I", "quý|II/2026",
		"05|CT/TW", "thị|05-CT/TW", "khóa|XII", "thôn|3", "TP.|Hạ", "TX.|Quảng", "PGS.|Lan", "kho|A", "Nguyễn Văn|A", "tổ|B", "vitamin|C,",
		"hay|–", "lên|%", "12|000", "30|km/h", "46|tạ/ha", "0,5|mg/l", "120|người/km²", "-|20", "–|20", "1 500|000", "0203|3880 117", "0203 3880|117", "nhà|sàn",
	}
	titles := []string{
		"ông|Nam", "bà|Hoa,", "chí|Lan", "chí|Nguyễn Thị Thu Hà,", "đồng|chí Nguyễn Thị Thu Hà,", "đồng|chí Lê", "bác|sĩ Hoa", "Ông|Nguyễn Văn An", "chị|Lê Bình",
	}
	for _, pair := range slices.Concat(pairs, titles) {
		left, right, _ := strings.Cut(pair, "|")
		fields := []bulletin.Field{bulletin.FieldBody, bulletin.FieldStandfirst}
		if slices.Contains(titles, pair) {
			fields = fields[1:] // parted in justified text where a line would be torn: see TestGroupsArePartedOnlyWhereLinesWouldBeTorn
		}
		for n := range 24 {
			text := strings.Repeat("xã ", n) + strings.Repeat("trồng ", 9) + left + " " + right + strings.Repeat(" rừng cây", 14) + "."
			if left == "nhà" { // as the writer wishes
				text = strings.Replace(text, "nhà sàn", "nhà\u00a0sàn", 1)
			}
			if left == "-" || left == "–" { // from here to there
				text = strings.Replace(text, " "+left+" ", " 15 "+left+" ", 1)
			}
			if left == "kho" {
				text = strings.TrimSuffix(text[:strings.Index(text, right+" rừng")+1], " ")
			}
			d := article(t, bulletin.Article{Standfirst: text, Body: paragraphs(text)})
			for _, field := range fields {
				block := 0
				if field == bulletin.FieldStandfirst {
					block = -1
				}
				lines, _ := linesOf(d, field, block)
				for i := 1; i < len(lines); i++ {
					if strings.HasSuffix(lines[i-1], " "+left) && strings.HasPrefix(lines[i], right) {
						t.Errorf("%s: %q | %q", pair, lines[i-1], lines[i])
					}
				}
			}
		}
	}
}

// TestNamesStayWithWhatTheyAreOf moves each pair through all places of a line:
// it is hardly ever parted, in a headline only where its lines would be most
// uneven.
func TestNamesStayWithWhatTheyAreOf(t *testing.T) {
	for _, pair := range []string{
		"Thường trực|Huyện ủy", "Chủ tịch|UBND", "Bí thư|Tỉnh ủy", "Trưởng ban|Tuyên giáo", "xã|Đầm Hà", "huyện|Hải Hà",
		"tỉnh|Quảng Ninh", "thị trấn|Đầm Hà", "thôn|Tân Lập",
		"ông|Nguyễn Văn An", "đồng chí|Lê Bình",
	} {
		left, right, _ := strings.Cut(pair, "|")
		parted, inHeads := 0, 0
		for n := range 24 {
			text := strings.Repeat("xã ", n) + strings.Repeat("trồng ", 9) + left + " " + right + strings.Repeat(" rừng cây", 14) + "."
			headline := strings.Repeat("rừng ", n%12) + left + " " + right + strings.Repeat(" trồng cây", 2+n/6)
			d := article(t, bulletin.Article{Headline: headline, Body: paragraphs(text)})
			for field, block := range map[bulletin.Field]int{bulletin.FieldBody: 0, bulletin.FieldHeadline: -1} {
				lines, _ := linesOf(d, field, block)
				for i := 1; i < len(lines); i++ {
					if !strings.HasSuffix(lines[i-1], left) || !strings.HasPrefix(lines[i], right) {
						continue
					}
					if field == bulletin.FieldHeadline {
						inHeads++
					} else {
						parted++
					}
				}
			}
		}
		if parted > 1 || inHeads > 3 {
			t.Errorf("%s is parted in %d of 24 places of a text, and of %d headlines", pair, parted, inHeads)
		}
	}
}

// TestPunctuationHangs looks at both edges of justified columns: light marks
// stand out by what the style allows, letters stand on the edge.
func TestPunctuationHangs(t *testing.T) {
	a, _ := realArticle(t, 1)
	d := article(t, a)
	left, right := map[layout.Length]int{}, map[layout.Length]int{}
	marks := 0
	for _, item := range d.Pages[0].Items {
		l, ok := item.(layout.Text)
		if !ok || l.Gap == 0 {
			continue
		}
		last := l.Glyphs[len(l.Glyphs)-2] // before the space
		edge := l.X + width(l) - l.Glyphs[len(l.Glyphs)-1].Advance
		switch {
		case strings.ContainsRune(".,", last.Rune):
			edge -= last.Advance * 65 / 100
			marks++
		case strings.ContainsRune(":;”)!?…%TVWAÀLFvwyỳýỷỹỵrk", last.Rune):
			continue
		}
		left[l.X]++
		right[(edge+50)/100]++ // a tenth of a point: letters are widened a little
	}
	if marks < 4 {
		t.Fatalf("%d lines end with a mark", marks)
	}
	if len(right) > 4 {
		t.Errorf("right edges, in tenths of a point: %v", right)
	}
	t.Logf("left %v right %v", left, right)
}

// TestLastLineIsNoStub sets paragraphs of every length: the last line is
// hardly ever shorter than a quarter of the column.
func TestLastLineIsNoStub(t *testing.T) {
	syllables := strings.Fields(strings.Repeat("Bà con thôn Tân Lập trồng thêm hơn hai nghìn cây keo trên đồi Cây Sim để giữ đất và giữ nước. ", 6))
	s := style(t, "a4-article")
	column := layout.Length(s.ColumnWidth())
	stubs, all := 0, 0
	for n := 30; n < 120; n++ {
		d := article(t, bulletin.Article{Body: paragraphs(strings.Join(syllables[:n], " "))})
		var last layout.Text
		for _, item := range d.Pages[0].Items {
			if l, ok := item.(layout.Text); ok && l.Source.Field == bulletin.FieldBody {
				last = l
			}
		}
		all++
		switch w := width(last); {
		case w < column/8:
			t.Errorf("%d syllables: the last line is %q", n, text(last))
		case w < column/4:
			stubs++
		}
	}
	if stubs > all/10 {
		t.Errorf("%d of %d last lines are stubs", stubs, all)
	}
}

// TestAOneLetterNameIsNeverLeftAlone moves it through all places of the narrowest
// lines, which are torn open sooner.
func TestAOneLetterNameIsNeverLeftAlone(t *testing.T) {
	s := style(t, "19x27-bulletin-3")
	for n := range 60 {
		text := strings.Repeat("xã ", n%20) + strings.Repeat("nghiêng ", n/20) + strings.Repeat("gặp ông Nguyễn Văn A, bà Phạm Thị Hương B và anh Trương Quỳnh C ở thôn; ", 4) + "rồi về."
		d, err := layout.Article(layout.Piece{ID: "bai", Article: bulletin.Article{Body: paragraphs(text)}}, s)
		if err != nil {
			t.Fatal(err)
		}
		lines, _ := linesOf(d, bulletin.FieldBody, 0)
		for _, line := range lines[1:] {
			if first, _, _ := strings.Cut(line, " "); strings.Trim(first, "ABC,") == "" {
				t.Errorf("a line begins with %q: %q", first, line)
			}
		}
	}
}
