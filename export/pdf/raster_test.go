package pdf_test

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"bantin/export/layout"
	"bantin/export/pdf"
	"bantin/export/raster"
	"bantin/internal/race"
)

// TestPreviewShowsWhatIsPrinted paints the same pages twice, by the preview's
// painter and by poppler from the PDF, and compares them by difference. That a
// text half a millimetre off its place would be noticed is proved on the way.
//
// Poppler sets glyphs on whole pixels from top to bottom, so both are painted
// at three times the resolution at which they are compared.
func TestPreviewShowsWhatIsPrinted(t *testing.T) {
	if race.On {
		t.Skip("compares millions of pixels; nothing here runs beside anything else")
	}
	const dpi = 3 * 110
	doc, photos := realArticle(t)
	path, _ := write(t, doc, photos, pdf.Office)
	for page := range doc.Pages {
		preview, err := raster.Page(doc, page, dpi, photos)
		if err != nil {
			t.Fatal(err)
		}
		printed := rendered(t, path, page, dpi)
		a, b := lightness(preview), lightness(printed)
		mean, far := difference(a, b, image.Point{})
		t.Logf("page %d: mean %.2f %%, far off %.2f %%", page+1, 100*mean, 100*far)
		if mean > limitMean || far > limitFar {
			t.Errorf("page %d: mean %.2f %%, far off %.2f %%", page+1, 100*mean, 100*far)
			keep(t, fmt.Sprintf("preview-%d.png", page+1), preview)
			keep(t, fmt.Sprintf("printed-%d.png", page+1), printed)
		}
		shifted, shiftedFar := difference(a, b, image.Pt(0, 2)) // 0.46 mm
		t.Logf("shifted: mean %.2f %%, far off %.2f %%", 100*shifted, 100*shiftedFar)
		if shiftedFar < 3*limitFar {
			t.Errorf("page %d: half a millimetre would not be noticed: %.2f %%", page+1, 100*shiftedFar)
		}
	}
}

const (
	limitMean = 0.015
	limitFar  = 0.001
)

// rendered is a page of the PDF as poppler sees it.
func rendered(t testing.TB, path string, page, dpi int) image.Image {
	t.Helper()
	n := strconv.Itoa(page + 1)
	stem := filepath.Join(t.TempDir(), "page")
	tool(t, "pdftoppm", "-r", strconv.Itoa(dpi), "-f", n, "-l", n, "-singlefile", path, stem)
	return readPPM(t, stem+".ppm")
}

func readPPM(t testing.TB, path string) image.Image {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head := raw[:min(len(raw), 200)]
	if line, rest, found := bytes.Cut(head[min(len(head), 3):], []byte("\n")); found && bytes.HasPrefix(line, []byte("#")) {
		head = append([]byte("P6\n"), rest...) // ghostscript names itself
	}
	var width, height, most int
	if _, err := fmt.Sscanf(string(head), "P6\n%d %d\n%d\n", &width, &height, &most); err != nil {
		t.Fatal(err)
	}
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	pixels := raw[len(raw)-3*width*height:]
	for i := range width * height {
		copy(m.Pix[4*i:], pixels[3*i:3*i+3])
		m.Pix[4*i+3] = 255
	}
	return m
}

// difference compares two pictures, each blurred over 3 × 3 pixels: the eye
// does the same, and how an edge falls on pixels is not what is compared. It
// gives the mean, and the share of pixels that are off by more than a fifth of
// the way from black to white. The second picture is looked at with a shift.
func difference(a, b *image.Gray, shift image.Point) (mean, far float64) {
	const fifth = 255.0 / 5
	width := min(a.Rect.Dx(), b.Rect.Dx()) - shift.X
	height := min(a.Rect.Dy(), b.Rect.Dy()) - shift.Y
	for y := 1; y < height-1; y++ {
		for x := 1; x < width-1; x++ {
			off := math.Abs(blurred(a, x, y) - blurred(b, x+shift.X, y+shift.Y))
			mean += off / 255
			if off > fifth {
				far++
			}
		}
	}
	n := float64((width - 2) * (height - 2))
	return mean / n, far / n
}

// limitColour is how large a share of a page's patches may be off in hue: the
// edges of photos, which fall on pixels differently. A band or a photo in
// another colour is more than that.
const limitColour = 0.02

// colourOff compares two pictures by the mean colours of patches of 24 × 24
// pixels, in which glyphs and the grain of photos even out, and gives the share
// of patches whose difference between red and green, or green and blue, is off
// by more than 8 of 255. How dark a patch is, is left to difference: letters
// that are painted a little bolder change that and not their hue.
func colourOff(a, b image.Image) float64 {
	const patch, seen = 24, 8
	size := image.Pt(min(a.Bounds().Dx(), b.Bounds().Dx()), min(a.Bounds().Dy(), b.Bounds().Dy()))
	off, all := 0.0, 0.0
	for y := 0; y+patch <= size.Y; y += patch {
		for x := 0; x+patch <= size.X; x += patch {
			one, other := patchColour(a, x, y, patch), patchColour(b, x, y, patch)
			all++
			if math.Abs(one[0]-one[1]-other[0]+other[1]) > seen || math.Abs(one[1]-one[2]-other[1]+other[2]) > seen {
				off++
			}
		}
	}
	return off / all
}

// TestAnotherColourIsSeen: what is compared above would notice a small band in
// another ink.
func TestAnotherColourIsSeen(t *testing.T) {
	page := func(ink layout.Ink) image.Image {
		band := layout.Fill{Box: layout.Rect{X: millimetres(12), Y: millimetres(12), Width: millimetres(186), Height: millimetres(15)}, Ink: ink}
		m, err := raster.Page(onPaper(band), 0, 3*72, nil)
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	red := page(layout.Ink{M: 900, Y: 800})
	if off := colourOff(red, page(layout.Ink{M: 850, Y: 900})); off <= limitColour {
		t.Errorf("another red is off in %.2f %% of the page", 100*off)
	}
	if off := colourOff(red, red); off != 0 {
		t.Errorf("the same red is off in %.2f %%", 100*off)
	}
}

func patchColour(m image.Image, x0, y0, patch int) (mean [3]float64) {
	rgba := m.(*image.RGBA)
	for y := y0; y < y0+patch; y++ {
		row := rgba.Pix[rgba.PixOffset(rgba.Rect.Min.X+x0, rgba.Rect.Min.Y+y):][:4*patch]
		for x := 0; x < len(row); x += 4 {
			for channel := range mean {
				mean[channel] += float64(row[x+channel])
			}
		}
	}
	for channel := range mean {
		mean[channel] /= float64(patch * patch)
	}
	return mean
}

// lightness is the mean lightness of each 3 × 3 pixels.
func lightness(m image.Image) *image.Gray {
	b := m.Bounds()
	rgba := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(rgba, rgba.Rect, m, b.Min, draw.Src)
	out := image.NewGray(image.Rect(0, 0, b.Dx()/3, b.Dy()/3))
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			sum := 0
			for row := range 3 {
				for _, c := range rgba.Pix[rgba.PixOffset(3*x, 3*y+row):][:12] {
					sum += int(c)
				}
			}
			const opaque = 9 * 255
			out.Pix[y*out.Stride+x] = uint8((sum - opaque) / 27)
		}
	}
	return out
}

func blurred(m *image.Gray, x, y int) float64 {
	sum := 0
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			sum += int(m.Pix[(y+dy)*m.Stride+x+dx])
		}
	}
	return float64(sum) / 9
}

// keep saves a picture for a person to look at when BANTIN_KEEP names a folder.
func keep(t testing.TB, name string, m image.Image) {
	t.Helper()
	folder := os.Getenv("BANTIN_KEEP")
	if folder == "" {
		return
	}
	out, err := os.Create(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	if err := png.Encode(out, m); err != nil {
		t.Fatal(err)
	}
}
