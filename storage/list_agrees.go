package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"bantin/bulletin"
)

// Most rows of the list are made of one version, and opening an article of which
// that one is damaged says so. Where an article is merged, or shown as it was
// before it was deleted, opening it does without what is damaged: a row that was
// derived when all was whole would then tell of another text than opening shows.

// disagreeing finds the articles that are made of several versions, or deleted,
// and of which the list or the searchable text is not what opening them shows.
// Articles of which nothing can be read are passed over: opening them says so.
func disagreeing(ctx context.Context, q querier) (ids []bulletin.ID, err error) {
	all, err := collect(ctx, q, scanString[bulletin.ID], `SELECT subject FROM heads WHERE kind = 'article' GROUP BY subject HAVING count(*) > 1
		UNION SELECT id FROM article_list WHERE deleted = 1`)
	if err != nil {
		return nil, fmt.Errorf("find what is made of several versions: %w", err)
	}
	for _, id := range all {
		a, err := loadArticle(ctx, q, id)
		switch {
		case isHurt(err), isTorn(err), err == nil && isNothingLeft(&a):
			continue
		case err != nil:
			return nil, err
		}
		_, _, agrees, err := listedAs(ctx, q, a)
		if err != nil {
			return nil, err
		}
		if !agrees {
			ids = append(ids, id)
		}
	}
	return ids, nil
}

// isNothingLeft reports a deleted article of which no text is whole: its row of
// the list may be all that still has its name.
func isNothingLeft(a *StoredArticle) bool {
	return a.Deleted && a.Hurt && textOf(&a.Article) == searchText{}
}

// listedAs reads what is derived of an article, and compares it with what it is
// derived from.
func listedAs(ctx context.Context, q querier, a StoredArticle) (have listed, text searchText, right bool, err error) {
	have, err = readLine(ctx, q, a.ID)
	if errors.Is(err, sql.ErrNoRows) || err == nil && (have.line != lineOf(a) || !have.isRight(new(rowHash))) {
		return have, text, false, nil
	}
	if err != nil {
		return have, text, false, err
	}
	text, err = readText(ctx, q, have.number)
	if errors.Is(err, sql.ErrNoRows) || errors.Is(err, errWrongRow) || err == nil && text != textOf(&a.Article) {
		return have, text, false, nil
	}
	return have, text, err == nil, err
}

// checkAgreement is errWrongRow where the list tells of another text than opening
// an article shows.
func checkAgreement(ctx context.Context, transaction querier) error {
	q := prepare(transaction)
	defer q.close()
	ids, err := disagreeing(ctx, q)
	if err == nil && len(ids) > 0 {
		err = errWrongRow
	}
	return err
}

// mendAgreement derives such articles anew.
func mendAgreement(ctx context.Context, tx execer) (n int, err error) {
	ids, err := disagreeing(ctx, tx)
	if err != nil {
		return 0, err
	}
	for _, id := range ids[:min(len(ids), mostMended)] {
		if err := passHurt(derive(ctx, tx, bulletin.SubjectArticle, id)); err != nil {
			return 0, err
		}
	}
	return len(ids), nil
}
