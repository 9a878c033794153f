package layout

import (
	"testing"

	"pgregory.net/rapid"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// TestNoGuiseGainsMoreThanItsPrice: a plan whose stories are open costs, where no
// beginning is given up, no more than one in which a story is held in any one of
// its guises, with the price of that; so no smaller photo and no other headline
// makes a plan better by more than what the make-up itself would have paid.
func TestNoGuiseGainsMoreThanItsPrice(t *testing.T) {
	s, err := styles.ByName("a4-bulletin-3")
	if err != nil {
		t.Fatal(err)
	}
	guises := 0
	rapid.Check(t, func(t *rapid.T) {
		issue := bulletin.Issue{NoContents: true, PageMultiple: rapid.SampledFrom([]int{0, 2, 4}).Draw(t, "multiple")}
		k := Memory{style: s, used: map[bulletin.ID][]*unit{}}
		k.bench = newBench(&k.style)
		pieces := fewStories(t, 4)
		k.number(pieces)
		a := attempt{Memory: &k, issue: &issue, start: 9, imprint: 6}
		first, _ := k.lineups(&issue, k.storiesOf(&issue, pieces), a.start)
		plain := first[0]
		open := plain
		open.units = make([]*unit, len(plain.units))
		for i, u := range plain.units {
			open.units[i] = k.open(u)
		}
		best := a.plan(open, hopeless/2).best.cost
		for i := range plain.units {
			for _, g := range open.units[i].guises {
				held := open
				held.units = append([]*unit{}, open.units...)
				held.units[i] = g
				if cost := a.plan(held, hopeless/2).best.cost + g.prices().sum(); cost < best {
					t.Errorf("open for %d, held in %+v for %d", best, g.given.guise, cost)
				}
				guises++
			}
		}
	})
	if guises == 0 {
		t.Error("no story had a guise")
	}
}
