package ui

import (
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// TestNoMenuIsHigherThanTheWindow: on a low one each menu has all its lines, some
// of them in a menu below it, and a key finds them there.
func TestNoMenuIsHigherThanTheWindow(t *testing.T) {
	w := opened(t, 1)
	var labels func(items []*fyne.MenuItem) []string
	labels = func(items []*fyne.MenuItem) (all []string) {
		for _, i := range items {
			switch {
			case i.ChildMenu != nil && i.Label == w.say.Say("desk.menu.rest", nil):
				all = append(all, labels(i.ChildMenu.Items)...)
			case !i.IsSeparator:
				all = append(all, i.Label)
			}
		}
		return all
	}
	var want [][]string
	for _, m := range w.win.MainMenu().Items {
		want = append(want, labels(m.Items))
	}
	w.panes.Least = fyne.NewSize(600, 340) // as on a screen that is no higher
	w.panes.Refresh()
	w.win.Resize(fyne.NewSize(683, 360))
	var fits func(items []*fyne.MenuItem) bool
	fits = func(items []*fyne.MenuItem) bool {
		for _, i := range items {
			if i.ChildMenu != nil && i.Label == w.say.Say("desk.menu.rest", nil) && !fits(i.ChildMenu.Items) {
				return false
			}
		}
		return widget.NewMenu(fyne.NewMenu("", items...)).MinSize().Height < w.win.Canvas().Size().Height-20
	}
	wait(t, "each menu fits below its bar", func() bool {
		return !slices.ContainsFunc(w.win.MainMenu().Items, func(m *fyne.Menu) bool { return !fits(m.Items) })
	})
	for i, m := range w.win.MainMenu().Items {
		if got := labels(m.Items); !slices.Equal(got, want[i]) {
			t.Errorf("%s offers %q, not %q", m.Label, got, want[i])
		}
	}
	for _, name := range []fyne.KeyName{fyne.KeyF1, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10} {
		if !slices.ContainsFunc(w.win.MainMenu().Items, func(m *fyne.Menu) bool { return byKey(m.Items, name) != nil }) {
			t.Errorf("%s does nothing", name)
		}
	}
	w.win.Resize(fyne.NewSize(1360, 740))
	wait(t, "there is room again", func() bool {
		return !slices.ContainsFunc(w.win.MainMenu().Items, func(m *fyne.Menu) bool {
			return m.Items[len(m.Items)-1].Label == w.say.Say("desk.menu.rest", nil)
		})
	})
}

// TestMenusAreAsHighAsFyneMakesThem, though their words are not measured.
func TestMenusAreAsHighAsFyneMakesThem(t *testing.T) {
	w := opened(t, 1)
	for _, m := range w.menu().Items {
		if got, want := menuHeight(m.Items), widget.NewMenu(m).MinSize().Height; math.Abs(float64(got-want)) > 0.1 {
			t.Errorf("%s: %v, want %v", m.Label, got, want)
		}
	}
}
