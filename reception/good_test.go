package reception_test

import (
	"context"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/reception"
	"bantin/storage"
)

// drawnPicture is a small picture in a file.
func drawnPicture(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "tot.png")
	out, err := os.Create(path)
	check(t, err)
	check(t, png.Encode(out, image.NewGray(image.Rect(0, 0, 64, 48))))
	check(t, out.Close())
	return path
}

// keys are the troubles of what was refused, by the file's name.
func keys(refused []reception.Refused) map[string]string {
	out := map[string]string{}
	for _, r := range refused {
		out[filepath.Base(r.Input)] = bulletin.TroubleKey(r.Err)
	}
	return out
}

func same(t *testing.T, got, want map[string]string) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("refused %v, want %v", got, want)
	}
	for name, key := range want {
		if got[name] != key {
			t.Errorf("%s is refused for %q, want %q", name, got[name], key)
		}
	}
}

func TestWhatIsGoodIsTakenIn(t *testing.T) {
	f, write := drafts(t)
	ctx := context.Background()
	gone := filepath.Join(t.TempDir(), "mat.jpg")
	received, refused, err := reception.TakeGood(ctx, f, reception.Delivery{
		Texts:  []string{write("hong.txt", "\x00\x01"), write("bai.txt", story), write("dai.txt", "Dài\n\n"+strings.Repeat("Một đoạn.\n\n", 10_001))},
		Photos: []reception.Photo{{Path: gone}, {Path: drawnPicture(t)}, {Path: write("la.png", "chữ")}},
	}, "Thu", nil)
	check(t, err)
	if len(received) != 1 || len(received[0].Article.Photos) != 1 || received[0].Article.Photos[0].SHA256 == "" {
		t.Fatalf("received %+v", received)
	}
	_, err = f.Photo(ctx, received[0].Article.Photos[0].SHA256)
	check(t, err)
	got := keys(refused)
	if got["hong.txt"] == "" {
		t.Error("the text that cannot be read is not named")
	}
	delete(got, "hong.txt")
	same(t, got, map[string]string{"dai.txt": "article_too_large", "mat.jpg": "input_missing", "la.png": "photo_not_picture"})
}

func TestNobodyKnowsWhosePicturesOfSeveralTextsAre(t *testing.T) {
	f, write := drafts(t)
	received, refused, err := reception.TakeGood(context.Background(), f, reception.Delivery{
		Texts:  []string{write("a.txt", story), write("b.txt", story)},
		Photos: []reception.Photo{{Path: drawnPicture(t)}},
	}, "Thu", nil)
	check(t, err)
	if len(received) != 2 {
		t.Errorf("received %+v", received)
	}
	same(t, keys(refused), map[string]string{"tot.png": "photos_of_which"})
}

func TestPicturesAreLeftWhereNoTextIsGood(t *testing.T) {
	f, write := drafts(t)
	ctx := context.Background()
	received, refused, err := reception.TakeGood(ctx, f, reception.Delivery{
		Texts:  []string{write("hong.txt", "\x00\x01")},
		Photos: []reception.Photo{{Path: drawnPicture(t)}},
	}, "Thu", nil)
	check(t, err)
	list, err := f.Articles(ctx, storage.Query{})
	check(t, err)
	if len(received) != 0 || len(list) != 0 || len(refused) != 1 || filepath.Base(refused[0].Input) != "hong.txt" {
		t.Errorf("received %+v, refused %+v, stored %+v", received, refused, list)
	}
}

func TestTakingInCanBeStopped(t *testing.T) {
	f, write := drafts(t)
	ctx, stop := context.WithCancel(context.Background())
	stop()
	_, _, err := reception.TakeGood(ctx, f, reception.Delivery{
		Texts: []string{write("bai.txt", story)}, Photos: []reception.Photo{{Path: drawnPicture(t)}},
	}, "Thu", nil)
	if err == nil {
		t.Error("it goes on")
	}
}
