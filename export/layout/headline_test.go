package layout_test

import (
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/bulletin/viet"
	"bantin/export/layout"
)

// TestHeadlinesBreakBySense looks at headlines of several lines: no line ends
// inside a word or a name where another end costs little.
func TestHeadlinesBreakBySense(t *testing.T) {
	cases := map[string]string{
		"Lịch tiếp dân và một số việc cần biết từ ngày 16/11 đến ngày 15/12/2026":                                     "cần|biết từ|ngày ngày|16/11 ngày|15/12/2026",
		"32 chiếc xe đạp và một lời hứa không ai nghỉ học giữa chừng trong năm nay":                                   "xe|đạp lời|hứa không|ai",
		"Đình Hạ mở cửa đình, mời cả thôn ngồi chung mâm trong ngày hội lớn nhất năm":                                 "mời|cả chung|mâm",
		"Ban Tuyên giáo Tỉnh ủy làm việc với Thường trực Huyện ủy về triển khai công tác tuyên giáo năm 2019":         "triển|khai công|tác tuyên|giáo làm|việc năm|2019",
		"Hội đồng nhân dân xã họp chuyên đề: dồn vốn cho nước sạch và đường thôn trong hai năm tới đây":               "nhân|dân chuyên|đề:",
		"Đoàn viên thanh niên ra quân dọn vệ sinh môi trường, trồng một nghìn cây xanh ở khu di tích lịch sử Đồi Sim": "thanh|niên ra|quân môi|trường, di|tích lịch|sử Đồi|Sim",
	}
	for headline, pairs := range cases {
		s := style(t, "a4-article")
		s.Headline.Lead = styles.Sizes{{Size: 20_000, Leading: 25_000}}
		d, err := layout.Article(layout.Piece{ID: "bai", Article: bulletin.Article{Headline: headline}}, s)
		if err != nil {
			t.Fatal(err)
		}
		lines, _ := linesOf(d, bulletin.FieldHeadline, -1)
		if len(lines) < 2 {
			t.Fatalf("%q is on one line", headline)
		}
		for i := 1; i < len(lines); i++ {
			before, after := strings.Fields(lines[i-1]), strings.Fields(lines[i])
			end := before[len(before)-1] + "|" + after[0]
			if strings.Contains(" "+pairs+" ", " "+end+" ") {
				t.Errorf("%q: a line ends inside %s", headline, end)
			}
		}
	}
}

// TestNarrowHeadsPartNoWord sets headlines over every number of columns and
// crossheads in one, in every style: no line ends inside a word of two
// syllables, and a crosshead that has a pause is parted there.
func TestNarrowHeadsPartNoWord(t *testing.T) {
	headlines := []string{
		"Ban Tuyên giáo Tỉnh ủy làm việc với Thường trực Huyện ủy về triển khai công tác tuyên giáo năm 2019",
		"Lịch tiếp dân và một số việc cần biết từ ngày 16/11 đến ngày 15/12/2026",
		"Đoàn viên thanh niên ra quân dọn vệ sinh môi trường ở khu di tích lịch sử Đồi Sim",
		"Hội nghị tổng kết công tác dân vận",
	}
	crossheads := []string{"Đường có rồi, tính tiếp việc trên đường", "Triển khai công tác tuyên giáo năm nay", "Môi trường sống của thanh niên nông thôn"}
	for _, name := range styles.Names() {
		for _, headline := range headlines {
			for _, crosshead := range crossheads {
				s := style(t, name)
				a := bulletin.Article{Headline: headline, Deck: headline, Body: []bulletin.Block{
					{Kind: bulletin.Paragraph, Text: strings.Repeat("Trồng rừng cây. ", 60)},
					{Kind: bulletin.Crosshead, Text: crosshead},
					{Kind: bulletin.Paragraph, Text: strings.Repeat("Trồng rừng cây. ", 60)},
				}}
				d, err := layout.Article(layout.Piece{ID: "bai", Article: a}, s)
				if err != nil {
					t.Fatal(err)
				}
				for field, block := range map[bulletin.Field]int{bulletin.FieldHeadline: -1, bulletin.FieldDeck: -1, bulletin.FieldBody: 1} {
					lines, _ := linesOf(d, field, block)
					for i := 1; i < len(lines); i++ {
						before, after := strings.Fields(lines[i-1]), strings.Fields(lines[i])
						if last := before[len(before)-1]; viet.IsCompound(last, after[0]) {
							t.Errorf("%s: a line ends inside %s %s: %q", name, last, after[0], lines)
						}
					}
					if block == 1 && crosshead == crossheads[0] && len(lines) == 2 && !strings.HasSuffix(lines[0], ",") {
						t.Errorf("%s: %q does not part at the pause", name, lines)
					}
				}
			}
		}
	}
}

// TestHeadlinesEndOnMoreThanOneWord sets headlines in all sizes: none ends on a
// line of one word, where the word before it may come down.
func TestHeadlinesEndOnMoreThanOneWord(t *testing.T) {
	for _, headline := range []string{
		"Mời bạn viết cho số Xuân này", "Nông dân Bãi Soi được mùa ngô lai", "Đường mới về thôn: xe chạy, chợ đông",
		"Lịch tiếp dân và một số việc cần biết từ ngày mai", "Giữ tiếng khung cửi ở một xóm núi xa",
		"Chè Khe Mốc học cách đi chậm, đi cho thật xa", "Chợ Ngàn Sa ngày giáp Tết, đông", "Về Vạn Thoi nghe sóng, nghe gió",
		"Hợp tác xã Đồng Mây vào vụ gặt, mừng", "Đình Hạ mở hội: vui",
	} {
		for size := 16_000; size <= 40_000; size += 500 {
			s := style(t, "a5-bulletin")
			s.Headline.Lead = styles.Sizes{{Size: styles.Length(size), Leading: styles.Length(size + 5_000)}}
			d, err := layout.Article(layout.Piece{ID: "bai", Article: bulletin.Article{Headline: headline}}, s)
			if err != nil {
				t.Fatal(err)
			}
			lines, _ := linesOf(d, bulletin.FieldHeadline, -1)
			if n := len(lines); n > 1 && len(strings.Fields(lines[n-1])) == 1 {
				t.Errorf("%d: %q", size, lines)
			}
		}
	}
}

// TestTheLeadOfASmallPageIsNoPile: over a page of A5 the real headline takes
// four lines at most, none less than half as long as the longest.
func TestTheLeadOfASmallPageIsNoPile(t *testing.T) {
	a, _ := realArticle(t, 1)
	d, err := layout.Issue(number4(), []layout.Piece{{ID: "bai", Article: a}}, style(t, "a5-bulletin"))
	if err != nil {
		t.Fatal(err)
	}
	lines, _ := linesOf(d, bulletin.FieldHeadline, -1)
	shortest, longest := 1<<30, 0
	for _, l := range lines {
		shortest, longest = min(shortest, len([]rune(l))), max(longest, len([]rune(l)))
	}
	if len(lines) > 4 || 2*shortest < longest {
		t.Errorf("%q", lines)
	}
}
