package bulletin

// mostAlike is how many findings of one kind in one story are told one by one.
const mostAlike = 3

// GatherPhotos puts findings of one rule about many photos of one story together,
// in the order of the first of each: sixty photos without a caption are one thing
// to tell. All others stand alone, and so do a few of a kind.
func GatherPhotos(findings []Finding) (groups [][]Finding) {
	type kind struct {
		rule     string
		severity Severity
		article  ID
		fix      Fix
	}
	of := func(f Finding) kind { return kind{f.Rule, f.Severity, f.Where.Article, f.Fix} }
	many := map[kind]int{}
	for _, f := range findings {
		if f.Where.Photo != "" {
			many[of(f)]++
		}
	}
	at := map[kind]int{}
	for _, f := range findings {
		if f.Where.Photo == "" || many[of(f)] <= mostAlike {
			groups = append(groups, []Finding{f})
			continue
		}
		g, begun := at[of(f)]
		if !begun {
			g = len(groups)
			at[of(f)], groups = g, append(groups, nil)
		}
		groups[g] = append(groups[g], f)
	}
	return groups
}
