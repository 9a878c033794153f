package torture_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"sync/atomic"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// TestNothingIsMissingUnnamed tears pages of the lists and, in the same file,
// pages on which texts stand: who reads such a file gets the lists of what is
// whole, with every other article and issue named, or a sentence; never a list
// that lacks one and does not say so.
func TestNothingIsMissingUnnamed(t *testing.T) {
	var files, listed, named, refused atomic.Int64
	eachSpoiled(t, derivedTables, times(52, 3_000), 26, 46, tearPages, func(t *testing.T, s spoiled) {
		random := rand.New(rand.NewPCG(uint64(files.Add(1)), 47))
		texts := s.all["revisions"]
		s.how += " and of texts" + tearPages(s.bytes, texts[1+random.IntN(len(texts)-1):], random)
		s.write(t)
		err := within(t, s.how, func(ctx context.Context) error {
			f, err := storage.OpenReadOnly(ctx, s.path)
			if err != nil {
				return err
			}
			defer f.Close()
			shown, missing, err := everything(ctx, f)
			if err != nil {
				return err
			}
			listed.Add(1)
			named.Add(int64(len(missing)))
			for id, right := range s.everything() {
				now, isShown := shown[id]
				switch {
				case !isShown && !missing[id]:
					t.Errorf("%s: %s is neither listed nor named", s.how, id)
				case isShown && !missing[id] && !reflect.DeepEqual(now, right):
					t.Errorf("%s: shows\n%v\nand not\n%v", s.how, now, right)
				}
			}
			return nil
		})
		if err != nil {
			refused.Add(1)
			mustBeSentence(t, s.how, err)
		}
	})
	t.Logf("%d files with torn lists and texts: %d listed what they could and named %d articles and issues, %d refused with a sentence",
		files.Load(), listed.Load(), named.Load(), refused.Load())
	if named.Load() == 0 {
		t.Error("no article was torn, so none could be missing")
	}
}

// everything is all that a file lists, and what it says that it cannot list.
func everything(ctx context.Context, f *storage.File) (shown map[bulletin.ID]any, missing map[bulletin.ID]bool, err error) {
	shown, missing = map[bulletin.ID]any{}, map[bulletin.ID]bool{}
	for _, q := range []storage.Query{{}, {Deleted: true}} {
		found, err := f.Articles(ctx, q)
		if err != nil {
			return nil, nil, err
		}
		for _, a := range found {
			shown[a.ID] = a
		}
	}
	issues, err := f.Issues(ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, i := range issues {
		shown[i.ID] = i
	}
	unlisted, err := f.Unlisted(ctx)
	for _, d := range unlisted {
		missing[bulletin.ID(d.Subject)] = true
		if d.Args["headline"] == "" {
			err = fmt.Errorf("%s has no name", d.Subject)
		}
	}
	return shown, missing, err
}

// everything is what the whole file lists.
func (s *spoiled) everything() map[bulletin.ID]any {
	all := map[bulletin.ID]any{}
	for _, what := range []string{"all", "deleted"} {
		for _, a := range s.right[what].([]storage.Summary) {
			all[a.ID] = a
		}
	}
	for _, i := range s.right["issues"].([]storage.StoredIssue) {
		all[i.ID] = i
	}
	return all
}
