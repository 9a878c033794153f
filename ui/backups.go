package ui

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// askBackups lists the backups of the file, to be looked into or restored, and
// below them the newest one of every other file that has any.
func (w *window) askBackups() {
	if w.file == nil {
		return
	}
	own, err := storage.Backups(w.file.Path())
	if err != nil {
		w.complain(err)
		return
	}
	all, err := storage.AllBackups()
	if err != nil {
		w.complain(err)
		return
	}
	rows := container.New(layout.NewCustomPaddedVBoxLayout(0))
	p := &parts.Panel{
		Title: w.say.Say("desk.backup.title", nil), Width: 600, Height: 400, Body: rows, Shut: w.say.Say("desk.shut", nil),
		Lead: w.say.Say("desk.backup.lead", bulletin.Args{"folder": short(storage.BackupFolder())}),
	}
	now := newQuiet(w.say.Say("desk.menu.back_up", nil), nil, func() { p.Hide(); w.backUpNow() })
	now.Ink, now.Bold = theme.ColorNamePrimary, true
	p.Aside = []fyne.CanvasObject{container.NewCenter(now)}
	for _, b := range own {
		about := ""
		if b.Elsewhere {
			about = w.say.Say("command.backup.elsewhere", bulletin.Args{"file": filepath.Base(b.Source)})
		}
		rows.Add(w.backupRow(b, about, p, "desk.backup.restore", w.restoreBackup))
	}
	if len(own) == 0 {
		rows.Add(parts.Padded(16, 0, words(w.say.Say("desk.backup.none", nil), 13, look.Sans, look.Quiet)))
	}
	if others := newestOfOthers(all, own); len(others) > 0 {
		rows.Add(parts.Padded(14, 0, words(w.say.Say("desk.backup.others", nil), 12, look.SansBold, look.Quiet)))
		for _, b := range others {
			rows.Add(w.backupRow(b, short(b.Source), p, "desk.backup.restore_as",
				func(b storage.Backup) { w.askRestoreAs(b, w.backTo(p)) }))
		}
	}
	w.showPanel(p)
}

// newestOfOthers are, of all backups, the newest one of each file that has none
// among the own ones.
func newestOfOthers(all, own []storage.Backup) (out []storage.Backup) {
	for _, b := range all {
		same := func(o storage.Backup) bool { return o.Source == b.Source }
		if !slices.ContainsFunc(own, same) && !slices.ContainsFunc(out, same) {
			out = append(out, b)
		}
	}
	return out
}

// backupRow is a backup with what can be done with it. about says more of it
// than when and why it was made.
func (w *window) backupRow(b storage.Backup, about string, p *parts.Panel, word string, restore func(storage.Backup)) fyne.CanvasObject {
	said := w.say.Say("command.backup.reason."+string(b.Reason), nil) + " · " + w.say.Say("desk.backup.size", bulletin.Args{"mb": megabytes(b.Bytes)})
	if about != "" {
		said += " · " + about
	}
	ink := look.Quiet
	if b.Damaged {
		said, ink = said+" · "+w.say.Say("command.backup.reason.damaged", nil), theme.ColorNameError
	}
	open := newQuiet(w.say.Say("desk.backup.look", nil), nil, func() { p.Hide(); w.openToRead(b.Path) })
	if p.First == nil {
		p.First = open
	}
	back := newQuiet(w.say.Say(word, nil), nil, func() { p.Hide(); restore(b) })
	back.Ink, back.Bold = theme.ColorNamePrimary, true
	lines := container.New(layout.NewCustomPaddedVBoxLayout(1),
		words(bulletin.Moment(b.Time), 13, fyne.TextStyle{Bold: true}, theme.ColorNameForeground),
		parts.NewProse(parts.Run{Text: said, Style: look.Sans, Ink: ink}))
	return container.New(layout.NewCustomPaddedVBoxLayout(0), parts.Padded(7, 0, container.NewBorder(nil, nil, nil,
		container.NewHBox(container.NewCenter(open), container.NewCenter(back)), lines)), rule())
}

// askRestoreAs asks where the backup of another file shall be saved, and opens
// it there.
func (w *window) askRestoreAs(b storage.Backup, back func()) {
	w.askNewOr("backup", fileName(b.Source), "drafts", fileEnding, func(path string) { w.restoreAs(b, path) }, back)
}

// restoreAs saves a backup as a file of its own and goes on in that.
func (w *window) restoreAs(b storage.Backup, path string) {
	w.begin(path, "desk.backup.restoring", func(ctx context.Context, progress func(done, total int)) (*storage.File, error) {
		if _, _, err := storage.RestoreBackup(ctx, b.Path, path, progress); err != nil {
			return nil, err
		}
		return storage.Open(ctx, path)
	})
}
