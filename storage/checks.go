package storage

import (
	"context"
	"database/sql"
	"errors"

	"bantin/bulletin"
)

// structure asks SQLite, which checks its pages, its indexes, the constraints
// and, through FTS5, the inner order of the search index.
func (c *check) structure(ctx context.Context, q querier) error {
	// FTS5 keeps the index's directory in memory and looks whether it is still
	// the right one when a search begins, but not when it checks itself: without
	// this search, what other connections wrote would look like damage.
	if _, err := has(ctx, q, `SELECT 1 FROM search WHERE search MATCH '"a"'`); err != nil {
		return err
	}
	verdicts, err := collect(ctx, q, scanString[string], `PRAGMA integrity_check(20)`)
	if err != nil {
		return err
	}
	for _, verdict := range verdicts {
		if verdict != "ok" {
			c.structural(verdict)
		}
	}
	return nil
}

func (c *check) revision(ctx context.Context, q querier, id string) error {
	r, err := loadRevision(ctx, q, bulletin.RevisionID(id))
	if err != nil {
		return err
	}
	args := func() bulletin.Args {
		return bulletin.Args{"headline": nameOf(ctx, q, r.Subject), "time": localTime(r.Time)}
	}
	if verify(r) != nil {
		c.add(DamageRevision, id, args())
		return nil
	}
	for _, parent := range r.Parents {
		known, err := has(ctx, q, `SELECT 1 FROM revisions WHERE id = ?`, parent)
		if err != nil {
			return err
		}
		if !known {
			c.add(DamageParent, id, args())
		}
	}
	return nil
}

func (c *check) photo(ctx context.Context, q querier, sha string) error {
	_, err := originalPhoto(ctx, q, sha)
	var trouble *bulletin.Trouble
	if errors.As(err, &trouble) && trouble.Key == "photo_damaged" {
		c.add(DamageOriginal, sha, trouble.Args)
		return nil
	}
	if err != nil {
		return err
	}
	for _, d := range []derivative{printed, thumbnail} {
		made, err := readDerivative(ctx, q, d, sha)
		if err != nil {
			return err
		}
		if made == nil {
			return c.derivativeDamage(ctx, q, sha)
		}
	}
	return nil
}

func (c *check) derivativeDamage(ctx context.Context, q querier, sha string) error {
	info, err := photoInfo(ctx, q, sha)
	if err != nil {
		return err
	}
	c.add(DamageDerivative, sha, bulletin.Args{"photo": info.Name})
	return nil
}

// article checks what hangs on an article as it is shown: its photos and its
// line of the list. Damaged heads were found among the revisions.
func (c *check) article(ctx context.Context, q querier, id string) error {
	a, err := loadArticle(ctx, q, bulletin.ID(id))
	switch bulletin.TroubleKey(err) {
	case "revision_damaged":
		return nil
	case "article_missing", "revision_missing": // a revision, but no head: the derived table is wrong
		c.add(DamageIndex, id, bulletin.Args{"headline": nameOf(ctx, q, bulletin.ID(id))})
		return nil
	}
	if err != nil {
		return err
	}
	for _, p := range a.Article.Photos {
		if err := c.shownPhoto(ctx, q, a, p); err != nil {
			return err
		}
	}
	return c.listed(ctx, q, a)
}

func (c *check) shownPhoto(ctx context.Context, q querier, a StoredArticle, p bulletin.Photo) error {
	if p.IsEmptyFrame() {
		return nil
	}
	known, err := has(ctx, q, `SELECT 1 FROM photos WHERE sha256 = ?`, p.SHA256)
	if err == nil && !known {
		c.add(DamagePhoto, string(a.ID), bulletin.Args{
			"headline": nameOf(ctx, q, a.ID), "caption": bulletin.Plain(p.Caption),
		})
	}
	return err
}

// listed compares the derived line of an article with what it is derived from.
func (c *check) listed(ctx context.Context, q querier, a StoredArticle) error {
	var number, updated int64
	var deleted bool
	var heads int
	err := q.QueryRowContext(ctx, `SELECT number, updated_ms, deleted, heads FROM article_list WHERE id = ?`, a.ID).
		Scan(&number, &updated, &deleted, &heads)
	right := err == nil && updated == a.UpdatedAt.UnixMilli() && deleted == a.Deleted && heads == len(a.Heads)
	if right {
		var text searchText
		text, err = readText(ctx, q, number)
		right = text == textOf(&a.Article)
	}
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	if !right {
		c.add(DamageIndex, string(a.ID), bulletin.Args{"headline": nameOf(ctx, q, a.ID)})
	}
	return nil
}

func (c *check) office(ctx context.Context, q querier) error {
	var o bulletin.Office
	err := readSetting(ctx, q, officeSetting, &o)
	if bulletin.TroubleKey(err) == "settings_damaged" {
		c.add(DamageOffice, officeSetting, nil)
		return nil
	}
	return err
}

// has reports whether a query gives a row.
func has(ctx context.Context, q querier, query string, args ...any) (bool, error) {
	var one int
	err := q.QueryRowContext(ctx, query, args...).Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}
