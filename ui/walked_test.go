package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"bantin/assets/translations"
	"bantin/ui/field"
	"bantin/ui/habits"
	"bantin/ui/parts"
)

// TestTabWalksThroughEveryPanelBothWays, where there is the least room: something has
// the keys at once, Tab leads round through everything and Shift+Tab the same way back,
// and what has the keys is always in sight.
func TestTabWalksThroughEveryPanelBothWays(t *testing.T) {
	paths := filesOf(t)
	least := monitors[len(monitors)-1]
	for _, s := range []state{noFile, fullFile, brokeFile} {
		t.Run(string(s), func(t *testing.T) {
			p := habits.Read("")
			p.SetString(keyAuthor, "Nguyễn Thị Mai Thắm")
			w := standOn(t, least, newWindow(test.NewTempApp(t), p, translations.Vietnamese), paths[s])
			home := w.writing.id
			for _, screen := range walked(s) {
				screen.show(w)
				w.rest()
				for _, wrong := range w.walkAgain(least) {
					t.Errorf("%s: %s", screen.name, wrong)
				}
				w.shutAll(home)
			}
		})
	}
}

// walked are the screens of a state that Tab is tried on.
func walked(s state) (out []screen) {
	if s == noFile {
		return started
	}
	for _, screen := range screens {
		if !strings.HasPrefix(screen.name, "desk") && !strings.HasPrefix(screen.name, "list") && !strings.HasPrefix(screen.name, "fact") {
			out = append(out, screen)
		}
	}
	return out
}

// walkAgain is what is wrong with the way once all is there and laid out: pages that come
// while one walks bring other buttons with them, and a notice that comes late is not laid
// out here as a window does before each frame.
func (w *window) walkAgain(m monitor) (wrong []string) {
	for range 3 {
		w.layAnew(m)
		if wrong = w.walkRound(); len(wrong) == 0 {
			return nil
		}
		time.Sleep(time.Second)
		w.rest()
	}
	return wrong
}

// walkRound walks through what is in front by Tab and back by Shift+Tab, and tells
// what is wrong with the way.
func (w *window) walkRound() (wrong []string) {
	c := w.win.Canvas()
	if _, panel := c.Overlays().Top().(*widget.PopUp); panel && c.Focused() == nil {
		wrong = append(wrong, "nothing has the keys at the beginning")
	}
	var way []fyne.Focusable
	for at := c.Focused(); !slices.Contains(way, at); at = c.Focused() {
		if way = append(way, at); at != nil {
			wrong = append(wrong, w.hiddenFrom(at)...)
		}
		if c.FocusNext(); len(way) == 1 && way[0] == nil {
			way = nil
		}
		w.catchUp()
	}
	if c.Focused() != way[0] {
		wrong = append(wrong, fmt.Sprintf("Tab leads round to %s and not to the beginning", keyholder(c.Focused())))
	}
	c.Focus(way[0])
	for range way {
		c.FocusPrevious()
		w.catchUp()
		at := c.Focused()
		wrong = append(wrong, w.hiddenFrom(at)...)
		if i := slices.Index(way, at); i < 0 {
			wrong = append(wrong, fmt.Sprintf("Shift+Tab leads to %s, and Tab does not", keyholder(at)))
		} else {
			way[i] = nil
		}
	}
	for _, at := range way {
		if at != nil {
			wrong = append(wrong, fmt.Sprintf("Shift+Tab does not lead to %s", keyholder(at)))
		}
	}
	return wrong
}

// catchUp does what waits for the goroutine of the window, and nothing that comes later.
func (w *window) catchUp() {
	for range 20 {
		select {
		case show := <-toShow:
			show()
		default:
			return
		}
	}
}

// hiddenFrom tells that of what has the keys too little is seen: the row that a caret is
// in, or else all of it, as far as there is room.
func (w *window) hiddenFrom(at fyne.Focusable) []string {
	c := w.win.Canvas()
	root := c.Overlays().Top()
	if root == nil {
		root = c.Content()
	}
	own, seen, found := sightOf(root, at.(fyne.CanvasObject), fyne.Position{}, areaOf(fyne.Position{}, c.Size()))
	if !found {
		return nil // it stands behind a menu
	}
	if in, ok := at.(*field.Field); ok {
		top, foot := in.CaretRow()
		own.y, own.foot = own.y+top, own.y+foot
		seen = seen.within(own)
	}
	const slack, enough = 1, 40
	if high := seen.foot - seen.y; high+slack < min(own.foot-own.y, enough) {
		return []string{fmt.Sprintf("%s (%s) has the keys and is not in sight (%s)", keyholder(at), own, seen)}
	}
	return nil
}

// sightOf is where an object is in another one, and what is seen of it.
func sightOf(in, o fyne.CanvasObject, origin fyne.Position, clip area) (own, seen area, found bool) {
	if in == nil || !in.Visible() {
		return own, seen, false
	}
	at := origin.Add(in.Position())
	mine := areaOf(at, in.Size())
	if in == o {
		return mine, mine.within(clip), true
	}
	var inner []fyne.CanvasObject
	switch in := in.(type) {
	case *fyne.Container:
		inner = in.Objects
	case *container.Scroll:
		inner, clip = []fyne.CanvasObject{in.Content}, clip.within(mine)
	case *container.Clip:
		inner, clip = []fyne.CanvasObject{in.Content}, clip.within(mine)
	case fyne.Widget:
		inner = test.WidgetRenderer(in).Objects()
	}
	for _, i := range inner {
		if own, seen, found = sightOf(i, o, at, clip); found {
			return own, seen, true
		}
	}
	return own, seen, false
}

// keyholder says what something is that can have the keys.
func keyholder(at fyne.Focusable) string {
	switch at := at.(type) {
	case *parts.Quiet:
		return fmt.Sprintf("the button %q", at.Word+at.Hint)
	case *field.Field:
		return fmt.Sprintf("the field %q", at.Name+at.Ghost)
	}
	return fmt.Sprintf("%T", at)
}
