// Package merge makes one article, or one issue, of several newest versions of
// it. What it gives is a function of the revisions alone: whoever has the same
// revisions sees the same text, in whatever order they arrived and whatever
// the clocks said. Nothing of it is stored until a person saves it.
//
// The heads, sorted by ID (those set aside last, see Over), are folded one after
// the other: each with the one so far by a three-way merge over their newest
// common ancestors, which are merged themselves where there are several; one that
// cannot be read gives its place to what it was written over. A field
// that one side changed is taken from there. Bodies are merged by paragraph and,
// where both changed one, by sentence; photos by their pictures; stories of an
// issue by article.
// What both changed differently is a Conflict: one side is shown, and both
// stay in the list with the text that they were made of.
package merge

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"bantin/bulletin"
)

// Source is where revisions are found.
type Source interface {
	// Parents are those of a revision, none where it is not known.
	Parents(id bulletin.RevisionID) []bulletin.RevisionID
	// Load gives a revision with its text; ok is false where it is not there,
	// was thinned or is damaged.
	Load(id bulletin.RevisionID) (r bulletin.Revision, ok bool, err error)
}

// View is what several heads come to.
type View struct {
	// Document is the canonical JSON of the article or issue; nil when all
	// heads are deletions.
	Document []byte
	// Ours is the head that the others were merged into.
	Ours      bulletin.RevisionID
	Conflicts []Conflict
	// Deleted: every head is a deletion, or the choice was to delete.
	Deleted bool
}

// maxHeads is how many heads are merged; what more there are, which no
// newsroom comes to but a file that was made to waste time, are listed as
// conflicts each.
const maxHeads = 100

// Heads merges the heads of a subject. choices settle conflicts by their Key
// and may be nil; a choice that cannot be made is an error (*ChoiceError), and
// so are choices that take two values for one field (*ContradictionError).
// Heads that cannot be loaded are left out.
func Heads(kind bulletin.SubjectKind, heads []bulletin.RevisionID, from Source, choices Choices) (View, error) {
	m := merger{kind: kind, from: from, virtual: map[string]document{}}
	var live []bulletin.Revision
	dead := false
	for _, id := range heads {
		r, ok, err := from.Load(id)
		switch {
		case err != nil:
			return View{}, fmt.Errorf("merge %d versions: %w", len(heads), err)
		case ok && r.Deleted:
			dead = true
		case ok:
			live = append(live, r)
		}
	}
	slices.SortFunc(live, inTurn)
	if len(live) == 0 {
		return View{Deleted: dead}, nil
	}
	v, err := m.view(live, dead, newJudge(choices))
	var wrong *ChoiceError
	if errors.As(err, &wrong) && wrong.unasked {
		v, err = withoutMoot(kind, heads, from, choices, wrong)
	}
	if err != nil {
		return View{}, fmt.Errorf("merge %d versions: %w", len(heads), err)
	}
	return v, nil
}

// inTurn is the order in which heads are folded.
func inTurn(a, b bulletin.Revision) int {
	if aside := a.Reason == bulletin.ReasonAside; aside != (b.Reason == bulletin.ReasonAside) {
		if aside {
			return 1
		}
		return -1
	}
	return cmp.Compare(a.ID, b.ID)
}

func (m *merger) view(live []bulletin.Revision, dead bool, j *judge) (View, error) {
	v := View{Ours: live[0].ID}
	merged, err := m.fold(live[:min(len(live), maxHeads)], j)
	if err != nil {
		return View{}, err
	}
	for _, r := range live[min(len(live), maxHeads):] {
		j.head = r.ID
		j.decide(contested{field: "version", theirs: r.ID.Short()})
	}
	j.head = ""
	if dead && j.decide(contested{field: FieldDeleted, theirs: FieldDeleted}) == Theirs {
		v.Deleted = true
	}
	if err := j.unanswerable(); err != nil {
		return View{}, err
	}
	if m.kind == bulletin.SubjectArticle {
		if merged, err = unapproved(merged, live, j.choices); err != nil {
			return View{}, err
		}
	}
	v.Document, err = canonical(m.kind, merged)
	v.Conflicts = j.conflicts
	if m.kind == bulletin.SubjectArticle {
		place(v.Conflicts, merged)
	}
	return v, err
}

// FieldDeleted is the field of the conflict between a text and its deletion.
const FieldDeleted = "deleted"

// merger holds what one call of Heads has found out.
type merger struct {
	kind    bulletin.SubjectKind
	from    Source
	virtual map[string]document // merged ancestors, by their IDs
	depth   int
}

// fold merges versions in their order.
func (m *merger) fold(versions []bulletin.Revision, j *judge) (document, error) {
	so, err := read(versions[0].Document)
	if err != nil {
		return nil, err
	}
	past := ancestors(m.from, nil, versions[0].ID)
	for _, r := range versions[1:] {
		next, err := read(r.Document)
		if err != nil {
			return nil, err
		}
		bases := nearest(m.from, past, ancestors(m.from, nil, r.ID))
		base, err := m.base(bases)
		if err != nil {
			return nil, err
		}
		j.head = r.ID
		so = m.merge3(j, base, so, next)
		past = ancestors(m.from, past, r.ID)
	}
	return so, nil
}

func (m *merger) merge3(j *judge, base, ours, theirs document) document {
	if m.kind == bulletin.SubjectIssue {
		return issue3(j, base, ours, theirs)
	}
	return article3(j, base, ours, theirs)
}

// maxDepth bounds how often ancestors are merged from ancestors of their own.
const maxDepth = 40

// base is the text that two versions have in common: that of their newest
// common ancestor, or of several merged. The empty document stands for none.
func (m *merger) base(ids []bulletin.RevisionID) (document, error) {
	key := fmt.Sprint(ids)
	if known, ok := m.virtual[key]; ok {
		return known, nil
	}
	if len(ids) == 0 || m.depth >= maxDepth {
		return m.empty()
	}
	m.depth++
	defer func() { m.depth-- }()
	base, err := m.commonText(ids)
	if err == nil {
		m.virtual[key] = base
	}
	return base, err
}

func (m *merger) commonText(ids []bulletin.RevisionID) (document, error) {
	found, passed, err := legible(m.from, ids)
	if err != nil {
		return nil, err
	}
	if passed { // what two versions have in common with these they need not both have changed
		found = m.newestOf(found)
	}
	var texts []bulletin.Revision
	for _, r := range found {
		if r.Deleted { // it was made over a text
			if len(found) == 1 {
				return m.base(slices.Sorted(slices.Values(m.from.Parents(r.ID))))
			}
			continue
		}
		texts = append(texts, r)
	}
	if len(texts) == 0 {
		return m.empty()
	}
	return m.fold(texts, &judge{virtual: true})
}

// newestOf leaves out what others of some versions were written over, and sorts
// the rest.
func (m *merger) newestOf(versions []bulletin.Revision) (newest []bulletin.Revision) {
	older := idSet{}
	for _, r := range versions {
		for _, parent := range m.from.Parents(r.ID) {
			older = ancestors(m.from, older, parent)
		}
	}
	for _, r := range versions {
		if !older[r.ID] {
			newest = append(newest, r)
		}
	}
	slices.SortFunc(newest, func(a, b bulletin.Revision) int { return cmp.Compare(a.ID, b.ID) })
	return newest
}

func (m *merger) empty() (document, error) {
	raw, err := emptyDocument(m.kind)
	if err != nil {
		return nil, err
	}
	return read(raw)
}
