package storage

import (
	"context"
	"fmt"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// derive brings the list and the search index up to date with the heads of a
// subject.
func derive(ctx context.Context, tx execer, kind bulletin.SubjectKind, subject bulletin.ID) error {
	_, err := deriveSeen(ctx, tx, kind, subject)
	return err
}

// seen is what deriving noticed of a subject.
type seen struct {
	heads     int
	conflicts []merge.Conflict
}

func deriveSeen(ctx context.Context, tx execer, kind bulletin.SubjectKind, subject bulletin.ID) (seen, error) {
	if kind == bulletin.SubjectIssue {
		return deriveIssue(ctx, tx, subject)
	}
	return deriveArticle(ctx, tx, subject)
}

func deriveArticle(ctx context.Context, tx execer, id bulletin.ID) (seen, error) {
	a, err := loadArticle(ctx, tx, id)
	if err != nil {
		return seen{}, err
	}
	if err := writeIndex(ctx, tx, a); err != nil {
		return seen{}, fmt.Errorf("list and index %s: %w", id, err)
	}
	return seen{len(a.Heads), a.Conflicts}, nil
}

func deriveIssue(ctx context.Context, tx execer, id bulletin.ID) (seen, error) {
	s, err := loadIssue(ctx, tx, id)
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
	return seen{len(s.Heads), s.Conflicts}, nil
}
