package raster_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"bantin/assets/fonts"
	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/export/raster"
	"bantin/internal/real"
)

const mm = layout.Length(2835)

// sheet is one page of 40 × 30 mm with the given items.
func sheet(items ...layout.Item) *layout.Document {
	return &layout.Document{Trim: layout.Size{Width: 40 * mm, Height: 30 * mm}, Pages: []layout.Page{{Items: items}}}
}

func paint(t testing.TB, d *layout.Document, photos layout.PhotoSource) *image.RGBA {
	t.Helper()
	img, err := raster.Page(d, 0, 100, photos)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// halves is a JPEG, blue at the left and red at the right.
func halves(t testing.TB, width, height int) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.RGBA{0, 0, 255, 255}
			if x >= width/2 {
				c = color.RGBA{255, 0, 0, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPageHasTheTrimsSize(t *testing.T) {
	if got := paint(t, sheet(), nil).Bounds().Size(); got != image.Pt(158, 118) {
		t.Errorf("size %v", got)
	}
	for _, c := range []struct {
		page int
		dpi  float64
	}{{-1, 100}, {1, 100}, {0, 0}, {0, 1e9}} {
		if _, err := raster.Page(sheet(), c.page, c.dpi, nil); err == nil {
			t.Errorf("page %d at %g dpi was painted", c.page, c.dpi)
		}
	}
}

func TestInksAreShownAsTheyPrint(t *testing.T) {
	for ink, want := range map[layout.Ink]color.RGBA{
		layout.Black:              {0, 0, 0, 255},
		{}:                        {255, 255, 255, 255},
		{C: 1000}:                 {0, 159, 227, 255}, // cyan of ISO 12647-2, not of a screen
		{C: 1000, M: 720, K: 400}: {0, 55, 112, 255},
		{M: 1000, K: 4000}:        {40, 0, 6, 255},
		{Y: 9000, K: -5}:          {255, 237, 0, 255},
	} {
		img := paint(t, sheet(layout.Fill{Box: layout.Rect{X: 5 * mm, Y: 5 * mm, Width: 10 * mm, Height: 10 * mm}, Ink: ink}), nil)
		if got := img.RGBAAt(40, 40); got != want {
			t.Errorf("%+v is %v, want %v", ink, got, want)
		}
		if got := img.RGBAAt(5, 5); got != (color.RGBA{255, 255, 255, 255}) {
			t.Errorf("paper is %v", got)
		}
	}
}

func TestTextIsPaintedWhereItStands(t *testing.T) {
	text := layout.Text{
		X: 10 * mm, Y: 20 * mm, Face: fonts.SerifBold, Size: 40 * layout.Point, Ink: layout.Black,
		Glyphs: []layout.Glyph{{Rune: 'H', Advance: 30 * layout.Point}, {Rune: ' ', Advance: 3000}, {Rune: 'Ề', Advance: 3000}},
	}
	img := paint(t, sheet(text), nil)
	dark := image.Rectangle{}
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if img.RGBAAt(x, y).R < 128 {
				dark = dark.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	if dark.Min.X < 39 || dark.Min.X > 44 || dark.Max.Y < 77 || dark.Max.Y > 81 {
		t.Errorf("dark from %v, want it to start at x 39 and stand on y 79", dark)
	}
}

func TestPhotoShowsItsPart(t *testing.T) {
	raw := halves(t, 400, 200)
	source := func(string) ([]byte, error) { return raw, nil }
	for name, c := range map[string]struct {
		shown layout.PixelRect
		want  color.RGBA
	}{
		// The original was twice the size of its print derivative.
		"left":    {layout.PixelRect{X: 0, Y: 0, Width: 300, Height: 400}, color.RGBA{0, 0, 255, 255}},
		"right":   {layout.PixelRect{X: 500, Y: 0, Width: 300, Height: 400}, color.RGBA{255, 0, 0, 255}},
		"outside": {layout.PixelRect{X: 900, Y: 900, Width: 10, Height: 10}, color.RGBA{0, 0, 255, 255}},
	} {
		p := layout.Picture{
			SHA256: "halves", Box: layout.Rect{X: 5 * mm, Y: 5 * mm, Width: 15 * mm, Height: 20 * mm},
			Pixels: layout.PixelSize{Width: 800, Height: 400}, Shown: c.shown,
		}
		if got := paint(t, sheet(p), source).RGBAAt(30, 50); !near(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func near(a, b color.RGBA) bool {
	d := func(x, y uint8) bool { return max(x, y)-min(x, y) < 12 }
	return d(a.R, b.R) && d(a.G, b.G) && d(a.B, b.B)
}

func TestMissingPhotoIsAGreyBoxAndAnError(t *testing.T) {
	raw := halves(t, 40, 20)
	for name, source := range map[string]layout.PhotoSource{
		"absent":    func(string) ([]byte, error) { return nil, os.ErrNotExist },
		"not JPEG":  func(string) ([]byte, error) { return []byte("GIF89a"), nil },
		"truncated": func(string) ([]byte, error) { return raw[:len(raw)/3], nil },
		"empty":     func(string) ([]byte, error) { return nil, nil },
	} {
		p := layout.Picture{SHA256: "none " + name, Box: layout.Rect{Width: 20 * mm, Height: 20 * mm}}
		img, err := raster.Page(sheet(p), 0, 100, source)
		if err == nil || !strings.Contains(err.Error(), "none "+name) {
			t.Errorf("%s: error %v does not name the photo", name, err)
		}
		if img == nil || img.RGBAAt(10, 10) != (color.RGBA{0xD8, 0xD8, 0xD8, 255}) {
			t.Errorf("%s: no grey box", name)
		}
	}
}

func realPage(t testing.TB) (*layout.Document, layout.PhotoSource) {
	t.Helper()
	text, err := os.ReadFile(real.Article(t))
	if err != nil {
		t.Fatal(err)
	}
	photo, err := os.ReadFile(real.Photo(t, "Garden.jpg"))
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(string(text), "\n\n")
	a := bulletin.Article{ThemeBanner: parts[0], Headline: parts[1], Standfirst: parts[2]}
	for _, part := range parts[3:] {
		a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: part})
	}
	c, err := jpeg.DecodeConfig(bytes.NewReader(photo))
	if err != nil {
		t.Fatal(err)
	}
	a.Photos = []bulletin.Photo{{ID: "p1", SHA256: "garden", WidthPx: c.Width, HeightPx: c.Height}}
	a.Normalize()
	s, err := styles.ByName(styles.DefaultArticle)
	if err != nil {
		t.Fatal(err)
	}
	d, err := layout.Article(layout.Piece{ID: "bai", Article: a}, s)
	if err != nil {
		t.Fatal(err)
	}
	return d, func(string) ([]byte, error) { return photo, nil }
}

func TestManyPaintersAtOnce(t *testing.T) {
	d, source := realPage(t)
	want := paint(t, d, source)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			img, err := raster.Page(d, 0, 100, source)
			if err != nil || !slices.Equal(img.Pix, want.Pix) {
				t.Errorf("painted differently: %v", err)
			}
		})
	}
	group.Wait()
}

func BenchmarkPage(b *testing.B) {
	d, source := realPage(b)
	for _, dpi := range []float64{96, 110, 220} {
		b.Run(fmt.Sprintf("dpi%g", dpi), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := raster.Page(d, 0, dpi, source); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// Reducing must keep the colours where they are, in whatever shape the picture
// came, and never make it larger.
func TestReduceKeepsThePicture(t *testing.T) {
	decoded, err := jpeg.Decode(bytes.NewReader(halves(t, 901, 403)))
	if err != nil {
		t.Fatal(err)
	}
	for _, side := range []int{1, 100, 250, 640, 5000} {
		small := raster.Reduce(decoded, side)
		if got, want := small.Rect.Dx(), min(side, 901); got != want {
			t.Errorf("to %d: %d pixels wide", side, got)
		}
		if side < 100 {
			continue
		}
		y, w := small.Rect.Dy()/2, small.Rect.Dx()
		if left, right := small.RGBAAt(w/4, y), small.RGBAAt(3*w/4, y); !near(left, color.RGBA{0, 0, 255, 255}) || !near(right, color.RGBA{255, 0, 0, 255}) {
			t.Errorf("to %d: %v at the left, %v at the right", side, left, right)
		}
	}
}
