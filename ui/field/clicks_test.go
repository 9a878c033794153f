package field

import (
	"testing"

	"bantin/bulletin/viet/telex"
	"bantin/ui/typing"
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// TestThePressesOfTheMouseSelectMoreAndMore: as fast as they come, without the
// window having a turn between them.
func TestThePressesOfTheMouseSelectMoreAndMore(t *testing.T) {
	test.NewTempApp(t)
	f := New(Look{Size: 14, Leading: 1.5})
	f.SetText("Một hai ba\nbốn năm")
	f.Resize(fyne.NewSize(400, 200))
	press := func(at fyne.Position) {
		f.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
	}
	x, y, _ := f.text.point(5)
	in := fyne.NewPos(x, y+3)
	for n, want := range []string{"", "hai", "Một hai ba", "", "hai"} {
		press(in.AddXY(float32(n%2), 0)) // no hand is quite still
		if got := f.Selected(); got != want {
			t.Errorf("press %d selects %q, want %q", n+1, got, want)
		}
	}
	press(in.AddXY(60, 0))
	if got := f.Selected(); got != "" {
		t.Errorf("a press elsewhere selects %q", got)
	}
	f.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: in}})
	press(in.AddXY(60, 0))
	if got := f.Selected(); got != "" {
		t.Errorf("a press after a drag selects %q", got)
	}
}

// TestAClickEndsTheWordThatIsComposed: what is typed after it leaves the word
// that the mouse pointed at alone.
func TestAClickEndsTheWordThatIsComposed(t *testing.T) {
	test.NewTempApp(t)
	chosen := typing.Chosen()
	typing.Choose(typing.Manner{Method: telex.Telex})
	t.Cleanup(func() { typing.Choose(chosen) })
	f := New(Look{Size: 14, Leading: 1.5})
	f.SetText("ba")
	f.Resize(fyne.NewSize(400, 200))
	x, y, _ := f.text.point(2)
	f.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x+1, y+3)}, Button: desktop.MouseButtonPrimary})
	for _, r := range "s ddos" {
		f.TypedRune(r)
	}
	if f.Text() != "bas đó" {
		t.Errorf("%q", f.Text())
	}
}
