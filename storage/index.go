package storage

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// line is what the list says of an article.
type line struct {
	headline, byline, section string
	genre, status             string
	words, photos             int
	author                    string
	createdMs, updatedMs      int64
	deleted                   bool
	heads, conflicts          int
	needsEye                  bool
}

// The most that a line counts.
const (
	mostWords     = 1<<31 - 1
	mostPhotos    = 1<<16 - 1
	mostConflicts = 1<<14 - 1
)

func lineOf(a StoredArticle) line {
	return line{
		headline: a.Article.Headline, byline: a.Article.Byline, // plain fields: what looks like emphasis is text
		section: a.Article.Section, genre: string(a.Article.Genre), status: string(a.Article.Status),
		words: min(a.Article.Words(), mostWords), photos: min(a.Article.Pictures(), mostPhotos), author: a.Author,
		createdMs: a.CreatedAt.UnixMilli(), updatedMs: a.UpdatedAt.UnixMilli(),
		deleted: a.Deleted, heads: len(a.Heads), conflicts: min(len(a.Conflicts), mostConflicts), needsEye: a.NeedsEye,
	}
}

const lineColumns = `headline, byline, section, genre, status, words, photos, author, created_ms, updated_ms, deleted, heads, conflicts, needs_eye`

// listed is a row of the list.
type listed struct {
	line
	id           bulletin.ID
	number, hash int64
	packed       []byte // all of it but the count of heads
}

const listedColumns = lineColumns + `, id, number, hash, line`

func scanListed(row scanner) (l listed, err error) {
	err = row.Scan(&l.headline, &l.byline, &l.section, &l.genre, &l.status, &l.words, &l.photos, &l.author,
		&l.createdMs, &l.updatedMs, &l.deleted, &l.heads, &l.conflicts, &l.needsEye, (*string)(&l.id), &l.number, &l.hash, &l.packed)
	return l, err
}

// isRight reports a row that is what was written.
func (l *listed) isRight(h *rowHash) bool {
	return l.hash-l.number == h.ofLine(l.id, &l.line) && bytes.Equal(l.packed, h.pack(l.number, l.id, &l.line))
}

// readLine reads an article's row of the list.
func readLine(ctx context.Context, q querier, id bulletin.ID) (listed, error) {
	return scanListed(q.QueryRowContext(ctx, `SELECT `+listedColumns+` FROM article_list WHERE id = ?`, id))
}

// column is one of those that search looks through.
type column int

const (
	inHeadline column = iota // with kicker and deck
	inByline
	inPlace  // affiliation and dateline
	inPhotos // captions and credits
	inBody   // with standfirst and note
	columns  = 5
)

var columnNames = [columns]string{"headline", "byline", "place", "photos", "body"}

// searchText is what search looks through, in plain text.
type searchText [columns]string

func textOf(a *bulletin.Article) (t searchText) {
	body, photos := []string{a.Standfirst}, []string(nil)
	for _, b := range a.Body {
		body = append(body, b.Text)
	}
	for _, p := range a.Photos {
		photos = append(photos, p.Caption, p.Credit)
	}
	t[inHeadline] = plainLines(a.Kicker, a.Headline, a.Deck)
	t[inByline] = plainLines(a.Byline)
	t[inPlace] = plainLines(a.Affiliation, a.Dateline)
	t[inPhotos] = plainLines(photos...)
	t[inBody] = plainLines(append(body, a.Note)...)
	return t
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
	for i := range t {
		t[i] = viet.Fold(t[i])
	}
	return t
}

// args are the arguments of a statement that takes a number and a text.
func (t searchText) args(number int64) []any {
	args := []any{number}
	for _, text := range t {
		args = append(args, text)
	}
	return args
}

const textColumns = `headline, byline, place, photos, body`

// readText reads the searchable text of a number; errWrongRow where that is
// not what was written.
func readText(ctx context.Context, q querier, number int64) (searchText, error) {
	t, err := new(rowHash).scanText(q.QueryRowContext(ctx, `SELECT number, `+textColumns+`, hash FROM article_text WHERE number = ?`, number))
	return t.text, err
}

// scanText reads a row of number, textColumns and hash.
func (h *rowHash) scanText(row scanner) (t numberedText, err error) {
	var hash int64
	into := append(append([]any{&t.number}, t.text.into()...), &hash)
	if err := row.Scan(into...); err != nil {
		return t, err
	}
	if hash != h.ofText(t.number, &t.text) {
		return t, errWrongRow
	}
	return t, nil
}

func (t *searchText) into() []any {
	into := make([]any, columns)
	for i := range t {
		into[i] = &t[i]
	}
	return into
}

// textChange is a text that came into the search index or that must leave it.
type textChange struct {
	number int64
	gone   bool
	text   searchText
}

// writeList brings the list and the texts that search shows up to date with an
// article, and gives what changes for the search index: indexTexts must follow in
// the same transaction. The article's number follows its time, so that the newest
// hits of a search are those with the greatest numbers.
func writeList(ctx context.Context, tx execer, a StoredArticle) (changes []textChange, err error) {
	was, err := listedNumber(ctx, tx, a.ID)
	if err != nil {
		return nil, err
	}
	l, text := lineOf(a), textOf(&a.Article)
	number, err := numberFor(ctx, tx, a.ID, l.updatedMs)
	if err != nil {
		return nil, err
	}
	if was.Valid && was.Int64 == number {
		same, err := isText(ctx, tx, number, text)
		if err != nil || same {
			return nil, errors.Join(err, writeLine(ctx, tx, number, a.ID, l))
		}
	}
	if was.Valid {
		if changes, err = dropText(ctx, tx, was.Int64); err != nil {
			return nil, err
		}
	}
	if err := writeLine(ctx, tx, number, a.ID, l); err != nil {
		return nil, err
	}
	return append(changes, textChange{number: number, text: text}), writeText(ctx, tx, number, text)
}

func writeText(ctx context.Context, tx execer, number int64, text searchText) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO article_text (number, `+textColumns+`, hash) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		append(text.args(number), new(rowHash).ofText(number, &text))...)
	return err
}

// indexTexts writes the search index. It is done last in a transaction and in the
// order of the numbers: FTS5 gathers in memory what is written to it, and writes
// that out as one piece of its index, until a smaller number comes or another
// table is written to by a statement that may be taken back alone.
func indexTexts(ctx context.Context, tx execer, changes []textChange) error {
	slices.SortStableFunc(changes, func(a, b textChange) int { return cmp.Compare(a.number, b.number) })
	for _, c := range changes {
		statement := `INSERT INTO search (rowid, ` + textColumns + `) VALUES (?, ?, ?, ?, ?, ?)`
		if c.gone {
			statement = `INSERT INTO search (search, rowid, ` + textColumns + `) VALUES ('delete', ?, ?, ?, ?, ?, ?)`
		}
		if err := writeSearch(ctx, tx, statement, c.text.folded().args(c.number)...); err != nil {
			return err
		}
	}
	return nil
}

func listedNumber(ctx context.Context, q querier, id bulletin.ID) (n sql.NullInt64, err error) {
	err = q.QueryRowContext(ctx, `SELECT number FROM article_list WHERE id = ?`, id).Scan(&n)
	if errors.Is(err, sql.ErrNoRows) {
		return n, nil
	}
	return n, err
}

// mostMs bounds the times that numbers are made of, so that clocks gone mad
// leave room above them: some hundred thousand years.
const mostMs = 1 << 53

// numberFor gives an article its number: the time, where no other article has
// that one, or else a number not far above it. Where many share one time, the
// distance grows, so that a free one is found soon.
func numberFor(ctx context.Context, q querier, id bulletin.ID, updatedMs int64) (int64, error) {
	base := min(max(updatedMs, -mostMs), mostMs)
	spread := fnv.New64a()
	for room := uint64(1); ; room *= 2 {
		number := base + int64(spread.Sum64()%room)
		taken, err := has(ctx, q, `SELECT 1 FROM article_list WHERE number = ? AND id <> ?`, number, id)
		if err != nil || !taken {
			return number, err
		}
		if room >= 1<<40 {
			return 0, fmt.Errorf("no number is free above %d", base)
		}
		fmt.Fprint(spread, id)
	}
}

func writeLine(ctx context.Context, tx execer, number int64, id bulletin.ID, l line) error {
	var h rowHash
	_, err := tx.ExecContext(ctx, `INSERT INTO article_list (`+listedColumns+`)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET
			headline = excluded.headline, byline = excluded.byline, section = excluded.section,
			genre = excluded.genre, status = excluded.status, words = excluded.words,
			photos = excluded.photos, author = excluded.author, created_ms = excluded.created_ms,
			updated_ms = excluded.updated_ms, deleted = excluded.deleted, heads = excluded.heads,
			conflicts = excluded.conflicts, needs_eye = excluded.needs_eye,
			number = excluded.number, hash = excluded.hash, line = excluded.line`,
		l.headline, l.byline, l.section, l.genre, l.status, l.words, l.photos, l.author,
		l.createdMs, l.updatedMs, l.deleted, l.heads, l.conflicts, l.needsEye, id, number, h.ofLine(id, &l)+number, h.pack(number, id, &l))
	return err
}

// isText reports whether the searchable text of a number is this one: an
// autosave often changes nothing that search sees.
func isText(ctx context.Context, q querier, number int64, text searchText) (bool, error) {
	have, err := readText(ctx, q, number)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return have == text, err
}

// dropText takes out a text that search shows, and gives what the index must be
// told of it: what it was. It is errWrongRow where that is lost and the index has it.
func dropText(ctx context.Context, tx execer, number int64) ([]textChange, error) {
	old, err := readText(ctx, tx, number)
	if errors.Is(err, sql.ErrNoRows) {
		indexed, err := has(ctx, tx, `SELECT 1 FROM search_docsize WHERE id = ?`, number)
		if err == nil && indexed {
			err = errWrongRow
		}
		return nil, err
	}
	if err != nil {
		return nil, err
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM article_text WHERE number = ?`, number)
	return []textChange{{number: number, gone: true, text: old}}, err
}
