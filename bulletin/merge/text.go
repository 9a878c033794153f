package merge

import (
	"slices"
	"strings"
	"unicode"

	"bantin/bulletin"
)

// text3 merges a text by its sentences. marked texts have emphasis, which
// stays well formed: each sentence is merged with the style of its letters.
// Where more than one sentence is contested, one of them was made into several, or
// both wrote something else in place of the same ones, the texts are set side by side
// whole, as they can be judged only so.
func text3(j *judge, field string, marked bool, base, ours, theirs string) string {
	switch {
	case ours == theirs:
		return ours
	case j.virtual && holdsNovel(ours):
		return ours
	case j.virtual && holdsNovel(theirs):
		return theirs
	case theirs == base, j.remembers(field, theirs), j.wasSaid(field, base, theirs):
		return ours
	case ours == base && !j.wasAskedAt(field) && !j.wasAskedOfAll():
		j.say(field, base, theirs)
		return theirs
	}
	asked := j.asked
	defer func() {
		j.remember(asked, field, ours, theirs)
		j.say(field, base, ours, theirs)
	}()
	b, o, t := sentences(base, marked), sentences(ours, marked), sentences(theirs, marked)
	contest := j.trial()
	merged := sequence3(b, o, t, bySentence(contest, field, marked, false))
	switch whole := base == "" || isNovel(base) || contest.asked > 1 || j.isWhole(field) || bothReplaced(b, o, t) || isSplit(b, o, t); {
	case !whole && contest.asked == 0:
		return joinSentences(merged, marked)
	case !whole:
		return joinSentences(sequence3(b, o, t, bySentence(j, field, marked, holdsNovel(base))), marked)
	}
	j.takeWhole(field)
	side := j.decide(contested{field: field, base: shownValue(base), ours: ours, theirs: theirs, canBoth: true, noBase: holdsNovel(base)})
	if side == Both {
		return joinSentences(together(o, t), marked)
	}
	return pick(side, base, ours, theirs, novel)
}

// bothReplaced reports sentences that both sides took out to put different ones
// in their place: which of these stand for which nobody can tell.
func bothReplaced(base, ours, theirs []sentence) bool {
	o, t := newEdited(base, ours), newEdited(base, theirs)
	settleMoves(&o, &t)
	for i := 0; i < len(base); i++ {
		gone := min(o.gone(i), t.gone(i))
		var mine, others []sentence
		for k := i; gone > 0 && k <= i+gone; k++ {
			mine, others = append(mine, standing(o.added[k])...), append(others, standing(t.added[k])...)
		}
		if len(mine) > 0 && len(others) > 0 && joinSentences(mine, true) != joinSentences(others, true) {
			return true
		}
		i += gone
	}
	return false
}

// isSplit reports a sentence that both sides changed differently and that one of them
// made into several: who chooses must see all of these, and whichever is chosen, none
// stays beside the other side's.
func isSplit(base, ours, theirs []sentence) bool {
	o, t := newEdited(base, ours), newEdited(base, theirs)
	settleMoves(&o, &t)
	of := bags(base)
	for i := range base {
		if !isContested(base[i], o.kept[i], t.kept[i]) {
			continue
		}
		for _, one := range bags(slices.Concat(standing(o.added[i]), standing(o.added[i+1]), standing(t.added[i]), standing(t.added[i+1]))) {
			if isPartOf(one, of[i]) {
				return true
			}
		}
	}
	return false
}

// isContested reports that both sides have changed an element, each otherwise.
func isContested[T item](base T, ours, theirs *T) bool {
	o, t := keyOf(ours), keyOf(theirs)
	return ours != nil && theirs != nil && o != t && o != base.key() && t != base.key()
}

// isPartOf reports that at least half of the words of one text are those of another.
func isPartOf(one, other bag) bool {
	n := common(one, other)
	return n > 0 && 2*n >= one.total
}

// bySentence merges sentences. noBase: one of the base is novel, and which of
// these it became nobody can tell.
func bySentence(j *judge, field string, marked, noBase bool) how[sentence] {
	return how[sentence]{
		j: j, field: field,
		contested: func(s sentence) bool { return j.virtual && holdsNovel(s.id) },
		open:      func(s sentence) bool { return holdsNovel(s.id) },
		settled: func(_, ours, theirs []sentence) []sentence {
			c := answers(field, ours, theirs, func(list []sentence) string { return joinSentences(list, marked) })
			return chosenSentences(j.decide(c), nil, ours, theirs)
		},
		changed: func(base *sentence, ours, theirs sentence) []sentence {
			c := contested{field: field, ours: ours.key(), theirs: theirs.key(), canBoth: true, noBase: noBase}
			before := []sentence(nil)
			if base != nil && base.key() != novel {
				c.base, before = base.key(), []sentence{*base}
			}
			return chosenSentences(j.decide(c), before, []sentence{ours}, []sentence{theirs})
		},
		gone: func(base sentence, ours, theirs *sentence) []sentence {
			c := contested{field: field, base: shownValue(base.key()), half: true, noBase: noBase}
			var o, t []sentence
			if ours != nil {
				c.ours, c.shown, o = ours.key(), Ours, []sentence{*ours}
			} else {
				c.theirs, c.shown, t = theirs.key(), Theirs, []sentence{*theirs}
			}
			if base.key() == novel {
				return chosenSentences(j.decide(c), slices.Concat(o, t), o, t)
			}
			return chosenSentences(j.decide(c), []sentence{base}, o, t)
		},
	}
}

// chosenSentences is chosen for sentences; a merged ancestor gets one like no
// other.
func chosenSentences(s Side, base, ours, theirs []sentence) []sentence {
	if s == neither {
		return []sentence{{text: []bulletin.Run{{Text: novel}}, id: novel}}
	}
	return chosen(s, base, ours, theirs)
}

// chosen is the elements of a side.
func chosen[T item](s Side, base, ours, theirs []T) []T {
	switch s {
	case Theirs:
		return theirs
	case Base:
		return base
	case Both:
		return together(ours, theirs)
	}
	return ours
}

// together is what both sides have, and what they share once: where they
// differ, first ours, then theirs. What they have in another order stands as it
// does in ours.
func together[T item](ours, theirs []T) (all []T) {
	has := map[string]int{}
	for _, key := range keys(ours) {
		has[key]++
	}
	take := func(some []T) {
		for _, one := range some {
			if has[one.key()]--; has[one.key()] < 0 {
				all = append(all, one)
			}
		}
	}
	next := 0
	for i, k := range commonSubsequence(keys(ours), keys(theirs)) {
		if k >= 0 {
			take(theirs[next:k])
			has[theirs[k].key()]--
			next = k + 1
		}
		all = append(all, ours[i])
	}
	take(theirs[next:])
	return all
}

// sentence is a sentence with the styles of its letters and the space behind
// it. Sentences are equal whatever space is behind them.
type sentence struct {
	text  []bulletin.Run
	space []bulletin.Run
	id    string
}

func (s sentence) key() string     { return s.id }
func (s sentence) words() []string { return wordsOf(bulletin.Plain(s.id)) }

// sentences takes a text apart behind every full stop, question mark,
// exclamation mark and ellipsis that a space follows, and at line ends. What is
// novel is a sentence of its own.
func sentences(text string, marked bool) []sentence {
	runs := []bulletin.Run{{Text: text}}
	if marked {
		runs = bulletin.Runs(text)
	}
	var c cutter
	for _, run := range runs {
		c.cut(run)
	}
	c.end()
	return c.all
}

// cutter cuts runs into sentences.
type cutter struct {
	all    []sentence
	s      sentence
	ended  bool // what ends a sentence was the last that was no space
	spaced bool // and a space stands behind it
}

func (c *cutter) cut(run bulletin.Run) {
	from := 0
	for at, r := range run.Text {
		space, isNovel := unicode.IsSpace(r), string(r) == novel
		switch {
		case c.spaced && !space, isNovel: // another sentence begins
			c.put(run, from, at)
			c.end()
			from = at
		case !c.spaced && space && (c.ended || r == '\n'):
			c.put(run, from, at)
			c.spaced, from = true, at
		}
		if !space {
			c.ended = isNovel || strings.ContainsRune(".!?…", r) || c.ended && strings.ContainsRune(`"”’')]»`, r)
		}
	}
	c.put(run, from, len(run.Text))
}

// put adds a piece of a run to the sentence or to the space behind it.
func (c *cutter) put(run bulletin.Run, from, to int) {
	if from == to {
		return
	}
	run.Text = run.Text[from:to]
	if c.spaced {
		c.s.space = append(c.s.space, run)
	} else {
		c.s.text = append(c.s.text, run)
	}
}

// end finishes a sentence.
func (c *cutter) end() {
	if len(c.s.text)+len(c.s.space) > 0 {
		c.s.id = bulletin.Mark(c.s.text)
		c.all = append(c.all, c.s)
	}
	c.s, c.ended, c.spaced = sentence{}, false, false
}

// joinSentences puts sentences together again, with a space where one that
// was the last of its text is followed by another.
func joinSentences(all []sentence, marked bool) string {
	var runs []bulletin.Run
	for i, s := range all {
		runs = append(runs, s.text...)
		switch {
		case i == len(all)-1:
		case len(s.space) > 0:
			runs = append(runs, s.space...)
		case len(s.text) > 0:
			last := s.text[len(s.text)-1]
			runs = append(runs, bulletin.Run{Text: " ", Bold: last.Bold, Italic: last.Italic})
		}
	}
	if marked {
		return bulletin.Mark(runs)
	}
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}
