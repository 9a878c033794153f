package storage

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"bantin/bulletin"
	"bantin/storage/picture"
)

// indexVersion counts the ways in which this program derived list and search
// index from the texts. It must grow whenever textOf, lineOf, numberFor, merge.Heads or viet.Fold
// give something else than before: a file derived in another way is then
// derived anew when it is opened.
const indexVersion = 6

// linesVersion is the version from which on rows of the list have a line. An
// index of the one before is the same but for them.
const linesVersion = 5

const indexSetting = "index"

// noteBeginning says in a new file by which version its index is made, and what
// the file calls itself.
func (f *File) noteBeginning(ctx context.Context) error {
	return f.writing(ctx, func(tx execer) error {
		if err := writeSetting(ctx, tx, fileSetting, bulletin.NewID()); err != nil {
			return err
		}
		return writeSetting(ctx, tx, indexSetting, indexVersion)
	})
}

// refreshIndex derives the index anew where another version of the program
// made it.
func (f *File) refreshIndex(ctx context.Context) error {
	made, err := f.madeIndex(ctx)
	if err != nil || made == indexVersion {
		return err
	}
	if made == linesVersion || made == linesVersion-1 {
		return f.addLines(ctx) // which makes the lists anew where a row is wrong
	}
	return f.Rebuild(ctx, nil)
}

// hasNewIndex reports whether this version of the program made the index.
func (f *File) hasNewIndex(ctx context.Context) (bool, error) {
	made, err := f.madeIndex(ctx)
	return made == indexVersion, err
}

// madeIndex is the version that made the index. Files without the setting were
// made by version 1.
func (f *File) madeIndex(ctx context.Context) (int, error) {
	made := 1
	err := f.reading(ctx, func(q querier) error { return readSetting(ctx, q, indexSetting, &made) })
	return made, err
}

// addLines packs the rows of the list, and derives anew what is merged: what
// was approved before may not be as approvals stood then (merge.Heads).
func (f *File) addLines(ctx context.Context) error {
	return f.writing(ctx, func(transaction execer) error {
		tx := prepare(transaction)
		defer tx.close()
		numbers, err := collect(ctx, tx, scanNumber, `SELECT number FROM article_list ORDER BY number`)
		if err != nil {
			return err
		}
		for some := range slices.Chunk(numbers, derivedAtOnce) {
			if err := packLines(ctx, tx, some); err != nil {
				return err
			}
		}
		several, err := collect(ctx, tx, scanSubject, `SELECT kind, subject FROM heads GROUP BY kind, subject HAVING count(*) > 1`)
		if err == nil {
			err = deriveAll(ctx, transaction, several, nil)
		}
		if err != nil {
			return err
		}
		return writeSetting(ctx, tx, indexSetting, indexVersion)
	})
}

func packLines(ctx context.Context, tx execer, numbers []int64) error {
	lines, err := collect(ctx, tx, scanListed, `SELECT `+listedColumns+` FROM article_list WHERE number BETWEEN ? AND ?`,
		numbers[0], numbers[len(numbers)-1])
	if err != nil {
		return err
	}
	var h rowHash
	for i := range lines {
		l := &lines[i]
		if l.hash-l.number != h.ofLine(l.id, &l.line) {
			return errWrongRow
		}
		if _, err := tx.ExecContext(ctx, `UPDATE article_list SET line = ? WHERE number = ?`, h.pack(l.number, l.id, &l.line), l.number); err != nil {
			return fmt.Errorf("pack the line of %s: %w", l.id, err)
		}
	}
	return nil
}

// Rebuild makes every derived table anew from revisions and photos: heads,
// list, search index, stories, and derivatives that are damaged or absent. The
// work itself is only read. What cannot be derived, because all newest versions
// of a subject or an original are damaged, is passed over: Check names it.
// progress, which may be nil, hears
// after each article, issue and photo.
func (f *File) Rebuild(ctx context.Context, progress func(done, total int)) error {
	if progress == nil {
		progress = func(int, int) {}
	}
	photos, err := f.photoHashes(ctx)
	lists := 0
	if err == nil {
		err = f.rebuildIndex(ctx, func(done, total int) {
			lists = total
			progress(done, total+len(photos))
		})
	}
	for i, sha := range photos {
		if err != nil {
			break
		}
		err = f.rebuildPhoto(ctx, sha)
		progress(lists+i+1, lists+len(photos))
	}
	if err != nil {
		return fmt.Errorf("rebuild list and index of %s: %w", f.path, err)
	}
	return nil
}

// rebuildIndex is Rebuild without the photos.
func (f *File) rebuildIndex(ctx context.Context, progress func(done, total int)) error {
	if progress == nil {
		progress = func(int, int) {}
	}
	return f.writing(ctx, func(tx execer) error {
		if err := rebuildLists(ctx, tx, progress); err != nil {
			return err
		}
		return writeSetting(ctx, tx, indexSetting, indexVersion)
	})
}

func rebuildLists(ctx context.Context, tx execer, progress func(done, total int)) error {
	if err := remakeIndexes(ctx, tx); err != nil {
		return err
	}
	if err := emptyIndex(ctx, tx); err != nil {
		return fmt.Errorf("clear the search index: %w", err)
	}
	if _, err := tx.ExecContext(ctx, `
		DELETE FROM article_text;
		DELETE FROM article_list;
		DELETE FROM issue_stories`); err != nil {
		return fmt.Errorf("clear the derived tables: %w", err)
	}
	if err := rebuildHeads(ctx, tx); err != nil {
		return fmt.Errorf("find the heads: %w", err)
	}
	// The oldest first: FTS5 is fast where numbers grow, and they follow time.
	subjects, err := collect(ctx, tx, scanSubject, `SELECT heads.kind, heads.subject FROM heads JOIN revisions ON revisions.id = heads.revision
		GROUP BY heads.kind, heads.subject ORDER BY heads.kind, max(time_ms), heads.subject`)
	if err != nil {
		return err
	}
	done := 0
	return deriveAll(ctx, tx, subjects, func() {
		done++
		progress(done, len(subjects))
	})
}

// remakeIndexes makes the indexes of tables of what stands in these: where an
// entry is lacking, what hangs on it can be neither found nor removed. Two rows
// that may not both be there are left as they are. Of parents it is not sure that
// the table is right.
func remakeIndexes(ctx context.Context, tx execer) error {
	right, err := compareParents(ctx, tx)
	if err != nil {
		return fmt.Errorf("find what versions were written over: %w", err)
	}
	_, err = tx.ExecContext(ctx, `REINDEX`)
	var failure *sqlite.Error
	if errors.As(err, &failure) && failure.Code()&0xff == sqlite3.SQLITE_CONSTRAINT {
		err = nil
	}
	if err != nil {
		return fmt.Errorf("make the indexes anew: %w", err)
	}
	return right.write(ctx, tx)
}

// emptyIndex takes everything out of the search index, or puts a new one in its
// place where that is too damaged for it.
func emptyIndex(ctx context.Context, tx execer) error {
	if _, err := tx.ExecContext(ctx, `INSERT INTO search (search) VALUES ('delete-all')`); err == nil {
		return nil
	}
	var create string
	err := tx.QueryRowContext(ctx, `SELECT sql FROM sqlite_schema WHERE name = 'search'`).Scan(&create)
	if err == nil {
		_, err = tx.ExecContext(ctx, `DROP TABLE search`)
	}
	if err == nil {
		_, err = tx.ExecContext(ctx, create)
	}
	return err
}

// resetSearch puts the settings of the search index back to what FTS5 writes in
// a new one. Where they are gone or make no sense, it refuses everything, also
// being taken away.
func (f *File) resetSearch(ctx context.Context) error {
	f.turn.Lock()
	defer f.turn.Unlock()
	db, err := connect(f.path, toMend)
	if err != nil {
		return err
	}
	defer db.Close()
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return explain(ctx, f.path, err)
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, `DELETE FROM search_config; INSERT INTO search_config (k, v) VALUES ('version', 4)`); err != nil {
		return explain(ctx, f.path, err)
	}
	return explain(ctx, f.path, tx.Commit())
}

// isHurt reports trouble with one version or photo and not with the file.
func isHurt(err error) bool {
	switch bulletin.TroubleKey(err) {
	case "revision_damaged", "revision_missing", "revision_thinned", "newest_damaged", "photo_damaged":
		return true
	}
	return false
}

// subject is an article or an issue.
type subject struct {
	kind bulletin.SubjectKind
	id   bulletin.ID
}

func scanSubject(row scanner) (s subject, err error) {
	err = row.Scan((*string)(&s.kind), (*string)(&s.id))
	return s, err
}

func (s subject) compare(other subject) int {
	return cmp.Or(cmp.Compare(s.kind, other.kind), cmp.Compare(s.id, other.id))
}

func (f *File) photoHashes(ctx context.Context) (photos []string, err error) {
	err = f.reading(ctx, func(q querier) (err error) {
		photos, err = collect(ctx, q, scanString[string], `SELECT sha256 FROM photos ORDER BY number`)
		return err
	})
	return photos, err
}

// rebuildPhoto develops a photo again where it lacks a sound derivative.
func (f *File) rebuildPhoto(ctx context.Context, sha string) error {
	sound := true
	err := f.reading(ctx, func(q querier) error {
		info, err := photoInfo(ctx, q, sha)
		if err != nil {
			return err
		}
		for _, d := range []derivative{printed, half, thumbnail} {
			made, err := f.soundDerivative(ctx, q, d, sha)
			if err != nil {
				return err
			}
			sound = sound && (made != nil || d == half && !picture.HasHalf(info.WidthPx, info.HeightPx))
		}
		return nil
	})
	if err != nil || sound {
		return err
	}
	original, err := f.OriginalPhoto(ctx, sha)
	if isHurt(err) {
		return nil
	}
	if err != nil {
		return err
	}
	p, err := picture.Develop(ctx, sha, original)
	if err != nil {
		return err
	}
	return f.writing(ctx, func(tx execer) error { return insertDerivatives(ctx, tx, p) })
}
