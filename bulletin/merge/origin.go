package merge

import (
	"slices"

	"bantin/bulletin"
)

// Origins tells of each conflict of a view which versions its two sides were
// written in: not always the head that was merged, as that may have come to a
// text by being merged itself or by being set aside. heads are those of the
// view. Errors are those of from.
func Origins(kind bulletin.SubjectKind, heads []bulletin.RevisionID, from Source, v View) ([]Conflict, error) {
	o := origins{kind: kind, from: from, known: map[[2]bulletin.RevisionID][]Conflict{}}
	return o.of(heads, v, 0)
}

// Beyond these, sides are taken for those of the heads themselves.
const (
	maxTraced = 8 // heads
	maxJoins  = 8 // joins of heads, one over the other
)

type origins struct {
	kind  bulletin.SubjectKind
	from  Source
	known map[[2]bulletin.RevisionID][]Conflict // between two heads
}

func (o origins) of(heads []bulletin.RevisionID, v View, depth int) ([]Conflict, error) {
	all := slices.Clone(v.Conflicts)
	for i := range all {
		c := &all[i]
		c.OursHead = v.Ours
		if c.Field == FieldDeleted || c.Field == "version" {
			continue
		}
		var err error
		if len(heads) > 2 && len(heads) <= maxTraced {
			if c.OursHead, err = o.opposite(heads, v.Ours, *c); err != nil {
				return nil, err
			}
		}
		if c.OursHead, err = o.written(c.OursHead, c.Field, c.Ours, depth); err != nil {
			return nil, err
		}
		if c.Head, err = o.written(c.Head, c.Field, c.Theirs, depth); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// opposite is the head that a conflict's head has it with: the two of them
// alone have it, too.
func (o origins) opposite(heads []bulletin.RevisionID, first bulletin.RevisionID, c Conflict) (bulletin.RevisionID, error) {
	others := append([]bulletin.RevisionID{first}, slices.Sorted(slices.Values(heads))...)
	for _, head := range others {
		if head == c.Head {
			continue
		}
		pair := [2]bulletin.RevisionID{head, c.Head}
		found, known := o.known[pair]
		if !known {
			v, err := Heads(o.kind, pair[:], o.from, nil)
			if err != nil {
				return "", err
			}
			found = v.Conflicts
			o.known[pair] = found
		}
		if slices.ContainsFunc(found, func(d Conflict) bool {
			return d.Field == c.Field && (d.Ours == c.Ours && d.Theirs == c.Theirs || d.Ours == c.Theirs && d.Theirs == c.Ours)
		}) {
			return head, nil
		}
	}
	return first, nil
}

// written is the version that a head has a contested text from: one of those
// that it joined without settling them, or itself.
func (o origins) written(head bulletin.RevisionID, field, text string, depth int) (bulletin.RevisionID, error) {
	r, ok, err := o.from.Load(head)
	if err != nil || !ok || depth >= maxJoins || len(r.Parents) < 2 || r.Reason == bulletin.ReasonMerge {
		return head, err
	}
	v, err := Heads(o.kind, r.Parents, o.from, nil)
	if err != nil {
		return head, err
	}
	before, err := o.of(r.Parents, v, depth+1)
	if err != nil {
		return head, err
	}
	for _, c := range before {
		switch {
		case c.Field != field:
		case c.Ours == text:
			return c.OursHead, nil
		case c.Theirs == text:
			return c.Head, nil
		}
	}
	return head, nil
}

// Turn changes the sides of a conflict: what was ours is theirs.
func (c Conflict) Turn() Conflict {
	c.Ours, c.Theirs, c.OursHead, c.Head, c.Turned = c.Theirs, c.Ours, c.Head, c.OursHead, !c.Turned
	c.Shown = c.Shown.Turn()
	return c
}

// First is the side that the view has of heads before the one that is merged.
func (c Conflict) First() Side {
	if c.Turned {
		return Theirs
	}
	return Ours
}

// Turn is theirs for ours and ours for theirs.
func (s Side) Turn() Side {
	switch s {
	case Ours:
		return Theirs
	case Theirs:
		return Ours
	}
	return s
}
