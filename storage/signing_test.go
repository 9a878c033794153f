package storage_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
)

// TestANumberIsSignedByWhoGaveIt, not by who went on with the issue and left the
// number as it was.
func TestANumberIsSignedByWhoGaveIt(t *testing.T) {
	lan, minh, thu := create(t), create(t), create(t)
	id := bulletin.NewID()
	base, err := lan.SaveIssue(ctx, id, bulletin.Issue{Number: "10"}, storage.Save{Author: "Lan"})
	must(t, err)
	receive(t, minh, lan.Path())
	receive(t, thu, lan.Path())
	over := func(f *storage.File, author string, change func(*bulletin.Issue)) {
		t.Helper()
		s, err := f.Issue(ctx, id)
		must(t, err)
		change(&s.Issue)
		_, err = f.SaveIssue(ctx, id, s.Issue, storage.Save{Author: author, Expected: s.Heads})
		must(t, err)
	}
	over(minh, "Minh", func(s *bulletin.Issue) { s.Number = "11" })
	receive(t, lan, minh.Path())
	over(lan, "Lan", func(s *bulletin.Issue) { s.ThemeBanner = "Gần dân" })
	over(lan, "Lan", func(s *bulletin.Issue) { s.Slots = []bulletin.Slot{{Article: bulletin.NewID()}} })
	over(thu, "Thu", func(s *bulletin.Issue) { s.Number = "12" })
	receive(t, lan, thu.Path())
	for range 2 { // and no more once she has gone on over both
		s, err := lan.Issue(ctx, id)
		must(t, err)
		if len(s.Conflicts) != 1 {
			t.Fatalf("%d conflicts over %s", len(s.Conflicts), base.Revision.Short())
		}
		c := s.Conflicts[0]
		signed := map[string]string{}
		for head, text := range map[bulletin.RevisionID]string{c.OursHead: c.Ours, c.Head: c.Theirs} {
			r, err := lan.Revision(ctx, head)
			must(t, err)
			signed[text] = bulletin.Signed(r.Author)
		}
		if signed["11"] != "Minh" || signed["12"] != "Thu" {
			t.Errorf("signed are %v", signed)
		}
		over(lan, "Lan", func(s *bulletin.Issue) { s.NoContents = !s.NoContents })
	}
}

// TestAConflictIsSignedByWhoWroteItThoughThreeVersionsWereJoined: which of them is
// merged into which is a matter of their ids, so it is tried several times.
func TestAConflictIsSignedByWhoWroteItThoughThreeVersionsWereJoined(t *testing.T) {
	for range 10 {
		lan, minh := create(t), create(t)
		id := bulletin.NewID()
		over := func(f *storage.File, author string, change func(*bulletin.Issue)) {
			t.Helper()
			s, err := f.Issue(ctx, id)
			must(t, err)
			change(&s.Issue)
			_, err = f.SaveIssue(ctx, id, s.Issue, storage.Save{Author: author, Expected: s.Heads})
			must(t, err)
		}
		_, err := lan.SaveIssue(ctx, id, bulletin.Issue{Name: "Gốc"}, storage.Save{Author: "Gốc"})
		must(t, err)
		receive(t, minh, lan.Path())
		over(lan, "Lan", func(s *bulletin.Issue) { s.ThemeBanner = "Lan 1" })
		over(minh, "Minh", func(s *bulletin.Issue) { s.ThemeBanner = "Minh 1" })
		receive(t, lan, minh.Path())
		over(lan, "Lan", func(s *bulletin.Issue) { s.Imprint.Licence = "Lan 2" }) // the conflict stays
		over(minh, "Minh", func(s *bulletin.Issue) { s.Imprint.PrintedAt = "Minh 2" })
		receive(t, lan, minh.Path())
		over(lan, "Lan", func(s *bulletin.Issue) { s.Number = "Lan 3" })
		if n := signedRightly(t, lan, id, "Lan"); n == 0 {
			t.Fatal("nothing is contested")
		}
		if t.Failed() {
			return
		}
	}
}

// signedRightly counts the contested values of an issue, each of which begins with the
// name of who wrote it.
func signedRightly(t *testing.T, f *storage.File, id bulletin.ID, what string) (contested int) {
	t.Helper()
	s, err := f.Issue(ctx, id)
	must(t, err)
	for _, c := range s.Conflicts {
		for _, side := range []struct {
			head bulletin.RevisionID
			text string
		}{{c.OursHead, c.Ours}, {c.Head, c.Theirs}} {
			r, err := f.Revision(ctx, side.head)
			must(t, err)
			if side.text == "" {
				continue
			}
			if contested++; !strings.HasPrefix(side.text, bulletin.Signed(r.Author)) {
				t.Errorf("%s: %s %q is signed %q (%s)", what, c.Field, side.text, r.Author, r.Reason)
			}
		}
	}
	return contested
}

// TestAConflictOfAnIssueIsSignedByWhoWroteIt, whoever has received, gone on and
// settled since: each value here begins with the name of who gave it.
func TestAConflictOfAnIssueIsSignedByWhoWroteIt(t *testing.T) {
	contested := 0
	for seed := range rounds(6, 20, 2000) {
		contested += signedBy(t, uint64(seed))
	}
	if contested == 0 {
		t.Error("nothing was contested")
	}
}

// signedBy counts the contested values that were looked at.
func signedBy(t *testing.T, seed uint64) (contested int) {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 5))
	names := []string{"Lan", "Minh", "Thu"}[:2+random.IntN(2)]
	files, settled := make([]*storage.File, len(names)), make([]bulletin.RevisionID, len(names))
	id := bulletin.NewID()
	for i := range names {
		files[i] = create(t)
	}
	_, err := files[0].SaveIssue(ctx, id, bulletin.Issue{Name: "Gốc"}, storage.Save{Author: "Gốc"})
	must(t, err)
	for _, f := range files[1:] {
		receive(t, f, files[0].Path())
	}
	var told []string
	for n := range 20 {
		i := random.IntN(len(files))
		f := files[i]
		s, err := f.Issue(ctx, id)
		must(t, err)
		value := fmt.Sprint(names[i], " ", n)
		switch random.IntN(9) {
		case 0, 1, 2:
			other := files[random.IntN(len(files))]
			if other == f {
				continue
			}
			receive(t, f, other.Path())
			told = append(told, names[i]+" receives from "+other.Path())
		case 3:
			s.Issue.Number = value
		case 4:
			s.Issue.Imprint.Licence = value
		case 5:
			s.Issue.ThemeBanner = value
		case 6:
			s.Issue.Slots = append(s.Issue.Slots, bulletin.Slot{Article: bulletin.NewID()})
		case 7:
			if len(s.Conflicts) == 0 {
				continue
			}
			choices := merge.Choices{}
			for _, c := range s.Conflicts {
				choices[c.Key()] = merge.Sides()[random.IntN(2)]
			}
			saved, err := f.Settle(ctx, bulletin.SubjectIssue, id, choices, storage.Save{Author: names[i], Expected: s.Heads})
			if err != nil && bulletin.TroubleKey(err) == "" {
				t.Fatal(err)
			}
			settled[i] = saved.Revision
			told = append(told, names[i]+" settles")
			continue
		case 8:
			if settled[i] == "" {
				continue
			}
			if _, err := f.Reopen(ctx, bulletin.SubjectIssue, id, settled[i], names[i]); err != nil && bulletin.TroubleKey(err) == "" {
				t.Fatal(err)
			}
			told = append(told, names[i]+" opens it again")
		}
		if random.IntN(8) < 6 { // what is only received or opened again is looked at as it is
			_, err = f.SaveIssue(ctx, id, s.Issue, storage.Save{Author: names[i], Expected: s.Heads})
			must(t, err)
			told = append(told, fmt.Sprintf("%s saves %q", names[i], s.Issue.Number))
		}
		contested += signedRightly(t, f, id, fmt.Sprintf("seed %d, at %s", seed, names[i]))
		if t.Failed() {
			t.Log(strings.Join(told, "\n"))
			return contested
		}
	}
	return contested
}
