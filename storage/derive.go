package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/viet"
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
	number, err := writeLine(ctx, tx, a)
	if err != nil {
		return fmt.Errorf("write the list line of %s: %w", id, err)
	}
	if err := writeText(ctx, tx, number, textOf(&a.Article)); err != nil {
		return fmt.Errorf("index %s: %w", id, err)
	}
	return nil
}

// line is what the list says of an article.
type line struct {
	headline, byline, section string
	genre, status             string
	words, photos             int
	author                    string
	createdMs, updatedMs      int64
	deleted                   bool
	heads                     int
}

func lineOf(a StoredArticle) line {
	return line{
		headline: a.Article.Headline, byline: a.Article.Byline, // plain fields: what looks like emphasis is text
		section: a.Article.Section, genre: string(a.Article.Genre), status: string(a.Article.Status),
		words: a.Article.Words(), photos: pictures(&a.Article), author: a.Author,
		createdMs: a.CreatedAt.UnixMilli(), updatedMs: a.UpdatedAt.UnixMilli(),
		deleted: a.Deleted, heads: len(a.Heads),
	}
}

const lineColumns = `headline, byline, section, genre, status, words, photos, author, created_ms, updated_ms, deleted, heads`

// readLine reads an article's line of the list and its number.
func readLine(ctx context.Context, q querier, id bulletin.ID) (l line, number int64, err error) {
	err = q.QueryRowContext(ctx, `SELECT `+lineColumns+`, number FROM article_list WHERE id = ?`, id).
		Scan(&l.headline, &l.byline, &l.section, &l.genre, &l.status, &l.words, &l.photos, &l.author,
			&l.createdMs, &l.updatedMs, &l.deleted, &l.heads, &number)
	return l, number, err
}

// writeLine writes the article's line of the list and returns its number,
// which stays the same for the article's life.
func writeLine(ctx context.Context, tx execer, a StoredArticle) (number int64, err error) {
	l := lineOf(a)
	err = tx.QueryRowContext(ctx, `INSERT INTO article_list (`+lineColumns+`, id)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET
			headline = excluded.headline, byline = excluded.byline, section = excluded.section,
			genre = excluded.genre, status = excluded.status, words = excluded.words,
			photos = excluded.photos, author = excluded.author, created_ms = excluded.created_ms,
			updated_ms = excluded.updated_ms, deleted = excluded.deleted, heads = excluded.heads
		RETURNING number`,
		l.headline, l.byline, l.section, l.genre, l.status, l.words, l.photos, l.author,
		l.createdMs, l.updatedMs, l.deleted, l.heads, a.ID).Scan(&number)
	return number, err
}

// pictures counts the photos of an article that are not empty frames.
func pictures(a *bulletin.Article) int {
	n := 0
	for i := range a.Photos {
		if !a.Photos[i].IsEmptyFrame() {
			n++
		}
	}
	return n
}

// searchText is what search looks through, in plain text.
type searchText struct{ headline, byline, body string }

func textOf(a *bulletin.Article) searchText {
	body := []string{a.Standfirst}
	for _, b := range a.Body {
		body = append(body, b.Text)
	}
	for _, p := range a.Photos {
		body = append(body, p.Caption, p.Credit)
	}
	body = append(body, a.Note)
	return searchText{
		headline: plainLines(a.Kicker, a.Headline, a.Deck),
		byline:   plainLines(a.Byline, a.Affiliation, a.Dateline),
		body:     plainLines(body...),
	}
}

func plainLines(marked ...string) string {
	lines := make([]string, 0, len(marked))
	for _, s := range marked {
		if s = bulletin.Plain(s); s != "" {
			lines = append(lines, s)
		}
	}
	return strings.Join(lines, "\n")
}

func (t searchText) folded() searchText {
	return searchText{viet.Fold(t.headline), viet.Fold(t.byline), viet.Fold(t.body)}
}

// writeText replaces the searchable text of a line. Unchanged text is left
// alone: an autosave often changes nothing that search sees.
func writeText(ctx context.Context, tx execer, number int64, text searchText) error {
	var old searchText
	err := tx.QueryRowContext(ctx, `SELECT headline, byline, body FROM article_text WHERE number = ?`, number).
		Scan(&old.headline, &old.byline, &old.body)
	switch {
	case err == nil && old == text:
		return nil
	case err == nil:
		if err := unindex(ctx, tx, number, old.folded()); err != nil {
			return err
		}
	case !errors.Is(err, sql.ErrNoRows):
		return err
	}
	if _, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO article_text (number, headline, byline, body) VALUES (?, ?, ?, ?)`,
		number, text.headline, text.byline, text.body); err != nil {
		return err
	}
	folded := text.folded()
	_, err = tx.ExecContext(ctx, `INSERT INTO search (rowid, headline, byline, body) VALUES (?, ?, ?, ?)`,
		number, folded.headline, folded.byline, folded.body)
	return err
}

// unindex takes a text out of the index, which must be told what it was.
func unindex(ctx context.Context, tx execer, number int64, folded searchText) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO search (search, rowid, headline, byline, body) VALUES ('delete', ?, ?, ?, ?)`,
		number, folded.headline, folded.byline, folded.body)
	return err
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
