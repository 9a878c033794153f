package merge_test

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// contestedTexts are the two texts of each conflict, in an order that does not
// tell which is ours.
func contestedTexts(all []merge.Conflict) (out []string) {
	for _, c := range all {
		sides := []string{c.Ours, c.Theirs}
		slices.Sort(sides)
		out = append(out, c.Field+": "+strings.Join(sides, " | "))
	}
	slices.Sort(out)
	return out
}

// settleAll settles every conflict of a replica, each by some side.
func (w *world) settleAll(mine replica, v merge.View) (settled bulletin.Revision, ok bool) {
	w.t.Helper()
	choices := merge.Choices{}
	for _, c := range v.Conflicts {
		choices[c.Key()] = []merge.Side{merge.Ours, merge.Theirs}[w.random.IntN(2)]
	}
	heads := mine.heads()
	joined, err := merge.Heads(bulletin.SubjectArticle, heads, mine, choices)
	if err != nil || len(joined.Conflicts) > 0 { // some answers contradict each other
		return settled, false
	}
	w.clock++
	reason, document := bulletin.ReasonMerge, joined.Document
	if joined.Deleted {
		reason, document = bulletin.ReasonDelete, []byte("null")
	}
	settled, err = bulletin.NewRevision(bulletin.SubjectArticle, "0123456789abcdef", heads, time.UnixMilli(int64(w.clock)), "Thu", reason, document)
	if err != nil {
		w.t.Fatal(err)
	}
	mine[settled.ID] = settled
	return settled, true
}

// reopen opens again what one version has settled; false where that cannot be.
func (w *world) reopen(mine replica, settled bulletin.Revision) bool {
	w.t.Helper()
	w.clock++
	at := time.UnixMilli(int64(w.clock))
	again, err := merge.Reopen(bulletin.SubjectArticle, settled.ID, settled.ID, mine, at, "Thu")
	if errors.Is(err, merge.ErrLate) {
		return false
	}
	if err != nil {
		w.t.Fatal(err)
	}
	text, err := bulletin.NewRevision(bulletin.SubjectArticle, "0123456789abcdef", again.Parents, at, "Thu", bulletin.ReasonReopen, again.Text)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, r := range append(again.Beside, text) {
		mine[r.ID] = r
	}
	return true
}

// TestReopeningIsTakingBack: whatever was contested and however it was settled,
// it is contested again, also when that is settled and opened once more. The text
// that is shown, and which texts stand against each other, is as before: always
// where two versions were made of one, and nearly always in these histories, in
// which most were made of several.
func TestReopeningIsTakingBack(t *testing.T) {
	opened, other := 0, 0
	for seed := range uint64(400) {
		w := newWorld(t, seed, 2)
		for range 12 {
			w.step()
		}
		mine := w.replicas[0]
		mine.receive(w.replicas[1])
		before := mine.view(t)
		if before.Deleted || len(before.Conflicts) == 0 {
			continue
		}
		for round := range 2 {
			settled, ok := w.settleAll(mine, mine.view(t))
			if !ok {
				break
			}
			if !w.reopen(mine, settled) {
				other++
				break
			}
			now := mine.view(t)
			same := bytes.Equal(now.Document, before.Document) && slices.Equal(contestedTexts(now.Conflicts), contestedTexts(before.Conflicts))
			if len(now.Conflicts) == 0 {
				t.Errorf("seed %d, round %d: it was\n%s\n%s\nand is\n%s\n%s", seed, round,
					before.Document, strings.Join(contestedTexts(before.Conflicts), "\n"),
					now.Document, strings.Join(contestedTexts(now.Conflicts), "\n"))
			}
			if !same {
				other++
			}
			opened++
		}
	}
	if opened < 200 || other*30 > opened {
		t.Errorf("%d were opened again, %d of them otherwise than before", opened, other)
	}
}

// TestReopeningOfTwoIsExact: two versions made of one.
func TestReopeningOfTwoIsExact(t *testing.T) {
	opened := 0
	for seed := range uint64(200) {
		w := newWorld(t, seed, 2)
		for _, mine := range w.replicas {
			for range 3 {
				w.write(mine)
			}
		}
		mine := w.replicas[0]
		mine.receive(w.replicas[1])
		before := mine.view(t)
		if before.Deleted || len(before.Conflicts) == 0 {
			continue
		}
		settled, ok := w.settleAll(mine, before)
		if !ok {
			continue
		}
		opened++
		if !w.reopen(mine, settled) {
			t.Errorf("seed %d: it cannot be opened again", seed)
		}
		now := mine.view(t)
		if !bytes.Equal(now.Document, before.Document) || !slices.Equal(contestedTexts(now.Conflicts), contestedTexts(before.Conflicts)) {
			t.Errorf("seed %d: it was\n%s\n%+v\nand is\n%s\n%+v", seed, before.Document, before.Conflicts, now.Document, now.Conflicts)
		}
	}
	if opened < 50 {
		t.Errorf("only %d were opened again", opened)
	}
}

// TestReopeningKeepsThePlaces: what is opened again asks the same of the same
// sides in the same order, however many versions stand against each other.
func TestReopeningKeepsThePlaces(t *testing.T) {
	for n := range 40 {
		names := []string{"Thu", "Hường", "Mai", "Lan", "Minh"}[:3+n%3]
		var over []bulletin.Article
		for _, name := range names {
			a := paragraphs(variant(1, name), variant(2, name+" và bà con"))
			a.Headline = fmt.Sprint("Tít ", n, " của ", name)
			over = append(over, a)
		}
		all := branches(t, paragraphs(variant(1, "dân"), variant(2, "dân")), over...)
		w := newWorld(t, uint64(n), 1)
		before := all.view(t)
		choices := merge.Choices{}
		for _, q := range merge.Questions(before.Conflicts, len(names)) {
			maps.Copy(choices, q.Offers[n%len(q.Offers)].Answers)
		}
		v, err := merge.Heads(bulletin.SubjectArticle, all.heads(), all, choices)
		if err != nil {
			t.Fatal(err)
		}
		settled, err := bulletin.NewRevision(bulletin.SubjectArticle, "0123456789abcdef", all.heads(), time.UnixMilli(9), "Thu", bulletin.ReasonMerge, v.Document)
		if err != nil {
			t.Fatal(err)
		}
		all[settled.ID] = settled
		if !w.reopen(all, settled) {
			t.Fatal("it is too late")
		}
		now := all.view(t)
		for i := range now.Conflicts {
			now.Conflicts[i].Head = before.Conflicts[min(i, len(before.Conflicts)-1)].Head // another version of the same text
		}
		if !reflect.DeepEqual(now.Conflicts, before.Conflicts) {
			t.Fatalf("%d versions: it was\n%+v\nand is\n%+v", len(names), before.Conflicts, now.Conflicts)
		}
	}
}
