package layout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
)

func paragraphs(texts ...string) []bulletin.Block {
	var blocks []bulletin.Block
	for _, t := range texts {
		blocks = append(blocks, bulletin.Block{Kind: bulletin.Paragraph, Text: t})
	}
	return blocks
}

func findings(d *layout.Document, rule string) []bulletin.Finding {
	var found []bulletin.Finding
	for _, f := range d.Findings {
		if f.Rule == rule {
			found = append(found, f)
		}
	}
	return found
}

// TestHostileTextKeepsEveryWord sets what nobody should write in every field.
func TestHostileTextKeepsEveryWord(t *testing.T) {
	long := strings.Repeat("ngườidân", 1250)
	cases := map[string]string{
		"ten thousand letters": long,
		"address":              "xem https://example.vn/" + strings.Repeat("tin-tuc/2026/", 40) + " để biết",
		"many words":           strings.Repeat("chữ nghĩa dài dòng ", 600),
		"one letter":           "à",
		"only marks":           "<b></b><i></i>",
		"capitals":             strings.Repeat("TRUNG TÂM ", 200),
		"glued":                strings.Repeat("5 kg ", 300),
		"names":                strings.Repeat("Nguyễn Thị Thu Hà ", 200),
		"no spaces but breaks": strings.Repeat("một dòng\n", 100),
		"hard spaces":          strings.Repeat("đồng chí ", 500),
	}
	for name, s := range cases {
		t.Run(name, func(t *testing.T) {
			a := bulletin.Article{
				Kicker: s, Headline: s, Deck: s, Standfirst: s, Body: paragraphs(s, s), Byline: s, Dateline: s,
				Affiliation: s, Photos: []bulletin.Photo{{ID: "p1", Caption: s, Credit: s}},
			}
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Crosshead, Text: s}, bulletin.Block{Kind: bulletin.Quote, Text: s})
			d := article(t, a)
			checkPages(t, d)
			checkText(t, d, "bai", a, false)
			checkPages(t, issue(t, number4(), a, a))
		})
	}
}

func TestLettersWithoutGlyphAreShownAndReported(t *testing.T) {
	cases := map[string]struct{ text, char string }{
		"emoji":               {"vui 😀 quá", "U+1F600"},
		"CJK":                 {"chữ 漢 Hán", "U+6F22"},
		"Hebrew":              {"שלום bạn", "U+05E9"},
		"Arabic":              {"xin مرحبا chào", "U+0645"},
		"replacement":         {"lỗi \uFFFD đây", "U+FFFD"},
		"last of Unicode":     {"hết \U0010FFFF", "U+10FFFF"},
		"mathematical letter": {"𝐀 đậm", "U+1D400"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d := article(t, bulletin.Article{Headline: "Tin", Body: paragraphs(c.text)})
			found := findings(d, "missing_glyph")
			if len(found) != 1 {
				t.Fatalf("%d findings: %v", len(found), found)
			}
			f := found[0]
			if chars, _ := f.Args["chars"].(string); !strings.HasPrefix(chars, c.char) || f.Where.Article != "bai" || f.Where.Block != 0 || f.Where.Field != bulletin.FieldBody {
				t.Errorf("finding %+v, want %s in block 0", f, c.char)
			}
			plain := []rune(c.text)
			if got := fmt.Sprintf("U+%04X", plain[f.Where.Offset]); got != c.char {
				t.Errorf("offset %d points at %s", f.Where.Offset, got)
			}
			if got := printed(d)[place{"bai", bulletin.FieldBody, 0, ""}]; !strings.Contains(got, "¤") {
				t.Errorf("no sign stands in: %q", got)
			}
			for _, p := range d.Pages {
				for _, item := range p.Items {
					if s, ok := item.(layout.Text); ok && slices.ContainsFunc(s.Glyphs, func(g layout.Glyph) bool { return g.Rune > 0xFFFF }) {
						t.Error("a letter beyond U+FFFF reached the page")
					}
				}
			}
		})
	}
}

// TestMissingLettersAreToldOnceABlock: with the text as it was written.
func TestMissingLettersAreToldOnceABlock(t *testing.T) {
	d := article(t, bulletin.Article{Headline: "Tin", Body: paragraphs("Chúc mừng 🎉🎊👧 và 🎉 nhé", "1😀 2😁 3😂 4😃 5😄 6😅", "Những người trồng 🌳 trong vườn")})
	found := findings(d, "missing_glyph")
	if len(found) != 3 {
		t.Fatalf("%d findings: %v", len(found), found)
	}
	for i, want := range []bulletin.Args{
		{"chars": "U+1F389, U+1F38A, U+1F467", "n": 4, "text": "Chúc mừng 🎉🎊👧 và 🎉 nhé"},
		{"chars": "U+1F600, U+1F601, U+1F602, U+1F603, U+1F604, …", "n": 6, "text": "1😀 2😁 3😂 4😃 5😄"},
		{"chars": "U+1F333", "n": 1, "text": "người trồng 🌳 trong vườn"},
	} {
		for key, value := range want {
			if found[i].Args[key] != value {
				t.Errorf("finding %d: %s is %v, want %v", i, key, found[i].Args[key], value)
			}
		}
	}
}

// TestMissingLettersOfTheNameplateAreTold: once for name and number together,
// not again for the folios that repeat them.
func TestMissingLettersOfTheNameplateAreTold(t *testing.T) {
	for name, change := range map[string]func(*bulletin.Issue){
		"number": func(i *bulletin.Issue) { i.Number = "4 🎉" },
		"name":   func(i *bulletin.Issue) { i.Name = "Tân Lập 🎉" },
	} {
		t.Run(name, func(t *testing.T) {
			n := number4()
			change(&n)
			found := findings(issue(t, n, bulletin.Article{Headline: "Tin", Body: paragraphs("một")}), "missing_glyph")
			if len(found) != 1 || found[0].Args["chars"] != "U+1F389" || found[0].Args["n"] != 1 {
				t.Errorf("findings %v", found)
			}
		})
	}
}

func TestWhatPrintsNothingIsDropped(t *testing.T) {
	d := article(t, bulletin.Article{Body: paragraphs("a\u200Db\u00ADc\uFE0Fd \u0007\t e\u2028f\x00g")})
	if got := printed(d)[place{"bai", bulletin.FieldBody, 0, ""}]; got != "abcd e f g" {
		t.Errorf("printed %q", got)
	}
	if len(d.Findings) != 0 {
		t.Errorf("findings %v", d.Findings)
	}
}

func TestDecomposedTextIsComposed(t *testing.T) {
	d, err := layout.Article(layout.Piece{ID: "bai", Article: bulletin.Article{Body: paragraphs("Đa\u0302\u0300m Ha\u0300 \xff")}}, style(t, "a4-article"))
	if err != nil {
		t.Fatal(err)
	}
	if got := printed(d)[place{"bai", bulletin.FieldBody, 0, ""}]; got != "Đầm Hà ¤" {
		t.Errorf("printed %q", got)
	}
}

func TestEmptyFramesAreReported(t *testing.T) {
	d := article(t, planting())
	found := findings(d, "empty_frame")
	if len(found) != 1 || found[0].Where.Photo != "p1" {
		t.Errorf("findings %v", d.Findings)
	}
}

// TestASpecialIssueHasAName: what stands for its number has the room beside
// the date, and is told of where that is too little.
func TestASpecialIssueHasAName(t *testing.T) {
	for number, told := range map[string]int{
		"Số đặc biệt chào Xuân Bính Ngọ 2026": 0, strings.Repeat("Số đặc biệt chào mừng Đại hội ", 9): 1,
	} {
		n := number4()
		n.Number = number
		d, err := layout.Issue(n, []layout.Piece{{ID: "bai", Article: planting()}}, style(t, "19x27-bulletin"))
		if err != nil {
			t.Fatal(err)
		}
		if got := findings(d, "text_overset"); len(got) != told {
			t.Errorf("%q: %v", number, got)
		}
		var plate strings.Builder
		for _, item := range d.Pages[0].Items {
			if s, ok := item.(layout.Text); ok && s.Source.Article == "" {
				plate.WriteString(text(s) + " ")
			}
		}
		if words := plate.String(); strings.Contains(words, "Số Số") || told == 0 && strings.Contains(words, "…") {
			t.Errorf("printed %q", words)
		}
	}
}

// TestALongNumberIsPrintedWhole in every style, within the width of the text and
// apart from the date.
func TestALongNumberIsPrintedWhole(t *testing.T) {
	for _, name := range styles.Names() {
		for _, number := range []string{
			"123 (Xuân Bính Ngọ)", "Số đặc biệt chào Xuân Bính Ngọ 2026",
			"Số đặc biệt chào mừng kỷ niệm 96 năm Ngày thành lập Đảng Cộng sản Việt Nam (3/2/1930 – 3/2/2026)",
		} {
			n, s := number4(), style(t, name)
			n.Number = number
			d, err := layout.Issue(n, []layout.Piece{{ID: "bai", Article: planting()}}, s)
			if err != nil {
				t.Fatal(err)
			}
			if got := findings(d, "text_overset"); len(got) > 0 {
				t.Errorf("%s, %q: %v", name, number, got)
			}
			words, right := "", layout.Length(s.Page.Width-s.Page.Outside)
			var before *layout.Text
			for _, item := range d.Pages[0].Items {
				at, ok := item.(layout.Text)
				if !ok || at.Source.Article != "" || at.Source.Part != "" {
					continue
				}
				words += text(at) + " "
				for n := len(at.Glyphs); n > 0 && at.Glyphs[n-1].Rune == ' '; n-- {
					at.Glyphs = at.Glyphs[:n-1]
				}
				if end := at.X + width(at); end > right+layout.Point/2 { // letters set apart have white after the last
					t.Errorf("%s: %q reaches %v over the margin", name, text(at), end-right)
				}
				if before != nil && before.Y == at.Y && before.X < at.X && before.X+width(*before) > at.X {
					t.Errorf("%s: %q stands on %q", name, text(at), text(*before))
				}
				before = &at
			}
			if !strings.Contains(strings.Join(strings.Fields(words), " "), number) {
				t.Errorf("%s: %q is not in %q", name, number, words)
			}
		}
	}
}

func TestOversetIsReported(t *testing.T) {
	a := planting()
	a.ThemeBanner = strings.Repeat("Năm của những việc cần làm ngay. ", 100)
	d := article(t, a)
	told := findings(d, "text_overset")
	if len(told) != 1 || told[0].Where.Field != bulletin.FieldThemeBanner || !strings.HasPrefix(told[0].Args["text"].(string), "Năm của những việc") {
		t.Errorf("findings %v", d.Findings)
	}
}

func TestSixtyPhotos(t *testing.T) {
	a := planting()
	for i := range 60 {
		p := bulletin.Photo{ID: fmt.Sprintf("q%d", i), Caption: "Ảnh hội xuân", SHA256: strings.Repeat("b", 64), WidthPx: 3000, HeightPx: 2000}
		if i%3 == 0 {
			p.WidthPx, p.HeightPx = 2000, 3000
		}
		if i%7 == 0 {
			p.Size = bulletin.SizeWide
		}
		a.Photos = append(a.Photos, p)
	}
	d := article(t, a)
	checkPages(t, d)
	checkText(t, d, "bai", a, true)
	shown := map[string]int{}
	for _, p := range d.Pages {
		for _, item := range p.Items {
			if pic, ok := item.(layout.Picture); ok {
				shown[pic.Source.Photo]++
			}
		}
	}
	if len(shown) != 60 {
		t.Errorf("%d of 60 photos shown", len(shown))
	}
}

// TestSmallPageComesToAnEnd sets long captions and tall photos on a page that
// cannot hold them together.
func TestSmallPageComesToAnEnd(t *testing.T) {
	s := style(t, "a4-bulletin")
	s.Grid.Rows, s.Photo.MaxRows = 20, 14
	s.Types.Caption.Leading = 30_000
	a := planting()
	a.Headline = strings.Repeat("Một tít rất dài ", 60)
	words := strings.Repeat("chú thích ", 90)
	for i, size := range []bulletin.SizeWish{"", "wide", "small"} {
		a.Photos = append(a.Photos, bulletin.Photo{ID: fmt.Sprint("q", i), Caption: words, Credit: words, Size: size})
		a.Body = append(a.Body, bulletin.Block{Kind: bulletin.PhotoAnchor, Photo: fmt.Sprint("q", i)})
	}
	a.Normalize()
	d, err := layout.Issue(number4(), []layout.Piece{{ID: "bai", Article: a}}, s)
	if err != nil {
		t.Fatal(err)
	}
	if len(findings(d, "overset")) == 0 {
		t.Error("no finding says that something is taller than the page")
	}
	checkText(t, d, "bai", a, true)
}
