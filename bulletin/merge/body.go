package merge

import (
	"slices"
	"strings"

	"bantin/bulletin"
)

// block is a block of the body.
type block struct {
	doc document
	id  string
	of  []string
}

func newBlock(d document) block {
	b := block{doc: d, id: d.raw()}
	if d.text("kind") != string(bulletin.PhotoAnchor) {
		b.of = wordsOf(bulletin.Plain(d.text("text")))
	}
	return b
}

func (b block) key() string     { return b.id }
func (b block) words() []string { return b.of }
func (b block) text() string {
	if text := b.doc.text("text"); text != "" {
		return text
	}
	return b.doc.text("photo")
}

func blocksOf(d document) []block {
	var all []block
	for _, element := range d.list("body") {
		all = append(all, newBlock(element))
	}
	return all
}

func body3(j *judge, base, ours, theirs document) []block {
	return sequence3(blocksOf(base), blocksOf(ours), blocksOf(theirs), how[block]{
		j: j, field: "body",
		contested: func(b block) bool { return j.virtual && holdsNovel(b.id) },
		open:      func(b block) bool { return holdsNovel(b.id) },
		settled: func(base, ours, theirs []block) []block {
			side := j.decide(answers("body", ours, theirs, readBlocks))
			if side == neither {
				return []block{contestedBlock(base[0])}
			}
			return chosen(side, nil, ours, theirs)
		},
		changed: func(base *block, ours, theirs block) []block {
			if base == nil {
				return bothAdded(j, ours, theirs)
			}
			merged := members3(j, "body/", base.doc, ours.doc, theirs.doc, map[string]func(b, o, t string) string{
				"text": func(b, o, t string) string {
					return quoted(text3(j, "body", true, readable(b), readable(o), readable(t)))
				},
			})
			return []block{newBlock(merged)}
		},
		gone: func(base block, ours, theirs *block) []block {
			c := contested{field: "body", base: shownValue(base.text()), shown: Ours, half: true, noBase: holdsNovel(base.id)}
			var o, t []block
			if ours != nil {
				c.ours, o = ours.text(), []block{*ours}
			} else {
				c.theirs, c.shown, t = theirs.text(), Theirs, []block{*theirs}
			}
			side := j.decide(c)
			if side == neither {
				return []block{contestedBlock(base)}
			}
			return chosen(side, []block{newBlock(withoutNovel(base.doc, slices.Concat(o, t)[0].doc))}, o, t)
		},
	})
}

// readBlocks is blocks as people read them, one a line.
func readBlocks(list []block) string {
	texts := make([]string, len(list))
	for i, b := range list {
		texts[i] = b.text()
	}
	return strings.Join(texts, "\n")
}

func bothAdded(j *judge, ours, theirs block) []block {
	side := j.decide(contested{field: "body", ours: ours.text(), theirs: theirs.text(), canBoth: true})
	if side == neither {
		return []block{contestedBlock(ours)}
	}
	if side == Both {
		return inOne(ours, theirs)
	}
	return chosen(side, nil, []block{ours}, []block{theirs})
}

// inOne is two blocks: as one where they differ in nothing but their text, and
// share sentences of it.
func inOne(ours, theirs block) []block {
	o, t := sentences(ours.text(), true), sentences(theirs.text(), true)
	all := together(o, t)
	one := slices.Clone(ours.doc)
	one.set("text", quoted(joinSentences(all, true)))
	same := slices.Clone(theirs.doc)
	same.set("text", one.get("text"))
	if len(all) == len(o)+len(t) || one.raw() != same.raw() {
		return []block{ours, theirs}
	}
	return []block{newBlock(one)}
}

// contestedBlock is a block of a merged ancestor that is like no other.
func contestedBlock(b block) block {
	d := slices.Clone(b.doc)
	d.set("text", novelValue)
	return newBlock(d)
}

// tidyAnchors takes out the anchors of photos that are gone, and all but the
// first of several that merging brought together.
func tidyAnchors(blocks []block, photos []entry, ours, theirs document) []block {
	wanted := map[string]int{}
	for _, d := range []document{ours, theirs} {
		count := map[string]int{}
		for _, b := range blocksOf(d) {
			name := b.doc.text("photo")
			count[name]++
			wanted[name] = max(wanted[name], count[name])
		}
	}
	known := byName(photos)
	return slices.DeleteFunc(blocks, func(b block) bool {
		name := b.doc.text("photo")
		if b.of != nil || name == "" {
			return false
		}
		wanted[name]--
		return known[name] == nil || wanted[name] < 0
	})
}

// place finds where in the merged body the conflicts about it are shown.
func place(conflicts []Conflict, merged document) {
	whole := map[string]int{}
	var plain []string
	for i, b := range blocksOf(merged) {
		text := b.text()
		if _, known := whole[text]; !known {
			whole[text] = i
		}
		plain = append(plain, bulletin.Plain(text))
	}
	searched := 0
	for i := range conflicts {
		c := &conflicts[i]
		shown := c.Ours
		if c.Shown == Theirs {
			shown = c.Theirs
		}
		shown, _, _ = strings.Cut(shown, "\n") // of several paragraphs the first
		if c.Field != "body" || shown == "" {
			continue
		}
		if k, ok := whole[shown]; ok {
			c.Block = k
		} else if searched++; searched <= maxSearched {
			words := bulletin.Plain(shown)
			c.Block = slices.IndexFunc(plain, func(text string) bool { return strings.Contains(text, words) })
		}
	}
}

// maxSearched is for how many conflicts about sentences the paragraph is
// looked for. More of them nobody settles one by one.
const maxSearched = 500
