package reception

import (
	"context"
	"path/filepath"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/intake"
	"bantin/storage"
)

// TestWhatWasStoredIsToldThoughTheRestWasNot: whoever tried once more would have
// it twice, not knowing of the first.
func TestWhatWasStoredIsToldThoughTheRestWasNot(t *testing.T) {
	f, err := storage.Create(context.Background(), filepath.Join(t.TempDir(), "a.bantin"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	drafts := []intake.Draft{
		{Article: bulletin.Article{Headline: "Một"}},
		{Article: bulletin.Article{Headline: "Hai", Body: make([]bulletin.Block, 20_000)}}, // the file takes no such
		{Article: bulletin.Article{Headline: "Ba"}},
	}
	for i := range drafts[1].Article.Body {
		drafts[1].Article.Body[i] = bulletin.Block{Kind: bulletin.Paragraph, Text: "chữ"}
	}
	received, err := store(context.Background(), f, drafts, []string{"1.txt", "2.txt", "3.txt"}, nil, "Lan")
	if bulletin.TroubleKey(err) != "article_too_large" || len(received) != 1 || received[0].Input != "1.txt" {
		t.Errorf("%+v %v", received, err)
	}
	if all, err := f.Articles(context.Background(), storage.Query{}); err != nil || len(all) != 1 {
		t.Errorf("%d are stored, %v", len(all), err)
	}
}
