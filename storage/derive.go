package storage

import (
	"context"
	"fmt"
	"slices"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// derive brings the list and the search index up to date with the heads of a
// subject.
func derive(ctx context.Context, tx execer, kind bulletin.SubjectKind, subject bulletin.ID) error {
	view, err := deriveSeen(ctx, tx, kind, subject, unsided)
	if err != nil {
		return err
	}
	return indexTexts(ctx, tx, view.texts)
}

// seen is what deriving noticed of a subject.
type seen struct {
	heads     int
	conflicts []merge.Conflict
	texts     []textChange // for indexTexts
}

// deriveSeen is derive but for the search index.
func deriveSeen(ctx context.Context, tx execer, kind bulletin.SubjectKind, subject bulletin.ID, as siding) (seen, error) {
	if kind == bulletin.SubjectIssue {
		return deriveIssue(ctx, tx, subject, as)
	}
	return deriveArticle(ctx, tx, subject, as)
}

// derivedAtOnce is how many articles and issues are derived before the search
// index is told.
const derivedAtOnce = 250

// deriveAll is derive for many, faster. Those that are damaged are passed over.
// step, which may be nil, is called after each.
func deriveAll(ctx context.Context, transaction execer, subjects []subject, step func()) error {
	tx := prepare(transaction)
	defer tx.close()
	for some := range slices.Chunk(subjects, derivedAtOnce) {
		var texts []textChange
		for _, s := range some {
			view, err := deriveSeen(ctx, tx, s.kind, s.id, unsided)
			if err != nil && !isHurt(err) {
				return err
			}
			texts = append(texts, view.texts...)
			if step != nil {
				step()
			}
		}
		if err := indexTexts(ctx, tx, texts); err != nil {
			return err
		}
	}
	return nil
}

func deriveArticle(ctx context.Context, tx execer, id bulletin.ID, as siding) (seen, error) {
	a, err := articleAs(ctx, tx, id, as)
	if err != nil {
		return seen{}, err
	}
	texts, err := writeList(ctx, tx, a)
	if err != nil {
		return seen{}, fmt.Errorf("list %s: %w", id, err)
	}
	return seen{len(a.Heads), a.Conflicts, texts}, nil
}

func deriveIssue(ctx context.Context, tx execer, id bulletin.ID, as siding) (seen, error) {
	s, err := issueAs(ctx, tx, id, as)
	if err != nil {
		return seen{}, err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM issue_stories WHERE issue = ?`, id); err != nil {
		return seen{}, fmt.Errorf("clear the stories of %s: %w", id, err)
	}
	for i, slot := range s.Issue.Slots {
		if _, err := tx.ExecContext(ctx, `INSERT INTO issue_stories (issue, position, article) VALUES (?, ?, ?)`,
			id, i, slot.Article); err != nil {
			return seen{}, fmt.Errorf("write the stories of %s: %w", id, err)
		}
	}
	return seen{len(s.Heads), s.Conflicts, nil}, nil
}
