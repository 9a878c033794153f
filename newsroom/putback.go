package newsroom

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"bantin/bulletin"
	"bantin/internal/scratch"
	"bantin/storage"
)

// Returned is what putting a file back came to.
type Returned struct {
	Received storage.Received // what the file there had and the working file had not
	File     string           // full path of the file that is there now
	Left     []storage.Refused
	// Kept says that the file that was asked for stays as it was, and File lies
	// beside it: it has whole what is damaged in the working file, or what this
	// could not receive.
	Kept bool
}

// mostRounds is how often putting back begins anew because somebody else has
// written the file meanwhile.
const mostRounds = 5

// PutBack brings all of a working file to a file elsewhere, on a share, a stick
// or in a folder that is kept the same on several PCs: it receives what that
// one has, and puts a whole new one with everything in its place. Nobody sees
// half a file, and nothing that was there is lost. A file that is not there is
// made. What is damaged in the working file and whole there is mended by it; a
// file that has something whole all the same that the new one lacks is not
// replaced (Returned.Kept). One that cannot be read is left alone, as is one
// that another program holds; what was to take its place lies beside it then
// (Returned.File).
// Troubles: those of storage.File.Receive and Send, and newsroom_busy when
// others write the file again and again.
func PutBack(ctx context.Context, file *storage.File, path string, progress func(done, total int)) (Returned, error) {
	var r Returned
	full, err := filepath.Abs(path)
	for range mostRounds {
		if err == nil {
			err = r.round(ctx, file, full, progress)
		}
		if !errors.Is(err, errChanged) {
			break
		}
		err = nil
	}
	if err == nil && r.File == "" {
		err = bulletin.NewTrouble("newsroom_busy", bulletin.Args{"file": filepath.Base(path)}, nil)
	}
	if err != nil {
		return r, fmt.Errorf("put back to %s: %w", path, err)
	}
	return r, nil
}

func (r *Returned) round(ctx context.Context, file *storage.File, path string, progress func(done, total int)) error {
	if isSame(file.Path(), path) {
		return bulletin.NewTrouble("receive_itself", bulletin.Args{"file": filepath.Base(path)}, nil)
	}
	before, err := r.receive(ctx, file, path, progress)
	if err != nil {
		return err
	}
	defer before.remove()
	folder, err := scratch.Folder()
	if err != nil {
		return fmt.Errorf("make a folder for the copy: %w", err)
	}
	defer os.RemoveAll(folder)
	whole := filepath.Join(folder, filepath.Base(path))
	sent, err := file.Send(ctx, whole, storage.Selection{}, progress)
	if err != nil {
		return err
	}
	sweepBeside(path)
	id := rand.Text()[:6]
	name, ending := strings.TrimSuffix(path, filepath.Ext(path)), filepath.Ext(path)
	d := delivery{
		target: path, second: name + " " + id + ending,
		temp: filepath.Join(filepath.Dir(path), "."+id+"-"+filepath.Base(path)+".tmp"),
		now:  time.Now, known: before.seen.SHA256,
	}
	if before.path != "" {
		if r.Kept, err = storage.Lacks(ctx, whole, before.path); err != nil {
			return err
		}
	}
	if r.Kept {
		d.target, d.known = d.second, ""
	}
	_, r.File, err = d.deliver(ctx, whole)
	r.Left = sent.Left
	return err
}

// sweepBeside removes what putting back to that path has left there where it was
// cut short, more than a day ago. Should a wrong clock call one so that is under
// way, that PC's putting back fails with a sentence, and nothing is lost.
func sweepBeside(path string) {
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return
	}
	ending := "-" + filepath.Base(path) + ".tmp"
	for _, entry := range entries {
		name := entry.Name()
		if len(name) != len(".")+6+len(ending) || !strings.HasPrefix(name, ".") || !strings.HasSuffix(name, ending) {
			continue
		}
		if info, err := entry.Info(); err == nil && time.Since(info.ModTime()).Abs() > patience {
			os.Remove(filepath.Join(filepath.Dir(path), name))
		}
	}
}

// receive takes over what the file there has, and gives the copy that it has
// made of it; an empty one where no file is there.
func (r *Returned) receive(ctx context.Context, file *storage.File, path string, progress func(done, total int)) (*received, error) {
	var folder waiting
	c, err := answered(ctx, &folder, func() (*received, error) { return copyHere(ctx, path, heard{}) })
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &received{}, nil
	case errors.Is(err, errChanging):
		return nil, errChanged
	case err != nil:
		return nil, err
	}
	err = c.bringSideFiles(ctx, &folder, path)
	if err == nil {
		err = r.take(ctx, file, c.path, progress)
	}
	if err != nil {
		c.remove()
		return nil, err
	}
	return c, nil
}

func (r *Returned) take(ctx context.Context, file *storage.File, path string, progress func(done, total int)) error {
	came, err := file.Receive(ctx, path, progress)
	if err != nil {
		return err
	}
	r.Received.NewArticles += came.NewArticles
	r.Received.NewIssues += came.NewIssues
	r.Received.NewRevisions += came.NewRevisions
	r.Received.NewPhotos += came.NewPhotos
	r.Received.Mended += came.Mended
	r.Received.NewStyles = append(r.Received.NewStyles, came.NewStyles...)
	r.Received.Merged, r.Received.Conflicts, r.Received.Refused = came.Merged, came.Conflicts, came.Refused
	return nil
}
