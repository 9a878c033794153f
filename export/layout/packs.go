package layout

// packs are the pillars and bands that were weighed, and the ways of splitting
// columns. What they weigh depends on their units alone, so they hold for all
// lineups, and for the next layout where its units are the same.
type packs struct {
	now, before generation
	arranged    [mostColumns + 1][mostInBand + 1][]arrangement
}

// generation is what one layout made use of.
type generation struct {
	pillars map[pillarKey]*pillar
	bands   map[bandKey]*bandOf
}

// pillarKey names units one under another over so many columns.
type pillarKey struct {
	units [mostStacked]*unit
	span  int
}

// bandKey names units side by side over all of so many columns, and which of
// them leads the issue; see leadIn and terms.
type bandKey struct {
	units                [mostInBand]*unit
	columns, lead, broad int
}

func newPacks() packs { return packs{now: newGeneration()} }

func newGeneration() generation {
	return generation{pillars: map[pillarKey]*pillar{}, bands: map[bandKey]*bandOf{}}
}

// age forgets what the layout at hand made no use of.
func (k *packs) age() { k.now, k.before = newGeneration(), k.now }

// arrangements are the ways of splitting columns among so many units.
func (k *packs) arrangements(columns, units int) []arrangement {
	known := &k.arranged[columns][units]
	if *known == nil {
		*known = arrangements(columns, units)
	}
	return *known
}

// pillar is one that is known, or made.
func (k *packs) pillar(key pillarKey, made func() *pillar) *pillar {
	known := k.now.pillars[key]
	if known == nil {
		if known = k.before.pillars[key]; known == nil {
			known = made()
		}
		k.now.pillars[key] = known
	}
	return known
}

// band is one that is known, or made.
func (k *packs) band(key bandKey, made func() *bandOf) *bandOf {
	known := k.now.bands[key]
	if known == nil {
		if known = k.before.bands[key]; known == nil {
			known = made()
		}
		k.now.bands[key] = known
	}
	return known
}
