package desk

import (
	"bytes"
	"reflect"
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

// Saves that are one step follow each other within pause, and all of them within
// together.
const (
	together = 30 * time.Minute
	pause    = 10 * time.Minute
)

// Versions makes steps of the history of an article or an issue, newest first.
// Revisions whose text is not there are passed over. A change of status, such as
// handing in, is a step of its own; so is what was done to photos, from the first
// of it to the last.
func Versions[T any](history []bulletin.Revision, lineage Lineage) []Version[T] {
	return versions[T](history, lineage, true)
}

// Saves is Versions of which every save is one.
func Saves[T any](history []bulletin.Revision, lineage Lineage) []Version[T] {
	return versions[T](history, lineage, false)
}

func versions[T any](history []bulletin.Revision, lineage Lineage, grouped bool) []Version[T] {
	var legible []bulletin.Revision
	texts := map[bulletin.RevisionID]*text[T]{}
	for i, r := range history {
		var t T
		if r.Document != nil && bulletin.ReadJSON(r.Document, &t) == nil {
			texts[r.ID] = &text[T]{t, bulletin.Signed(r.Author), i}
			legible = append(legible, r)
		}
	}
	from := func(id bulletin.RevisionID) *text[T] { return origin(lineage, id, texts[id].author, texts) }
	var steps []sitting[T]
	for _, r := range legible {
		one := sitting[T]{oldest: r, written: r.Time, Version: Version[T]{
			Step: Step{Revision: r.ID, Author: bulletin.Signed(r.Author), Time: r.Time, Reason: r.Reason, Deleted: r.Deleted, Saves: 1}, Text: texts[r.ID].text,
		}}
		before := from(r.ID)
		if before != nil {
			one.turned = statusOf(before.text) != statusOf(one.Text)
			one.pictured = !reflect.DeepEqual(photosOf(before.text), photosOf(one.Text))
		}
		if n := len(steps); n > 0 && steps[n-1].takes(one, lineage, grouped) {
			steps[n-1].take(one)
			continue
		}
		steps = append(steps, one)
	}
	out := make([]Version[T], len(steps))
	for i, s := range steps {
		out[i] = s.Version
		if before := from(s.oldest.ID); before != nil {
			out[i].Before = &before.text
		}
	}
	return out
}

// statusOf is where an article stands, "" for an issue.
func statusOf(text any) bulletin.Status {
	a, _ := text.(bulletin.Article)
	return a.Status
}

// photosOf are the photos of an article, with their captions and frames; of an
// issue none.
func photosOf(text any) []bulletin.Photo {
	a, _ := text.(bulletin.Article)
	return a.Photos
}

// sitting is a version in the making.
type sitting[T any] struct {
	Version[T]
	oldest   bulletin.Revision // of its saves
	written  time.Time         // its text, which a person may have saved later
	turned   bool              // the oldest gave the text another status
	pictured bool              // and did something to its photos
}

// text is what a revision says, and where it stands in the history.
type text[T any] struct {
	text   T
	author string
	at     int
}

// takes reports whether what was saved before belongs to the sitting: by itself,
// soon before and by the same person, and the next save was made from it. What was
// handed in stands by itself. Ungrouped, a sitting is one save, with the autosave of
// the same text before it, however long before.
func (s *sitting[T]) takes(one sitting[T], lineage Lineage, grouped bool) bool {
	r := one.oldest
	switch {
	case grouped && s.isOneClick(r):
		return true
	case r.Reason != bulletin.ReasonAutosave || one.Author != s.Author || !joins(s.Reason):
		return false
	}
	goesOn := grouped && !s.turned && !one.turned && s.pictured == one.pictured &&
		s.written.Sub(r.Time) < together && s.oldest.Time.Sub(r.Time) < pause
	return (goesOn || s.repeats(r)) && lineage.follows(s.oldest.ID, r.ID)
}

// repeats reports that a person saved what the program had saved by itself.
func (s *sitting[T]) repeats(r bulletin.Revision) bool {
	return s.oldest.Reason == bulletin.ReasonSave && bytes.Equal(s.oldest.Document, r.Document)
}

// isOneClick reports what was written at once to open conflicts again.
func (s *sitting[T]) isOneClick(r bulletin.Revision) bool {
	opens := func(reason bulletin.Reason) bool {
		return reason == bulletin.ReasonReopen || reason == bulletin.ReasonAside
	}
	const atOnce = 100 * time.Millisecond // see merge.Reopen
	return opens(s.oldest.Reason) && opens(r.Reason) && s.oldest.Time.Sub(r.Time).Abs() < atOnce
}

// take adds what was saved before. Of what opened conflicts again the step is what
// the person has on the sheet then.
func (s *sitting[T]) take(one sitting[T]) {
	if s.Reason == bulletin.ReasonAside && one.Reason == bulletin.ReasonReopen {
		s.Version = one.Version
	}
	switch {
	case s.repeats(one.oldest):
		s.written = one.written
	case one.Reason == bulletin.ReasonAutosave:
		s.Saves++
	}
	s.oldest, s.turned, s.pictured = one.oldest, one.turned, one.pictured
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
