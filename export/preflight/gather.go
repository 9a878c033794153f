package preflight

import (
	"strconv"
	"strings"
)

// pageList names pages, given in their order, as people do: "1, 3–6, 9".
func pageList(pages []int) string {
	var parts []string
	for i := 0; i < len(pages); {
		end := i
		for end+1 < len(pages) && pages[end+1] == pages[end]+1 {
			end++
		}
		part := strconv.Itoa(pages[i])
		switch {
		case end == i+1:
			part += ", " + strconv.Itoa(pages[end])
		case end > i:
			part += "–" + strconv.Itoa(pages[end])
		}
		parts = append(parts, part)
		i = end + 1
	}
	return strings.Join(parts, ", ")
}

// gather makes one hit of those that have one cause, which the house style has
// many times over: the worst of them, with the number of places. cause and worse
// are asked by places in hits.
func gather[K comparable](hits []hit, cause func(i int) K, worse func(i, j int) bool) []hit {
	type group struct{ worst, places int }
	at := map[K]int{}
	var groups []group
	for i := range hits {
		k := cause(i)
		g, known := at[k]
		if !known {
			at[k] = len(groups)
			groups = append(groups, group{i, 1})
			continue
		}
		groups[g].places++
		if worse(i, groups[g].worst) {
			groups[g].worst = i
		}
	}
	var out []hit
	for _, g := range groups {
		h := hits[g.worst]
		if g.places > 1 {
			h.args["places"] = g.places
		}
		out = append(out, h)
	}
	return out
}
