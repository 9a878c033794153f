package pdf_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"bantin/assets/fonts"
	"bantin/export/layout"
	"bantin/export/pdf"
)

// TestStructureIsReadInOrder is what poppler reads of the structure tree: what
// each thing is, and that a paragraph which goes on over the page is one.
func TestStructureIsReadInOrder(t *testing.T) {
	doc, photos := magazine(t)
	path, _ := write(t, doc, photos, pdf.Screen)
	said := tool(t, "pdfinfo", "-struct-text", path)
	var got []string
	for _, row := range strings.Split(said, "\n") {
		if row = strings.TrimSpace(strings.TrimSuffix(row, "(block)")); row != "" && row != `""` {
			got = append(got, row)
		}
	}
	want := []string{
		"Document", "H1", `"Bản tin"`, "Art",
		"H2", `"Được mùa lúa, được giá – bà con phấn khởi"`,
		"P", `"Giá 1.250.000 ₫ một tạ: “chưa bao giờ cao thế” … Ưu tiên Ắc-quy, ẵm, ỹ, Ỡ."`, `"Trang hai"`,
		"Link", `"Xem tiếp trang 2"`, "Figure",
	}
	joined := strings.Join(got, "\n")
	for _, part := range want {
		at := strings.Index(joined, part)
		if at < 0 {
			t.Fatalf("%s does not follow in\n%s", part, said)
		}
		joined = joined[at+len(part):]
	}
	if strings.Contains(said, `"Trang 2"`) {
		t.Error("the folio is read aloud")
	}
	if said := tool(t, "pdfinfo", path); !strings.Contains(said, "Tagged:          yes") {
		t.Error(said)
	}
}

// TestEverythingIsTaggedOrAnArtifact reads the content itself: nothing is
// painted outside a marked stretch, none lies within another, and each number
// is given once.
func TestEverythingIsTaggedOrAnArtifact(t *testing.T) {
	doc, photos := magazine(t)
	path, _ := write(t, doc, photos, pdf.Screen)
	paints := regexp.MustCompile(`(TJ ET|Do Q|re f)$`)
	opens := regexp.MustCompile(`(BMC|BDC)$`)
	number := regexp.MustCompile(`/MCID (\d+)`)
	for _, page := range []string{"1", "2"} {
		seen, within := map[string]bool{}, false
		for _, row := range strings.Split(tool(t, "mutool", "show", "-b", path, "pages/"+page+"/Contents"), "\n") {
			switch {
			case opens.MatchString(row):
				if within {
					t.Fatalf("page %s: a stretch begins in another: %s", page, row)
				}
				within = true
				if m := number.FindStringSubmatch(row); m != nil {
					if seen[m[1]] {
						t.Errorf("page %s: number %s is given twice", page, m[1])
					}
					seen[m[1]] = true
				}
			case row == "EMC":
				within = false
			case paints.MatchString(row) && !within:
				t.Errorf("page %s: painted outside: %s", page, row)
			}
		}
		if len(seen) == 0 || within {
			t.Errorf("page %s has %d stretches", page, len(seen))
		}
	}
}

func TestPicturesAreDescribed(t *testing.T) {
	doc, photos := magazine(t)
	path, _ := write(t, doc, photos, pdf.Screen)
	if !regexp.MustCompile(`/Alt <(?i:feff004200e0)[^>]*>[^>]*/S /Figure`).MatchString(opened(t, path)) {
		t.Error("no figure has its description")
	}
}

// TestLinksSayTheirWordsApart: what is read of a link is no run of letters.
func TestLinksSayTheirWordsApart(t *testing.T) {
	doc := onPaper(line(t, 20, 20, 10, fonts.SansBold, "4"), line(t, 28, 20, 10, fonts.SansBold, "Nếp cái"), line(t, 28, 26, 10, fonts.SansBold, "Đồng Mây"))
	doc.Pages[0].Links = []layout.Link{{Box: layout.Rect{X: millimetres(18), Y: millimetres(15), Width: millimetres(60), Height: millimetres(14)}, Page: 1}}
	path, _ := write(t, doc, nil, pdf.Screen)
	said := tool(t, "mutool", "show", path, "grep")
	if want := utf16Hex("4 Nếp cái Đồng Mây"); !strings.Contains(strings.ToUpper(said), want) {
		t.Errorf("%s is not among\n%s", want, said)
	}
}

func utf16Hex(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

func TestLinksLead(t *testing.T) {
	doc, photos := magazine(t)
	path, _ := write(t, doc, photos, pdf.Screen)
	text := opened(t, path)
	area := regexp.MustCompile(`/Rect \[\s+56.693\s+470.55\d\s+226.77\d\s+484.72\d\s+\]`)
	if !area.MatchString(text) || !regexp.MustCompile(`/XYZ\s+null\s+799.37\s+null`).MatchString(text) {
		t.Error("the link is not where it was put, or does not lead where it should")
	}
	for _, profile := range []pdf.Profile{pdf.Print, pdf.Office} {
		if path, _ := write(t, doc, photos, profile); strings.Contains(opened(t, path), "/Annot") {
			t.Errorf("%s has links", profile)
		}
	}
}
