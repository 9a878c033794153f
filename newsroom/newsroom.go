package newsroom

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
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

	unpublished bool // the last exchange has left publishing for later

	changing bool // somebody was writing into this member's own file when it was received

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
	From string // the name of who published it, "" when it was put there, or is this PC's own, into which somebody has written
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
	err := n.round(ctx, &e, ownTime, progress)
	for i := 1; i < mostRounds && errors.Is(err, errChanged); i++ {
		select {
		case <-ctx.Done():
		case <-time.After(pause):
		}
		err = n.round(ctx, &e, ownTime, progress)
	}
	if errors.Is(err, errChanged) { // all is here; what is new goes out the next time
		name := n.member.File
		e.Skipped = append(e.Skipped, Skipped{name, bulletin.NewTrouble("newsroom_busy", bulletin.Args{"file": name}, err)})
		err = nil
	}
	if err != nil {
		return e, fmt.Errorf("exchange through %s: %w", n.folder, err)
	}
	return e, nil
}

// round exchanges once. errChanged: somebody was writing into this member's file
// meanwhile; it was not replaced, and has to be received first.
func (n *Newsroom) round(ctx context.Context, e *Exchanged, ownTime bool, progress func(done, total int)) error {
	e.Skipped, e.Left = nil, nil
	if err := n.exchange(ctx, e, progress); err != nil {
		return err
	}
	if n.unpublished = ownTime && n.isResting(); n.unpublished {
		return nil
	}
	return n.publish(ctx, e, progress)
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
		n.member.Folder, n.member.File, n.member.Former = n.folder, "", nil
		n.member.Heard, n.member.Published = map[string]heard{}, storage.Extent{}
	}
	return n.receiveAll(ctx, e, progress)
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
