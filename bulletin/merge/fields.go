package merge

import "strings"

// novel is what stands in a merged ancestor where its own ancestors disagree:
// a text like no other, so that what follows is a change on both sides.
// novelValue is the same as JSON.
const (
	novel      = "\x00"
	novelValue = `"\u0000"`
)

// scalar3 merges a value that is taken whole.
func scalar3(j *judge, field, base, ours, theirs string) string {
	return value3(j, contested{field: field}, base, ours, theirs)
}

// value3 is scalar3 where c says what is to be asked, but for the values.
func value3(j *judge, c contested, base, ours, theirs string) string {
	switch {
	case ours == theirs:
		return ours
	case j.virtual && (isNovel(ours) || isNovel(theirs)):
		return novelValue
	case theirs == base, j.knows(c.field, readable(theirs)):
		return ours
	case ours == base && !j.wasAsked(c.field):
		return theirs
	}
	c.base, c.ours, c.theirs = shownValue(base), readable(ours), readable(theirs)
	c.noBase, c.single = holdsNovel(base), true
	return pick(j.decide(c), base, ours, theirs, novelValue)
}

// pick gives the value of a side.
func pick(s Side, base, ours, theirs, novel string) string {
	switch s {
	case Ours:
		return ours
	case Theirs:
		return theirs
	case Base:
		if isNovel(base) {
			return ours
		}
		return base
	}
	return novel
}

func isNovel(value string) bool { return value == novel || value == novelValue }

// holdsNovel reports a text or JSON with something novel in it. What was
// contested in an ancestor stays so, whatever it is merged with.
func holdsNovel(text string) bool {
	return strings.Contains(text, novel) || strings.Contains(text, strings.Trim(novelValue, `"`))
}

// shownValue is a base for people, who are not told of novel values.
func shownValue(base string) string {
	return strings.TrimSpace(strings.ReplaceAll(readable(base), novel, ""))
}

// members3 merges documents member by member. special merges those that are
// not taken whole.
func members3(j *judge, path string, base, ours, theirs document, special map[string]func(base, ours, theirs string) string) document {
	var merged document
	done := map[string]bool{}
	for _, d := range []document{ours, theirs} {
		for _, m := range d {
			if done[m.name] {
				continue
			}
			done[m.name] = true
			b, o, t := base.get(m.name), ours.get(m.name), theirs.get(m.name)
			if merge, ok := special[m.name]; ok {
				merged.set(m.name, merge(b, o, t))
			} else {
				merged.set(m.name, scalar3(j, path+m.name, b, o, t))
			}
		}
	}
	return merged
}
