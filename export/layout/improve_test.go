package layout_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bantin/bulletin"
	"bantin/export/layout"
)

// wishing is an issue of stories of some lengths with its editor's wishes.
func wishing(lengths []int, change func(*bulletin.Issue)) (bulletin.Issue, []layout.Piece) {
	n := number4()
	var pieces []layout.Piece
	for i, count := range lengths {
		a := someWords(count, i%2)
		a.Genre, a.Headline = bulletin.Report, fmt.Sprintf("Bài thứ %d về việc của thôn", i+1)
		a.Normalize()
		id := bulletin.ID(fmt.Sprintf("bai%d", i+1))
		pieces = append(pieces, layout.Piece{ID: id, Article: a})
		n.Slots = append(n.Slots, bulletin.Slot{Article: id})
	}
	change(&n)
	n.Normalize()
	return n, pieces
}

// TestImprovingIsHonest: what is told is what comes out, it is better than
// before or nothing, twice the same, and what the editor wished stays.
func TestImprovingIsHonest(t *testing.T) {
	s := style(t, "a4-bulletin-3")
	rapid.Check(t, func(t *rapid.T) {
		lengths := rapid.SliceOfN(rapid.IntRange(1, 14), 2, 5).Draw(t, "lengths")
		issue, pieces := wishing(lengths, func(n *bulletin.Issue) {
			n.PageMultiple = rapid.SampledFrom([]int{0, 2, 4}).Draw(t, "multiple")
			slot := &n.Slots[rapid.IntRange(0, len(lengths)-1).Draw(t, "slot")]
			slot.Columns = rapid.IntRange(0, 3).Draw(t, "columns")
			slot.HeadlineSize = rapid.SampledFrom([]bulletin.HeadlineWish{"", bulletin.HeadlineSmall}).Draw(t, "headline")
			slot.NoJump = rapid.Bool().Draw(t, "whole")
			for i := 1; i < len(n.Slots); i++ {
				n.Slots[i].Filler = rapid.Bool().Draw(t, "filler")
			}
		})
		given := slices.Clone(issue.Slots)
		free, err := layout.Issue(issue, pieces, s)
		if err != nil {
			t.Fatal(err)
		}
		tries := 0
		found, err := layout.Improve(context.Background(), issue, pieces, s, func(layout.Trying) { tries++ })
		if err != nil {
			t.Fatal(err)
		}
		again, err := layout.Improve(context.Background(), issue, pieces, s, nil)
		if err != nil || !reflect.DeepEqual(again, found) {
			t.Fatalf("the second time %+v, not %+v: %v", again, found, err)
		}
		if !reflect.DeepEqual(issue.Slots, given) {
			t.Fatal("the issue that was given was changed")
		}
		if tries != found.Tries-1 {
			t.Errorf("%d tries were told, %d made", tries, found.Tries)
		}
		for _, w := range found.Wishes {
			at := slices.IndexFunc(issue.Slots, func(slot bulletin.Slot) bool { return slot.Article == w.Article })
			slot := &issue.Slots[at]
			if w.Columns != 0 && slot.Columns != 0 || w.Headline != "" && slot.HeadlineSize != "" || w.Photo != "" && slot.PhotoSize != "" {
				t.Errorf("%+v takes the place of a wish in %+v", w, *slot)
			}
			w.Of(slot)
		}
		better, err := layout.Issue(issue, pieces, s)
		if err != nil {
			t.Fatal(err)
		}
		if found.Before != free.Badness() || found.After != better.Badness() || found.Pages != [2]int{len(free.Pages), len(better.Pages)} {
			t.Errorf("told %+v; came out with %d instead of %d on %d pages", found, better.Badness(), free.Badness(), len(better.Pages))
		}
		if found.White != [2]int{free.White(), better.White()} {
			t.Errorf("told %v blank lines; came out with %d instead of %d", found.White, better.White(), free.White())
		}
		for _, s := range free.Stories {
			if !slices.ContainsFunc(better.Stories, func(b layout.Story) bool { return b.Article == s.Article }) {
				t.Errorf("%s had a place and has none", s.Article)
			}
		}
		if len(found.Wishes) == 0 && found.After != found.Before || len(found.Wishes) > 0 && found.After >= found.Before {
			t.Errorf("not better: %+v", found)
		}
	})
}

// TestImprovingEndsWhereItIsStopped: what was found until then counts.
func TestImprovingEndsWhereItIsStopped(t *testing.T) {
	issue, pieces := wishing(twelve, func(n *bulletin.Issue) { n.PageMultiple = 4 })
	ctx, stop := context.WithCancel(context.Background())
	const enough = 5
	found, err := layout.Improve(ctx, issue, pieces, style(t, "a4-bulletin-3"), func(at layout.Trying) {
		if at.Tries == enough {
			stop()
		}
	})
	if err != nil || found.Tries != enough || found.After > found.Before {
		t.Errorf("%+v, %v", found, err)
	}
}

// TestNoImprovementIsOutOfProportion: no photo stands over the whole width, by the
// make-up itself or by what improves it, where it would be far larger than its
// story, though that fills the page; where it suits the story it may.
func TestNoImprovementIsOutOfProportion(t *testing.T) {
	wide := 0
	for _, c := range []struct {
		paragraphs int
		may        bool
	}{{2, false}, {3, false}, {12, true}} {
		issue, pieces := wishing([]int{9, c.paragraphs, 7}, func(*bulletin.Issue) {})
		for _, name := range []string{"19x27-bulletin", "a4-bulletin", "a4-bulletin-3"} {
			s := style(t, name)
			found, err := layout.Improve(context.Background(), issue, pieces, s, nil)
			if err != nil {
				t.Fatal(err)
			}
			better := issue
			better.Slots = slices.Clone(issue.Slots)
			for _, w := range found.Wishes {
				at := slices.IndexFunc(better.Slots, func(slot bulletin.Slot) bool { return slot.Article == w.Article })
				w.Of(&better.Slots[at])
			}
			d, err := layout.Issue(better, pieces, s)
			if err != nil {
				t.Fatal(err)
			}
			for _, pic := range pictures(d, "bai2") {
				if pic.Box.Width < layout.Length(s.TextWidth())*9/10 {
					continue
				}
				wide++
				if !c.may {
					t.Errorf("%s: a story of %d paragraphs has its photo over the whole width", name, c.paragraphs)
				}
			}
		}
	}
	if wide == 0 {
		t.Error("no photo stands over the whole width at all")
	}
}

// TestABriefBesideItsBoxHasItsPrice: a wish that takes a brief out of its box, by
// other words than that it should stand alone, has to gain what the make-up weighs
// for a brief beside its box.
func TestABriefBesideItsBoxHasItsPrice(t *testing.T) {
	s := style(t, "a4-bulletin-3")
	for _, lengths := range [][]int{{4, 2}, {2, 5}, {9, 3, 6}} {
		issue, pieces := wishing(lengths, func(*bulletin.Issue) {})
		for i := range 4 {
			a := someWords(2, 0)
			a.Genre, a.Headline = bulletin.News, fmt.Sprintf("Tin ngắn số %d", i+1)
			a.Normalize()
			id := bulletin.ID(fmt.Sprintf("tin%d", i+1))
			pieces = append(pieces, layout.Piece{ID: id, Article: a})
			issue.Slots = append(issue.Slots, bulletin.Slot{Article: id})
		}
		found, err := layout.Improve(context.Background(), issue, pieces, s, nil)
		if err != nil {
			t.Fatal(err)
		}
		taken := 0
		for _, w := range found.Wishes {
			if strings.HasPrefix(string(w.Article), "tin") && (w.Columns != 0 || w.Headline != "") {
				taken++
			}
		}
		const scattered, leastGain = 1500, 500
		if gain := found.Before - found.After; int(gain) < taken*(scattered+leastGain) {
			t.Errorf("%v: %d briefs were taken out of their box for %d in all", lengths, taken, gain)
		}
	}
}
