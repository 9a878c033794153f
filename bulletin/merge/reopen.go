package merge

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"bantin/bulletin"
)

// ErrLate is that conflicts cannot be opened again, because what was written
// since speaks of the same places, or because a version is no longer there.
var ErrLate = errors.New("too late to open these conflicts again")

// Reopened is what is to be stored for conflicts to be open again: Beside as they
// are, and over Parents a version with the text Text and the reason
// bulletin.ReasonReopen.
type Reopened struct {
	Text    []byte
	Parents []bulletin.RevisionID
	Beside  []bulletin.Revision
}

// Reopen says how conflicts are opened again that somebody settled: settled is
// the version that did, now the newest one after it. What is then shown is the
// text of now with what was shown of the conflicts while they were open; what was
// written since stays. A deletion among what was settled is made again.
//
// There are three ways, of which the first is taken that gives the same conflicts.
// The versions that were settled are written again over the one that they were
// made of (overAncestor). Or their merged text is, with one side and with the
// other, over what was before both (overBase). Or these two follow the versions
// that were settled, as in Over: what those have in common is the base, in which a
// contested place is like no other text, so that nothing is lost, but what was
// before cannot be chosen, and conflicts side by side may have become one.
//
// It fails with ErrLate, also where settled has settled nothing, and with the
// errors of from and of texts that cannot be read.
func Reopen(kind bulletin.SubjectKind, settled, now bulletin.RevisionID, from Source, at time.Time, author string) (Reopened, error) {
	r := reopening{kind: kind, settled: settled, now: now, from: from, at: at, author: author}
	if err := r.look(); err != nil {
		return Reopened{}, err
	}
	text, err := r.since(r.was.Document)
	if err != nil {
		return Reopened{}, err
	}
	for _, way := range []func([]byte) (Reopened, error){r.overAncestor, r.overBase} {
		again, err := way(text)
		same := false
		if err == nil && again.Text != nil {
			same, err = r.asksTheSame(again)
		}
		if err != nil {
			return Reopened{}, fmt.Errorf("open conflicts again: %w", err)
		}
		if same {
			again.Beside = append(again.Beside, r.gone...)
			return again, nil
		}
	}
	again, err := r.overSettled(text)
	shows := false
	if err == nil {
		_, shows, err = r.outcome(again)
	}
	if err != nil {
		return Reopened{}, fmt.Errorf("open conflicts again: %w", err)
	}
	if !shows {
		return Reopened{}, ErrLate
	}
	again.Beside = append(again.Beside, r.gone...)
	return again, nil
}

// reopening is a settling that is to be taken back.
type reopening struct {
	kind         bulletin.SubjectKind
	settled, now bulletin.RevisionID
	from         Source
	at           time.Time
	author       string

	live []bulletin.Revision // that were settled, in the order in which they are merged
	gone []bulletin.Revision // the deletions among them, made again
	was  View                // of them all
}

// look finds what was settled.
func (r *reopening) look() error {
	heads := r.from.Parents(r.settled)
	for _, id := range heads {
		one, ok, err := r.from.Load(id)
		switch {
		case err != nil:
			return err
		case !ok:
			return ErrLate
		case !one.Deleted:
			r.live = append(r.live, one)
			continue
		}
		again, err := bulletin.NewRevision(r.kind, one.Subject, []bulletin.RevisionID{id}, r.at, r.author, bulletin.ReasonDelete, one.Document)
		if err != nil {
			return err
		}
		r.gone = append(r.gone, again)
	}
	slices.SortFunc(r.live, inTurn)
	var err error
	if r.was, err = Heads(r.kind, heads, r.from, nil); err == nil && len(r.was.Conflicts) == 0 {
		err = ErrLate
	}
	return err
}

// over are the versions that come after what was settled.
func (r *reopening) over() []bulletin.RevisionID {
	if r.now == r.settled {
		return []bulletin.RevisionID{r.now}
	}
	return []bulletin.RevisionID{r.now, r.settled}
}

// overSettled sets the other sides aside over what was settled.
func (r *reopening) overSettled(text []byte) (Reopened, error) {
	again := Reopened{Text: text, Parents: r.over()}
	var err error
	again.Beside, err = r.sides(idsOf(r.live))
	return again, err
}

// overAncestor writes the versions again over their common ancestor, of which
// there must be one.
func (r *reopening) overAncestor(text []byte) (Reopened, error) {
	if len(r.live) == 0 {
		return Reopened{}, nil
	}
	ids := idsOf(r.live)
	past := ancestors(r.from, nil, ids[0])
	var ancestor []bulletin.RevisionID
	for i, id := range ids[1:] {
		own := ancestors(r.from, nil, id)
		common := nearest(r.from, past, own)
		if len(common) != 1 || i > 0 && common[0] != ancestor[0] {
			return Reopened{}, nil
		}
		ancestor = common
		past = ancestors(r.from, past, id)
	}
	if len(ancestor) == 0 {
		return Reopened{}, nil
	}
	one, ok, err := r.from.Load(ancestor[0])
	if err != nil || !ok || one.Deleted {
		return Reopened{}, err
	}
	again, err := r.rebased(one.Document)
	if err != nil {
		return Reopened{}, err
	}
	again.Text = text
	if r.settled == r.now {
		again.Text = r.live[0].Document
	}
	var others [][]byte
	for _, side := range r.live[1:] {
		others = append(others, side.Document)
	}
	sides, err := r.setAside(again.Parents, others)
	again.Beside = append(again.Beside, sides...)
	return again, err
}

// setAside has texts set aside over some versions, to be merged in the order in
// which they are given: each is what it was, ours or theirs. That order goes by
// ID, and so by chance; a revision written a moment later has another one.
func (r *reopening) setAside(over []bulletin.RevisionID, texts [][]byte) (sides []bulletin.Revision, err error) {
	for i, text := range texts {
		var side bulletin.Revision
		for try := range maxTries * len(texts) {
			at := r.at.Add(time.Duration(try) * time.Millisecond)
			if side, err = bulletin.NewRevision(r.kind, r.live[0].Subject, over, at, "", bulletin.ReasonAside, text); err != nil {
				return nil, err
			}
			if shareOf(side.ID, len(texts)) == i {
				break
			}
		}
		sides = append(sides, side)
	}
	return sides, nil
}

// maxTries is how often, for each text, another moment is tried: in vain once in
// 10^13 times.
const maxTries = 30

// shareOf is in which of n equal parts of all IDs, in their order, one lies.
func shareOf(id bulletin.RevisionID, n int) int {
	first, err := strconv.ParseUint(string(id[:8]), 16, 32)
	if err != nil {
		return -1
	}
	return int(first * uint64(n) >> 32)
}

// rebased has a version with a text follow what is there now.
func (r *reopening) rebased(document []byte) (Reopened, error) {
	base, err := bulletin.NewRevision(r.kind, r.live[0].Subject, r.over(), r.at, r.author, bulletin.ReasonReopen, document)
	return Reopened{Parents: []bulletin.RevisionID{base.ID}, Beside: []bulletin.Revision{base}}, err
}

// overBase sets the other sides aside over what was before all of them.
func (r *reopening) overBase(text []byte) (Reopened, error) {
	choices := Choices{}
	for _, c := range r.was.Conflicts {
		if c.NoBase {
			return Reopened{}, nil
		}
		if c.Field != FieldDeleted {
			choices[c.Key()] = Base
		}
	}
	if len(choices) == 0 {
		return Reopened{}, nil
	}
	v, err := Heads(r.kind, idsOf(r.live), r.from, choices)
	if err != nil {
		return Reopened{}, nil //nolint:nilerr // then there is no such text
	}
	again, err := r.rebased(v.Document)
	if err != nil {
		return Reopened{}, err
	}
	sides, err := r.sides(again.Parents)
	again.Text, again.Beside = text, append(again.Beside, sides...)
	return again, err
}

// asksTheSame reports whether the conflicts are those that were settled, and the
// text, unless more was written, the one that was shown.
func (r *reopening) asksTheSame(again Reopened) (bool, error) {
	v, shows, err := r.outcome(again)
	asked := func(all []Conflict) (out []string) {
		for _, c := range all {
			if c.Field != FieldDeleted {
				out = append(out, strings.Join([]string{c.Field, c.Base, c.Ours, c.Theirs, string(c.Shown)}, "\x00"))
			}
		}
		slices.Sort(out)
		return out
	}
	return err == nil && shows && slices.Equal(asked(v.Conflicts), asked(r.was.Conflicts)), err
}

// outcome is what would come of it but for deletions, and whether that shows the
// conflicts beside the text that was shown.
func (r *reopening) outcome(again Reopened) (v View, shows bool, err error) {
	text, err := bulletin.NewRevision(r.kind, r.live[0].Subject, again.Parents, r.at, r.author, bulletin.ReasonReopen, again.Text)
	if err != nil {
		return v, false, err
	}
	to, heads := with{r.from, map[bulletin.RevisionID]bulletin.Revision{text.ID: text}}, []bulletin.RevisionID{text.ID}
	for _, side := range again.Beside {
		to.more[side.ID] = side
		if side.Reason == bulletin.ReasonAside {
			heads = append(heads, side.ID)
		}
	}
	if v, err = Heads(r.kind, heads, to, nil); err != nil {
		return v, false, err
	}
	shows = len(v.Conflicts) > 0 || len(r.gone) > 0
	if r.settled == r.now {
		shows = shows && bytes.Equal(v.Document, r.was.Document)
	}
	return v, shows, nil
}

// with is a source that knows some more revisions.
type with struct {
	Source
	more map[bulletin.RevisionID]bulletin.Revision
}

func (w with) Parents(id bulletin.RevisionID) []bulletin.RevisionID {
	if r, ok := w.more[id]; ok {
		return r.Parents
	}
	return w.Source.Parents(id)
}

func (w with) Load(id bulletin.RevisionID) (bulletin.Revision, bool, error) {
	if r, ok := w.more[id]; ok {
		return r, true, nil
	}
	return w.Source.Load(id)
}

// sides sets the other sides aside, over some versions.
func (r *reopening) sides(over []bulletin.RevisionID) ([]bulletin.Revision, error) {
	var texts [][]byte
	for _, one := range r.live[min(1, len(r.live)):] {
		v, ok, err := otherSide(r.kind, r.live, r.from, one.ID, r.was.Conflicts)
		if err != nil {
			return nil, err
		}
		if !ok {
			continue
		}
		document := v.Document
		if r.kind == bulletin.SubjectArticle {
			if document, err = r.leavingApproval(document); err != nil {
				return nil, err
			}
		}
		texts = append(texts, document)
	}
	return r.setAside(over, texts)
}

// leavingApproval is the text of a version set aside that says nothing against the
// approval of the text that was shown: by itself it vouches for none (see
// unapproved).
func (r *reopening) leavingApproval(aside []byte) ([]byte, error) {
	shown, err := read(r.was.Document)
	if err != nil || shown.text(fieldStatus) != string(bulletin.Approved) {
		return aside, err
	}
	if slices.ContainsFunc(r.was.Conflicts, func(c Conflict) bool { return c.Field == fieldStatus }) {
		return aside, nil
	}
	other, err := read(aside)
	if err != nil {
		return nil, err
	}
	other.set(fieldStatus, quoted(string(bulletin.Approved)))
	return canonical(r.kind, other)
}

// since is a text that stands in the place of what was settled, with what was
// written since.
func (r *reopening) since(text []byte) ([]byte, error) {
	if r.settled == r.now {
		return text, nil
	}
	var docs [2]document
	for i, id := range []bulletin.RevisionID{r.settled, r.now} {
		one, ok, err := r.from.Load(id)
		if err != nil {
			return nil, err
		}
		if !ok || one.Deleted || !ancestors(r.from, nil, r.now)[r.settled] {
			return nil, ErrLate
		}
		if docs[i], err = read(one.Document); err != nil {
			return nil, err
		}
	}
	back, err := read(text)
	if err != nil {
		return nil, err
	}
	m, j := merger{kind: r.kind, from: r.from}, newJudge(nil)
	merged := m.merge3(j, docs[0], docs[1], back)
	if len(j.conflicts) > 0 {
		return nil, ErrLate
	}
	return canonical(r.kind, merged)
}

func idsOf(versions []bulletin.Revision) (ids []bulletin.RevisionID) {
	for _, r := range versions {
		ids = append(ids, r.ID)
	}
	return ids
}
