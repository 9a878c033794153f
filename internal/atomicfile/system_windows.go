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
	errorFileTooLarge     = syscall.Errno(223)
)

// IsDiskFull reports that a disk has no room for a file: it is full, or its file
// system has no files of that size (FAT).
func IsDiskFull(err error) bool {
	return errors.Is(err, errorDiskFull) || errors.Is(err, errorHandleDiskFull) || errors.Is(err, errorFileTooLarge)
}

// IsReadOnly reports a disk that can only be read.
func IsReadOnly(err error) bool { return errors.Is(err, errorWriteProtect) }

// isInUse is the everyday case: the old PDF is still open in its reader.
func isInUse(err error) bool {
	return errors.Is(err, errorSharingViolation) || errors.Is(err, errorLockViolation)
}

// SyncFolder has nothing to do: NTFS journals the rename, and Windows gives
// no handle to sync a folder by.
func SyncFolder(string) error { return nil }
