package desk

import (
	"context"
	"slices"
	"sync"
	"time"

	"bantin/bulletin"
	"bantin/storage"
)

// Arrivals tells which articles others have written of those that came into a
// drafts file since it was asked last.
type Arrivals struct {
	file *storage.File
	me   func() string

	turn   sync.Mutex
	before map[bulletin.ID]time.Time
}

// WatchArrivals begins with what is in the file now. me is the name of the person
// at this PC, "" for none; it is called from the goroutine of Since.
func WatchArrivals(ctx context.Context, file *storage.File, me func() string) (*Arrivals, error) {
	before, err := updates(ctx, file)
	return &Arrivals{file: file, me: me, before: before}, err
}

// Since lists the articles that are new or have changed, and were last written by
// somebody else, and of merged those that are articles: what came to them may be
// older than what was here.
func (a *Arrivals) Since(ctx context.Context, merged []bulletin.ID) (came []bulletin.ID, err error) {
	a.turn.Lock()
	defer a.turn.Unlock()
	all, err := a.file.Articles(ctx, storage.Query{})
	if err != nil {
		return nil, err
	}
	me, now := a.me(), make(map[bulletin.ID]time.Time, len(all))
	for i := range all {
		s := &all[i]
		now[s.ID] = s.UpdatedAt
		at, known := a.before[s.ID]
		theirs := (!known || !at.Equal(s.UpdatedAt)) && bulletin.Signed(s.Author) != me
		if theirs || slices.Contains(merged, s.ID) {
			came = append(came, s.ID)
		}
	}
	a.before = now
	return came, nil
}
