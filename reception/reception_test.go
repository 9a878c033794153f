package reception_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/internal/real"
	"bantin/reception"
	"bantin/storage"
)

const story = "Ra quân trồng cây đầu xuân\n\nSáng 5/2, hơn 200 người đã tham gia trồng cây.\n\nBà con mang theo cuốc xẻng từ sớm.\n"

// drafts is a new drafts file and a way to write files beside it.
func drafts(t *testing.T) (*storage.File, func(name, text string) string) {
	t.Helper()
	dir := t.TempDir()
	f, err := storage.Create(context.Background(), filepath.Join(dir, "a.bantin"))
	check(t, err)
	t.Cleanup(func() { f.Close() })
	return f, func(name, text string) string {
		path := filepath.Join(dir, name)
		check(t, os.WriteFile(path, []byte(text), 0o600))
		return path
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestSeveralTextsBecomeArticles(t *testing.T) {
	f, write := drafts(t)
	ctx := context.Background()
	received, err := reception.TakeIn(ctx, f, reception.Delivery{Texts: []string{
		write("a.txt", story), write("b.txt", "Họp thôn Tân Lập\n\nTối qua, thôn đã họp.\n"),
	}}, "Thu", nil)
	check(t, err)
	if len(received) != 2 || received[1].Article.Headline != "Họp thôn Tân Lập" {
		t.Fatalf("received %+v", received)
	}
	for _, r := range received {
		stored, err := f.Article(ctx, r.ID)
		check(t, err)
		if stored.Article.Headline != r.Article.Headline || stored.Author != "Thu" {
			t.Errorf("stored %+v", stored)
		}
		history, err := f.History(ctx, r.ID)
		check(t, err)
		if len(history) != 1 || history[0].Reason != bulletin.ReasonImport {
			t.Errorf("history %+v", history)
		}
	}
}

func TestPicturesGoIntoTheirFramesInOrder(t *testing.T) {
	f, _ := drafts(t)
	heard := 0
	received, err := reception.TakeIn(context.Background(), f, reception.Delivery{
		Texts: []string{real.Article(t)},
		Photos: []reception.Photo{
			{Path: real.Photo(t, "Garden.jpg")}, {Path: real.Photo(t, "LadyBird.jpg"), Caption: "Con bọ rùa"},
		},
	}, "Thu", func(done, total int) { heard = total })
	check(t, err)
	photos := received[0].Article.Photos
	if len(photos) != 2 || photos[0].IsEmptyFrame() || photos[0].Caption == "" || !strings.HasSuffix(photos[1].Caption, ". Con bọ rùa") {
		t.Errorf("photos %+v", photos)
	}
	if heard != 2 {
		t.Errorf("heard of %d pictures", heard)
	}
}

func TestOneBadFileAmongGoodOnesLeavesEverything(t *testing.T) {
	f, write := drafts(t)
	ctx := context.Background()
	good := write("a.txt", story)
	photo := reception.Photo{Path: write("b.jpg", "no picture")}
	for key, d := range map[string]reception.Delivery{
		"text_binary":       {Texts: []string{good, write("b.txt", "\x00\x01\x02\x00\xff")}},
		"article_too_large": {Texts: []string{good, write("dai.txt", "Dài\n\n"+strings.Repeat("Một đoạn.\n\n", 10_001))}},
		"input_missing":     {Texts: []string{good, good + "x"}},
		"input_is_folder":   {Texts: []string{filepath.Dir(good)}},
		"photo_not_picture": {Texts: []string{good}, Photos: []reception.Photo{photo}},
		"photos_of_which":   {Texts: []string{good, good}, Photos: []reception.Photo{photo}},
	} {
		if _, err := reception.TakeIn(ctx, f, d, "Thu", nil); bulletin.TroubleKey(err) != key {
			t.Errorf("%v, not %s", err, key)
		}
	}
	list, err := f.Articles(ctx, storage.Query{})
	check(t, err)
	if len(list) != 0 {
		t.Errorf("stored %+v", list)
	}
}
