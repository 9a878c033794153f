package settle_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/bulletin/merge"
	"bantin/ui/look"
	"bantin/ui/settle"
)

// TestAPanelGoesOnFromWhatWasChosen, where the same texts stand against each other;
// the keys are at the first question that is open.
func TestAPanelGoesOnFromWhatWasChosen(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.Theme{})
	win := a.NewWindow("")
	defer win.Close()
	win.Resize(fyne.NewSize(1366, 740))
	one := merge.Conflict{Field: "headline", Base: "Trồng rừng", Ours: "Trồng rừng đước", Theirs: "Ra quân trồng rừng"}
	two := merge.Conflict{Field: "deck", Base: "Một.", Ours: "Hai.", Theirs: "Ba."}
	var settled merge.Choices
	panel := func(taken []settle.Taken, conflicts ...merge.Conflict) *settle.Panel {
		return &settle.Panel{
			Say: translations.For(translations.Vietnamese), Questions: asked(conflicts...), Taken: taken,
			Settle: func(c merge.Choices) error { settled = c; return nil },
		}
	}
	key := func(name fyne.KeyName) { win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	first := panel(nil, one, two)
	shown := first.Show(win)
	key(fyne.Key2)
	shown.Hide()

	again := panel(first.Chosen(), one, two)
	again.Show(win)
	key(fyne.Key1)      // of the second question
	key(fyne.KeyReturn) // the button has the focus
	if settled["headline"] != merge.Theirs || settled["deck"] != merge.Ours {
		t.Errorf("settled as %v", settled)
	}

	one.Theirs = "Ra quân trồng rừng đước"
	if left := panel(first.Chosen(), one, two); len(left.Show(win).Title) != 0 || len(left.Chosen()) != 0 {
		t.Errorf("a choice between other words is taken: %v", left.Chosen())
	}
}
