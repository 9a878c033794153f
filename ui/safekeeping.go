package ui

import (
	"context"
	"math"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/newsroom"
	"bantin/storage"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// backUpFirst is how long after the opening of a file a backup is made by
// itself, and backUpEvery how often from then on; each if something has changed.
const (
	backUpFirst = 2 * time.Minute
	backUpEvery = 20 * time.Minute
)

// backUpByItself makes a backup now and then, as long as this file is open.
func (w *window) backUpByItself(after time.Duration) {
	file := w.file
	time.AfterFunc(after, func() {
		onUI(func() {
			if file != w.file {
				return
			}
			if w.settings.backsUp() && !file.ReadOnly() {
				w.backUpQuietly(file)
			}
			w.backUpByItself(backUpEvery)
		})
	})
}

func (w *window) backUpQuietly(file *storage.File) {
	go func() {
		_, _, err := file.BackUpIfChanged(context.Background(), nil)
		onUI(func() {
			if err != nil && file == w.file {
				w.notices.Warn(w.say.Say("desk.backup.failed", bulletin.Args{"why": w.say.Explain(err)}), "", nil)
			}
		})
	}()
}

// backUpNow makes a backup because somebody asked for it.
func (w *window) backUpNow() {
	if w.file == nil {
		return
	}
	w.take()
	file, keeper := w.file, w.keeper
	var b storage.Backup
	w.workOnTask(task{title: "desk.backup.working", beside: true}, func(ctx context.Context, progress func(done, total int)) (err error) {
		if err = keeper.Flush(); err == nil {
			b, err = file.BackUp(ctx, storage.BackupAsked, progress)
		}
		return err
	}, func(err error) {
		w.ended(file, err, func() {
			w.notices.Say(w.say.Say("desk.backup.done", bulletin.Args{"mb": megabytes(b.Bytes)}),
				w.say.Say("desk.export.show", nil), func() { w.openOutside(filepath.Dir(b.Path)) })
		})
	})
}

// size says how large a file is.
func (w *window) size(bytes int64) string {
	const small = 1e6
	if bytes < small {
		return w.say.Say("desk.size.kb", bulletin.Args{"kb": int((bytes + 999) / 1000)})
	}
	return w.say.Say("desk.size.mb", bulletin.Args{"mb": megabytes(bytes)})
}

// megabytes is a size in megabytes, to one decimal place.
func megabytes(bytes int64) float64 { return math.Round(float64(bytes)/1e5) / 10 }

// openToRead opens a file only to be looked into.
func (w *window) openToRead(path string) {
	w.begin(path, "desk.opening", func(ctx context.Context, _ func(done, total int)) (*storage.File, error) {
		return storage.OpenReadOnly(ctx, path)
	})
}

// restoreBackup puts a backup in the place of the file. The file as it is now
// stays beside it. Its panel is in front until that is done: the file is exchanged
// under the desk, and what one would write meanwhile has no file to go to. Stopped,
// it leaves the file as it was, and that is opened again.
func (w *window) restoreBackup(b storage.Backup) {
	if !w.flush() {
		return
	}
	path := w.file.Path()
	w.leaveFile()
	w.rebuild()
	var aside string
	var damage []storage.Damage
	w.work("desk.backup.restoring", func(ctx context.Context, progress func(done, total int)) error {
		return newsroom.KeepPart(ctx, path, func() (err error) {
			aside, damage, err = storage.RestoreBackup(ctx, b.Path, path, progress)
			return err
		})
	}, func(err error) {
		shared := ""
		if err == nil {
			shared = w.settings.rest(path) // see ADR 0087
		}
		w.afterOpening = func() {
			args := bulletin.Args{"time": bulletin.Moment(b.Time), "file": filepath.Base(aside), "n": len(damage)}
			switch {
			case stopped(err):
			case err != nil:
				w.complain(err)
			default:
				w.tellRestored(args, len(damage) > 0, shared)
			}
		}
		w.openFile(path)
	})
}

// tellRestored says that a backup was restored, of a file that was exchanged
// through a folder, "" for none. What others and this PC have published there is
// newer: until one wants that again, nothing is exchanged.
func (w *window) tellRestored(args bulletin.Args, damaged bool, shared string) {
	key, word, do := "desk.backup.restored", "", func() {}
	if damaged {
		key, word, do = "desk.backup.restored_damaged", w.say.Say("desk.menu.check_file", nil), w.checkFile
	}
	said := w.say.Say(key, args)
	again := func() { w.enterNewsroom(shared) }
	if shared != "" {
		said += " " + w.say.Say("desk.backup.apart", bulletin.Args{"folder": shared})
	}
	switch {
	case damaged:
		w.notices.Stay(ofNews, said, word, do)
		if shared != "" {
			w.notices.Or(ofNews, w.say.Say("desk.backup.join_again", nil), again)
		}
	case shared != "":
		w.notices.Stay(ofNews, said, w.say.Say("desk.backup.join_again", nil), again)
	default:
		w.notices.Keep(said)
	}
}

// checkFile reads the whole file against its hashes and says what it found.
func (w *window) checkFile() {
	if w.file == nil {
		return
	}
	w.take()
	began, file, keeper := time.Now(), w.file, w.keeper
	var found []storage.Damage
	w.workOnTask(task{title: "desk.check_file.working", beside: true, looks: true}, func(ctx context.Context, progress func(done, total int)) (err error) {
		_ = keeper.Flush() // a failure is told by kept; the check goes on
		found, err = file.Check(ctx, progress)
		return err
	}, func(err error) {
		w.ended(file, err, func() {
			if len(found) > 0 {
				w.showDamage(began, found)
				return
			}
			w.notices.Say(w.say.Say("desk.check_file.sound", nil), "", nil)
		})
	})
}

// mostDamage is how much damage is listed: who has more needs a backup.
const mostDamage = 100

func (w *window) showDamage(since time.Time, found []storage.Damage) {
	w.comes(since, func() *parts.Panel { return w.damagePanel(found) })
}

func (w *window) damagePanel(found []storage.Damage) *parts.Panel {
	p := &parts.Panel{
		Title: w.say.Say("desk.check_file.title", bulletin.Args{"n": len(found)}), Width: 620, Height: 400,
		Lead: w.say.Say("desk.check_file.lead", nil),
		Shut: w.say.Say("desk.shut", nil), Agree: w.say.Say("desk.menu.backups", nil),
		OnAgree: func() error { onUI(w.askBackups); return nil },
	}
	lines := container.New(layout.NewCustomPaddedVBoxLayout(8))
	for i, d := range found {
		if i == mostDamage {
			lines.Add(words(w.say.Say("desk.more_findings", bulletin.Args{"n": len(found) - i}), 12, look.Sans, look.Quiet))
			break
		}
		lines.Add(parts.Point(w.say.Damage(d.Kind, d.Args), 620*look.Scale(), theme.ColorNameError))
	}
	path := w.file.Path()
	rescue := newQuiet(w.say.Say("desk.salvage.ask", nil), nil, nil)
	rescue.OnTap = func() { p.Hide(); w.askSalvage(path, w.backTo(p)) }
	p.Body, p.Aside = lines, []fyne.CanvasObject{container.NewCenter(rescue)}
	if slices.ContainsFunc(found, ofLists) && !w.file.ReadOnly() {
		again := newQuiet(w.say.Say("desk.check_file.rebuild", nil), nil, nil)
		again.OnTap = func() { p.Hide(); w.rebuildLists() }
		p.Aside = append(p.Aside, container.NewCenter(again))
	}
	return p
}

// ofLists reports whether damage is of what can be made anew from the articles.
func ofLists(d storage.Damage) bool {
	switch d.Kind {
	case storage.DamageIndex, storage.DamageIssueIndex, storage.DamageLeftover, storage.DamageSearch:
		return true
	}
	return false
}

// rebuildLists makes the lists and the search index of the file anew. Its panel is
// in front until that is done: all of it is one transaction, for which every save
// would have to wait. Stopped, it leaves the lists as they were.
func (w *window) rebuildLists() {
	file := w.file
	w.work("desk.check_file.rebuilding", func(ctx context.Context, progress func(done, total int)) error {
		return file.Rebuild(ctx, progress)
	}, func(err error) {
		w.ended(file, err, func() {
			w.refreshFromFile()
			w.notices.Say(w.say.Say("desk.check_file.rebuilt", nil), "", nil)
		})
	})
}
