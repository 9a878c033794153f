package ui

import (
	"context"
	"errors"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/history"
)

// buildHistory makes the tab of the article's versions.
func (w *window) buildHistory() {
	w.history = history.New(w.say, w.say.Say("desk.history.none", nil))
	w.history.OnRestore = w.restoreVersion
}

// loadHistory reads the versions of the article on the sheet, while their tab
// is open.
func (w *window) loadHistory() {
	if w.file == nil || w.tab != tabHistory || !w.side.object.Visible() {
		return
	}
	if !w.writing.open || !w.writing.stored {
		w.showVersions(nil)
		return
	}
	id, file, keeper := w.writing.id, w.file, w.keeper
	go func() {
		_ = keeper.Flush() // a failure is told by kept
		all, err := file.History(context.Background(), id)
		lineage, failed := file.Lineage(context.Background(), id)
		err = errors.Join(err, failed)
		versions := desk.Versions[bulletin.Article](all, lineage)
		onUI(func() {
			switch {
			case file != w.file || id != w.writing.id:
			case err != nil:
				w.complain(err)
			default:
				w.showVersions(versions)
			}
		})
	}()
}

// restoreVersion makes an older version the newest one; what it takes the place
// of stays in the history.
func (w *window) restoreVersion(step desk.Step) {
	for _, v := range w.versions {
		if v.Revision == step.Revision && w.canAdd() {
			w.take()
			w.saveVersion(v.Text, w.say.Say("desk.history.restored", nil))
		}
	}
}

func (w *window) showVersions(versions []desk.ArticleVersion) {
	w.versions = versions
	w.history.Show(history.Article(w.say, versions))
}

// saveVersion stores a text as the newest version of the article on the sheet,
// and offers to take it back where it says what was done.
func (w *window) saveVersion(a bulletin.Article, done string) {
	id, file, keeper, author := w.writing.id, w.file, w.keeper, w.settings.author()
	var before storage.StoredArticle
	w.work("desk.batch_working", func(ctx context.Context, _ func(done, total int)) (err error) {
		if err = keeper.Flush(); err != nil {
			return err
		}
		if before, err = file.Article(ctx, id); err != nil {
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
		if done != "" {
			w.notices.Say(done, w.say.Say("desk.undo_delete", nil), func() { w.saveVersion(before.Article, "") })
		}
	})
}
