package storage

import (
	"context"
	"database/sql"
	"math"
	"slices"
	"time"

	"bantin/bulletin"
)

// readSummaries reads lines of the list, in the order of their numbers here.
func (s *selection) readSummaries(ctx context.Context, q querier, numbers []int64) ([]Summary, error) {
	wanted := 0
	all, err := s.collectSummaries(ctx, q, make([]Summary, 0, len(numbers)), func(number int64) bool {
		wanted++
		return wanted <= len(numbers) && number == numbers[wanted-1]
	}, `SELECT l.line FROM json_each(?) AS wanted
		CROSS JOIN article_list AS l ON l.number = wanted.value ORDER BY wanted.key`, jsonOf(numbers))
	if err == nil && wanted < len(numbers) {
		err = errWrongRow
	}
	return all, err
}

// newestSummaries reads lines of the list by their numbers, the greatest first.
func (s *selection) newestSummaries(ctx context.Context, q querier) ([]Summary, error) {
	room, err := s.room(ctx, q)
	if err != nil {
		return nil, err
	}
	above := int64(math.MaxInt64)
	return s.collectSummaries(ctx, q, room, func(number int64) bool {
		right := number < above
		above = number
		return right
	}, `SELECT l.line FROM `+s.from()+` ORDER BY l.number DESC LIMIT ? OFFSET ?`,
		s.args(limitOf(s.query.Limit), max(s.query.Offset, 0))...)
}

// collectSummaries reads rows of one packed line into a slice, which is large
// enough if need be; errWrongRow for one that is not what was written, or whose
// number has no place there.
func (s *selection) collectSummaries(ctx context.Context, q querier, all []Summary, hasPlace func(number int64) bool, query string, args ...any) ([]Summary, error) {
	known := shared{}
	return collectInto(ctx, all, q, func(row scanner) (Summary, error) {
		var packed sql.RawBytes
		if err := row.Scan(&packed); err != nil {
			return Summary{}, err
		}
		l, ok := unpackLine(packed, known)
		if !ok || l.deleted != s.query.Deleted || !hasPlace(l.number) {
			return Summary{}, errWrongRow
		}
		return l.summary(), nil
	}, query, args...)
}

func (l *listed) summary() Summary {
	return Summary{
		ID: l.id, Headline: l.headline, Byline: l.byline, Section: l.section,
		Genre: bulletin.Genre(l.genre), Status: bulletin.Status(l.status), Words: l.words, Photos: l.photos, Author: l.author,
		CreatedAt: time.UnixMilli(l.createdMs).UTC(), UpdatedAt: time.UnixMilli(l.updatedMs).UTC(),
		Conflict: l.conflicts > 0, Conflicts: l.conflicts, NeedsEye: l.needsEye,
	}
}

// numberedText is the searchable text of one article.
type numberedText struct {
	number int64
	text   searchText
}

// readTexts reads the searchable texts of articles, in the order of their numbers
// here; errWrongRow where one is not what was written, or not there.
func readTexts(ctx context.Context, q querier, numbers []int64) ([]numberedText, error) {
	texts, err := collectInto(ctx, make([]numberedText, 0, len(numbers)), q, new(rowHash).scanText, `SELECT number, `+textColumns+`, hash FROM json_each(?) AS wanted
		CROSS JOIN article_text ON number = wanted.value ORDER BY wanted.key`, jsonOf(numbers))
	if err != nil {
		return nil, err
	}
	are := func(t numberedText, number int64) bool { return t.number == number }
	if !slices.EqualFunc(texts, numbers, are) {
		return nil, errWrongRow
	}
	return texts, nil
}

func scanNumber(row scanner) (n int64, err error) {
	err = row.Scan(&n)
	return n, err
}

func scanTally(row scanner) (t Tally, err error) {
	var count int64
	err = row.Scan(&t.Name, &count)
	t.Count = int(count)
	return t, err
}
