package ui

import (
	"context"

	"bantin/bulletin"
	"bantin/storage"
)

// offerWhole says that no newest version of an article can be read, and offers
// to restore the newest one that is whole; false where there is none, or nothing
// can be written.
func (w *window) offerWhole(id bulletin.ID, err error) bool {
	if bulletin.TroubleKey(err) != "newest_damaged" || w.file == nil || w.file.ReadOnly() {
		return false
	}
	w.notices.Stay(ofDamage, w.say.Explain(err), w.say.Say("desk.restore_whole", nil), func() { w.restoreWhole([]bulletin.ID{id}) })
	return true
}

// restorable are those of what is in no list of which an older version is whole.
func restorable(left []storage.Damage) (ids []bulletin.ID) {
	for _, d := range left {
		if d.Kind == storage.DamageOlder {
			ids = append(ids, bulletin.ID(d.Subject))
		}
	}
	return ids
}

// restoreWhole makes the newest whole versions of some articles and issues the
// newest ones, and opens the only one.
func (w *window) restoreWhole(ids []bulletin.ID) {
	w.take()
	file, keeper := w.file, w.keeper
	save := storage.Save{Author: w.settings.author()}
	w.work("desk.batch_working", func(ctx context.Context, progress func(done, total int)) error {
		if err := keeper.Flush(); err != nil {
			return err
		}
		for i, id := range ids {
			_, err := file.RestoreWhole(ctx, bulletin.SubjectArticle, id, save)
			if bulletin.TroubleKey(err) == "article_missing" {
				_, err = file.RestoreWhole(ctx, bulletin.SubjectIssue, id, save)
			}
			if err != nil {
				return err
			}
			progress(i+1, len(ids))
		}
		return nil
	}, func(err error) {
		if file == w.file { // also where not all of them are back
			w.unlisted = 0
			w.refreshFromFile()
		}
		w.ended(file, err, func() {
			if len(ids) == 1 {
				w.open(ids[0])
			}
			w.notices.Say(w.say.Say("desk.restored_whole", bulletin.Args{"n": len(ids)}), "", nil)
		})
	})
}
