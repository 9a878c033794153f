//go:build !windows

package atomicfile

import (
	"errors"
	"os"
	"syscall"
)

// IsDiskFull reports that a disk has no room for a file: it is full, the person's
// share of it is used up, or its file system has no files of that size (FAT).
func IsDiskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || errors.Is(err, syscall.EFBIG)
}

// IsReadOnly reports a disk that can only be read.
func IsReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }

// isInUse is never so here: an open file can be renamed over.
func isInUse(error) bool { return false }

// SyncFolder makes the rename itself survive a power cut. File systems that
// cannot sync a folder (some network shares) say EINVAL or ENOTSUP; the file
// is whole there all the same.
func SyncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	defer folder.Close()
	err = folder.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		return nil
	}
	return err
}
