package storage

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"time"
)

// searchSumSetting is a checksum of the search index as it was when the file
// was closed. FTS5 keeps none in its own tables, and a changed letter in them
// hides a text from those who look for it. A save takes the setting away, so
// that a crash leaves none; in large files there is none.
const searchSumSetting = "search_sum"

// searchTables are those of FTS5, with what is to be told of their rows.
var searchTables = []struct{ key, value, table string }{
	{"id", "block", "search_data"},
	{"segid || ' ' || term", "pgno", "search_idx"},
	{"id", "sz", "search_docsize"},
	{"k", "v", "search_config"},
}

func searchSum(ctx context.Context, q querier) (string, error) {
	var h rowHash
	sum := int64(0)
	for _, t := range searchTables {
		_, err := collect(ctx, q, func(row scanner) (none struct{}, err error) {
			var key, value sql.RawBytes
			if err := row.Scan(&key, &value); err != nil {
				return none, err
			}
			h.begin()
			h.number(sum)
			h.text(string(key))
			h.text(string(value))
			sum = h.sum()
			return none, nil
		}, fmt.Sprintf(`SELECT %s, %s FROM %s ORDER BY 1`, t.key, t.value, t.table))
		if err != nil {
			return "", err
		}
	}
	return strconv.FormatInt(sum, 16), nil
}

// checkSearch is errWrongRow where the search index is not what it was when the
// file was closed.
func checkSearch(ctx context.Context, q querier) error {
	var noted string
	err := readSetting(ctx, q, searchSumSetting, &noted)
	if isHurtSetting(err) {
		return errWrongRow
	}
	if err != nil || noted == "" {
		return err
	}
	sum, err := searchSum(ctx, q)
	if err == nil && sum != noted {
		err = errWrongRow
	}
	return err
}

// forgetSearchSum is the first thing that a transaction does.
func forgetSearchSum(ctx context.Context, tx execer) error {
	return dropSetting(ctx, tx, searchSumSetting)
}

// noteSearchSum is housekeeping of Close, as thinQuietly.
func (f *File) noteSearchSum() {
	if !f.wrote.Load() || isLarge(f.path) {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = f.writing(ctx, func(tx execer) error {
		sum, err := searchSum(ctx, tx)
		if err != nil {
			return err
		}
		return writeSetting(ctx, tx, searchSumSetting, sum)
	})
}
