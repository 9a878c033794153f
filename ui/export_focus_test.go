package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/field"
)

// TestEnterExportsAfterAClickBesideEverything: a press on an empty part of a
// panel takes the keyboard from everything in it; Enter does all the same what
// the filled button does.
func TestEnterExportsAfterAClickBesideEverything(t *testing.T) {
	w := opened(t, 1)
	w.askExport()
	wait(t, "the panel is there", w.busy)
	c := w.win.Canvas()
	panel := c.Overlays().Top()
	if c.Focused() == nil {
		t.Fatal("nothing in the panel has the keyboard")
	}
	c.Unfocus() // as such a press does
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
	wait(t, "it goes on to where to export to", func() bool { return c.Overlays().Top() != panel })
}

// TestTheKeysStayOnTheFoldThatIsChosen: what is asked of a booklet comes and goes
// beside it.
func TestTheKeysStayOnTheFoldThatIsChosen(t *testing.T) {
	w := opened(t, 1)
	w.settings.p.SetString(keyProfile, "office")
	w.settings.p.SetBool(keyBooklet, false)
	w.askExport()
	wait(t, "the panel is there", w.busy)
	c := w.win.Canvas()
	panel := c.Overlays().Top().(*widget.PopUp).Content
	c.Focus(buttonIn(panel, w.say.Say("desk.export.fold_no", nil)))
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if !w.settings.p.Bool(keyBooklet) {
		t.Fatal("the arrow did not choose the booklet")
	}
	if yes := buttonIn(panel, w.say.Say("desk.export.fold_yes", nil)); yes == nil || c.Focused() != fyne.Focusable(yes) {
		t.Errorf("%T has the keys", c.Focused())
	}
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if w.settings.p.Bool(keyBooklet) {
		t.Error("the arrow back did not choose single pages")
	}
}

// TestEscapeLeadsBackToThePanelThatAsked: who does not yet know where a file shall go
// finds the panel again as it was filled in.
func TestEscapeLeadsBackToThePanelThatAsked(t *testing.T) {
	for name, ask := range map[string]func(*window){
		"export": func(w *window) { w.askExport() },
		"send":   func(w *window) { w.askSend(nil) },
	} {
		w := opened(t, 1)
		w.settings.p.SetString(keyProfile, "screen")
		ask(w)
		wait(t, "the panel is there", w.busy)
		c := w.win.Canvas()
		body := func() fyne.CanvasObject { return c.Overlays().Top().(*widget.PopUp).Content }
		filled := ""
		for _, o := range test.LaidOutObjects(body()) {
			if in, ok := o.(*field.Field); ok {
				in.SetText("1")
				filled = in.Text()
			}
		}
		before := buttonIn(body(), w.say.Say("desk.export.choose_place", nil))
		before.Tapped(nil)
		wait(t, name+": where to is asked", func() bool {
			return w.busy() && buttonIn(body(), w.say.Say("desk.fyne.save", nil)) != nil
		})
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		wait(t, name+": the panel is there again", func() bool {
			return w.busy() && buttonIn(body(), w.say.Say("desk.export.choose_place", nil)) != nil
		})
		for _, o := range test.LaidOutObjects(body()) {
			if in, ok := o.(*field.Field); ok && in.Text() != filled {
				t.Errorf("%s: what was filled in has become %q", name, in.Text())
			}
		}
		if c.Focused() != fyne.Focusable(buttonIn(body(), w.say.Say("desk.export.choose_place", nil))) {
			t.Errorf("%s: %T has the keys", name, c.Focused())
		}
		c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if w.busy() {
			t.Errorf("%s: Escape does not lead out of the panel", name)
		}
	}
}

// TestAPageThatIsNotThereIsToldInThePanel, for whatever the file is made, and the
// panel stays; what is there goes on.
func TestAPageThatIsNotThereIsToldInThePanel(t *testing.T) {
	for _, profile := range profiles {
		w := opened(t, 1)
		w.settings.p.SetString(keyProfile, profile)
		form := &exportForm{w: w, things: w.printable()}
		form.chosen = form.things[0]
		form.chosen.profile = profile
		form.ask()
		form.pages.SetText("99")
		form.panel.Submit()
		form.panel.Submit() // pressed twice
		for end := time.Now().Add(10 * time.Second); form.panel.Visible() && form.panel.Complaint() == "" && time.Now().Before(end); {
			select {
			case show := <-toShow:
				show()
			case <-time.After(50 * time.Millisecond):
			}
		}
		if !form.panel.IsTop() || !strings.Contains(form.panel.Complaint(), "1 trang") {
			t.Errorf("%s: the panel is in front: %v; it says %q, the notice %q", profile, form.panel.IsTop(), form.panel.Complaint(), w.notice())
			continue
		}
		form.pages.SetText("1")
		form.panel.Submit()
		wait(t, "it goes on", func() bool { return !form.panel.Visible() && w.busy() })
	}
}
