package sample

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"bantin/bulletin"
	"bantin/bulletin/viet"
	"bantin/internal/real"
	"bantin/sample/illustration"
)

func read(t *testing.T) *texts {
	t.Helper()
	all, err := readTexts()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// article gives one article as it will be stored, without a drafts file.
func article(t *testing.T, all *texts, name string) bulletin.Article {
	t.Helper()
	a, err := all.articles[name].article(all.office.ThemeBanner, func(picture string) (storedPicture, error) {
		return storedPicture{sha256: picture, width: 3, height: 2}, nil
	})
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return a
}

func lines(a bulletin.Article) []string {
	out := []string{a.ThemeBanner, a.Section, a.Kicker, a.Headline, a.Deck, a.Standfirst, a.Byline, a.Affiliation, a.Dateline, a.Note}
	for _, b := range a.Body {
		out = append(out, strings.Split(b.Text, "\n")...)
	}
	for _, p := range a.Photos {
		out = append(out, p.Caption, p.Credit, p.AltText)
	}
	return slices.DeleteFunc(out, func(s string) bool { return s == "" })
}

func TestTextsAreClean(t *testing.T) {
	all := read(t)
	for _, name := range all.names {
		for _, s := range lines(article(t, all, name)) {
			checkClean(t, name, s)
		}
	}
	o := all.office
	for _, s := range slices.Concat(o.Parents, o.Sections, o.Authors, []string{o.Body, o.Address, o.Bulletin, o.ThemeBanner}) {
		checkClean(t, "office", s)
	}
}

func checkClean(t *testing.T, where, s string) {
	t.Helper()
	switch {
	case !norm.NFC.IsNormalString(s) || viet.Normalize(s) != s:
		t.Errorf("%s: not NFC: %q", where, s)
	case viet.TidySpaces(s) != s:
		t.Errorf("%s: spaces: %q", where, s)
	case bulletin.Mark(bulletin.Runs(s)) != s:
		t.Errorf("%s: emphasis is not in its canonical form: %q", where, s)
	case strings.ContainsAny(s, "\"ðÐ"):
		t.Errorf("%s: straight quote or Icelandic letter: %q", where, s)
	case strings.Count(s, "“") != strings.Count(s, "”"):
		t.Errorf("%s: quotes do not match: %q", where, s)
	case strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Mn, r) }):
		t.Errorf("%s: a loose mark: %q", where, s)
	}
}

// newStyle are rimes with the tone where the new style puts it.
var newStyle = []string{"oá", "oà", "oả", "oã", "oạ", "oé", "oè", "oẻ", "oẽ", "oẹ", "uý", "uỳ", "uỷ", "uỹ", "uỵ"}

func TestToneStyleIsTheOldOne(t *testing.T) {
	all := read(t)
	for _, name := range all.names {
		for _, s := range lines(article(t, all, name)) {
			for _, word := range strings.FieldsFunc(strings.ToLower(bulletin.Plain(s)), func(r rune) bool { return !unicode.IsLetter(r) }) {
				for _, rime := range newStyle {
					if strings.HasSuffix(word, rime) && !strings.HasPrefix(word, "qu") {
						t.Errorf("%s: %q is in the new style", name, word)
					}
				}
			}
		}
	}
}

func TestLengths(t *testing.T) {
	all := read(t)
	shortest, longest := 1<<30, 0
	for _, name := range all.names {
		a := article(t, all, name)
		n := a.Words()
		t.Logf("%5d words %s", n, name)
		shortest, longest = min(shortest, n), max(longest, n)
	}
	if shortest > 90 || longest < 900 {
		t.Errorf("articles run from %d to %d words", shortest, longest)
	}
}

func TestSectionsAndStoriesAreKnown(t *testing.T) {
	all := read(t)
	for _, name := range all.names {
		if f := all.articles[name]; !slices.Contains(all.office.Sections, f.Section) {
			t.Errorf("%s: section %q is not one of the office's", name, f.Section)
		}
	}
	for _, s := range all.issue.Story {
		if all.articles[s.Article] == nil {
			t.Errorf("the story list names %q, which has no file", s.Article)
		}
	}
	for _, picture := range all.pictures() {
		if !slices.Contains(illustration.Names(), picture) {
			t.Errorf("no illustration is called %q", picture)
		}
	}
}

// The sample is our own writing: it shares no sentence with the real article.
func TestNoSentenceIsCopied(t *testing.T) {
	raw, err := os.ReadFile(real.Article(t))
	if err != nil {
		t.Fatal(err)
	}
	theirs := sentences(viet.Normalize(string(raw)))
	all := read(t)
	for _, name := range all.names {
		for _, s := range lines(article(t, all, name)) {
			for ours := range sentences(bulletin.Plain(s)) {
				if theirs[ours] {
					t.Errorf("%s: %q stands in the real article", name, ours)
				}
			}
		}
	}
}

func sentences(text string) map[string]bool {
	out := map[string]bool{}
	for _, s := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(".!?;:\n", r) }) {
		if s = strings.ToLower(viet.TidySpaces(s)); bulletin.CountWords(s) >= 4 {
			out[s] = true
		}
	}
	return out
}

func TestBodyMarks(t *testing.T) {
	got := blocks("Một.\n\n## Hai\n> Ba\n[p4]\n")
	want := []bulletin.Block{
		{Kind: bulletin.Paragraph, Text: "Một."},
		{Kind: bulletin.Crosshead, Text: "Hai"},
		{Kind: bulletin.Quote, Text: "Ba"},
		{Kind: bulletin.PhotoAnchor, Photo: "p4"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %+v", got)
	}
}
