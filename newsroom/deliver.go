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
	// The SHA-256 of what is known to stand in both places, "" where nothing
	// does: anything else is not replaced.
	known, knownSecond string
}

// deliver copies the file under the hidden name, reads it back, syncs and
// renames it. Where a virus scanner, another PC or a program that is writing
// keeps the old file from being replaced, it is tried again for a while, and
// then the new one gets its second name. It gives the path under which the file
// is there now, and errChanged where something unknown stands there.
func (d delivery) deliver(ctx context.Context, whole string) (heard, string, error) {
	defer os.Remove(d.temp) // nothing is there any more once it was renamed
	now, err := d.copyThere(ctx, whole)
	if err != nil {
		return now, "", atomicfile.Explain(d.target, err)
	}
	path := d.target
	err = d.replace(ctx, d.target, d.known)
	if ctx.Err() != nil || errors.Is(err, errChanged) {
		return now, "", err
	}
	if err != nil {
		path = d.second
		err = d.replace(ctx, path, d.knownSecond)
	}
	if errors.Is(err, errChanged) {
		return now, "", err
	}
	if err != nil {
		return now, "", atomicfile.Explain(d.target, err)
	}
	return now, path, atomicfile.SyncFolder(filepath.Dir(path))
}

// replace renames the new file over the one that is known to stand there. What
// keeps it from that is waited for; who is writing to the old file is not.
func (d delivery) replace(ctx context.Context, path, known string) (err error) {
	for i := range tries {
		err = whileSame(ctx, path, known, func() error { return os.Rename(d.temp, path) })
		if err == nil || errors.Is(err, errChanged) || bulletin.TroubleKey(err) != "" {
			return err
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
	now.Counter = counterIn(in)
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
	return sumOf(ctx, f)
}

func sumOf(ctx context.Context, in io.Reader) (string, error) {
	hash := sha256.New()
	_, err := io.Copy(hash, &interruptible{ctx, in})
	return hex.EncodeToString(hash.Sum(nil)), err
}
