package merge_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// orders saves an issue with stories in one order, and others over it. salt
// gives the versions other IDs, and so another turn in the fold.
func orders(t testing.TB, salt int, base []string, over ...[]string) (replica, []bulletin.RevisionID) {
	t.Helper()
	all := replica{}
	save := func(parents []bulletin.RevisionID, order []string) bulletin.RevisionID {
		var issue bulletin.Issue
		for _, name := range order {
			issue.Slots = append(issue.Slots, bulletin.Slot{Article: bulletin.ID(name)})
		}
		issue.Normalize()
		document, err := bulletin.CanonicalJSON(issue)
		if err != nil {
			t.Fatal(err)
		}
		r, err := bulletin.NewRevision(bulletin.SubjectIssue, "0123456789abcdef", parents, time.UnixMilli(int64(len(all))), fmt.Sprint(salt), bulletin.ReasonSave, document)
		if err != nil {
			t.Fatal(err)
		}
		all[r.ID] = r
		return r.ID
	}
	first := save(nil, base)
	heads := make([]bulletin.RevisionID, len(over))
	for i, order := range over {
		heads[i] = save([]bulletin.RevisionID{first}, order)
	}
	return all, heads
}

func orderOf(t testing.TB, all replica, heads []bulletin.RevisionID) ([]string, []merge.Conflict) {
	t.Helper()
	v, err := merge.Heads(bulletin.SubjectIssue, heads, all, nil)
	if err != nil {
		t.Fatal(err)
	}
	var issue bulletin.Issue
	if err := bulletin.ReadJSON(v.Document, &issue); err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, s := range issue.Slots {
		order = append(order, string(s.Article))
	}
	return order, v.Conflicts
}

func names(n int) (all []string) {
	for i := range n {
		all = append(all, fmt.Sprintf("%016x", i+1))
	}
	return all
}

func moveTo(order []string, from, to int) []string {
	name := order[from]
	out := slices.Delete(slices.Clone(order), from, from+1)
	return slices.Insert(out, to, name)
}

// TestDifferentMovesAreBothMade: one swaps the first two stories, another moves
// the sixth to the end.
func TestDifferentMovesAreBothMade(t *testing.T) {
	base := names(22)
	for salt := range 8 {
		all, heads := orders(t, salt, base, moveTo(base, 1, 0), moveTo(base, 5, 21))
		got, conflicts := orderOf(t, all, heads)
		if want := moveTo(moveTo(base, 1, 0), 5, 21); len(conflicts) > 0 || !slices.Equal(got, want) {
			t.Fatalf("%v\n%+v", got, conflicts)
		}
	}
}

// TestOneStoryMovedTwiceIsAsked: of a conflict about the order, only what was
// moved is named.
func TestOneStoryMovedTwiceIsAsked(t *testing.T) {
	base := names(22)
	all, heads := orders(t, 1, base, moveTo(base, 5, 2), moveTo(base, 5, 21))
	_, conflicts := orderOf(t, all, heads)
	if len(conflicts) != 1 || conflicts[0].Field != "slots" {
		t.Fatalf("%+v", conflicts)
	}
	places := conflicts[0].Places()
	if len(places) != 1 || places[0].Name != base[5] || places[0].Base != 6 ||
		max(places[0].Ours, places[0].Theirs) != 22 || min(places[0].Ours, places[0].Theirs) != 3 {
		t.Errorf("%+v", places)
	}
}

// change moves, adds and takes out stories at random.
func change(random *rand.Rand, order []string, fresh *int) []string {
	for range 1 + random.IntN(3) {
		switch k := random.IntN(len(order)); random.IntN(5) {
		case 0:
			*fresh++
			order = slices.Insert(slices.Clone(order), k, fmt.Sprintf("%016x", 1000+*fresh))
		case 1:
			if len(order) > 3 {
				order = slices.Delete(slices.Clone(order), k, k+1)
			}
		default:
			order = moveTo(order, k, random.IntN(len(order)))
		}
	}
	return order
}

// TestMovesMergeInEveryOrder: whatever two or three people move, add and take
// out, all stories are there once, those moved by nobody stand as they stood,
// and it does not matter whose version came first, nor, where nothing is
// asked and nothing was added in one place, which is merged into which.
func TestMovesMergeInEveryOrder(t *testing.T) {
	merged := 0
	for seed := range 2_000 {
		random := rand.New(rand.NewPCG(uint64(seed), 41))
		base, fresh := names(3+random.IntN(8)), 0
		sides := make([][]string, 2+random.IntN(2))
		for i := range sides {
			sides[i] = change(random, base, &fresh)
		}
		all, heads := orders(t, 0, base, sides...)
		got, conflicts := orderOf(t, all, heads)
		for _, turn := range permutations(len(heads)) {
			var other []bulletin.RevisionID
			for _, k := range turn {
				other = append(other, heads[k])
			}
			if again, _ := orderOf(t, all, other); !slices.Equal(got, again) {
				t.Fatalf("history %d: %v\n%v", seed, got, again)
			}
		}
		for _, name := range slices.Concat(append(sides, base)...) {
			wanted := 1
			for _, side := range sides {
				if slices.Contains(base, name) && !slices.Contains(side, name) {
					wanted = 0
				}
			}
			if n := len(slices.DeleteFunc(slices.Clone(got), func(one string) bool { return one != name })); n != wanted {
				t.Fatalf("history %d: %s stands %d times, not %d", seed, name, n, wanted)
			}
		}
		if len(conflicts) > 0 || len(sides) > 2 || fresh > 0 {
			continue
		}
		merged++
		for salt := 1; salt < 5; salt++ {
			all, heads := orders(t, salt, base, sides...)
			if again, asked := orderOf(t, all, heads); len(asked) > 0 || !slices.Equal(got, again) {
				t.Fatalf("history %d, the other way round: %v\n%v\n%v %v\n%v", seed, got, again, base, sides, asked)
			}
		}
	}
	if merged < 100 {
		t.Errorf("only %d merged without a question", merged)
	}
}
