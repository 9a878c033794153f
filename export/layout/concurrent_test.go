package layout_test

import (
	"sync"
	"testing"

	"bantin/assets/styles"
	"bantin/export/layout"
)

func TestManyLayoutsAtOnce(t *testing.T) {
	a := planting()
	a.Normalize()
	s := style(t, styles.DefaultArticle)
	want := dump(article(t, a))
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			d, err := layout.Article(layout.Piece{ID: "bai", Article: a}, s)
			if err != nil || dump(d) != want {
				t.Errorf("laid out differently: %v", err)
			}
		})
	}
	group.Wait()
}
