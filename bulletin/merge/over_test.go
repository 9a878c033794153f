package merge_test

import (
	"fmt"
	"reflect"
	"slices"
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

// Two people order the photos at odds, and somebody types on in the merged
// text, time and again: what he sees stays in the order that he sees, and the
// order is asked for until somebody settles it.
func TestAnOrderStaysContestedUntilItIsSettled(t *testing.T) {
	asked := 0
	for seed := range uint64(300) {
		w := newWorld(t, seed, 2)
		lan, minh := w.replicas[0], w.replicas[1]
		w.saveOver(lan, func(a *bulletin.Article) {
			for i := range 5 {
				a.Photos = append(a.Photos, bulletin.Photo{ID: fmt.Sprint("q", i), SHA256: fmt.Sprint("b", i)})
			}
		})
		minh.receive(lan)
		for _, mine := range w.replicas {
			w.saveOver(mine, func(a *bulletin.Article) {
				for range 2 {
					w.movePhoto(a)
				}
			})
		}
		lan.receive(minh)
		if len(lan.view(t).Conflicts) == 0 {
			continue
		}
		asked++
		for round := range 3 {
			var saved []bulletin.Photo
			w.saveOver(lan, func(a *bulletin.Article) {
				a.Note = fmt.Sprint("Lan ", round)
				if round == 1 {
					w.movePhoto(a)
				}
				saved = a.Photos
			})
			v := lan.view(t)
			var shown bulletin.Article
			if err := bulletin.ReadJSON(v.Document, &shown); err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(shown.Photos, saved) {
				t.Fatalf("seed %d, round %d: saved %v, shown %v", seed, round, saved, shown.Photos)
			}
			// In round 1 he may have come to the order of the other side himself.
			if len(v.Conflicts) != 1 || v.Conflicts[0].Field != "photos" || !v.Conflicts[0].NoBase {
				if round == 0 {
					t.Fatalf("seed %d: %+v", seed, v.Conflicts)
				}
				break
			}
		}
	}
	if asked < 50 {
		t.Errorf("only %d were at odds", asked)
	}
}

// movePhoto puts one photo elsewhere.
func (w *world) movePhoto(a *bulletin.Article) {
	at := w.random.IntN(len(a.Photos))
	photo := a.Photos[at]
	a.Photos = slices.Delete(slices.Clone(a.Photos), at, at+1)
	a.Photos = slices.Insert(a.Photos, w.random.IntN(len(a.Photos)+1), photo)
}
