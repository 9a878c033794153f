package editor

import (
	"testing"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/ui/manuscript"
)

// TestControlEndGoesToTheEndOfTheText and stays there, so that what is pasted next goes
// on the text; from what stands behind it, it goes to the end of the sheet.
func TestControlEndGoesToTheEndOfTheText(t *testing.T) {
	for name, body := range map[string][]bulletin.Block{
		"text":     {{Kind: bulletin.Paragraph, Text: "Một."}, {Kind: bulletin.Paragraph, Text: "Hai."}},
		"no text":  nil,
		"of photo": {{Kind: bulletin.Paragraph, Text: "Hai."}, {Kind: bulletin.PhotoAnchor, Photo: "p1"}},
	} {
		e := opened(t, bulletin.Article{Headline: "Tít", Body: body, Photos: []bulletin.Photo{{ID: "p1"}}[:min(len(body)/2, 1)], Byline: "Mai"}, fyne.NewSize(700, 500))
		e.FocusStart()
		pressCtrl(e, fyne.KeyEnd, 0)
		b := e.m.Block(e.m.Caret().Block)
		if b.Kind != manuscript.Paragraph || e.m.Caret().Offset != b.Len() || len(body) > 0 && b.String() != "Hai." {
			t.Errorf("%s: the caret is in %v %q", name, b.Kind, b.String())
		}
		end := e.m.Caret()
		pressCtrl(e, fyne.KeyEnd, 0)
		if e.m.Caret() != end {
			t.Errorf("%s: pressed again it is at %v", name, e.m.Caret())
		}
		e.m.Go(manuscript.Place{Block: e.m.Find(manuscript.Byline)}, false)
		pressCtrl(e, fyne.KeyEnd, 0)
		if e.m.Caret() != e.m.End() {
			t.Errorf("%s: from the byline it goes to %v", name, e.m.Caret())
		}
	}
}
