package desk

import (
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// mostMoves bounds the looking for paragraphs that were moved and changed: so many
// that went, times so many that came.
const mostMoves = 2500

// movedAndChanged makes one change of a paragraph that went and one much like it that
// came elsewhere.
func movedAndChanged(changes []merge.Change) []merge.Change {
	var came, went []int
	for i, c := range changes {
		switch c.Kind {
		case merge.Added:
			came = append(came, i)
		case merge.Removed:
			went = append(went, i)
		}
	}
	if len(came)*len(went) > mostMoves {
		return changes
	}
	gone := map[int]bool{} // of changes
	words := make([]map[string]int, len(changes))
	for _, i := range append(append([]int{}, came...), went...) {
		words[i] = wordsIn(changes[i].Before + changes[i].After)
	}
	for _, i := range came {
		const enough = 0.6
		best, likest := -1, enough
		for _, k := range went {
			if l := sharedWords(words[i], words[k]); !gone[k] && l > likest {
				best, likest = k, l
			}
		}
		if best >= 0 {
			gone[best] = true
			changes[i].Kind, changes[i].Before = merge.Moved, changes[best].Before
			changes[i].Pieces = merge.Words(changes[i].Before, changes[i].After)
		}
	}
	var out []merge.Change
	for i, c := range changes {
		if !gone[i] {
			out = append(out, c)
		}
	}
	return out
}

// wordsIn counts the words of a text; a text of few words is like none.
func wordsIn(text string) map[string]int {
	const few = 4
	all := strings.Fields(bulletin.Plain(text))
	if len(all) < few {
		return nil
	}
	counts := map[string]int{}
	for _, word := range all {
		counts[word]++
	}
	return counts
}

// sharedWords is the share of words that two texts have in common, of the longer one.
func sharedWords(a, b map[string]int) float64 {
	common, inA, inB := 0, 0, 0
	for word, n := range a {
		common += min(n, b[word])
		inA += n
	}
	for _, n := range b {
		inB += n
	}
	return float64(common) / float64(max(inA, inB, 1))
}
