package layout_test

import (
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

// TestAPhotoAtTheEndLeavesNoPageWhite lengthens an article that ends with its
// photo: where the photo has no room under the text it comes before some
// paragraphs, instead of standing alone overleaf with a quarter of the page before
// it white.
func TestAPhotoAtTheEndLeavesNoPageWhite(t *testing.T) {
	s := style(t, "a5-bulletin")
	foot := layout.Length(s.Page.Top) + layout.Length(s.Grid.Rows)*layout.Length(s.Grid.Leading)
	early := 0
	for paragraphs := 5; paragraphs < 40; paragraphs++ {
		a := someWords(paragraphs, 0)
		for i := range a.Body {
			a.Body[i].Text = strings.TrimSpace(strings.Repeat("Bà con thôn Tân Lập trồng thêm cây trên đồi, ", 2)) + " hẹn mùa sau."
		}
		a.Photos = append(a.Photos, bulletin.Photo{
			ID: "p1", SHA256: strings.Repeat("a", 64), WidthPx: 3000, HeightPx: 2000, Caption: "Bà con trồng cây trên đồi Cây Sim",
		})
		a.Body = append(a.Body, bulletin.Block{Kind: bulletin.PhotoAnchor, Photo: "p1"})
		d, err := layout.Article(layout.Piece{ID: "bai", Article: a}, s)
		if err != nil {
			t.Fatal(err)
		}
		checkPages(t, d)
		checkText(t, d, "bai", a, true)
		last := len(d.Pages) - 1
		for i, p := range d.Pages {
			words, lowest := 0, layout.Length(0)
			for _, item := range p.Items {
				switch it := item.(type) {
				case layout.Text:
					if it.Source.Field == bulletin.FieldBody {
						words++
						lowest = max(lowest, it.Y)
					}
				case layout.Picture:
					lowest = max(lowest, it.Box.Bottom())
					if i < last {
						early++
					}
				}
			}
			if words == 0 {
				t.Errorf("%d paragraphs: page %d has no words", paragraphs, i+1)
			}
			if white := foot - lowest; i < last && white > layout.Length(s.Grid.Rows/8)*layout.Length(s.Grid.Leading) {
				t.Errorf("%d paragraphs: page %d has %.0f mm of white", paragraphs, i+1, white.InMillimetres())
			}
		}
	}
	if early == 0 {
		t.Error("no photo came early")
	}
}
