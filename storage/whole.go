package storage

import (
	"context"
	"fmt"
	"time"

	"bantin/bulletin"
)

// IsUnread reports that an article or issue is in the file and that none of its
// newest versions can be read (trouble newest_damaged where an older one is
// whole, which can be restored, else revision_damaged).
func IsUnread(err error) bool {
	switch bulletin.TroubleKey(err) {
	case "newest_damaged", "revision_damaged":
		return true
	}
	return false
}

// WholeArticle is Article, but where no newest version can be read it is the
// newest one that is whole, which then is Older: to be read and never to be
// taken for what was written last. Troubles as those of Article.
func (f *File) WholeArticle(ctx context.Context, id bulletin.ID) (a StoredArticle, err error) {
	err = f.reading(ctx, func(q querier) (err error) {
		var document []byte
		if a.Standing, document, err = standWhole(ctx, q, bulletin.SubjectArticle, id); err == nil {
			a.Article, err = readArticle(document)
		}
		return err
	})
	if err != nil {
		return StoredArticle{}, fmt.Errorf("load what is whole of article %s: %w", id, err)
	}
	return a, nil
}

// WholeIssue is WholeArticle for issues.
func (f *File) WholeIssue(ctx context.Context, id bulletin.ID) (s StoredIssue, err error) {
	err = f.reading(ctx, func(q querier) (err error) {
		var document []byte
		if s.Standing, document, err = standWhole(ctx, q, bulletin.SubjectIssue, id); err == nil {
			s.Issue, err = readIssue(document)
		}
		return err
	})
	if err != nil {
		return StoredIssue{}, fmt.Errorf("load what is whole of issue %s: %w", id, err)
	}
	return s, nil
}

// RestoreWhole makes the newest version that is whole the newest one, of an
// article or issue of which no newest version can be read. These stay heads, so
// that who has them whole loses nothing (see Restore). Where one of them can be
// read nothing is written, and it is what Restored names.
func (f *File) RestoreWhole(ctx context.Context, kind bulletin.SubjectKind, id bulletin.ID, s Save) (Restored, error) {
	var now Standing
	err := f.reading(ctx, func(q querier) (err error) {
		now, _, err = standWhole(ctx, q, kind, id)
		return err
	})
	switch {
	case err != nil:
		return Restored{}, fmt.Errorf("restore what is whole of %s %s: %w", kind, id, err)
	case !now.Older:
		return Restored{Saved: Saved{Revision: now.Revision, Heads: now.Heads}}, nil
	}
	s.Expected = now.Heads
	return f.Restore(ctx, kind, id, now.Revision, s)
}

func standWhole(ctx context.Context, q querier, kind bulletin.SubjectKind, id bulletin.ID) (Standing, []byte, error) {
	s, document, err := stand(ctx, q, kind, id, sided)
	if !isHurt(err) {
		return s, document, err
	}
	r, found := newestWhole(ctx, q, kind, id)
	if !found {
		return Standing{}, nil, err
	}
	s = Standing{ID: id, Revision: r.ID, Author: r.Author, UpdatedAt: r.Time, Hurt: true, Older: true}
	if s.Heads, err = headsOf(ctx, q, kind, id); err != nil {
		return Standing{}, nil, err
	}
	created, err := createdMs(ctx, q, id)
	s.CreatedAt = time.UnixMilli(created).UTC()
	return s, r.Document, err
}

// newestWhole is the newest version of a subject that has its text whole. What
// cannot be found, because pages are torn, is not there.
func newestWhole(ctx context.Context, q querier, kind bulletin.SubjectKind, id bulletin.ID) (newest bulletin.Revision, found bool) {
	all, err := versionsOf(ctx, q, id)
	if err != nil {
		return newest, false
	}
	for _, r := range all {
		if r.Kind == kind && !r.Deleted && !r.IsThinned() && verify(r) == nil {
			return r, true
		}
	}
	return newest, false
}

// leadBack makes the trouble of a subject whose newest versions cannot be read
// one that names the newest version that is whole, if there is one.
func leadBack(ctx context.Context, q querier, kind bulletin.SubjectKind, id bulletin.ID, err error) error {
	if !isHurt(err) {
		return err
	}
	r, found := newestWhole(ctx, q, kind, id)
	if !found {
		return err
	}
	return bulletin.NewTrouble("newest_damaged", whereWhole(ctx, q, r), err)
}

// whereWhole says which version is whole.
func whereWhole(ctx context.Context, q querier, r bulletin.Revision) bulletin.Args {
	facts := called(r.Subject, nameOf(ctx, q, r.Subject))
	facts["time"], facts["revision"] = bulletin.Moment(r.Time), r.ID.Short()
	return facts
}
