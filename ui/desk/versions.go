package desk

import (
	"slices"
	"time"

	"bantin/bulletin"
)

// Step is what the history says of a version as people remember it: what the
// program saved by itself while somebody was writing counts as one.
type Step struct {
	Revision bulletin.RevisionID // the last one of the step
	Author   string
	Time     time.Time
	Reason   bulletin.Reason
	Deleted  bool
	Saves    int // that are in the step
}

// Version is one step in the history of an article or an issue.
type Version[T any] struct {
	Step
	Text   T
	Before *T // what the step was made from; nil for the first
}

// ArticleVersion is a version of an article.
type ArticleVersion = Version[bulletin.Article]

// IssueVersion is a version of an issue.
type IssueVersion = Version[bulletin.Issue]

// Lineage knows the parents of every revision, also of those whose text is not
// there any more.
type Lineage map[bulletin.RevisionID][]bulletin.RevisionID

// together is how far apart saves may be that are one step: half an hour.
const together = 30 * time.Minute

// Versions makes steps of the history of an article or an issue, newest first.
// Revisions whose text is not there are passed over.
func Versions[T any](history []bulletin.Revision, lineage Lineage) []Version[T] {
	var steps []sitting[T]
	texts := map[bulletin.RevisionID]*text[T]{}
	for i, r := range history {
		var t T
		if r.Document == nil || bulletin.ReadJSON(r.Document, &t) != nil {
			continue
		}
		texts[r.ID] = &text[T]{t, bulletin.Signed(r.Author), i}
		n := len(steps)
		if n > 0 && steps[n-1].takes(r, lineage) {
			steps[n-1].Saves++
			steps[n-1].oldest = r.ID
			continue
		}
		steps = append(steps, sitting[T]{oldest: r.ID, Version: Version[T]{
			Step: Step{Revision: r.ID, Author: bulletin.Signed(r.Author), Time: r.Time, Reason: r.Reason, Deleted: r.Deleted, Saves: 1}, Text: t,
		}})
	}
	out := make([]Version[T], len(steps))
	for i, s := range steps {
		out[i] = s.Version
		if from := origin(lineage, s.oldest, s.Author, texts); from != nil {
			out[i].Before = &from.text
		}
	}
	return out
}

// sitting is a version in the making.
type sitting[T any] struct {
	Version[T]
	oldest bulletin.RevisionID // of its saves
}

// text is what a revision says, and where it stands in the history.
type text[T any] struct {
	text   T
	author string
	at     int
}

// takes reports whether what was saved by itself before belongs to the sitting:
// the next save was made from it, soon after and by the same person.
func (s *sitting[T]) takes(r bulletin.Revision, lineage Lineage) bool {
	return r.Reason == bulletin.ReasonAutosave && bulletin.Signed(r.Author) == s.Author && s.Time.Sub(r.Time) < together &&
		joins(s.Reason) && lineage.follows(s.oldest, r.ID)
}

// joins reports whether what was saved by itself before belongs to a save.
func joins(r bulletin.Reason) bool { return r == bulletin.ReasonAutosave || r == bulletin.ReasonSave }

// follows reports whether a revision was made from another, be it by way of
// others.
func (l Lineage) follows(id, from bulletin.RevisionID) bool {
	found := false
	l.walk(id, func(parent bulletin.RevisionID) bool {
		found = found || parent == from
		return !found
	})
	return found
}

// origin is the text that a revision was made from: of several, which it
// brought together, the one of its own author, else the latest.
func origin[T any](l Lineage, id bulletin.RevisionID, author string, texts map[bulletin.RevisionID]*text[T]) *text[T] {
	var best *text[T]
	l.walk(id, func(parent bulletin.RevisionID) bool {
		t := texts[parent]
		if t == nil {
			return true // its text is gone; what it was made from will do
		}
		if best == nil || (t.author == author) != (best.author == author) && t.author == author ||
			(t.author == author) == (best.author == author) && t.at < best.at {
			best = t
		}
		return false
	})
	return best
}

// walk calls on for every ancestor, the parents first, and goes on to the
// parents of those for which it says so.
func (l Lineage) walk(id bulletin.RevisionID, on func(bulletin.RevisionID) bool) {
	seen := map[bulletin.RevisionID]bool{id: true} // a damaged file may hold a circle
	ahead := slices.Clone(l[id])
	for len(ahead) > 0 {
		next := ahead[0]
		ahead = ahead[1:]
		if seen[next] {
			continue
		}
		seen[next] = true
		if on(next) {
			ahead = append(ahead, l[next]...)
		}
	}
}
