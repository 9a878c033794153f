package windowtest

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/storage"
)

// screenshot is a picture as programs for screenshots copy it, of more bytes
// than X11 hands over at once.
func screenshot(t *testing.T, seed uint64) string {
	t.Helper()
	chance := rand.New(rand.NewPCG(seed, 1))
	picture := image.NewRGBA(image.Rect(0, 0, 900, 600))
	for i := range picture.Pix {
		picture.Pix[i] = uint8(chance.Uint32() & 31)
		if i%4 == 3 {
			picture.Pix[i] = 255
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, picture); err != nil {
		t.Fatal(err)
	}
	if out.Len() < 3*part {
		t.Fatalf("the picture has %d bytes only", out.Len())
	}
	return out.String()
}

// TestAPictureIsPasted that was copied in another program; and what cannot be
// pasted is said.
func TestAPictureIsPasted(t *testing.T) {
	s := newStage(t)
	file := s.drafts()
	s.start(file)
	s.press("ctrl+n")
	s.write("Ra quân trồng rừng")
	photos := func(n int) func(*storage.File) bool {
		return func(f *storage.File) bool {
			all := s.articles(f)
			return len(all) == 1 && all[0].Photos == n
		}
	}
	s.press("ctrl+v")
	s.sees("Không có chữ hay ảnh nào để dán")
	s.beside().copies(map[string]string{"image/png": screenshot(t, 1), "text/html": "<img src='x.png'>"})
	s.press("ctrl+v")
	s.sees("1 ảnh") // its caption, too, where it came before the person was told that it is on its way
	s.picture("pasted-picture")
	s.until("the picture", file, photos(1))
	s.press("ctrl+z")
	s.until("it to be taken back", file, photos(0))
	s.beside().copies(map[string]string{"text/html": "<h2>Rừng và biển</h2><p>Bà con ra <b>đồng</b>.</p>"})
	s.press("ctrl+v")
	s.until("the piece of a web page", file, func(f *storage.File) bool {
		all := s.articles(f)
		a, err := f.Article(context.Background(), all[0].ID)
		b := a.Article.Body
		return err == nil && len(b) >= 1 && strings.Contains(b[len(b)-1].Text, "Bà con ra")
	})
	s.press("ctrl+z")
	s.beside().copies(map[string]string{"image/tiff": "II*"})
	s.press("ctrl+v")
	s.sees("Không lấy được ảnh đã sao chép")
	s.beside().copies(map[string]string{"image/png": "GIF89a"})
	s.press("ctrl+v")
	s.sees("thuộc loại GIF")
	s.picture("pasted-refused")
	s.close()
}

// TestFilesArePasted that a file manager has copied without their names as text.
func TestFilesArePasted(t *testing.T) {
	s := newStage(t)
	file := s.drafts()
	s.start(file)
	s.press("ctrl+n")
	s.write("Ra quân trồng rừng")
	list := ""
	for i, name := range []string{"Ảnh một.png", "hai.png"} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(screenshot(t, uint64(i))), 0o600); err != nil {
			t.Fatal(err)
		}
		list += (&url.URL{Scheme: "file", Path: path}).String() + "\r\n"
	}
	s.beside().copies(map[string]string{"text/uri-list": list})
	s.press("ctrl+v")
	photos := func(n int) func(*storage.File) bool {
		return func(f *storage.File) bool {
			all := s.articles(f)
			return len(all) == 1 && all[0].Photos == n
		}
	}
	s.until("both pictures", file, photos(2))
	s.press("ctrl+z")
	s.until("both to be taken back by one step", file, photos(0))
	s.close()
}
