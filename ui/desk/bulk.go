package desk

import (
	"context"
	"slices"
	"time"

	"bantin/bulletin"
	"bantin/storage"
)

// Batch is one change made to several articles, each as a revision of its own,
// and what takes it back.
type Batch struct {
	file   *storage.File
	author string
	steps  []step
	undone int
}

// step is what was done to one article.
type step struct {
	id     bulletin.ID
	before bulletin.Article
	heads  []bulletin.RevisionID // after it
	gone   bool                  // it was among the deleted before
}

// NewBatch begins a change of several articles by author.
func NewBatch(file *storage.File, author string) *Batch { return &Batch{file: file, author: author} }

// Len is how many articles were changed, and are still.
func (b *Batch) Len() int { return len(b.steps) }

// Undone is how many articles have been brought back.
func (b *Batch) Undone() int { return b.undone }

// Progress is told how much of a long work is done.
type Progress func(done, total int)

// SetStatus gives articles a status. Those that have it already are left as
// they are. Approving one is to have looked over what the program merged of it.
// What was done before an error can be undone.
func (b *Batch) SetStatus(ctx context.Context, ids []bulletin.ID, status bulletin.Status, progress Progress) error {
	return b.each(ctx, ids, progress, func(a storage.StoredArticle) (storage.Saved, error) {
		changed := a.Article.Clone()
		changed.Status = status
		save := b.save(bulletin.ReasonSave, a.Revision)
		if status == bulletin.Approved {
			save.Expected = a.Heads // conflicts, which nobody has settled, stay open
		}
		return b.file.SaveArticle(ctx, a.ID, changed, save)
	})
}

// SetSection puts articles under a section; see SetStatus.
func (b *Batch) SetSection(ctx context.Context, ids []bulletin.ID, section string, progress Progress) error {
	return b.each(ctx, ids, progress, func(a storage.StoredArticle) (storage.Saved, error) {
		changed := a.Article.Clone()
		changed.Section = section
		return b.file.SaveArticle(ctx, a.ID, changed, b.save(bulletin.ReasonSave, a.Revision))
	})
}

// Delete puts articles among the deleted; see SetStatus.
func (b *Batch) Delete(ctx context.Context, ids []bulletin.ID, progress Progress) error {
	return b.each(ctx, ids, progress, func(a storage.StoredArticle) (storage.Saved, error) {
		return b.file.DeleteArticle(ctx, a.ID, b.save(bulletin.ReasonDelete, a.Revision))
	})
}

// Restore brings deleted articles back; see SetStatus.
func (b *Batch) Restore(ctx context.Context, ids []bulletin.ID, progress Progress) error {
	return b.each(ctx, ids, progress, func(a storage.StoredArticle) (storage.Saved, error) {
		return b.file.SaveArticle(ctx, a.ID, a.Article, b.save(bulletin.ReasonRestore, a.Revision))
	})
}

// save names the one revision that was read as parent, so that versions beside
// it stay where they are.
func (b *Batch) save(reason bulletin.Reason, seen bulletin.RevisionID) storage.Save {
	return storage.Save{Author: b.author, Reason: reason, Expected: []bulletin.RevisionID{seen}}
}

// each changes articles one after another, that which was changed last at the end:
// they keep the order that they had among themselves by the time of their change.
func (b *Batch) each(ctx context.Context, ids []bulletin.ID, progress Progress, change func(storage.StoredArticle) (storage.Saved, error)) error {
	ids, err := b.oldestFirst(ctx, ids)
	if err != nil {
		return err
	}
	for n, id := range ids {
		if err := ctx.Err(); err != nil {
			return err
		}
		a, err := b.file.Article(ctx, id)
		if err != nil {
			return err
		}
		saved, err := change(a)
		if err != nil {
			return err
		}
		if saved.Changed {
			b.steps = append(b.steps, step{id, a.Article, []bulletin.RevisionID{saved.Revision}, a.Deleted})
		}
		progress(n+1, len(ids))
	}
	return nil
}

func (b *Batch) oldestFirst(ctx context.Context, ids []bulletin.ID) ([]bulletin.ID, error) {
	changed := map[bulletin.ID]time.Time{}
	for _, id := range ids {
		a, err := b.file.Article(ctx, id)
		if err != nil {
			return nil, err
		}
		changed[id] = a.UpdatedAt
	}
	ids = slices.Clone(ids)
	slices.SortStableFunc(ids, func(a, b bulletin.ID) int { return changed[a].Compare(changed[b]) })
	return ids, nil
}

// Undo brings the articles back as they were before, as new revisions. Where it
// is stopped or fails, those that are left are brought back by calling it again.
func (b *Batch) Undo(ctx context.Context, progress Progress) error {
	for total := b.undone + len(b.steps); len(b.steps) > 0; progress(b.undone, total) {
		if err := ctx.Err(); err != nil {
			return err
		}
		// One that is begun is ended, so that it is known to be back.
		if err := b.bringBack(context.WithoutCancel(ctx), b.steps[0]); err != nil {
			return err
		}
		b.steps = b.steps[1:]
		b.undone++
	}
	return nil
}

func (b *Batch) bringBack(ctx context.Context, s step) (err error) {
	save := storage.Save{Author: b.author, Reason: bulletin.ReasonRestore, Expected: s.heads}
	if s.gone {
		save.Reason = bulletin.ReasonDelete
		_, err = b.file.DeleteArticle(ctx, s.id, save)
		return err
	}
	_, err = b.file.SaveArticle(ctx, s.id, s.before, save)
	return err
}
