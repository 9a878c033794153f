package layout

import (
	"slices"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// unit is what the make-up places in one piece: a story, briefs in a box, or a
// hole that is left for a picture.
type unit struct {
	story
	given    story          // as it came
	briefs   []story        // of a box
	title    string         // of the box
	hole     *bulletin.Hole // or nil
	nth      int            // of the hole among those of the issue
	pin      int            // the page that it must begin on, or 0
	pictured bool
	lead     *bulletin.Photo // that may stand under the headline, or nil
	findings []bulletin.Finding

	// What was found out about it, each when it was first asked for.
	heads  map[headKey]head
	flows  map[flowKey][]chunk
	leads  map[leadKey]*figure
	shapes [mostColumns + 1]*shapes // by columns
	runs   [mostColumns + 1][]*runTable
	cuts   map[cutKey]area
	bodies map[courseKey][]course
	ways   [mostColumns + 1][]wayOfRun // of runs, by columns

	measured bool
	breaks   int // see neededBreaks

	weighed bool
	least   Badness // see leastOf

	guises []*unit // of an opened unit; see open
	opened *unit   // with all its guises, or nil
}

type headKey struct{ span, smaller int }

type flowKey struct {
	step       int  // of the style's Fit, 0 for the natural photos
	led        bool // without the lead photo
	standfirst bool // which begins with the standfirst
	broad      bool // with its broad photo across the columns
	span       int  // 0 where the flow is the same over any number of columns
}

type leadKey struct {
	columns int
	slim    int
}

// way is one of the ways in which a story may be set over some columns.
type way struct {
	smaller  int // headline sizes under the natural one
	step     int // photos smaller by the style's Fit
	lead     int // columns of the photo under the headline, 0 for none there
	leadRows int // its height

	broad bool // another photo across the columns; see broadPhoto
	slim  int  // grid lines of a photo under the headline that has its words beside it, else 0; see slimLead
}

// headOver is the unit's head over so many columns.
func (u *unit) headOver(st *setter, span, smaller int) head {
	key := headKey{span, smaller}
	h, ok := u.heads[key]
	if !ok {
		if u.briefs != nil {
			h = st.boxHead(u.title, span)
		} else {
			h = st.headOf(&u.story, span, smaller)
		}
		u.heads[key] = h
	}
	return h
}

// flowOver is the unit's body over so many columns, under a head over
// headSpan.
func (u *unit) flowOver(b *bench, span, headSpan, step int, led bool) []chunk {
	w := way{step: step}
	if led {
		w.lead = 1
	}
	return u.flowIn(b, span, headSpan, w)
}

// flowIn is flowOver in a way.
func (u *unit) flowIn(b *bench, span, headSpan int, w way) []chunk {
	step, led := w.step, w.lead > 0
	key := flowKey{step: step, led: led, standfirst: b.standfirstInFlow(headSpan), broad: w.broad, span: span}
	if u.briefs == nil && !w.broad && !u.hasWide(led) && !b.isGallery(&u.piece.Article) {
		key.span = 0
	}
	return u.flow(b, key)
}

// flow is the flow that a key names.
func (u *unit) flow(b *bench, key flowKey) []chunk {
	f, ok := u.flows[key]
	if !ok {
		f = u.poured(b, key)
		u.flows[key] = f
	}
	return f
}

func (u *unit) poured(b *bench, key flowKey) []chunk {
	st := b.steps[key.step]
	if u.briefs != nil {
		return st.pourBriefs(u.briefs, key.span)
	}
	name, told, span := "", &u.story, max(1, key.span)
	if key.led {
		name = u.lead.ID
	}
	if key.broad {
		told = u.withBroad(b.broadPhoto(u))
	}
	return st.pourStep(told, span, name, key.standfirst, key.step)
}

// hasWide reports a body with photos across its columns.
func (u *unit) hasWide(led bool) bool {
	if u.briefs != nil {
		return false
	}
	a := &u.piece.Article
	if isCrowded(a) {
		return true
	}
	for i := range a.Photos {
		p := &a.Photos[i]
		if wantsWidth(a, p) && !(led && p == u.lead) {
			return true
		}
	}
	return false
}

// leadOver is the figure of the lead photo over so many columns, or nil where
// its words are too many to stay with it.
func (u *unit) leadOver(st *setter, columns int) *figure {
	key := leadKey{columns: columns}
	f, ok := u.leads[key]
	if !ok {
		fig := st.figure(u.piece.ID, u.lead, u.leadBlock(), st.widthOf(columns))
		if len(fig.overflow) == 0 {
			f = &fig
		}
		u.leads[key] = f
	}
	return f
}

// leadBlock is the block of the body that calls for the lead photo, or -1.
func (u *unit) leadBlock() int {
	for i, b := range u.piece.Article.Body {
		if b.Kind == bulletin.PhotoAnchor && b.Photo == u.lead.ID {
			return i
		}
	}
	return -1
}

// LeadPhoto is the photo of an article whose size a wish of the issue decides, by
// its ID; "" where there is none.
func LeadPhoto(a *bulletin.Article) string {
	if lead := leadPhoto(a); lead != nil {
		return lead.ID
	}
	return ""
}

// leadPhoto is the photo that may stand under the headline: the first that
// wants the width of the story, else the first in the run of the text, else
// the first of all.
func leadPhoto(a *bulletin.Article) *bulletin.Photo {
	var first *bulletin.Photo
	consider := func(p *bulletin.Photo) bool {
		if p == nil {
			return false
		}
		if first == nil {
			first = p
		}
		if wantsWidth(a, p) {
			first = p
			return true
		}
		return false
	}
	for _, b := range a.Body {
		if b.Kind == bulletin.PhotoAnchor && consider(a.PhotoByID(b.Photo)) {
			return first
		}
	}
	if first != nil {
		return first
	}
	for i := range a.Photos {
		if consider(&a.Photos[i]) {
			break
		}
	}
	return first
}

// look sets a story once, to count its lines and to tell what cannot be set.
func (s *story) look(style *styles.Style) []bulletin.Finding {
	loud, columns := newSetter(style), style.Grid.Columns
	loud.headOf(s, columns, 0)
	s.lines = lines(loud.pour(s, columns, "", loud.standfirstInFlow(columns)))
	return append(loud.findings, loud.missingFindings()...)
}

// newUnit makes a story a unit and notes, once, what cannot be set.
func (b *bench) newUnit(s story) *unit {
	u := b.emptyUnit()
	s.piece.Article = s.piece.Article.Clone() // it is kept
	u.given, u.story, u.pin = s, s, s.wish.Page
	u.story.piece.Article.Photos = slices.Clone(s.piece.Article.Photos)
	u.wear(s.guise)
	u.heedPhotoSize(b.style)
	a := &u.story.piece.Article
	u.pictured, u.lead = len(a.Photos) > 0, leadPhoto(a)
	if b.isGallery(a) {
		u.lead = nil
	}
	if u.lead != nil && u.lead.Size == bulletin.SizeSmall {
		u.lead = nil
	}
	if s.lines == 0 {
		u.findings = u.story.look(b.style)
	}
	b.heed(u)
	return u
}

// newBox makes briefs a unit.
func (b *bench) newBox(briefs []story) *unit {
	u := b.emptyUnit()
	u.briefs, u.title = slices.Clone(briefs), titleOf(briefs)
	briefs = u.briefs
	u.story = story{piece: briefs[0].piece, rank: briefs[0].rank}
	for i := range briefs {
		briefs[i].piece.Article = briefs[i].piece.Article.Clone() // it is kept
		u.pin = max(u.pin, briefs[i].wish.Page)
		u.pictured = u.pictured || len(briefs[i].piece.Article.Photos) > 0
		u.findings = slices.Concat(u.findings, briefs[i].look(b.style), briefs[i].photolessWish())
	}
	return u
}

func (b *bench) emptyUnit() *unit {
	return &unit{
		heads: map[headKey]head{}, flows: map[flowKey][]chunk{}, leads: map[leadKey]*figure{}, cuts: map[cutKey]area{},
		bodies: map[courseKey][]course{},
	}
}
