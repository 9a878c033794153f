package newsroom

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"bantin/bulletin"
	"bantin/storage"
)

// receiveAll receives every file that changed since the last time.
func (n *Newsroom) receiveAll(ctx context.Context, e *Exchanged, progress func(done, total int)) error {
	names, err := answered(ctx, &n.owed, n.names)
	if err != nil {
		return err
	}
	n.forget(names)
	n.changing = false
	for _, name := range names {
		if err := n.receiveOne(ctx, name, e, progress); err != nil {
			return err
		}
	}
	return nil
}

func (n *Newsroom) names() (names []string, err error) {
	entries, err := os.ReadDir(n.folder)
	if err != nil {
		return nil, bulletin.NewTrouble("newsroom_folder_missing", bulletin.Args{"folder": n.folder}, err)
	}
	for _, entry := range entries {
		if isPublished(entry.Name()) && !entry.IsDir() {
			names = append(names, entry.Name())
		}
	}
	return names, nil
}

// forget drops what was noted of files that are gone.
func (n *Newsroom) forget(names []string) {
	for name := range n.member.Heard {
		if !slices.Contains(names, name) {
			delete(n.member.Heard, name)
		}
	}
}

// receiveOne receives a file, or skips it. An error is one of the working file.
func (n *Newsroom) receiveOne(ctx context.Context, name string, e *Exchanged, progress func(done, total int)) error {
	was := n.member.Heard[name]
	c, err := answered(ctx, &n.owed, func() (*received, error) { return copyHere(ctx, filepath.Join(n.folder, name), was) })
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, fs.ErrNotExist): // gone meanwhile
		return nil
	case err != nil:
		n.skip(name, err, e)
		n.changing = n.changing || name == n.member.File && errors.Is(err, errChanging)
		return nil
	case c == nil: // nothing new
		return nil
	}
	defer c.remove()
	if c.seen.SHA256 == was.SHA256 { // only touched
		was.Bytes, was.Modified, was.Counter = c.seen.Bytes, c.seen.Modified, c.seen.Counter
		n.member.Heard[name] = was
		return nil
	}
	_ = c.bringSideFiles(ctx, &n.owed, filepath.Join(n.folder, name)) // if it is damaged without them, that is told
	if ctx.Err() != nil {
		return ctx.Err()
	}
	err = n.receiveCopy(ctx, name, c, e, progress)
	if err == nil || isOwn(err) {
		return err
	}
	n.skip(name, err, e)
	if name == n.member.File {
		return n.rescue(ctx, name, c, err, e, progress)
	}
	return nil
}

// receiveCopy receives the copy of a file that is new or changed. Besides errors
// of the working file, which are isOwn, there are those of the copy.
func (n *Newsroom) receiveCopy(ctx context.Context, name string, c *received, e *Exchanged, progress func(done, total int)) error {
	p, err := storage.PublicationOf(ctx, c.path)
	if err != nil {
		return err
	}
	now := c.seen
	now.Member, now.Mark = p.Member, p.Mark
	if n.member.wrote(now) {
		n.member.Heard[name] = now
		return nil
	}
	came, before, err := n.take(ctx, c.path, progress)
	if err != nil {
		return err
	}
	now.Refused = refusesText(came)
	if came.NewRevisions+came.NewPhotos+came.Mended+len(came.Refused) > 0 {
		from := p.Name
		if p.Member == n.member.ID { // whoever has written into this PC's own file
			from = ""
		}
		e.Received = append(e.Received, FromFile{name, from, came})
	}
	n.member.Heard[name] = now
	if came.Mended > 0 {
		n.compareAgain()
	}
	if p.Member == "" || slices.Contains(n.member.Former, name) { // others may never see it there
		return n.keep(ctx)
	}
	return n.noteReceived(ctx, came, before)
}

// skip tells of a file that cannot be received now, and forgets what it was
// before: what stands there is not that any more.
func (n *Newsroom) skip(name string, why error, e *Exchanged) {
	delete(n.member.Heard, name)
	if bulletin.TroubleKey(why) == "" {
		why = bulletin.NewTrouble("newsroom_unreadable", bulletin.Args{"file": name}, why)
	}
	e.Skipped = append(e.Skipped, Skipped{name, why})
}

// take receives a file that lies here.
func (n *Newsroom) take(ctx context.Context, path string, progress func(done, total int)) (came storage.Received, before storage.Extent, err error) {
	if before, err = n.file.Extent(ctx); err != nil {
		return came, before, own{err}
	}
	came, err = n.file.Receive(ctx, path, progress)
	return came, before, err
}

// own is an error of the working file itself.
type own struct{ error }

func (o own) Unwrap() error { return o.error }

// isOwn reports an error that is not about the file received: the next one
// would fail as this one did.
func isOwn(err error) bool {
	var mine own
	if errors.As(err, &mine) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return true
	}
	switch bulletin.TroubleKey(err) {
	case "disk_full", "disk_write_failed", "file_busy", "file_moved", "file_read_only", "folder_read_only":
		return true
	}
	return false
}
