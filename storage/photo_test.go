package storage_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"image/jpeg"
	"os"
	"testing"

	"bantin/bulletin"
	"bantin/internal/real"
	"bantin/storage"
)

// photo makes a small JPEG; each shade is a picture of its own.
func photo(t testing.TB, shade uint8) []byte {
	t.Helper()
	return photoOf(t, shade, 400, 300)
}

func photoOf(t testing.TB, shade uint8, width, height int) []byte {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, width, height))
	for i := range m.Pix {
		m.Pix[i] = shade
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func addPhoto(t testing.TB, f *storage.File, name string, original []byte) storage.PhotoInfo {
	t.Helper()
	info, err := f.AddPhoto(ctx, name, original)
	if err != nil {
		t.Fatal(err)
	}
	return info
}

func TestPhotos(t *testing.T) {
	f := create(t)
	original := photo(t, 90)
	info := addPhoto(t, f, `C:\Ảnh\hội thi.jpg`, original)
	sum := sha256.Sum256(original)
	want := storage.PhotoInfo{
		SHA256: hex.EncodeToString(sum[:]), Format: "jpeg", WidthPx: 400, HeightPx: 300,
		Bytes: int64(len(original)), Name: "hội thi.jpg",
	}
	if info != want {
		t.Errorf("%+v, want %+v", info, want)
	}
	if again := addPhoto(t, f, "tên khác.jpg", original); again != want {
		t.Errorf("added again: %+v", again)
	}
	f.Close()
	g := open(t, f.Path())
	if got, err := g.Photo(ctx, info.SHA256); err != nil || got != want {
		t.Errorf("%+v %v", got, err)
	}
	if got, err := g.OriginalPhoto(ctx, info.SHA256); err != nil || !bytes.Equal(got, original) {
		t.Errorf("the original is another: %v", err)
	}
	for what, read := range map[string]func() ([]byte, error){
		"print":     func() ([]byte, error) { return g.PrintPhoto(ctx, info.SHA256) },
		"thumbnail": func() ([]byte, error) { return g.Thumbnail(ctx, info.SHA256) },
	} {
		b, err := read()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := jpeg.Decode(bytes.NewReader(b)); err != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	_, err := g.PrintPhoto(ctx, "00")
	wantTrouble(t, err, "photo_missing")
}

// TestHalfPhotos: large photos have one, small ones need none, and what is
// damaged or came in before there were any is not missed but by Rebuild.
func TestHalfPhotos(t *testing.T) {
	f := create(t)
	small, large := addPhoto(t, f, "nhỏ.jpg", photo(t, 90)), addPhoto(t, f, "lớn.jpg", photoOf(t, 90, 1300, 901))
	if b, err := f.HalfPhoto(ctx, small.SHA256); b != nil || err != nil {
		t.Errorf("a small photo has a half of %d bytes, %v", len(b), err)
	}
	wantHalf := func() {
		t.Helper()
		b, err := f.HalfPhoto(ctx, large.SHA256)
		if err != nil {
			t.Fatal(err)
		}
		c, err := jpeg.DecodeConfig(bytes.NewReader(b))
		if err != nil || c.Width != 650 || c.Height != 451 {
			t.Errorf("the half is %d × %d, %v", c.Width, c.Height, err)
		}
	}
	wantHalf()
	for _, change := range []string{"DELETE FROM photo_half", "UPDATE photo_half SET picture = zeroblob(9)"} {
		path := f.Path()
		f.Close()
		sqlite(t, path, change)
		f = open(t, path)
		if b, err := f.HalfPhoto(ctx, large.SHA256); b != nil || err != nil {
			t.Errorf("after %s: %d bytes, %v", change, len(b), err)
		}
		if err := f.Rebuild(ctx, nil); err != nil {
			t.Fatal(err)
		}
		wantHalf()
	}
}

func TestBadPhotosChangeNothing(t *testing.T) {
	f := create(t)
	whole := photo(t, 90)
	for _, c := range []struct {
		trouble string
		bytes   []byte
	}{
		{"photo_empty", nil},
		{"photo_not_picture", []byte("chữ")},
		{"photo_truncated", whole[:len(whole)-2]},
		{"photo_format", []byte("GIF89a…")},
		{"photo_heic", []byte("\x00\x00\x00\x18ftypheic…")},
	} {
		_, err := f.AddPhoto(ctx, "ảnh.jpg", c.bytes)
		wantTrouble(t, err, c.trouble)
	}
	for _, key := range []string{"photo_broken", "photo_lies", "photo_too_heavy", "photo_too_large", "photo_unusual"} {
		wantTrouble(t, bulletin.NewTrouble(key, bulletin.Args{"photo": "", "width": 1, "height": 1}, nil), key)
	}
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v %v", damage, err)
	}
}

func TestRealPhotosInTheFile(t *testing.T) {
	f := create(t)
	for _, name := range []string{"Garden.jpg", "cmyk.jpg", "exif-orientation6.jpg"} {
		original, err := os.ReadFile(real.Photo(t, name))
		if err != nil {
			t.Fatal(err)
		}
		info := addPhoto(t, f, name, original)
		if got, err := f.OriginalPhoto(ctx, info.SHA256); err != nil || !bytes.Equal(got, original) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v %v", damage, err)
	}
}
