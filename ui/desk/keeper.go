// Package desk is what the desk does, without a window: keeping what is
// written, listing drafts, painting the preview. The windows of package ui
// show its results and hand it what people do.
package desk

import (
	"context"
	"slices"
	"sync"
	"time"

	"bantin/bulletin"
	"bantin/storage"
)

// Kept is news of the saving of an article.
type Kept struct {
	Article bulletin.ID
	At      time.Time // of the save; zero where nothing had to be written
	Err     error     // why it was not saved
	Passing bool      // what keeps it from being saved may be over by itself; it will be tried again
	Others  bool      // somebody else saved it meanwhile; both versions are kept
	Waiting bool      // something newer is still to be saved
	New     bool      // the article's first save
	Gone    bool      // it was emptied and is not in the file's list any more (PutEmptied)
}

// Keeper saves articles in the background, one save at a time, the newest
// text of each article. What could not be saved is kept: where the trouble may
// pass by itself (see storage.MayPass) it is tried again and again; where
// somebody has to do something first, with the next text or Flush.
type Keeper struct {
	file   *storage.File
	author func() string
	tell   func(Kept)

	mu      sync.Mutex
	wake    *sync.Cond
	pending []draft // in the order in which they were put; of one article a text at most, before it one saved by hand, and its deletion
	heads   map[bulletin.ID][]bulletin.RevisionID
	begun   map[bulletin.ID]bool // what was written on since the Keeper was made
	busy    bool
	saving  draft // while busy
	failed  error // of the last try, nil after a success
	closed  bool
	late    bool // what is being saved takes long

	spares  *Spares // may be nil
	spared  map[bulletin.ID]bool
	sparing sync.Mutex // held while spares are written
}

// draft is a text that waits to be saved.
type draft struct {
	id      bulletin.ID
	article bulletin.Article
	reason  bulletin.Reason
	emptied bool // see PutEmptied
}

// deletes reports what follows the last text instead of taking its place.
func (d draft) deletes() bool { return d.reason == bulletin.ReasonDelete || d.emptied }

// replaces reports what need not be saved any more when d is.
func (d draft) replaces(older draft) bool {
	if older.deletes() {
		return true
	}
	return !d.deletes() && (older.reason != bulletin.ReasonSave || d.reason != bulletin.ReasonAutosave)
}

// retryAfter is how long a Keeper waits before it tries again what failed for a
// reason that may pass.
const retryAfter = 3 * time.Second

// NewKeeper starts keeping articles in file. tell is called from another
// goroutine after every try. With it a sitting begins: what an article said before
// its first save stays a version of its own.
func NewKeeper(file *storage.File, author func() string, tell func(Kept)) *Keeper {
	k := &Keeper{file: file, author: author, tell: tell, heads: map[bulletin.ID][]bulletin.RevisionID{}, begun: map[bulletin.ID]bool{}, spared: map[bulletin.ID]bool{}}
	k.wake = sync.NewCond(&k.mu)
	go k.work()
	return k
}

// Opened tells which versions of an article the person sees, merged where there
// are several. The next save follows these and no others: one that somebody
// else wrote meanwhile stays beside it, and so do conflicts that nobody has
// settled.
func (k *Keeper) Opened(a storage.StoredArticle) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.heads[a.ID] = a.Heads
}

// Seen are the versions that the next save of an article follows.
func (k *Keeper) Seen(id bulletin.ID) []bulletin.RevisionID {
	k.mu.Lock()
	defer k.mu.Unlock()
	return slices.Clone(k.heads[id])
}

// Unsaved is the newest text of an article that was put and is not saved, if there
// is one. It must not be changed.
func (k *Keeper) Unsaved(id bulletin.ID) (a bulletin.Article, found bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	d := draft{}
	if i := k.textAt(id); i >= 0 {
		d = k.pending[i]
	} else if k.busy && k.waitingAt(id) < 0 {
		d = k.saving
	}
	return d.article, d.id == id && !d.deletes()
}

// Put hands over the newest text of an article and returns at once. A text takes
// the place of what waits of that article; a deletion follows it, so that the last
// text can come back, and an autosave what somebody saved by hand.
func (k *Keeper) Put(id bulletin.ID, a bulletin.Article, reason bulletin.Reason) {
	k.put(draft{id: id, article: a, reason: reason})
}

// PutEmptied hands over an article out of which everything was taken back that
// somebody had written: it goes as one that was deleted, if nobody else can know
// it (storage.File.SaveEmptied), and else is saved as it is.
func (k *Keeper) PutEmptied(id bulletin.ID, a bulletin.Article, reason bulletin.Reason) {
	k.put(draft{id: id, article: a, reason: reason, emptied: true})
}

func (k *Keeper) put(newest draft) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.pending = slices.DeleteFunc(k.pending, func(d draft) bool { return d.id == newest.id && newest.replaces(d) })
	k.pending = append(k.pending, newest)
	if k.spares != nil && (k.late || k.failed != nil) {
		go k.spareWaiting()
	}
	if !storage.MayPass(k.failed) {
		k.failed = nil // this text may go
	}
	k.wake.Broadcast()
}

func (k *Keeper) waitingAt(id bulletin.ID) int {
	return slices.IndexFunc(k.pending, func(d draft) bool { return d.id == id })
}

// textAt is where the newest text of an article waits, -1 for nowhere.
func (k *Keeper) textAt(id bulletin.ID) int {
	for i, d := range slices.Backward(k.pending) {
		if d.id == id && !d.deletes() {
			return i
		}
	}
	return -1
}

// isNewest reports a draft behind which no newer text of its article waits.
func (k *Keeper) isNewest(d draft) bool {
	if d.deletes() {
		return k.waitingAt(d.id) < 0
	}
	return k.textAt(d.id) < 0
}

// Flush waits until everything that was put is saved. It returns the reason
// as soon as a save fails; the text stays with the Keeper then.
func (k *Keeper) Flush() error {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.failed = nil
	k.wake.Broadcast()
	for (len(k.pending) > 0 || k.busy) && k.failed == nil && !k.closed {
		k.wake.Wait()
	}
	return k.failed
}

// MoveTo keeps everything in another file from now on, what waits as well. The
// other one must hold all that the first one held.
func (k *Keeper) MoveTo(file *storage.File) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for k.busy {
		k.wake.Wait()
	}
	k.file, k.failed = file, nil
	k.wake.Broadcast()
}

// Waiting lists the articles whose newest text is not saved.
func (k *Keeper) Waiting() []bulletin.ID {
	k.mu.Lock()
	defer k.mu.Unlock()
	var ids []bulletin.ID
	for _, d := range k.pending {
		ids = append(ids, d.id)
	}
	return ids
}

// Close ends the keeping; what was not saved is lost, so Flush first.
func (k *Keeper) Close() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.closed = true
	k.wake.Broadcast()
}

func (k *Keeper) work() {
	for {
		d, ok := k.take()
		if !ok {
			return
		}
		kept := k.saveInTime(d)
		k.mu.Lock()
		k.busy, k.late = false, false
		k.failed = kept.Err
		kept.Passing = storage.MayPass(kept.Err)
		if kept.Err != nil && !slices.ContainsFunc(k.pending, func(next draft) bool { return next.id == d.id && next.replaces(d) }) {
			k.pending = append([]draft{d}, k.pending...)
		}
		kept.Waiting = k.waitingAt(d.id) >= 0
		k.wake.Broadcast()
		k.mu.Unlock()
		if kept.Err == nil {
			k.unspare(d.id)
		}
		k.tell(kept)
	}
}

// saveInTime saves a text, and keeps it elsewhere where that fails or takes long.
func (k *Keeper) saveInTime(d draft) Kept {
	late := time.AfterFunc(spareAfter, func() {
		k.mu.Lock()
		k.late = k.busy
		k.mu.Unlock()
		k.spareWaiting()
	})
	defer late.Stop()
	kept := k.save(d)
	if kept.Err != nil {
		k.spareWaiting()
	}
	return kept
}

// take waits for something to save. After a failure it waits for a while where
// the trouble may pass; otherwise for newer text or for a Flush.
func (k *Keeper) take() (draft, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for !k.closed && len(k.pending) == 0 {
		k.wake.Wait()
	}
	if k.failed != nil && !k.closed {
		if storage.MayPass(k.failed) {
			defer k.retryLater().Stop()
		}
		for k.failed != nil && !k.closed {
			k.wake.Wait()
		}
	}
	if k.closed || len(k.pending) == 0 {
		return draft{}, false
	}
	d := k.pending[0]
	k.pending = k.pending[1:]
	k.busy, k.saving = true, d
	return d, true
}

func (k *Keeper) retryLater() *time.Timer {
	return time.AfterFunc(retryAfter, func() {
		k.mu.Lock()
		defer k.mu.Unlock()
		k.failed = nil
		k.wake.Broadcast()
	})
}

func (k *Keeper) save(d draft) Kept {
	k.mu.Lock()
	seen, known := k.heads[d.id]
	file, begun := k.file, k.begun[d.id]
	k.mu.Unlock()
	s := storage.Save{Author: k.author(), Reason: d.reason, Expected: seen, Begins: !begun}
	saved, gone, err := write(file, d, s)
	if err != nil {
		return Kept{Article: d.id, Err: err}
	}
	if saved.Revision != "" {
		k.mu.Lock()
		k.heads[d.id] = []bulletin.RevisionID{saved.Revision}
		k.begun[d.id] = begun || saved.Changed
		k.mu.Unlock()
	}
	kept := Kept{Article: d.id, Others: len(saved.Heads) > 1, New: !known && !gone, Gone: gone}
	if saved.Changed {
		kept.At = time.Now()
	}
	return kept
}

func write(file *storage.File, d draft, s storage.Save) (saved storage.Saved, gone bool, err error) {
	ctx := context.Background()
	switch {
	case d.emptied:
		return file.SaveEmptied(ctx, d.id, d.article, s)
	case d.deletes():
		saved, err = file.DeleteArticle(ctx, d.id, s)
	default:
		saved, err = file.SaveArticle(ctx, d.id, d.article, s)
	}
	return saved, false, err
}
