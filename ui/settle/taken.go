package settle

import "slices"

// Taken is a question with the offer that was taken, by its place among the
// offers.
type Taken struct {
	Question Question
	Offer    int
}

// Chosen is what was taken so far. A panel about the same article that is shown
// later can go on from there (Panel.Taken).
func (p *Panel) Chosen() (all []Taken) {
	for i, offer := range p.taken {
		all = append(all, Taken{p.Questions[i], offer})
	}
	return all
}

// takeAgain takes for a question what was taken before, if the same texts stand
// against each other.
func (p *Panel) takeAgain(i int) {
	for _, t := range p.Taken {
		if t.Question.isSame(p.Questions[i]) {
			p.taken[i] = t.Offer
			p.cards[i].mark(t.Offer)
		}
	}
}

func (q Question) isSame(other Question) bool {
	return q.What == other.What && q.Around == other.Around && slices.EqualFunc(q.Offers, other.Offers, func(a, b Offer) bool {
		return a.Before == b.Before && a.Text == b.Text && a.Both == b.Both
	})
}

// firstOpen is the first question on a card of which nothing is taken; the one
// behind the last where there is none.
func (p *Panel) firstOpen() int {
	for i := range p.cards {
		if _, taken := p.taken[i]; !taken {
			return i
		}
	}
	return len(p.cards)
}
