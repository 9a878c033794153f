package desk

import (
	"context"
	"strings"
	"sync"

	"bantin/bulletin"
	"bantin/storage"
)

// Answer is the answer to a search.
type Answer struct {
	Ranked            bool // what fits best comes first
	Articles, Deleted []storage.Summary
	// Unlisted are those of a damaged file that can only be read which no list
	// has.
	Unlisted []storage.Damage
	// Begins are the first words of those without a headline.
	Begins map[bulletin.ID]string
	Err    error
}

// Searcher answers searches in the background; only the newest one counts.
type Searcher struct {
	file *storage.File
	tell func(Answer)

	mu     sync.Mutex
	newest int
	cancel context.CancelFunc
}

// NewSearcher answers through tell, from another goroutine.
func NewSearcher(file *storage.File, tell func(Answer)) *Searcher {
	return &Searcher{file: file, tell: tell, cancel: func() {}}
}

// Search looks for the articles of a query, and for the deleted ones that it
// would find.
func (s *Searcher) Search(q storage.Query) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.cancel()
	ctx, cancel := context.WithCancel(context.Background())
	s.newest++
	s.cancel = cancel
	go s.answer(ctx, s.newest, q)
}

// firstScreen is how many hits of a search are told before all the others are
// known: more than a screen shows, and there within a blink however many there
// are.
const firstScreen = 200

func (s *Searcher) answer(ctx context.Context, number int, q storage.Query) {
	a := Answer{Ranked: q.Ranked}
	if q.Text != "" && q.Limit == 0 {
		first := q
		first.Limit = firstScreen
		a.Articles, a.Err = s.file.Articles(ctx, first)
		if a.Err == nil && len(a.Articles) == firstScreen {
			s.tellIfNewest(number, a)
		}
	}
	if a.Articles, a.Err = s.file.Articles(ctx, q); a.Err == nil {
		q.Deleted = true
		a.Deleted, a.Err = s.file.Articles(ctx, q)
	}
	if a.Err == nil { // where they cannot be read, the list is as good without
		a.Begins, _ = Beginnings(ctx, s.file, a.Articles, a.Deleted)
	}
	if a.Err == nil && s.file.ReadOnly() { // whose lists may be made anew at any search
		a.Unlisted, a.Err = s.file.Unlisted(ctx)
	}
	s.tellIfNewest(number, a)
}

// Beginnings are the first words of the articles of lists that have no headline.
func Beginnings(ctx context.Context, file *storage.File, lists ...[]storage.Summary) (map[bulletin.ID]string, error) {
	var untitled []bulletin.ID
	for _, list := range lists {
		for i := range list {
			if strings.TrimSpace(list[i].Headline) == "" {
				untitled = append(untitled, list[i].ID)
			}
		}
	}
	return file.Beginnings(ctx, untitled)
}

func (s *Searcher) tellIfNewest(number int, a Answer) {
	s.mu.Lock()
	stale := number != s.newest
	s.mu.Unlock()
	if !stale {
		s.tell(a)
	}
}
