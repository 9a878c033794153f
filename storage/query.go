package storage

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Articles lists articles, the one saved last first. With Query.Text, those
// where every word occurs; where marks were typed ("Đầm Hà"), articles that
// have the words with just these marks come before those that have them with
// others. Any text may be searched for; one without a letter or digit finds
// nothing.
func (f *File) Articles(ctx context.Context, query Query) ([]Summary, error) {
	wanted := readWanted(query.Text)
	if wanted.nothing() {
		return nil, nil
	}
	var found []Summary
	err := f.reading(ctx, func(q querier) (err error) {
		if wanted.everything() {
			found, err = listArticles(ctx, q, query)
		} else {
			found, err = searchArticles(ctx, q, query, wanted)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list articles: %w", err)
	}
	return found, nil
}

func listArticles(ctx context.Context, q querier, query Query) ([]Summary, error) {
	where, args := conditions(query)
	args = append(args, limitOf(query), max(query.Offset, 0))
	return collect(ctx, q, scanSummary, `SELECT `+summaryColumns+` FROM article_list AS l WHERE `+where+`
		ORDER BY l.updated_ms DESC, l.id LIMIT ? OFFSET ?`, args...)
}

// searchArticles finds the matching lines first, orders them, and only then
// reads the text of those that are wanted.
func searchArticles(ctx context.Context, q querier, query Query, w wanted) ([]Summary, error) {
	where, args := conditions(query)
	args = append(args, w.match())
	numbers, err := collect(ctx, q, scanNumber, `SELECT l.number FROM article_list AS l WHERE `+where+`
		AND l.number IN (SELECT rowid FROM search WHERE search MATCH ?)
		ORDER BY l.updated_ms DESC, l.id`, args...)
	if err != nil {
		return nil, err
	}
	if numbers, err = exactFirst(ctx, q, numbers, w); err != nil {
		return nil, err
	}
	return readHits(ctx, q, page(numbers, query), w)
}

// exactCap is how many hits are looked into for the marks that were typed:
// beyond it the newest come first, whatever their marks.
const exactCap = 1000

// exactFirst moves the articles that have the words exactly as typed before
// the others, each group keeping its order.
func exactFirst(ctx context.Context, q querier, numbers []int64, w wanted) ([]int64, error) {
	if !w.hasMarks {
		return numbers, nil
	}
	var exact, others []int64
	for _, number := range numbers[:min(len(numbers), exactCap)] {
		text, err := readText(ctx, q, number)
		if err != nil {
			return nil, err
		}
		if w.exactlyIn(text) {
			exact = append(exact, number)
		} else {
			others = append(others, number)
		}
	}
	return slices.Concat(exact, others, numbers[min(len(numbers), exactCap):]), nil
}

func page(numbers []int64, query Query) []int64 {
	numbers = numbers[min(max(query.Offset, 0), len(numbers)):]
	if query.Limit > 0 {
		numbers = numbers[:min(query.Limit, len(numbers))]
	}
	return numbers
}

func readHits(ctx context.Context, q querier, numbers []int64, w wanted) ([]Summary, error) {
	found := make([]Summary, 0, len(numbers))
	for _, number := range numbers {
		s, err := scanSummary(q.QueryRowContext(ctx, `SELECT `+summaryColumns+` FROM article_list AS l WHERE l.number = ?`, number))
		if err != nil {
			return nil, err
		}
		text, err := readText(ctx, q, number)
		if err != nil {
			return nil, err
		}
		s.Snippet = w.snippet(text)
		found = append(found, s)
	}
	return found, nil
}

func readText(ctx context.Context, q querier, number int64) (searchText, error) {
	var t searchText
	err := q.QueryRowContext(ctx, `SELECT headline, byline, body FROM article_text WHERE number = ?`, number).
		Scan(&t.headline, &t.byline, &t.body)
	return t, err
}

// conditions are the filters of a query other than its text.
func conditions(query Query) (where string, args []any) {
	all := []string{"l.deleted = ?"}
	args = append(args, query.Deleted)
	add := func(condition string, arg any) {
		all, args = append(all, condition), append(args, arg)
	}
	if query.Status != "" {
		add("l.status = ?", query.Status)
	}
	if query.Section != "" {
		add("l.section = ?", query.Section)
	}
	if query.Issue != "" {
		add("l.id IN (SELECT article FROM issue_stories WHERE issue = ?)", query.Issue)
	}
	return strings.Join(all, " AND "), args
}

// limitOf is LIMIT's argument: -1 is SQLite's "no limit".
func limitOf(query Query) int {
	if query.Limit <= 0 {
		return -1
	}
	return query.Limit
}

const summaryColumns = `l.id, l.headline, l.byline, l.section, l.genre, l.status, l.words, l.photos,
	l.author, l.created_ms, l.updated_ms, l.heads`

func scanSummary(row scanner) (Summary, error) {
	var s Summary
	var words, photos, heads, created, updated int64
	// Plain strings and integers: database/sql is slow with any other type.
	err := row.Scan((*string)(&s.ID), &s.Headline, &s.Byline, &s.Section, (*string)(&s.Genre), (*string)(&s.Status),
		&words, &photos, &s.Author, &created, &updated, &heads)
	s.Words, s.Photos, s.Conflict = int(words), int(photos), heads > 1
	s.CreatedAt, s.UpdatedAt = time.UnixMilli(created).UTC(), time.UnixMilli(updated).UTC()
	return s, err
}

func scanNumber(row scanner) (n int64, err error) {
	err = row.Scan(&n)
	return n, err
}
