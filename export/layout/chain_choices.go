package layout

import "slices"

// mostLinks is how many stories go on after the first of a chain, at most; mostChains
// is how many chains are tried with what is left of an issue.
const (
	mostLinks  = 4
	mostChains = 500
)

// chainChoices are the chains of what belongs on a page and the next two: some of it
// goes on, some stands whole, one may stand beside the first. There are many, so
// they are tried only where a wish is not met without.
func (p *plan) chainChoices(t taken) []choice {
	if !p.pressed || t.fixed == len(p.fixed) {
		return nil
	}
	page := p.fixed[t.fixed].pin
	groups := p.fixedFrom(t.fixed, page)
	var all []choice
	if t.waits == 0 && t.next < len(p.units) && page > 1 {
		c := choice{list: []int{t.next}, to: taken{t.next + 1, t.fixed, 0}, page: page - 1}
		all = p.withAhead(all, c, groups[:mostAhead], false)
	}
	for n := 1; n <= min(len(groups[0]), mostOver); n++ {
		here := groups[0][:n]
		ahead := groups[1:]
		if n < len(groups[0]) {
			ahead = nil
		}
		for i, first := range here {
			c := choice{list: []int{first}, to: taken{t.next, t.fixed + n, t.waits}, fixed: n, pin: page, page: page}
			all = p.chainsOf(all, c, slices.Delete(slices.Clone(here), i, i+1), ahead)
		}
		if t.waits == 0 && t.next < len(p.units) {
			c := choice{list: []int{t.next}, to: taken{t.next + 1, t.fixed + n, 0}, fixed: n, pin: page, page: page}
			all = p.chainsOf(all, c, here, ahead)
		}
	}
	return all
}

// fixedFrom are those that belong on a page and on the next ones, of what is left.
func (p *plan) fixedFrom(from, page int) (groups [mostAhead + 1][]int) {
	for i, before := from, page; i < len(p.fixed); i++ {
		pin := p.fixed[i].pin
		if pin < before || pin > page+mostAhead {
			break // it gives way to others, or is further on
		}
		groups[pin-page], before = append(groups[pin-page], len(p.units)+i), pin
	}
	return groups
}

// chainsOf adds the chains of a first story, others on its page and some ahead.
func (p *plan) chainsOf(all []choice, c choice, others []int, ahead [][]int) []choice {
	if !p.mayGoOn(c.list) {
		return all
	}
	first := c.list
	for beside := -1; beside < len(others); beside++ {
		rest, list := others, first
		if beside >= 0 {
			list = concat(first, others[beside:beside+1])
			rest = slices.Delete(slices.Clone(others), beside, beside+1)
		}
		for _, on := range p.goingOn(rest) {
			c.list = concat(list, p.sorted(rest, on))
			if c.under, c.on = len(rest), len(on); c.links() > mostLinks {
				break
			}
			all = p.withAhead(all, c, ahead, len(on) > 0)
		}
	}
	return all
}

// withAhead adds a choice as it is, if it is a chain, and with what belongs on the
// next page or two.
func (p *plan) withAhead(all []choice, c choice, ahead [][]int, chain bool) []choice {
	if chain {
		all = append(all, c)
	}
	if len(ahead) == 0 || len(ahead[0]) > mostOver || len(all) >= mostChains {
		return all
	}
	k := mostAhead - len(ahead)
	if len(ahead[0]) == 0 {
		return p.withAhead(all, c, ahead[1:], false)
	}
	for _, on := range p.goingOn(ahead[0]) {
		with := c
		with.list = concat(c.list, p.sorted(ahead[0], on))
		with.ahead[k], with.onAhead[k] = len(ahead[0]), len(on)
		if with.links() > mostLinks {
			break
		}
		with.fixed, with.to.fixed = c.fixed+len(ahead[0]), c.to.fixed+len(ahead[0])
		all = p.withAhead(all, with, ahead[1:], true)
	}
	return all
}

// goingOn are the ways of choosing among units those that go on overleaf: the
// longest, so many.
func (p *plan) goingOn(list []int) [][]int {
	var may []int
	for _, i := range list {
		if p.mayGoOn([]int{i}) && p.all[i].lines >= leastLinesOn {
			may = append(may, i)
		}
	}
	slices.SortStableFunc(may, func(a, b int) int { return p.all[b].lines - p.all[a].lines })
	ways := make([][]int, len(may)+1)
	for n := range ways {
		ways[n] = may[:n]
	}
	return ways
}

// leastLinesOn is how many lines a story has that goes on in a chain.
const leastLinesOn = 8

// sorted are units with those first that go on, in the editor's order.
func (p *plan) sorted(list, on []int) []int {
	var first, whole []int
	for _, i := range list {
		if slices.Contains(on, i) {
			first = append(first, i)
		} else {
			whole = append(whole, i)
		}
	}
	return concat(first, whole)
}
