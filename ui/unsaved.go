package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
)

// notKept says that a text could not be saved. The text stays on the sheet. What
// may pass, as a full disk, is tried again and said quietly. Another file is
// offered in any case.
func (w *window) notKept(k desk.Kept) {
	if k.Passing && bulletin.TroubleKey(k.Err) != "file_moved" {
		w.facts.Saved(w.say.Say("desk.not_saved_yet", nil), true)
		w.notices.Stay(ofSaving, w.say.Say("desk.save_again", bulletin.Args{"why": w.say.Explain(k.Err)}),
			w.say.Say("desk.retry", nil), w.retry)
		w.notices.Or(ofSaving, w.say.Say("desk.save_elsewhere", nil), w.askElsewhere)
		return
	}
	w.facts.Saved(w.say.Say("desk.not_saved", nil), true)
	w.notices.FileKnown()
	w.notices.Stay(ofSaving, w.whyUnsaved(k.Err), w.say.Say("desk.save_elsewhere", nil), w.askElsewhere)
}

// whyUnsaved is the sentence on a save that failed: a file that is not where it
// was is gone, or another has taken its place.
func (w *window) whyUnsaved(err error) string {
	if path := w.file.Path(); bulletin.TroubleKey(err) == "file_moved" && standsAt(path) {
		return w.say.Say("desk.file_replaced", bulletin.Args{"file": filepath.Base(path)})
	}
	return w.say.Say("desk.save_failed", bulletin.Args{"why": w.say.Explain(err)})
}

func standsAt(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// askElsewhere asks where everything shall be saved that cannot be saved into
// the file at hand.
func (w *window) askElsewhere() { w.askElsewhereOr(nil) }

// askElsewhereOr is to askElsewhere what askNewOr is to askNew.
func (w *window) askElsewhereOr(back func()) {
	file := w.file
	w.askNewOr("elsewhere", w.say.Say("desk.elsewhere_name", bulletin.Args{"file": fileName(file.Path())}), "drafts", fileEnding,
		func(path string) {
			if file == w.file {
				w.saveElsewhere(path)
			}
		}, back)
}

// saveElsewhere writes everything, with what waits to be saved, into a new file
// at path and goes on there.
func (w *window) saveElsewhere(path string) {
	if empty, err := os.Stat(path); err == nil && empty.Size() == 0 {
		os.Remove(path) // the dialog made it
	}
	if !strings.HasSuffix(path, fileEnding) {
		path += fileEnding
	}
	w.take()
	file, keeper := w.file, w.keeper
	var f *storage.File
	var office bulletin.Office
	w.work("desk.elsewhere_working", func(ctx context.Context, progress func(done, total int)) (err error) {
		f, office, err = copyOf(ctx, file, path, progress)
		return err
	}, func(err error) {
		switch {
		case stopped(err):
			w.retry() // and the notice comes again
		case err != nil:
			w.complain(err)
			w.retry()
		case file != w.file:
			f.Close()
		default:
			keeper.MoveTo(f)
			if w.flush() {
				w.workOn(f, office, path)
				w.notices.Keep(w.say.Say("desk.elsewhere_done", bulletin.Args{"file": filepath.Base(path)}))
			}
		}
	})
}

// copyOf makes a copy of a drafts file and opens it.
func copyOf(ctx context.Context, file *storage.File, path string, progress func(done, total int)) (*storage.File, bulletin.Office, error) {
	if _, err := file.CopyTo(ctx, path, progress); err != nil {
		return nil, bulletin.Office{}, err
	}
	f, err := storage.Open(ctx, path)
	if err != nil {
		return nil, bulletin.Office{}, err
	}
	office, err := f.Office(ctx)
	if err != nil {
		f.Close()
	}
	return f, office, err
}
