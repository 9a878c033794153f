package storage

import (
	"context"
	"fmt"

	"bantin/bulletin"
)

// derive brings the list and the search index up to date with the heads of a
// subject.
func derive(ctx context.Context, tx execer, kind bulletin.SubjectKind, subject bulletin.ID) error {
	if kind == bulletin.SubjectIssue {
		return deriveIssue(ctx, tx, subject)
	}
	return deriveArticle(ctx, tx, subject)
}

func deriveArticle(ctx context.Context, tx execer, id bulletin.ID) error {
	a, err := loadArticle(ctx, tx, id)
	if err != nil {
		return err
	}
	if err := writeIndex(ctx, tx, a); err != nil {
		return fmt.Errorf("list and index %s: %w", id, err)
	}
	return nil
}

func deriveIssue(ctx context.Context, tx execer, id bulletin.ID) error {
	s, err := loadIssue(ctx, tx, id)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `DELETE FROM issue_stories WHERE issue = ?`, id); err != nil {
		return fmt.Errorf("clear the stories of %s: %w", id, err)
	}
	for i, slot := range s.Issue.Slots {
		if _, err := tx.ExecContext(ctx, `INSERT INTO issue_stories (issue, position, article) VALUES (?, ?, ?)`,
			id, i, slot.Article); err != nil {
			return fmt.Errorf("write the stories of %s: %w", id, err)
		}
	}
	return nil
}
