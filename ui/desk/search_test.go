package desk_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
)

// TestTheFirstHitsComeFirst: of a search with many hits a screenful is told
// before the whole.
func TestTheFirstHitsComeFirst(t *testing.T) {
	f, err := storage.Create(context.Background(), filepath.Join(t.TempDir(), "a.bantin"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	const many = 230
	for range many {
		a := bulletin.Article{Headline: "Hội nghị"}
		if _, err := f.SaveArticle(context.Background(), bulletin.NewID(), a, storage.Save{}); err != nil {
			t.Fatal(err)
		}
	}
	answers := make(chan desk.Answer, 10)
	s := desk.NewSearcher(f, func(a desk.Answer) { answers <- a })
	s.Search(storage.Query{Text: "hoi"})
	for _, want := range []int{200, many} {
		select {
		case a := <-answers:
			if a.Err != nil || len(a.Articles) != want {
				t.Errorf("%d articles, %v; want %d", len(a.Articles), a.Err, want)
			}
		case <-time.After(time.Minute):
			t.Fatal("no answer")
		}
	}
}
