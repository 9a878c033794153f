package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"bantin/bulletin"
	"bantin/ui/keys"
	"bantin/ui/manuscript"
	"bantin/ui/parts"
	"bantin/ui/pop"
)

// TestTextGrowsByEveryPlus: on most keyboards + lies above =, and there is one among
// the numbers; whatever has the keyboard.
func TestTextGrowsByEveryPlus(t *testing.T) {
	w := opened(t, 1)
	c := w.win.Canvas()
	scale := func() float64 { return w.settings.p.FloatWithFallback(keyScale, 1) }
	for _, k := range []*desktop.CustomShortcut{key(fyne.KeyEqual, ctrlShift), key(fyne.KeyPlus, ctrl), key(fyne.KeyPlus, ctrlShift)} {
		for _, on := range []fyne.Focusable{w.sheet, w.list.Search, w.list.Rows.Focusable(), parts.NewQuiet("", nil, nil), nil} {
			before := scale()
			switch at := on.(type) {
			case fyne.Shortcutable:
				at.TypedShortcut(k)
			default:
				c.(fyne.Shortcutable).TypedShortcut(k)
			}
			if scale() <= before {
				t.Errorf("%s on %T: text is %v as before %v", k.ShortcutName(), on, scale(), before)
			}
			w.scale(0)
		}
	}
}

// TestMenusOfTheRightButtonShowTheirKeys, and the menu key opens them where the keyboard
// is: on the sheet, in its fields, in the list, on an issue above it, on the make-up
// table, and where nothing has the keyboard.
func TestMenusOfTheRightButtonShowTheirKeys(t *testing.T) {
	w, _ := withIssue(t)
	c := w.win.Canvas()
	asks := func(on fyne.Focusable, want map[string]*desktop.CustomShortcut) {
		t.Helper()
		menuKey := &fyne.KeyEvent{Name: desktop.KeyMenu}
		if on == nil {
			c.Unfocus()
			c.OnTypedKey()(menuKey)
		} else {
			c.Focus(on)
			on.TypedKey(menuKey)
		}
		m, ok := c.Overlays().Top().(*pop.Menu)
		if !ok {
			t.Errorf("%T: the menu key opens nothing", on)
			return
		}
		defer m.Hide()
		shown := map[string]fyne.Shortcut{}
		for _, i := range m.Offered().Items {
			shown[i.Label] = i.Shortcut
		}
		for label, k := range want {
			if s, ok := shown[w.say.Say(label, nil)].(*desktop.CustomShortcut); !ok || *s != *k {
				t.Errorf("%T: %q shows the key %v", on, w.say.Say(label, nil), shown[w.say.Say(label, nil)])
			}
		}
	}
	text := map[string]*desktop.CustomShortcut{
		"desk.edit.up": keys.Up, "desk.edit.down": keys.Down, "desk.menu.photo": keys.Photo,
		"desk.menu.bold": keys.Bold, "desk.kind.crosshead": key(fyne.Key2, ctrlAlt),
	}
	m := w.sheet.Manuscript()
	m.Go(manuscript.Place{Block: m.Find(manuscript.Paragraph)}, false)
	asks(w.sheet, text)
	asks(nil, text)
	asks(w.list.Rows.Focusable(), map[string]*desktop.CustomShortcut{"desk.act.delete": keys.Delete, "desk.act.send": keys.Send})
	w.list.ChooseIssue(w.list.Issues[0])
	wait(t, "its stories are listed", func() bool { return w.listing.Len() == 2 })
	w.list.Rows.StandAt(0)
	w.list.Chosen.Only(w.listing.At(0).ID)
	asks(w.list.Rows.Focusable(), map[string]*desktop.CustomShortcut{"desk.act.up": keys.Up, "desk.act.down": keys.Down})
	w.makeUp()
	story := map[string]*desktop.CustomShortcut{
		"desk.edit.up": keys.Up, "desk.edit.down": keys.Down, "desk.makeup.variants": keys.Variants,
		"desk.makeup.open": keys.Enter, "desk.makeup.out": keys.Delete,
	}
	asks(w.makeup.First(), story)
	asks(nil, story)
}

// TestStoriesAreOrderedByKeys: in the list of an issue as on its table; elsewhere the
// same keys move what the caret is in.
func TestStoriesAreOrderedByKeys(t *testing.T) {
	w, _ := withIssue(t)
	slots := func() []bulletin.Slot { return w.issues[0].Issue.Slots }
	first := slots()[0].Article
	w.list.ChooseIssue(w.list.Issues[0])
	wait(t, "its stories are listed", func() bool { return w.listing.Len() == 2 })
	w.list.Chosen.Only(first)
	w.win.Canvas().Focus(w.list.Rows.Focusable())
	if !pressInMenu(w, *keys.Down) {
		t.Fatal("the menu has no such key")
	}
	wait(t, "the story moves down", func() bool { return !w.steps.storing && slots()[1].Article == first })
	w.list.OnAct("up", []bulletin.ID{first}, fyne.Position{})
	wait(t, "and up again", func() bool { return !w.steps.storing && slots()[0].Article == first })
}

// TestButtonsOfAnIconAloneSayWhatTheyAreFor, where the mouse rests on them.
func TestButtonsOfAnIconAloneSayWhatTheyAreFor(t *testing.T) {
	w, _ := withIssue(t)
	icons := 0
	look := func(where string) {
		t.Helper()
		objects := test.LaidOutObjects(w.win.Content())
		if top := w.win.Canvas().Overlays().Top(); top != nil {
			objects = append(objects, test.LaidOutObjects(top)...)
		}
		for _, o := range objects {
			if q, ok := o.(*parts.Quiet); ok && q.Word == "" && q.Icon != nil {
				if icons++; q.Hint == "" {
					t.Errorf("%s: a button with the icon %s has no hint", where, q.Icon.Name())
				}
			}
		}
	}
	w.notices.Say("Đã lưu.", "", nil)
	w.sheet.OpenFind(true)
	look("the desk")
	w.askNewFile()
	wait(t, "it is asked for a file", w.busy)
	look("the panel for files")
	w.dialog.Hide()
	w.list.ChooseIssue(w.list.Issues[0])
	w.makeUp()
	look("the table")
	if icons < 15 {
		t.Errorf("only %d such buttons", icons)
	}
}
