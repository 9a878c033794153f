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
	if fmt.Sprint(a.Article, a.Heads) != fmt.Sprint(b.Article, b.Heads) || !a.NeedsEye || !b.NeedsEye || len(a.Conflicts) != 1 || len(b.Conflicts) != 1 ||
		a.Conflicts[0].Ours != "Tít của Lan" || a.Conflicts[0].Theirs != "Tít của Minh" || b.Conflicts[0].Turn() != a.Conflicts[0] {
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

// Receiving that is stopped at any moment leaves whole articles, and goes on
// when it is asked again.
func TestReceiveStopped(t *testing.T) {
	from, f := create(t), create(t)
	for i := range 450 {
		save(t, from, bulletin.NewID(), article(fmt.Sprint("Bài ", i), prose(2500, i)))
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
