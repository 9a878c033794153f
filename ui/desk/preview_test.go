package desk_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/bulletin/intake"
	"bantin/export/layout"
	"bantin/internal/real"
	"bantin/storage"
	"bantin/ui/desk"
)

// realPiece is the real article with two real photos, in a drafts file.
func realPiece(t testing.TB) (*storage.File, layout.Piece) {
	t.Helper()
	ctx := context.Background()
	raw, err := os.ReadFile(real.Article(t))
	check(t, err)
	f, err := storage.Create(ctx, filepath.Join(t.TempDir(), "a.bantin"))
	check(t, err)
	t.Cleanup(func() { f.Close() })
	draft, err := intake.Text(raw)
	check(t, err)
	var photos []intake.BoundPhoto
	for _, name := range []string{"Garden.jpg", "Dune.jpg"} {
		original, err := os.ReadFile(real.Photo(t, name))
		check(t, err)
		p, err := f.AddPhoto(ctx, name, original)
		check(t, err)
		photos = append(photos, intake.BoundPhoto{SHA256: p.SHA256, WidthPx: p.WidthPx, HeightPx: p.HeightPx})
	}
	intake.Bind(&draft, photos)
	return f, layout.Piece{ID: bulletin.NewID(), Article: draft.Article}
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func layPiece(p layout.Piece) func() (*layout.Document, error) {
	return func() (*layout.Document, error) {
		style, err := styles.ByName(styles.DefaultArticle)
		if err != nil {
			return nil, err
		}
		return layout.Article(p, style)
	}
}

func TestTheNewestRequestWins(t *testing.T) {
	f, piece := realPiece(t)
	views := make(chan desk.View, 100)
	p := desk.NewPreviewer(desk.PagePhotos(f), func(v desk.View) { views <- v })
	for range 30 {
		p.Ask(desk.Sight{Lay: layPiece(piece), DPI: 40})
	}
	last := piece
	last.Article.Headline = "Tít cuối cùng"
	p.Ask(desk.Sight{Lay: layPiece(last), DPI: 40})
	shown := 0
	for {
		select {
		case v := <-views:
			shown++
			check(t, v.Err)
			if v.Document.Title == "Tít cuối cùng" {
				if shown > 2 {
					t.Errorf("%d pages were shown before the newest one", shown-1)
				}
				return
			}
		case <-time.After(time.Minute):
			t.Fatal("the newest page never came")
		}
	}
}

func TestAPageBeyondTheEndIsTheLast(t *testing.T) {
	f, piece := realPiece(t)
	views := make(chan desk.View, 1)
	p := desk.NewPreviewer(desk.PagePhotos(f), func(v desk.View) { views <- v })
	p.Ask(desk.Sight{Lay: layPiece(piece), Page: 99, DPI: 40})
	v := <-views
	check(t, v.Err)
	if v.Page != v.Pages-1 || len(v.Leaves) != 1 || v.Leaves[0].Picture == nil {
		t.Errorf("page %d of %d", v.Page, v.Pages)
	}
}

func BenchmarkPageAfterAPause(b *testing.B) {
	f, piece := realPiece(b)
	views := make(chan desk.View, 1)
	p := desk.NewPreviewer(desk.PagePhotos(f), func(v desk.View) { views <- v })
	b.ReportAllocs()
	for b.Loop() {
		p.Ask(desk.Sight{Lay: layPiece(piece), DPI: 60})
		<-views
	}
}
