package storage

import (
	"context"
	"errors"
	"fmt"

	"bantin/bulletin"
)

// SaveArticle normalises a and writes it as a new revision of the article id.
// A new article has an id of bulletin.NewID and no s.Expected. When it returns
// without error the text is on the disk and was read back. Troubles:
// article_too_large for what nobody else could receive, disk_full,
// disk_write_failed, file_read_only, file_busy, file_moved, revision_missing
// and others of the file; nothing has changed in the file then.
func (f *File) SaveArticle(ctx context.Context, id bulletin.ID, a bulletin.Article, s Save) (Saved, error) {
	document, err := documentOf(a)
	if err != nil {
		return Saved{}, fmt.Errorf("save article %s: %w", id, err)
	}
	if s.Reason == bulletin.ReasonDelete {
		return Saved{}, fmt.Errorf("save article %s: a text cannot be saved as a deletion", id)
	}
	saved, err := f.save(ctx, bulletin.SubjectArticle, id, document, s)
	if err != nil {
		return Saved{}, fmt.Errorf("save article %s: %w", id, err)
	}
	return saved, nil
}

// documentOf is an article as it is stored. Trouble article_too_large.
func documentOf(a bulletin.Article) ([]byte, error) {
	a = a.Clone()
	a.Normalize()
	document, err := bulletin.CanonicalJSON(a)
	if err != nil {
		return nil, err
	}
	if err := checkSize(&a, len(document)); err != nil {
		return nil, bulletin.NewTrouble("article_too_large", bulletin.Args{"blocks": maxBlocks, "photos": maxPhotos, "size": maxDocument >> 20}, err)
	}
	return document, nil
}

// CheckArticle says before anything is written whether SaveArticle takes an
// article of such a size. Trouble article_too_large.
func CheckArticle(a bulletin.Article) error {
	_, err := documentOf(a)
	return err
}

// DeleteArticle writes a deletion as a new revision: the article leaves the
// list, its history stays, and saving any text over the deletion brings it
// back. Trouble article_missing where there is no such article.
func (f *File) DeleteArticle(ctx context.Context, id bulletin.ID, s Save) (Saved, error) {
	saved, err := f.delete(ctx, bulletin.SubjectArticle, id, s)
	if err != nil {
		return Saved{}, fmt.Errorf("delete article %s: %w", id, err)
	}
	return saved, nil
}

func (f *File) delete(ctx context.Context, kind bulletin.SubjectKind, id bulletin.ID, s Save) (Saved, error) {
	var heads []bulletin.RevisionID
	err := f.reading(ctx, func(q querier) (err error) {
		heads, err = headsOf(ctx, q, kind, id)
		return err
	})
	switch {
	case err != nil:
		return Saved{}, err
	case len(heads) == 0:
		return Saved{}, missing(kind, string(id))
	case len(s.Expected) == 0:
		return Saved{}, errors.New("a deletion must say in Expected what it deletes")
	}
	s.Reason, s.Settles = bulletin.ReasonDelete, true
	return f.save(ctx, kind, id, tombstone, s)
}

// missing is the trouble of a subject that the file does not have.
func missing(kind bulletin.SubjectKind, id string) error {
	return bulletin.NewTrouble(string(kind)+"_missing", bulletin.Args{"id": id}, nil)
}

// Article loads one article as the file shows it: several heads are merged, and
// Conflicts lists what both sides changed. A deleted article has its last text.
// Troubles: article_missing; newest_damaged and revision_damaged (IsUnread).
func (f *File) Article(ctx context.Context, id bulletin.ID) (StoredArticle, error) {
	var a StoredArticle
	err := f.reading(ctx, func(q querier) (err error) {
		a, err = articleAs(ctx, q, id, sided)
		return leadBack(ctx, q, bulletin.SubjectArticle, id, err)
	})
	if err != nil {
		return StoredArticle{}, fmt.Errorf("load article %s: %w", id, err)
	}
	return a, nil
}

// loadArticle is articleAs for who does not tell of conflicts.
func loadArticle(ctx context.Context, q querier, id bulletin.ID) (StoredArticle, error) {
	return articleAs(ctx, q, id, unsided)
}

func articleAs(ctx context.Context, q querier, id bulletin.ID, as siding) (stored StoredArticle, err error) {
	var document []byte
	if stored.Standing, document, err = stand(ctx, q, bulletin.SubjectArticle, id, as); err == nil {
		stored.Article, err = readArticle(document)
	}
	return stored, err
}

func readArticle(document []byte) (bulletin.Article, error) {
	var a bulletin.Article
	if err := bulletin.ReadJSON(document, &a); err != nil {
		return a, fmt.Errorf("read the article's JSON: %w", err)
	}
	a.Normalize()
	return a, nil
}
