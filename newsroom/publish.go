package newsroom

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"bantin/internal/scratch"
	"bantin/storage"
)

// publish puts this working file into the folder, if the newsroom lacks
// something of it or lacks the file.
func (n *Newsroom) publish(ctx context.Context, e *Exchanged, progress func(done, total int)) error {
	if n.changing {
		return errChanged
	}
	n.avoidTwin()
	extent, err := n.file.Extent(ctx)
	if err != nil {
		return err
	}
	name, there, err := n.placed(ctx)
	if err != nil {
		return err
	}
	there = there && name == n.member.File || n.member.File == "" // or was never needed there
	if there && extent == n.member.Published || extent.Revisions+extent.Photos == 0 {
		return n.leave(ctx, name)
	}
	as := storage.Publication{Member: n.member.ID, Name: n.name, Mark: rand.Text()}
	start := time.Now()
	defer func() { n.published, n.took = time.Now(), time.Since(start) }()
	whole, err := n.write(ctx, as, e, progress)
	if err != nil {
		return err
	}
	defer func() { discard(whole) }()
	if len(e.Left) > 0 || extent.IsLessThan(n.member.Published) || n.standing(name).Refused {
		m := mending{n: n, name: name, e: e, progress: progress}
		if extent, whole, err = m.run(ctx, as, extent, whole); err != nil {
			return err
		}
		if m.kept {
			n.keepAside(name)
			if name, _, err = n.placed(ctx); err != nil {
				return err
			}
		}
	}
	sum, err := hashOf(ctx, whole)
	if err != nil {
		return err
	}
	n.member.willPublish(as.Mark, sum)
	if err := n.keep(ctx); err != nil {
		return err
	}
	now, got, err := n.bring(ctx, whole, name)
	if err != nil {
		return err
	}
	now.Member, now.Mark = as.Member, as.Mark
	n.rename(got)
	n.member.Published, n.member.Heard[got] = extent, now
	e.Published = got
	return n.leave(ctx, name)
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
			n.member.ID, n.member.File, n.member.Former, n.member.Published = rand.Text(), "", nil, storage.Extent{}
			return
		}
	}
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

// bring puts the whole file into the folder, in the place of the one before.
// errChanged where that one is not what was received of it.
func (n *Newsroom) bring(ctx context.Context, whole, name string) (heard, string, error) {
	n.sweep()
	second := n.secondName(name)
	d := delivery{
		target: filepath.Join(n.folder, name), known: n.standing(name).SHA256,
		second: filepath.Join(n.folder, second), knownSecond: n.standing(second).SHA256,
		temp: filepath.Join(n.folder, "."+n.member.ID+"-"+rand.Text()[:8]+".tmp"),
		now:  n.now,
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
