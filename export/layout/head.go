package layout

import (
	"bantin/assets/styles"
	"bantin/bulletin"
)

// band is a slice of a story's head, as wide as the story: a line of a
// headline, a rule, white. It is not cut.
type band struct {
	height Length
	paint  func(x, top Length) []Item // nil for white
	white  bool                       // dropped at the head of a page
	opens  bool                       // a row more may stand here; see openHead
}

// story is one article on its way to the page.
type story struct {
	piece     Piece
	section   string        // to be shown above it, or empty
	rank      int           // 0 for the leading story
	words     int           // of its text
	wish      bulletin.Slot // of the editor
	edition   int           // the number of its text
	brief     bool          // may stand in a box of briefs
	filed     string        // what it has in common with those in one box with it
	single    bool          // stands in no box all the same
	apart     bool          // pinned to page one, it shares a box with such only
	leader    bool          // leads the issue
	sole      bool          // there is no other
	elsewhere bool          // belongs on a page of its own, wherever the others are
	lines     int           // of its body
	guise     guise
	early     int // paragraphs that the photo after the last of them comes before
	// Bounds of the size of its headline, or none; see usualCrown.
	least Length
	most  styles.Step
}

// Whites inside a story's head.
const (
	afterKicker   = 2 * Point
	afterHeadline = 6 * Point
	afterHead     = 4 * Point
)

// head is what stands over the columns of a story.
type head struct {
	bands   []band
	rows    int // grid lines
	lines   int // of the headline
	smaller int // by how many sizes its headline is under the natural one
}

// widthOf is the width of so many columns with the gutters between them.
func (st *setter) widthOf(span int) Length {
	return Length(span)*Length(st.style.ColumnWidth()) + Length(span-1)*Length(st.style.Grid.Gutter)
}

// widestStandfirst is the longest line of a standfirst that can be read, in
// ems of its size.
const widestStandfirst = 58

// standfirstInFlow reports that a story over so many columns has its
// standfirst at the head of the first of them.
func (st *setter) standfirstInFlow(span int) bool {
	return span > 1 && st.widthOf(span) > widestStandfirst*Length(st.style.Types.Standfirst.Size)
}

// headOf sets a story's head over so many columns: section, kicker, headline,
// deck, standfirst. The headline is smaller by so many sizes than what its
// rank and length give it.
func (st *setter) headOf(s *story, span, smaller int) head {
	a, types := &s.piece.Article, &st.style.Types
	width := st.widthOf(span)
	var h head
	src := func(f bulletin.Field) Source { return Source{Article: s.piece.ID, Field: f, Block: -1} }
	add := func(t setting, src Source, after Length) {
		if len(t.lines) > 0 {
			h.bands = append(append(h.bands, bandsOf(t, src)...), band{height: after, white: true, opens: after > afterKicker})
		}
	}
	if s.section != "" {
		h.bands = append(h.bands, st.sectionHead(s.section, width, Source{Article: s.piece.ID, Block: -1, Part: PartSection})...)
	}
	add(st.plain(a.Kicker, voiceOf(st.style, types.Kicker), width, src(bulletin.FieldKicker)), src(bulletin.FieldKicker), afterKicker)
	headline, size := st.headlineSetting(s, span, smaller, src(bulletin.FieldHeadline))
	h.lines, h.smaller = len(headline.lines), size
	add(headline, src(bulletin.FieldHeadline), afterHeadline)
	add(st.plain(a.Deck, voiceOf(st.style, types.Deck), width, src(bulletin.FieldDeck)), src(bulletin.FieldDeck), afterHeadline)
	if !st.standfirstInFlow(span) {
		add(st.text(a.Standfirst, voiceOf(st.style, types.Standfirst), width, src(bulletin.FieldStandfirst)), src(bulletin.FieldStandfirst), afterHead)
	}
	h.bands = evened(h.bands, Length(st.style.Grid.Leading))
	h.rows = rowsFor(st.style, heightOf(h.bands))
	return h
}

// evened opens a head above its first line by a part of what the grid leaves
// over under it.
func evened(bands []band, leading Length) []band {
	if len(bands) == 0 {
		return nil
	}
	over := (leading - heightOf(bands)%leading) % leading
	return append([]band{white(over / 3)}, bands...)
}

// headlineSetting takes the largest of the sizes for the story and its columns in
// which the headline needs no more than the style's number of lines, and then one
// smaller by so many. size says how many sizes it is under the natural one.
func (st *setter) headlineSetting(s *story, span, smaller int, src Source) (t setting, size int) {
	v, width := voiceOf(st.style, st.style.Types.Headline), st.widthOf(span)
	text, sizes := s.piece.Article.Headline, st.headlineSizes(s, span)
	last := len(sizes) - 1
	for size = 0; ; size++ {
		t = st.plain(text, v.at(sizes[size]), width, src)
		if len(t.lines) <= st.style.Headline.MaxLines || size == last {
			break
		}
	}
	for ; smaller > 0 && size < last && Length(sizes[size+1].Size) >= s.least; smaller-- {
		size++
		t = st.plain(text, v.at(sizes[size]), width, src)
	}
	body := st.style.Types.Body
	for step := sizes[size]; step.Size > body.Size && st.tooHigh(t); {
		step = styles.Step{Size: max(body.Size, step.Size*4/5), Leading: max(body.Leading, step.Leading*4/5)}
		t = st.plain(text, v.at(step), width, src)
	}
	return t, size
}

// highestHeadline is the part of a page, one in so many, that a headline takes at
// most before it is set smaller than the style has it.
const highestHeadline = 4

// tooHigh reports a headline that nobody meant as one: of more lines than the
// style has, that would fill the page.
func (st *setter) tooHigh(t setting) bool {
	height := Length(len(t.lines)) * t.voice.leading
	page := Length(st.style.Grid.Rows) * Length(st.style.Grid.Leading)
	return len(t.lines) > st.style.Headline.MaxLines && height > page/highestHeadline
}

// longHeadline tells of a headline of far more lines than the style has, even in
// its smallest size.
func (b *bench) longHeadline(u *unit, h head, page int) []bulletin.Finding {
	most := b.style.Headline.MaxLines
	if u.briefs != nil || h.lines <= most+most/2 { // one line more is usual on small pages
		return nil
	}
	return []bulletin.Finding{{
		Rule: "headline_long", Severity: bulletin.Warning,
		Where: bulletin.Place{Article: u.piece.ID, Field: bulletin.FieldHeadline, Block: -1, Page: page},
		Args:  bulletin.Args{"headline": firstLetters(u.piece.Article.Headline), "lines": h.lines, "most": most},
	}}
}

// firstLetters are those of a text, as many as a finding quotes.
func firstLetters(text string) string {
	const most = 60
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most-1]) + "…"
}

// bandsOf makes a band of each line.
func bandsOf(t setting, src Source) []band {
	bands := make([]band, 0, len(t.lines))
	for _, l := range t.lines {
		bands = append(bands, band{height: t.voice.leading, paint: func(x, top Length) []Item {
			return t.place(l, x, top+t.voice.baseline(), src)
		}})
	}
	return bands
}

func white(height Length) band { return band{height: height, white: true} }

func heightOf(bands []band) Length {
	var h Length
	for _, b := range bands {
		h += b.height
	}
	return h
}

// rowsFor is how many grid lines a height takes.
func rowsFor(s *styles.Style, h Length) int {
	leading := Length(s.Grid.Leading)
	return int((h + leading - 1) / leading)
}
