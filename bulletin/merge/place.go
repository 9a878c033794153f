package merge

import "slices"

// ByPlace puts together the conflicts of one place, of which there are several
// where more than two sides stand against each other: each has a text with
// another of them in common. The order stays.
func ByPlace(conflicts []Conflict) (places [][]Conflict) {
	for _, c := range conflicts {
		at := slices.IndexFunc(places, func(place []Conflict) bool {
			return slices.ContainsFunc(place, c.isBeside)
		})
		if at < 0 {
			places = append(places, []Conflict{c})
			continue
		}
		places[at] = append(places[at], c)
	}
	return places
}

// isBeside reports another conflict of the same place. That something was taken
// out of two places gives them nothing in common.
func (c Conflict) isBeside(other Conflict) bool {
	if c.Field != other.Field || c.Block != other.Block {
		return false
	}
	return slices.ContainsFunc([]string{c.Ours, c.Theirs}, func(text string) bool {
		return (text == other.Ours || text == other.Theirs) && (text != "" || c.Base == other.Base)
	})
}
