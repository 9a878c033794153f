package preflight

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
