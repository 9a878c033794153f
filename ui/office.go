package ui

import (
	"context"
	"reflect"
	"strings"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/parts"
	"bantin/ui/setup"
	"bantin/ui/typing"
)

// askOffice asks for the settings of the office and of the person at this PC.
func (w *window) askOffice() { w.askSettings(0) }

// askOwnSettings asks for those of the person at this PC alone.
func (w *window) askOwnSettings() { w.askSettings(setup.Here) }

// askSettings shows the settings, open on one of their pages.
func (w *window) askSettings(page int) { w.askSettingsAt(page, "") }

// askSettingsAt is askSettings, with the caret in a field, "" for the first.
func (w *window) askSettingsAt(page int, field string) {
	d := setup.Draft{
		Page: page, Field: field,
		ReadOnly: w.file == nil || w.file.ReadOnly(), Office: w.office,
		Me: w.settings.p.String(keyAuthor), Nameless: w.isNameless(), Language: w.say.Language(), Shade: w.settings.shade(),
		Scale:  w.settings.p.FloatWithFallback(keyScale, 1),
		Typing: w.settings.p.StringWithFallback(keyTyping, setup.Typings[0]), Backups: w.settings.backsUp(),
	}
	w.showSetup(d)
}

func (w *window) showSetup(d setup.Draft) {
	p := &setup.Panel{
		Say: w.say, Draft: d, Styles: w.shelf(), Logos: w.logos(), Law: w.law(), Keep: w.keepSetup, BackupPlace: short(storage.BackupFolder()),
	}
	p.Now = func(d setup.Draft) {
		w.dialog.Hide()
		if d.Language != w.say.Language() {
			w.speak(d.Language)
		}
		w.settings.p.SetFloat(keyScale, d.Scale)
		w.shade(d.Shade)
		w.showSetup(d)
	}
	p.Dropped = w.offerSetupAgain
	w.dialog = p.Show(w.win)
}

// offerSetupAgain says that what was filled in is not kept, and offers to show the
// settings again as they were left, as long as the same drafts file is open.
func (w *window) offerSetupAgain(again func() *parts.Panel) {
	file := w.file
	if file == nil || w.notices == nil {
		return
	}
	w.notices.Say(w.say.Say("desk.setup.dropped", nil), w.say.Say("desk.setup.again", nil), func() {
		if file == w.file && !w.busy() {
			w.dialog = again()
		}
	})
}

// keepSetup keeps all settings, those of the office in the file.
func (w *window) keepSetup(d setup.Draft) error {
	p := w.settings.p
	p.SetString(keyAuthor, strings.TrimSpace(d.Me))
	p.SetString(keyTyping, d.Typing)
	typing.Choose(w.settings.typing())
	p.SetBool(keyNoBackups, !d.Backups)
	d.Office.Normalize()
	if !d.ReadOnly && !reflect.DeepEqual(d.Office, w.office) {
		w.setOffice(d.Office)
	}
	if w.file == nil {
		w.rebuild() // the start screen shows the name
	} else {
		w.noteWriter()
		if !w.isNameless() {
			w.notices.Drop(ofName)
		}
	}
	return nil
}

// setOffice keeps the office's settings in the file.
func (w *window) setOffice(o bulletin.Office) {
	o.Normalize()
	file := w.file
	go func() {
		err := file.SetOffice(context.Background(), o)
		onUI(func() {
			w.ended(file, err, func() {
				w.office = o
				w.facts.Offer(o)
				w.offerOnSheet()
				if !w.offerOffice() {
					w.notices.Say(w.say.Say("desk.office.kept", nil), "", nil)
				}
			})
		})
	}()
}
