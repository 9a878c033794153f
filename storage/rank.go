package storage

import (
	"context"
	"slices"
)

// Ranking by relevance looks at every hit that it compares, so a word that half
// of all articles have would take longer the more of them there are. Of a search
// with more than rankedHits hits only the newest so many are compared, and
// headlineHits of those that have the words in the headline, whatever their age:
// nobody reads on further, and words that common say little.
const (
	rankedHits   = 2000
	headlineHits = 500
)

// weights says how much a word counts for bm25 in each of the columns.
const weights = "bm25(8.0, 4.0, 2.0, 2.0, 1.0)"

// bestNumbers gives hits by relevance, -1 for all of them. Of very many the
// order is: those with the words in the headline, by relevance and then the older
// ones; the others that were compared; the rest, the newest first.
func (s *selection) bestNumbers(ctx context.Context, q querier, enough int) ([]int64, error) {
	if enough > 0 {
		enough = max(enough, rankedHits+1)
	}
	newest, err := s.newestNumbers(ctx, q, enough)
	if err != nil {
		return nil, err
	}
	if len(newest) <= rankedHits {
		return s.ranked(ctx, q, newest)
	}
	compared, err := s.ranked(ctx, q, newest[:rankedHits])
	if err != nil {
		return nil, err
	}
	inHeadline, err := s.inHeadline(ctx, q)
	if err != nil {
		return nil, err
	}
	return firstOfAll(compared, inHeadline, newest), nil
}

// ranked orders hits by relevance, which must be the newest ones of a selection.
func (s *selection) ranked(ctx context.Context, q querier, newest []int64) ([]int64, error) {
	if len(newest) == 0 {
		return nil, nil
	}
	return collect(ctx, q, scanNumber, `SELECT l.number FROM `+s.from()+` AND search.rowid >= ? AND search.rank MATCH ?
		ORDER BY search.rank LIMIT ?`, s.args(newest[len(newest)-1], weights, len(newest))...)
}

// inHeadline gives the newest hits that have all words in the headline.
func (s *selection) inHeadline(ctx context.Context, q querier) ([]int64, error) {
	only := *s
	only.match = s.but("(headline : " + s.must + ")")
	return only.newestNumbers(ctx, q, headlineHits)
}

// firstOfAll puts hits that were compared in order, and all others behind.
func firstOfAll(compared, inHeadline, newest []int64) []int64 {
	first := map[int64]bool{} // true while it is not placed
	for _, n := range slices.Concat(compared, inHeadline, newest) {
		first[n] = true
	}
	all := make([]int64, 0, len(first))
	place := func(n int64) {
		if first[n] {
			all = append(all, n)
			first[n] = false
		}
	}
	headline := map[int64]bool{}
	for _, n := range inHeadline {
		headline[n] = true
	}
	for _, n := range compared {
		if headline[n] {
			place(n)
		}
	}
	for _, some := range [][]int64{inHeadline, compared, newest} {
		for _, n := range some {
			place(n)
		}
	}
	return all
}
