package pdf_test

import (
	"bytes"
	"image"
	"math"
	"strings"
	"testing"

	"bantin/export/layout"
	"bantin/export/pdf"
)

// TestCroppedPhotosShowTheRightPart shows one quarter of a photo that has a
// colour in each, once with about the pixels that the box needs (clipped) and
// once with many more (cut and made smaller).
func TestCroppedPhotosShowTheRightPart(t *testing.T) {
	for _, size := range []layout.PixelSize{{Width: 300, Height: 200}, {Width: 3000, Height: 2000}} {
		for quarter, want := range []string{"red", "green", "blue", "white"} {
			picture := shown("a", size.Width, size.Height, 50, 80, 60, 40)
			picture.Shown = layout.PixelRect{
				X: quarter % 2 * size.Width / 2, Y: quarter / 2 * size.Height / 2,
				Width: size.Width / 2, Height: size.Height / 2,
			}
			photos := album(map[string][]byte{"a": photo(t, size.Width, size.Height)})
			path, _ := write(t, onPaper(picture), photos, pdf.Screen)
			page := rendered(t, path, 0, 72)
			for _, at := range [][2]float64{{51, 81}, {109, 81}, {51, 119}, {109, 119}, {80, 100}} {
				if got := colourAt(page, at[0], at[1]); got != want {
					t.Errorf("%v, %s quarter: at %v mm the page is %s", size, want, at, got)
				}
			}
			for _, at := range [][2]float64{{49, 100}, {111, 100}, {80, 79}, {80, 121}} {
				if got := colourAt(page, at[0], at[1]); got != "white" {
					t.Errorf("%v: beside the box, at %v mm, the page is %s", size, at, got)
				}
			}
		}
	}
}

// colourAt names the colour of a page painted at 72 dpi.
func colourAt(page image.Image, x, y float64) string {
	place := func(millimetres float64) int { return int(math.Floor(millimetres * 72 / 25.4)) }
	r, g, b, _ := page.At(place(x), place(y)).RGBA()
	const half = 0x8000
	switch {
	case r > half && g > half && b > half:
		return "white"
	case r > half && g < half && b < half:
		return "red"
	case g > half && r < half && b < half:
		return "green"
	case b > half && r < half && g < half:
		return "blue"
	}
	return "mixed"
}

// TestPhotosAreEmbeddedOnceAndNotTooLarge reads pdfimages: the object's number
// and the pixels an inch at the size on the page.
func TestPhotosAreEmbeddedOnceAndNotTooLarge(t *testing.T) {
	doc := onPaper(
		shown("large", 3000, 2000, 10, 10, 80, 53.333), shown("large", 3000, 2000, 100, 10, 80, 53.333),
		shown("large", 3000, 2000, 10, 80, 40, 26.667), shown("small", 600, 400, 10, 120, 80, 53.333),
	)
	photos := album(map[string][]byte{"large": photo(t, 3000, 2000), "small": photo(t, 600, 400)})
	for profile, want := range map[pdf.Profile][]string{
		pdf.Print:  {"300", "300", "300", "191"},
		pdf.Screen: {"150", "150", "150", "150"},
	} {
		path, _ := write(t, doc, photos, profile)
		rows := strings.Split(strings.TrimSpace(tool(t, "pdfimages", "-list", path)), "\n")[2:]
		objects := map[string]bool{}
		for i, row := range rows {
			columns := strings.Fields(row)
			objects[columns[10]] = true
			if got := columns[13]; got != want[i] {
				t.Errorf("%s: photo %d has %s pixels an inch, want %s", profile, i, got, want[i])
			}
		}
		if len(rows) != 4 || len(objects) != 3 {
			t.Errorf("%s: %d pictures of %d photos", profile, len(rows), len(objects))
		}
	}
}

// TestHalvesAreTakenOverAsTheyAre: a photo in one column is embedded in half
// its size, byte for byte; a wide one in full; without a half it is made.
func TestHalvesAreTakenOverAsTheyAre(t *testing.T) {
	full, half := photo(t, 3000, 2000), photo(t, 1500, 1000)
	doc := onPaper(shown("a", 3000, 2000, 10, 10, 180, 120), shown("a", 3000, 2000, 10, 140, 85, 56.667), shown("b", 3000, 2000, 100, 140, 85, 56.667))
	photos := album(map[string][]byte{"a": full, "b": full})
	halves := func(name string) ([]byte, error) { return map[string][]byte{"a": half}[name], nil }
	path, raw := writeWith(t, doc, photos, pdf.Options{Halves: halves})
	var got []string
	for _, row := range strings.Split(strings.TrimSpace(tool(t, "pdfimages", "-list", path)), "\n")[2:] {
		got = append(got, strings.Join(strings.Fields(row)[3:5], "×"))
	}
	if want := "3000×2000 1500×1000 1500×1000"; strings.Join(got, " ") != want {
		t.Errorf("the photos have %v pixels, want %s", got, want)
	}
	stripped := func(jpeg []byte) []byte { return jpeg[len(jpeg)-2000:] }
	if !bytes.Contains(raw, stripped(full)) || !bytes.Contains(raw, stripped(half)) {
		t.Error("photos of the right size were made anew")
	}
	page := rendered(t, path, 0, 72)
	for _, left := range []float64{10, 100} {
		for i, at := range [][2]float64{{20, 150}, {70, 150}, {20, 190}, {70, 190}} {
			if got, want := colourAt(page, left+at[0], at[1]), []string{"red", "green", "blue", "white"}[i]; got != want {
				t.Errorf("at %v the page is %s, want %s", at, got, want)
			}
		}
	}
}

// TestSmallPhotosAreTakenOverInHalf: the half of a photo stands in a narrow
// place as it is, though it has 2.7 times the pixels that are wanted; where it
// has over three times as many it is made smaller, and for a screen always.
func TestSmallPhotosAreTakenOverInHalf(t *testing.T) {
	full, half := photo(t, 3000, 2000), photo(t, 1500, 1000)
	doc := onPaper(shown("a", 3000, 2000, 10, 10, 47, 31.333), shown("a", 3000, 2000, 10, 80, 30, 20))
	photos := album(map[string][]byte{"a": full})
	halves := func(string) ([]byte, error) { return half, nil }
	for profile, want := range map[pdf.Profile]string{
		pdf.Print: "1500×1000 355×237", pdf.Office: "1500×1000 355×237", pdf.Screen: "278×186 178×119",
	} {
		path, _ := writeWith(t, doc, photos, pdf.Options{Profile: profile, Halves: halves})
		var got []string
		for _, row := range strings.Split(strings.TrimSpace(tool(t, "pdfimages", "-list", path)), "\n")[2:] {
			got = append(got, strings.Join(strings.Fields(row)[3:5], "×"))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: the photos have %v pixels, want %s", profile, got, want)
		}
	}
}
