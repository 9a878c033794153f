package ui

import (
	"context"
	"path/filepath"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/habits"
)

// broughtBack is what was kept of a drafts file because it could not be saved
// before the program ended.
type broughtBack struct {
	spares *desk.Spares
	texts  []desk.Spared
}

// sparesPlace is the folder where such texts are kept, "" where the system names
// none.
func sparesPlace() string {
	if place := habits.Place(); place != "" {
		return filepath.Join(filepath.Dir(place), "unsaved")
	}
	return ""
}

// bringBack looks for what was kept of a file that has just been opened.
func bringBack(ctx context.Context, f *storage.File, place string) broughtBack {
	identity, err := f.Identity(ctx)
	if err != nil || f.ReadOnly() {
		return broughtBack{}
	}
	spares := desk.SparesIn(place, identity)
	return broughtBack{spares, spares.Wanted(ctx, f)}
}

// resume has the Keeper save what was brought back, before it is opened.
func (w *window) resume() {
	back := w.back
	w.back = broughtBack{}
	w.keeper.SpareIn(back.spares)
	resumed := w.keeper.Resume(back.texts)
	if len(resumed) == 0 {
		return
	}
	file, keeper := w.file, w.keeper
	go func() {
		_ = keeper.Flush() // a failure is told by kept
		w.onFile(file, w.search)
	}()
	w.resumed = resumed
	w.tellBack()
}

// tellBack says that words came back, and offers the first article of theirs that
// is not on the sheet already.
func (w *window) tellBack() {
	say := func(word string, do func()) {
		w.notices.Stay(ofBack, w.say.Say("desk.brought_back", bulletin.Args{"n": len(w.resumed)}), word, do)
	}
	for _, id := range w.resumed {
		if !w.writing.open || id != w.writing.id {
			say(w.say.Say("desk.open_article", nil), func() { w.open(id) })
			return
		}
	}
	say("", nil)
}
