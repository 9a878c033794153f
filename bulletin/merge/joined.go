package merge

import (
	"slices"

	"bantin/bulletin"
)

// Joined tells what the merged text takes over from the other heads without that
// anybody is asked: how it differs from what one of the heads says, when each
// conflict is settled as that head has it. Nothing for a head that is a deletion or
// cannot be loaded, and where nothing but conflicts sets the others apart from it.
// Errors are those of from, and of texts that cannot be read.
func Joined(kind bulletin.SubjectKind, heads []bulletin.RevisionID, own bulletin.RevisionID, from Source) ([]Change, error) {
	mine, ok, err := from.Load(own)
	if err != nil || !ok || mine.Deleted {
		return nil, err
	}
	v, err := settledAs(kind, heads, own, from)
	if err != nil || v.Document == nil {
		return nil, err
	}
	now, err := read(v.Document)
	if err != nil {
		return nil, err
	}
	text, err := read(mine.Document)
	if err != nil {
		return nil, err
	}
	changes := placewise(text, now)
	if err := markBoth(kind, changes, heads, own, text, from); err != nil || kind != bulletin.SubjectArticle {
		return changes, err
	}
	return withoutLostApproval(changes, heads, from)
}

// placewise is how two texts differ where what stands in the place of a paragraph
// has become of it, as merging has it.
func placewise(older, newer document) []Change {
	c := comparison{byPlace: true}
	c.documents("", older, newer)
	return c.changes
}

// markBoth marks the changes of places that one head, whose text is given, and
// another one have both changed since what they have in common.
func markBoth(kind bulletin.SubjectKind, changes []Change, heads []bulletin.RevisionID, own bulletin.RevisionID, text document, from Source) error {
	if len(changes) == 0 {
		return nil
	}
	m := merger{kind: kind, from: from, virtual: map[string]document{}}
	past := ancestors(from, nil, own)
	for _, id := range heads[:min(len(heads), maxHeads)] {
		r, ok, err := from.Load(id)
		switch {
		case err != nil:
			return err
		case !ok, id == own, r.Deleted:
			continue
		}
		base, err := m.base(nearest(from, past, ancestors(from, nil, id)))
		if err != nil {
			return err
		}
		theirs, err := read(r.Document)
		if err != nil {
			return err
		}
		mine, others := placewise(base, text), placewise(base, theirs)
		for i := range changes {
			changes[i].Both = changes[i].Both || ofBoth(changes[i], mine, others)
		}
	}
	return nil
}

// ofBoth reports a change of what mine had made of the base, where others had
// made something of the same, too.
func ofBoth(c Change, mine, others []Change) bool {
	return slices.ContainsFunc(mine, func(m Change) bool {
		if m.Field != c.Field || c.Field == "body" && (m.Kind != Changed || m.After != c.Before) {
			return false
		}
		return slices.ContainsFunc(others, func(o Change) bool {
			return o.Field == c.Field && (c.Field != "body" || o.Before == m.Before)
		})
	})
}

// OfBoth parts what was joined: what others alone have changed, and what both have.
func OfBoth(changes []Change) (theirs, both []Change) {
	for _, c := range changes {
		if c.Both {
			both = append(both, c)
		} else {
			theirs = append(theirs, c)
		}
	}
	return theirs, both
}

// withoutLostApproval leaves out a status that none of the heads has: nobody has
// changed it, the program has, as an approval is of one text (see unapproved).
func withoutLostApproval(changes []Change, heads []bulletin.RevisionID, from Source) ([]Change, error) {
	i := slices.IndexFunc(changes, func(c Change) bool { return c.Field == "status" })
	if i < 0 {
		return changes, nil
	}
	for _, id := range heads {
		r, ok, err := from.Load(id)
		if err != nil {
			return nil, err
		}
		if !ok || r.Deleted {
			continue
		}
		if d, err := read(r.Document); err != nil || d.text("status") == changes[i].After {
			return changes, err
		}
	}
	return slices.Delete(changes, i, i+1), nil
}

// settledAs merges heads and takes for each conflict the side of one of them.
// Heads are folded one after the other, so that a conflict is either with that
// head, whose text is theirs then, or with a later one, and what was folded before,
// that head among it, is ours.
func settledAs(kind bulletin.SubjectKind, heads []bulletin.RevisionID, own bulletin.RevisionID, from Source) (View, error) {
	v, err := Heads(kind, heads, from, nil)
	if err != nil || len(v.Conflicts) == 0 {
		return v, err
	}
	choices := Choices{}
	for _, c := range v.Conflicts {
		choices[c.Key()] = Ours
		if c.Head == own {
			choices[c.Key()] = Theirs
		}
	}
	return Heads(kind, heads, from, choices)
}
