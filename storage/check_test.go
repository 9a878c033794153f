package storage_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// full makes a closed file with two articles, an issue, an office and two
// photos, and gives its path.
func full(t testing.TB) string {
	t.Helper()
	f := create(t)
	info := addPhoto(t, f, "lễ hội.jpg", photo(t, 90))
	addPhoto(t, f, "sân đình.jpg", photoOf(t, 120, 1300, 900))
	a := article("Lễ hội làng", "Sáng nay, dân làng mở hội.")
	a.Photos = []bulletin.Photo{{ID: "p1", SHA256: info.SHA256, Caption: "Rước kiệu"}}
	id := bulletin.NewID()
	heads := save(t, f, id, a).Heads
	a.Deck = "Đông vui"
	save(t, f, id, a, heads...)
	other := bulletin.NewID()
	save(t, f, other, article("", "Bài này chưa có tít nhưng có chữ để nhận ra nó."))
	issue := bulletin.Issue{Name: "Bản tin xã", Number: "4", Slots: []bulletin.Slot{{Article: id}, {Article: other}}}
	if _, err := f.SaveIssue(ctx, bulletin.NewID(), issue, storage.Save{}); err != nil {
		t.Fatal(err)
	}
	if err := f.SetOffice(ctx, bulletin.Office{Body: "Trung tâm"}); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	sqlite(t, f.Path(), "INSERT INTO exchanged SELECT min(id) FROM revisions")
	return f.Path()
}

func TestCheckNamesTheDamage(t *testing.T) {
	for _, c := range []struct {
		sql  string
		want []string // kind: facts
	}{
		{"SELECT 1", nil},
		{"UPDATE revisions SET document = replace(document, 'Đông vui', 'Đông vuj')", []string{"revision: Lễ hội làng"}},
		{"UPDATE revisions SET document = replace(document, 'để nhận', 'de nhận')", []string{"revision: Bài này chưa có tít nhưng có chữ…"}},
		{"UPDATE revisions SET author = 'Khác' WHERE kind = 'issue'", []string{"revision: Bản tin xã 4"}},
		{"UPDATE revisions SET time_ms = time_ms + 1 WHERE document LIKE '%Đông vui%'", []string{"revision: Lễ hội làng"}},
		{"DELETE FROM parents", []string{"revision: Lễ hội làng"}},
		{"DELETE FROM revisions WHERE id IN (SELECT parent FROM parents)", []string{"parent_missing: Lễ hội làng"}},
		{"UPDATE photos SET original = zeroblob(length(original)) WHERE name = 'lễ hội.jpg'", []string{"photo_original: lễ hội.jpg"}},
		{"UPDATE photo_print SET picture = zeroblob(10) WHERE photo = (SELECT sha256 FROM photos WHERE name = 'sân đình.jpg')", []string{"photo_derivative: sân đình.jpg"}},
		{"DELETE FROM photo_thumb", []string{"photo_derivative: lễ hội.jpg", "photo_derivative: sân đình.jpg"}},
		{"DELETE FROM photo_print; DELETE FROM photo_half; DELETE FROM photo_thumb; DELETE FROM photos WHERE name = 'lễ hội.jpg'; INSERT INTO photo_print SELECT sha256, '', x'' FROM photos", []string{"photo_derivative: sân đình.jpg", "photo_missing: Lễ hội làng, Rước kiệu"}},
		{"UPDATE settings SET value = replace(value, 'Trung', 'Trunk')", []string{"office: "}},
		{"UPDATE article_text SET body = 'khác' WHERE headline LIKE '%Lễ hội làng%'", []string{"index: Lễ hội làng"}},
		{"DELETE FROM article_list WHERE headline = ''", []string{"index: Bài này chưa có tít nhưng có chữ…", "leftover: "}},
		{"DELETE FROM heads", []string{"index_issue: Bản tin xã 4", "index: Lễ hội làng", "index: Bài này chưa có tít nhưng có chữ…"}},
	} {
		path := full(t)
		sqlite(t, path, strings.Split(c.sql, "; ")...)
		f, err := storage.OpenReadOnly(ctx, path)
		if err != nil {
			t.Fatalf("%s: %v", c.sql, err)
		}
		done := 0
		damage, err := f.Check(ctx, func(d, total int) {
			if d != done+1 || d > total {
				t.Errorf("progress %d of %d after %d", d, total, done)
			}
			done = d
		})
		f.Close()
		if err != nil {
			t.Fatalf("%s: %v", c.sql, err)
		}
		got := describe(t, damage)
		slices.Sort(c.want)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %q\nwant %q", c.sql, got, c.want)
		}
	}
}

// describe gives kind and main facts of each damage, sorted, and makes sure of
// a sentence for each.
func describe(t *testing.T, damage []storage.Damage) (all []string) {
	t.Helper()
	for _, d := range damage {
		for _, language := range []string{"vi", "en"} {
			sentence := sentences(t, language)["damage."+d.Kind]
			if sentence == "" {
				t.Errorf("no sentence for damage.%s in %s", d.Kind, language)
			}
			wantFacts(t, sentence, bulletin.NewTrouble(d.Kind, d.Args, nil))
		}
		var facts []string
		for _, fact := range []string{"headline", "photo", "caption"} {
			if v, ok := d.Args[fact].(string); ok {
				facts = append(facts, v)
			}
		}
		all = append(all, d.Kind+": "+strings.Join(facts, ", "))
	}
	slices.Sort(all)
	return all
}

func TestDamagedTextIsNotShown(t *testing.T) {
	path := full(t)
	sqlite(t, path, "UPDATE revisions SET document = replace(document, 'Đông vui', 'Đông vuj')")
	f := open(t, path)
	id := list(t, f, storage.Query{Text: "le hoi"})[0].ID
	_, err := f.Article(ctx, id)
	wantTrouble(t, err, "newest_damaged")
	history, err := f.History(ctx, id)
	if err != nil || len(history) != 2 || history[0].Document != nil || history[1].Document == nil {
		t.Fatalf("%v %v", history, err)
	}
	// The text on screen can still be saved over it.
	save(t, f, id, article("Lễ hội làng", "Viết lại."), history[0].ID)
	if a := load(t, f, id); a.Article.Body[0].Text != "Viết lại." {
		t.Errorf("%+v", a)
	}
}

func TestDamagedPhotos(t *testing.T) {
	path := full(t)
	sound := open(t, path)
	sha := load(t, sound, list(t, sound, storage.Query{Text: "le hoi"})[0].ID).Article.Photos[0].SHA256
	before, err := sound.PrintPhoto(ctx, sha)
	if err != nil {
		t.Fatal(err)
	}
	sound.Close()

	sqlite(t, path, "UPDATE photo_print SET picture = zeroblob(10)", "DELETE FROM photo_thumb")
	f := open(t, path)
	if again, err := f.PrintPhoto(ctx, sha); err != nil || !bytes.Equal(again, before) {
		t.Errorf("the derivative is not made anew: %v", err)
	}
	if err := f.Rebuild(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v %v", damage, err)
	}
	f.Close()

	sqlite(t, path, "UPDATE photos SET original = zeroblob(10)")
	f = open(t, path)
	_, err = f.OriginalPhoto(ctx, sha)
	wantTrouble(t, err, "photo_damaged")
	if again, err := f.PrintPhoto(ctx, sha); err != nil || !bytes.Equal(again, before) {
		t.Errorf("a sound derivative of a damaged original: %v", err)
	}
}

// What a save writes to the search index is no damage to a reader that looked
// at the index before.
func TestCheckAfterSavesAndChecks(t *testing.T) {
	f := open(t, full(t))
	for i := range 40 {
		save(t, f, bulletin.NewID(), article("Bài", strings.Repeat("chữ nghĩa ", i*20)))
		if i%4 > 0 {
			continue
		}
		if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
			t.Fatalf("after %d saves: %v %v", i+1, damage, err)
		}
	}
	if err := f.Rebuild(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Fatalf("after a rebuild: %v %v", damage, err)
	}
}

func TestRebuildMendsWhatIsDerived(t *testing.T) {
	path := full(t)
	sqlite(t, path, "DELETE FROM article_text", "DELETE FROM article_list", "DELETE FROM heads", "DELETE FROM issue_stories",
		"INSERT INTO search (search) VALUES ('delete-all')")
	f := open(t, path)
	if err := f.Rebuild(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v %v", damage, err)
	}
	if found := list(t, f, storage.Query{Text: "ruoc kieu"}); headlines(found) != "Lễ hội làng" {
		t.Errorf("%v", found)
	}
	issues, err := f.Issues(ctx)
	if err != nil || len(issues) != 1 || len(list(t, f, storage.Query{Issue: issues[0].ID})) != 2 {
		t.Errorf("%v %v", issues, err)
	}
}

// A text of one word over and over is checked as fast as any other; it took
// ten seconds an article once.
func TestCheckOfMonotonousText(t *testing.T) {
	f := create(t)
	for n := range 20 {
		save(t, f, bulletin.NewID(), article(fmt.Sprint(n), strings.Repeat("chữ ", 9000), strings.Repeat("rất dài ", 4000)))
	}
	if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Errorf("%v %v", damage, err)
	}
	f.Close()
	sqlite(t, f.Path(), "UPDATE article_text SET body = replace(body, 'rất dài rất', 'rất ngắn rất') WHERE number = (SELECT min(number) FROM article_text)")
	if !noticed(t, f.Path()) {
		t.Error("a changed text is called sound")
	}
}
