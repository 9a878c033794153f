package field

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func shown(t testing.TB, s string) *Field {
	test.NewTempApp(t)
	f := New(Look{Size: 14, Leading: 1.5})
	f.SetText(s)
	w := test.NewTempWindow(t, f)
	w.Resize(fyne.NewSize(400, 300))
	w.Canvas().Focus(f)
	return f
}

func press(f *Field, keys ...fyne.KeyName) {
	for _, k := range keys {
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func write(f *Field, s string) {
	for _, r := range s {
		f.TypedRune(r)
	}
}

// UniKey sends backspaces and the new letters, without a gap.
func TestBackspaceAndRetypeIsExact(t *testing.T) {
	f := shown(t, "")
	write(f, "tieng")
	press(f, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	write(f, "êng")
	press(f, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
	write(f, "ếng Việt")
	if f.Text() != "tiếng Việt" {
		t.Errorf("got %q", f.Text())
	}
}

func TestUndoTakesBackByLineAndRedoes(t *testing.T) {
	f := shown(t, "")
	write(f, "Một câu.")
	press(f, fyne.KeyReturn)
	write(f, "Câu hai.")
	f.Undo()
	if f.Text() != "Một câu.\n" {
		t.Errorf("after undo: %q", f.Text())
	}
	f.Undo()
	if f.Text() != "" {
		t.Errorf("after the second undo: %q", f.Text())
	}
	f.Redo()
	f.Redo()
	if f.Text() != "Một câu.\nCâu hai." {
		t.Errorf("after redo: %q", f.Text())
	}
}

func TestPastedParagraphsInASingleField(t *testing.T) {
	f := shown(t, "")
	f.Single = true
	f.Paste("Tít một\ntít hai\n")
	if f.Text() != "Tít một tít hai" {
		t.Errorf("got %q", f.Text())
	}
	f.Undo()
	if f.Text() != "" {
		t.Errorf("after undo: %q", f.Text())
	}
}

func TestSelectingAndReplacing(t *testing.T) {
	f := shown(t, "một hai ba")
	f.SetCaret(4)
	f.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(f, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	f.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if f.Selected() != "hai" {
		t.Fatalf("selected %q", f.Selected())
	}
	write(f, "2")
	if f.Text() != "một 2 ba" {
		t.Errorf("got %q", f.Text())
	}
	f.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyBackspace, Modifier: fyne.KeyModifierShortcutDefault})
	if f.Text() != "một  ba" {
		t.Errorf("after erasing a word: %q", f.Text())
	}
}

func TestTheCaretLeavesAtTheEnds(t *testing.T) {
	f := shown(t, "một dòng")
	var left []Direction
	f.OnLeave = func(to Direction, _ float32) { left = append(left, to) }
	press(f, fyne.KeyUp, fyne.KeyDown)
	if len(left) != 2 || left[0] != Up || left[1] != Down {
		t.Errorf("left to %v", left)
	}
}

func TestRewriteCanBeUndone(t *testing.T) {
	f := shown(t, "một\n[ảnh 1]\nhai")
	f.Rewrite("một\nhai\n[ảnh 1]")
	if f.Text() != "một\nhai\n[ảnh 1]" {
		t.Fatalf("got %q", f.Text())
	}
	f.Undo()
	if f.Text() != "một\n[ảnh 1]\nhai" {
		t.Errorf("after undo: %q", f.Text())
	}
}

func TestClampEndsInAnEllipsis(t *testing.T) {
	test.NewTempApp(t)
	lines := Clamp("Xã vùng cao ra quân trồng cây đầu năm mới, phủ xanh đồi trọc", Look{Size: 14, Leading: 1.3}, 150, 2)
	if len(lines) != 2 || !strings.HasSuffix(lines[1], "…") {
		t.Errorf("got %q", lines)
	}
}

// TestAOneRowFieldShowsAllThatFits: a text that is replaced by a shorter one is
// shown from its beginning.
func TestAOneRowFieldShowsAllThatFits(t *testing.T) {
	f := shown(t, "")
	f.OneRow = true
	f.Resize(fyne.NewSize(80, 20))
	for _, r := range strings.Repeat("dài ", 20) {
		f.TypedRune(r)
	}
	if f.firstRune == 0 {
		t.Fatal("a long text does not slide")
	}
	f.SelectAll()
	for _, r := range "tam" {
		f.TypedRune(r)
	}
	if f.firstRune != 0 {
		t.Errorf("shown from letter %d", f.firstRune)
	}
	f.Resize(fyne.NewSize(0, 0))
	f.SetCaret(2)
	f.Resize(fyne.NewSize(80, 20))
	if f.firstRune != 0 {
		t.Errorf("after it had no size, shown from letter %d", f.firstRune)
	}
}

func TestAFieldOfOneLineIsSelectedWhenItIsFirstCome(t *testing.T) {
	f := shown(t, "")
	f.FocusLost()
	f.Single = true
	f.SetText("Mai Thắm")
	f.FocusGained()
	if f.Selected() != "Mai Thắm" {
		t.Errorf("selected %q", f.Selected())
	}
	press(f, fyne.KeyHome)
	f.FocusLost()
	f.FocusGained() // as when the person comes back from another window
	if f.Selected() != "" || f.Caret() != 0 {
		t.Errorf("selected %q, caret at %d", f.Selected(), f.Caret())
	}
	f.FocusLost()
	f.Single = false
	f.SetText("Đoạn một\nĐoạn hai")
	f.FocusGained()
	if f.Selected() != "" {
		t.Errorf("selected %q of a long text", f.Selected())
	}
}

// TestAGhostStaysInItsField: in a narrow field, or one of large text, it does not
// run under what stands beside it.
func TestAGhostStaysInItsField(t *testing.T) {
	f := shown(t, "")
	f.OneRow, f.Ghost = true, "Tìm bài, tác giả, chữ…"
	for _, width := range []float32{60, 110, 400} {
		f.Resize(fyne.NewSize(width, 20))
		f.Refresh()
		ghost := test.WidgetRenderer(f).(*drawing).ghost
		if right := ghost.Position().X + ghost.MinSize().Width; right > width+0.5 {
			t.Errorf("in a field %v wide %q reaches to %v", width, ghost.Text, right)
		}
	}
	if got := test.WidgetRenderer(f).(*drawing).ghost.Text; got != f.Ghost {
		t.Errorf("cut where there is room: %q", got)
	}
}

// chosenGrounds is how many stretches of a field are painted as selected.
func chosenGrounds(f *Field) (n int) {
	for _, o := range test.WidgetRenderer(f).Objects() {
		if r, ok := o.(*canvas.Rectangle); ok && r.FillColor == ink(f.ChosenInk) {
			n++
		}
	}
	return n
}

// TestOnlyTheFieldThatHasTheKeyboardShowsWhatIsSelected, or that has its menu open.
func TestOnlyTheFieldThatHasTheKeyboardShowsWhatIsSelected(t *testing.T) {
	f := shown(t, "1")
	f.MenuWord = func(action string) string { return action }
	c := fyne.CurrentApp().Driver().CanvasForObject(f)
	f.SelectAll()
	if chosenGrounds(f) != 1 {
		t.Fatal("what is selected is not shown")
	}
	f.TappedSecondary(&fyne.PointEvent{})
	if chosenGrounds(f) != 1 {
		t.Error("what the menu is about is not shown")
	}
	c.Overlays().Top().Hide()
	c.Overlays().Remove(c.Overlays().Top())
	c.Focus(f)
	if chosenGrounds(f) != 1 {
		t.Error("what is selected is not shown after the menu")
	}
	c.Unfocus()
	if chosenGrounds(f) != 0 || f.Selected() != "1" {
		t.Errorf("%d stretches are painted although the keyboard is elsewhere; selected is %q", chosenGrounds(f), f.Selected())
	}
	c.Focus(f)
	if chosenGrounds(f) != 1 {
		t.Error("it is not shown when the keyboard is back")
	}
}
