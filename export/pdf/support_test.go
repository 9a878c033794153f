package pdf_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"bantin/assets/fonts"
	"bantin/export/layout"
	"bantin/export/pdf"
)

const mm = 72_000.0 / 25.4 // layout units

func millimetres(x float64) layout.Length { return layout.Length(math.Round(x * mm)) }

// onPaper is a document by hand: A4 with 3 mm of bleed and these items on its
// one page.
func onPaper(items ...layout.Item) *layout.Document {
	return &layout.Document{
		Title: "Bản tin số 4 — tháng 4/2026", Author: "Trung tâm Văn hóa", Language: "vi-VN",
		Trim:  layout.Size{Width: layout.Millimetres(210), Height: layout.Millimetres(297)},
		Bleed: layout.Millimetres(3),
		Pages: []layout.Page{{Items: items}},
	}
}

// line sets one line by hand, kerned by hand too: a little of letter spacing
// that changes from glyph to glyph, so that every one needs its correction.
func line(t testing.TB, xMM, yMM, points float64, face fonts.Face, text string) layout.Text {
	t.Helper()
	size := layout.Length(points * 1000)
	out := layout.Text{X: millimetres(xMM), Y: millimetres(yMM), Face: face, Size: size, Ink: layout.Black}
	for i, r := range []rune(text) {
		wide := layout.Length(width(t, face, r)*float64(size)) + layout.Length(i%3*37)
		out.Glyphs = append(out.Glyphs, layout.Glyph{Rune: r, Advance: wide})
	}
	return out
}

// width is the advance of a rune in ems, 0.5 where the face lacks it.
func width(t testing.TB, face fonts.Face, r rune) float64 {
	t.Helper()
	program, err := sfnt.Parse(face.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	var buffer sfnt.Buffer
	index, err := program.GlyphIndex(&buffer, r)
	if err != nil || index == 0 {
		return 0.5
	}
	const em = 1000
	advance, err := program.GlyphAdvance(&buffer, index, fixed.I(em), font.HintingNone)
	if err != nil {
		t.Fatal(err)
	}
	return float64(advance) / 64 / em
}

// write exports a document and gives the bytes and a file that holds them.
func write(t testing.TB, doc *layout.Document, photos layout.PhotoSource, profile pdf.Profile) (string, []byte) {
	t.Helper()
	return writeWith(t, doc, photos, pdf.Options{Profile: profile})
}

func writeWith(t testing.TB, doc *layout.Document, photos layout.PhotoSource, o pdf.Options) (string, []byte) {
	t.Helper()
	var out bytes.Buffer
	if err := pdf.Write(context.Background(), &out, doc, photos, o); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "out.pdf")
	if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path, out.Bytes()
}

// packages says where the tools come from, for the sentence of a test that
// misses one.
var packages = map[string]string{
	"qpdf": "qpdf", "mutool": "mupdf-tools", "gs": "ghostscript",
	"pdffonts": "poppler-utils", "pdftotext": "poppler-utils", "pdfinfo": "poppler-utils",
	"pdfimages": "poppler-utils", "pdftoppm": "poppler-utils",
}

// tool runs a checker of PDF files and gives what it said.
func tool(t testing.TB, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Fatalf("This test needs %s: install the package %s.", name, packages[name])
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

// opened is what stands in a file, written out by qpdf: objects one after the
// other, their entries in alphabetical order.
func opened(t testing.TB, path string) string {
	t.Helper()
	return tool(t, "qpdf", "--qdf", "--object-streams=disable", path, "-")
}

// photo is a JPEG whose four quarters are red, green, blue and white, with a
// gradient over it so that it does not compress to nothing.
func photo(t testing.TB, width, height int) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	quarters := [4]color.RGBA{{R: 220, A: 255}, {G: 200, A: 255}, {B: 230, A: 255}, {R: 240, G: 240, B: 240, A: 255}}
	for y := range height {
		for x := range width {
			c := quarters[2*(2*y/height)+2*x/width]
			c.R ^= uint8(x & 15)
			c.G ^= uint8(y & 15)
			m.SetRGBA(x, y, c)
		}
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, m, &jpeg.Options{Quality: 90}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// album is a source of photos by name.
func album(photos map[string][]byte) layout.PhotoSource {
	return func(sha256 string) ([]byte, error) {
		if raw, ok := photos[sha256]; ok {
			return raw, nil
		}
		return nil, fmt.Errorf("no photo %s", sha256)
	}
}

// shown is a whole photo in a box.
func shown(name string, width, height int, x, y, w, h float64) layout.Picture {
	return layout.Picture{
		Box:    layout.Rect{X: millimetres(x), Y: millimetres(y), Width: millimetres(w), Height: millimetres(h)},
		SHA256: name, Pixels: layout.PixelSize{Width: width, Height: height},
		Shown: layout.PixelRect{Width: width, Height: height},
	}
}
