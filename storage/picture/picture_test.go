package picture_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"bantin/assets/icc"
	"bantin/bulletin"
	"bantin/internal/real"
	"bantin/storage/picture"
)

// The small pictures in testdata have a red quarter at the top left, a green
// one at the top right, a blue one and a white one below.
var quarters = [4]color.RGBA{{255, 0, 0, 255}, {0, 255, 0, 255}, {0, 0, 255, 255}, {255, 255, 255, 255}}

func develop(t testing.TB, name string, original []byte) picture.Picture {
	t.Helper()
	p, err := picture.Develop(context.Background(), name, original)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func file(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func decoded(t testing.TB, b []byte) image.Image {
	t.Helper()
	m, err := jpeg.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// wantQuarters compares the middle of each quarter.
func wantQuarters(t *testing.T, m image.Image, want [4]color.RGBA) {
	t.Helper()
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	for i, c := range want {
		x, y := w/4+i%2*w/2, h/4+i/2*h/2
		if got := color.RGBAModel.Convert(m.At(x, y)).(color.RGBA); distance(got, c) > 12 {
			t.Errorf("quarter %d is %v, want %v", i, got, c)
		}
	}
}

func distance(a, b color.RGBA) int {
	apart := func(x, y uint8) int { return max(int(x)-int(y), int(y)-int(x)) }
	return max(apart(a.R, b.R), apart(a.G, b.G), apart(a.B, b.B))
}

func TestEveryKindComesOutInItsColours(t *testing.T) {
	grey := func(v uint8) color.RGBA { return color.RGBA{v, v, v, 255} }
	inGrey := [4]color.RGBA{grey(54), grey(182), grey(18), grey(255)}
	pale := [4]color.RGBA{{255, 127, 127, 255}, {127, 255, 127, 255}, {127, 127, 255, 255}, {255, 255, 255, 255}}
	// As LittleCMS shows them on coated paper: magenta and yellow, cyan and
	// yellow, cyan and magenta.
	onPaper := [4]color.RGBA{{228, 10, 23, 255}, {0, 150, 66, 255}, {49, 41, 132, 255}, {255, 255, 255, 255}}
	white := [4]color.RGBA{grey(255), grey(255), grey(255), grey(255)}
	for name, want := range map[string][4]color.RGBA{
		"plain.jpg": quarters, "progressive.jpg": quarters, "h2v1.jpg": quarters, "cmyk.jpg": onPaper,
		"grey.jpg": inGrey, "rgb8.png": quarters, "rgb16.png": quarters, "interlaced.png": quarters,
		"palette.png": quarters, "grey.png": inGrey, "transparent.png": white,
		"lossy.webp": quarters, "lossless.webp": quarters, "alpha.webp": pale,
	} {
		t.Run(name, func(t *testing.T) {
			p := develop(t, name, file(t, name))
			if p.WidthPx != 48 || p.HeightPx != 32 {
				t.Errorf("%d × %d", p.WidthPx, p.HeightPx)
			}
			wantQuarters(t, decoded(t, p.Print), want)
			wantQuarters(t, decoded(t, p.Thumbnail), want)
			wantBare(t, p.Print)
			wantBare(t, p.Thumbnail)
		})
	}
}

// wantBare makes sure that a JPEG is baseline and carries nothing but itself.
func wantBare(t *testing.T, b []byte) {
	t.Helper()
	for at := 2; at < len(b); {
		marker := b[at+1]
		switch {
		case marker == 0xDA:
			return
		case marker >= 0xE0 && marker <= 0xEF, marker == 0xFE:
			t.Errorf("segment %#x is metadata", marker)
		case marker >= 0xC1 && marker <= 0xCF && marker != 0xC4:
			t.Errorf("frame %#x is not baseline", marker)
		}
		at += 2 + int(b[at+2])<<8 + int(b[at+3])
	}
	t.Error("no scan")
}

func TestProfilesAreConverted(t *testing.T) {
	want := color.RGBA{180, 70, 60, 255}
	inJPEG := file(t, "adobe-rgb.jpg")
	_, rest, _ := bytes.Cut(inJPEG, []byte("ICC_PROFILE\x00\x01\x01"))
	profile := rest[:binary.BigEndian.Uint32(rest)]
	adobe, srgb := color.RGBA{158, 71, 62, 255}, color.RGBA{180, 70, 60, 255} // the same red
	for name, b := range map[string][]byte{
		"JPEG": inJPEG, "PNG": evenPNG(adobe, profile), "PNG without profile": evenPNG(srgb, nil),
		"PNG with a broken profile": evenPNG(srgb, profile[:300]),
	} {
		m := decoded(t, develop(t, name, b).Print)
		if got := color.RGBAModel.Convert(m.At(20, 20)).(color.RGBA); distance(got, want) > 3 {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

// iccProfile is the least profile of a colour space: a head, a table of tags,
// and one curve for them all.
func iccProfile(space, connection string, curve []byte, tags ...string) []byte {
	b := make([]byte, 128)
	copy(b[16:], space)
	copy(b[20:], connection)
	b = binary.BigEndian.AppendUint32(b, uint32(len(tags)))
	at := uint32(len(b) + 12*len(tags))
	for _, tag := range tags {
		b = append(b, tag...)
		b = binary.BigEndian.AppendUint32(b, at)
		b = binary.BigEndian.AppendUint32(b, uint32(len(curve)))
	}
	return append(b, curve...)
}

// gammaOne is the curve of samples that are light itself.
var gammaOne = append([]byte("curv\x00\x00\x00\x00\x00\x00\x00\x01"), 1, 0)

// TestCamerasNoteIsHeeded: a camera that is set to Adobe RGB writes no profile
// but a rule of exchange, here in a little-endian block.
func TestCamerasNoteIsHeeded(t *testing.T) {
	want := color.RGBA{180, 70, 60, 255}
	block := []byte("II*\x00\x08\x00\x00\x00" +
		"\x01\x00\x69\x87\x04\x00\x01\x00\x00\x00\x1a\x00\x00\x00\x00\x00\x00\x00" +
		"\x01\x00\x05\xa0\x04\x00\x01\x00\x00\x00\x2c\x00\x00\x00\x00\x00\x00\x00" +
		"\x01\x00\x01\x00\x02\x00\x04\x00\x00\x00R03\x00\x00\x00\x00\x00")
	original := file(t, "adobe-rgb.jpg")
	bare, err := picture.Strip(original)
	if err != nil {
		t.Fatal(err)
	}
	icc := bytes.Index(bare, []byte("ICC_PROFILE\x00")) - 4
	end := icc + 2 + int(binary.BigEndian.Uint16(bare[icc+2:]))
	bare = slices.Concat(bare[:icc], bare[end:]) // the same samples, without their profile
	body := append([]byte("Exif\x00\x00"), block...)
	noted := slices.Concat(bare[:2], []byte{0xFF, 0xE1, 0, byte(len(body) + 2)}, body, bare[2:])
	sent, err := picture.Strip(noted)
	if err != nil {
		t.Fatal(err)
	}
	for name, b := range map[string][]byte{"as it came": noted, "handed on": sent} {
		m := decoded(t, develop(t, name, b).Print)
		if got := color.RGBAModel.Convert(m.At(20, 20)).(color.RGBA); distance(got, want) > 3 {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
		if c := picture.Colours(b); c != bulletin.ColoursKnown {
			t.Errorf("%s: colours are %q", name, c)
		}
	}
	broken := bytes.Replace(noted, []byte("R03"), []byte("R98"), 1)
	if m := decoded(t, develop(t, "sRGB", broken).Print); distance(color.RGBAModel.Convert(m.At(20, 20)).(color.RGBA), want) < 10 {
		t.Error("a rule for sRGB was taken for Adobe RGB")
	}
}

func TestGreyProfilesAreConverted(t *testing.T) {
	b := evenPNG(color.RGBA{55, 55, 55, 255}, iccProfile("GRAY", "XYZ ", gammaOne, "kTRC"))
	m := decoded(t, develop(t, "grey.png", b).Print)
	want := color.RGBA{128, 128, 128, 255} // 55/255 of the light
	if got := color.RGBAModel.Convert(m.At(20, 20)).(color.RGBA); distance(got, want) > 3 {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestColoursAreTold(t *testing.T) {
	grey := color.RGBA{99, 99, 99, 255}
	for name, c := range map[string]struct {
		picture []byte
		want    bulletin.Colours
	}{
		"no profile":        {evenPNG(grey, nil), bulletin.ColoursKnown},
		"Adobe RGB":         {file(t, "adobe-rgb.jpg"), bulletin.ColoursKnown},
		"grey":              {evenPNG(grey, iccProfile("GRAY", "XYZ ", gammaOne, "kTRC")), bulletin.ColoursKnown},
		"grey without tone": {evenPNG(grey, iccProfile("GRAY", "XYZ ", gammaOne)), bulletin.ColoursUnread},
		"Lab":               {evenPNG(grey, iccProfile("Lab ", "XYZ ", gammaOne, "A2B0")), bulletin.ColoursUnread},
		"RGB by no table":   {evenPNG(grey, iccProfile("RGB ", "Lab ", gammaOne, "A2B0")), bulletin.ColoursUnread},
		"RGB by table":      {evenPNG(grey, swapping()), bulletin.ColoursKnown},
		"RGB by inks":       {evenPNG(grey, icc.Coated39), bulletin.ColoursUnread},
		"inks of a press":   {withProfile(file(t, "cmyk.jpg"), icc.Coated39), bulletin.ColoursKnown},
		"a few bytes":       {evenPNG(grey, []byte("profile")), bulletin.ColoursUnread},
		"four inks":         {file(t, "cmyk.jpg"), bulletin.ColoursInks},
		"four inks, named":  {withSegment(file(t, "cmyk.jpg"), append([]byte("ICC_PROFILE\x00\x01\x01"), iccProfile("CMYK", "Lab ", nil)...)), bulletin.ColoursInks},
		"no picture":        {[]byte("xin chào"), bulletin.ColoursKnown},
	} {
		if got := picture.Colours(c.picture); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// withSegment puts an APP2 segment at the head of a JPEG.
func withSegment(jpeg, body []byte) []byte {
	n := len(body) + 2
	return slices.Concat(jpeg[:2], []byte{0xFF, 0xE2, byte(n >> 8), byte(n)}, body, jpeg[2:])
}

func evenPNG(c color.RGBA, profile []byte) []byte {
	b := pngOf(40, 40, bytes.Repeat(append([]byte{0}, bytes.Repeat([]byte{c.R, c.G, c.B}, 40)...), 40))
	if profile == nil {
		return b
	}
	return slices.Concat(b[:33], chunk("iCCP", append([]byte("name\x00\x00"), deflated(profile)...)), b[33:])
}

func TestEveryOrientationStandsUpright(t *testing.T) {
	// What a stored picture looks like, by quarters, so that it stands upright
	// after it was turned as its orientation says (EXIF 2.32, 4.6.4).
	r, g, b, w := quarters[0], quarters[1], quarters[2], quarters[3]
	upright := map[int][4]color.RGBA{
		1: {r, g, b, w}, 2: {g, r, w, b}, 3: {w, b, g, r}, 4: {b, w, r, g},
		5: {r, b, g, w}, 6: {b, r, w, g}, 7: {w, g, b, r}, 8: {g, w, r, b},
	}
	for o, want := range upright {
		for _, big := range []bool{false, true} {
			p := develop(t, "turned.jpg", withOrientation(file(t, "plain.jpg"), o, big))
			width, height := 48, 32
			if o >= 5 {
				width, height = 32, 48
			}
			m := decoded(t, p.Print)
			if p.WidthPx != width || p.HeightPx != height || m.Bounds().Dx() != width || m.Bounds().Dy() != height {
				t.Errorf("orientation %d: %d × %d, picture %v", o, p.WidthPx, p.HeightPx, m.Bounds())
			}
			wantQuarters(t, m, want)
		}
	}
}

// withOrientation puts an EXIF block before the other segments of a JPEG.
func withOrientation(jpg []byte, o int, bigEndian bool) []byte {
	tiff := []byte{'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, byte(o), 0, 0, 0, 0, 0, 0, 0}
	if bigEndian {
		tiff = []byte{'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, byte(o), 0, 0, 0, 0, 0, 0}
	}
	body := append([]byte("Exif\x00\x00"), tiff...)
	segment := append([]byte{0xFF, 0xE1, 0, byte(len(body) + 2)}, body...)
	return slices.Concat(jpg[:2], segment, jpg[2:])
}

func TestNamesDoNotMatter(t *testing.T) {
	if p := develop(t, "ảnh.jpg", file(t, "rgb8.png")); p.Format != "png" {
		t.Errorf("a PNG named .jpg is %s", p.Format)
	}
}

func TestLargePicturesAreShrunkEvenly(t *testing.T) {
	sizes := []image.Point{{9000, 300}, {3601, 17}, {1, 5000}, {1, 1}}
	if !testing.Short() {
		sizes = append(sizes, image.Pt(4000, 3000), image.Pt(3000, 4000), image.Pt(2560, 3600))
	}
	for i, size := range append(sizes, sizes...) {
		m := image.NewYCbCr(image.Rectangle{Max: size}, image.YCbCrSubsampleRatio420)
		for _, samples := range [][]uint8{m.Y, m.Cb, m.Cr} {
			for at := range samples {
				samples[at] = 128
			}
		}
		for at := range m.Y {
			m.Y[at] = 200
		}
		isColoured := i >= len(sizes)
		if isColoured {
			for at := range m.Cb {
				m.Cb[at] = 100
			}
		}
		var b bytes.Buffer
		if err := jpeg.Encode(&b, m, nil); err != nil {
			t.Fatal(err)
		}
		p := develop(t, "even", b.Bytes())
		printed, small := decoded(t, p.Print), decoded(t, p.Thumbnail)
		long, short := max(printed.Bounds().Dx(), printed.Bounds().Dy()), min(printed.Bounds().Dx(), printed.Bounds().Dy())
		if long > 3600 || short > 2560 || long > max(size.X, size.Y) {
			t.Errorf("%v prints as %v", size, printed.Bounds())
		}
		if small.Bounds().Dx() > 360 || small.Bounds().Dy() > 360 {
			t.Errorf("%v has a thumbnail of %v", size, small.Bounds())
		}
		for _, m := range []image.Image{printed, small} {
			for y := 0; y < m.Bounds().Dy(); y += 7 {
				luma := lumaAt(m, m.Bounds().Dx()/2, y)
				if luma < 199 || luma > 201 {
					t.Fatalf("%v: luma %d at row %d of %v", size, luma, y, m.Bounds())
				}
			}
			if _, is := m.(*image.YCbCr); is != isColoured {
				t.Errorf("%v is %T, in colours: %v", size, m, isColoured)
			}
		}
	}
}

func TestRealPhotos(t *testing.T) {
	for _, name := range []string{
		"Dune.jpg", "Garden.jpg", "RainDrops.jpg", "cmyk.jpg", "progressive.jpg", "small-480px.jpg", "exif-orientation6.jpg",
	} {
		original, err := os.ReadFile(real.Photo(t, name))
		if err != nil {
			t.Fatal(err)
		}
		p := develop(t, name, original)
		wantBare(t, p.Print)
		wantBare(t, p.Thumbnail)
		if bounds := decoded(t, p.Print).Bounds(); bounds.Dx() != p.WidthPx || bounds.Dy() != p.HeightPx {
			t.Errorf("%s: %v of %d × %d", name, bounds, p.WidthPx, p.HeightPx)
		}
		if again := develop(t, name, original); !bytes.Equal(again.Print, p.Print) || !bytes.Equal(again.Thumbnail, p.Thumbnail) {
			t.Errorf("%s comes out in two ways", name)
		}
	}
}

func TestRealPhotoOnItsSide(t *testing.T) {
	original, err := os.ReadFile(real.Photo(t, "exif-orientation6.jpg"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(original, []byte("Exif")) {
		t.Fatal("the photo has no EXIF to begin with")
	}
	p := develop(t, "exif-orientation6.jpg", original)
	if p.WidthPx != 1500 || p.HeightPx != 1125 {
		t.Errorf("%d × %d: not upright", p.WidthPx, p.HeightPx)
	}
	for _, derivative := range [][]byte{p.Print, p.Thumbnail} {
		for _, trace := range []string{"Exif", "GPS", "http", "ICC", "JFIF"} {
			if bytes.Contains(derivative, []byte(trace)) {
				t.Errorf("a derivative speaks of %s", trace)
			}
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := picture.Develop(ctx, "x", file(t, "plain.jpg")); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func wantTrouble(t *testing.T, what string, b []byte, keys ...string) {
	t.Helper()
	_, err := picture.Develop(context.Background(), what, b)
	if key := bulletin.TroubleKey(err); !slices.Contains(keys, key) {
		t.Errorf("%s: %v, want one of %v", what, fmt.Sprint(err), keys)
	}
}

func lumaAt(m image.Image, x, y int) uint8 {
	if grey, is := m.(*image.Gray); is {
		return grey.GrayAt(x, y).Y
	}
	return m.(*image.YCbCr).YCbCrAt(x, y).Y
}
