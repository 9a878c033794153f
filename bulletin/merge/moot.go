package merge

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"bantin/bulletin"
)

// withoutMoot merges without an answer whose question does not come up, as other
// answers have made what it was about. It is moot where it wanted what stands
// there to stay, or where the text that it wanted stands there. Otherwise it
// contradicts the answers that put another one there, or is the error that it
// was.
func withoutMoot(kind bulletin.SubjectKind, heads []bulletin.RevisionID, from Source, choices Choices, moot *ChoiceError) (View, error) {
	asked, err := Heads(kind, heads, from, nil)
	if err != nil {
		return View{}, err
	}
	for _, c := range asked.Conflicts {
		if c.Key() != moot.Key {
			continue
		}
		rest := maps.Clone(choices)
		delete(rest, moot.Key)
		v, err := Heads(kind, heads, from, rest)
		var other *ContradictionError
		if errors.As(err, &other) {
			return View{}, err
		}
		switch {
		case err != nil:
		case c.stands(moot.Side, v.Document):
			return v, nil
		case len(rest) > 0:
			return View{}, &ContradictionError{c.Field, c.wanted(moot.Side), c.Ours}
		}
	}
	return View{}, moot
}

// wanted is the text of a side.
func (c Conflict) wanted(side Side) string {
	switch side {
	case Theirs:
		return c.Theirs
	case Base:
		return c.Base
	case Both:
		return c.Ours + " " + c.Theirs
	}
	return c.Ours
}

// stands reports that a document has what a side of a conflict wanted.
func (c Conflict) stands(side Side, document []byte) bool {
	has := func(text string) bool {
		return strings.Contains(string(document), strings.Trim(quoted(text), `"`))
	}
	switch side {
	case Ours:
		return true
	case Theirs:
		return c.Theirs != "" && has(c.Theirs)
	case Base:
		return c.Base != "" && has(c.Base)
	case Both:
		return !slices.ContainsFunc(append(sentences(c.Ours, true), sentences(c.Theirs, true)...), func(s sentence) bool { return !has(s.key()) })
	}
	return false
}
