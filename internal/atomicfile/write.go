// Package atomicfile writes every file that the program hands out: beside its
// final place, synced to the disk, then renamed over it. Whoever opens the
// path sees the whole old file or the whole new one, never a part, whatever
// happens in between.
package atomicfile

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"bantin/bulletin"
)

// Write gives write a place to write the new content of path to, and puts it
// there once write returned nil. When anything fails the old file stays as it
// was and nothing is left beside it.
//
// Errors of write come back as they are; those of the disk are a Trouble:
// folder_missing, folder_read_only, disk_full, file_in_use,
// not_a_file (a pipe or a device is there), export_over_drafts (a drafts file
// is there) or cannot_write.
// A path that is a symbolic link keeps being one; an existing file keeps its
// permissions.
func Write(path string, write func(io.Writer) error) error {
	target, mode, err := destination(path)
	if err != nil {
		return Explain(path, err)
	}
	temp, err := create(target, mode)
	if err != nil {
		return Explain(path, err)
	}
	defer temp.discard() // does nothing once the file is in its place
	if err := temp.fill(write); err != nil {
		return explainWrite(path, err)
	}
	if err := os.Rename(temp.file.Name(), target); err != nil {
		return Explain(path, err)
	}
	temp.placed = true
	if err := SyncFolder(filepath.Dir(target)); err != nil {
		return Explain(path, err)
	}
	return nil
}

// destination follows symbolic links and gives the permissions of the file
// that is there already, or those of a new file.
func destination(path string) (target string, mode fs.FileMode, err error) {
	target, err = filepath.EvalSymlinks(path)
	if errors.Is(err, fs.ErrNotExist) {
		return path, 0o666, nil
	}
	if err != nil {
		return "", 0, err
	}
	info, err := os.Stat(target)
	if err != nil {
		return "", 0, err
	}
	switch {
	case info.IsDir():
		return "", 0, fmt.Errorf("%s is a folder", target)
	case !info.Mode().IsRegular():
		return "", 0, bulletin.NewTrouble("not_a_file", bulletin.Args{"file": filepath.Base(path)}, fmt.Errorf("mode %v", info.Mode()))
	}
	if isDrafts(target) {
		return "", 0, bulletin.NewTrouble("export_over_drafts", bulletin.Args{"file": filepath.Base(path)}, fmt.Errorf("%s holds drafts", target))
	}
	return target, info.Mode().Perm(), nil
}

// temporary is the file beside the target while it is being written.
type temporary struct {
	file   *os.File
	placed bool
}

// create opens a new hidden file beside target. The name is random so that
// two writers of one path never share it.
func create(target string, mode fs.FileMode) (*temporary, error) {
	Sweep(target)
	file, err := os.OpenFile(Beside(target), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return nil, err
	}
	return &temporary{file: file}, nil
}

// fill writes the content, brings it to the disk and closes the file.
func (t *temporary) fill(write func(io.Writer) error) error {
	buffered := bufio.NewWriterSize(t.file, 256<<10)
	if err := write(buffered); err != nil {
		return err
	}
	if err := buffered.Flush(); err != nil {
		return diskError{err}
	}
	if err := t.file.Sync(); err != nil {
		return diskError{err}
	}
	if err := t.file.Close(); err != nil {
		return diskError{err}
	}
	return nil
}

// discard removes what was written, if it did not reach its place.
func (t *temporary) discard() {
	if t.placed {
		return
	}
	t.file.Close() // a second close only says so
	os.Remove(t.file.Name())
}
