package storage_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
)

func TestSaveAndLoad(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	before := time.Now().Add(-time.Second)
	saved := save(t, f, id, article("Hội thi ở Đầm Hà", "Sáng nay, …"))
	if !saved.Changed || len(saved.Heads) != 1 || saved.Heads[0] != saved.Revision {
		t.Errorf("%+v", saved)
	}
	a := load(t, f, id)
	if a.ID != id || a.Revision != saved.Revision || a.Author != "Lan" || a.Deleted ||
		a.Article.Headline != "Hội thi ở Đầm Hà" || a.CreatedAt.Before(before) || !a.CreatedAt.Equal(a.UpdatedAt) {
		t.Errorf("%+v", a)
	}
	again := save(t, f, id, article("Hội thi ở Đầm Hà", "Sáng nay, …"), saved.Heads...)
	if again.Changed || again.Revision != saved.Revision {
		t.Errorf("the same text again: %+v", again)
	}
	next := save(t, f, id, article("Hội thi ở Đầm Hà", "Chiều nay, …"), saved.Heads...)
	if !next.Changed || !slices.Equal(next.Heads, []bulletin.RevisionID{next.Revision}) {
		t.Errorf("%+v", next)
	}
	r, err := f.Revision(ctx, next.Revision)
	if err != nil || !slices.Equal(r.Parents, saved.Heads) || r.Reason != bulletin.ReasonSave || r.Subject != id {
		t.Errorf("%+v %v", r, err)
	}
}

// Whatever an article holds comes back as it was, but for its normal form.
func TestAnyArticleComesBack(t *testing.T) {
	f := create(t)
	text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-zđăâêôơưĐ "\\<>&/bi\x{0}-\x{1f}\x{300}-\x{323}]{0,40}`))
	rapid.Check(t, func(r *rapid.T) {
		a := drawArticle(r, text)
		want := a.Clone()
		want.Normalize()
		want = throughJSON(t, want)
		id := bulletin.NewID()
		save(t, f, id, a)
		if got := load(t, f, id).Article; !reflect.DeepEqual(got, want) {
			r.Fatalf("saved %#v\nloaded %#v", want, got)
		}
		list(t, f, storage.Query{Text: a.Headline + " " + a.Byline})
	})
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v %v", damage, err)
	}
}

func drawArticle(r *rapid.T, text *rapid.Generator[string]) bulletin.Article {
	draw := func(what string) string { return text.Draw(r, what) }
	a := bulletin.Article{
		Genre: bulletin.Genre(draw("genre")), Section: draw("section"), ThemeBanner: draw("theme"),
		Kicker: draw("kicker"), Headline: draw("headline"), Deck: draw("deck"), Standfirst: draw("standfirst"),
		Byline: draw("byline"), Affiliation: draw("affiliation"), Dateline: draw("dateline"), Note: draw("note"),
		Status: rapid.SampledFrom(append(bulletin.Statuses(), "", "unknown")).Draw(r, "status"),
	}
	if rapid.Bool().Draw(r, "dated") {
		a.EventDate = bulletin.Date{Year: 2026, Month: 4, Day: rapid.IntRange(1, 30).Draw(r, "day")}
	}
	for range rapid.IntRange(0, 4).Draw(r, "blocks") {
		kind := rapid.SampledFrom(append(bulletin.BlockKinds(), "unknown")).Draw(r, "kind")
		a.Body = append(a.Body, bulletin.Block{Kind: kind, Text: draw("text"), Photo: "p1"})
	}
	for i := range rapid.IntRange(0, 3).Draw(r, "photos") {
		p := bulletin.Photo{ID: fmt.Sprintf("p%d", i+1), Caption: draw("caption"), Credit: draw("credit"), AltText: draw("alt")}
		if rapid.Bool().Draw(r, "cropped") {
			p.Crop, p.Focus = &bulletin.Crop{Left: 1, Top: 2, Width: 3, Height: 4}, &bulletin.Focus{X: 5, Y: 6}
		}
		a.Photos = append(a.Photos, p)
	}
	return a
}

// throughJSON is what any store of JSON keeps of an article: strings that are
// valid UTF-8.
func throughJSON(t *testing.T, a bulletin.Article) (b bulletin.Article) {
	t.Helper()
	document, err := json.Marshal(a)
	if err == nil {
		err = json.Unmarshal(document, &b)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestStaleSavesBothStay(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	base := save(t, f, id, article("Gốc"))
	lan := save(t, f, id, article("Của Lan"), base.Heads...)
	time.Sleep(2 * time.Millisecond)
	hoa := save(t, f, id, article("Của Hoa"), base.Heads...)
	want := []bulletin.RevisionID{lan.Revision, hoa.Revision}
	slices.Sort(want)
	if !slices.Equal(hoa.Heads, want) {
		t.Errorf("heads %v, want %v", hoa.Heads, want)
	}
	shown := load(t, f, id)
	if len(shown.Conflicts) != 1 || !shown.NeedsEye || !slices.Equal(shown.Heads, want) {
		t.Fatalf("shown: %+v", shown)
	}
	if c := shown.Conflicts[0]; c.Field != "headline" || c.Base != "Gốc" || c.Ours != "Của Lan" || c.Theirs != "Của Hoa" ||
		shown.Article.Headline != map[merge.Side]string{merge.Ours: c.Ours, merge.Theirs: c.Theirs}[c.Shown] {
		t.Errorf("%+v", c)
	}
	if found := list(t, f, storage.Query{}); len(found) != 1 || !found[0].Conflict {
		t.Errorf("%+v", found)
	}
	joined, err := f.SaveArticle(ctx, id, article("Của cả hai"), storage.Save{Expected: shown.Heads, Settles: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(joined.Heads) != 1 || list(t, f, storage.Query{})[0].Conflict {
		t.Errorf("%+v", joined)
	}
	history, err := f.History(ctx, id)
	if err != nil || len(history) != 4 || history[0].ID != joined.Revision || history[3].ID != base.Revision {
		t.Errorf("%v %v", history, err)
	}
}

func TestDeleteAndBringBack(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	saved := save(t, f, id, article("Bài bị xóa", "Nội dung."))
	deleted, err := f.DeleteArticle(ctx, id, storage.Save{Author: "Hoa", Expected: saved.Heads})
	if err != nil {
		t.Fatal(err)
	}
	if found := list(t, f, storage.Query{}); len(found) != 0 {
		t.Errorf("still listed: %v", found)
	}
	if found := list(t, f, storage.Query{Deleted: true, Text: "noi dung"}); headlines(found) != "Bài bị xóa" {
		t.Errorf("deleted: %v", found)
	}
	a := load(t, f, id)
	if !a.Deleted || a.Article.Headline != "Bài bị xóa" || a.Author != "Hoa" {
		t.Errorf("%+v", a)
	}
	r, err := f.Revision(ctx, deleted.Revision)
	if err != nil || strings.Contains(string(r.Document), "Nội dung") || !r.Deleted {
		t.Errorf("a tombstone carries text: %s %v", r.Document, err)
	}
	back := save(t, f, id, a.Article, a.Heads...)
	if !back.Changed || load(t, f, id).Deleted || len(list(t, f, storage.Query{})) != 1 {
		t.Errorf("%+v", back)
	}
	_, err = f.DeleteArticle(ctx, bulletin.NewID(), storage.Save{Expected: saved.Heads})
	wantTrouble(t, err, "article_missing")
}

func TestAnEditOutlivesADeletionBesideIt(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	base := save(t, f, id, article("Gốc"))
	edited := save(t, f, id, article("Đã sửa"), base.Heads...)
	time.Sleep(2 * time.Millisecond)
	if _, err := f.DeleteArticle(ctx, id, storage.Save{Expected: base.Heads}); err != nil {
		t.Fatal(err)
	}
	if a := load(t, f, id); a.Deleted || a.Revision != edited.Revision || len(a.Heads) != 2 {
		t.Errorf("%+v", a)
	}
}

func TestHistoryPutsChildrenFirst(t *testing.T) {
	f := create(t)
	id := bulletin.NewID()
	heads := save(t, f, id, article("0")).Heads
	want := slices.Clone(heads)
	for i := range 30 {
		heads = save(t, f, id, article(fmt.Sprint(i+1)), heads...).Heads
		want = append(want, heads[0])
	}
	slices.Reverse(want)
	f.Close()
	history, err := open(t, f.Path()).History(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range history {
		if r.ID != want[i] {
			t.Fatalf("place %d of the history is wrong", i)
		}
	}
}

func TestWhatIsMissing(t *testing.T) {
	f := create(t)
	_, err := f.Article(ctx, bulletin.NewID())
	wantTrouble(t, err, "article_missing")
	_, err = f.Issue(ctx, bulletin.NewID())
	wantTrouble(t, err, "issue_missing")
	_, err = f.Revision(ctx, "00")
	wantTrouble(t, err, "revision_missing")
	_, err = f.Photo(ctx, "00")
	wantTrouble(t, err, "photo_missing")
	_, err = f.SaveArticle(ctx, bulletin.NewID(), article("x"), storage.Save{Expected: []bulletin.RevisionID{"00"}})
	wantTrouble(t, err, "revision_missing")
	if _, err := f.SaveArticle(ctx, "BAD ID", article("x"), storage.Save{}); err == nil {
		t.Error("a bad id was taken")
	}
	if history, err := f.History(ctx, bulletin.NewID()); err != nil || len(history) != 0 {
		t.Errorf("%v %v", history, err)
	}
	id := bulletin.NewID()
	save(t, f, id, article("bài"))
	if _, err := f.SaveIssue(ctx, id, bulletin.Issue{}, storage.Save{}); err == nil {
		t.Error("an article's id was given to an issue")
	}
}

func TestResolve(t *testing.T) {
	f := create(t)
	for _, id := range []bulletin.ID{"aaaa000000000000", "aaab000000000000", "b000000000000000"} {
		save(t, f, id, article(string(id)))
	}
	if _, err := f.SaveIssue(ctx, "c000000000000000", bulletin.Issue{Name: "Bản tin"}, storage.Save{}); err != nil {
		t.Fatal(err)
	}
	for prefix, want := range map[string]bulletin.ID{"aaaa": "aaaa000000000000", " B": "b000000000000000", "b000000000000000": "b000000000000000"} {
		if id, err := f.ResolveArticle(ctx, prefix); id != want || err != nil {
			t.Errorf("%q: %v %v", prefix, id, err)
		}
	}
	for prefix, trouble := range map[string]string{"aaa": "id_ambiguous", "z": "article_missing", "": "article_missing", "c": "article_missing", "%": "article_missing"} {
		_, err := f.ResolveArticle(ctx, prefix)
		wantTrouble(t, err, trouble)
	}
	if id, err := f.ResolveIssue(ctx, "c"); id != "c000000000000000" || err != nil {
		t.Errorf("%v %v", id, err)
	}
	_, err := f.ResolveIssue(ctx, "a")
	wantTrouble(t, err, "issue_missing")
}

func TestIssuesAndOffice(t *testing.T) {
	f := create(t)
	story, other := bulletin.NewID(), bulletin.NewID()
	save(t, f, story, article("Trong số này"))
	save(t, f, other, article("Ngoài số này"))
	issue := bulletin.Issue{Name: "Bản tin Đầm Hà", Number: "4", Slots: []bulletin.Slot{{Article: story, Lead: true}}}
	id := bulletin.NewID()
	saved, err := f.SaveIssue(ctx, id, issue, storage.Save{Author: "Biên tập"})
	if err != nil {
		t.Fatal(err)
	}
	issue.Normalize()
	got, err := f.Issue(ctx, id)
	if err != nil || !reflect.DeepEqual(got.Issue, issue) || got.Revision != saved.Revision {
		t.Errorf("%+v %v", got, err)
	}
	if found := list(t, f, storage.Query{Issue: id}); headlines(found) != "Trong số này" {
		t.Errorf("%v", found)
	}
	if all, err := f.Issues(ctx); err != nil || len(all) != 1 {
		t.Errorf("%v %v", all, err)
	}
	if _, err := f.DeleteIssue(ctx, id, storage.Save{Expected: saved.Heads}); err != nil {
		t.Fatal(err)
	}
	if all, err := f.Issues(ctx); err != nil || len(all) != 0 {
		t.Errorf("%v %v", all, err)
	}
	office := bulletin.Office{Body: "Trung tâm văn hóa xã", Parents: []string{"UBND xã"}, Authors: []string{"Lan"}}
	if err := f.SetOffice(ctx, office); err != nil {
		t.Fatal(err)
	}
	office.Normalize()
	if got, err := f.Office(ctx); err != nil || !reflect.DeepEqual(got, office) {
		t.Errorf("%+v %v", got, err)
	}
}
