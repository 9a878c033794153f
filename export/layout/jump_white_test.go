package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"

	"pgregory.net/rapid"
)

// whiteAboveJump is how many lines stand empty between what a story ends with
// on a page and its “Xem tiếp trang N”, in the column of that line.
func whiteAboveJump(s styles.Style, d *layout.Document, page int, id bulletin.ID) layout.Length {
	left, pitch := layout.Length(s.Page.Inside), layout.Length(s.ColumnWidth()+s.Grid.Gutter)
	if page%2 == 0 {
		left = layout.Length(s.Page.Outside)
	}
	feet := feetOf(s, d, page, id)
	for _, item := range d.Pages[page-1].Items {
		l, ok := item.(layout.Text)
		if !ok || l.Source.Part != layout.PartJump || l.Source.Article != id || !strings.Contains(text(l), "Xem tiếp") {
			continue
		}
		col := int((l.X - left) / pitch)
		if feet[col].y == 0 {
			return 0 // nothing of the story stands in the column
		}
		return (l.Y-feet[col].y)/layout.Length(s.Grid.Leading) - 1
	}
	return 0
}

// opensWithPhoto reports that what goes on on a page has a photo at its head:
// one that found no room on the page before.
func opensWithPhoto(s styles.Style, d *layout.Document, page int, id bulletin.ID) bool {
	top, leading := layout.Length(s.Page.Top), layout.Length(s.Grid.Leading)
	for _, item := range d.Pages[page-1].Items {
		if p, ok := item.(layout.Picture); ok && p.Source.Article == id && p.Box.Y-top < 4*leading {
			return true
		}
	}
	return false
}

// TestRealStoriesFillTheirPageBeforeAJump: at most a line stands empty above
// “Xem tiếp trang N”.
func TestRealStoriesFillTheirPageBeforeAJump(t *testing.T) {
	for _, name := range wholeStyles {
		s := style(t, name)
		for _, times := range []int{1, 8} {
			_, pieces := realIssue(t, times)
			d, err := layout.Issue(number4(), pieces, s)
			if err != nil {
				t.Fatal(err)
			}
			for _, story := range d.Stories {
				for page := story.FirstPage; page < story.LastPage; page++ {
					if white := whiteAboveJump(s, d, page, story.Article); white > 1 {
						t.Errorf("%s, %d stories, page %d: %d lines above the jump of %s", name, times, page, white, story.Article)
					}
				}
			}
		}
	}
}

// TestWhiteAboveAJumpIsBounded looks at long stories of all kinds: only a photo
// that goes overleaf, and what has to stand with it, leaves more than eight lines.
func TestWhiteAboveAJumpIsBounded(t *testing.T) {
	const mostAboveJump = 8
	rapid.Check(t, func(r *rapid.T) {
		s := style(t, rapid.SampledFrom(wholeStyles).Draw(r, "style"))
		var pieces []layout.Piece
		for i := range rapid.IntRange(1, 3).Draw(r, "stories") {
			pieces = append(pieces, layout.Piece{ID: bulletin.ID(fmt.Sprint("bai", i+1)), Article: longStory(r)})
		}
		d, err := layout.Issue(number4(), pieces, s)
		if err != nil {
			r.Fatal(err)
		}
		for _, story := range d.Stories {
			for page := story.FirstPage; page < story.LastPage; page++ {
				white := whiteAboveJump(s, d, page, story.Article)
				if white > mostAboveJump && !opensWithPhoto(s, d, page+1, story.Article) {
					r.Fatalf("%s, page %d: %d lines above the jump of %s", s.Name, page, white, story.Article)
				}
			}
		}
	})
}
