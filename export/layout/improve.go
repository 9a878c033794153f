package layout

import (
	"cmp"
	"context"
	"slices"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// Wish is one thing that an editor may ask for a story: exactly one of the
// last three is not zero.
type Wish struct {
	Article  bulletin.ID
	Columns  int
	Headline bulletin.HeadlineWish
	Photo    bulletin.SizeWish
}

// Of lays the wish over the slot of its story.
func (w Wish) Of(slot *bulletin.Slot) {
	switch {
	case w.Columns != 0:
		slot.Columns = w.Columns
	case w.Headline != "":
		slot.HeadlineSize = w.Headline
	default:
		slot.PhotoSize = w.Photo
	}
}

// Improvement is wishes with which an issue comes out better than without.
type Improvement struct {
	Wishes        []Wish  // in the order in which they were found
	Before, After Badness // of the issue
	Pages         [2]int  // before and after
	White         [2]int  // lines of one column that are left blank, before and after
	Tries         int     // layouts that were made
}

// Trying is how far Improve is.
type Trying struct {
	Tries, Of int // layouts made, and how many there may be in this round
	Badness   Badness
	Pages     int
}

const (
	// leastGain is by how much a wish has to make an issue better: less is
	// seen by nobody.
	leastGain = 5 * blankLine
	// shrinkPrice is what a smaller photo or headline has to gain more. The
	// make-up weighs what is smaller than natural; what was wished for weighs
	// nothing, and would be a gain by itself.
	shrinkPrice = 10 * blankLine
	// mostTries ends the search.
	mostTries = 600
	// mostAgain is how many of the wishes that looked best are tried again
	// after one was taken, before all are.
	mostAgain = 16
)

// Improve looks for wishes that make an issue better. It tries one more wish
// at a time, each with the issue laid out whole: photo and headline size and
// columns, of stories whose editor has not wished that kind of thing, and,
// where it is the photo's size, whose reporter has not either. It takes the one
// that gains most, until none gains enough, and in the end gives up those that
// the others made idle. Pins, order and what may go on overleaf stay, the leading
// story keeps its headline, and no story loses the place that it has, not even a
// filler. The same issue always gets the same wishes.
//
// Where ctx ends, what is found so far counts and there is no error.
func Improve(ctx context.Context, issue bulletin.Issue, pieces []Piece, s styles.Style, show func(Trying)) (Improvement, error) {
	m := improving{ctx: ctx, issue: issue, pieces: pieces, style: s, show: show}
	m.memory.hoards = true
	m.issue.Slots = slices.Clone(issue.Slots)
	doc, err := m.memory.Issue(m.issue, pieces, s)
	if err != nil {
		return Improvement{}, err
	}
	m.now, m.troubles = doc, troubles(doc)
	m.found = Improvement{Before: doc.Badness(), Pages: [2]int{len(doc.Pages), len(doc.Pages)}, White: [2]int{doc.White(), doc.White()}, Tries: 1}
	m.look()
	m.offers = m.allOffers()
	for m.round() {
	}
	m.dropIdle()
	m.found.After, m.found.Pages[1], m.found.White[1] = m.now.Badness(), len(m.now.Pages), m.now.White()
	return m.found, nil
}

// improving is an issue on the way.
type improving struct {
	ctx    context.Context
	memory Memory
	issue  bulletin.Issue // with what was found so far
	pieces []Piece
	style  styles.Style
	show   func(Trying)

	now      *Document
	troubles int // findings of wishes that are not met
	offers   []offer
	found    Improvement

	leads     bulletin.ID          // the issue
	briefs    map[bulletin.ID]bool // that could stand in a box
	suitsWide map[bulletin.ID]bool // stories that a photo over the whole width suits
}

// offer is a wish that may be taken.
type offer struct {
	Wish
	gain Badness // when it was tried last, its price paid
}

// look notes which stories are briefs that could stand in a box, and which carry
// a photo over the whole width.
func (m *improving) look() {
	m.briefs, m.suitsWide = map[bulletin.ID]bool{}, map[bulletin.ID]bool{}
	stories := m.memory.storiesOf(&m.issue, m.pieces)
	of := map[string]int{}
	if len(stories) > 0 {
		m.leads = stories[0].piece.ID
	}
	for i := range stories {
		if stories[i].brief {
			of[stories[i].filed]++
		}
	}
	for i := range stories {
		s := &stories[i]
		m.briefs[s.piece.ID] = s.brief && of[s.filed] >= m.style.Briefs.Least
		m.suitsWide[s.piece.ID] = m.memory.bench.carriesWide(m.memory.bench.newUnit(*s))
	}
}

// price is what a wish has to gain before it counts. The make-up weighs what is
// smaller than natural, a brief beside its box and a narrow leading story; what was
// wished for weighs nothing, and would be a gain by itself.
func (m *improving) price(w Wish) Badness {
	price := w.price()
	if m.briefs[w.Article] && (w.Columns != 0 || w.Headline != "") {
		price += weigh.Scattered
	}
	if w.Columns != 0 && w.Article == m.leads {
		price += Badness(max(0, widthOfLead(m.style.Grid.Columns)-w.Columns)) * weigh.LeadNarrow
	}
	return price
}

func (w Wish) price() Badness {
	if w.Photo == bulletin.SizeSmall || w.Photo == bulletin.SizeColumn ||
		w.Headline == bulletin.HeadlineSmall || w.Headline == bulletin.HeadlineMedium {
		return shrinkPrice
	}
	return 0
}

// sameKind reports two wishes of which a story can have one.
func (w Wish) sameKind(o Wish) bool {
	return w.Article == o.Article && (w.Columns != 0) == (o.Columns != 0) &&
		(w.Headline != "") == (o.Headline != "") && (w.Photo != "") == (o.Photo != "")
}

// allOffers are the wishes that an issue leaves open, those of the worst pages
// first.
func (m *improving) allOffers() []offer {
	var all []offer
	for i, slot := range m.issue.Slots {
		at := slices.IndexFunc(m.pieces, func(p Piece) bool { return p.ID == slot.Article })
		if at < 0 {
			continue
		}
		all = append(all, m.offersOf(slot, &m.pieces[at].Article, i == 0 || slot.Lead)...)
	}
	worst := map[bulletin.ID]Badness{}
	for _, s := range m.now.Stories {
		worst[s.Article] = max(m.now.PageBadness(s.FirstPage), m.now.PageBadness(s.LastPage))
	}
	slices.SortStableFunc(all, func(a, b offer) int { return cmp.Compare(worst[b.Article], worst[a.Article]) })
	return all
}

func (m *improving) offersOf(slot bulletin.Slot, a *bulletin.Article, leads bool) []offer {
	var all []offer
	add := func(w Wish) {
		w.Article = slot.Article
		all = append(all, offer{Wish: w})
	}
	if slot.PhotoSize == "" && sizesOpen(a) {
		if !leads {
			add(Wish{Photo: bulletin.SizeSmall})
		}
		add(Wish{Photo: bulletin.SizeColumn})
		if m.suitsWide[slot.Article] {
			add(Wish{Photo: bulletin.SizeWide})
		}
	}
	if slot.HeadlineSize == "" && hasText(a.Headline) && !leads {
		add(Wish{Headline: bulletin.HeadlineMedium})
		if m.carriesLarge(slot.Article) {
			add(Wish{Headline: bulletin.HeadlineLarge})
		} else {
			add(Wish{Headline: bulletin.HeadlineSmall})
		}
	}
	if slot.Columns == 0 {
		for n := range m.style.Grid.Columns {
			add(Wish{Columns: n + 1})
		}
	}
	return all
}

// carriesLarge reports a story that may be given a large headline, and no small one.
func (m *improving) carriesLarge(id bulletin.ID) bool {
	return slices.ContainsFunc(m.now.Stories, func(s Story) bool { return s.Article == id && carriesLarge(&m.style, s.Lines) })
}

// sizesOpen reports photos whose size the reporter leaves to the make-up.
func sizesOpen(a *bulletin.Article) bool {
	return len(a.Photos) > 0 && !slices.ContainsFunc(a.Photos, func(p bulletin.Photo) bool { return p.Size != "" })
}

// over reports that no more is to be tried.
func (m *improving) over() bool { return m.ctx.Err() != nil || m.found.Tries >= mostTries }

// round takes the best wish; false where there is none that gains enough. What
// gained most before is tried first, and all else only where that gains
// nothing now.
func (m *improving) round() bool {
	slices.SortStableFunc(m.offers, func(a, b offer) int { return cmp.Compare(b.gain, a.gain) })
	first := len(m.offers)
	if len(m.found.Wishes) > 0 {
		first = min(first, mostAgain)
	}
	best, doc := m.bestOf(0, first)
	if doc == nil {
		best, doc = m.bestOf(first, len(m.offers))
	}
	if doc == nil {
		return false
	}
	m.take(best, doc)
	return !m.over()
}

// bestOf tries the offers from one to another, and gives the best of them with
// its document; none where nothing gains enough.
func (m *improving) bestOf(from, to int) (best Wish, doc *Document) {
	gain := leastGain - 1
	for i := from; i < to && !m.over(); i++ {
		o := &m.offers[i]
		tried := m.try(func(issue *bulletin.Issue) { o.Of(slotIn(issue, o.Article)) }, to-i)
		if tried == nil {
			o.gain = -hopeless
			continue
		}
		o.gain = m.now.Badness() - tried.Badness() - m.price(o.Wish)
		if o.gain > gain {
			gain, best, doc = o.gain, o.Wish, tried
		}
	}
	return best, doc
}

// try lays the issue out with a change; nil where a wish is not met with it
// that would be without, or a story is left out that has a place. left is how many tries the round has yet.
func (m *improving) try(change func(*bulletin.Issue), left int) *Document {
	issue := m.issue
	issue.Slots = slices.Clone(issue.Slots)
	change(&issue)
	doc, err := m.memory.Issue(issue, m.pieces, m.style)
	m.found.Tries++
	if m.show != nil {
		m.show(Trying{m.found.Tries, m.found.Tries + left - 1, m.now.Badness(), len(m.now.Pages)})
	}
	if err != nil || troubles(doc) > m.troubles || !doc.hasAllOf(m.now) {
		return nil
	}
	return doc
}

// take takes a wish; its story gets no other of that kind.
func (m *improving) take(w Wish, doc *Document) {
	w.Of(slotIn(&m.issue, w.Article))
	m.now, m.troubles = doc, troubles(doc)
	m.found.Wishes = append(m.found.Wishes, w)
	m.offers = slices.DeleteFunc(m.offers, func(o offer) bool { return o.sameKind(w) })
}

// dropIdle gives up wishes without which the issue is as good.
func (m *improving) dropIdle() {
	for i := 0; i+1 < len(m.found.Wishes); {
		if m.ctx.Err() != nil {
			return
		}
		w := m.found.Wishes[i]
		without := func(issue *bulletin.Issue) { w.none(slotIn(issue, w.Article)) }
		doc := m.try(without, len(m.found.Wishes)-i-1)
		if doc == nil || doc.Badness() > m.now.Badness() {
			i++
			continue
		}
		without(&m.issue)
		m.now, m.troubles = doc, troubles(doc)
		m.found.Wishes = slices.Delete(m.found.Wishes, i, i+1)
	}
}

// none takes the wish back.
func (w Wish) none(slot *bulletin.Slot) {
	switch {
	case w.Columns != 0:
		slot.Columns = 0
	case w.Headline != "":
		slot.HeadlineSize = ""
	default:
		slot.PhotoSize = ""
	}
}

// hasAllOf reports whether all stories have a place that another make-up has one
// for.
func (d *Document) hasAllOf(other *Document) bool {
	return !slices.ContainsFunc(other.Stories, func(s Story) bool {
		return !slices.ContainsFunc(d.Stories, func(here Story) bool { return here.Article == s.Article })
	})
}

// White is how many lines of one column the make-up left blank on all pages.
func (d *Document) White() (lines int) {
	for _, page := range d.Pages {
		lines += page.White
	}
	return lines
}

// slotIn is the slot of a story that the issue has.
func slotIn(issue *bulletin.Issue, id bulletin.ID) *bulletin.Slot {
	return &issue.Slots[slices.IndexFunc(issue.Slots, func(s bulletin.Slot) bool { return s.Article == id })]
}

// troubles counts what came out otherwise than it should: wishes that are not
// met, stories that are left out, photos that are too coarse for their size.
func troubles(d *Document) int {
	n := 0
	for _, f := range d.Findings {
		if f.Severity != bulletin.Hint {
			n++
		}
	}
	return n
}
