package storage_test

import (
	"context"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// TestWhatIsSavedCanBeReceived: an article that no other file would take is not
// acknowledged, and the largest that is goes over, with the longest of names.
func TestWhatIsSavedCanBeReceived(t *testing.T) {
	f, other := create(t), create(t)
	lines := func(n int) (a bulletin.Article) {
		a.Headline = "Dài"
		for range n {
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: "Chữ."})
		}
		return a
	}
	save := func(a bulletin.Article, author string) error {
		_, err := f.SaveArticle(context.Background(), bulletin.NewID(), a, storage.Save{Author: author})
		return err
	}
	for name, a := range map[string]bulletin.Article{"paragraphs": lines(10_001), "headline": {Headline: strings.Repeat("chữ ", 3<<20)}} {
		if err := save(a, "Hà"); bulletin.TroubleKey(err) != "article_too_large" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := save(lines(10_000), strings.Repeat("Hà ", 1000)); err != nil {
		t.Fatal(err)
	}
	r := receive(t, other, f.Path())
	if len(r.Refused) > 0 || len(list(t, other, storage.Query{})) != 1 {
		t.Errorf("%+v", r)
	}
}
