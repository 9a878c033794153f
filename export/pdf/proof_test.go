package pdf_test

import (
	"image"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bantin/assets/icc"
	"bantin/assets/styles"
	"bantin/export/layout"
	"bantin/export/pdf"
	"bantin/export/raster"
)

// patchSide is the side of a patch of colour, in millimetres.
const patchSide = 12

// patches is a page with a square of each ink, from the top, in rows of twelve.
func patches(inks []layout.Ink) *layout.Document {
	var items []layout.Item
	for i, ink := range inks {
		x, y := float64(12+i%12*15), float64(12+i/12*15)
		items = append(items, layout.Fill{
			Box: layout.Rect{X: millimetres(x), Y: millimetres(y), Width: millimetres(patchSide), Height: millimetres(patchSide)}, Ink: ink,
		})
	}
	return onPaper(items...)
}

// patchAt is the colour in the middle of a patch.
func patchAt(m image.Image, i, dpi int, bleed float64) (rgb [3]int) {
	x, y := float64(12+i%12*15)+patchSide/2+bleed, float64(12+i/12*15)+patchSide/2+bleed
	r, g, b, _ := m.At(int(x/25.4*float64(dpi)), int(y/25.4*float64(dpi))).RGBA()
	return [3]int{int(r >> 8), int(g >> 8), int(b >> 8)}
}

// pressed is a page of the file for print as ghostscript shows it on a screen
// by the profile that the file carries.
func pressed(t *testing.T, path string, dpi string) image.Image {
	t.Helper()
	folder := t.TempDir()
	profile := filepath.Join(folder, "press.icc")
	if err := os.WriteFile(profile, icc.Coated39, 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(folder, "page.ppm")
	tool(t, "gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "--permit-file-read="+profile, "-sDEVICE=ppmraw", "-r"+dpi,
		"-sDefaultCMYKProfile="+profile, "-dRenderIntent=1", "-dBlackPtComp=1", "-dFirstPage=1", "-dLastPage=1", "-sOutputFile="+out, path)
	return readPPM(t, out)
}

// TestScreensShowWhatThePressPrints has every ink of every style, and mixtures
// between them, on a page, and compares the preview and the files for office
// and screen with the file for print as ghostscript shows it. Black and its
// dark tints are shown darker than they print, and are compared in softproof.
func TestScreensShowWhatThePressPrints(t *testing.T) {
	inks := []layout.Ink{{C: 1000, M: 720, K: 400}, {K: 100}, {K: 400}, {M: 500, K: 500}, {C: 600, M: 400, Y: 400, K: 1000}}
	for _, name := range shipped(t) {
		style, err := styles.ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range slices.Sorted(maps.Keys(style.Inks)) {
			part := style.Inks[key]
			ink := layout.Ink{C: part[0] * 10, M: part[1] * 10, Y: part[2] * 10, K: part[3] * 10}
			if (ink.K <= 500 || ink.C+ink.M+ink.Y > 0) && !slices.Contains(inks, ink) {
				inks = append(inks, ink)
			}
		}
	}
	const dpi = 72
	doc := patches(inks)
	preview, err := raster.Page(doc, 0, dpi, nil)
	if err != nil {
		t.Fatal(err)
	}
	print, _ := write(t, doc, nil, pdf.Print)
	onPress := pressed(t, print, "72")
	offset := float64(onPress.Bounds().Dx()-preview.Bounds().Dx()) / 2 / dpi * 25.4
	office, _ := write(t, doc, nil, pdf.Office)
	screen, _ := write(t, doc, nil, pdf.Screen)
	shown := map[string]image.Image{"office": rendered(t, office, 0, dpi), "screen": rendered(t, screen, 0, dpi)}
	for i, ink := range inks {
		seen := patchAt(preview, i, dpi, 0)
		if want := patchAt(onPress, i, dpi, offset); far(seen, want) > 4 {
			t.Errorf("%+v: the preview shows %v, the press prints %v", ink, seen, want)
		}
		for name, m := range shown {
			if got := patchAt(m, i, dpi, 0); far(seen, got) > 1 {
				t.Errorf("%+v: the preview shows %v, the file for %s %v", ink, seen, name, got)
			}
		}
	}
}

func far(a, b [3]int) (most int) {
	for channel := range a {
		most = max(most, a[channel]-b[channel], b[channel]-a[channel])
	}
	return most
}

// TestBlackTextIsBlackOnScreens: letters of black ink alone are black, not the
// dark grey that ink on paper is.
func TestBlackTextIsBlackOnScreens(t *testing.T) {
	path, _ := write(t, patches([]layout.Ink{layout.Black}), nil, pdf.Screen)
	if got := patchAt(rendered(t, path, 0, 72), 0, 72, 0); got != [3]int{} {
		t.Errorf("black is %v", got)
	}
	if content := tool(t, "mutool", "show", "-b", path, "pages/1/Contents"); !strings.Contains(content, "0 g\n") {
		t.Errorf("black is painted with\n%s", content)
	}
}
