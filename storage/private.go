package storage

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"bantin/internal/regular"
	"bantin/internal/scratch"
)

// openPrivateCopy copies the file and its journals to a temporary folder, lets
// SQLite recover and migrate the copy, and opens that read only. Close removes
// it.
func openPrivateCopy(ctx context.Context, path string) (*File, error) {
	folder, err := scratch.Folder()
	if err != nil {
		return nil, fmt.Errorf("make a folder for a copy of %s: %w", path, err)
	}
	f, err := readCopy(ctx, path, folder)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	return f, nil
}

func readCopy(ctx context.Context, path, folder string) (*File, error) {
	mine, err := copyWithJournals(path, folder)
	if err != nil {
		return nil, err
	}
	recovered, err := open(ctx, mine, true)
	if err != nil {
		return nil, err
	}
	if err := recovered.Close(); err != nil {
		return nil, err
	}
	read, err := connect(mine, toReadOnly)
	if err != nil {
		return nil, err
	}
	return &File{path: path, read: read, private: folder}, nil
}

// copyWithJournals copies a file and what a crash has left beside it.
func copyWithJournals(path, folder string) (mine string, err error) {
	mine = filepath.Join(folder, "copy.bantin")
	for _, suffix := range []string{"", journalSuffix, logSuffix} {
		err := copyFile(path+suffix, mine+suffix)
		if err != nil && (suffix == "" || !errors.Is(err, os.ErrNotExist)) {
			return "", err
		}
	}
	return mine, nil
}

func copyFile(from, to string) error {
	in, err := regular.Open(from)
	if err != nil {
		return fmt.Errorf("copy %s: %w", from, err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("copy %s: %w", from, err)
	}
	if _, err := io.Copy(out, in); err != nil {
		out.Close()
		return fmt.Errorf("copy %s: %w", from, err)
	}
	return out.Close()
}
