package layout

import (
	"strings"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// mayBeBrief reports a story that may stand in a box of briefs: short news
// without photos, or what the reporter filed under "Tin vắn", that nobody
// wants to stand alone or in another form.
func (k *Memory) mayBeBrief(s *story) bool {
	a, w := &s.piece.Article, s.wish
	if w.Alone || w.Lead || w.Columns != 0 || w.HeadlineSize != "" {
		return false
	}
	if !hasText(a.Headline) || s.words >= k.style.Briefs.Words {
		return false
	}
	if filedAsBrief(a) {
		return len(a.Photos) <= 1
	}
	return (a.Genre == bulletin.News || a.Genre == "") && len(a.Photos) == 0
}

// filedAsBrief reports a story of the section that is called as a box of
// briefs is.
func filedAsBrief(a *bulletin.Article) bool {
	return viet.Fold(strings.TrimSpace(a.Section)) == viet.Fold(page("briefs", nil))
}

// sectionOfBrief is what a brief has in common with those in one box with it:
// their section, which is empty for all that are only short news.
func sectionOfBrief(s *story) string {
	if a := &s.piece.Article; !filedAsBrief(a) {
		return viet.Fold(strings.TrimSpace(a.Section))
	}
	return ""
}

// boxPage is the page that the box of a brief belongs on, 0 for any: briefs that are
// pinned to page one share a box with those that may stand anywhere, or have one apart.
func boxPage(s *story) int {
	if s.wish.Page == 1 && !s.apart {
		return 0
	}
	return s.wish.Page
}

// titleOf is the title over a box of briefs: their section.
func titleOf(briefs []story) string {
	if sectionOfBrief(&briefs[0]) == "" {
		return page("briefs", nil)
	}
	return briefs[0].piece.Article.Section
}

// boxInset is how far the words of a box stand in from its edges.
func (st *setter) boxInset() Length {
	if st.style.Briefs.Frame == styles.Plain || st.style.Briefs.Frame == styles.Ruled {
		return 0
	}
	return Length(st.style.Briefs.Padding)
}

// boxColumn is the width of one of the columns of a box.
func (st *setter) boxColumn(span int) Length {
	inner := st.widthOf(span) - 2*st.boxInset()
	return (inner - Length(span-1)*Length(st.style.Grid.Gutter)) / Length(span)
}

// boxHead is the title of the box.
func (st *setter) boxHead(title string, span int) head {
	return st.titleOfBox(title, span, st.boxInset())
}

// titleOfBox is the title of what stands under a rule of its own, set in by so
// much.
func (st *setter) titleOfBox(title string, span int, inset Length) head {
	v := voiceOf(st.style, st.style.Types.BriefsTitle)
	src := Source{Block: -1, Part: PartSection}
	t := st.plain(title, v, st.widthOf(span)-2*inset, src)
	above := Length(st.style.Briefs.Rule) + st.boxInset()/2
	h := head{bands: []band{white(above)}}
	for _, b := range bandsOf(t, src) {
		words := b.paint
		b.paint = func(x, top Length) []Item { return words(x+inset, top) }
		h.bands = append(h.bands, b)
	}
	h.rows = rowsFor(st.style, heightOf(h.bands)+Length(st.style.Grid.Leading)/4)
	return h
}

// pourBriefs makes the chunks of all briefs of a box over so many columns, one
// after another: each with its head in the column.
func (st *setter) pourBriefs(briefs []story, span int) []chunk {
	var all []chunk
	for i := range briefs {
		f := flow{setter: st, story: &briefs[i], span: 1, width: st.boxColumn(span), shown: map[string]bool{}}
		f.order = orderOfBody + i*(orderOfStory-2*orderOfBody)/(len(briefs)+1)
		f.inBox = true
		f.brief(i > 0)
		all = append(all, f.chunks...)
	}
	return all
}

// inFewLines is a text without emphasis, balanced where the voice asks for it and
// it takes no more lines so: in a box each line counts.
func (f *flow) inFewLines(text string, v voice, src Source) setting {
	t := f.plain(text, v, f.width, src)
	if !v.Balance || len(t.lines) < 2 {
		return t
	}
	v.Balance = false
	if filled := f.plain(text, v, f.width, src); len(filled.lines) < len(t.lines) {
		return filled
	}
	return t
}

// brief pours one brief, its head with it.
func (f *flow) brief(parted bool) {
	a, types := &f.story.piece.Article, &f.style.Types
	above := 0
	if parted {
		above = max(1, f.style.Briefs.Gap)
		f.partBriefs()
	}
	line := func(text string, v voice, field bulletin.Field) {
		v.Align = styles.Left
		v.Above, v.Below = above, 0
		src := f.source(field, -1)
		if t := f.inFewLines(text, v, src); len(t.lines) > 0 {
			f.lines(t, src, 0)
			above, f.glue, f.dress = 0, true, nil
		}
	}
	line(a.Kicker, voiceOf(f.style, types.Kicker), bulletin.FieldKicker)
	line(a.Headline, voiceOf(f.style, types.BriefHeadline), bulletin.FieldHeadline)
	line(a.Deck, voiceOf(f.style, types.Affiliation), bulletin.FieldDeck)
	if hasText(a.Standfirst) {
		v := voiceOf(f.style, types.BriefBody)
		v.indent = 0
		v.face = v.face.Emphasised(true, false)
		src := f.source(bulletin.FieldStandfirst, -1)
		f.lines(f.text(a.Standfirst, v, f.width, src), src, 1)
		f.glue = false
	}
	for i, b := range a.Body {
		f.block(i, b)
	}
	f.dateline()
	if !f.runIn() {
		f.byline()
	}
}

// runInGap is the least white before a byline on the last line of its text.
const runInGap = 12 * Point

// runIn puts the byline at the right on the last line of a brief's text; false
// where that has no room for it.
func (f *flow) runIn() bool {
	a := &f.story.piece.Article
	if len(a.Body) == 0 || a.Body[len(a.Body)-1].Kind != bulletin.Paragraph || hasText(a.Affiliation) || !hasText(a.Byline) {
		return false
	}
	src := f.source(bulletin.FieldByline, -1)
	t := f.plain(a.Byline, voiceOf(f.style, f.style.Types.Byline), f.width, src)
	if len(t.lines) != 1 || f.tail == 0 || f.tail+runInGap+t.lines[0].natural() > f.width {
		return false
	}
	leading, ascent := Length(f.style.Grid.Leading), Length(f.style.Grid.Ascent)
	last := &f.chunks[len(f.chunks)-1]
	s := &last.strips[len(last.strips)-1]
	words, up := s.paint, Length(s.rows-1)*leading+ascent
	s.paint = func(x, top Length, atTop bool) []Item {
		return append(words(x, top, atTop), t.place(t.lines[0], x, top+up, src)...)
	}
	return true
}

// partBriefs draws a hairline over the next lines, where the style leaves no
// more than that between briefs.
func (f *flow) partBriefs() {
	if f.style.Briefs.Gap > 0 {
		return
	}
	rule := Fill{Rect{Width: f.width, Height: Length(f.style.Story.Rule)}, inkOf(f.style, f.style.Story.RuleInk)}
	up := Length(f.style.Grid.Leading) / 2
	f.dress = func(s *strip) {
		words := s.paint
		s.paint = func(x, top Length, atTop bool) []Item {
			items := words(x, top, atTop)
			if atTop {
				return items
			}
			r := rule
			r.Box.X, r.Box.Y = x, top-up
			return append([]Item{r}, items...)
		}
	}
}

// boxFrame paints what makes a box of so many rows stand out.
func (m *makeup) boxFrame(span, rows int) {
	b := m.style.Briefs
	thick, leading := Length(b.Rule), Length(m.style.Grid.Leading)
	box := Rect{m.left(), m.top(m.row), m.widthOf(span), Length(rows)*leading - leading/4}
	ink := inkOf(m.style, b.RuleInk)
	over := Fill{Rect{box.X, box.Y, box.Width, thick}, ink}
	under := Fill{Rect{box.X, box.Bottom() - thick, box.Width, thick}, ink}
	switch b.Frame {
	case styles.Tint:
		m.add(m.order-1, []Item{Fill{box, inkOf(m.style, b.Ground)}, over})
	case styles.Ruled:
		m.add(m.order-1, []Item{over, under})
	case styles.Boxed:
		left := Fill{Rect{box.X, box.Y, thick, box.Height}, ink}
		right := Fill{Rect{box.Right() - thick, box.Y, thick, box.Height}, ink}
		m.add(m.order-1, []Item{over, under, left, right})
	}
}
