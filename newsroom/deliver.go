package newsroom

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"bantin/bulletin"
	"bantin/internal/atomicfile"
	"bantin/storage"
)

// How long a file that another program holds is waited for, and how often it
// is tried.
const (
	tries = 8
	pause = 150 * time.Millisecond
)

// delivery puts a whole file in the place of another, in a folder that is
// perhaps on another PC.
type delivery struct {
	target, second string // where it is to be, and where else if it cannot be there
	temp           string // a hidden name beside it
	now            func() time.Time
	stillTrue      func() bool // asked last; false: the target is not what it was. May be nil
	shared         bool        // others may be working on the target itself
}

// errChanged says that the target was written by somebody else meanwhile.
var errChanged = errors.New("the file was changed meanwhile")

// deliver copies the file under the hidden name, reads it back, syncs and
// renames it. Where a virus scanner, another PC or a program that is writing
// keeps the old file from being replaced, it is tried again for a while, and
// then the new one gets its second name. It gives the path under which the file
// is there now.
func (d delivery) deliver(ctx context.Context, whole string) (heard, string, error) {
	defer os.Remove(d.temp) // nothing is there any more once it was renamed
	now, err := d.copyThere(ctx, whole)
	if err != nil {
		return now, "", atomicfile.Explain(d.target, err)
	}
	path := d.target
	err = d.replace(ctx)
	if ctx.Err() != nil || errors.Is(err, errChanged) {
		return now, "", err
	}
	if err != nil {
		path = d.second
		err = os.Rename(d.temp, path)
	}
	if err != nil {
		return now, "", atomicfile.Explain(d.target, err)
	}
	return now, path, atomicfile.SyncFolder(filepath.Dir(path))
}

// replace renames the new file over the old one; where others write that one,
// while they do not.
func (d delivery) replace(ctx context.Context) error {
	rename := func() error {
		if d.stillTrue != nil && !d.stillTrue() {
			return errChanged
		}
		return d.rename(ctx)
	}
	if _, err := os.Stat(d.target); err != nil || !d.shared {
		return rename()
	}
	return storage.WhileAlone(ctx, d.target, rename)
}

// rename tries for a while.
func (d delivery) rename(ctx context.Context) (err error) {
	for i := range tries {
		if err = os.Rename(d.temp, d.target); err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause << min(i, 3)):
		}
	}
	return err
}

// copyThere copies a file under the hidden name and makes sure that it is there
// as it was here.
func (d delivery) copyThere(ctx context.Context, whole string) (now heard, err error) {
	in, err := os.Open(whole)
	if err != nil {
		return now, err
	}
	defer in.Close()
	// Others are to read it: the folder says who may come in.
	if now.SHA256, err = copyTo(ctx, d.temp, 0o644, in); err != nil {
		return now, err
	}
	if err := syncFile(d.temp); err != nil {
		return now, err
	}
	changed := d.now()
	if old, err := os.Stat(d.target); err == nil {
		changed = later(changed, old.ModTime())
		_ = os.Chmod(d.temp, old.Mode().Perm()) // where that cannot be set, the folder's way will do
	}
	_ = os.Chtimes(d.temp, changed, changed) // where times cannot be set, the server's will do
	info, err := os.Stat(d.temp)
	if err != nil {
		return now, err
	}
	now.Bytes, now.Modified = info.Size(), info.ModTime().UnixNano()
	back, err := hashOf(ctx, d.temp)
	if err == nil && back != now.SHA256 {
		err = bulletin.NewTrouble("disk_write_failed", bulletin.Args{"file": filepath.Base(d.target), "folder": filepath.Dir(d.target)},
			fmt.Errorf("read %s back: it is another", d.temp))
	}
	return now, err
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func hashOf(ctx context.Context, path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	hash := sha256.New()
	_, err = io.Copy(hash, &interruptible{ctx, f})
	return hex.EncodeToString(hash.Sum(nil)), err
}
