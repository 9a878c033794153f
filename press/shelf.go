package press

import (
	"context"
	"slices"
	"sync"

	"bantin/bulletin"
	"bantin/export/preflight"
	"bantin/storage"
)

// shelf keeps the stories of an issue as they were last loaded, so that after
// an edit only the one that was changed is read anew.
type shelf struct {
	mu      sync.Mutex
	file    *storage.File
	stories map[bulletin.ID]shelved
}

// shelved is a story and the versions that it was made of.
type shelved struct {
	heads []bulletin.RevisionID
	story preflight.Story
}

// take gives the stories in their order. Nobody may write to their articles.
func (s *shelf) take(ctx context.Context, f *storage.File, ids []bulletin.ID) ([]preflight.Story, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	versions, err := f.Versions(ctx, ids)
	if err != nil {
		return nil, err
	}
	before := s.stories
	if s.file != f {
		before = nil
	}
	s.file, s.stories = f, make(map[bulletin.ID]shelved, len(ids))
	all := make([]preflight.Story, 0, len(ids))
	for _, id := range ids {
		known, ok := before[id]
		if !ok || !slices.Equal(known.heads, versions[id]) {
			if known.story, known.heads, err = loadStory(ctx, f, id); err != nil {
				return nil, err
			}
		}
		s.stories[id] = known
		all = append(all, known.story)
	}
	return all, nil
}
