package layout

import (
	"cmp"
	"slices"
	"strconv"

	"bantin/bulletin"
)

// entry is one line of the contents: a story and its headline as it is set
// there.
type entry struct {
	unit *unit
	set  setting
}

// entryGap is the least white between two entries; half of it is over their
// hairline.
const entryGap = 5 * Point

// numberGap is the white between a page number and the headline beside it.
const numberGap = 9 * Point

// mostEntryLines is how many lines of a headline stand in the contents.
const mostEntryLines = 5

// numberVoice sets the page numbers of the contents.
func (st *setter) numberVoice() voice {
	v := voiceOf(st.style, st.style.Types.BriefHeadline)
	v.ink = voiceOf(st.style, st.style.Types.BriefsTitle).ink
	return v
}

// numberWidth is the room of a page number, and the white after it.
func (st *setter) numberWidth() Length {
	t := st.plain("00", st.numberVoice(), 100*Point, ofIssue)
	return t.lines[0].natural() + numberGap
}

// entries sets the headlines of units for contents of a width.
func (st *setter) entries(units []*unit, width Length) []entry {
	v := voiceOf(st.style, st.style.Types.BriefHeadline)
	room := width - st.numberWidth()
	var all []entry
	for _, u := range units {
		t := st.plain(u.piece.Article.Headline, v, room, ofIssue)
		if len(t.lines) > 0 && len(t.lines) <= mostEntryLines {
			all = append(all, entry{u, t})
		}
	}
	return all
}

// contentsTitle is the title over the contents.
func (st *setter) contentsTitle(span int) head {
	return st.titleOfBox(page("contents", nil), span, 0)
}

// list is what of the contents has room: its columns of entries, each an even
// share of them.
type list struct{ columns [][]entry }

// listed parts entries into columns; high is the height of the tallest.
func listed(entries []entry, columns int) (l list, high Length) {
	each := (len(entries) + columns - 1) / columns
	for len(entries) > 0 {
		n := min(each, len(entries))
		l.columns = append(l.columns, entries[:n])
		high = max(high, heightOfEntries(entries[:n]))
		entries = entries[n:]
	}
	return l, high
}

func heightOfEntries(entries []entry) Length {
	height := entryGap * Length(len(entries))
	for _, e := range entries {
		height += e.set.height()
	}
	return height
}

// rowsOfList is how many grid lines the contents take with so many of the
// entries.
func (st *setter) rowsOfList(entries []entry, span int) int {
	_, high := listed(entries, span)
	return st.contentsTitle(span).rows + rowsFor(st.style, high)
}

// fitting are as many entries, the first ones, as have room in so many rows,
// and at most so many.
func (st *setter) fitting(entries []entry, span, rows, most int) []entry {
	n := min(len(entries), most)
	for n > 0 && st.rowsOfList(entries[:n], span) > rows {
		n--
	}
	return entries[:n]
}

// evenly are as many entries, the first ones, as stand in columns of one length,
// where they are more than one line of them.
func evenly(entries []entry, columns int) []entry {
	if len(entries) <= columns {
		return entries
	}
	return entries[:len(entries)-len(entries)%columns]
}

// mainStories are the units that the contents may list, the weightiest first:
// neither the leading story nor briefs.
func mainStories(units []*unit) []*unit {
	var main []*unit
	for i, u := range units {
		if i > 0 && u.briefs == nil && u.hole == nil && !u.wish.Filler && hasText(u.piece.Article.Headline) {
			main = append(main, u)
		}
	}
	slices.SortStableFunc(main, func(a, b *unit) int { return cmp.Compare(b.weight(), a.weight()) })
	return main
}

// weight is what decides which stories are listed.
func (s *story) weight() int {
	if s.wish.Lead {
		return s.words + 10_000
	}
	return s.words
}

// contents puts the list of the main stories, with the pages on which they
// begin, on the page of the front, over its columns from col on.
func (r *realiser) contents(f *front, col, top, order int) {
	b := r.plan.bench
	begins := map[bulletin.ID]toldStory{}
	for _, s := range r.stories {
		begins[s.Article] = s
	}
	var known []entry
	for _, e := range b.entries(f.main, b.widthOf(1)) {
		if s, ok := begins[e.unit.piece.ID]; ok && s.FirstPage > f.page {
			known = append(known, e)
		}
	}
	shown := slices.Clone(evenly(b.fitting(known, f.listSpan, f.listRows, f.most), f.listSpan))
	slices.SortStableFunc(shown, func(x, y entry) int {
		return cmp.Compare(begins[x.unit.piece.ID].order, begins[y.unit.piece.ID].order)
	})
	l, high := listed(shown, f.listSpan)
	title := b.contentsTitle(f.listSpan)
	x, y := r.columnLeft(f.page, col), r.top(top)
	thick := Length(r.style.Briefs.Rule)
	items := []Item{Fill{Rect{x, y, r.widthOf(f.listSpan), thick}, inkOf(r.style, r.style.Briefs.RuleInk)}}
	var used Length
	for _, band := range title.bands {
		if band.paint != nil {
			items = append(items, band.paint(x, y+used)...)
		}
		used += band.height
	}
	first := y + Length(title.rows)*Length(r.style.Grid.Leading)
	spare := r.top(top+f.listRows) - first - high
	for i, column := range l.columns {
		items = append(items, r.entries(f.page, column, r.columnLeft(f.page, col+i), first, openedBy(column, spare), begins)...)
	}
	r.addTo(f.page, order, items)
}

// openedBy is by how much each gap between entries is opened, so that they
// fill so much more.
func openedBy(column []entry, spare Length) Length {
	if len(column) < 2 {
		return 0
	}
	return min(max(0, spare/Length(len(column)-1)), mostOpened)
}

// mostOpened is how far the gap between two entries is opened.
const mostOpened = 14 * Point

// entries puts a column of the contents on their page.
func (r *realiser) entries(page int, column []entry, x, y, opened Length, begins map[bulletin.ID]toldStory) []Item {
	var items []Item
	b, v := r.plan.bench, r.plan.bench.numberVoice()
	width := b.widthOf(1)
	for i, e := range column {
		s := begins[e.unit.piece.ID]
		if i > 0 {
			y += opened / 2
			hairline := Rect{x, y - entryGap/2, width, Length(r.style.Story.Rule)}
			items = append(items, Fill{hairline, inkOf(r.style, r.style.Story.RuleInk)})
			y += opened - opened/2
		}
		src := Source{Article: s.Article, Block: -1, Part: PartContents}
		number := b.plain(strconv.Itoa(s.FirstPage), v, b.numberWidth(), ofIssue)
		items = append(items, number.paint(x, y, src)...)
		items = append(items, e.set.paint(x+b.numberWidth(), y, src)...)
		box := Rect{x, y, width, e.set.height()}
		r.link(page, Link{Box: box, Page: s.FirstPage, Y: s.top})
		y += e.set.height() + entryGap
	}
	return items
}
