package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"bantin/bulletin"
)

// mend makes right what is wrong in the lists: the rows that are not what was
// written where that is all, or else lists and search index as a whole, which in
// a large file takes minutes. The search index is looked at first: a write takes
// away what tells that it is hurt.
func (f *File) mend(ctx context.Context) error {
	if err := f.Sound(ctx); err != nil {
		return err
	}
	if err := f.reading(ctx, func(q querier) error { return checkSearch(ctx, q) }); isListHurt(err) {
		return f.rebuildIndex(ctx, nil)
	}
	err := f.writeOnce(ctx, func(tx execer) error { return mendRows(ctx, tx) })
	if isListHurt(err) {
		return f.rebuildIndex(ctx, nil)
	}
	return err
}

// mostMended is how many rows are mended one by one.
const mostMended = 1000

// mendRows derives anew what belongs to rows that are not what was written, and
// leaves the others and the search index as they are; errWrongRow where it finds
// nothing, or so much that all had better be made anew.
func mendRows(ctx context.Context, transaction execer) error {
	tx := prepare(transaction)
	defer tx.close()
	n := 0
	for _, part := range []func(context.Context, execer) (int, error){mendHeads, dropWrongLines, dropLostTexts, mendTexts, listMissing, mendAgreement} {
		mended, err := part(ctx, tx)
		if err != nil {
			return err
		}
		if n += mended; n > mostMended {
			return errWrongRow
		}
	}
	if n == 0 {
		return errWrongRow
	}
	return checkRows(ctx, tx)
}

// mendHeads finds the heads of those subjects anew of which they are wrong or
// not there.
func mendHeads(ctx context.Context, tx execer) (n int, err error) {
	all, err := collect(ctx, tx, scanHead, `SELECT `+headColumns+` FROM heads ORDER BY subject, kind, revision`)
	if err != nil {
		return 0, fmt.Errorf("read every head: %w", err)
	}
	wrong, err := collect(ctx, tx, scanSubject, `SELECT DISTINCT kind, subject FROM revisions WHERE subject NOT IN (SELECT subject FROM heads)`)
	if err != nil {
		return 0, fmt.Errorf("find subjects without heads: %w", err)
	}
	var h rowHash
	for s, heads := range headsBySubject(all) {
		if !h.areRight(s, heads) {
			wrong = append(wrong, s)
		}
	}
	for _, s := range wrong[:min(len(wrong), mostMended)] {
		kinds, err := collect(ctx, tx, scanString[bulletin.SubjectKind], `SELECT DISTINCT kind FROM revisions WHERE subject = ?`, s.id)
		if err == nil && len(kinds) == 0 { // that is no subject at all
			kinds = []bulletin.SubjectKind{s.kind}
		}
		for _, kind := range kinds {
			if err == nil {
				err = refreshHeads(ctx, tx, kind, s.id)
			}
			if err == nil {
				err = passHurt(derive(ctx, tx, kind, s.id))
			}
		}
		if err != nil {
			return 0, err
		}
	}
	return len(wrong), nil
}

// passHurt lets pass that a subject has no sound version to derive from.
func passHurt(err error) error {
	if isHurt(err) || bulletin.TroubleKey(err) == "article_missing" || bulletin.TroubleKey(err) == "issue_missing" {
		return nil
	}
	return err
}

// dropWrongLines takes away rows of the list that are not what was written, with
// their texts. Whose they were is told by who has none then.
func dropWrongLines(ctx context.Context, tx execer) (n int, err error) {
	var h rowHash
	wrong, err := collect(ctx, tx, func(row scanner) (number *int64, err error) {
		l, err := scanListed(row)
		if err == nil && !l.isRight(&h) {
			number = &l.number
		}
		return number, err
	}, `SELECT `+listedColumns+` FROM article_list`)
	if err != nil {
		return 0, fmt.Errorf("read every line: %w", err)
	}
	wrong = slices.DeleteFunc(wrong, func(number *int64) bool { return number == nil })
	for _, number := range wrong[:min(len(wrong), mostMended)] {
		if err := dropIndexed(ctx, tx, *number); err != nil {
			return 0, err
		}
		if _, err := tx.ExecContext(ctx, `DELETE FROM article_list WHERE number = ?`, *number); err != nil {
			return 0, fmt.Errorf("take a line away: %w", err)
		}
	}
	return len(wrong), nil
}

// dropLostTexts takes away texts of which there is no line.
func dropLostTexts(ctx context.Context, tx execer) (n int, err error) {
	lost, err := collect(ctx, tx, scanNumber, `SELECT number FROM article_text WHERE number NOT IN (SELECT number FROM article_list)`)
	if err != nil {
		return 0, fmt.Errorf("find texts without a line: %w", err)
	}
	for _, number := range lost[:min(len(lost), mostMended)] {
		if err := dropIndexed(ctx, tx, number); err != nil {
			return 0, err
		}
	}
	return len(lost), nil
}

// dropIndexed takes a text away, and out of the search index.
func dropIndexed(ctx context.Context, tx execer, number int64) error {
	gone, err := dropText(ctx, tx, number)
	if err != nil {
		return err
	}
	return indexTexts(ctx, tx, gone)
}

// mendTexts puts texts right that are not what was written, or gone. The search
// index has the right ones.
func mendTexts(ctx context.Context, tx execer) (n int, err error) {
	numbers, err := collect(ctx, tx, scanNumber, `SELECT number FROM article_list`)
	if err != nil {
		return 0, fmt.Errorf("list the texts: %w", err)
	}
	for _, number := range numbers {
		_, err := readText(ctx, tx, number)
		if err == nil {
			continue
		}
		if n++; n > mostMended || !errors.Is(err, errWrongRow) && !errors.Is(err, sql.ErrNoRows) {
			return n, err
		}
		if err := mendText(ctx, tx, number); err != nil {
			return n, err
		}
	}
	return n, nil
}

func mendText(ctx context.Context, tx execer, number int64) error {
	var id string
	if err := tx.QueryRowContext(ctx, `SELECT id FROM article_list WHERE number = ?`, number).Scan(&id); err != nil {
		return errors.Join(errWrongRow, err)
	}
	a, err := loadArticle(ctx, tx, bulletin.ID(id))
	if err != nil {
		return errors.Join(errWrongRow, err)
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM article_text WHERE number = ?`, number); err != nil {
		return err
	}
	return writeText(ctx, tx, number, textOf(&a.Article))
}

// listMissing lists the articles that are not in the list.
func listMissing(ctx context.Context, tx execer) (n int, err error) {
	missing, err := collect(ctx, tx, scanString[bulletin.ID],
		`SELECT DISTINCT subject FROM heads WHERE kind = 'article' AND subject NOT IN (SELECT id FROM article_list)`)
	if err != nil {
		return 0, fmt.Errorf("find articles that are not listed: %w", err)
	}
	for _, id := range missing[:min(len(missing), mostMended)] {
		if err := passHurt(derive(ctx, tx, bulletin.SubjectArticle, id)); err != nil {
			return 0, err
		}
	}
	return len(missing), nil
}
