package editor

import (
	"testing"

	"fyne.io/fyne/v2"

	"bantin/ui/manuscript"
)

// TestAChosenPhotoIsCopiedAndCut with its words, like text that is selected.
func TestAChosenPhotoIsCopiedAndCut(t *testing.T) {
	for _, caption := range []string{"Lúa chín trên ruộng bậc thang.", ""} {
		a := withPhoto()
		a.Photos[0].Caption = caption
		e := opened(t, a, usual)
		clipboard := fyne.CurrentApp().Clipboard()
		clipboard.SetContent("trước đó")
		e.m.Go(manuscript.Place{Block: e.m.Figure("p1")}, false)
		e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
		if got := clipboard.Content(); caption != "" && got != caption || got == "" || got == "trước đó" {
			t.Errorf("other programs get %q", got)
		}
		was := article(e)
		e.m.Go(e.m.TextEnd(), false)
		e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
		two := article(e)
		if len(two.Photos) != 2 || two.Photos[1].SHA256 != was.Photos[0].SHA256 || two.Photos[1].Caption != caption || two.Photos[1].ID == "p1" {
			t.Errorf("pasted: %+v", two.Photos)
		}
		e.Undo()
		e.m.Go(manuscript.Place{Block: e.m.Figure("p1")}, false)
		e.TypedShortcut(&fyne.ShortcutCut{Clipboard: clipboard})
		if now := article(e); len(now.Photos) != 0 {
			t.Errorf("cut: %+v", now.Photos)
		}
		e.m.Go(e.m.TextEnd(), false)
		e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
		if now := article(e); len(now.Photos) != 1 || now.Photos[0].SHA256 != was.Photos[0].SHA256 || now.Photos[0].Caption != caption {
			t.Errorf("put elsewhere: %+v", now.Photos)
		}
	}
}
