package atomicfile

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"bantin/bulletin"
	"bantin/internal/place"
)

// diskError marks an error as one of our own file, not of the caller's
// content.
type diskError struct{ error }

func (e diskError) Unwrap() error { return e.error }

// explainWrite leaves the content's own errors as they are. A full disk shows
// itself first where the content is written, so it is told apart here.
func explainWrite(path string, err error) error {
	var ours diskError
	if errors.As(err, &ours) || IsDiskFull(err) {
		return Explain(path, err)
	}
	return fmt.Errorf("write %s: %w", path, err)
}

// Explain turns an error of writing to path into a Trouble with the sentence
// that fits. A nil error stays nil, and one that is a Trouble already is left
// alone.
func Explain(path string, err error) error {
	if err == nil || bulletin.TroubleKey(err) != "" {
		return err
	}
	facts := bulletin.Args{"file": filepath.Base(path), "folder": place.Folder(path)}
	return bulletin.NewTrouble(troubleKey(err), facts, fmt.Errorf("write %s: %w", path, err))
}

func troubleKey(err error) string {
	switch {
	case IsDiskFull(err):
		return "disk_full"
	case isInUse(err):
		return "file_in_use"
	case errors.Is(err, fs.ErrNotExist):
		return "folder_missing"
	case errors.Is(err, fs.ErrPermission), IsReadOnly(err):
		return "folder_read_only"
	}
	return "cannot_write"
}
