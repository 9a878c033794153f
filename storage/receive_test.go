package storage_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
)

func receive(t testing.TB, f *storage.File, path string) storage.Received {
	t.Helper()
	came, err := f.Receive(ctx, path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return came
}

func sound(t testing.TB, f *storage.File) {
	t.Helper()
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v %v", damage, err)
	}
}

// Two people work on copies of one file and receive each other's.
func TestReceiveBothWays(t *testing.T) {
	lan, minh := create(t), create(t)
	id, other := bulletin.NewID(), bulletin.NewID()
	base := save(t, lan, id, article("Gốc", "Một. Hai.", "Ba."))
	if came := receive(t, minh, lan.Path()); came.NewArticles != 1 || came.NewRevisions != 1 || len(came.Merged) != 0 {
		t.Errorf("%+v", came)
	}
	save(t, lan, id, article("Tít của Lan", "Một. Hai sửa.", "Ba."), base.Heads...)
	save(t, minh, id, article("Tít của Minh", "Một. Hai.", "Ba.", "Bốn."), base.Heads...)
	save(t, minh, other, article("Bài của Minh"))

	came := receive(t, lan, minh.Path())
	if came.NewArticles != 1 || came.NewRevisions != 2 || !slices.Equal(came.Merged, []bulletin.ID{id}) || len(came.Conflicts) != 1 {
		t.Fatalf("%+v", came)
	}
	receive(t, minh, lan.Path())
	a, b := load(t, lan, id), load(t, minh, id)
	if fmt.Sprint(a.Article, a.Conflicts) != fmt.Sprint(b.Article, b.Conflicts) || !a.NeedsEye {
		t.Errorf("%+v\n%+v", a, b)
	}
	if body := a.Article.Body; len(body) != 3 || body[0].Text != "Một. Hai sửa." || body[2].Text != "Bốn." {
		t.Errorf("body %+v", body)
	}
	if came := receive(t, lan, minh.Path()); came.NewRevisions != 0 || came.NewArticles != 0 || len(came.Merged) != 0 {
		t.Errorf("again: %+v", came)
	}
	if found := list(t, lan, storage.Query{Conflict: true}); len(found) != 1 || !found[0].Conflict || !found[0].NeedsEye {
		t.Errorf("listed: %+v", found)
	}
	sound(t, lan)
	sound(t, minh)

	_, err := lan.Settle(ctx, bulletin.SubjectArticle, id, nil, storage.Save{Expected: a.Heads})
	wantTrouble(t, err, "conflicts_open")
	_, err = lan.Settle(ctx, bulletin.SubjectArticle, id, merge.Choices{"deck": merge.Ours}, storage.Save{Expected: a.Heads})
	wantTrouble(t, err, "conflict_unknown")
	want := a.Conflicts[0].Theirs
	settled, err := lan.Settle(ctx, bulletin.SubjectArticle, id, merge.Choices{"headline": merge.Theirs}, storage.Save{Author: "Lan", Expected: a.Heads})
	if err != nil || len(settled.Heads) != 1 {
		t.Fatalf("%+v %v", settled, err)
	}
	receive(t, minh, lan.Path())
	if b := load(t, minh, id); b.Article.Headline != want || len(b.Heads) != 1 || b.NeedsEye || len(b.Conflicts) != 0 {
		t.Errorf("%+v", b)
	}
}

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

func TestSendAndReceive(t *testing.T) {
	f := create(t)
	id, gone, other := bulletin.NewID(), bulletin.NewID(), bulletin.NewID()
	info := addPhoto(t, f, "máy ảnh.jpg", withPlace(t, photo(t, 200)))
	a := article("Có ảnh", "Một.")
	a.Photos = []bulletin.Photo{{ID: "p1", SHA256: info.SHA256, Caption: "Chú thích", WidthPx: info.WidthPx, HeightPx: info.HeightPx}}
	first := save(t, f, id, article("Bản đầu"))
	save(t, f, id, a, first.Heads...)
	secret := save(t, f, gone, article("Đã xóa", "Điều không nên gửi đi."))
	if _, err := f.DeleteArticle(ctx, gone, storage.Save{Expected: secret.Heads}); err != nil {
		t.Fatal(err)
	}
	save(t, f, other, article("Bài khác"))
	if err := f.SetOffice(ctx, bulletin.Office{Body: "Trung tâm"}); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "gửi đi.bantin")
	sent, err := f.Send(ctx, out, storage.Selection{Articles: []bulletin.ID{id, gone}}, nil)
	if err != nil || sent.Articles != 2 || sent.Revisions != 3 || sent.Photos != 1 || len(sent.Left) != 0 {
		t.Fatalf("%+v %v", sent, err)
	}
	raw := bytesOf(t, out)
	for _, word := range []string{"không nên gửi", "Hanoi GPS", "Bài khác"} {
		if strings.Contains(raw, word) {
			t.Errorf("the sent file holds %q", word)
		}
	}
	if names := beside(t, out); len(names) != 1 {
		t.Errorf("beside it: %v", names)
	}
	if _, err := f.Send(ctx, out, storage.Selection{}, nil); err == nil {
		t.Error("written over a file")
	} else {
		wantTrouble(t, err, "file_exists")
	}

	opened := open(t, out)
	sound(t, opened)
	if office, err := opened.Office(ctx); err != nil || office.Body != "Trung tâm" {
		t.Errorf("%+v %v", office, err)
	}
	g := create(t)
	came := receive(t, g, out)
	if came.NewArticles != 2 || came.NewRevisions != 3 || came.NewPhotos != 1 || len(came.Refused) != 0 {
		t.Errorf("%+v", came)
	}
	sound(t, g)
	got := load(t, g, id)
	if got.Article.Photos[0].SHA256 != info.SHA256 {
		t.Error("the photo has another name")
	}
	for _, read := range []func(*storage.File) ([]byte, error){
		func(f *storage.File) ([]byte, error) { return f.PrintPhoto(ctx, info.SHA256) },
		func(f *storage.File) ([]byte, error) { return f.Thumbnail(ctx, info.SHA256) },
	} {
		mine, err1 := read(f)
		theirs, err2 := read(g)
		if err1 != nil || err2 != nil || string(mine) != string(theirs) {
			t.Errorf("derivatives differ: %v %v", err1, err2)
		}
	}
	// The original comes later, and takes the place of the stripped one.
	if came := receive(t, g, f.Path()); came.NewPhotos != 1 {
		t.Errorf("%+v", came)
	}
	mine, err := g.OriginalPhoto(ctx, info.SHA256)
	if err != nil || string(mine) != string(withPlace(t, photo(t, 200))) {
		t.Errorf("not the original: %v", err)
	}
	if came := receive(t, g, out); came.NewPhotos != 0 {
		t.Errorf("%+v", came)
	}
	sound(t, g)
	if deleted := list(t, g, storage.Query{Deleted: true}); len(deleted) != 1 {
		t.Errorf("the deletion did not come along: %v", deleted)
	}
}

// withPlace puts an EXIF block before the picture, as a phone does, with a
// place in it and the picture turned by a quarter.
func withPlace(t testing.TB, picture []byte) []byte {
	t.Helper()
	exif := append([]byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00\x00\x00\x00\x00"), "Hanoi GPS 21.03"...)
	segment := append([]byte{0xFF, 0xE1, 0, byte(len(exif) + 2)}, exif...)
	return slices.Concat(picture[:2], segment, picture[2:])
}

// receiveStripped puts a photo into a file that came in a file that was sent.
func receiveStripped(t testing.TB, f *storage.File) {
	t.Helper()
	from := create(t)
	info := addPhoto(t, from, "chợ quê.jpg", withPlace(t, photo(t, 60)))
	a := article("Chợ quê", "Chợ họp sớm.")
	a.Photos = []bulletin.Photo{{ID: "p1", SHA256: info.SHA256, Caption: "Chợ"}}
	save(t, from, bulletin.NewID(), a)
	out := filepath.Join(t.TempDir(), "gửi.bantin")
	if _, err := from.Send(ctx, out, storage.Selection{}, nil); err != nil {
		t.Fatal(err)
	}
	if came := receive(t, f, out); came.NewPhotos != 1 || came.NewArticles != 1 {
		t.Fatalf("%+v", came)
	}
}

// A version that one file has thinned and the other has whole is whole in both
// afterwards, whoever receives first; a thinned one comes along where it is
// not known at all.
func TestReceiveThinned(t *testing.T) {
	f, g, h := create(t), create(t), create(t)
	id := bulletin.NewID()
	chain := typed(t, f, id, noon, nil, 40*day+3*minute, 40*day+2*minute, 40*day, 0)
	if n := thin(t, f, noon); n == 0 {
		t.Fatal("nothing was thinned")
	}
	want := whole(t, f, chain)
	if came := receive(t, g, f.Path()); came.NewRevisions != len(chain) || len(came.Refused) != 0 || came.NewArticles != 1 {
		t.Fatalf("%+v", came)
	}
	if got := whole(t, g, chain); !slices.Equal(got, want) {
		t.Errorf("whole: %v, want %v", got, want)
	}
	original, err := f.Revision(ctx, chain[3])
	if err != nil {
		t.Fatal(err)
	}
	if again := typed(t, h, id, noon, nil, 40*day+3*minute, 40*day+2*minute, 40*day, 0); !slices.Equal(again, chain) {
		t.Fatalf("another chain: %v %v", again, original.ID)
	}
	receive(t, h, g.Path()) // takes nothing from what is whole
	receive(t, g, h.Path())
	for _, file := range []*storage.File{g, h} {
		if got := whole(t, file, chain); slices.Contains(got, false) {
			t.Errorf("whole: %v", got)
		}
		sound(t, file)
	}
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

// Receiving that is stopped at any moment leaves whole articles, and goes on
// when it is asked again.
func TestReceiveStopped(t *testing.T) {
	from, f := create(t), create(t)
	for i := range 450 {
		save(t, from, bulletin.NewID(), article(fmt.Sprint("Bài ", i), "Một."))
	}
	addPhoto(t, from, "ảnh.jpg", photo(t, 30))
	from.Close()
	total, rounds := 0, 0
	for stopAt := 1; ; stopAt += 150 {
		limited, stop := context.WithCancel(ctx)
		came, err := f.Receive(limited, from.Path(), func(done, _ int) {
			if done >= stopAt {
				stop()
			}
		})
		stop()
		total += came.NewArticles
		rounds++
		sound(t, f)
		if err == nil {
			break
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
	}
	if total != 450 || rounds < 3 {
		t.Errorf("%d articles in %d rounds", total, rounds)
	}
	if came := receive(t, f, from.Path()); came.NewRevisions+came.NewPhotos != 0 {
		t.Errorf("%+v", came)
	}
}
