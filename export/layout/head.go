package layout

import (
	"bantin/assets/styles"
	"bantin/bulletin"
)

// band is a slice of the full type area: a line of a headline, a rule, white.
// It is not cut.
type band struct {
	height Length
	paint  func(x, top Length) []Item // nil for white
	white  bool                       // dropped at the head of a page
}

// story is one article on its way to the page.
type story struct {
	piece   Piece
	section string // to be shown above it, or empty
	rank    int    // 0 for the leading story
	head    []band
	body    []chunk
	// How it is made up, of several ways (variant.go).
	photoLater bool // may begin without the photo across the columns
	turned     bool // begins a page
	cost       int  // of leaving the natural way
}

// Whites inside a story's head.
const (
	afterKicker   = 2 * Point
	afterHeadline = 6 * Point
	afterHead     = 4 * Point
)

// headline sets a story's head: section, kicker, headline, deck, standfirst.
func (st *setter) headOf(s *story) []band {
	a, types := &s.piece.Article, &st.style.Types
	width := Length(st.style.TextWidth())
	var bands []band
	add := func(t setting, field bulletin.Field, after Length) {
		if len(t.lines) == 0 {
			return
		}
		src := Source{Article: s.piece.ID, Field: field, Block: -1}
		if field == "" {
			src.Part = PartSection
		}
		bands = append(bands, bandsOf(t, src)...)
		bands = append(bands, white(after))
	}
	src := func(f bulletin.Field) Source { return Source{Article: s.piece.ID, Field: f, Block: -1} }
	if s.section != "" {
		bands = append(bands, st.sectionHead(s.section, width, Source{Article: s.piece.ID, Block: -1, Part: PartSection})...)
	}
	add(st.plain(a.Kicker, voiceOf(st.style, types.Kicker), width, src(bulletin.FieldKicker)), bulletin.FieldKicker, afterKicker)
	add(st.headlineSetting(a.Headline, s.rank, width, src(bulletin.FieldHeadline)), bulletin.FieldHeadline, afterHeadline)
	add(st.plain(a.Deck, voiceOf(st.style, types.Deck), width, src(bulletin.FieldDeck)), bulletin.FieldDeck, afterHeadline)
	add(st.text(a.Standfirst, voiceOf(st.style, types.Standfirst), width, src(bulletin.FieldStandfirst)), bulletin.FieldStandfirst, afterHead)
	return evened(bands, Length(st.style.Grid.Leading))
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

// headlineSetting takes the largest of the style's sizes for the story's rank
// in which the headline needs no more than the style's number of lines.
func (st *setter) headlineSetting(text string, rank int, width Length, src Source) setting {
	v := voiceOf(st.style, st.style.Types.Headline)
	h := st.style.Headline
	sizes := [...]styles.Sizes{h.Lead, h.Story, h.Brief}[min(rank, 2)]
	var t setting
	for _, step := range sizes.Over(st.style.Grid.Columns) {
		t = st.plain(text, v.at(step), width, src)
		if len(t.lines) <= h.MaxLines {
			break
		}
	}
	return t
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
