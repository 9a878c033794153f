package styles

import "slices"

// Sizes are the sizes of headlines of one rank by the columns that they span:
// the first one is for one column, the last one for its number of columns and
// all wider ones.
type Sizes []Step

// Over gives the sizes for a headline over so many columns: the wished one
// first, then those for one that is too long for it.
func (s Sizes) Over(columns int) []Step {
	down := slices.Clone(s[:min(max(1, columns), len(s))])
	slices.Reverse(down)
	return down
}
