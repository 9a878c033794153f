package settle_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/bulletin/merge"
	_ "bantin/ui/locale"
	"bantin/ui/look"
	"bantin/ui/settle"
)

func TestConflictsAreSettledByOneKeyEach(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.Theme{})
	win := a.NewWindow("")
	defer win.Close()
	win.Resize(fyne.NewSize(1366, 740))
	var settled merge.Choices
	p := &settle.Panel{
		Say: translations.For(translations.Vietnamese), Title: "Trồng rừng", Ours: "Thu",
		Conflicts: []merge.Conflict{
			{Field: "headline", Base: "Trồng rừng", Ours: "Trồng rừng đước", Theirs: "Ra quân trồng rừng"},
			{Field: "body", Base: "Một.", Ours: "", Theirs: "Một hai.", CanBoth: true},
			{Field: "body", Nth: 2, Base: "Ba.", Ours: "Bốn.", Theirs: "Năm.", CanBoth: true},
		},
		Theirs: func(merge.Conflict) string { return "Hường" },
		What:   func(c merge.Conflict) string { return c.Field },
		Settle: func(c merge.Choices) error { settled = c; return nil },
	}
	panel := p.Show(win)
	key := func(name fyne.KeyName) { win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	key(fyne.Key2)
	key(fyne.Key4)
	key(fyne.KeyUp) // back to the second
	key(fyne.Key1)
	panel.Submit() // not everything is chosen; the button does not answer to a click
	if settled["body#2"] != "" {
		t.Fatal("settled without a choice")
	}
	panel.Hide()
	panel = p.Show(win)
	for _, k := range []fyne.KeyName{fyne.Key2, fyne.Key4, fyne.Key3} {
		key(k)
	}
	key(fyne.KeyReturn) // the button has the focus
	want := merge.Choices{"headline": merge.Theirs, "body": merge.Both, "body#2": merge.Base}
	for k, side := range want {
		if settled[k] != side {
			t.Errorf("%s is settled by %q, want %q", k, settled[k], side)
		}
	}
	if panel.Visible() {
		t.Error("the panel stays")
	}
}
