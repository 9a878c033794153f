package storage

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// siding says whether conflicts have the sides that people are told of: who
// wrote them takes a merge for each two heads. A save, which holds up all other
// writers, needs only to know how many there are.
type siding bool

const (
	sided   siding = true // see mine
	unsided siding = false
)

// mine makes ours of each conflict what was written in this file, theirs the
// other side. The text that is shown meanwhile stays, which is the same in all
// files. Of two sides the one by who works in the file (Writer) is ours, else
// the one that was begun here first: whoever had received the other before would
// have written over it.
func mine(ctx context.Context, q querier, kind bulletin.SubjectKind, subject bulletin.ID, sound []bulletin.Revision, from *past, v merge.View) ([]merge.Conflict, error) {
	if len(v.Conflicts) == 0 {
		return nil, nil
	}
	conflicts, err := merge.Origins(kind, idsOf(sound), from, v)
	if err != nil {
		return nil, err
	}
	turns, err := newTurns(ctx, q, subject, sound, from)
	if err != nil {
		return nil, err
	}
	for i, c := range conflicts {
		if turns.before(c.Head, c.OursHead) {
			conflicts[i] = c.Turn()
		}
	}
	turns.tellMine(conflicts)
	return conflicts, nil
}

// tellMine finds for each place the version that comes first in this file, of
// all that stand against each other there.
func (t turns) tellMine(conflicts []merge.Conflict) {
	for _, place := range merge.ByPlace(conflicts) {
		first := place[0].OursHead
		for _, c := range place {
			if t.before(c.OursHead, first) {
				first = c.OursHead
			}
		}
		for _, c := range place {
			i := slices.IndexFunc(conflicts, func(d merge.Conflict) bool { return d.Key() == c.Key() })
			conflicts[i].Mine = c.OursHead == first
		}
	}
}

// turns tells which of two versions comes first in a file.
type turns struct {
	known map[bulletin.RevisionID]turn
	from  *past
}

type turn struct {
	id     bulletin.RevisionID
	number int
	author string
	others int // 0 for one by who works in the file, else 1
}

func newTurns(ctx context.Context, q querier, subject bulletin.ID, sound []bulletin.Revision, from *past) (turns, error) {
	var writer string
	if err := readSetting(ctx, q, writerSetting, &writer); err != nil && bulletin.TroubleKey(err) != "settings_damaged" {
		return turns{}, fmt.Errorf("load who works in the file: %w", err)
	}
	all, err := collect(ctx, q, func(row scanner) (t turn, err error) {
		err = row.Scan((*string)(&t.id), &t.number, &t.author)
		return t, err
	}, `SELECT id, number, author FROM revisions WHERE subject = ?`, subject)
	if err != nil {
		return turns{}, fmt.Errorf("list the versions of %s: %w", subject, err)
	}
	known := map[bulletin.RevisionID]turn{}
	for _, t := range all {
		if t.author == "" || t.author != writer {
			t.others = 1
		}
		known[t.id] = t
	}
	for _, r := range sound {
		if r.Deleted {
			known[""] = known[r.ID] // see merge.Conflict.Head
		}
	}
	return turns{known, from}, nil
}

func (t turns) before(a, b bulletin.RevisionID) bool {
	one, known := t.known[a]
	other, both := t.known[b]
	return known && both && cmp.Or(cmp.Compare(one.others, other.others), cmp.Compare(t.begun(one, other), t.begun(other, one))) < 0
}

// begun is the number of the first version that led to one and not to the
// other.
func (t turns) begun(one, other turn) int {
	shared := t.past(other.id)
	first := one.number
	for id := range t.past(one.id) {
		if v, ok := t.known[id]; ok && !shared[id] {
			first = min(first, v.number)
		}
	}
	return first
}

func (t turns) past(id bulletin.RevisionID) map[bulletin.RevisionID]bool {
	seen, waiting := map[bulletin.RevisionID]bool{}, []bulletin.RevisionID{id}
	for len(waiting) > 0 {
		next := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		if !seen[next] {
			seen[next] = true
			waiting = append(waiting, t.from.Parents(next)...)
		}
	}
	return seen
}

// asMerged are choices as merging knows the sides: those of conflicts that mine
// has turned are turned back.
func asMerged(choices merge.Choices, conflicts []merge.Conflict) merge.Choices {
	turned := maps.Clone(choices)
	for _, c := range conflicts {
		if side, chosen := choices[c.Key()]; chosen && c.Turned {
			turned[c.Key()] = side.Turn()
		}
	}
	return turned
}
