package pages_test

import (
	"bytes"
	"context"
	"os"
	"testing"

	"bantin/storage/pages"
)

// That every row is read is tested in storage, where there is an SQLite to
// compare with; it would slow the fuzzing down.
func FuzzRows(f *testing.F) {
	file, err := os.ReadFile("testdata/small.db")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file)
	f.Add(file[:1000])
	f.Add([]byte{13})
	f.Fuzz(func(t *testing.T, file []byte) {
		d := pages.Open(bytes.NewReader(file), int64(len(file)))
		err := d.Rows(context.Background(), nil, func(r pages.Row) error {
			r.First(3)
			if values, err := r.Values(); err == nil && len(values) != r.Columns() {
				t.Errorf("%d values in %d columns", len(values), r.Columns())
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	})
}
