package storage

import (
	"context"
	"time"

	"bantin/bulletin"
)

// summaryColumns are what is shown of a line. The small numbers come as one
// (see unpack): each column of each row costs as much as all the rest of it.
const summaryColumns = `l.id, l.headline, l.byline, l.section, l.genre, l.status, l.author, l.created_ms, l.updated_ms,
	(l.words << 31) | (l.photos << 15) | (l.conflicts << 1) | (l.needs_eye <> 0), l.hash - l.number`

// unpack takes the small numbers of summaryColumns apart.
func (l *line) unpack(n int64) {
	l.words, l.photos, l.conflicts, l.needsEye = int(n>>31), int(n>>15&mostPhotos), int(n>>1&mostConflicts), n&1 == 1
}

// readSummaries reads lines of the list, in the order of their numbers here.
func (s *selection) readSummaries(ctx context.Context, q querier, numbers []int64) ([]Summary, error) {
	return collectInto(ctx, make([]Summary, 0, len(numbers)), q, s.scanSummary(), `SELECT `+summaryColumns+` FROM json_each(?) AS wanted
		CROSS JOIN article_list AS l ON l.number = wanted.value ORDER BY wanted.key`, jsonOf(numbers))
}

// scanSummary reads rows of summaryColumns; errWrongRow for one that is not what
// was written.
func (s *selection) scanSummary() func(scanner) (Summary, error) {
	var h rowHash
	known := shared{}
	return func(row scanner) (Summary, error) {
		l := line{deleted: s.query.Deleted}
		var id string
		var small, hash int64
		// Plain strings and integers: database/sql is slow with any other type.
		if err := row.Scan(&id, &l.headline, &l.byline, &l.section, &l.genre, &l.status,
			&l.author, &l.createdMs, &l.updatedMs, &small, &hash); err != nil {
			return Summary{}, err
		}
		l.unpack(small)
		if hash != h.ofLine(bulletin.ID(id), &l) {
			return Summary{}, errWrongRow
		}
		for _, text := range []*string{&l.byline, &l.section, &l.genre, &l.status, &l.author} {
			*text = known.one(*text)
		}
		return l.summary(bulletin.ID(id)), nil
	}
}

// shared holds texts that stand in many rows, so that each is in memory once.
type shared map[string]string

func (s shared) one(text string) string {
	if known, ok := s[text]; ok {
		return known
	}
	if len(s) < 10_000 { // those that all differ are not worth it
		s[text] = text
	}
	return text
}

func (l *line) summary(id bulletin.ID) Summary {
	return Summary{
		ID: id, Headline: l.headline, Byline: l.byline, Section: l.section,
		Genre: bulletin.Genre(l.genre), Status: bulletin.Status(l.status), Words: l.words, Photos: l.photos, Author: l.author,
		CreatedAt: time.UnixMilli(l.createdMs).UTC(), UpdatedAt: time.UnixMilli(l.updatedMs).UTC(),
		Conflict: l.conflicts > 0, NeedsEye: l.needsEye,
	}
}

// numberedText is the searchable text of one article.
type numberedText struct {
	number int64
	text   searchText
}

func readTexts(ctx context.Context, q querier, numbers []int64) ([]numberedText, error) {
	return collect(ctx, q, new(rowHash).scanText, `SELECT number, `+textColumns+`, hash FROM json_each(?) AS wanted
		CROSS JOIN article_text ON number = wanted.value ORDER BY wanted.key`, jsonOf(numbers))
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
