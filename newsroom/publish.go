package newsroom

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"bantin/bulletin"
	"bantin/internal/atomicfile"
	"bantin/storage"
)

// publish puts this working file into the folder, if the newsroom lacks
// something of it or lacks the file.
func (n *Newsroom) publish(ctx context.Context, e *Exchanged, progress func(done, total int)) error {
	n.avoidTwin()
	extent, err := n.file.Extent(ctx)
	if err != nil {
		return err
	}
	name, there := n.place()
	if there && name == n.member.File && extent == n.member.Published || extent.Revisions+extent.Photos == 0 {
		return n.keep(ctx)
	}
	as := storage.Publication{Member: n.member.ID, Name: n.name, Mark: n.member.newMark()}
	if err := n.keep(ctx); err != nil {
		return err
	}
	whole, err := n.write(ctx, as, e, progress)
	if err != nil {
		return err
	}
	defer os.RemoveAll(filepath.Dir(whole))
	now, name, err := n.bring(ctx, whole, name)
	if err != nil {
		return err
	}
	now.Member, now.Mark = as.Member, as.Mark
	n.leave(name)
	n.member.File, n.member.Published, n.member.Heard[name] = name, extent, now
	e.Published = name
	return n.keep(ctx)
}

// avoidTwin takes a new ID where somebody else publishes under this one: a
// working file was copied to a second PC. Both go on, each under its own.
func (n *Newsroom) avoidTwin() {
	for _, h := range n.member.Heard {
		if n.member.hasTwin(h) {
			n.member.ID, n.member.File = rand.Text(), ""
			return
		}
	}
}

// place is the name to publish under: the name of this PC, with a number where
// somebody else has it; and whether this member's file is there already.
func (n *Newsroom) place() (name string, there bool) {
	wanted := FileName(n.name)
	for i := 1; ; i++ {
		name = other(wanted, i)
		if i > 9 {
			name = strings.TrimSuffix(wanted, Suffix) + " " + n.member.ID[:6] + Suffix
		}
		h, known := n.heardAs(name)
		_, err := os.Lstat(filepath.Join(n.folder, name))
		free := errors.Is(err, fs.ErrNotExist)
		broken := !known && name == n.member.File // what stands under our name cannot be read
		if free || broken || known && n.member.wrote(h) || i > 9 {
			return name, !free && known
		}
	}
}

// heardAs finds what was noted of a name; case makes no difference, as on most
// PCs.
func (n *Newsroom) heardAs(name string) (heard, bool) {
	for known, h := range n.member.Heard {
		if strings.EqualFold(known, name) {
			return h, true
		}
	}
	return heard{}, false
}

// write makes the published file on this PC, whole and checked.
func (n *Newsroom) write(ctx context.Context, as storage.Publication, e *Exchanged, progress func(done, total int)) (string, error) {
	folder, err := os.MkdirTemp("", "bantin-newsroom-")
	if err != nil {
		return "", fmt.Errorf("make a folder for the copy: %w", err)
	}
	whole := filepath.Join(folder, "whole.bantin")
	sent, err := n.file.Publish(ctx, whole, as, progress)
	if err != nil {
		return "", errors.Join(err, os.RemoveAll(folder))
	}
	e.Left = sent.Left
	return whole, nil
}

// How long a file that another program holds is waited for, and how often it
// is tried.
const (
	tries = 8
	pause = 150 * time.Millisecond
)

// bring copies the whole file into the folder, under a hidden name, reads it
// back, syncs and renames it. Where a virus scanner or another PC keeps the old
// file from being replaced, it is tried again for a while, and then the new one
// gets a second name; the next publication tries the first one again.
func (n *Newsroom) bring(ctx context.Context, whole, name string) (heard, string, error) {
	temp := filepath.Join(n.folder, "."+n.member.ID+"-"+rand.Text()[:8]+".tmp")
	defer os.Remove(temp)
	n.sweep()
	now, err := n.copyThere(ctx, whole, temp, filepath.Join(n.folder, name))
	if err != nil {
		return now, "", atomicfile.Explain(filepath.Join(n.folder, name), err)
	}
	for i := range tries {
		if err = os.Rename(temp, filepath.Join(n.folder, name)); err == nil {
			break
		}
		select {
		case <-ctx.Done():
			return now, "", ctx.Err()
		case <-time.After(pause << min(i, 3)):
		}
	}
	if err != nil {
		name = strings.TrimSuffix(name, Suffix) + " " + n.member.ID[:6] + Suffix
		err = os.Rename(temp, filepath.Join(n.folder, name))
	}
	if err != nil {
		return now, "", atomicfile.Explain(filepath.Join(n.folder, name), err)
	}
	return now, name, atomicfile.SyncFolder(n.folder)
}

// copyThere copies a file into the folder and makes sure that it is there as it
// was here.
func (n *Newsroom) copyThere(ctx context.Context, from, to, inPlaceOf string) (now heard, err error) {
	in, err := os.Open(from)
	if err != nil {
		return now, err
	}
	defer in.Close()
	sum, err := copyTo(ctx, to, in)
	if err == nil {
		err = syncFile(to)
	}
	if err != nil {
		return now, err
	}
	changed := n.now()
	if old, err := os.Stat(inPlaceOf); err == nil {
		changed = later(changed, old.ModTime())
	}
	if err := os.Chtimes(to, changed, changed); err != nil {
		return now, err
	}
	info, err := os.Stat(to)
	if err != nil {
		return now, err
	}
	back, err := hashOf(ctx, to)
	if err == nil && back != sum {
		err = fmt.Errorf("read back: %w", bulletin.NewTrouble("disk_write_failed", bulletin.Args{"file": filepath.Base(inPlaceOf), "folder": n.folder}, nil))
	}
	return heard{Bytes: info.Size(), Modified: info.ModTime().UnixNano(), SHA256: sum}, err
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

// leave removes the file under which this member was published before, when
// its name has changed.
func (n *Newsroom) leave(name string) {
	old := n.member.File
	if h, known := n.member.Heard[old]; known && !strings.EqualFold(old, name) && n.member.wrote(h) {
		os.Remove(filepath.Join(n.folder, old))
		delete(n.member.Heard, old)
	}
}

// sweep removes what this member's publications that were cut short have left
// in the folder. Others may be under way only in another program with the same
// working file, within the hour.
func (n *Newsroom) sweep() {
	left, err := filepath.Glob(filepath.Join(n.folder, "."+n.member.ID+"-*.tmp"))
	if err != nil {
		return
	}
	for _, path := range left {
		if info, err := os.Stat(path); err == nil && n.now().Sub(info.ModTime()).Abs() > time.Hour {
			os.Remove(path)
		}
	}
}
