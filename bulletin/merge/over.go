package merge

import (
	"fmt"
	"slices"
	"time"

	"bantin/bulletin"
)

// Over says how a text is saved by somebody who had seen the merged text of
// some heads and has settled none of their conflicts. The new revision follows
// parents. aside, which are to be stored with it, keep the other side of each
// conflict: they follow the same parents, so that their only difference from
// the new text are what was typed and what is contested, and the conflicts
// stay as they are. Without conflicts the parents are all the heads.
//
// aside are a function of the heads alone, so that two PCs that do the same
// keep the same. Heads that are set aside already, and deletions, stay heads.
// Errors are those of from, and of texts that cannot be read.
func Over(kind bulletin.SubjectKind, heads []bulletin.RevisionID, from Source) (parents []bulletin.RevisionID, aside []bulletin.Revision, err error) {
	v, err := Heads(kind, heads, from, nil)
	if err != nil || len(v.Conflicts) == 0 {
		return heads, nil, err
	}
	var live []bulletin.Revision
	written := 0
	for _, id := range heads {
		r, ok, err := from.Load(id)
		if err != nil {
			return nil, nil, fmt.Errorf("save over %d versions: %w", len(heads), err)
		}
		if !ok || r.Deleted {
			continue
		}
		live = append(live, r)
		if r.Reason != bulletin.ReasonAside {
			written++
		}
	}
	slices.SortFunc(live, inTurn)
	if written == 1 || len(live) == 1 {
		return []bulletin.RevisionID{live[0].ID}, nil, nil
	}
	for _, r := range live {
		parents = append(parents, r.ID)
	}
	for _, r := range live[1:] {
		other, ok, err := setAside(kind, live, from, r.ID, v.Conflicts)
		if err != nil {
			return nil, nil, err
		}
		if ok {
			aside = append(aside, other)
		}
	}
	return parents, aside, nil
}

// setAside is the merged text with what is not shown of the conflicts with one
// head; ok is false where there are none.
func setAside(kind bulletin.SubjectKind, live []bulletin.Revision, from Source, head bulletin.RevisionID, conflicts []Conflict) (r bulletin.Revision, ok bool, err error) {
	v, ok, err := otherSide(kind, live, from, head, conflicts)
	if err != nil || !ok {
		return r, false, err
	}
	var at time.Time
	for _, parent := range live {
		if parent.Time.After(at) {
			at = parent.Time
		}
	}
	r, err = bulletin.NewRevision(kind, live[0].Subject, idsOf(live), at, "", bulletin.ReasonAside, v.Document)
	if err != nil {
		return r, false, fmt.Errorf("set a version aside: %w", err)
	}
	return r, true, nil
}

// otherSide is what is set aside of the conflicts with one head.
func otherSide(kind bulletin.SubjectKind, live []bulletin.Revision, from Source, head bulletin.RevisionID, conflicts []Conflict) (v View, ok bool, err error) {
	choices := Choices{}
	for _, c := range conflicts {
		if c.Head == head {
			choices[c.Key()] = c.other()
		}
	}
	if len(choices) == 0 {
		return v, false, nil
	}
	v, err = Heads(kind, idsOf(live), from, choices)
	return v, err == nil, err
}
