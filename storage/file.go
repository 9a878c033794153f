package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// File is one open drafts file. It is safe for concurrent use. Several Files,
// of this program or of others, may be open on one path: writers wait for one
// another (up to thirty seconds, then trouble file_busy), and two saves over the
// same revision both stay, as two heads.
type File struct {
	path  string
	write *sql.DB // one connection; nil when the file is read only
	read  *sql.DB // other connections, so that a save is read back from the file
	// turn keeps this File's reads from delaying its own commits: SQLite lets
	// a commit wait for every open reader.
	turn      sync.RWMutex
	soundness *structureCheck // nil when the structure was checked before it opened
	private   string          // folder of a private copy, removed on Close
	// lookedOver says that list and heads are what was written.
	lookedOver atomic.Bool
	wrote      atomic.Bool // something, since it was opened
	renewed    atomic.Bool // see Renewed
	// apart are lists that stand for those of the file; see listsApart.
	apart     *File
	apartTurn sync.Mutex
	leftOut   []Damage // of lists that stand for those of a file: what is not in them
	// copying is held while the file is copied, which Close cuts short.
	copying sync.Mutex
	closing atomic.Bool
	proofs  proofs
}

// Path is the path that the file was opened by.
func (f *File) Path() string { return f.path }

// ReadOnly reports whether the file was opened by OpenReadOnly: saves are
// refused with trouble file_read_only.
func (f *File) ReadOnly() bool { return f.write == nil }

// Create makes an empty drafts file and opens it. It never touches an existing
// file (trouble file_exists), and leaves nothing behind when it fails.
func Create(ctx context.Context, path string) (*File, error) {
	f, err := create(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("create %s: %w", path, explain(ctx, path, err))
	}
	return f, nil
}

func create(ctx context.Context, path string) (*File, error) {
	if err := claim(path); err != nil {
		return nil, err
	}
	f, err := connectFile(path)
	if err == nil {
		err = f.migrate(ctx, 0, true)
	}
	if err == nil {
		err = f.noteBeginning(ctx)
	}
	if err != nil {
		if f != nil {
			f.closeConnections()
		}
		os.Remove(path)
		os.Remove(path + journalSuffix)
		return nil, err
	}
	return f, nil
}

const journalSuffix = "-journal"

// claim makes the empty file, so that no two programs create the same one.
func claim(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o644)
	switch {
	case err == nil:
		return f.Close()
	case errors.Is(err, os.ErrExist):
		return fileTrouble("file_exists", path, err)
	case errors.Is(err, os.ErrNotExist), isNoFolder(filepath.Dir(path)):
		return fileTrouble("folder_missing", path, err)
	case errors.Is(err, os.ErrPermission):
		return fileTrouble("folder_read_only", path, err)
	}
	return err
}

func isNoFolder(path string) bool {
	info, err := os.Stat(path)
	return err != nil || !info.IsDir()
}

// connectFile makes a File whose connections are not used yet.
func connectFile(path string) (*File, error) {
	write, err := connect(path, toWrite)
	if err != nil {
		return nil, err
	}
	read, err := connect(path, toRead)
	if err != nil {
		write.Close()
		return nil, err
	}
	return &File{path: path, write: write, read: read}, nil
}

// Close thins old autosaves, ends the work with the file and leaves nothing
// but the file itself. A second Close does nothing.
func (f *File) Close() error {
	f.stopChecking()
	f.closing.Store(true)
	f.copying.Lock()
	defer f.copying.Unlock()
	if f.write != nil {
		f.thinQuietly()
		f.noteProofs()
		f.noteSearchSum()
	}
	return f.shut()
}

// shut is Close without the housekeeping.
func (f *File) shut() error {
	f.turn.Lock()
	defer f.turn.Unlock()
	if f.write != nil {
		f.dropJournal()
	}
	if err := f.closeConnections(); err != nil {
		return fmt.Errorf("close %s: %w", f.path, err)
	}
	return nil
}

// dropJournal removes the empty journal that journal_mode=TRUNCATE keeps. It
// is a courtesy and may fail: an empty journal does no harm.
func (f *File) dropJournal() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	var mode string
	_ = f.write.QueryRowContext(ctx, `PRAGMA journal_mode = DELETE`).Scan(&mode)
	f.dropEmptyLog(ctx)
}

// dropEmptyLog removes a write-ahead log with nothing in it, which no program
// cares for any more: none can switch such a log on meanwhile.
func (f *File) dropEmptyLog(ctx context.Context) {
	info, err := os.Stat(f.path + logSuffix)
	if err != nil || info.Size() > 0 {
		return
	}
	conn, err := f.write.Conn(ctx)
	if err != nil {
		return
	}
	defer conn.Close()
	if _, err := conn.ExecContext(ctx, `BEGIN EXCLUSIVE`); err != nil {
		return
	}
	os.Remove(f.path + logSuffix)
	_, _ = conn.ExecContext(context.WithoutCancel(ctx), `ROLLBACK`)
}

func (f *File) closeConnections() error {
	err := f.read.Close()
	if f.write != nil {
		err = errors.Join(err, f.write.Close())
	}
	if f.apart != nil {
		err = errors.Join(err, f.apart.shut())
	}
	if f.private != "" {
		err = errors.Join(err, os.RemoveAll(f.private))
	}
	return err
}

// reading runs do on one consistent state of the file.
func (f *File) reading(ctx context.Context, do func(querier) error) error {
	f.turn.RLock()
	defer f.turn.RUnlock()
	tx, err := f.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return explainReading(ctx, f.path, err)
	}
	defer tx.Rollback()
	return explainReading(ctx, f.path, do(tx))
}

// writing runs do in one transaction that is on the disk when writing returns
// nil, and that never happened when it returns an error. A search index that
// turns out to be damaged is made anew, and do runs again.
func (f *File) writing(ctx context.Context, do func(execer) error) error {
	if f.write == nil {
		return fileTrouble("file_read_only", f.path, nil)
	}
	if err := f.Sound(ctx); err != nil {
		return err
	}
	err := f.writeOnce(ctx, do)
	if errors.Is(err, errWrongRow) {
		err = f.writeOnce(ctx, after(ctx, mendRows, do))
	}
	if !isListHurt(err) {
		return err
	}
	rebuilding := after(ctx, func(ctx context.Context, tx execer) error { return rebuildLists(ctx, tx, func(int, int) {}) }, do)
	if err = f.writeOnce(ctx, rebuilding); isIndexDamaged(err) && f.resetSearch(ctx) == nil {
		err = f.writeOnce(ctx, rebuilding)
	}
	return err
}

// after mends in the transaction in which the work is done then.
func after(ctx context.Context, mend func(context.Context, execer) error, do func(execer) error) func(execer) error {
	return func(tx execer) error {
		if err := mend(ctx, tx); err != nil {
			return err
		}
		return do(tx)
	}
}

func (f *File) writeOnce(ctx context.Context, do func(execer) error) error {
	f.turn.Lock()
	defer f.turn.Unlock()
	tx, end, err := f.begin(ctx)
	if err != nil {
		return explain(ctx, f.path, err)
	}
	defer end()
	defer tx.Rollback()
	if err := forgetSearchSum(ctx, tx); err != nil {
		return explain(ctx, f.path, err)
	}
	if err := do(tx); err != nil {
		return explain(ctx, f.path, err)
	}
	f.wrote.Store(true)
	return explain(ctx, f.path, commit(tx))
}

// commit ends a transaction. Its last act is the search index's, whose rows
// alone can turn out to be there already.
func commit(tx *sql.Tx) error {
	err := tx.Commit()
	var failure *sqlite.Error
	if errors.As(err, &failure) && failure.Code() == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY {
		return indexError{err}
	}
	return err
}
