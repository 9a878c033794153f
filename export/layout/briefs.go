package layout

import (
	"bantin/assets/styles"
	"bantin/bulletin"
)

// isBrief reports a story that may stand in the box of briefs: short news
// without photos that nobody wants elsewhere.
func (b *bench) isBrief(s *story) bool {
	a := &s.piece.Article
	w := s.wish
	switch a.Genre {
	case bulletin.News, bulletin.Announcement, "":
	default:
		return false
	}
	return len(a.Photos) == 0 && hasText(a.Headline) && a.Words() < b.style.Briefs.Words &&
		!w.Lead && w.Page == 0 && w.Columns == 0 && w.HeadlineSize == "" && !w.Filler
}

// boxHead is the label of the box.
func (st *setter) boxHead(span int) head {
	v := voiceOf(st.style, st.style.Types.BriefsTitle)
	src := Source{Block: -1, Part: PartSection}
	t := st.plain(page("briefs", nil), v, st.widthOf(span), src)
	h := head{bands: evened(bandsOf(t, src), Length(st.style.Grid.Leading))}
	h.rows = rowsFor(st.style, heightOf(h.bands))
	return h
}

// pourBriefs makes the chunks of all briefs of a box, one after another: each
// with its head in the column.
func (st *setter) pourBriefs(briefs []story) []chunk {
	var all []chunk
	for i := range briefs {
		s := &briefs[i]
		f := flow{setter: st, story: s, span: 1, width: Length(st.style.ColumnWidth()), shown: map[string]bool{}}
		f.order = i * orderOfStory / (len(briefs) + 1)
		f.brief(i > 0)
		all = append(all, f.chunks...)
	}
	return all
}

// brief pours one brief, its head with it.
func (f *flow) brief(parted bool) {
	a, types := &f.story.piece.Article, &f.style.Types
	above := 0
	if parted {
		above = 1
	}
	line := func(text string, v voice, field bulletin.Field) {
		v.Align, v.Balance = styles.Left, false
		v.Above, v.Below = above, 0
		src := f.source(field, -1)
		if t := f.plain(text, v, f.width, src); len(t.lines) > 0 {
			f.lines(t, src, 0)
			above, f.glue = 0, true
		}
	}
	line(a.Kicker, voiceOf(f.style, types.Kicker), bulletin.FieldKicker)
	line(a.Headline, voiceOf(f.style, types.BriefHeadline), bulletin.FieldHeadline)
	line(a.Deck, voiceOf(f.style, types.Affiliation), bulletin.FieldDeck)
	if hasText(a.Standfirst) {
		v := voiceOf(f.style, types.Body)
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
	f.byline()
}
