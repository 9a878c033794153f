package desk

import (
	"encoding/json"
	"slices"
	"time"

	"bantin/bulletin"
)

// Version is one step in the history of an article as people remember it: what
// the program saved by itself while somebody was writing counts as one.
type Version struct {
	Revision bulletin.RevisionID // the last one of the step
	Article  bulletin.Article
	Before   *bulletin.Article // what the step was made from; nil for the first
	Author   string
	Time     time.Time
	Reason   bulletin.Reason
	Deleted  bool
	Saves    int // that are in the step
	Words    int
}

// Lineage knows the parents of every revision, also of those whose text is not
// there any more.
type Lineage map[bulletin.RevisionID][]bulletin.RevisionID

// together is how far apart saves may be that are one step: half an hour.
const together = 30 * time.Minute

// Versions makes steps of a history, newest first. Revisions whose text is not
// there are passed over.
func Versions(history []bulletin.Revision, lineage Lineage) []Version {
	var steps []sitting
	texts := map[bulletin.RevisionID]*text{}
	for i, r := range history {
		var a bulletin.Article
		if r.Document == nil || json.Unmarshal(r.Document, &a) != nil {
			continue
		}
		texts[r.ID] = &text{a, r.Author, i}
		n := len(steps)
		if n > 0 && steps[n-1].takes(r, lineage) {
			steps[n-1].Saves++
			steps[n-1].oldest = r.ID
			continue
		}
		steps = append(steps, sitting{oldest: r.ID, Version: Version{
			Revision: r.ID, Article: a, Author: r.Author, Time: r.Time, Reason: r.Reason, Deleted: r.Deleted, Saves: 1, Words: a.Words(),
		}})
	}
	out := make([]Version, len(steps))
	for i, s := range steps {
		out[i] = s.Version
		if from := lineage.origin(s.oldest, s.Author, texts); from != nil {
			out[i].Before = &from.article
		}
	}
	return out
}

// sitting is a version in the making.
type sitting struct {
	Version
	oldest bulletin.RevisionID // of its saves
}

// text is what a revision says, and where it stands in the history.
type text struct {
	article bulletin.Article
	author  string
	at      int
}

// takes reports whether what was saved by itself before belongs to the sitting:
// the next save was made from it, soon after and by the same person.
func (s *sitting) takes(r bulletin.Revision, lineage Lineage) bool {
	return r.Reason == bulletin.ReasonAutosave && r.Author == s.Author && s.Time.Sub(r.Time) < together &&
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
func (l Lineage) origin(id bulletin.RevisionID, author string, texts map[bulletin.RevisionID]*text) *text {
	var best *text
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
