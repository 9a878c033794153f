package newsroom

import (
	"context"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"os"
	"runtime"

	"bantin/internal/regular"
	"bantin/storage"
)

// errChanged says that a file is not, or no longer, what is known of it.
var errChanged = errors.New("the file was changed meanwhile")

// whileSame does something that ends a file: removes it, or puts another in its
// place. It does so only while the file is to its last byte the one of that
// SHA-256, "" being none, and while no program that keeps to SQLite's locks is
// writing to it. errChanged where it is another; trouble file_busy where
// somebody is writing. Where no file is, there is nothing to lose.
func whileSame(ctx context.Context, path, sum string, do func() error) error {
	in, err := regular.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		if err := removeOrphans(path); err != nil {
			return err
		}
		return do()
	}
	if err != nil {
		return err
	}
	// Last of all: when a program closes a file, Unix takes all its locks on it.
	defer in.Close()
	return storage.WhileAlone(ctx, path, func() error {
		if err := isStill(ctx, in, path, sum); err != nil {
			return err
		}
		if runtime.GOOS == "windows" { // which replaces no file that is open
			in.Close()
		}
		return do()
	})
}

// isStill gives errChanged unless an open file has that SHA-256 and is the one
// that stands under the path now.
func isStill(ctx context.Context, in *os.File, path, sum string) error {
	now, err := sumOf(ctx, in)
	if err != nil {
		return err
	}
	opened, err := in.Stat()
	if err != nil {
		return err
	}
	there, err := os.Stat(path)
	if err != nil || now != sum || !os.SameFile(opened, there) {
		return errors.Join(errChanged, err)
	}
	return nil
}

// removeOrphans removes the journal of a file that is not there any more: it
// would be played into whatever is put there.
func removeOrphans(path string) error {
	for _, suffix := range sideFiles {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// counterIn reads how often a drafts file was written, as SQLite counts it in
// the file's header (https://www.sqlite.org/fileformat.html, 1.3.6); 0 for what
// is too short to have one. A save changes it even where a coarse clock and free
// pages leave time and size as they were.
func counterIn(in io.ReaderAt) uint32 {
	var counter [4]byte
	if _, err := in.ReadAt(counter[:], 24); err != nil {
		return 0
	}
	return binary.BigEndian.Uint32(counter[:])
}
