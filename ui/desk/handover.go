package desk

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
	"time"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
)

// Reception is what receiving a file brought to the list.
type Reception struct {
	storage.Received
	Came         []bulletin.ID // articles that are new or were changed, also those to which the others came
	MergedIssues []bulletin.ID // those of Merged that are issues
	// Joined are the places of which others have changed something unasked, in
	// articles of which something else is to be settled.
	Joined []merge.Change
}

// Receive takes the work of files into the drafts file, one after the other, and
// says which articles they brought or changed. With an error it says which of the
// files could not be received, the first of several, and what the others brought.
func Receive(ctx context.Context, f *storage.File, paths []string, progress Progress) (r Reception, failed string, err error) {
	before, err := updates(ctx, f)
	if err != nil {
		return r, "", err
	}
	for _, path := range paths {
		came, why := f.Receive(ctx, path, progress)
		switch {
		case ctx.Err() != nil:
			return r, path, ctx.Err()
		case why == nil:
			r.Add(came)
		case err == nil:
			failed, err = path, why
		}
	}
	r.Merged = unique(r.Merged)
	if why := r.list(ctx, f, before); err == nil {
		err = why
	}
	return r, failed, err
}

// list finds which articles are not as they were before, what has come into
// those that are to be settled, and which issues are merged.
func (r *Reception) list(ctx context.Context, f *storage.File, before map[bulletin.ID]time.Time) error {
	after, err := f.Articles(ctx, storage.Query{})
	if err != nil {
		return err
	}
	for _, a := range after {
		at, known := before[a.ID]
		merged := slices.Contains(r.Merged, a.ID)
		if !known || merged || !at.Equal(a.UpdatedAt) {
			r.Came = append(r.Came, a.ID)
		}
		if !merged || !a.Conflict {
			continue
		}
		joined, err := f.Joined(ctx, bulletin.SubjectArticle, a.ID)
		if err != nil {
			return err
		}
		r.Joined = append(r.Joined, joined...)
	}
	issues, err := f.Issues(ctx)
	if err != nil {
		return err
	}
	for _, s := range issues {
		if slices.Contains(r.Merged, s.ID) {
			r.MergedIssues = append(r.MergedIssues, s.ID)
		}
	}
	return nil
}

func unique(ids []bulletin.ID) []bulletin.ID {
	slices.Sort(ids)
	return slices.Compact(ids)
}

func updates(ctx context.Context, f *storage.File) (map[bulletin.ID]time.Time, error) {
	all, err := f.Articles(ctx, storage.Query{})
	if err != nil {
		return nil, err
	}
	at := make(map[bulletin.ID]time.Time, len(all))
	for _, a := range all {
		at[a.ID] = a.UpdatedAt
	}
	return at, nil
}

// Stranger is what a person may want to know of a file before choosing what to
// do with it.
type Stranger struct {
	Body     string // of the office, "" if it names none
	Articles int
	Issues   int
	Newest   time.Time
	By       string // who wrote last
	Identity string // what the file calls itself
	Empty    bool   // there is no article and no issue in it, and never was
}

// Peek looks into a drafts file without writing to it.
func Peek(ctx context.Context, path string) (s Stranger, err error) {
	f, err := storage.OpenReadOnly(ctx, path)
	if err != nil {
		return s, err
	}
	defer f.Close()
	if office, err := f.Office(ctx); err == nil {
		s.Body = office.Body
	}
	counts, err := f.Count(ctx, storage.Query{})
	if err != nil {
		return s, err
	}
	for _, n := range counts {
		s.Articles += n
	}
	if issues, err := f.Issues(ctx); err == nil {
		s.Issues = len(issues)
	}
	gone, err := f.Count(ctx, storage.Query{Deleted: true})
	s.Empty = err == nil && s.Articles+s.Issues+len(gone) == 0
	newest, err := f.Articles(ctx, storage.Query{Limit: 1})
	if err == nil && len(newest) == 1 {
		s.Newest, s.By = newest[0].UpdatedAt, bulletin.Signed(newest[0].Author)
	}
	s.Identity, err = f.Identity(ctx)
	return s, err
}

// HasLeft reports a drafts file that is not at a place any more, nor anything that
// calls itself the same.
func HasLeft(ctx context.Context, place, identity string) bool {
	if _, err := os.Stat(place); err != nil {
		return errors.Is(err, fs.ErrNotExist)
	}
	f, err := storage.OpenReadOnly(ctx, place)
	if err != nil {
		return false
	}
	defer f.Close()
	now, err := f.Identity(ctx)
	return err == nil && now != identity
}
