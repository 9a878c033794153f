package storage

import (
	"context"
	"fmt"
	"slices"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// SaveEmptied saves an article out of which everything was taken back that
// somebody had written. As long as nobody but s.Author can know it, it is deleted
// instead and goes like one that was never begun: gone says so, and its last text
// can come back as that of any deleted article. It stays where it was sent or
// received, has versions by others or one that s.Expected does not know, or is a
// story of an issue. Where the file does not know it, nothing is written. Troubles
// as those of SaveArticle.
func (f *File) SaveEmptied(ctx context.Context, id bulletin.ID, a bulletin.Article, s Save) (saved Saved, gone bool, err error) {
	err = f.writing(ctx, func(tx execer) (err error) {
		saved, gone, err = saveEmptiedIn(ctx, tx, id, a, s)
		return err
	})
	if err == nil && saved.Changed {
		err = f.readBack(ctx, saved.Revision)
	}
	if err != nil {
		return Saved{}, false, fmt.Errorf("save emptied article %s: %w", id, err)
	}
	return saved, gone, nil
}

func saveEmptiedIn(ctx context.Context, tx execer, id bulletin.ID, a bulletin.Article, s Save) (saved Saved, gone bool, err error) {
	heads, err := headsOf(ctx, tx, bulletin.SubjectArticle, id)
	if err != nil || len(heads) == 0 {
		return Saved{}, true, err
	}
	if slices.Equal(heads, s.Expected) && len(heads) == 1 {
		if gone, err = onlyKnownTo(ctx, tx, id, s.Author); err != nil {
			return Saved{}, false, err
		}
	}
	document := tombstone
	if gone {
		s.Reason = bulletin.ReasonDelete
	} else if document, err = documentOf(a); err != nil {
		return Saved{}, false, err
	}
	saved, err = saveIn(ctx, tx, bulletin.SubjectArticle, id, document, s)
	return saved, gone, err
}

// onlyKnownTo reports an article that nobody else has written on, that was not
// handed round, and that no issue has.
func onlyKnownTo(ctx context.Context, q querier, id bulletin.ID, author string) (only bool, err error) {
	err = q.QueryRowContext(ctx, `SELECT NOT EXISTS (SELECT 1 FROM revisions WHERE subject = ?1 AND author <> ?2)
		AND NOT EXISTS (SELECT 1 FROM exchanged JOIN revisions ON id = revision WHERE subject = ?1)
		AND NOT EXISTS (SELECT 1 FROM issue_stories WHERE article = ?1)`, id, viet.Normalize(author)).Scan(&only)
	return only, err
}

// neverWas reports an article that went out to nobody and in none of whose
// versions anything is written.
func neverWas(ctx context.Context, q querier, id bulletin.ID) (bool, error) {
	known, err := has(ctx, q, `SELECT 1 FROM exchanged JOIN revisions ON id = revision WHERE subject = ?`, id)
	if known || err != nil {
		return false, err
	}
	texts, err := collect(ctx, q, scanString[string], `SELECT document FROM revisions WHERE subject = ? AND deleted = 0`, id)
	if isTorn(err) {
		return false, nil // what cannot be read may have been a text
	}
	for _, text := range texts {
		var a bulletin.Article
		if bulletin.ReadJSON([]byte(text), &a) != nil || !a.IsBlank() {
			return false, err
		}
	}
	return true, err
}
