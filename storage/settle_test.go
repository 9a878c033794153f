package storage_test

import (
	"fmt"
	"slices"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
)

// Whoever types on in an article with conflicts settles none of them, and what
// was typed stays.
func TestTypingLeavesConflictsOpen(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	base := save(t, f, id, article("Gốc", "Một.", "Hai."))
	save(t, f, id, article("Tít A", "Một.", "Hai."), base.Heads...)
	save(t, f, id, article("Tít B", "Một.", "Hai.", "Thêm của B."), base.Heads...)
	a := load(t, f, id)
	heads := a.Heads
	for i := range 4 {
		next := a.Article.Clone()
		next.Body = next.Body[:len(next.Body)-min(i, 1)]
		next.Byline = fmt.Sprint("Lan ", i)
		saved, err := f.SaveArticle(ctx, id, next, storage.Save{Reason: bulletin.ReasonAutosave, Expected: heads})
		if err != nil {
			t.Fatal(err)
		}
		heads = []bulletin.RevisionID{saved.Revision}
		now := load(t, f, id)
		if len(now.Conflicts) != 1 || now.Conflicts[0].Field != "headline" || now.Article.Byline != next.Byline ||
			len(now.Article.Body) != len(next.Body) || now.Article.Headline != a.Article.Headline {
			t.Fatalf("save %d: %+v", i, now)
		}
		if len(now.Heads) != 2 {
			t.Errorf("%d heads", len(now.Heads))
		}
	}
	sound(t, f)
}

// The eye: what the program joined while somebody typed is still to be looked
// over; a save by the person is the look.
func TestNeedsEye(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	base := save(t, f, id, article("Gốc", "Một.", "Hai."))
	save(t, f, id, article("Gốc", "Một sửa.", "Hai."), base.Heads...)
	save(t, f, id, article("Tít mới", "Một.", "Hai."), base.Heads...)
	a := load(t, f, id)
	if !a.NeedsEye || len(a.Conflicts) != 0 || a.Article.Headline != "Tít mới" || a.Article.Body[0].Text != "Một sửa." {
		t.Fatalf("%+v", a)
	}
	expected := a.Heads
	for i := range 2 {
		a.Article.Byline = fmt.Sprint(i)
		saved, err := f.SaveArticle(ctx, id, a.Article, storage.Save{Reason: bulletin.ReasonAutosave, Expected: expected})
		if err != nil || len(saved.Heads) != 1 {
			t.Fatal(saved, err)
		}
		expected = saved.Heads
		if now := load(t, f, id); !now.NeedsEye || !list(t, f, storage.Query{})[0].NeedsEye {
			t.Errorf("autosave %d: the mark is gone", i)
		}
	}
	save(t, f, id, a.Article, expected...) // as it is
	if now := load(t, f, id); now.NeedsEye || list(t, f, storage.Query{})[0].NeedsEye {
		t.Error("a person saved, and the mark is still there")
	}
	sound(t, f)
}

func TestIssuesMerge(t *testing.T) {
	lan, minh := create(t), create(t)
	id := bulletin.NewID()
	stories := []bulletin.ID{bulletin.NewID(), bulletin.NewID(), bulletin.NewID(), bulletin.NewID()}
	issue := func(name string, slots ...int) bulletin.Issue {
		s := bulletin.Issue{Name: name, Number: "1"}
		for _, k := range slots {
			s.Slots = append(s.Slots, bulletin.Slot{Article: stories[k]})
		}
		return s
	}
	put := func(f *storage.File, s bulletin.Issue, expected ...bulletin.RevisionID) storage.Saved {
		saved, err := f.SaveIssue(ctx, id, s, storage.Save{Expected: expected})
		if err != nil {
			t.Fatal(err)
		}
		return saved
	}
	base := put(lan, issue("Bản tin", 0, 1))
	receive(t, minh, lan.Path())
	one := issue("Bản tin", 1, 0)
	one.Imprint.Licence = "12/GP"
	put(lan, one, base.Heads...)
	two := issue("Bản tin", 0, 2, 1)
	two.Imprint.PrintRun = 300
	put(minh, two, base.Heads...)
	if came := receive(t, lan, minh.Path()); len(came.Conflicts) != 0 || len(came.Merged) != 1 {
		t.Errorf("%+v", came)
	}
	s, err := lan.Issue(ctx, id)
	if err != nil || !s.NeedsEye || s.Issue.Imprint.Licence != "12/GP" || s.Issue.Imprint.PrintRun != 300 {
		t.Errorf("%+v %v", s, err)
	}
	var got []bulletin.ID
	for _, slot := range s.Issue.Slots {
		got = append(got, slot.Article)
	}
	if !slices.Equal(got, []bulletin.ID{stories[1], stories[0], stories[2]}) {
		t.Errorf("slots %v of %v", got, stories)
	}
	sound(t, lan)
}

// One deletes what another edits: the text stays to be seen, and the choice is
// a conflict like any other.
func TestDeletionAgainstEdit(t *testing.T) {
	for _, side := range []merge.Side{merge.Ours, merge.Theirs} {
		f := create(t)
		id := bulletin.NewID()
		base := save(t, f, id, article("Gốc", "Một."))
		save(t, f, id, article("Sửa", "Một."), base.Heads...)
		if _, err := f.DeleteArticle(ctx, id, storage.Save{Expected: base.Heads}); err != nil {
			t.Fatal(err)
		}
		a := load(t, f, id)
		if a.Deleted || a.Article.Headline != "Sửa" || len(a.Conflicts) != 1 || a.Conflicts[0].Field != merge.FieldDeleted {
			t.Fatalf("%+v", a)
		}
		// Typing on leaves the choice open.
		next := a.Article.Clone()
		next.Deck = "Phụ"
		save(t, f, id, next, a.Heads...)
		if a = load(t, f, id); len(a.Conflicts) != 1 || a.Article.Deck != "Phụ" {
			t.Fatalf("%+v", a)
		}
		if _, err := f.Settle(ctx, bulletin.SubjectArticle, id, merge.Choices{merge.FieldDeleted: side}, storage.Save{Expected: a.Heads}); err != nil {
			t.Fatal(err)
		}
		if a = load(t, f, id); a.Deleted != (side == merge.Theirs) || len(a.Heads) != 1 || a.Article.Deck != "Phụ" {
			t.Errorf("%s: %+v", side, a)
		}
		sound(t, f)
	}
}

func TestIssueDeletedAndBroughtBack(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	saved, err := f.SaveIssue(ctx, id, bulletin.Issue{Name: "Bản tin", Number: "4"}, storage.Save{})
	if err != nil {
		t.Fatal(err)
	}
	gone, err := f.DeleteIssue(ctx, id, storage.Save{Expected: saved.Heads})
	if err != nil {
		t.Fatal(err)
	}
	deleted, err := f.DeletedIssues(ctx)
	if err != nil || len(deleted) != 1 || deleted[0].Issue.Number != "4" {
		t.Fatalf("%+v %v", deleted, err)
	}
	if all, err := f.Issues(ctx); err != nil || len(all) != 0 {
		t.Errorf("%+v %v", all, err)
	}
	if _, err := f.SaveIssue(ctx, id, deleted[0].Issue, storage.Save{Reason: bulletin.ReasonRestore, Expected: gone.Heads}); err != nil {
		t.Fatal(err)
	}
	if all, err := f.Issues(ctx); err != nil || len(all) != 1 {
		t.Errorf("%+v %v", all, err)
	}
	history, err := f.History(ctx, id)
	if err != nil || len(history) != 3 {
		t.Errorf("%v %v", history, err)
	}
	sound(t, f)
}

// TestRestoreOverAConflict: an earlier version takes the place of both sides if
// that is what is wanted, and of none of them otherwise.
func TestRestoreOverAConflict(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	first := save(t, f, id, article("Tít đầu", "Đoạn một.")).Revision
	one := save(t, f, id, article("Tít của Lan", "Đoạn một."), first).Revision
	other := save(t, f, id, article("Tít của Minh", "Đoạn một."), first).Revision
	heads := []bulletin.RevisionID{one, other}
	_, err := f.Restore(ctx, bulletin.SubjectArticle, id, first, storage.Save{Author: "Lan", Expected: heads})
	wantTrouble(t, err, "restore_conflict")
	if a := load(t, f, id); len(a.Heads) != 2 || len(a.Conflicts) != 1 {
		t.Errorf("%d heads, %d conflicts", len(a.Heads), len(a.Conflicts))
	}
	restored, err := f.Restore(ctx, bulletin.SubjectArticle, id, first, storage.Save{Author: "Lan", Expected: heads, Settles: true})
	if err != nil || len(restored.Settled) != 1 || restored.Settled[0].Field != "headline" {
		t.Fatal(restored, err)
	}
	if a := load(t, f, id); len(a.Heads) != 1 || len(a.Conflicts) != 0 || a.Article.Headline != "Tít đầu" {
		t.Errorf("%+v", a)
	}
	deleted, err := f.DeleteArticle(ctx, id, storage.Save{Expected: restored.Heads})
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.Restore(ctx, bulletin.SubjectArticle, id, deleted.Revision, storage.Save{Expected: deleted.Heads})
	wantTrouble(t, err, "revision_is_deletion")
	if _, err = f.Restore(ctx, bulletin.SubjectArticle, id, one, storage.Save{Expected: deleted.Heads}); err != nil {
		t.Error(err)
	}
	if a := load(t, f, id); a.Deleted || a.Article.Headline != "Tít của Lan" {
		t.Errorf("%+v", a)
	}
	_, err = f.Restore(ctx, bulletin.SubjectArticle, bulletin.NewID(), one, storage.Save{})
	if err == nil {
		t.Error("another article was given that version")
	}
}

// contested is an article with a conflict of headlines, of which one side was
// approved.
func contested(t *testing.T, f *storage.File) (id bulletin.ID, open storage.StoredArticle) {
	t.Helper()
	id = bulletin.NewID()
	base := save(t, f, id, article("Gốc", "Một.", "Hai."))
	one := article("Tít của Lan", "Một.", "Hai.")
	one.Status = bulletin.Approved
	other := article("Tít của Minh", "Một sửa.", "Hai.")
	other.Status = bulletin.Approved
	for name, a := range map[string]bulletin.Article{"Lan": one, "Minh": other} {
		if _, err := f.SaveArticle(ctx, id, a, storage.Save{Author: name, Expected: base.Heads}); err != nil {
			t.Fatal(err)
		}
	}
	return id, load(t, f, id)
}

// asked is what is asked of a conflict: both sides, and who wrote them.
func asked(c merge.Conflict) []any {
	return []any{c.Field, c.Base, c.NoBase, c.Ours, c.Theirs, c.Shown, c.Head, c.OursHead, c.CanBoth, c.Mine}
}

// TestASettledConflictIsOpenedAgain as it was, whatever was chosen, with the
// status from before; what was typed since stays, and it can be settled again.
func TestASettledConflictIsOpenedAgain(t *testing.T) {
	for _, side := range []merge.Side{merge.Ours, merge.Theirs, merge.Base} {
		for _, typed := range []bool{false, true} {
			f := create(t)
			id, open := contested(t, f)
			before := asked(open.Conflicts[0])
			settled, err := f.Settle(ctx, bulletin.SubjectArticle, id, merge.Choices{"headline": side}, storage.Save{Author: "Thu", Expected: open.Heads})
			if err != nil {
				t.Fatal(err)
			}
			if a := load(t, f, id); len(a.Conflicts) != 0 || len(a.Heads) != 1 {
				t.Fatalf("%+v", a)
			}
			if typed {
				a := load(t, f, id)
				a.Article.Kicker, a.Article.Body = "Gõ thêm", append(a.Article.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: "Ba."})
				save(t, f, id, a.Article, a.Heads...)
			}
			saved, err := f.Reopen(ctx, bulletin.SubjectArticle, id, settled.Revision, "Thu")
			if err != nil {
				t.Fatal(err)
			}
			now := load(t, f, id)
			if len(now.Conflicts) != 1 || fmt.Sprint(asked(now.Conflicts[0])) != fmt.Sprint(before) {
				t.Errorf("%s, typed %v: it was %v, and is %+v", side, typed, before, now.Conflicts)
			}
			if now.Article.Headline != open.Article.Headline || now.Article.Body[0].Text != "Một sửa." {
				t.Errorf("%s, typed %v: %+v", side, typed, now.Article)
			}
			if typed != (now.Article.Kicker == "Gõ thêm") || typed != (len(now.Article.Body) == 3) {
				t.Errorf("%s, typed %v: %+v", side, typed, now.Article)
			}
			if !typed && now.Article.Status != open.Article.Status {
				t.Errorf("%s: it was %s, and is %s", side, open.Article.Status, now.Article.Status)
			}
			if _, err := f.Reopen(ctx, bulletin.SubjectArticle, id, settled.Revision, "Thu"); bulletin.TroubleKey(err) != "reopen_late" {
				t.Errorf("opened twice: %v", err)
			}
			if r, err := f.Revision(ctx, saved.Revision); err != nil || r.Reason != bulletin.ReasonReopen {
				t.Errorf("%+v %v", r, err)
			}
			again, err := f.Settle(ctx, bulletin.SubjectArticle, id, merge.Choices{"headline": merge.Theirs}, storage.Save{Expected: now.Heads})
			if err != nil {
				t.Fatal(err)
			}
			if a := load(t, f, id); a.Article.Headline != open.Conflicts[0].Theirs || len(a.Conflicts) != 0 {
				t.Errorf("settled again: %+v", a)
			}
			if _, err := f.Reopen(ctx, bulletin.SubjectArticle, id, again.Revision, "Thu"); err != nil {
				t.Error(err)
			}
			if a := load(t, f, id); len(a.Conflicts) != 1 || a.Article.Headline != open.Article.Headline {
				t.Errorf("opened again: %+v", a)
			}
			sound(t, f)
		}
	}
}

// TestASettledDeletionIsOpenedAgain, whether the text was kept or deleted.
func TestASettledDeletionIsOpenedAgain(t *testing.T) {
	for _, side := range []merge.Side{merge.Ours, merge.Theirs} {
		f := create(t)
		id := bulletin.NewID()
		base := save(t, f, id, article("Gốc", "Một."))
		save(t, f, id, article("Sửa", "Một."), base.Heads...)
		if _, err := f.DeleteArticle(ctx, id, storage.Save{Expected: base.Heads}); err != nil {
			t.Fatal(err)
		}
		settled, err := f.Settle(ctx, bulletin.SubjectArticle, id, merge.Choices{merge.FieldDeleted: side}, storage.Save{Expected: load(t, f, id).Heads})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Reopen(ctx, bulletin.SubjectArticle, id, settled.Revision, "Thu"); err != nil {
			t.Fatal(err)
		}
		if a := load(t, f, id); a.Deleted || a.Article.Headline != "Sửa" || len(a.Conflicts) != 1 || a.Conflicts[0].Field != merge.FieldDeleted {
			t.Errorf("%s: %+v", side, a)
		}
		sound(t, f)
	}
}

// TestTooLateToOpenAgain: the place was written on since, or somebody else has
// saved; nothing changes.
func TestTooLateToOpenAgain(t *testing.T) {
	f := create(t)
	id, open := contested(t, f)
	other := open.Conflicts[0].Shown.Turn() // the one that is not shown
	settled, err := f.Settle(ctx, bulletin.SubjectArticle, id, merge.Choices{"headline": other}, storage.Save{Expected: open.Heads})
	if err != nil {
		t.Fatal(err)
	}
	now := load(t, f, id)
	now.Article.Headline = "Tít thứ ba"
	save(t, f, id, now.Article, now.Heads...)
	_, err = f.Reopen(ctx, bulletin.SubjectArticle, id, settled.Revision, "Thu")
	wantTrouble(t, err, "reopen_late")
	save(t, f, id, article("Tít thứ tư", "Một."), now.Heads...)
	_, err = f.Reopen(ctx, bulletin.SubjectArticle, id, settled.Revision, "Thu")
	wantTrouble(t, err, "reopen_late")
	_, err = f.Reopen(ctx, bulletin.SubjectArticle, id, open.Heads[0], "Thu") // it has settled nothing
	wantTrouble(t, err, "reopen_late")
	if a := load(t, f, id); len(a.Heads) != 2 {
		t.Errorf("%+v", a)
	}
	sound(t, f)
}

// TestAnIssueIsOpenedAgain.
func TestAnIssueIsOpenedAgain(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	base, err := f.SaveIssue(ctx, id, bulletin.Issue{Name: "Bản tin", Number: "4"}, storage.Save{})
	if err != nil {
		t.Fatal(err)
	}
	for _, number := range []string{"5", "6"} {
		if _, err := f.SaveIssue(ctx, id, bulletin.Issue{Name: "Bản tin", Number: number}, storage.Save{Author: number, Expected: base.Heads}); err != nil {
			t.Fatal(err)
		}
	}
	open, err := f.Issue(ctx, id)
	if err != nil || len(open.Conflicts) != 1 {
		t.Fatal(open, err)
	}
	settled, err := f.Settle(ctx, bulletin.SubjectIssue, id, merge.Choices{"number": merge.Theirs}, storage.Save{Expected: open.Heads})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Reopen(ctx, bulletin.SubjectIssue, id, settled.Revision, "Thu"); err != nil {
		t.Fatal(err)
	}
	now, err := f.Issue(ctx, id)
	if err != nil || len(now.Conflicts) != 1 || fmt.Sprint(asked(now.Conflicts[0])) != fmt.Sprint(asked(open.Conflicts[0])) {
		t.Errorf("%+v %v", now.Conflicts, err)
	}
	sound(t, f)
}
