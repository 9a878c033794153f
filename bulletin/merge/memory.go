package merge

// memory is what was asked so far about places in a text, by the heads that have
// been merged: for each place the sides that stood against each other. A head
// that says the same as one before asks nothing new, and what was chosen in
// place of it stays chosen.
type memory map[string]map[string]bool

// remembers reports a side that stood against another one at a place.
func (j *judge) remembers(place, side string) bool { return j.memory[j.scope+place][side] }

// wasAskedAt reports that heads before had different texts at a place. What was
// chosen then may be the base, which the next head does not change unasked.
func (j *judge) wasAskedAt(place string) bool { return j.memory[j.scope+place] != nil }

// wasAskedOfAll is wasAskedAt for all that is merged within the scope.
func (j *judge) wasAskedOfAll() bool { return j.scope != "" && j.memory[j.scope] != nil }

// remember notes the sides of what was asked, if anything was since it was
// asked so often.
func (j *judge) remember(since int, place string, sides ...string) {
	if j.virtual || j.asked == since {
		return
	}
	at := j.memory[j.scope+place]
	if at == nil {
		at = map[string]bool{}
		j.memory[j.scope+place] = at
	}
	for _, side := range sides {
		at[side] = true
	}
}

// wasSaid reports a text that a head before made of the same base: there is
// nothing new in it.
func (j *judge) wasSaid(place, base, text string) bool {
	return j.said[j.scope+place+"\x00"+base][text]
}

// say notes what heads made of a base.
func (j *judge) say(place, base string, texts ...string) {
	if j.virtual {
		return
	}
	key := j.scope + place + "\x00" + base
	if j.said[key] == nil {
		j.said[key] = map[string]bool{}
	}
	for _, text := range texts {
		j.said[key][text] = true
	}
}

// takeWhole notes that what stands at a place was asked for whole. Whatever
// heads say of it from then on is, too: parts of it mean nothing beside a text
// that somebody may choose.
func (j *judge) takeWhole(place string) {
	if !j.virtual {
		j.whole[j.scope+place] = true
	}
}

// isWhole reports a place that takeWhole noted, or all that it stands in.
func (j *judge) isWhole(place string) bool {
	return j.whole[j.scope+place] || j.scope != "" && j.whole[j.scope]
}

// within merges what stands at a place, whose parts have places of their own.
func (j *judge) within(place string, do func()) {
	before := j.scope
	j.scope += place
	do()
	j.scope = before
}

// trial is a judge that only counts how often the other one would be asked.
func (j *judge) trial() *judge {
	return &judge{virtual: true, memory: j.memory, said: j.said, whole: j.whole, scope: j.scope}
}
