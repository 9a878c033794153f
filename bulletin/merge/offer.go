package merge

import "slices"

// Offer is one of the texts that may stand at a place, and the answers to its
// conflicts that bring it about.
type Offer struct {
	Of      Conflict // one that has the text
	Side    Side     // of it
	Answers Choices  // of all conflicts of the place, by Conflict.Key
}

// Text is what is offered, "" for nothing and for Both.
func (o Offer) Text() string {
	switch o.Side {
	case Ours:
		return o.Of.Ours
	case Theirs:
		return o.Of.Theirs
	case Base:
		return o.Of.Base
	}
	return ""
}

// Question is what is to be decided at one place, by taking one of its offers.
type Question struct {
	Conflicts []Conflict
	Offers    []Offer
}

// Questions are what is to be decided, place by place (see ByPlace). The offers of
// each are the texts that may stand there: that of each version once, what was
// written in this file first; then what was before them, and both where so many
// versions of the whole text are two: of more, both could ask for something new. However many versions there are, an offer answers
// all conflicts of its place: no two answers contradict each other.
func Questions(conflicts []Conflict, versions int) (questions []Question) {
	for _, place := range ByPlace(conflicts) {
		questions = append(questions, Question{place, offers(place, versions > 2)})
	}
	return questions
}

func offers(place []Conflict, several bool) (all []Offer) {
	for _, c := range place {
		if c.Mine {
			all = added(all, c.offer(Ours, place))
		}
	}
	for _, c := range place {
		all = added(all, c.offer(Ours, place), c.offer(Theirs, place))
	}
	base, both := Offer{place[0], Base, Choices{}}, Offer{place[0], Both, Choices{}}
	hasBase, hasBoth := true, !several
	for _, c := range place {
		base.Answers[c.Key()], both.Answers[c.Key()] = Base, Both
		hasBase = hasBase && !c.NoBase && c.Base == base.Of.Base && c.Field != FieldDeleted // before a deletion it was there: one side says so
		hasBoth = hasBoth && c.CanBoth
	}
	if hasBase {
		all = append(all, base)
	}
	if hasBoth {
		all = append(all, both)
	}
	return all
}

// added are offers with more, but for such as say what is offered already.
func added(all []Offer, more ...Offer) []Offer {
	for _, o := range more {
		if !slices.ContainsFunc(all, func(before Offer) bool { return before.Text() == o.Text() }) {
			all = append(all, o)
		}
	}
	return all
}

// offer takes a side of one conflict, and of the others what is there by then:
// heads are merged one after the other, and the first side is all before.
func (c Conflict) offer(side Side, place []Conflict) Offer {
	o := Offer{c, side, Choices{}}
	for _, other := range place {
		first, last := other.Ours, other.Theirs
		if other.Turned {
			first, last = last, first
		}
		o.Answers[other.Key()] = other.First()
		if last == o.Text() && first != o.Text() {
			o.Answers[other.Key()] = other.First().Turn()
		}
	}
	return o
}
