package ui

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/history"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// buildHistory makes the tab of the article's versions.
func (w *window) buildHistory() {
	w.history = history.New(w.say, w.say.Say("desk.history.none", nil))
	w.history.OnRestore, w.history.OnEach = w.restoreVersion, w.loadHistory
	w.history.Picture = w.picture
}

// loadHistory reads the versions of the article on the sheet, while their tab
// is open.
func (w *window) loadHistory() {
	if w.file == nil || w.tab != tabHistory || !w.side.object.Visible() {
		return
	}
	if !w.writing.open {
		w.history.Rest(w.say.Say("desk.history.nothing_open", nil))
		return
	}
	if !w.writing.stored {
		w.showVersions(nil)
		return
	}
	id, file, keeper, each := w.writing.id, w.file, w.keeper, w.history.Each()
	go func() {
		_ = keeper.Flush() // a failure is told by kept
		all, err := file.History(context.Background(), id)
		lineage, failed := file.Lineage(context.Background(), id)
		err = errors.Join(err, failed)
		versions := versionsOf[bulletin.Article](all, lineage, each)
		onUI(func() {
			switch {
			case file != w.file || id != w.writing.id || each != w.history.Each():
			case err != nil:
				w.complain(err)
			default:
				w.showVersions(versions)
			}
		})
	}()
}

// versionsOf are the steps of a history, or every save of it.
func versionsOf[T any](all []bulletin.Revision, lineage desk.Lineage, each bool) []desk.Version[T] {
	if each {
		return desk.Saves[T](all, lineage)
	}
	return desk.Versions[T](all, lineage)
}

// restoreVersion makes an older version the newest one; what it takes the place
// of stays in the history.
func (w *window) restoreVersion(step desk.Step) {
	if w.canAdd() {
		w.take()
		w.restoreArticle(step.Revision, nil)
	}
}

// restoreArticle is restoreVersion; over are the versions with something still to
// be chosen between them that it may take the place of, which is asked first, and
// again where others have come meanwhile.
func (w *window) restoreArticle(version bulletin.RevisionID, over []bulletin.RevisionID) {
	id, file, keeper := w.writing.id, w.file, w.keeper
	save := storage.Save{Author: w.settings.author()}
	var before storage.StoredArticle
	var restored storage.Restored
	w.work("desk.batch_working", func(ctx context.Context, _ func(done, total int)) (err error) {
		if err = keeper.Flush(); err != nil {
			return err
		}
		if before, err = file.Article(ctx, id); err != nil {
			return err
		}
		save.Expected, save.Settles = before.Heads, slices.Equal(over, before.Heads)
		restored, err = file.Restore(ctx, bulletin.SubjectArticle, id, version, save)
		return err
	}, func(err error) {
		switch {
		case file != w.file || id != w.writing.id:
		case bulletin.TroubleKey(err) == "restore_conflict":
			w.askRestoreOver(len(before.Conflicts), w.askSettle, func() { w.restoreArticle(version, before.Heads) })
		case err != nil:
			w.complain(err)
		case len(restored.Settled) > 0:
			w.refreshFromFile()
			w.notices.Say(w.say.Say("desk.history.restored_over", nil), "", nil)
		default:
			w.refreshFromFile()
			w.notices.Say(w.say.Say("desk.history.restored", nil), w.say.Say("desk.undo_delete", nil), func() { w.saveVersion(before.Article) })
		}
	})
}

// askRestoreOver asks whether an older version shall take the place of both
// sides of what is still to be chosen, or whether that is chosen first.
func (w *window) askRestoreOver(n int, choose, restore func()) {
	p := &parts.Panel{
		Title: w.say.Say("desk.history.over_title", nil), Width: 480,
		Body:    parts.Paragraph(w.say.Say("desk.history.over_lead", bulletin.Args{"n": n}), 480*look.Scale(), look.Quiet),
		Agree:   w.say.Say("desk.history.over_agree", nil),
		OnAgree: func() error { onUI(restore); return nil },
	}
	first := newQuiet(w.say.Say("desk.history.over_choose", nil), nil, func() { p.Hide(); choose() })
	first.Ink, first.Bold = theme.ColorNamePrimary, true
	p.Aside = []fyne.CanvasObject{container.NewCenter(first)}
	w.showPanel(p)
}

func (w *window) showVersions(versions []desk.ArticleVersion) {
	w.versions = versions
	w.history.Show(history.Article(w.say, versions))
}

// saveVersion stores a text as the newest version of the article on the sheet.
func (w *window) saveVersion(a bulletin.Article) {
	id, file, keeper, author := w.writing.id, w.file, w.keeper, w.settings.author()
	w.work("desk.batch_working", func(ctx context.Context, _ func(done, total int)) error {
		if err := keeper.Flush(); err != nil {
			return err
		}
		before, err := file.Article(ctx, id)
		if err != nil {
			return err
		}
		_, err = file.SaveArticle(ctx, id, a, storage.Save{Author: author, Reason: bulletin.ReasonRestore, Expected: before.Heads})
		return err
	}, func(err error) {
		if file != w.file || id != w.writing.id {
			return
		}
		if err != nil {
			w.complain(err)
			return
		}
		w.refreshFromFile()
	})
}
