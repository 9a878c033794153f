package layout

import (
	"cmp"
	"slices"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// A style has a size of headlines for each number of columns, so that a story over a
// whole page would outshout a leading one that has the contents beside it. The crown
// of an issue is the size that its lead's headline is set in at least where that is a
// choice, and any other at most.

// terms are what the headlines of a plan ask of it beside their own sizes.
type terms struct {
	price   Badness // of sizes under the usual crown
	columns int     // that the leading story has at least, so that it wears the crown
}

// uncrowned is what it weighs that the lead stands in fewer columns than its crown
// asks for: less than a lead on another page.
const uncrowned = 100_000

// newPlan is bestPlan, searched for: with headlines that suit the place that a leading
// story usually has, and again where its own comes out smaller.
func (k *Memory) newPlan(issue *bulletin.Issue, stories []story, start, imprint int) *plan {
	lead, ok := crowned(stories)
	if !ok {
		return k.planned(issue, stories, start, imprint, terms{})
	}
	size := k.bench.usualCrown(&lead)
	if len(stories) <= fewUnits {
		return k.fewCrowned(issue, stories, &lead, size, start, imprint)
	}
	for {
		crown(stories, size)
		best := k.planned(issue, stories, start, imprint, terms{})
		if best == nil {
			return nil
		}
		came := k.bench.naturalHeadline(&lead, best.spanOfLead())
		if came.Size >= size.Size {
			return best
		}
		size = came
	}
}

// fewCrowned is newPlan for few stories: they are searched under all crowns that the
// lead may wear, each time where it wears that, and have the cheapest.
func (k *Memory) fewCrowned(issue *bulletin.Issue, stories []story, lead *story, size styles.Step, start, imprint int) (best *plan) {
	var of terms
	for {
		crown(stories, size)
		of.columns = k.bench.columnsUnder(lead, size)
		found := k.planned(issue, stories, start, imprint, of)
		if found == nil {
			return best
		}
		came := k.bench.naturalHeadline(lead, found.spanOfLead())
		if came.Size >= size.Size && (best == nil || found.best.cost < best.best.cost) {
			best = found
		}
		smaller, ok := k.bench.crownUnder(lead, size)
		if !ok {
			return cmp.Or(best, found)
		}
		size, of.price = smaller, shrinkPrice
	}
}

// columnsUnder is in how many columns or more the lead's headline comes out at least as
// large as a crown.
func (b *bench) columnsUnder(lead *story, by styles.Step) int {
	span := b.style.Grid.Columns
	for span > 1 && b.naturalHeadline(lead, span-1).Size >= by.Size {
		span--
	}
	return span
}

// crownUnder is the largest size that the lead's headline has over some columns and
// that is smaller than a crown.
func (b *bench) crownUnder(lead *story, by styles.Step) (under styles.Step, ok bool) {
	for span := range b.style.Grid.Columns {
		one := b.naturalHeadline(lead, span+1)
		if one.Size < by.Size && one.Size > under.Size {
			under, ok = one, true
		}
	}
	return under, ok
}

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
