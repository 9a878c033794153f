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

// isBeside reports another conflict of the same place.
func (c Conflict) isBeside(other Conflict) bool {
	return c.Field == other.Field && c.Block == other.Block &&
		(c.Ours == other.Ours || c.Ours == other.Theirs || c.Theirs == other.Ours || c.Theirs == other.Theirs)
}
