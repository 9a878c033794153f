package newsroom

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"bantin/internal/scratch"
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
	name, there, err := n.placed(ctx)
	if err != nil {
		return err
	}
	there = there || n.member.File == "" // or was never needed there
	if there && extent == n.member.Published || extent.Revisions+extent.Photos == 0 {
		return n.keep(ctx)
	}
	as := storage.Publication{Member: n.member.ID, Name: n.name, Mark: n.member.newMark()}
	if err := n.keep(ctx); err != nil {
		return err
	}
	start := time.Now()
	defer func() { n.published, n.took = time.Now(), time.Since(start) }()
	whole, err := n.write(ctx, as, e, progress)
	if err != nil {
		return err
	}
	defer func() { discard(whole) }()
	kept := false
	if len(e.Left) > 0 || extent.IsLessThan(n.member.Published) || name == n.member.Kept {
		m := mending{n: n, name: name, e: e, progress: progress}
		if extent, whole, err = m.run(ctx, as, extent, whole); err != nil {
			return err
		}
		kept = m.kept
	}
	wanted := name
	now, name, err := n.bring(ctx, whole, wanted, kept)
	if err != nil {
		return err
	}
	now.Member, now.Mark = as.Member, as.Mark
	if n.member.Kept = ""; kept {
		n.member.Kept = wanted
	} else {
		n.leave(name)
	}
	n.member.File, n.member.Published, n.member.Heard[name] = name, extent, now
	e.Published = name
	return n.keep(ctx)
}

// rest is how many times as long as publishing takes a PC rests before it
// publishes again by itself: while somebody types, a large file would otherwise
// be written to the server once a minute.
const rest = 20

// leastRest is the rest after a file that is written in no time.
const leastRest = 5 * time.Second

func (n *Newsroom) isResting() bool { return time.Since(n.published) < rest*n.took }

// restLeft is how long saves wait to be published together with those that
// follow.
func (n *Newsroom) restLeft() time.Duration {
	n.turn.Lock()
	defer n.turn.Unlock()
	return time.Until(n.published.Add(max(rest*n.took, leastRest)))
}

// avoidTwin takes a new ID where somebody else publishes under this one: a
// working file was copied to a second PC. Both go on, each under its own.
func (n *Newsroom) avoidTwin() {
	for _, h := range n.member.Heard {
		if n.member.hasTwin(h) {
			n.member.ID, n.member.File, n.member.Kept, n.member.Published = rand.Text(), "", "", storage.Extent{}
			return
		}
	}
}

// placed is place for a folder that may not answer.
func (n *Newsroom) placed(ctx context.Context) (name string, there bool, err error) {
	type placement struct {
		name  string
		there bool
	}
	p, err := answered(ctx, &n.owed, func() (p placement, err error) {
		p.name, p.there = n.place()
		return p, nil
	})
	return p.name, p.there, err
}

// place is the name to publish under: the name of this PC, with a number where
// somebody else has it; and whether this member's file is there already, under
// that name or beside an older one that is kept.
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
			return name, !free && known && (name == n.member.File || name == n.member.Kept && n.isBeside())
		}
	}
}

// isBeside reports that this member's file is there, beside the one that is kept.
func (n *Newsroom) isBeside() bool {
	h, known := n.heardAs(n.member.File)
	_, err := os.Lstat(filepath.Join(n.folder, n.member.File))
	return err == nil && known && n.member.wrote(h)
}

// heardAs finds what was noted of a name; case makes no difference, as on most
// PCs. Where a folder tells capitals apart and holds both, the name itself
// comes first, and of the others the first in order.
func (n *Newsroom) heardAs(name string) (heard, bool) {
	if h, known := n.member.Heard[name]; known {
		return h, true
	}
	for _, known := range slices.Sorted(maps.Keys(n.member.Heard)) {
		if strings.EqualFold(known, name) {
			return n.member.Heard[known], true
		}
	}
	return heard{}, false
}

// write makes the published file on this PC, whole and checked.
func (n *Newsroom) write(ctx context.Context, as storage.Publication, e *Exchanged, progress func(done, total int)) (string, error) {
	folder, err := scratch.Folder()
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

// bring puts the whole file into the folder, in the place of the one before or,
// where that one is kept, beside it.
func (n *Newsroom) bring(ctx context.Context, whole, name string, kept bool) (heard, string, error) {
	n.sweep()
	d := delivery{
		target: filepath.Join(n.folder, name),
		second: filepath.Join(n.folder, strings.TrimSuffix(name, Suffix)+" "+n.member.ID[:6]+Suffix),
		temp:   filepath.Join(n.folder, "."+n.member.ID+"-"+rand.Text()[:8]+".tmp"),
		now:    n.now,
	}
	if kept {
		d.target = d.second
	}
	type put struct {
		now  heard
		path string
	}
	there, err := answered(ctx, &n.owed, func() (p put, err error) {
		p.now, p.path, err = d.deliver(ctx, whole)
		return p, err
	})
	return there.now, filepath.Base(there.path), err
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

// sweep removes what publications that were cut short have left in the folder:
// this member's after an hour, within which another program with the same
// working file may be at it, and those of others when they were there a day
// ago, too. Their time of change says nothing, for it is by another clock.
func (n *Newsroom) sweep() {
	left, err := filepath.Glob(filepath.Join(n.folder, "."+strings.Repeat("?", len(n.member.ID))+"-????????.tmp"))
	if err != nil {
		return
	}
	seen := make(map[string]time.Time, len(left))
	for _, path := range left {
		first, known := n.leftovers[path]
		if !known {
			first = time.Now()
		}
		info, err := os.Stat(path)
		mine := strings.HasPrefix(filepath.Base(path), "."+n.member.ID)
		if err == nil && mine && n.now().Sub(info.ModTime()).Abs() > time.Hour || time.Since(first) > patience {
			os.Remove(path)
			continue
		}
		seen[path] = first
	}
	n.leftovers = seen
}

// patience is how long what another PC has left may be under way.
const patience = 24 * time.Hour
