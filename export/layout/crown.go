package layout

import (
	"slices"

	"bantin/assets/styles"
)

// A style has a size of headlines for each number of columns, so that a story over a
// whole page would outshout a leading one that has the contents beside it. The crown
// of an issue is the size that its lead's headline is set in at least where that is a
// choice, and any other at most.

// usualCrown is the crown before it is known where the lead stands: what its headline
// comes out as over the columns that it usually has, but no less than the largest of a
// story, where over the whole width it is as large as that.
func (b *bench) usualCrown(lead *story) styles.Step {
	usual, across := b.naturalHeadline(lead, b.usualSpan(lead)), b.naturalHeadline(lead, b.style.Grid.Columns)
	most := b.style.Headline.Story.Over(mostColumns)[0]
	if across.Size < most.Size {
		most = across
	}
	if usual.Size < most.Size {
		return most
	}
	return usual
}

// usualSpan is how many columns the leading story has unless it stands broader, or has
// to stand narrower.
func (b *bench) usualSpan(lead *story) int {
	columns := b.style.Grid.Columns
	if wished := lead.wish.Columns; wished > 0 {
		return min(wished, columns)
	}
	return widthOfLead(columns)
}

// crowned is the lead of stories, if it is crowned: where the editor asked for a smaller
// headline, or there is none, all are as the style has them.
func crowned(stories []story) (lead story, ok bool) {
	at := slices.IndexFunc(stories, func(s story) bool { return s.leader })
	if at < 0 || len(stories) == 1 || stories[at].rank > 0 || !hasText(stories[at].piece.Article.Headline) {
		return story{}, false
	}
	return stories[at], true
}

// crown bounds the headlines of stories.
func crown(stories []story, by styles.Step) {
	for i := range stories {
		if stories[i].leader {
			stories[i].least = Length(by.Size)
		} else {
			stories[i].most = by
		}
	}
}

// naturalHeadline is the size of the style in which the headline of a story comes out
// over so many columns.
func (b *bench) naturalHeadline(s *story, span int) styles.Step {
	_, size := b.headlineSetting(s, span, 0, Source{})
	return b.headlineSizes(s, span)[size]
}

// headlineSizes are the style's sizes for a story's headline over so many columns,
// the wished one first, but none over the crown. A lead among others whose words are
// too many for a size takes that of any story before its own next smaller one.
func (st *setter) headlineSizes(s *story, span int) []styles.Step {
	if span == st.style.Grid.Columns {
		span = mostColumns // a page of one column has smaller sizes for long headlines, too
	}
	h := st.style.Headline
	sizes := [...]styles.Sizes{h.Lead, h.Story, h.Brief}[min(max(s.rank, 0), 2)].Over(span)
	if s.rank == 0 && s.leader && !s.sole {
		sizes = between(sizes, h.Story.Over(span))
	}
	if s.most.Size == 0 || sizes[0].Size <= s.most.Size {
		return sizes
	}
	sizes = slices.DeleteFunc(sizes, func(one styles.Step) bool { return one.Size >= s.most.Size })
	return slices.Insert(sizes, 0, s.most)
}

// between puts those of more sizes, from the largest down, among the sizes over whose
// next smaller one they are by a tenth at least: less nobody sees.
func between(sizes, more []styles.Step) []styles.Step {
	for _, one := range more {
		at := slices.IndexFunc(sizes, func(o styles.Step) bool { return o.Size <= one.Size })
		if at >= 0 && 10*one.Size >= 11*sizes[at].Size {
			sizes = slices.Insert(sizes, at, one)
		}
	}
	return sizes
}

// spanOfLead is how many columns the leading story has where it begins.
func (p *plan) spanOfLead() int {
	for _, s := range p.steps() {
		if s.what == nil {
			continue
		}
		at := slices.IndexFunc(s.what.list, func(i int) bool { return p.all[i].leader })
		if at < 0 {
			continue
		}
		for _, one := range p.cellsOf(&s) {
			if at < one.units {
				return one.span
			}
			at -= one.units
		}
		return p.columnsOn(s.at.page)
	}
	return p.columns
}
