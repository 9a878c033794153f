package storage

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"
	"sync"

	"bantin/bulletin"
	"bantin/storage/postings"
)

// expected is what the search index should say of an article, and what it says.
type expected struct {
	number int64
	id     bulletin.ID
	want   said
	sizes  string // that it says
	sum    uint64 // of the places that it says
}

// expectations are those of all articles, which several checkers gather; search
// puts them in order and notes where each stands before they are looked at again.
type expectations struct {
	lock sync.Mutex
	all  []expected
	at   map[string]int // in all, by article
}

func (s *expectations) add(e expected) {
	s.lock.Lock()
	defer s.lock.Unlock()
	s.all = append(s.all, e)
}

// order sorts them by number.
func (s *expectations) order() {
	slices.SortFunc(s.all, func(a, b expected) int { return cmp.Compare(a.number, b.number) })
	s.at = make(map[string]int, len(s.all))
	for i, e := range s.all {
		s.at[string(e.id)] = i
	}
}

// of finds those of an article, after order.
func (s *expectations) of(id string) expected { return s.all[s.at[id]] }

// leavesAtOnce is how much of the search index is read on one state of the file:
// about a tenth of a second, so that whoever saves meanwhile need not wait.
var leavesAtOnce = 1500

// indexSteps is how many items reading the search index counts for.
const indexSteps = 100

// search compares all that the search index says with the texts: sums over the
// places of each article's words, which are read once in their order. Articles of
// which these differ are looked at one by one. Where the index makes no sense,
// all of them are asked for word by word.
//
// An article that is saved meanwhile gets another number, and so is one of those
// that differ.
func (c *check) search(ctx context.Context) {
	c.texts.order()
	strangers, err := c.readIndex(ctx)
	if ctx.Err() != nil {
		return
	}
	judge, doubtful := (*check).compareText, c.differing()
	if err != nil {
		if !errors.Is(err, postings.ErrUnknown) {
			c.once(DamageSearch, err.Error())
		}
		judge, doubtful = (*check).findText, c.texts.ids()
	}
	c.total += len(doubtful)
	c.each(ctx, doubtful, textsAtOnce, judge)
	if strangers && !slices.ContainsFunc(c.found, func(d Damage) bool { return d.Kind == DamageLeftover }) {
		c.add(DamageLeftover, "", nil)
	}
}

func (s *expectations) ids() (ids []string) {
	for _, e := range s.all {
		ids = append(ids, string(e.id))
	}
	return ids
}

// differing are the articles of which the index says something else than it
// should.
func (c *check) differing() (ids []string) {
	for _, e := range c.texts.all {
		if (said{e.sum, e.sizes}) != e.want {
			ids = append(ids, string(e.id))
		}
	}
	return ids
}

// compareIndex is errWrongRow where the search index does not say what the texts
// do. It takes one processor, for nobody waits for it.
func (f *File) compareIndex(ctx context.Context) error {
	c := &check{file: f, hurt: &idSet{}, texts: &expectations{}, isPatient: true}
	c.each(ctx, c.keys(ctx, `SELECT id FROM article_list ORDER BY number`), textsAtOnce, (*check).expectText)
	c.search(ctx)
	if len(c.found) > 0 && ctx.Err() == nil {
		return errWrongRow
	}
	return ctx.Err()
}

// expectText notes what the index should say of an article by its text as it
// stands in the file.
func (c *check) expectText(ctx context.Context, q querier, id string) error {
	l, err := readLine(ctx, q, bulletin.ID(id))
	if err != nil {
		return err
	}
	text, err := readText(ctx, q, l.number)
	if err == nil {
		err = c.expect(ctx, q, &l, text)
	}
	return err
}

// expect notes what the index should say of a text, and how long it says that
// this is.
func (c *check) expect(ctx context.Context, q querier, l *listed, text searchText) error {
	sizes, err := sizesOf(ctx, q, l.number)
	folded := text.folded()
	c.texts.add(expected{number: l.number, id: l.id, want: saidOf(&folded), sizes: sizes})
	return err
}

// readIndex adds up what the index says of each article. strangers: it speaks of
// texts that are not there.
func (c *check) readIndex(ctx context.Context) (strangers bool, err error) {
	r := indexReading{check: c, articles: make(map[int64]int, len(c.texts.all)), unknown: map[int64]bool{}}
	for i, e := range c.texts.all {
		r.articles[e.number] = i
	}
	told := 0
	for more := true; more; {
		err := c.file.reading(ctx, func(q querier) (err error) {
			more, err = r.portion(ctx, q)
			return err
		})
		if err != nil {
			return false, err
		}
		steps := min(indexSteps*r.leaves/max(r.size, 1), indexSteps)
		c.told(max(steps-told, 0))
		told = max(steps, told)
	}
	c.told(indexSteps - told)
	return r.hasStrangers(ctx)
}

// indexReading goes through the search index in portions.
type indexReading struct {
	*check
	after       []byte // the last key
	structure   []byte // of the index, when it began
	leaves      int    // that were read
	size        int    // of all of it, at most so far
	articles    map[int64]int
	unknown     map[int64]bool // rows that are no article's, some of them
	isUnchanged bool
}

const mostUnknown = 1000

func (r *indexReading) portion(ctx context.Context, transaction querier) (more bool, err error) {
	q := prepare(transaction)
	defer q.close()
	tables := indexTables{ctx, q}
	structure, err := tables.Block(10)
	if err != nil {
		return false, err
	}
	if r.after == nil {
		r.structure = structure
	}
	r.isUnchanged = bytes.Equal(structure, r.structure)
	x, err := postings.Open(tables, r.after)
	if err != nil {
		return false, err
	}
	r.after, err = sumsOf(x, func() bool { return x.Leaves() >= leavesAtOnce || ctx.Err() != nil }, r.add)
	r.leaves += x.Leaves()
	r.size = max(r.size, x.Size())
	return r.after != nil, errors.Join(err, ctx.Err())
}

// add adds to the sum of a row.
func (r *indexReading) add(row int64, sum uint64) {
	if i, known := r.articles[row]; known {
		r.texts.all[i].sum += sum
	} else if len(r.unknown) < mostUnknown {
		r.unknown[row] = true
	}
}

// hasStrangers looks whether rows that are no sound article's have a text. While
// somebody saves, the index has other rows than the texts had at any one time.
func (r *indexReading) hasStrangers(ctx context.Context) (found bool, err error) {
	if !r.isUnchanged {
		return false, nil
	}
	err = r.file.reading(ctx, func(q querier) error {
		for row := range r.unknown {
			known, err := has(ctx, q, `SELECT 1 FROM article_text WHERE number = ?`, row)
			if err != nil {
				return err
			}
			found = found || !known
		}
		return nil
	})
	return found, err
}

// compareText compares exactly what the index says of an article with its text,
// as FTS5 takes that apart.
func (c *check) compareText(ctx context.Context, q querier, id string) error {
	e := c.texts.of(id)
	text, err := readText(ctx, q, e.number)
	if isGone := errors.Is(err, sql.ErrNoRows) || errors.Is(err, errWrongRow); err != nil && !isGone {
		return err
	}
	folded := text.folded()
	if err != nil || saidOf(&folded) != e.want { // it was saved meanwhile
		return c.findText(ctx, q, id)
	}
	words, err := newExactWords(ctx)
	if err != nil {
		return err
	}
	defer words.db.Close()
	exact, err := words.saidOf(ctx, &folded)
	if err == nil && exact != (said{e.sum, e.sizes}) {
		c.outdated(ctx, q, bulletin.SubjectArticle, e.id)
	}
	return err
}

// findText makes sure that search finds an article by each of its words.
func (c *check) findText(ctx context.Context, q querier, id string) error {
	l, err := readLine(ctx, q, bulletin.ID(id))
	if err != nil {
		return err
	}
	text, err := readText(ctx, q, l.number)
	if err != nil {
		return err
	}
	found, err := isFound(ctx, q, l.number, text)
	if err == nil && !found {
		c.outdated(ctx, q, bulletin.SubjectArticle, bulletin.ID(id))
	}
	return err
}
