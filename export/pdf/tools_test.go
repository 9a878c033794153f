package pdf_test

import (
	"html"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"bantin/assets/fonts"
	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/export/pdf"
)

// TestCheckersFindNothing runs every checker that Debian has over every
// profile.
func TestCheckersFindNothing(t *testing.T) {
	for _, profile := range pdf.Profiles() {
		t.Run(string(profile), func(t *testing.T) {
			doc, photos := magazine(t)
			path, raw := write(t, doc, photos, profile)
			if said := tool(t, "qpdf", "--check", path); strings.Contains(said, "WARNING") {
				t.Error(said)
			}
			if said := tool(t, "mutool", "info", path); strings.Contains(said, "warning") || strings.Contains(said, "error") {
				t.Error(said)
			}
			said := tool(t, "gs", "-q", "-dBATCH", "-dNOPAUSE", "-dPDFSTOPONERROR", "-sDEVICE=nullpage", path)
			if strings.TrimSpace(said) != "" {
				t.Error(said)
			}
			if strings.Contains(string(raw), "Exif") {
				t.Error("the file has EXIF data")
			}
			fontsAreSubsets(t, path)
		})
	}
}

// fontsAreSubsets reads the columns of pdffonts: name, type (two words),
// encoding, emb, sub, uni.
func fontsAreSubsets(t *testing.T, path string) {
	t.Helper()
	rows := strings.Split(strings.TrimSpace(tool(t, "pdffonts", path)), "\n")[2:]
	if len(rows) == 0 {
		t.Error("no fonts")
	}
	for _, row := range rows {
		columns := strings.Fields(row)
		if len(columns) < 7 || strings.Join(columns[4:7], " ") != "yes yes yes" {
			t.Errorf("not embedded, not a subset or without text: %s", row)
		}
		if !regexp.MustCompile(`^[A-Z]{6}\+[A-Z][A-Za-z0-9]+-[A-Z]`).MatchString(columns[0]) {
			t.Errorf("a font's name is %s", columns[0])
		}
	}
}

func TestBoxes(t *testing.T) {
	for name, c := range map[string]struct {
		options pdf.Options
		bleed   float64 // of the style, mm
		paper   [2]float64
		trim    float64 // its left edge, and its lower one unless it is centred
		around  float64 // how far the bleed reaches
	}{
		"print":        {pdf.Options{Profile: pdf.Print}, 5, [2]float64{200, 280}, 5, 5},
		"usual bleed":  {pdf.Options{Profile: pdf.Print}, 0, [2]float64{196, 276}, 3, 3},
		"marks":        {pdf.Options{Profile: pdf.Print, Marks: true}, 5, [2]float64{216, 296}, 13, 5},
		"office":       {pdf.Options{Profile: pdf.Office}, 5, [2]float64{210, 297}, 10, 0},
		"office on A3": {pdf.Options{Profile: pdf.Office, Paper: "a3"}, 5, [2]float64{297, 420}, 53.5, 0},
		"screen":       {pdf.Options{Profile: pdf.Screen}, 5, [2]float64{190, 270}, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			doc := onPaper(line(t, 20, 20, 10, fonts.SansBold, "Khổ"))
			doc.Trim = layout.Size{Width: millimetres(190), Height: millimetres(270)}
			doc.Bleed = millimetres(c.bleed)
			path, _ := writeWith(t, doc, nil, c.options)
			left, bottom := c.trim, (c.paper[1]-270)/2
			boxIs(t, path, "MediaBox", 0, 0, c.paper[0], c.paper[1])
			boxIs(t, path, "CropBox", 0, 0, c.paper[0], c.paper[1])
			boxIs(t, path, "BleedBox", left-c.around, bottom-c.around, left+190+c.around, bottom+270+c.around)
			boxIs(t, path, "TrimBox", left, bottom, left+190, bottom+270)
		})
	}
}

func boxIs(t *testing.T, path, name string, want ...float64) {
	t.Helper()
	said := tool(t, "pdfinfo", "-box", path)
	match := regexp.MustCompile(name + `:\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)`).FindStringSubmatch(said)
	if match == nil {
		t.Fatalf("no %s in %s", name, said)
	}
	for i := range want {
		got, _ := strconv.ParseFloat(match[i+1], 64)
		if got *= 25.4 / 72; math.Abs(got-want[i]) > 0.1 {
			t.Errorf("%s edge %d is at %.3f mm, want %.3f", name, i, got, want[i])
		}
	}
}

func TestWhatTheFileSaysOfItself(t *testing.T) {
	for _, profile := range pdf.Profiles() {
		doc, photos := magazine(t)
		path, _ := write(t, doc, photos, profile)
		raw := opened(t, path)
		said := tool(t, "pdfinfo", path)
		for _, want := range []string{
			"Title:           Bản tin số 4 — tháng 4/2026\n", "Author:          Trung tâm Văn hóa\n",
			"PDF version:     1.6\n", "Metadata Stream: yes\n", "Pages:           2\n", "JavaScript:      no\n",
		} {
			if !strings.Contains(said, want) {
				t.Errorf("%s: %q is not in\n%s", profile, want, said)
			}
		}
		press := profile == pdf.Print
		for mark, wanted := range map[string]bool{
			"/S /GTS_PDFX": press, "GTS_PDFXVersion>PDF/X-4<": press, "/Trapped /False": true,
			"/Lang (vi-VN)": true, "/DisplayDocTitle true": true, "/ID [<": true,
			"/DeviceRGB": false, "/Group": false, "/Outlines": profile == pdf.Screen,
			"<pdf:Trapped>False<": true, "Bản tin số 4 — tháng 4/2026</rdf:li>": true,
		} {
			if strings.Contains(raw, mark) != wanted {
				t.Errorf("%s: %s should be there: %v", profile, mark, wanted)
			}
		}
	}
}

func TestBookmarks(t *testing.T) {
	doc, photos := magazine(t)
	path, _ := write(t, doc, photos, pdf.Screen)
	said := tool(t, "mutool", "show", path, "outline")
	if !strings.Contains(said, "Được mùa lúa") || strings.Count(said, "\n") != 1 {
		t.Errorf("bookmarks: %q", said)
	}
}

// TestTextIsBlackInkOnly measures the inks of a page without photos.
func TestTextIsBlackInkOnly(t *testing.T) {
	doc := onPaper(line(t, 20, 20, 10, fonts.SerifRegular, "Chỉ mực đen"), line(t, 20, 30, 40, fonts.SansBold, "Chỉ mực đen"))
	path, _ := write(t, doc, nil, pdf.Print)
	inks := strings.Fields(tool(t, "gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=ink_cov", "-o", "-", path))
	if len(inks) < 4 || inks[0] != "0.00000" || inks[1] != "0.00000" || inks[2] != "0.00000" || inks[3] == "0.00000" {
		t.Errorf("inks C M Y K: %v", inks)
	}
}

// alphabet is every Vietnamese letter and the signs that newsrooms use.
func alphabet() string {
	vowels := "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
	return vowels + " " + strings.ToUpper(vowels) + " bcdđghklmnpqrstvxfjwz BCDĐGHKLMNPQRSTVXFJWZ" +
		" 0123456789 “” ‘’ – — … ₫ % & ( ) / : ; ? ! « » § ° × ½ @ # + = * . ,"
}

func TestEveryLetterComesBackAsText(t *testing.T) {
	for _, face := range fonts.Faces() {
		doc := onPaper()
		for i, word := range strings.Fields(alphabet()) {
			doc.Pages[0].Items = append(doc.Pages[0].Items, line(t, 10, 10+5*float64(i), 9, face, word+" "))
		}
		path, _ := write(t, doc, nil, pdf.Print)
		got := strings.Fields(tool(t, "pdftotext", "-raw", path, "-"))
		if strings.Join(got, " ") != strings.Join(strings.Fields(alphabet()), " ") {
			t.Errorf("%s gives back %q", face, got)
		}
	}
}

func TestMissingGlyphIsMarkedNotFatal(t *testing.T) {
	doc := onPaper(line(t, 20, 20, 10, fonts.SerifRegular, "năm 😀 中 sau"))
	path, _ := write(t, doc, nil, pdf.Screen)
	got := strings.TrimSpace(tool(t, "pdftotext", "-raw", path, "-"))
	if !strings.HasPrefix(got, "năm ") || !strings.HasSuffix(got, " sau") || strings.ContainsRune(got, '中') {
		t.Errorf("text %q", got)
	}
}

// wordBox is a word of pdftotext -bbox, in points from the top left corner of
// the paper.
type wordBox struct {
	xMin, xMax float64
	text       string
}

func words(t *testing.T, path string) []wordBox {
	t.Helper()
	var out []wordBox
	pattern := regexp.MustCompile(`<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>`)
	for _, m := range pattern.FindAllStringSubmatch(tool(t, "pdftotext", "-bbox", path, "-"), -1) {
		left, _ := strconv.ParseFloat(m[1], 64)
		right, _ := strconv.ParseFloat(m[2], 64)
		out = append(out, wordBox{left, right, m[3]})
	}
	return out
}

// TestWordsStandWhereLayoutPutThem compares the edges of every word of a long
// line with the sums of the advances: errors must not add up, whatever the
// letters are widened by.
func TestWordsStandWhereLayoutPutThem(t *testing.T) {
	for i, face := range fonts.Faces() {
		text := strings.TrimSpace(strings.Repeat("nghiêng được mùa Tuyết ", 4))
		set := line(t, 15, 100, 9.37, face, text)
		set.Widen = -20 + i*5%45
		for k, g := range set.Glyphs {
			set.Glyphs[k].Advance += g.Advance * layout.Length(set.Widen) / 1000
		}
		path, _ := write(t, onPaper(set), nil, pdf.Print)
		got := words(t, path)
		if len(got) != len(strings.Fields(text)) {
			t.Fatalf("%s: %d words", face, len(got))
		}
		at, word, inWord := set.X, 0, false
		for _, g := range set.Glyphs {
			if g.Rune != ' ' && !inWord {
				near(t, face, got[word].text, got[word].xMin, at+millimetres(3))
			}
			if g.Rune == ' ' {
				word++
			}
			inWord = g.Rune != ' '
			at += g.Advance
		}
	}
}

func near(t *testing.T, face fonts.Face, word string, points float64, want layout.Length) {
	t.Helper()
	if off := points*25.4/72 - want.InMillimetres(); math.Abs(off) > 0.02 {
		t.Errorf("%s: %q is %.3f mm from its place", face, word, off)
	}
}

func TestDateIsTheIssuesOwn(t *testing.T) {
	doc := onPaper()
	path := t.TempDir() + "/a.pdf"
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	doc.Date = bulletin.Date{Year: 2026, Month: 4, Day: 10}
	if err := pdf.Write(t.Context(), out, doc, nil, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	if said := tool(t, "pdfinfo", "-isodates", path); !strings.Contains(said, "CreationDate:    2026-04-10T00:00:00Z") {
		t.Error(said)
	}
}

// TestMetadataAgree compares what the file says of itself in the old form and
// in the new one, entry by entry, as PDF/X asks.
func TestMetadataAgree(t *testing.T) {
	doc, photos := magazine(t)
	doc.Title, doc.Author = `Bản tin <"số 4"> & phụ trương`, "Trung tâm (Đầm Hà)"
	doc.Date = bulletin.Date{Year: 2026, Month: 4, Day: 10}
	for name, o := range everyWay() {
		path, _ := writeWith(t, doc, photos, o)
		info, meta := tool(t, "pdfinfo", "-isodates", path), tool(t, "pdfinfo", "-meta", path)
		for entry, element := range map[string]string{
			"Title": "dc:title", "Author": "dc:creator", "Creator": "xmp:CreatorTool", "Producer": "pdf:Producer",
			"CreationDate": "xmp:CreateDate", "ModDate": "xmp:ModifyDate",
		} {
			old := strings.TrimSpace(between(info, "\n"+entry+":", "\n"))
			inner := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(between(meta, "<"+element+">", "</"+element+">"), "")
			plain := strings.TrimSpace(html.UnescapeString(inner))
			plain = strings.Replace(plain, "+00:00", "Z", 1)
			if old == "" || old != plain {
				t.Errorf("%s: %s is %q in the old form, %q in the new one", name, entry, old, plain)
			}
		}
		if !strings.Contains(meta, "<pdf:Trapped>False<") {
			t.Errorf("%s: the new form does not say that nothing is trapped", name)
		}
	}
}

func between(text, from, to string) string {
	_, after, _ := strings.Cut("\n"+text, from)
	inside, _, _ := strings.Cut(after, to)
	return inside
}
