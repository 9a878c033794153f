package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"bantin/bulletin"
	"bantin/internal/regular"
	"bantin/internal/scratch"
	"bantin/storage/pages"
)

// Salvaged is what Salvage came to.
type Salvaged struct {
	Articles, Issues  int
	Revisions, Photos int
	Lost              []Damage // what the damaged file names and no longer has
}

// Salvage writes a new drafts file to path to with everything of a damaged one
// that is whole: every revision, photo and setting whose hash is right. It reads
// the pages themselves (storage/pages) and needs neither the schema nor the
// trees, so it also works on files that cannot be opened. The damaged file is
// only read. progress, which may be nil, hears of each step.
//
// Troubles: file_missing, file_is_folder, file_empty; salvage_nothing where
// nothing was found; file_exists, folder_missing, disk_full and others of the
// new file, of which nothing is left then.
func Salvage(ctx context.Context, from, to string, progress func(done, total int)) (Salvaged, error) {
	if progress == nil {
		progress = func(int, int) {}
	}
	found, err := salvageFile(ctx, from, to, (*File).Rebuild, progress)
	if err != nil {
		return Salvaged{}, fmt.Errorf("salvage %s to %s: %w", from, to, err)
	}
	return found, nil
}

// salvageFile is Salvage; finish makes what is derived.
func salvageFile(ctx context.Context, from, to string, finish finishing, progress func(done, total int)) (Salvaged, error) {
	if err := look(from); err != nil {
		return Salvaged{}, explainReading(ctx, from, err)
	}
	full, err := filepath.Abs(to)
	if err != nil {
		return Salvaged{}, err
	}
	if exists(full) {
		return Salvaged{}, fileTrouble("file_exists", full, nil)
	}
	temp := temporaryName(full)
	defer os.Remove(temp)
	out, err := create(ctx, temp)
	if err != nil {
		return Salvaged{}, explain(ctx, full, err)
	}
	s := &salvage{out: out, finish: finish, progress: progress, clues: newClues()}
	err = s.run(ctx, from)
	if closeErr := out.shut(); err == nil {
		err = closeErr
	}
	if err != nil {
		return Salvaged{}, explain(ctx, full, err)
	}
	if s.found.Revisions+s.found.Photos == 0 {
		return Salvaged{}, fileTrouble("salvage_nothing", from, nil)
	}
	if err := syncFile(temp); err != nil {
		return Salvaged{}, explain(ctx, full, err)
	}
	return s.found, explain(ctx, full, giveName(temp, full))
}

// finishing makes what is derived in a salvaged file: Rebuild, or what is less.
type finishing func(f *File, ctx context.Context, progress func(done, total int)) error

// salvage is the work on one damaged file.
type salvage struct {
	out      *File
	finish   finishing
	progress func(done, total int)
	clues    clues
	found    Salvaged
	// failed are the rows of revisions whose text is not theirs any more, and
	// the file names of such photos.
	failed  map[bulletin.RevisionID]bulletin.Revision
	blurred map[string]string
	widest  map[string]int // in pixels, of what was made of each photo
}

func (s *salvage) run(ctx context.Context, from string) error {
	s.failed, s.blurred = map[bulletin.RevisionID]bulletin.Revision{}, map[string]string{}
	s.widest = map[string]int{}
	// Pictures may have lost their originals: what was made of them is kept.
	if _, err := s.out.write.ExecContext(ctx, `PRAGMA foreign_keys = 0`); err != nil {
		return err
	}
	sources, remove := salvageSources(ctx, from)
	defer remove()
	for i, source := range sources {
		if err := s.read(ctx, source, i, len(sources)); err != nil {
			return err
		}
	}
	// Where the original is whole, what is made of it is made anew.
	if _, err := s.out.write.ExecContext(ctx, `DELETE FROM photo_print WHERE photo IN (SELECT sha256 FROM photos)`); err != nil {
		return err
	}
	if err := s.finish(s.out, ctx, nil); err != nil {
		return err
	}
	return s.count(ctx)
}

// salvageSources are the files to look through: where a crash has left a
// journal, a copy in which SQLite has played it back as far as it could, and
// the file as it lies there.
func salvageSources(ctx context.Context, from string) (sources []string, remove func()) {
	sources, remove = []string{from}, func() {}
	if !exists(from+journalSuffix) && !exists(from+logSuffix) {
		return sources, remove
	}
	folder, err := scratch.Folder()
	if err != nil {
		return sources, remove
	}
	mine, err := copyWithJournals(from, folder)
	if err == nil {
		playBack(ctx, mine)
		sources = []string{mine, from}
	}
	return sources, func() { os.RemoveAll(folder) }
}

// playBack lets SQLite bring a copy up to date with its journal or write-ahead
// log. What it cannot do is no news: the file is known to be damaged.
func playBack(ctx context.Context, path string) {
	db, err := connect(path, toWrite)
	if err != nil {
		return
	}
	defer db.Close()
	var one int
	_ = db.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_schema`).Scan(&one)
	_, _ = db.ExecContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`)
}

// read goes through a file twice: first for what is needed to tell a sound
// revision, then for the rows themselves.
func (s *salvage) read(ctx context.Context, path string, part, parts int) error {
	file, err := regular.Open(path)
	if bulletin.TroubleKey(err) != "" {
		return err
	}
	if err != nil {
		return fileTrouble("file_unreadable", path, err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	d := pages.Open(file, info.Size())
	show := func(round int) func(done, total int) {
		return func(done, total int) { s.progress((2*part+round)*total+done, 2*parts*total) }
	}
	if err := d.Rows(ctx, show(0), s.clues.note); err != nil {
		return err
	}
	return s.inTransactions(ctx, func(keep func(do func(execer) error) error) error {
		return d.Rows(ctx, show(1), func(row pages.Row) error { return s.take(ctx, row, keep) })
	})
}

// salvageAtOnce is how many rows are written in one transaction.
const salvageAtOnce = 500

// inTransactions runs work, which keeps rows one by one, in transactions of
// many rows.
func (s *salvage) inTransactions(ctx context.Context, work func(keep func(do func(execer) error) error) error) error {
	var tx *sql.Tx
	n := 0
	end := func() error {
		if tx == nil {
			return nil
		}
		err := tx.Commit()
		tx, n = nil, 0
		return err
	}
	defer func() {
		if tx != nil {
			tx.Rollback()
		}
	}()
	err := work(func(do func(execer) error) (err error) {
		if tx == nil {
			if tx, err = s.out.write.BeginTx(ctx, nil); err != nil {
				return err
			}
		}
		if err := do(tx); err != nil {
			return err
		}
		if n++; n == salvageAtOnce {
			return end()
		}
		return nil
	})
	if err != nil {
		return err
	}
	return end()
}

// count says what the new file has, and what the damaged one has lost.
func (s *salvage) count(ctx context.Context) error {
	err := s.out.reading(ctx, func(q querier) error {
		return q.QueryRowContext(ctx, `SELECT
			(SELECT count(DISTINCT subject) FROM revisions WHERE kind = 'article'),
			(SELECT count(DISTINCT subject) FROM revisions WHERE kind = 'issue'),
			(SELECT count(*) FROM revisions), (SELECT count(*) FROM photos)`).
			Scan(&s.found.Articles, &s.found.Issues, &s.found.Revisions, &s.found.Photos)
	})
	if err != nil {
		return err
	}
	s.found.Lost, err = s.lost(ctx)
	return errors.Join(err, ctx.Err())
}
