package storage

import (
	"context"
	"slices"
	"sync"

	"bantin/bulletin"
	"bantin/internal/cores"
)

// textsAtOnce is how many versions or articles are checked on one state of the
// file: few, so that whoever saves meanwhile need not wait.
const textsAtOnce = 16

// mostCheckers is how many processors a check takes; the desk needs the others.
const mostCheckers = 2

// each checks items, n at a time on one state of the file, on as many processors
// as there are. What is found comes in the order of the items all the same.
func (c *check) each(ctx context.Context, keys []string, n int, part func(*check, context.Context, querier, string) error) {
	checkersAtOnce := min(cores.Count(), mostCheckers)
	if c.isPatient {
		checkersAtOnce = 1
	}
	for some := range slices.Chunk(keys, n*checkersAtOnce) {
		if ctx.Err() != nil {
			return
		}
		portions := slices.Collect(slices.Chunk(some, n))
		checkers := make([]check, len(portions))
		var running sync.WaitGroup
		for i, portion := range portions {
			checkers[i] = check{file: c.file, hurt: c.hurt, texts: c.texts}
			running.Go(func() { checkers[i].portion(ctx, portion, part) })
		}
		running.Wait()
		for i := range checkers {
			c.merge(checkers[i].found)
			c.told(len(portions[i]))
		}
	}
}

// portion checks items on one state of the file. A read error is a finding, not
// the end of the check.
func (c *check) portion(ctx context.Context, keys []string, part func(*check, context.Context, querier, string) error) {
	err := c.file.reading(ctx, func(transaction querier) error {
		q := prepare(transaction)
		defer q.close()
		for _, key := range keys {
			if err := part(c, ctx, q, key); err != nil && ctx.Err() == nil {
				c.failed(explainReading(ctx, c.file.path, err))
			}
		}
		return ctx.Err()
	})
	if err != nil && ctx.Err() == nil {
		c.failed(err)
	}
}

// merge adds what a checker found.
func (c *check) merge(found []Damage) {
	for _, d := range found {
		if d.Kind == DamageStructure || d.Kind == DamageSearch {
			c.once(d.Kind, d.Args["detail"])
			continue
		}
		c.found = append(c.found, d)
	}
}

// idSet is a set of articles and issues that several checkers share.
type idSet struct {
	lock sync.RWMutex
	ids  map[bulletin.ID]bool
}

func (s *idSet) add(id bulletin.ID) {
	s.lock.Lock()
	defer s.lock.Unlock()
	if s.ids == nil {
		s.ids = map[bulletin.ID]bool{}
	}
	s.ids[id] = true
}

func (s *idSet) has(id bulletin.ID) bool {
	s.lock.RLock()
	defer s.lock.RUnlock()
	return s.ids[id]
}
