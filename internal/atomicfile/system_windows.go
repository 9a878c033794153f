package atomicfile

import (
	"errors"
	"syscall"
)

// Windows error codes that package syscall has no names for (winerror.h).
const (
	errorWriteProtect     = syscall.Errno(19)
	errorSharingViolation = syscall.Errno(32)
	errorLockViolation    = syscall.Errno(33)
	errorHandleDiskFull   = syscall.Errno(39)
	errorDiskFull         = syscall.Errno(112)
)

func isDiskFull(err error) bool {
	return errors.Is(err, errorDiskFull) || errors.Is(err, errorHandleDiskFull)
}

func isReadOnly(err error) bool { return errors.Is(err, errorWriteProtect) }

// isInUse is the everyday case: the old PDF is still open in its reader.
func isInUse(err error) bool {
	return errors.Is(err, errorSharingViolation) || errors.Is(err, errorLockViolation)
}

// SyncFolder has nothing to do: NTFS journals the rename, and Windows gives
// no handle to sync a folder by.
func SyncFolder(string) error { return nil }
