package merge_test

import (
	"fmt"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// saveOver lets somebody type on in a merged text without settling anything.
func (w *world) saveOver(mine replica, change func(*bulletin.Article)) {
	w.t.Helper()
	v := mine.view(w.t)
	var a bulletin.Article
	if err := bulletin.ReadJSON(v.Document, &a); err != nil {
		w.t.Fatal(err)
	}
	change(&a)
	parents, aside, err := merge.Over(bulletin.SubjectArticle, mine.heads(), mine)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, r := range append(aside, w.revision(parents, a, bulletin.ReasonAutosave)) {
		mine[r.ID] = r
	}
}

// Two people who type on for hours, each in the field of his own, with a
// conflict that nobody settles: the versions side by side do not pile up, and
// the conflict stays one.
func TestOpenConflictsDoNotPileUp(t *testing.T) {
	w := newWorld(t, 7, 2)
	lan, minh := w.replicas[0], w.replicas[1]
	w.saveOver(lan, func(a *bulletin.Article) { a.Headline = "Tít của Lan" })
	w.saveOver(minh, func(a *bulletin.Article) { a.Headline = "Tít của Minh" })
	for round := range 12 {
		lan.receive(minh)
		minh.receive(lan)
		if v := lan.view(t); len(v.Conflicts) != 1 || v.Conflicts[0].Field != "headline" {
			t.Fatalf("round %d: %+v", round, v.Conflicts)
		}
		if n := len(lan.heads()); n > 4 {
			t.Fatalf("round %d: %d heads", round, n)
		}
		for k := range 3 {
			w.saveOver(lan, func(a *bulletin.Article) { a.Byline = fmt.Sprint("Lan ", round, k) })
			w.saveOver(minh, func(a *bulletin.Article) { a.Note = fmt.Sprint("Minh ", round, k) })
		}
	}
}
