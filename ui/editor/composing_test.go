package editor

import (
	"testing"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/bulletin/viet/telex"
	"bantin/ui/typing"
)

// TestAClickEndsTheWordThatIsComposed: what is typed after it leaves the word
// that the mouse pointed at alone.
func TestAClickEndsTheWordThatIsComposed(t *testing.T) {
	chosen := typing.Chosen()
	typing.Choose(typing.Manner{Method: telex.Telex})
	t.Cleanup(func() { typing.Choose(chosen) })
	e := opened(t, bulletin.Article{Headline: "Ba"}, fyne.NewSize(700, 500))
	e.FocusStart()
	press(e, fyne.KeyEnd)
	typeIn(e, "s")
	if got := article(e).Headline; got != "Bá" {
		t.Fatalf("composed is %q", got)
	}
	e.click(e.pointOf(e.m.Caret()).AddXY(1, 0))
	typeIn(e, "s ddos")
	if got := article(e).Headline; got != "Bás đó" {
		t.Errorf("after a click %q", got)
	}
}
