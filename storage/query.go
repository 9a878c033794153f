package storage

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"bantin/bulletin"
)

// Articles lists articles as the query says. In a search, where marks were
// typed ("Đầm Hà"), articles that have the words with just these marks come
// before those that have them with others. Any text may be searched for; one of
// signs only finds nothing.
func (f *File) Articles(ctx context.Context, query Query) ([]Summary, error) {
	w := query.wanted()
	if w.nothing() {
		return nil, nil
	}
	var found []Summary
	if err := w.findStories(ctx, f, query.Issue); err != nil {
		return nil, fmt.Errorf("list articles: %w", err)
	}
	err := f.searching(ctx, func(q querier) error {
		s, err := newSelection(ctx, q, query, w)
		if err != nil {
			return err
		}
		found, err = s.articles(ctx, q)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list articles: %w", err)
	}
	return found, nil
}

// Count counts the articles that a query finds, by status; Limit, Offset and
// order make no difference.
func (f *File) Count(ctx context.Context, query Query) (map[bulletin.Status]int, error) {
	counts := map[bulletin.Status]int{}
	w := query.wanted()
	if w.nothing() {
		return counts, nil
	}
	if err := w.findStories(ctx, f, query.Issue); err != nil {
		return nil, fmt.Errorf("count articles: %w", err)
	}
	err := f.searching(ctx, func(q querier) error {
		s, err := newSelection(ctx, q, query, w)
		if err != nil {
			return err
		}
		tallies, err := collect(ctx, q, scanTally, `SELECT l.status, count(*) FROM `+s.from()+` GROUP BY l.status`, s.args()...)
		for _, t := range tallies {
			counts[bulletin.Status(t.Name)] = t.Count
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("count articles: %w", err)
	}
	return counts, nil
}

// isIndexDamaged reports what FTS5 says, or SQLite of its tables, when they make
// no sense.
func isIndexDamaged(err error) bool {
	var failure *sqlite.Error
	if !errors.As(err, &failure) {
		return false
	}
	switch failure.Code() & 0xff {
	case sqlite3.SQLITE_CORRUPT:
		return failure.Code() == sqlite3.SQLITE_CORRUPT_VTAB
	case sqlite3.SQLITE_ERROR:
		return isOfIndex(failure.Error()) // "invalid fts5 file format"
	case sqlite3.SQLITE_CONSTRAINT:
		var ofIndex indexError
		return errors.As(err, &ofIndex)
	}
	return false
}

// indexError is what a statement that writes to the search index failed with.
type indexError struct{ error }

func (e indexError) Unwrap() error { return e.error }

// writeSearch runs a statement that writes to the search index.
func writeSearch(ctx context.Context, tx execer, statement string, args ...any) error {
	if _, err := tx.ExecContext(ctx, statement, args...); err != nil {
		return indexError{err}
	}
	return nil
}

func (query Query) wanted() wanted {
	w := readWanted(query.Text, time.Now())
	if words := typedWords(query.Byline); len(words) > 0 {
		w.blank = false
		w.clauses = append(w.clauses, clause{column: inByline, words: words})
	}
	return w
}

// findStories reads which articles stand in the issue that was asked for: an
// issue that is not there has none.
func (w *wanted) findStories(ctx context.Context, f *File, issue bulletin.ID) error {
	if issue == "" {
		return nil
	}
	s, err := f.Issue(ctx, issue)
	if bulletin.TroubleKey(err) == "issue_missing" {
		return nil
	}
	for _, slot := range s.Issue.Slots {
		w.stories = append(w.stories, slot.Article)
	}
	return err
}

// selection is a query in the language of SQLite.
type selection struct {
	query    Query
	clauses  []clause // that must stand in the text
	match    string   // what FTS5 is asked, "" without any clause
	must     string   // the clauses in its language
	without  string   // those that must not stand there, or ""
	where    []string
	whereArg []any
	since    int64 // no article with a smaller number is wanted
}

func newSelection(ctx context.Context, q querier, query Query, w wanted) (*selection, error) {
	s := &selection{query: query, clauses: w.positive(), since: math.MinInt64}
	s.facts(query, w)
	for _, f := range w.facets {
		if err := s.facet(ctx, q, f); err != nil {
			return nil, err
		}
	}
	return s, s.text(ctx, q, w)
}

// text adds what must and must not stand in the text.
func (s *selection) text(ctx context.Context, q querier, w wanted) (err error) {
	if len(s.clauses) > 0 {
		if s.must, err = match(ctx, q, s.clauses, "AND"); err != nil {
			return err
		}
	}
	if negative := w.negative(); len(negative) > 0 {
		if s.without, err = match(ctx, q, negative, "OR"); err != nil {
			return err
		}
		if s.must == "" {
			s.add("l.number NOT IN (SELECT rowid FROM search WHERE search MATCH ?)", s.without)
		}
	}
	s.match = s.but(s.must)
	return nil
}

// but is what FTS5 is asked for, "" for nothing, without what must not be there.
func (s *selection) but(must string) string {
	if must == "" || s.without == "" {
		return must
	}
	return must + " NOT " + s.without
}

func (s *selection) add(condition string, args ...any) {
	s.where, s.whereArg = append(s.where, condition), append(s.whereArg, args...)
}

// facts adds the filters of a query other than its text.
func (s *selection) facts(query Query, w wanted) {
	// The plus keeps SQLite from an index that would spoil the order.
	if query.Deleted || query.Status != "" || query.Section != "" {
		s.add("l.deleted = ?", query.Deleted)
	} else {
		s.add("+l.deleted = ?", query.Deleted)
	}
	for _, f := range []struct{ column, value string }{
		{"status", string(query.Status)}, {"section", query.Section}, {"genre", query.Genre},
	} {
		if f.value != "" {
			s.add("l."+f.column+" = ?", f.value)
		}
	}
	if query.Conflict {
		s.add("l.conflicts > 0")
	}
	if query.Issue != "" {
		s.add("l.id IN (SELECT value FROM json_each(?))", jsonOf(w.stories))
	}
	if !query.From.IsZero() {
		s.add("l.updated_ms >= ?", query.From.UnixMilli())
		s.since = max(s.since, query.From.UnixMilli())
	}
	if !query.To.IsZero() {
		s.add("l.updated_ms < ?", query.To.UnixMilli())
	}
}

// facet adds a filter that stands in the text of a query.
func (s *selection) facet(ctx context.Context, q querier, f facet) error {
	not := ""
	if f.not {
		not = "NOT "
	}
	switch f.field {
	case "time":
		s.add(not+"(l.updated_ms >= ? AND l.updated_ms < ?)", f.from, f.to)
		if !f.not {
			s.since = max(s.since, f.from)
		}
		return nil
	case "status":
		s.add(not+"l.status IN (SELECT value FROM json_each(?))", jsonOf(f.statuses))
		return nil
	}
	names, err := collect(ctx, q, scanString[string], `SELECT DISTINCT `+f.field+` FROM article_list`)
	if err != nil {
		return err
	}
	names = slices.DeleteFunc(names, func(name string) bool { return !f.isNamed(name) })
	s.add(not+"l."+f.field+" IN (SELECT value FROM json_each(?))", jsonOf(names))
	return nil
}

func jsonOf[T any](values []T) string {
	if values == nil {
		return "[]"
	}
	b, _ := json.Marshal(values) // texts and numbers always can be written
	return string(b)
}

// from is what the articles of the selection are selected from. A search is
// driven by the index, which gives its rows in the order of their numbers, so
// that the newest hits are found without the others.
func (s *selection) from() string {
	where := strings.Join(s.where, " AND ")
	number := "l.number"
	if s.match != "" {
		number = "search.rowid"
	}
	if s.since > math.MinInt64 { // numbers are no smaller than times
		where += fmt.Sprintf(" AND %s >= %d", number, min(max(s.since, -mostMs), mostMs))
	}
	if s.match == "" {
		return `article_list AS l WHERE ` + where
	}
	return `search CROSS JOIN article_list AS l ON l.number = search.rowid WHERE search MATCH ? AND ` + where
}

func (s *selection) args(more ...any) []any {
	var args []any
	if s.match != "" {
		args = append(args, s.match)
	}
	return append(append(args, s.whereArg...), more...)
}

func (s *selection) articles(ctx context.Context, q querier) ([]Summary, error) {
	if s.match == "" && s.isNewestFirst() {
		return s.newestSummaries(ctx, q)
	}
	if s.match == "" && s.query.Limit <= 0 && s.query.Offset <= 0 {
		return s.sortedSummaries(ctx, q)
	}
	numbers, err := s.numbers(ctx, q)
	if err != nil {
		return nil, err
	}
	if len(s.clauses) == 0 {
		return s.readSummaries(ctx, q, numbers)
	}
	return s.readHits(ctx, q, numbers)
}

// room is where a list of everything is put: a slice that grows row by row
// takes twice as much.
func (s *selection) room(ctx context.Context, q querier) ([]Summary, error) {
	if s.query.Limit > 0 || len(s.where) > 1 {
		return nil, nil
	}
	n := 0
	err := q.QueryRowContext(ctx, `SELECT count(*) FROM article_list WHERE deleted = ?`, s.query.Deleted).Scan(&n)
	return make([]Summary, 0, n), err
}

func (s *selection) isNewestFirst() bool { return s.query.Sort == SortNewest && !s.query.Reverse }

// limitOf is LIMIT's argument: -1 is SQLite's "no limit".
func limitOf(limit int) int {
	if limit <= 0 {
		return -1
	}
	return limit
}

// numbers are those of the articles wanted, in their order.
func (s *selection) numbers(ctx context.Context, q querier) ([]int64, error) {
	if !s.isNewestFirst() {
		all, err := s.sorted(ctx, q)
		return s.page(all), err
	}
	isExact := s.exactness()
	enough := limitOf(s.query.Limit)
	if enough > 0 {
		enough += max(s.query.Offset, 0)
		if isExact != nil {
			enough = max(enough, exactWindow)
		}
	}
	numbers, err := s.firstNumbers(ctx, q, enough)
	if err == nil && isExact != nil {
		numbers, err = s.exactFirst(ctx, q, numbers, isExact)
	}
	return s.page(numbers), err
}

// firstNumbers gives the newest or best hits of a search, -1 for all of them.
func (s *selection) firstNumbers(ctx context.Context, q querier, enough int) ([]int64, error) {
	if s.query.Ranked {
		return s.bestNumbers(ctx, q, enough)
	}
	return s.newestNumbers(ctx, q, enough)
}

func (s *selection) newestNumbers(ctx context.Context, q querier, enough int) ([]int64, error) {
	return collect(ctx, q, scanNumber, `SELECT l.number FROM `+s.from()+` ORDER BY search.rowid DESC LIMIT ?`, s.args(enough)...)
}

func (s *selection) page(numbers []int64) []int64 {
	numbers = numbers[min(max(s.query.Offset, 0), len(numbers)):]
	if s.query.Limit > 0 {
		numbers = numbers[:min(s.query.Limit, len(numbers))]
	}
	return numbers
}

// mostSnippets is how many hits are read for a snippet: nobody looks further.
const mostSnippets = 1000

// readHits reads the articles of a search and marks what was found in them.
func (s *selection) readHits(ctx context.Context, q querier, numbers []int64) ([]Summary, error) {
	found, err := s.readSummaries(ctx, q, numbers)
	if err != nil {
		return nil, err
	}
	texts, err := readTexts(ctx, q, numbers[:min(len(numbers), mostSnippets)])
	if err != nil {
		return nil, err
	}
	var r reading
	for i := range min(len(texts), len(found)) {
		found[i].Found = foundIn(found[i].Headline, inHeadline, s.clauses, &r)
		found[i].Snippet = snippet(&texts[i].text, s.clauses, &r)
	}
	return found, nil
}
