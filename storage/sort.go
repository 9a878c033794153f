package storage

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// ordered is an article with what it is ordered by.
type ordered struct {
	number int64
	text   string
	amount int64
}

// sorted are the numbers of a selection in the order that the query names.
func (s *selection) sorted(ctx context.Context, q querier) ([]int64, error) {
	text, amount := "''", "0"
	switch s.query.Sort {
	case SortHeadline:
		text = "l.headline"
	case SortByline:
		text = "l.byline"
	case SortSection:
		text = "l.section"
	case SortStatus:
		text = "l.status"
	case SortCreated:
		amount = "l.created_ms"
	case SortWords:
		amount = "l.words"
	case SortNewest:
	default:
		return nil, s.query.Sort.unknown()
	}
	all, err := collect(ctx, q, func(row scanner) (o ordered, err error) {
		err = row.Scan(&o.number, &o.text, &o.amount)
		return o, err
	}, `SELECT l.number, `+text+`, `+amount+` FROM `+s.from()+` ORDER BY l.number DESC`, s.args()...)
	if err != nil {
		return nil, err
	}
	return s.order(all), nil
}

// order gives the numbers of what comes newest first in the order that the
// query names.
func (s *selection) order(all []ordered) []int64 {
	s.query.Sort.apply(all)
	if s.query.Reverse {
		slices.Reverse(all)
	}
	numbers := make([]int64, len(all))
	for i := range all {
		numbers[i] = all[i].number
	}
	return numbers
}

// sortedSummaries reads all lines of a selection, and then puts them in order:
// to read what they are ordered by first would take as long again.
func (s *selection) sortedSummaries(ctx context.Context, q querier) ([]Summary, error) {
	if !s.query.Sort.known() {
		return nil, s.query.Sort.unknown()
	}
	all, err := s.newestSummaries(ctx, q)
	if err != nil {
		return nil, err
	}
	places := make([]ordered, len(all))
	for i := range all {
		places[i] = s.query.Sort.of(&all[i], i)
	}
	arrange(all, s.order(places))
	return all, nil
}

// of is what a line is ordered by.
func (s Sort) of(a *Summary, number int) ordered {
	o := ordered{number: int64(number)}
	switch s {
	case SortHeadline:
		o.text = a.Headline
	case SortByline:
		o.text = a.Byline
	case SortSection:
		o.text = a.Section
	case SortStatus:
		o.text = string(a.Status)
	case SortCreated:
		o.amount = a.CreatedAt.UnixMilli()
	case SortWords:
		o.amount = int64(a.Words)
	}
	return o
}

func (s Sort) known() bool { return slices.Contains(Sorts(), s) }

func (s Sort) unknown() error { return fmt.Errorf("%q is no order", string(s)) }

// arrange moves what stands at from[i] to i, for all i, in place: a second list
// of everything would take as much memory again. It uses up from.
func arrange[T any](all []T, from []int64) {
	for start := range all {
		if from[start] < 0 {
			continue
		}
		first := all[start]
		at := int64(start)
		for from[at] != int64(start) {
			next := from[at]
			all[at], from[at] = all[next], -1
			at = next
		}
		all[at], from[at] = first, -1
	}
}

// apply orders articles that come newest first; that order stays among equals.
func (s Sort) apply(all []ordered) {
	switch s {
	case SortHeadline, SortSection:
		viet.SortFunc(all, viet.Key, func(o ordered) string { return strings.TrimSpace(o.text) })
	case SortByline:
		viet.SortFunc(all, viet.PersonKey, func(o ordered) string { return firstAuthor(o.text) })
	case SortStatus:
		statuses := bulletin.Statuses()
		slices.SortStableFunc(all, func(a, b ordered) int {
			return cmp.Compare(slices.Index(statuses, bulletin.Status(a.text)), slices.Index(statuses, bulletin.Status(b.text)))
		})
	default:
		slices.SortStableFunc(all, func(a, b ordered) int { return cmp.Compare(b.amount, a.amount) })
	}
}

// firstAuthor is the name of the first of those whom a byline names, without
// what stands in brackets: "Mai Thắm" of "Mai Thắm (CTV) - Thu Trang".
func firstAuthor(byline string) string {
	for i, part := range authorsApart.Split(brackets.ReplaceAllString(byline, " "), -1) {
		if name := strings.TrimSpace(part); name != "" || i > 20 {
			return name
		}
	}
	return ""
}

var (
	brackets     = regexp.MustCompile(`\([^()]*\)`)
	authorsApart = regexp.MustCompile(`[,;&+/–—]|\s-\s|\s(?:và|VÀ)\s`)
)

// Sections gives the sections in use in Vietnamese order.
func (f *File) Sections(ctx context.Context) ([]Tally, error) {
	return f.tallies(ctx, "section", viet.Key)
}

// Bylines gives the bylines in use, by the given name of the first author.
func (f *File) Bylines(ctx context.Context) ([]Tally, error) {
	return f.tallies(ctx, "byline", func(byline string) string { return viet.PersonKey(firstAuthor(byline)) })
}

// Genres gives the genres in use, in the order of bulletin.Genres and then the
// office's own in Vietnamese order.
func (f *File) Genres(ctx context.Context) ([]Tally, error) {
	tallies, err := f.tallies(ctx, "genre", viet.Key)
	known := bulletin.Genres()
	place := func(t Tally) int {
		if i := slices.Index(known, bulletin.Genre(t.Name)); i >= 0 {
			return i
		}
		return len(known)
	}
	slices.SortStableFunc(tallies, func(a, b Tally) int { return cmp.Compare(place(a), place(b)) })
	return tallies, err
}

func (f *File) tallies(ctx context.Context, fact string, key func(string) string) (tallies []Tally, err error) {
	err = f.searching(ctx, func(q querier) (err error) {
		tallies, err = collect(ctx, q, scanTally, `SELECT `+fact+`, count(*) FROM article_list
			WHERE deleted = 0 AND `+fact+` <> '' GROUP BY `+fact)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list every %s: %w", fact, err)
	}
	viet.SortFunc(tallies, key, func(t Tally) string { return t.Name })
	return tallies, nil
}
