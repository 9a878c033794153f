package newsroom

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"bantin/bulletin"
	"bantin/storage"
)

// Newsroom is the part of one working file in a newsroom. It is safe for
// concurrent use.
type Newsroom struct {
	file    *storage.File
	folder  string // full path
	working string // full path of file
	name    string
	now     func() time.Time

	turn   sync.Mutex
	member member
	kept   []byte // member as it stands in the working file

	published time.Time     // when something was published last, by this process
	took      time.Duration // how long that took

	leftovers map[string]time.Time // unfinished files in the folder, and since when they are known

	owed  waiting
	asked func() // nil but in tests: called when the folder is asked
}

// Join takes part in the newsroom of a folder, under a name for people to know
// this PC by. Nothing is exchanged yet. Troubles: newsroom_folder_missing,
// newsroom_name, file_read_only, and newsroom_inside where the working file
// lies in the folder itself.
func Join(ctx context.Context, file *storage.File, folder, name string) (*Newsroom, error) {
	n := &Newsroom{file: file, folder: folder, name: name, now: time.Now}
	if err := n.join(ctx); err != nil {
		return nil, fmt.Errorf("join the newsroom in %s: %w", folder, err)
	}
	return n, nil
}

func (n *Newsroom) join(ctx context.Context) (err error) {
	if n.file.ReadOnly() {
		return bulletin.NewTrouble("file_read_only", bulletin.Args{"file": filepath.Base(n.file.Path())}, nil)
	}
	if n.folder, err = filepath.Abs(n.folder); err != nil {
		return err
	}
	if n.working, err = filepath.Abs(n.file.Path()); err != nil {
		return err
	}
	if err := n.seeFolder(ctx); err != nil {
		return err
	}
	if FileName(n.name) == "" {
		return bulletin.NewTrouble("newsroom_name", bulletin.Args{"name": n.name}, nil)
	}
	inside, err := answered(ctx, &n.owed, func() (bool, error) { return isSame(filepath.Dir(n.file.Path()), n.folder), nil })
	if err != nil {
		return err
	}
	if inside {
		return bulletin.NewTrouble("newsroom_inside", bulletin.Args{"folder": n.folder, "file": filepath.Base(n.file.Path())}, nil)
	}
	n.member, err = loadMember(ctx, n.file)
	return err
}

// seeFolder makes sure that the folder can be seen now: a share may be gone.
func (n *Newsroom) seeFolder(ctx context.Context) error {
	err := n.owed.err()
	if err == nil {
		_, err = answered(ctx, &n.owed, func() (struct{}, error) { return struct{}{}, n.look() })
	}
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		return err
	}
	if err != nil {
		return bulletin.NewTrouble("newsroom_folder_missing", bulletin.Args{"folder": n.folder}, err)
	}
	return nil
}

func (n *Newsroom) look() error {
	if n.asked != nil {
		n.asked()
	}
	info, err := os.Stat(n.folder)
	if err == nil && !info.IsDir() {
		err = errors.New("it is a file")
	}
	return err
}

func isSame(a, b string) bool {
	first, errA := os.Stat(a)
	second, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(first, second)
}

// Exchanged is what one exchange came to.
type Exchanged struct {
	Received  []FromFile
	Published string // the name of the file that was published, "" when there was nothing new
	Left      []storage.Refused
	Skipped   []Skipped
}

// FromFile is what was received from one file; files with nothing new are left
// out.
type FromFile struct {
	File string // its name in the folder
	From string // the name of who published it, "" when it was put there
	storage.Received
}

// Skipped is a file that could not be received now. It is tried again at the
// next exchange.
type Skipped struct {
	File string
	Why  error // a Trouble: newsroom_unreadable, or one of storage.File.Receive
}

// Exchange receives what is new in the folder and then publishes this working
// file where it has something that the newsroom does not have. A file that
// cannot be read, such as one that is still being copied, is skipped and told.
// progress, which may be nil, hears how much of how much is done. Troubles:
// newsroom_folder_missing, and those of receiving into and publishing the
// working file.
func (n *Newsroom) Exchange(ctx context.Context, progress func(done, total int)) (Exchanged, error) {
	return n.exchangeIn(ctx, false, progress)
}

// exchangeIn is Exchange; in its own time, it may leave publishing for later.
func (n *Newsroom) exchangeIn(ctx context.Context, ownTime bool, progress func(done, total int)) (Exchanged, error) {
	n.turn.Lock()
	defer n.turn.Unlock()
	var e Exchanged
	err := n.exchange(ctx, &e, progress)
	if err == nil && !(ownTime && n.isResting()) {
		err = n.publish(ctx, &e, progress)
	}
	if err != nil {
		return e, fmt.Errorf("exchange through %s: %w", n.folder, err)
	}
	return e, nil
}

// exchange is the part of an exchange that receives.
func (n *Newsroom) exchange(ctx context.Context, e *Exchanged, progress func(done, total int)) (err error) {
	if err := n.seeFolder(ctx); err != nil {
		return err
	}
	// Another program may have exchanged with the same working file.
	if n.member, err = loadMember(ctx, n.file); err != nil {
		return err
	}
	n.kept = nil
	if n.member.Folder != n.folder { // all is new in another newsroom
		n.member.Folder, n.member.File = n.folder, ""
		n.member.Heard, n.member.Published = map[string]heard{}, storage.Extent{}
	}
	return n.receiveAll(ctx, e, progress)
}

// receiveAll receives every file that changed since the last time.
func (n *Newsroom) receiveAll(ctx context.Context, e *Exchanged, progress func(done, total int)) error {
	names, err := answered(ctx, &n.owed, n.names)
	if err != nil {
		return err
	}
	n.forget(names)
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
		return nil
	case c == nil: // nothing new
		return nil
	}
	defer c.remove()
	if c.seen.SHA256 == was.SHA256 { // only touched
		c.seen.Member, c.seen.Mark = was.Member, was.Mark
		n.member.Heard[name] = c.seen
		return nil
	}
	p, err := storage.PublicationOf(ctx, c.path)
	if err != nil {
		n.skip(name, err, e)
		return ctx.Err()
	}
	now := c.seen
	now.Member, now.Mark = p.Member, p.Mark
	if n.member.wrote(now) {
		n.member.Heard[name] = now
		return nil
	}
	came, before, err := n.take(ctx, c.path, progress)
	if err != nil {
		if isOwn(err) {
			return err
		}
		n.skip(name, err, e)
		return nil
	}
	if came.NewRevisions+came.NewPhotos+came.Mended+len(came.Refused) > 0 {
		e.Received = append(e.Received, FromFile{name, p.Name, came})
	}
	n.member.Heard[name] = now
	if came.Mended > 0 {
		n.member.Kept = "" // perhaps nothing is lacking any more
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

// noteReceived counts what came from the newsroom among what the newsroom has
// already, unless something was saved here meanwhile.
func (n *Newsroom) noteReceived(ctx context.Context, came storage.Received, before storage.Extent) error {
	after, err := n.file.Extent(ctx)
	if err != nil {
		return err
	}
	alone := after.Revisions-before.Revisions == came.NewRevisions && after.Photos-before.Photos == came.NewPhotos && after.Office == before.Office
	isEmpty := before.Revisions+before.Photos == 0
	if alone && (isEmpty || n.member.Published == before) {
		n.member.Published = after
	}
	return n.keep(ctx)
}

// keep notes the part in the newsroom in the working file, where it changed.
func (n *Newsroom) keep(ctx context.Context) error {
	now, err := bulletin.CanonicalJSON(n.member)
	if err != nil || bytes.Equal(now, n.kept) {
		return err
	}
	if err := n.file.SetMembership(ctx, n.member); err != nil {
		return err
	}
	n.kept = now
	return nil
}
