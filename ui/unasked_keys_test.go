package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"bantin/ui/manuscript"
	"bantin/ui/parts"
)

// TestAPanelThatWasAskedForHasTheKeys: who has written, and nothing since it was
// asked for, writes nothing more behind it.
func TestAPanelThatWasAskedForHasTheKeys(t *testing.T) {
	w := opened(t, 1)
	w.sheet.Manuscript().Go(manuscript.Place{Block: int(manuscript.Headline)}, false)
	w.win.Canvas().Focus(w.sheet)
	w.letter('a')
	was := w.textOf(manuscript.Headline)
	pressed := 0
	p := &parts.Panel{Title: "Nhận bài", Width: 200, Body: space(10, 10), Agree: "Nhận", OnAgree: func() error { pressed++; return nil }}
	w.comes(time.Now(), func() *parts.Panel { return p })
	if !p.Visible() {
		t.Fatal("it waits for hands that have asked for it")
	}
	w.letter('w')
	w.letter(' ') // no answer, for it may have been on its way
	w.push(fyne.KeyBackspace)
	if got := w.textOf(manuscript.Headline); got != was || !p.Visible() {
		t.Errorf("the headline becomes %q; visible %v", got, p.Visible())
	}
	w.push(fyne.KeyReturn)
	if pressed != 1 || w.textOf(manuscript.Headline) != was {
		t.Errorf("pressed %d times, the headline is %q", pressed, w.textOf(manuscript.Headline))
	}
}

// TestAPanelTakesTheKeys when who wrote pauses or walks to it: then none goes to the
// text any more, and a Return that was on its way is there. Before that, whatever
// writes goes on to the text.
func TestAPanelTakesTheKeys(t *testing.T) {
	for name, takes := range map[string]func(t *testing.T, w *window, p *parts.Panel){
		"a pause": func(t *testing.T, _ *window, p *parts.Panel) {
			wait(t, "the pause", func() bool { return !p.Unasked })
		},
		"Tab":     func(_ *testing.T, w *window, _ *parts.Panel) { w.win.Canvas().FocusNext() },
		"a click": func(_ *testing.T, _ *window, p *parts.Panel) { p.TakeKeys() },
	} {
		t.Run(name, func(t *testing.T) {
			w := opened(t, 1)
			w.sheet.Manuscript().Go(manuscript.Place{Block: int(manuscript.Headline)}, false)
			w.win.Canvas().Focus(w.sheet)
			asked := time.Now()
			w.letter('a')
			p := &parts.Panel{Title: "Đã nhận", Width: 200, Body: space(10, 10), Agree: "Đọc"}
			w.comes(asked, func() *parts.Panel { return p })
			wait(t, "the hands rest", p.Visible)
			w.letter('b')
			w.letter('c')
			wait(t, "the hands rest again", p.Visible)
			w.push(fyne.KeyBackspace)
			if got := w.textOf(manuscript.Headline); !strings.HasPrefix(got, "ab") || strings.HasPrefix(got, "abc") || p.Visible() {
				t.Fatalf("Backspace is lost: the headline is %q", got)
			}
			wait(t, "the hands rest once more", p.Visible)
			w.push(fyne.KeyReturn)
			at := w.sheet.Manuscript().Selection().Caret.Block
			takes(t, w, p)
			if now := w.sheet.Manuscript().Selection().Caret.Block; now == at {
				t.Error("Return is lost: the caret stands where it stood")
			}
			was := w.sheet.Manuscript().Selection().Caret
			w.letter('x')
			w.letter('y')
			w.press(fyne.KeyDelete)
			w.win.Canvas().Unfocus()
			w.letter('z')
			if now := w.sheet.Manuscript().Selection().Caret; now != was {
				t.Errorf("the caret is at %v, not %v: keys of the panel went into the text", now, was)
			}
		})
	}
}

// TestAFileThatIsOpenedElsewhereWaitsForHands, also where they have not written since:
// it was no key or click in this window that asked for it.
func TestAFileThatIsOpenedElsewhereWaitsForHands(t *testing.T) {
	w := opened(t, 1)
	w.sheet.Manuscript().Go(manuscript.Place{Block: int(manuscript.Headline)}, false)
	w.win.Canvas().Focus(w.sheet)
	w.letter('a')
	w.sheet.FocusLost() // the window is brought to the front
	w.sheet.FocusGained()
	p := &parts.Panel{Title: "Có ai gửi cho bạn tệp", Width: 200, Body: space(10, 10), Agree: "Nhận"}
	w.comes(time.Time{}, func() *parts.Panel { return p })
	if p.Visible() {
		t.Fatal("it comes up before a person who writes")
	}
	wait(t, "the hands rest", p.Visible)
	w.letter('b')
	if got := w.textOf(manuscript.Headline); !strings.HasPrefix(got, "ab") {
		t.Errorf("the headline is %q", got)
	}
}
