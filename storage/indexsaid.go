package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"unicode/utf8"

	"bantin/storage/internal/engine"
	"bantin/storage/postings"
)

// said is what the search index says of an article: a sum over all places of its
// words and their beginnings, in any order, and the lengths of its columns as
// FTS5 writes them.
type said struct {
	places uint64
	sizes  string
}

// saidOf is what the index should say of a folded text. Words are told apart as
// its tokenizer does it, but for letters of which versions of Unicode think
// differently: exactWords knows.
func saidOf(folded *searchText) said {
	var s said
	var sizes []byte
	for column, text := range folded {
		place := 0
		for text != "" {
			end := wordEnd(text)
			if end > 0 {
				s.places += sumOfWord(text[:end], column, place)
				place++
			}
			_, gap := utf8.DecodeRuneInString(text[end:])
			text = text[end+gap:]
		}
		sizes = appendVarint(sizes, place)
	}
	s.sizes = string(sizes)
	return s
}

// wordEnd is how much of a text goes before the next gap.
func wordEnd(text string) int {
	for i, r := range text {
		if isSeparator(r) {
			return i
		}
	}
	return len(text)
}

// appendVarint writes a number below 2^28 as SQLite does.
func appendVarint(to []byte, n int) []byte {
	for shift := 21; shift > 0; shift -= 7 {
		if n >= 1<<shift {
			to = append(to, 0x80|byte(n>>shift&0x7f))
		}
	}
	return append(to, byte(n&0x7f))
}

// sumOfWord is what a word adds to a sum, with those of its beginnings that the
// index has.
func sumOfWord(word string, column, place int) uint64 {
	sum := placeSum(keySum('0', word), column, place)
	letters := 0
	for i := range word {
		if letters > 0 && letters <= indexedBeginning {
			sum += placeSum(keySum('0'+byte(letters), word[:i]), column, place)
		}
		if letters++; letters > indexedBeginning {
			return sum
		}
	}
	return sum + placeSum(keySum('0'+byte(letters), word), column, place)
}

// keySum is FNV-1a of a key: a word, or a beginning, behind its letter.
func keySum[T string | []byte](letter byte, word T) uint64 {
	const basis, prime = 14695981039346656037, 1099511628211
	sum := (basis ^ uint64(letter)) * prime
	for i := range len(word) {
		sum = (sum ^ uint64(word[i])) * prime
	}
	return sum
}

// placeSum mixes a key with a place where it stands.
func placeSum(key uint64, column, place int) uint64 {
	sum := key ^ (uint64(column)<<40|uint64(place)+1)*0x9E3779B97F4A7C15 //nolint:gosec // neither is negative
	sum = (sum ^ sum>>32) * 0xD6E8FEB86659FD93
	return sum ^ sum>>32
}

// indexTables are the tables of the search index.
type indexTables struct {
	ctx context.Context
	q   querier
}

func (t indexTables) Block(id int64) (block []byte, err error) {
	err = t.q.QueryRowContext(t.ctx, `SELECT block FROM search_data WHERE id = ?`, id).Scan(&block)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return block, err
}

func (t indexTables) Leaf(segment int64, key []byte) (leaf int64, err error) {
	err = t.q.QueryRowContext(t.ctx, `SELECT pgno >> 1 FROM search_idx WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1`,
		segment, key).Scan(&leaf)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return leaf, err
}

// sumsOf adds up what an index says of each row, up to the end or, where that
// says so, until enough of it was read, and gives the key to go on behind then.
func sumsOf(x *postings.Index, enough func() bool, add func(row int64, sum uint64)) (after []byte, err error) {
	for x.NextKey() {
		key := x.Key()
		if len(key) == 0 {
			return nil, fmt.Errorf("%w: an empty key", postings.ErrDamaged)
		}
		one := keySum(key[0], key[1:])
		for x.NextRow() {
			sum := uint64(0)
			x.Places(func(column, place int) { sum += placeSum(one, column, place) })
			add(x.Row(), sum)
		}
		if x.Err() == nil && enough() {
			return append([]byte(nil), key...), nil
		}
	}
	return nil, x.Err()
}

// exactWords has FTS5 itself take texts apart, in an index in memory.
type exactWords struct{ db *sql.DB }

func newExactWords(ctx context.Context) (exactWords, error) {
	db, err := sql.Open(engine.Name, "file::memory:?_dqs=0")
	if err != nil {
		return exactWords{}, fmt.Errorf("open a database in memory: %w", err)
	}
	db.SetMaxOpenConns(1)
	if _, err = db.ExecContext(ctx, `CREATE VIRTUAL TABLE search USING fts5 (`+textColumns+`,
		content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2')`); err != nil {
		db.Close()
		return exactWords{}, fmt.Errorf("make an index in memory: %w", err)
	}
	return exactWords{db}, nil
}

// saidOf is what the index should say of a folded text.
func (e exactWords) saidOf(ctx context.Context, folded *searchText) (s said, err error) {
	_, err = e.db.ExecContext(ctx, `INSERT INTO search (search) VALUES ('delete-all')`)
	if err == nil {
		_, err = e.db.ExecContext(ctx, `INSERT INTO search (rowid, `+textColumns+`) VALUES (?, ?, ?, ?, ?, ?)`, folded.args(1)...)
	}
	if err != nil {
		return s, fmt.Errorf("take a text apart: %w", err)
	}
	if s.sizes, err = sizesOf(ctx, e.db, 1); err != nil {
		return s, err
	}
	x, err := postings.Open(indexTables{ctx, e.db}, nil)
	if err != nil {
		return s, err
	}
	_, err = sumsOf(x, func() bool { return false }, func(_ int64, sum uint64) { s.places += sum })
	return s, err
}

// sizesOf are the lengths of an article's columns, "" where FTS5 has none.
func sizesOf(ctx context.Context, q querier, number int64) (sizes string, err error) {
	var b []byte
	err = q.QueryRowContext(ctx, `SELECT sz FROM search_docsize WHERE id = ?`, number).Scan(&b)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return string(b), err
}
