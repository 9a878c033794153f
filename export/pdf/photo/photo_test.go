package photo_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"os"
	"testing"

	"bantin/export/pdf/photo"
	"bantin/internal/real"
)

// quarters is a picture with a colour in each quarter.
func quarters(t testing.TB, width, height int) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			m.SetRGBA(x, y, quarterColour(float64(x)/float64(width), float64(y)/float64(height)))
		}
	}
	return encoded(t, m)
}

func quarterColour(x, y float64) color.RGBA {
	all := [4]color.RGBA{{200, 40, 40, 255}, {40, 180, 40, 255}, {40, 40, 200, 255}, {230, 230, 120, 255}}
	return all[2*int(2*y)+int(2*x)]
}

func encoded(t testing.TB, m image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := jpeg.Encode(&out, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func fit(t testing.TB, raw []byte, want photo.Want) (photo.JPEG, image.Image) {
	t.Helper()
	want.Quality = 95
	got, err := photo.Fit(raw, want)
	if err != nil {
		t.Fatal(err)
	}
	m, err := jpeg.Decode(bytes.NewReader(got.Data))
	if err != nil {
		t.Fatal(err)
	}
	if m.Bounds() != image.Rect(0, 0, got.Width, got.Height) {
		t.Fatalf("picture is %v and says %d × %d", m.Bounds(), got.Width, got.Height)
	}
	return got, m
}

func TestPhotoOfTheRightSizeKeepsItsBytes(t *testing.T) {
	raw := quarters(t, 300, 200)
	for _, want := range []photo.Want{{}, {WidthPx: 300, HeightPx: 200}, {WidthPx: 260, HeightPx: 174}, {WidthPx: 9000, HeightPx: 6000}} {
		if got, _ := fit(t, raw, want); !bytes.Equal(got.Data, raw) {
			t.Errorf("%+v made the photo anew", want)
		}
	}
}

func TestSmallerAndCut(t *testing.T) {
	raw := quarters(t, 603, 401)
	for _, c := range []photo.Want{
		{WidthPx: 151, HeightPx: 101},
		{WidthPx: 7, HeightPx: 5},
		{WidthPx: 1, HeightPx: 1},
		{Crop: photo.Crop{Left: 0.5, Top: 0.5, Right: 1, Bottom: 1}, WidthPx: 100, HeightPx: 66},
		{Crop: photo.Crop{Left: 0.25, Top: 0, Right: 0.75, Bottom: 0.5}},
		{Crop: photo.Crop{Left: 0.1, Top: 0.6, Right: 0.11, Bottom: 0.61}, WidthPx: 2000, HeightPx: 2000},
	} {
		got, m := fit(t, raw, c)
		if c.WidthPx > 0 && (got.Width > c.WidthPx || got.Height > c.HeightPx) {
			t.Errorf("%+v gave %d × %d", c, got.Width, got.Height)
		}
		if got.Width > 40 { // below that chroma, at half the size, has no room
			sameColours(t, m, c.Crop)
		}
	}
}

// sameColours looks at points well within the quarters.
func sameColours(t *testing.T, m image.Image, crop photo.Crop) {
	t.Helper()
	if crop == (photo.Crop{}) {
		crop = photo.Crop{Right: 1, Bottom: 1}
	}
	size := m.Bounds().Size()
	for y := 0.1; y < 1; y += 0.2 {
		for x := 0.1; x < 1; x += 0.2 {
			sx, sy := crop.Left+x*(crop.Right-crop.Left), crop.Top+y*(crop.Bottom-crop.Top)
			if math.Abs(sx-0.5) < 0.06 || math.Abs(sy-0.5) < 0.06 {
				continue // the edge between two quarters
			}
			got := m.At(int(x*float64(size.X)), int(y*float64(size.Y)))
			if off := distance(got, quarterColour(sx, sy)); off > 12 {
				t.Errorf("crop %v of %v at %.1f, %.1f: %v is %d off", crop, size, x, y, got, off)
			}
		}
	}
}

func distance(a, b color.Color) int {
	ar, ag, ab, _ := a.RGBA()
	br, bg, bb, _ := b.RGBA()
	most := 0
	for _, pair := range [][2]uint32{{ar, br}, {ag, bg}, {ab, bb}} {
		most = max(most, int(math.Abs(float64(pair[0])-float64(pair[1])))>>8)
	}
	return most
}

func TestMeanOfWhatIsCovered(t *testing.T) {
	stripes := image.NewGray(image.Rect(0, 0, 400, 400))
	for i := range stripes.Pix {
		stripes.Pix[i] = uint8(i / 2 % 2 * 200)
	}
	got, m := fit(t, encoded(t, stripes), photo.Want{WidthPx: 90, HeightPx: 90})
	if !got.Gray {
		t.Error("grey became colour")
	}
	for _, v := range m.(*image.Gray).Pix {
		if v < 85 || v > 115 {
			t.Fatalf("a pixel is %d, not the mean of its stripes", v)
		}
	}
}

func TestRealFilesOfEveryKind(t *testing.T) {
	for _, name := range []string{"exif-orientation6.jpg", "progressive.jpg", "cmyk.jpg", "small-480px.jpg"} {
		raw, err := os.ReadFile(real.Photo(t, name))
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []photo.Want{{}, {WidthPx: 200, HeightPx: 200}} {
			got, _ := fit(t, raw, want)
			if bytes.Contains(got.Data, []byte("Exif")) || bytes.Contains(got.Data, []byte("http://")) {
				t.Errorf("%s keeps its metadata", name)
			}
			if bytes.Contains(got.Data[:min(len(got.Data), 4000)], []byte{0xFF, 0xC2}) {
				t.Errorf("%s is still progressive", name)
			}
		}
	}
}

func TestBrokenPhotosAreErrors(t *testing.T) {
	raw := quarters(t, 100, 100)
	bomb := bytes.Clone(raw)
	at := bytes.Index(bomb, []byte{0xFF, 0xC0})
	copy(bomb[at+5:], []byte{0xFF, 0xFF, 0xFF, 0xFF})
	cases := map[string][]byte{
		"empty": nil, "text": []byte("xin chào"), "only the start": raw[:2], "half": raw[:len(raw)/2],
		"no end": raw[:len(raw)-2], "bomb": bomb,
	}
	for name, broken := range cases {
		if _, err := photo.Fit(broken, photo.Want{WidthPx: 10, HeightPx: 10, Quality: 80}); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}

func FuzzFit(f *testing.F) {
	raw := quarters(f, 24, 16)
	f.Add(raw, 0.0, 1.0, 10)
	f.Add(raw[:200], 0.2, 0.3, 0)
	f.Add([]byte{0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0, 0xFF, 0xD9}, -1.0, math.Inf(1), 1)
	f.Fuzz(func(t *testing.T, raw []byte, from, to float64, size int) {
		want := photo.Want{Crop: photo.Crop{Left: from, Top: from, Right: to, Bottom: to}, WidthPx: size, HeightPx: size, Quality: 80}
		got, err := photo.Fit(raw, want)
		if err == nil && (got.Width < 1 || got.Height < 1 || len(got.Data) == 0) {
			t.Errorf("an empty picture: %d × %d", got.Width, got.Height)
		}
	})
}

func BenchmarkFit(b *testing.B) {
	raw := quarters(b, 3000, 2000)
	b.ReportAllocs()
	for b.Loop() {
		fit(b, raw, photo.Want{WidthPx: 1040, HeightPx: 694})
	}
}
