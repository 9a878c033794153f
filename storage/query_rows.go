package storage

import (
	"context"
	"time"
)

const summaryColumns = `l.id, l.headline, l.byline, l.section, l.genre, l.status, l.words, l.photos,
	l.author, l.created_ms, l.updated_ms, l.conflicts, l.needs_eye`

// readSummaries reads lines of the list, in the order of their numbers here.
func readSummaries(ctx context.Context, q querier, numbers []int64) ([]Summary, error) {
	return collect(ctx, q, scanSummary, `SELECT `+summaryColumns+` FROM json_each(?) AS wanted
		CROSS JOIN article_list AS l ON l.number = wanted.value ORDER BY wanted.key`, jsonOf(numbers))
}

func scanSummary(row scanner) (Summary, error) {
	var s Summary
	var words, photos, conflicts, needsEye, created, updated int64
	// Plain strings and integers: database/sql is slow with any other type.
	err := row.Scan((*string)(&s.ID), &s.Headline, &s.Byline, &s.Section, (*string)(&s.Genre), (*string)(&s.Status),
		&words, &photos, &s.Author, &created, &updated, &conflicts, &needsEye)
	s.Words, s.Photos, s.Conflict, s.NeedsEye = int(words), int(photos), conflicts > 0, needsEye != 0
	s.CreatedAt, s.UpdatedAt = time.UnixMilli(created).UTC(), time.UnixMilli(updated).UTC()
	return s, err
}

// numberedText is the searchable text of one article.
type numberedText struct {
	number int64
	text   searchText
}

func readTexts(ctx context.Context, q querier, numbers []int64) ([]numberedText, error) {
	return collect(ctx, q, func(row scanner) (t numberedText, err error) {
		err = row.Scan(append([]any{&t.number}, t.text.into()...)...)
		return t, err
	}, `SELECT number, `+textColumns+` FROM json_each(?) AS wanted
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
