package manuscript_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"bantin/bulletin"
	"bantin/ui/manuscript"
)

// TestWhatComesBesideLeavesTheCaretWithItsText, wherever it comes: the next
// letter stands where it would have stood.
func TestWhatComesBesideLeavesTheCaretWithItsText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyArticle().Draw(t, "article")
		m := manuscript.New(&a)
		m.Go(place(t, m), false)
		m.Type('x')
		at := m.Caret()
		block := m.Block(at.Block)
		m.Beside(func() {
			if rapid.Bool().Draw(t, "fills a frame") && m.EmptyFrame("") != "" {
				p := *m.Photo(m.EmptyFrame(""))
				p.SHA256 = "bb"
				m.SetPhoto(p)
				return
			}
			m.AddPhotoAt(bulletin.Photo{SHA256: "bb"}, place(t, m).Block)
		})
		if caret := m.Caret(); m.Block(caret.Block) != block || caret.Offset != at.Offset {
			t.Fatalf("the caret went from %v to %v", at, caret)
		}
	})
}

// TestAnEmptyParagraphStaysWhereOneIsToWrite, though a photo otherwise takes its
// place.
func TestAnEmptyParagraphStaysWhereOneIsToWrite(t *testing.T) {
	m := manuscript.New(&bulletin.Article{Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: "một"}, {Kind: bulletin.Paragraph, Text: "hai"}}})
	m.Go(manuscript.Place{Block: m.BodyStart(), Offset: 3}, false)
	m.Enter()
	block := m.Block(m.Caret().Block)
	m.Beside(func() { m.AddPhotoAt(bulletin.Photo{SHA256: "bb"}, m.Caret().Block+1) })
	m.Type('x')
	if got := block.String(); got != "x" {
		t.Errorf("the paragraph says %q", got)
	}
}

// TestPhotosStandInTheOrderInWhichTheyWereAdded, though the caret goes back to their
// paragraph each time. A photo that an empty paragraph makes room for stands there.
func TestPhotosStandInTheOrderInWhichTheyWereAdded(t *testing.T) {
	m, _ := sheet(paragraphs("một", "hai"))
	first := m.BodyStart()
	for _, sha256 := range []string{"aa", "bb", "cc"} {
		m.Go(at(first, 3), false)
		m.AddPhoto(bulletin.Photo{SHA256: sha256})
	}
	order := func() (all []string) {
		for i := range m.Len() {
			if b := m.Block(i); b.Kind == manuscript.Figure {
				all = append(all, b.Photo.SHA256)
			} else if b.Kind == manuscript.Paragraph {
				all = append(all, b.String())
			}
		}
		return all
	}
	if got := order(); !slices.Equal(got, []string{"một", "aa", "bb", "cc", "hai"}) {
		t.Errorf("they stand as %q", got)
	}
	m.Go(at(first, 3), false)
	m.Enter()
	m.AddPhoto(bulletin.Photo{SHA256: "dd"})
	if got := order(); !slices.Equal(got, []string{"một", "dd", "aa", "bb", "cc", "hai"}) {
		t.Errorf("they stand as %q", got)
	}
}

// TestPicturesOfOnePasteAreOneStep, except where something was typed between
// them.
func TestPicturesOfOnePasteAreOneStep(t *testing.T) {
	m, _ := sheet(paragraphs("một"))
	batch := new(int)
	add := func() { m.Together(batch, func() { m.AddPhoto(bulletin.Photo{SHA256: "bb"}) }) }
	m.AddPhoto(bulletin.Photo{SHA256: "aa"})
	add()
	add()
	m.Undo()
	if m.Photos() != 1 {
		t.Fatalf("%d photos after taking two back", m.Photos())
	}
	m.Redo()
	if m.Photos() != 3 {
		t.Fatalf("%d photos after doing it again", m.Photos())
	}
	m.Go(at(m.BodyStart(), 3), false)
	m.Type('x')
	add()
	m.Undo()
	m.Undo()
	if m.Photos() != 3 || m.TextOf(manuscript.Paragraph) != "một" {
		t.Errorf("%d photos, %q", m.Photos(), m.TextOf(manuscript.Paragraph))
	}
}
