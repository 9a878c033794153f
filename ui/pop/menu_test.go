package pop_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/pop"
)

// menu is a window with text below and a menu open in front of it.
type menu struct {
	*testing.T
	win   fyne.Window
	below *widget.Entry
	pop   *pop.Menu
	did   []string
}

func open(t *testing.T) *menu {
	t.Helper()
	test.NewTempApp(t)
	m := &menu{T: t, below: widget.NewEntry()}
	m.below.SetText("chính văn")
	m.win = test.NewTempWindow(t, m.below)
	m.win.Resize(fyne.NewSize(500, 400))
	m.win.Canvas().Focus(m.below)
	item := func(label string) *fyne.MenuItem {
		return fyne.NewMenuItem(label, func() { m.did = append(m.did, label) })
	}
	off := item("Đã tắt")
	off.Disabled = true
	sub := fyne.NewMenuItem("Chuyên mục", nil)
	sub.ChildMenu = fyne.NewMenu("", item("Kinh tế"), item("Văn hóa"))
	m.pop = pop.Show(fyne.NewMenu("", item("Đang viết"), fyne.NewMenuItemSeparator(), off, sub, item("Duyệt"), item("Bỏ")),
		m.win.Canvas(), fyne.NewPos(480, 390))
	return m
}

func (m *menu) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		if f := m.win.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
}

func (m *menu) typed(s string) {
	for _, r := range s {
		m.win.Canvas().Focused().TypedRune(r)
	}
}

func (m *menu) wants(did string) {
	m.Helper()
	if got := strings.Join(m.did, "|"); got != did {
		m.Errorf("it did %q, not %q", got, did)
	}
	if m.below.Text != "chính văn" {
		m.Errorf("the text below is %q", m.below.Text)
	}
}

func TestWhatIsTypedInAMenuNeverReachesTheText(t *testing.T) {
	m := open(t)
	m.typed("abc xyz đ ")
	m.press(fyne.KeySpace, fyne.KeyBackspace, fyne.KeyDelete)
	m.wants("")
	if m.win.Canvas().Overlays().Top() != m.pop {
		t.Fatal("typing has shut the menu")
	}
	m.press(fyne.KeyEscape)
	m.wants("")
	if m.win.Canvas().Overlays().Top() != nil || m.win.Canvas().Focused() != m.below {
		t.Errorf("after Escape %T has the focus", m.win.Canvas().Focused())
	}
}

func TestLettersChooseByTheirBeginning(t *testing.T) {
	m := open(t)
	m.typed("d")
	m.typed("d") // not what is off
	m.press(fyne.KeyReturn)
	m.wants("Duyệt")
	m = open(t)
	m.typed("dd")
	m.typed("d") // round the end
	m.press(fyne.KeyReturn)
	m.wants("Đang viết")
}

func TestArrowsWalkAndOpenSubmenus(t *testing.T) {
	m := open(t)
	m.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn)
	m.wants("Văn hóa")
	m = open(t)
	m.press(fyne.KeyUp, fyne.KeyReturn)
	m.wants("Bỏ")
	m = open(t)
	m.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // opens
	m.typed("v")
	m.press(fyne.KeyEscape, fyne.KeyDown, fyne.KeyReturn) // shuts the submenu, goes on
	m.wants("Duyệt")
	m = open(t)
	m.press(fyne.KeyEnd, fyne.KeyHome, fyne.KeyReturn)
	m.wants("Đang viết")
}

func TestAMenuIsSeenWholeAndShutsByAClickBeside(t *testing.T) {
	m := open(t)
	at, size := m.pop.Box()
	if at.X+size.Width > 500 || at.Y+size.Height > 400 || at.X < 0 || at.Y < 0 {
		t.Errorf("the menu stands at %v, %v large", at, size)
	}
	test.Tap(m.pop.Items()[4].(fyne.Tappable))
	m.wants("Duyệt")
	m = open(t)
	test.TapCanvas(m.win.Canvas(), fyne.NewPos(10, 10))
	m.wants("")
	if m.win.Canvas().Overlays().Top() != nil {
		t.Error("the menu is still open")
	}
}

// TestAMenuLongerThanTheWindowFollowsTheKeys, and so does a submenu.
func TestAMenuLongerThanTheWindowFollowsTheKeys(t *testing.T) {
	test.NewTempApp(t)
	win := test.NewTempWindow(t, widget.NewLabel(""))
	win.Resize(fyne.NewSize(500, 300))
	lines := func() (items []*fyne.MenuItem) {
		for i := range 40 {
			items = append(items, fyne.NewMenuItem(fmt.Sprint("Số ", i), func() {}))
		}
		return items
	}
	top := lines()
	top[20].ChildMenu = fyne.NewMenu("", lines()...)
	for _, at := range []float32{0, 150, 290} {
		m := pop.Show(fyne.NewMenu("", top...), win.Canvas(), fyne.NewPos(20, at))
		seen := func(name fyne.KeyName, i int, item fyne.CanvasObject) {
			t.Helper()
			y := fyne.CurrentApp().Driver().AbsolutePositionForObject(item).Y
			if room := win.Canvas().Size().Height; y < 0 || y+item.Size().Height > room {
				t.Fatalf("shown at %v, %s: item %d is at %v of %v", at, name, i, y, room)
			}
		}
		press := func(name fyne.KeyName) { m.TypedKey(&fyne.KeyEvent{Name: name}) }
		for i := range 40 {
			press(fyne.KeyDown)
			seen(fyne.KeyDown, i, m.Items()[i])
		}
		for i := 39; i > 20; i-- {
			press(fyne.KeyUp)
			seen(fyne.KeyUp, i-1, m.Items()[i-1])
		}
		press(fyne.KeyRight)
		child := m.Items()[20].(interface{ Child() *widget.Menu }).Child()
		for i := 1; i < 40; i++ {
			press(fyne.KeyDown)
			seen(fyne.KeyRight, i, child.Items[i])
		}
		press(fyne.KeyHome)
		seen(fyne.KeyHome, 0, child.Items[0])
		press(fyne.KeyEscape)
		press(fyne.KeyHome)
		seen(fyne.KeyHome, 0, m.Items()[0])
		m.Hide()
	}
}
