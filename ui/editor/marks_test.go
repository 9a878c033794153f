package editor

import (
	"testing"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/ui/manuscript"
)

func TestAPhotoIsMendedFromItsMenu(t *testing.T) {
	e := opened(t, bulletin.Article{
		Body:   []bulletin.Block{{Kind: bulletin.Paragraph, Text: "Một"}},
		Photos: []bulletin.Photo{{ID: "p1", SHA256: "aa", Caption: "Anh chụp"}},
	}, usual)
	f := bulletin.Finding{
		Rule: "photo_soft", Fix: bulletin.FixSmallerPhoto, Args: bulletin.Args{"size": "small", "dpi": 180, "width_mm": 60},
		Where: bulletin.Place{Photo: "p1", Block: -1},
	}
	var mended []bulletin.Finding
	e.OnFix = func(f bulletin.Finding) { mended = append(mended, f) }
	e.SetFindings([]bulletin.Finding{f})
	offered := func() *fyne.MenuItem {
		for _, i := range e.contextMenu().Items {
			if i.Label == e.say.Say("fix.smaller_photo", nil) {
				return i
			}
		}
		return nil
	}
	e.m.Go(manuscript.Place{Block: e.m.BodyStart()}, false)
	if offered() != nil {
		t.Error("offered away from the photo")
	}
	e.m.Go(manuscript.Place{Block: e.m.Figure("p1") + 1}, false)
	if item := offered(); item == nil {
		t.Fatal("not offered at the photo")
	} else {
		item.Action()
	}
	if len(mended) != 1 || mended[0].Rule != f.Rule {
		t.Errorf("mended %+v", mended)
	}
}

// TestAnEmptyParagraphIsSeenWhereItsNeighbourIs: on a page it stands nowhere.
func TestAnEmptyParagraphIsSeenWhereItsNeighbourIs(t *testing.T) {
	e := opened(t, bulletin.Article{Body: []bulletin.Block{
		{Kind: bulletin.Paragraph, Text: "Một"}, {Kind: bulletin.Paragraph, Text: "Hai"}, {Kind: bulletin.Paragraph, Text: "Ba"},
	}}, usual)
	second := e.m.BodyStart() + 1
	e.m.Go(manuscript.Place{Block: second, Offset: 3}, false)
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if p := e.Seen(); p.Block != 1 || p.Offset != 3 || p.Field != bulletin.FieldBody {
		t.Errorf("behind the second paragraph the caret is seen at %+v", p)
	}
	e.m.Go(manuscript.Place{Block: e.m.BodyStart()}, false)
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	e.m.Go(manuscript.Place{Block: e.m.BodyStart()}, false)
	if p := e.Seen(); p.Block != 0 || p.Offset != 0 {
		t.Errorf("before the first one it is seen at %+v", p)
	}
	e.m.Go(manuscript.Place{Block: e.m.BodyStart() + 2, Offset: 1}, false)
	if p := e.Seen(); p != e.Where() {
		t.Errorf("in a paragraph with text it is seen at %+v, not %+v", p, e.Where())
	}
}
