//go:build !windows

package atomicfile

import (
	"errors"
	"os"
	"syscall"
)

func isDiskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

func isReadOnly(err error) bool { return errors.Is(err, syscall.EROFS) }

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
