package pdf_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"bantin/assets/fonts"
	"bantin/assets/icc"
	"bantin/export/layout"
	"bantin/export/pdf"
	"bantin/storage/picture"
)

// plates is a page in its four inks, four bytes a pixel.
type plates struct {
	width, height int
	pix           []byte
}

// inked is the first page of a file as it goes to the press that the file is
// for: ghostscript turns it into inks by the file's own profile, with
// overprinting.
func inked(t testing.TB, path string, dpi int) plates {
	t.Helper()
	return inkedPages(t, path, dpi, "-dFirstPage=1", "-dLastPage=1")[0]
}

// inkedPages is every page.
func inkedPages(t testing.TB, path string, dpi int, more ...string) []plates {
	t.Helper()
	profile := filepath.Join(t.TempDir(), "press.icc")
	if err := os.WriteFile(profile, icc.Coated39, 0o644); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "page%03d.pam")
	args := append([]string{
		"-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "--permit-file-read=" + profile, "-sDEVICE=pamcmyk32",
		"-r" + strconv.Itoa(dpi), "-dOverprint=/enable", "-sOutputICCProfile=" + profile, "-sDefaultCMYKProfile=" + profile,
		"-sOutputFile=" + out,
	}, more...)
	tool(t, "gs", append(args, path)...)
	files, err := filepath.Glob(filepath.Join(filepath.Dir(out), "page*.pam"))
	if err != nil || len(files) == 0 {
		t.Fatalf("ghostscript painted no page: %v", err)
	}
	pages := make([]plates, len(files))
	for i, file := range files {
		pages[i] = readPlates(t, file)
	}
	return pages
}

func readPlates(t testing.TB, file string) plates {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, pix, _ := bytes.Cut(raw, []byte("ENDHDR\n"))
	var p plates
	for _, row := range strings.Split(string(head), "\n") {
		fmt.Sscanf(row, "WIDTH %d", &p.width)
		fmt.Sscanf(row, "HEIGHT %d", &p.height)
	}
	if len(pix) != 4*p.width*p.height || len(pix) == 0 {
		t.Fatalf("ghostscript painted %d bytes of %d × %d pixels", len(pix), p.width, p.height)
	}
	p.pix = pix
	return p
}

// most is the most ink of any pixel, in per cent.
func (p plates) most() int {
	most := 0
	for i := 0; i < len(p.pix); i += 4 {
		most = max(most, int(p.pix[i])+int(p.pix[i+1])+int(p.pix[i+2])+int(p.pix[i+3]))
	}
	return most * 100 / 255
}

func ground(x, y, w, h float64) layout.Fill {
	return layout.Fill{Box: layout.Rect{X: millimetres(x), Y: millimetres(y), Width: millimetres(w), Height: millimetres(h)}, Ink: layout.Ink{C: 600}}
}

// TestPhotosKeepToTheInkLimit has the darkest and the strongest colours that a
// photo can have.
func TestPhotosKeepToTheInkLimit(t *testing.T) {
	const limit, rounding = 320, 3 // per cent; 8 bits an ink
	m := image.NewRGBA(image.Rect(0, 0, 512, 512))
	for y := range 512 {
		for x := range 512 {
			m.SetRGBA(x, y, color.RGBA{R: uint8(x / 64 * 20), G: uint8(y / 64 * 20), B: uint8((x + y) / 128 * 30), A: 255})
		}
	}
	var raw bytes.Buffer
	if err := jpeg.Encode(&raw, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	doc := onPaper(shown("dark", 512, 512, 20, 20, 80, 80))
	path, _ := write(t, doc, album(map[string][]byte{"dark": raw.Bytes()}), pdf.Print)
	page := inked(t, path, 72)
	most := page.most()
	t.Logf("at most %d %% of ink", most)
	if most > limit+rounding || most < 200 {
		t.Errorf("the most ink is %d %%, want a deep black of at most %d %%", most, limit)
	}
}

// TestPhotosInBlackAndWhiteArePrintedInBlackAlone, as the photo comes from the
// drafts file: whole, in half, and cut.
func TestPhotosInBlackAndWhiteArePrintedInBlackAlone(t *testing.T) {
	m := image.NewRGBA(image.Rect(0, 0, 1500, 1000))
	for y := range 1000 {
		for x := range 1500 {
			v := uint8((x + y) / 10)
			m.SetRGBA(x, y, color.RGBA{R: v, G: v, B: v, A: 255})
		}
	}
	var raw bytes.Buffer
	if err := jpeg.Encode(&raw, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	p, err := picture.Develop(t.Context(), "cũ.jpg", raw.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	cut := shown("a", 1500, 1000, 20, 200, 30, 30)
	cut.Shown = layout.PixelRect{X: 400, Y: 200, Width: 400, Height: 400}
	doc := onPaper(shown("a", 1500, 1000, 20, 20, 120, 80), shown("a", 1500, 1000, 20, 120, 50, 33.333), cut)
	halves := func(string) ([]byte, error) { return p.Half, nil }
	path, _ := writeWith(t, doc, album(map[string][]byte{"a": p.Print}), pdf.Options{Profile: pdf.Print, Halves: halves})
	page := inked(t, path, 72)
	most, black := 0, 0
	for i := 0; i < len(page.pix); i += 4 {
		most = max(most, int(page.pix[i])+int(page.pix[i+1])+int(page.pix[i+2]))
		black = max(black, int(page.pix[i+3]))
	}
	if most != 0 || black < 240 {
		t.Errorf("coloured inks up to %d, black up to %d of 255", most, black)
	}
}

// TestRealArticleKeepsToTheInkLimit takes real photos.
func TestRealArticleKeepsToTheInkLimit(t *testing.T) {
	doc, photos := realArticle(t)
	path, _ := write(t, doc, photos, pdf.Print)
	most := inked(t, path, 100).most()
	t.Logf("at most %d %% of ink", most)
	if most > 323 {
		t.Errorf("the most ink is %d %%", most)
	}
}

// TestScreenAndOfficeKnowNoInks: they speak of grey and of sRGB, whatever the
// page is painted in; black is grey 0, which printers make of black alone.
func TestScreenAndOfficeKnowNoInks(t *testing.T) {
	for _, profile := range []pdf.Profile{pdf.Office, pdf.Screen} {
		red := line(t, 20, 40, 20, fonts.SansBold, "Đỏ")
		red.Ink = layout.Ink{C: 100, M: 1000, Y: 900}
		path, _ := write(t, onPaper(line(t, 20, 20, 10, fonts.SansRegular, "Đen"), red), nil, profile)
		if text := opened(t, path); strings.Contains(text, "DeviceCMYK") || strings.Contains(text, "OutputIntent") {
			t.Errorf("%s has inks", profile)
		}
		content := tool(t, "mutool", "show", "-b", path, "pages/1/Contents")
		if !strings.Contains(content, "0 g\n") || !strings.Contains(content, "/ScreenColour cs 0.8392 0.0824 0.149 scn") || strings.Contains(content, " k\n") {
			t.Errorf("%s paints with\n%s", profile, content)
		}
		inks := strings.Fields(tool(t, "gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=ink_cov", "-dFirstPage=1", "-o", "-",
			must(write(t, onPaper(line(t, 20, 20, 10, fonts.SansRegular, "Đen")), nil, profile))))
		if inks[0] != "0.00000" || inks[1] != "0.00000" || inks[2] != "0.00000" || inks[3] == "0.00000" {
			t.Errorf("%s prints black text with C M Y K = %v", profile, inks)
		}
	}
}

// must drops the bytes of what write gives.
func must(path string, _ []byte) string { return path }
