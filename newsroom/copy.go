package newsroom

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"bantin/internal/regular"
	"bantin/internal/scratch"
)

// received is a file of the folder, copied to a folder of this PC.
type received struct {
	path string
	seen heard
}

func (c *received) remove() { discard(c.path) }

// discard removes a copy with the folder that was made for it; "" is none.
func discard(path string) {
	if path != "" {
		os.RemoveAll(filepath.Dir(path))
	}
}

// sideFiles end the names of what SQLite keeps beside a file that is written.
var sideFiles = []string{"-journal", "-wal"}

// bringSideFiles copies what a program that is writing, or has died while it
// was, keeps beside a file: without it the file may look damaged.
func (c *received) bringSideFiles(ctx context.Context, folder *waiting, path string) error {
	_, err := answered(ctx, folder, func() (struct{}, error) { return struct{}{}, c.copySideFiles(ctx, path) })
	return err
}

func (c *received) copySideFiles(ctx context.Context, path string) error {
	for _, suffix := range sideFiles {
		in, err := regular.Open(path + suffix)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			_, err = copyTo(ctx, c.path+suffix, 0o600, in)
			in.Close()
		}
		if err != nil {
			return fmt.Errorf("copy what lies beside %s: %w", path, err)
		}
	}
	return nil
}

// errChanging says that a file was being written while it was read.
var errChanging = errors.New("the file is being written")

// copyHere copies a file of the newsroom to this PC, where it can be read in
// peace: the folder may be slow, or gone the next moment, and a file that is
// held open there could not be replaced by its writer. It gives nil for a file
// that is the one that was received before.
func copyHere(ctx context.Context, path string, was heard) (*received, error) {
	in, err := regular.Open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	before, err := in.Stat()
	if err != nil {
		return nil, err
	}
	seen := heard{Bytes: before.Size(), Modified: before.ModTime().UnixNano(), Counter: counterIn(in)}
	if was.SHA256 != "" && was.Bytes == seen.Bytes && was.Modified == seen.Modified && was.Counter == seen.Counter {
		return nil, nil
	}
	folder, err := scratch.Folder()
	if err != nil {
		return nil, own{err}
	}
	c := &received{path: filepath.Join(folder, filepath.Base(path))} // errors name it
	seen.SHA256, err = copyTo(ctx, c.path, 0o600, in)
	if err == nil {
		var after os.FileInfo
		if after, err = in.Stat(); err == nil && (after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime())) {
			err = errChanging
		}
	}
	if err != nil {
		c.remove()
		return nil, fmt.Errorf("copy %s: %w", path, err)
	}
	c.seen = seen
	return c, nil
}

func copyTo(ctx context.Context, path string, mode os.FileMode, in io.Reader) (sum string, err error) {
	out, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
	if err != nil {
		return "", err
	}
	hash := sha256.New()
	_, err = io.Copy(io.MultiWriter(out, hash), &interruptible{ctx, in})
	if closeErr := out.Close(); err == nil {
		err = closeErr
	}
	return hex.EncodeToString(hash.Sum(nil)), err
}

// interruptible is a reader that ends with its context.
type interruptible struct {
	ctx context.Context
	in  io.Reader
}

func (r *interruptible) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.in.Read(p)
}
