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
	changes, err := Difference(kind, mine.Document, v.Document)
	if err != nil || kind != bulletin.SubjectArticle {
		return changes, err
	}
	return withoutLostApproval(changes, heads, from)
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
