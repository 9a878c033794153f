package layout

import (
	"slices"
	"strings"

	"bantin/bulletin"
)

// flow is the body of one story as chunks for columns of one width.
type flow struct {
	*setter
	story  *story
	span   int    // columns of the story
	width  Length // of one of them
	chunks []chunk
	order  int
	shown  map[string]bool // photos that stand in the flow already
	dated  bool            // whether the dateline stands
	indent bool            // whether the next paragraph is indented
	inBox  bool            // whether it is for the box of briefs
	glue   bool            // whether the next lines stay with the chunk before
	dress  func(*strip)    // changes each strip of lines, or nil
	whole  int             // texts of so many lines are not parted
	inset  Length          // that verse is set in by, and its byline from the right
	tail   Length          // of the last line of the last paragraph, with its indent
	texts  bool            // only texts are set: there are no chunks of lines
}

// orderOfBody is over the order of anything in a story's head.
const orderOfBody = 100_000

// pour makes the chunks of a story's body over so many columns: dateline,
// blocks, photos that nobody placed, byline. The photo lead is left out: it
// stands elsewhere, and so does the standfirst unless asked for.
func (st *setter) pour(s *story, span int, lead string, standfirst bool) []chunk {
	return st.pourStep(s, span, lead, standfirst, 0)
}

// pourStep is pour with the photos of a picture story lower by so many steps.
func (st *setter) pourStep(s *story, span int, lead string, standfirst bool, step int) []chunk {
	f := flow{setter: st, story: s, span: span, width: Length(st.style.ColumnWidth()), shown: map[string]bool{}}
	return f.pour(lead, standfirst, step)
}

// setTexts sets the texts of a story's body, photos and all, so that they are
// remembered.
func (st *setter) setTexts(s *story, span int, standfirst bool) {
	f := flow{setter: st, story: s, span: span, width: Length(st.style.ColumnWidth()), shown: map[string]bool{}, texts: true}
	f.pour("", standfirst, 0)
}

func (f *flow) pour(lead string, standfirst bool, step int) []chunk {
	if lead != "" {
		f.shown[lead] = true
	}
	f.order, f.inset = orderOfBody, f.verseInset()
	a := &f.story.piece.Article
	if f.isGallery(a) {
		f.inRows(step)
	}
	if standfirst {
		f.standfirst()
	}
	if isCrowded(a) {
		f.crowded(step)
		return f.chunks
	}
	unplaced := unplacedPhotos(a)
	for n := range a.Body {
		i := f.story.blockAt(n)
		for _, p := range unplaced[i] {
			f.photo(p, -1)
		}
		f.block(i, a.Body[i])
	}
	f.dateline()
	for _, p := range unplaced[len(a.Body)] {
		f.photo(p, -1)
	}
	f.byline()
	return f.chunks
}

// inRows has the photos in rows, as far as their captions let them be.
func (f *flow) inRows(step int) bool {
	known := len(f.findings)
	ok := f.gallery(step)
	if !ok {
		f.findings = f.findings[:known]
	}
	return ok
}

// crowded has the text of a story, its byline, and then its many photos.
func (f *flow) crowded(step int) {
	a := &f.story.piece.Article
	for i, b := range a.Body {
		if b.Kind != bulletin.PhotoAnchor {
			f.block(i, b)
		}
	}
	f.dateline()
	f.byline()
	if f.texts || f.inRows(step) {
		return
	}
	for i := range a.Photos {
		f.photo(&a.Photos[i], -1)
	}
}

// standfirst begins the flow of a story that is too broad for a line across
// it.
func (f *flow) standfirst() {
	src := f.source(bulletin.FieldStandfirst, -1)
	f.lines(f.text(f.story.piece.Article.Standfirst, voiceOf(f.style, f.style.Types.Standfirst), f.width, src), src, 0)
	f.glue, f.indent = false, false
}

func (f *flow) source(field bulletin.Field, block int) Source {
	src := Source{Article: f.story.piece.ID, Field: field, Block: block}
	if body := f.story.piece.Article.Body; field == bulletin.FieldBody && block >= 0 {
		switch body[block].Kind {
		case bulletin.Crosshead:
			src.Part = PartCrosshead
		case bulletin.Quote:
			src.Part = PartQuote
		}
	}
	return src
}

func (f *flow) block(i int, b bulletin.Block) {
	types := &f.style.Types
	src := f.source(bulletin.FieldBody, i)
	if b.Kind != bulletin.PhotoAnchor {
		f.dateline()
	}
	switch b.Kind {
	case bulletin.PhotoAnchor:
		if p := f.story.piece.Article.PhotoByID(b.Photo); p != nil {
			f.photo(p, i)
		}
	case bulletin.Crosshead:
		f.crosshead(f.text(b.Text, voiceOf(f.style, types.Crosshead), f.width, src), src)
	case bulletin.Quote:
		f.quote(b.Text, src)
	default:
		if f.story.piece.Article.Genre == bulletin.Poem {
			f.stanza(b.Text, src)
			return
		}
		f.paragraph(b.Text, src)
	}
}

// dateline stands once, before the first text of the body.
func (f *flow) dateline() {
	if f.dated {
		return
	}
	f.dated = true
	src := f.source(bulletin.FieldDateline, -1)
	text := f.story.piece.Article.Dateline
	f.crosshead(f.plain(text, voiceOf(f.style, f.style.Types.Dateline), f.width, src), src)
}

// crosshead adds lines that stay with the text after them.
func (f *flow) crosshead(t setting, src Source) {
	if len(t.lines) == 0 {
		return
	}
	f.lines(t, src, 0)
	f.glue, f.indent = true, false
}

func (f *flow) paragraph(text string, src Source) {
	v := voiceOf(f.style, f.style.Types.Body)
	if f.inBox {
		v = voiceOf(f.style, f.style.Types.BriefBody)
	}
	if !f.indent {
		v.indent = 0
	}
	t := f.text(text, v, f.width, src)
	if len(t.lines) == 0 {
		return
	}
	question := isQuestion(text) && len(t.lines) <= 3
	known := len(f.chunks)
	f.lines(t, src, 1)
	if question && known < len(f.chunks) {
		f.chunks[known].strips[0].movable = true
	}
	last := &t.lines[len(t.lines)-1]
	f.tail = last.indent + last.natural()
	f.glue, f.indent = question, true
}

// isQuestion reports a paragraph that is bold from end to end, as the
// questions of an interview are: it stays with what follows.
func isQuestion(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasPrefix(text, "<b>") && strings.HasSuffix(text, "</b>") && strings.Count(text, "<b>") == 1
}

// lines adds the lines of a text so that a column neither begins nor ends with
// a single one of them, and none holds a single one; short texts stay whole.
// body says how many lines of body text each counts for.
func (f *flow) lines(t setting, src Source, body int) {
	n := len(t.lines)
	f.order++
	if f.texts {
		return
	}
	strips := make([]strip, 0, n) // of all chunks, each its own
	text := &linesOf{setting: t, source: src, leading: Length(f.style.Grid.Leading), ascent: Length(f.style.Grid.Ascent)}
	pliant := body > 0 && f.dress == nil && text.mayBend()
	f.chunks = slices.Grow(f.chunks, n)
	for from := 0; from < n; {
		to := from + 1
		switch {
		case n <= max(3, f.whole):
			to = n
		case from == 0:
			to = 2
		case from == n-2:
			to = n
		}
		strips = append(strips, f.lineStrip(text, from, to))
		s := &strips[len(strips)-1]
		s.lines = body * s.rows
		if pliant {
			s.of, s.till = text, to
		}
		if f.dress != nil {
			f.dress(s)
		}
		next := chunk{strips: strips[len(strips)-1 : len(strips) : len(strips)], high: s.rows, inner: from > 0 && to < n}
		if from == 0 && f.glue {
			f.chunks = keep(f.chunks, next)
		} else {
			f.chunks = append(f.chunks, next)
		}
		from = to
	}
}

// lineStrip is some lines of a text, one on each grid line.
func (f *flow) lineStrip(t *linesOf, from, to int) strip {
	s := strip{rows: to - from, order: f.order, paint: t.painted(from, to)}
	if from == 0 {
		s.above = t.voice.Above
		s.movable = t.voice.Above > 0
	}
	if to == len(t.lines) {
		s.below = t.voice.Below
	}
	return s
}

// wholeQuote is the number of lines up to which a quotation is never parted.
const wholeQuote = 6

// quote adds a quotation: set in, with a rule at its left.
func (f *flow) quote(text string, src Source) {
	q := f.style.Quote
	inset := Length(q.Indent)
	t := f.text(text, voiceOf(f.style, f.style.Types.Quote), f.width-inset, src)
	if len(t.lines) == 0 {
		return
	}
	rule := Fill{Ink: inkOf(f.style, q.RuleInk), Box: Rect{Width: Length(q.Rule)}}
	leading := Length(f.style.Grid.Leading)
	f.dress = func(s *strip) {
		ruled(s, rule, inset, f.capInset(), leading)
		s.airy = s.below > 0
	}
	f.whole = wholeQuote
	known := len(f.chunks)
	f.lines(t, src, 1)
	f.dress, f.whole = nil, 0
	for i := known; i < len(f.chunks); i++ {
		f.chunks[i].quote = true
	}
	f.glue, f.indent = false, false
}

// ruled sets a strip in and draws the rule beside it.
func ruled(s *strip, rule Fill, inset, capInset, leading Length) {
	text, rows, first := s.paint, s.rows, s.above > 0
	s.paint = func(x, top Length, atTop bool) []Item {
		r := rule
		r.Box.X, r.Box.Y, r.Box.Height = x, top, Length(rows)*leading
		if first {
			r.Box.Y += capInset
			r.Box.Height -= capInset
		}
		return append([]Item{r}, text(x+inset, top, atTop)...)
	}
}

// byline adds who wrote it, at the right under the last lines.
func (f *flow) byline() {
	a, types := &f.story.piece.Article, &f.style.Types
	f.glue = len(f.chunks) > 0
	for _, part := range []struct {
		field bulletin.Field
		text  string
		voice voice
	}{
		{bulletin.FieldByline, a.Byline, voiceOf(f.style, types.Byline)},
		{bulletin.FieldAffiliation, a.Affiliation, voiceOf(f.style, types.Affiliation)},
	} {
		src := f.source(part.field, -1)
		t := f.plain(part.text, part.voice, f.width, src)
		f.dress = func(s *strip) {
			s.closing = true
			s.setIn(-f.inset)
		}
		f.lines(t, src, 0)
		f.dress = nil
		f.glue = len(f.chunks) > 0
	}
}
