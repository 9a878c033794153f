package merge

import (
	"slices"

	"bantin/bulletin"
)

// Origins tells of each conflict of a view which versions its two sides were
// written in: not always the head that was merged, as that may be a version that
// joined others, or was set aside. heads are those of the view. Errors are those
// of from.
func Origins(kind bulletin.SubjectKind, heads []bulletin.RevisionID, from Source, v View) ([]Conflict, error) {
	o := origins{kind, from, map[[2]bulletin.RevisionID][]Conflict{}, map[bulletin.RevisionID][]Conflict{}}
	all := slices.Clone(v.Conflicts)
	for i := range all {
		c := &all[i]
		var err error
		if c.OursHead, err = o.ours(heads, v.Ours, *c); err != nil {
			return nil, err
		}
		if c.Field == FieldDeleted || c.Field == "version" {
			continue
		}
		if c.OursHead, err = o.author(c.OursHead, c.Field, c.Ours); err != nil {
			return nil, err
		}
		if c.Head, err = o.author(c.Head, c.Field, c.Theirs); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// maxTraced is of how many heads it is looked for which two have a conflict. Of
// more, ours is taken for that of the first.
const maxTraced = 4

type origins struct {
	kind   bulletin.SubjectKind
	from   Source
	known  map[[2]bulletin.RevisionID][]Conflict // between two heads
	joined map[bulletin.RevisionID][]Conflict    // between those that a version joined
}

// ours is the head that the first side of a conflict between some heads is from.
func (o origins) ours(heads []bulletin.RevisionID, first bulletin.RevisionID, c Conflict) (bulletin.RevisionID, error) {
	if len(heads) <= 2 || len(heads) > maxTraced || c.Field == FieldDeleted || c.Field == "version" {
		return first, nil
	}
	return o.opposite(heads, first, c)
}

// opposite is the head that a conflict's head has it with: the two of them
// alone have it, too. Where no two have just this one, as what one wrote stands
// against a third only because a second had rewritten the same, it is one that
// has the text of ours against anybody; of a text joined from several, the first.
func (o origins) opposite(heads []bulletin.RevisionID, first bulletin.RevisionID, c Conflict) (bulletin.RevisionID, error) {
	others := append([]bulletin.RevisionID{first}, slices.Sorted(slices.Values(heads))...)
	others = slices.DeleteFunc(others, func(head bulletin.RevisionID) bool { return head == c.Head })
	for _, head := range others {
		found, err := o.between(head, c.Head)
		if err != nil {
			return "", err
		}
		if slices.ContainsFunc(found, func(d Conflict) bool {
			return d.Field == c.Field && (d.Ours == c.Ours && d.Theirs == c.Theirs || d.Ours == c.Theirs && d.Theirs == c.Ours)
		}) {
			return head, nil
		}
	}
	for i, head := range others {
		for _, other := range others[i+1:] {
			found, err := o.between(head, other)
			if err != nil {
				return "", err
			}
			for _, d := range found {
				switch {
				case d.Field != c.Field:
				case d.Ours == c.Ours:
					return d.OursHead, nil
				case d.Theirs == c.Ours:
					return d.Head, nil
				}
			}
		}
	}
	return first, nil
}

// between are the conflicts that two heads have alone.
func (o origins) between(one, other bulletin.RevisionID) ([]Conflict, error) {
	pair := [2]bulletin.RevisionID{min(one, other), max(one, other)}
	found, known := o.known[pair]
	if known || one == other {
		return found, nil
	}
	v, err := Heads(o.kind, pair[:], o.from, nil)
	if err != nil {
		return nil, err
	}
	for i := range v.Conflicts {
		v.Conflicts[i].OursHead = v.Ours
	}
	o.known[pair] = v.Conflicts
	return v.Conflicts, nil
}

// written is the version that a head has a contested text from: one of those
// that it joined without settling them, or itself. What these had joined before
// is not asked for: it would take a merge for each of them, at every reading.
func (o origins) written(head bulletin.RevisionID, field, text string) (bulletin.RevisionID, error) {
	before, known := o.joined[head]
	if !known {
		var err error
		if before, err = o.openBefore(head); err != nil {
			return head, err
		}
		o.joined[head] = before
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

// openBefore are the conflicts between the versions that a head joined, unless
// it was a person's choice what becomes of them.
func (o origins) openBefore(head bulletin.RevisionID) ([]Conflict, error) {
	r, ok, err := o.from.Load(head)
	if err != nil || !ok || r.Reason == bulletin.ReasonMerge || r.Reason == bulletin.ReasonRestore {
		return nil, err
	}
	joined := r.Parents
	again := r.Reason == bulletin.ReasonReopen || r.Reason == bulletin.ReasonAside && len(joined) == 1
	if again {
		joined, err = o.settledBefore(r)
	}
	if err != nil || len(joined) < 2 {
		return nil, err
	}
	v, err := Heads(o.kind, joined, o.from, nil)
	for i := range v.Conflicts {
		c := &v.Conflicts[i]
		if err == nil {
			c.OursHead, err = o.ours(joined, v.Ours, *c)
		}
		if again && err == nil { // they may have been opened again before
			c.OursHead, err = o.written(c.OursHead, c.Field, c.Ours)
		}
		if again && err == nil {
			c.Head, err = o.written(c.Head, c.Field, c.Theirs)
		}
	}
	return v.Conflicts, err
}

// settledBefore are the versions whose conflicts were opened again (Reopen): those
// that had been joined by the one that r follows, or that is behind it.
func (o origins) settledBefore(r bulletin.Revision) ([]bulletin.RevisionID, error) {
	for _, id := range r.Parents {
		parent, ok, err := o.from.Load(id)
		switch {
		case err != nil:
			return nil, err
		case !ok:
		case parent.Reason == bulletin.ReasonReopen:
			return o.settledBefore(parent)
		case parent.Reason == bulletin.ReasonMerge || parent.Deleted:
			return parent.Parents, nil
		}
	}
	return nil, nil
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
