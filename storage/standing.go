package storage

import (
	"context"
	"time"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// Standing is how an article or an issue stands in the drafts file.
type Standing struct {
	ID bulletin.ID
	// Revision is the head whose text is shown, or that the other heads were
	// merged into.
	Revision bulletin.RevisionID
	// Heads are all newest revisions that are sound, sorted. A save that lists
	// them all in Save.Expected joins them.
	Heads     []bulletin.RevisionID
	Author    string    // who wrote the newest head
	CreatedAt time.Time // of the earliest revision, UTC
	UpdatedAt time.Time // of the newest head, UTC
	Deleted   bool
	// Conflicts are what several heads changed differently; one side of each is
	// shown meanwhile.
	Conflicts []merge.Conflict
	// NeedsEye marks a text that the program has merged and no person has
	// saved since.
	NeedsEye bool
	// Hurt says that a newest version, what the newest ones were written over, or
	// the text before the deletion, is damaged: what is shown is made of the
	// others.
	Hurt bool
	// Older says that no newest version can be read and what is shown is the
	// newest one that is whole; Revision, Author and UpdatedAt are its own, Heads
	// those that are damaged. Only WholeArticle and WholeIssue show such.
	Older bool
}

// StoredArticle is an article as the drafts file shows it.
type StoredArticle struct {
	Standing
	Article bulletin.Article
}

// StoredIssue is an issue as the drafts file shows it.
type StoredIssue struct {
	Standing
	Issue bulletin.Issue
}

// stand tells how a subject stands, with its document.
func stand(ctx context.Context, q querier, kind bulletin.SubjectKind, id bulletin.ID, as siding) (Standing, []byte, error) {
	s, ok, err := show(ctx, q, kind, id, as)
	if err != nil {
		return Standing{}, nil, err
	}
	if !ok {
		return Standing{}, nil, missing(kind, string(id))
	}
	created, err := createdMs(ctx, q, id)
	return Standing{
		ID: id, Revision: s.revision.ID, Heads: s.heads, Author: s.newest.Author,
		CreatedAt: time.UnixMilli(created).UTC(), UpdatedAt: s.newest.Time, Deleted: s.deleted,
		Conflicts: s.conflicts, NeedsEye: s.needsEye, Hurt: s.hurt,
	}, s.text, err
}
