package sample_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"bantin/bulletin"
	"bantin/sample"
	"bantin/storage"
)

// filled is a real drafts file with the sample in it.
func filled(t testing.TB) (*storage.File, bulletin.ID) {
	t.Helper()
	f, err := storage.Create(t.Context(), filepath.Join(t.TempDir(), "mau.bantin"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	id, err := sample.Write(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	return f, id
}

// stored reads every article of the file back.
func stored(t testing.TB, f *storage.File) []storage.StoredArticle {
	t.Helper()
	list, err := f.Articles(t.Context(), storage.Query{})
	if err != nil {
		t.Fatal(err)
	}
	var out []storage.StoredArticle
	for _, s := range list {
		a, err := f.Article(t.Context(), s.ID)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, a)
	}
	return out
}

func TestWrite(t *testing.T) {
	f, id := filled(t)
	articles := stored(t, f)
	issue, err := f.Issue(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("issue", func(t *testing.T) { checkIssue(t, issue.Issue, articles) })
	t.Run("office", func(t *testing.T) { checkOffice(t, f) })
	t.Run("genres and statuses", func(t *testing.T) { checkVariety(t, articles) })
	t.Run("photos", func(t *testing.T) { checkPhotos(t, f, articles) })
	t.Run("history", func(t *testing.T) { checkHistory(t, f, issue.Issue) })
	t.Run("again", func(t *testing.T) { checkSameAgain(t, articles) })
	t.Run("whole", func(t *testing.T) {
		damage, err := f.Check(t.Context(), nil)
		if err != nil || len(damage) > 0 {
			t.Errorf("Check: %v, %v", damage, err)
		}
	})
}

func checkIssue(t *testing.T, issue bulletin.Issue, articles []storage.StoredArticle) {
	if !issue.Slots[0].Lead {
		t.Error("the first story does not lead")
	}
	words, stories := 0, 0
	for _, slot := range issue.Slots {
		i := slices.IndexFunc(articles, func(a storage.StoredArticle) bool { return a.ID == slot.Article })
		if i < 0 {
			t.Fatalf("the issue names %s, which is not stored", slot.Article)
		}
		a := articles[i].Article
		if a.Status != bulletin.Approved && a.Status != bulletin.Edited {
			t.Errorf("%q is in the issue as %s", a.Headline, a.Status)
		}
		if !slot.Filler {
			words, stories = words+a.Words(), stories+1
		}
	}
	if fillers := len(issue.Slots) - stories; stories < 18 || stories > 24 || fillers < 4 {
		t.Errorf("%d stories and %d fillers in the issue", stories, fillers)
	}
	if words < 5500 || words > 8500 {
		t.Errorf("the issue has %d words; eight pages of A4 hold between 5500 and 8500", words)
	}
	for what, text := range map[string]string{
		"name": issue.Name, "number": issue.Number, "date": issue.Date.String(), "banner": issue.ThemeBanner,
	} {
		if text == "" {
			t.Errorf("the issue has no %s", what)
		}
	}
}

func checkOffice(t *testing.T, f *storage.File) {
	office, err := f.Office(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	m := office.Imprint
	for what, missing := range map[string]bool{
		"body": office.Body == "", "parents": len(office.Parents) == 0, "address": office.Address == "",
		"phone": office.Phone == "", "email": office.Email == "", "bulletin": office.Bulletin == "",
		"banner": office.ThemeBanner == "", "sections": len(office.Sections) == 0, "authors": len(office.Authors) == 0,
		"licence": m.Licence == "" || m.LicenceDate.IsZero(), "responsible": m.Responsible == "", "editors": m.Editors == "",
		"printed at": m.PrintedAt == "", "print run": m.PrintRun == 0, "frequency": m.Frequency == "",
	} {
		if missing {
			t.Errorf("the office has no %s", what)
		}
	}
}

func checkVariety(t *testing.T, articles []storage.StoredArticle) {
	genres, statuses, kinds := map[bulletin.Genre]int{}, map[bulletin.Status]int{}, map[bulletin.BlockKind]int{}
	for _, a := range articles {
		genres[a.Article.Genre]++
		statuses[a.Article.Status]++
		for _, b := range a.Article.Body {
			kinds[b.Kind]++
		}
	}
	for _, g := range bulletin.Genres() {
		if genres[g] == 0 {
			t.Errorf("no article of genre %s", g)
		}
	}
	for _, s := range bulletin.Statuses() {
		if statuses[s] == 0 {
			t.Errorf("no article of status %s", s)
		}
	}
	for _, k := range bulletin.BlockKinds() {
		if kinds[k] == 0 {
			t.Errorf("no block of kind %s", k)
		}
	}
	if len(genres) != len(bulletin.Genres()) {
		t.Errorf("a genre that the program does not know: %v", genres)
	}
}

func checkPhotos(t *testing.T, f *storage.File, articles []storage.StoredArticle) {
	used, empty := map[string]bool{}, 0
	for _, a := range articles {
		for _, p := range a.Article.Photos {
			if p.Caption == "" {
				t.Errorf("%q: photo %s has no caption", a.Article.Headline, p.ID)
			}
			if p.IsEmptyFrame() {
				empty++
				continue
			}
			if p.Credit == "" || p.AltText == "" {
				t.Errorf("%q: photo %s lacks credit or alternative text", a.Article.Headline, p.ID)
			}
			info, err := f.Photo(t.Context(), p.SHA256)
			if err != nil || info.WidthPx != p.WidthPx || info.HeightPx != p.HeightPx {
				t.Errorf("%q: photo %s: %+v, %v", a.Article.Headline, p.ID, info, err)
			}
			if used[p.SHA256] {
				t.Errorf("%q shows a picture for the second time", a.Article.Headline)
			}
			used[p.SHA256] = true
		}
	}
	if len(used) < 16 || empty != 1 {
		t.Errorf("%d pictures and %d empty frames", len(used), empty)
	}
}

func checkHistory(t *testing.T, f *storage.File, issue bulletin.Issue) {
	history, err := f.History(t.Context(), issue.Slots[0].Article)
	if err != nil || len(history) != 2 || history[0].Author == history[1].Author {
		t.Errorf("the lead was not handed in and then passed by the editor: %d revisions, %v", len(history), err)
	}
}

// checkSameAgain fills a second file: other IDs, but the same texts and the
// same pictures.
func checkSameAgain(t *testing.T, a []storage.StoredArticle) {
	second, _ := filled(t)
	b := stored(t, second)
	if len(a) != len(b) {
		t.Fatalf("%d and %d articles", len(a), len(b))
	}
	for _, x := range a {
		same := func(y storage.StoredArticle) bool {
			one, err := bulletin.CanonicalJSON(x.Article)
			other, err2 := bulletin.CanonicalJSON(y.Article)
			return err == nil && err2 == nil && string(one) == string(other)
		}
		if !slices.ContainsFunc(b, same) {
			t.Errorf("%q differs in the second file", x.Article.Headline)
		}
	}
}

func TestStopped(t *testing.T) {
	f, err := storage.Create(t.Context(), filepath.Join(t.TempDir(), "mau.bantin"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := sample.Write(ctx, f); !errors.Is(err, context.Canceled) {
		t.Errorf("a stopped Write returned %v", err)
	}
}

func BenchmarkWrite(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		filled(b)
	}
}
