package picture_test

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"bantin/internal/real"
	"bantin/storage/picture"
)

const secret = "21°31'N 107°33'E, của ông Páo"

func strip(t testing.TB, original []byte) []byte {
	t.Helper()
	stripped, err := picture.Strip(original)
	if err != nil {
		t.Fatal(err)
	}
	return stripped
}

// wantSamePicture makes sure that what is left is the same picture, that
// nothing more can be taken away, and that the secret is gone.
func wantSamePicture(t *testing.T, name string, original []byte) {
	t.Helper()
	stripped := strip(t, original)
	if bytes.Contains(stripped, []byte(secret)) {
		t.Errorf("%s: the place is still there", name)
	}
	if again := strip(t, stripped); !bytes.Equal(again, stripped) {
		t.Errorf("%s: %d bytes are stripped to %d", name, len(stripped), len(again))
	}
	before, after := develop(t, name, original), develop(t, name, stripped)
	if !bytes.Equal(before.Print, after.Print) || !bytes.Equal(before.Thumbnail, after.Thumbnail) ||
		before.WidthPx != after.WidthPx || before.HeightPx != after.HeightPx || before.Format != after.Format {
		t.Errorf("%s: another picture", name)
	}
}

func TestStripEveryKind(t *testing.T) {
	names, err := filepath.Glob("testdata/*.*")
	if err != nil || len(names) < 10 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		original := file(t, filepath.Base(name))
		wantSamePicture(t, name, original)
		wantSamePicture(t, name, withSecrets(original))
		for o := range 9 {
			wantSamePicture(t, name, turned(withSecrets(original), o))
		}
	}
}

// withSecrets hides the secret wherever programs put what is no picture.
func withSecrets(original []byte) []byte {
	switch {
	case bytes.HasPrefix(original, []byte("\xff\xd8")):
		segment := func(marker byte, body string) []byte {
			return append([]byte{0xFF, marker, byte((len(body) + 2) >> 8), byte(len(body) + 2)}, body...)
		}
		return slices.Concat(original[:2],
			segment(0xE1, "http://ns.adobe.com/xap/1.0/\x00"+secret), segment(0xED, "Photoshop 3.0\x00"+secret),
			segment(0xE0, "JFXX\x00"+secret), segment(0xE2, "MPF\x00"+secret), segment(0xFE, secret),
			original[2:], []byte(secret))
	case bytes.HasPrefix(original, []byte("\x89PNG")):
		head := 8 + 25
		return slices.Concat(original[:head], chunk("tEXt", []byte("Comment\x00"+secret)), chunk("tIME", make([]byte, 7)),
			chunk("prVt", []byte(secret)), original[head:], []byte(secret))
	}
	riff := func(kind string) []byte {
		b := binary.LittleEndian.AppendUint32([]byte(kind), uint32(len(secret)))
		b = append(b, secret...)
		if len(secret)&1 == 1 {
			b = append(b, 0)
		}
		return b
	}
	out := slices.Concat(original, riff("XMP "), riff("PRIV"))
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return append(out, secret...)
}

// turned says in EXIF that a picture is turned.
func turned(original []byte, o int) []byte {
	tiff := append([]byte{'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, byte(o), 0, 0, 0, 0, 0, 0, 0}, secret...)
	switch {
	case bytes.HasPrefix(original, []byte("\xff\xd8")):
		body := append([]byte("Exif\x00\x00"), tiff...)
		return slices.Concat(original[:2], []byte{0xFF, 0xE1, 0, byte(len(body) + 2)}, body, original[2:])
	case bytes.HasPrefix(original, []byte("\x89PNG")):
		return slices.Concat(original[:33], chunk("eXIf", tiff), original[33:])
	}
	end := 8 + int(binary.LittleEndian.Uint32(original[4:]))
	block := binary.LittleEndian.AppendUint32([]byte("EXIF"), uint32(len(tiff)))
	block = append(block, tiff...)
	if len(tiff)&1 == 1 {
		block = append(block, 0)
	}
	out := slices.Concat(original[:end], block)
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out
}

func TestStripRealPhotos(t *testing.T) {
	for _, name := range []string{"RainDrops.jpg", "cmyk.jpg", "progressive.jpg", "exif-orientation6.jpg"} {
		original, err := os.ReadFile(real.Photo(t, name))
		if err != nil {
			t.Fatal(err)
		}
		wantSamePicture(t, name, original)
	}
}

func TestStripRefuses(t *testing.T) {
	for _, b := range [][]byte{nil, []byte("GIF89a"), file(t, "plain.jpg")[:200]} {
		if _, err := picture.Strip(b); err == nil {
			t.Errorf("%.10q was stripped", b)
		}
	}
}

// Derivatives of somebody else are taken over only if they are what they claim.
func TestAdmit(t *testing.T) {
	original := file(t, "plain.jpg")
	made := develop(t, "plain.jpg", original)
	other := develop(t, "grey.png", evenPNG(quarters[2], nil))
	for name, brought := range map[string]picture.Picture{
		"nothing":        {},
		"as it is":       made,
		"another size":   {Print: other.Print, Thumbnail: other.Thumbnail},
		"with metadata":  {Print: withSecrets(made.Print), Thumbnail: made.Thumbnail},
		"turned":         {Print: withOrientation(made.Print, 3, true), Thumbnail: made.Thumbnail},
		"cut short":      {Print: made.Print[:len(made.Print)/2], Thumbnail: made.Thumbnail},
		"a half too few": {Print: made.Print, Half: made.Thumbnail, Thumbnail: made.Thumbnail},
		"no JPEG":        {Print: file(t, "rgb8.png"), Thumbnail: made.Thumbnail},
	} {
		p, _, err := picture.Admit(t.Context(), "plain.jpg", original, brought)
		if err != nil || p.SHA256 != made.SHA256 || !bytes.Equal(p.Print, made.Print) || !bytes.Equal(p.Thumbnail, made.Thumbnail) || p.Half != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, _, err := picture.Admit(t.Context(), "x", original[:300], made); err == nil {
		t.Error("half an original was admitted")
	}
}

// Whatever the bytes: what Strip gives is the same picture to its header, and
// nothing more can be stripped from it.
func FuzzStrip(f *testing.F) {
	names, err := filepath.Glob("testdata/*.*")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		b := file(f, filepath.Base(name))
		f.Add(b)
		f.Add(turned(withSecrets(b), 6))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		format, width, height, err := picture.Measure(b)
		stripped, stripErr := picture.Strip(b)
		if err != nil || stripErr != nil {
			return
		}
		f2, w2, h2, err := picture.Measure(stripped)
		if err != nil || f2 != format || w2 != width || h2 != height {
			t.Fatalf("%s %d × %d became %s %d × %d: %v", format, width, height, f2, w2, h2, err)
		}
		if again, err := picture.Strip(stripped); err != nil || !bytes.Equal(again, stripped) {
			t.Fatalf("stripped again: %v", err)
		}
	})
}
