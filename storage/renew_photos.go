package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
)

func isDerivativeTable(name string) bool {
	return slices.ContainsFunc([]derivative{printed, half, thumbnail}, func(d derivative) bool { return d.table() == name })
}

// copyDerivatives copies what can be read of a torn table of the file at path into
// the same one of another file, which has the photos already. It reads through a
// connection of its own: a page that makes no sense spoils the transaction that
// meets it.
func copyDerivatives(ctx context.Context, path string, tx execer, table string) error {
	torn, err := connect(path, toReadOnly)
	if err != nil {
		return err
	}
	defer torn.Close()
	photos, err := collect(ctx, tx, scanString[string], `SELECT sha256 FROM main.photos ORDER BY number`)
	if err != nil {
		return err
	}
	for _, sha := range photos {
		var sum string
		var made []byte
		err := torn.QueryRowContext(ctx, `SELECT sha256, picture FROM `+table+` WHERE photo = ?`, sha).Scan(&sum, &made)
		switch {
		case isTorn(err), errors.Is(err, sql.ErrNoRows):
			continue
		case err == nil:
			_, err = tx.ExecContext(ctx, `INSERT INTO main.`+table+` (photo, sha256, picture) VALUES (?, ?, ?)`, sha, sum, made)
		}
		if err != nil {
			return fmt.Errorf("copy from the table %s: %w", table, err)
		}
	}
	return nil
}

// remadeAtOpening is how many photos are developed again before a renewed file
// opens: some tenths of a second each. Those of others are made anew whenever
// they are wanted, as long as nobody rebuilds the file.
var remadeAtOpening = 8

// remakePhotos makes anew what a renewed file lacks of some photos.
func (f *File) remakePhotos(ctx context.Context, tables []keptTable) error {
	lacking := map[string]bool{}
	for _, t := range tables {
		if !t.torn || t.name == half.table() { // which is made with the one for print
			continue
		}
		var some []string
		err := f.reading(ctx, func(q querier) (err error) {
			some, err = collect(ctx, q, scanString[string], `SELECT sha256 FROM photos WHERE sha256 NOT IN (SELECT photo FROM `+t.name+`)`)
			return err
		})
		if err != nil {
			return err
		}
		for _, sha := range some {
			lacking[sha] = true
		}
	}
	if len(lacking) > remadeAtOpening {
		return nil
	}
	for sha := range lacking {
		if err := f.rebuildPhoto(ctx, sha); err != nil {
			return err
		}
	}
	return nil
}
