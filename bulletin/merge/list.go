package merge

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// entry is an element of a list whose elements have names: a photo, a story of
// an issue, an author.
type entry struct {
	name string
	doc  document
}

// entries names the elements of a list; of several with one name the later
// ones are counted.
func entries(docs []document, name func(document) string) []entry {
	all := make([]entry, len(docs))
	times := map[string]int{}
	for i, d := range docs {
		n := name(d)
		if times[n]++; times[n] > 1 {
			n = fmt.Sprintf("%s·%d", n, times[n])
		}
		all[i] = entry{n, d}
	}
	return all
}

// named merges lists of named elements.
type named struct {
	j     *judge
	field string
	// merge merges one element; path ends in "/".
	merge func(path string, base, ours, theirs document) document
	// describe is what people know an element by.
	describe func(document) string
}

// list3 merges the elements one by one, and then their order.
func (n named) list3(base, ours, theirs []entry) []entry {
	base, open := inOrder(base)
	ours, stays := inOrder(ours)
	b, o, t := byName(base), byName(ours), byName(theirs)
	merged := map[string]document{}
	for _, e := range slices.Concat(ours, theirs) {
		if _, done := merged[e.name]; !done {
			merged[e.name] = n.entry3(e.name, b[e.name], o[e.name], t[e.name])
		}
	}
	for name, doc := range merged {
		if doc == nil {
			delete(merged, name)
		}
	}
	var out []entry
	order, contested := n.order(standingNames(base, merged), standingNames(ours, merged), standingNames(theirs, merged), open)
	for _, name := range order {
		out = append(out, entry{name, merged[name]})
	}
	if contested || stays {
		out = append(out, entry{doc: document{{novel, novelValue}}})
	}
	return out
}

// inOrder are the elements of a list, without what a merged ancestor has at the
// end of it where its own ancestors disagree about the order (contested).
func inOrder(list []entry) (elements []entry, contested bool) {
	last := len(list) - 1
	if last >= 0 && len(list[last].doc) == 1 && list[last].doc[0].value == novelValue {
		return list[:last], true
	}
	return list, false
}

func byName(list []entry) map[string]document {
	all := make(map[string]document, len(list))
	for _, e := range list {
		all[e.name] = e.doc
	}
	return all
}

// entry3 merges one element, which may be absent (nil) from any of the three;
// nil is the answer where it is to go.
func (n named) entry3(name string, base, ours, theirs document) document {
	path := n.field + "/" + name
	if ours != nil && theirs != nil {
		return n.merge(path+"/", opened(base, ours, theirs), ours, theirs)
	}
	kept, c := ours, contested{field: path, shown: Ours}
	if ours == nil {
		kept, c.shown, c.theirs = theirs, Theirs, n.describe(theirs)
	} else {
		c.ours = n.describe(ours)
	}
	switch {
	case base == nil:
		return kept
	case n.j.virtual && holdsNovel(kept.raw()):
		return kept
	case n.j.remembers(path, rawOf(theirs)):
		return ours
	case kept.raw() == base.raw() && (ours == nil || !n.j.wasAskedAt(path)):
		return nil
	}
	c.base, c.noBase = n.describe(base), holdsNovel(base.raw())
	asked := n.j.asked
	side := n.j.decide(c)
	n.j.remember(asked, path, rawOf(ours), rawOf(theirs))
	if side == neither {
		kept = slices.Clone(kept)
		kept.set(novel, novelValue)
		return kept
	}
	switch side {
	case Ours:
		return ours
	case Theirs:
		return theirs
	}
	return withoutNovel(base, kept)
}

// opened is a base of which nobody can tell what it was, where it was contested
// whether it is there: one with the members of the sides, all novel.
func opened(base document, sides ...document) document {
	if base.get(novel) == "" {
		return base
	}
	for _, side := range sides {
		for _, m := range side {
			base.set(m.name, novelValue)
		}
	}
	return base
}

// rawOf is the JSON of an element, or of its not being there.
func rawOf(d document) string {
	if d == nil {
		return gone
	}
	return d.raw()
}

// withoutNovel is a base that somebody chose, or where that was contested
// itself, what is there instead.
func withoutNovel(base, instead document) document {
	if holdsNovel(base.raw()) {
		return instead
	}
	return base
}

func standingNames(list []entry, merged map[string]document) []string {
	var names []string
	for _, e := range list {
		if _, ok := merged[e.name]; ok {
			names = append(names, e.name)
		}
	}
	return names
}

// order merges the order of those that all three have, and puts what one side
// added behind what stands before it there. open: the order of the base was
// contested itself. So is that of a merged ancestor whose sides are at odds.
func (n named) order(base, ours, theirs []string, open bool) (order []string, contested bool) {
	common := func(list []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(name string) bool {
			return !slices.Contains(base, name) || !slices.Contains(ours, name) || !slices.Contains(theirs, name)
		})
	}
	b, o, t := common(base), common(ours), common(theirs)
	first, second := ours, theirs
	switch {
	case slices.Equal(o, t), !open && slices.Equal(t, b), n.j.remembers(n.field, fmt.Sprint(t)):
	case !open && slices.Equal(o, b) && !n.j.wasAskedAt(n.field):
		first, second = theirs, ours
	case open || n.j.wasAskedAt(n.field) || !n.moves(b, o, t, &first):
		switch n.decideOrder(b, o, t, open) {
		case Theirs:
			first, second = theirs, ours
		case Base:
			first, second = reordered(ours, b), theirs
		case neither:
			contested = true
		}
	}
	return insertMissing(insertMissing(slices.Clone(first), second), base), contested
}

func (n named) decideOrder(base, ours, theirs []string, open bool) Side {
	asked := n.j.asked
	side := n.j.decide(contested{
		field: n.field, noBase: open,
		base: strings.Join(base, ", "), ours: strings.Join(ours, ", "), theirs: strings.Join(theirs, ", "),
	})
	n.j.remember(asked, n.field, fmt.Sprint(ours), fmt.Sprint(theirs))
	return side
}

// moves makes the moves of both sides, unless they are at odds.
func (n named) moves(base, ours, theirs []string, list *[]string) bool {
	merged, ok := moved3(base, ours, theirs)
	if ok {
		*list = reordered(*list, merged)
	}
	return ok
}

// reordered puts those of a list that are in wanted into that order, and
// leaves the others where they are.
func reordered(list, wanted []string) []string {
	out := slices.Clone(list)
	next := 0
	for i, name := range out {
		if slices.Contains(wanted, name) {
			out[i] = wanted[next]
			next++
		}
	}
	return out
}

// insertMissing adds what list lacks of other behind what stands before it
// there.
func insertMissing(list, other []string) []string {
	at := 0
	for _, name := range other {
		if i := slices.Index(list, name); i >= 0 {
			at = i + 1
			continue
		}
		list = slices.Insert(list, at, name)
		at++
	}
	return list
}

// strings3 merges a list of texts, each taken whole.
func strings3(j *judge, field, base, ours, theirs string) string {
	n := named{
		j: j, field: field,
		merge:    func(_ string, _, ours, _ document) document { return ours },
		describe: func(d document) string { return d.text("") },
	}
	var values []string
	for _, e := range n.list3(textEntries(base), textEntries(ours), textEntries(theirs)) {
		values = append(values, cmp.Or(e.doc.get(""), novelValue))
	}
	return arrayOf(values)
}

func textEntries(raw string) []entry {
	var docs []document
	for _, value := range elements(raw) {
		docs = append(docs, document{{"", value}})
	}
	return entries(docs, func(d document) string { return d.text("") })
}
