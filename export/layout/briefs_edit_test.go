package layout_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
)

// issueWithBriefs is an issue of so many cuts of the real article, with a brief
// after nearly each of them.
func issueWithBriefs(t testing.TB, stories int) (bulletin.Issue, []layout.Piece) {
	t.Helper()
	issue, long := realIssue(t, stories)
	var pieces []layout.Piece
	for i, p := range long {
		if i%3 == 2 {
			p.Article.Body = p.Article.Body[:2+len(p.Article.Body)/2]
			p.Article.Normalize()
		}
		pieces = append(pieces, p)
		if i%5 < 4 {
			pieces = append(pieces, brief(long[i].Article, i))
		}
	}
	return issue, pieces
}

// brief is a short piece of news from the first words of an article's text.
func brief(a bulletin.Article, nth int) layout.Piece {
	words := strings.Fields(a.Body[0].Text)
	short := bulletin.Article{
		Headline: fmt.Sprintf("Thôn %d ra quân trồng cây", nth+1), Section: a.Section, Genre: bulletin.News, Byline: a.Byline,
		Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: strings.Join(words[:min(len(words), 40+nth*7%50)], " ")}},
	}
	short.Normalize()
	return layout.Piece{ID: bulletin.ID(fmt.Sprintf("tin%d", nth+1)), Article: short}
}

// BenchmarkEditWithBriefs is BenchmarkEdit24Pages for an issue in which briefs
// may stand in boxes or alone.
func BenchmarkEditWithBriefs(b *testing.B) {
	for _, multiple := range []int{0, 4} {
		b.Run(fmt.Sprintf("by_%d", multiple), func(b *testing.B) {
			issue, pieces := issueWithBriefs(b, 18)
			issue.PageMultiple = multiple
			benchmarkEdits(b, issue, pieces)
		})
	}
}

// edits are what an editor does to an issue, one after another: most leave all
// stories as high as they are, some do not.
var edits = []struct {
	name string
	make func(issue *bulletin.Issue, pieces []layout.Piece) []layout.Piece
}{
	{"a word of a story", func(_ *bulletin.Issue, p []layout.Piece) []layout.Piece { return edited(p, 0, 1) }},
	{"a word of a brief", func(_ *bulletin.Issue, p []layout.Piece) []layout.Piece { return edited(p, 3, 2) }},
	{"words of two stories", func(_ *bulletin.Issue, p []layout.Piece) []layout.Piece { return edited(edited(p, 2, 3), 5, 3) }},
	{"a line of a brief", func(_ *bulletin.Issue, p []layout.Piece) []layout.Piece {
		return rewritten(p, 3, func(a *bulletin.Article) {
			a.Body[0].Text += " Bà con hẹn nhau tháng sau lại lên đồi làm cỏ, trồng dặm."
		})
	}},
	{"a paragraph of a story", func(_ *bulletin.Issue, p []layout.Piece) []layout.Piece {
		return rewritten(p, 4, func(a *bulletin.Article) { a.Body = append(a.Body, a.Body[0]) })
	}},
	{"a headline", func(_ *bulletin.Issue, p []layout.Piece) []layout.Piece {
		return rewritten(p, 2, func(a *bulletin.Article) { a.Headline = "Tin mới về: " + a.Headline })
	}},
	{"a word of a caption", func(_ *bulletin.Issue, p []layout.Piece) []layout.Piece {
		return rewritten(p, 0, func(a *bulletin.Article) { a.Photos[0].Caption = "Ảnh: " + a.Photos[0].Caption })
	}},
	{"a long caption", func(_ *bulletin.Issue, p []layout.Piece) []layout.Piece {
		return rewritten(p, 0, func(a *bulletin.Article) { a.Photos[0].Caption += " " + a.Standfirst })
	}},
	{"no byline", func(_ *bulletin.Issue, p []layout.Piece) []layout.Piece {
		return rewritten(p, 4, func(a *bulletin.Article) { a.Byline = "" })
	}},
	{"a story last", func(_ *bulletin.Issue, p []layout.Piece) []layout.Piece { return append(p[1:len(p):len(p)], p[0]) }},
	{"a wish", func(issue *bulletin.Issue, p []layout.Piece) []layout.Piece {
		issue.Slots = []bulletin.Slot{{Article: p[4].ID, Page: 2}}
		return p
	}},
	{"a word after the wish", func(_ *bulletin.Issue, p []layout.Piece) []layout.Piece { return edited(p, 4, 4) }},
	{"a hole", func(issue *bulletin.Issue, p []layout.Piece) []layout.Piece {
		issue.Holes = []bulletin.Hole{{Page: 2, Columns: 1, Rows: 12}}
		return p
	}},
	{"a larger hole", func(issue *bulletin.Issue, p []layout.Piece) []layout.Piece {
		issue.Holes[0].Rows = 20
		return edited(p, 1, 5)
	}},
	{"a story less", func(_ *bulletin.Issue, p []layout.Piece) []layout.Piece { return edited(p[1:], 2, 6) }},
	{"a brief that is none any more", func(_ *bulletin.Issue, p []layout.Piece) []layout.Piece {
		return rewritten(p, 2, func(a *bulletin.Article) { a.Genre = bulletin.Poem })
	}},
	{"another number and name", func(issue *bulletin.Issue, p []layout.Piece) []layout.Piece {
		issue.Number, issue.Imprint.Editors = "5", strings.Repeat(issue.Imprint.Editors+", ", 9)
		return p
	}},
	{"no contents", func(issue *bulletin.Issue, p []layout.Piece) []layout.Piece {
		issue.NoContents = true
		return edited(p, 1, 7)
	}},
	{"words of two others", func(_ *bulletin.Issue, p []layout.Piece) []layout.Piece { return edited(edited(p, 0, 8), 4, 8) }},
}

func rewritten(pieces []layout.Piece, story int, change func(*bulletin.Article)) []layout.Piece {
	out := append([]layout.Piece{}, pieces...)
	a := out[story].Article.Clone()
	change(&a)
	out[story].Article = a
	return out
}

// TestEditsGiveThePagesOfAFreshLayout edits an issue with briefs again and again,
// in every style, as its pages come and with a number of them asked for: what
// comes out is what a layout that knows nothing of before makes of it.
func TestEditsGiveThePagesOfAFreshLayout(t *testing.T) {
	for _, name := range wholeStyles {
		for _, multiple := range []int{0, 4} {
			t.Run(fmt.Sprintf("%s by %d", name, multiple), func(t *testing.T) {
				t.Parallel()
				issue, pieces := issueWithBriefs(t, 6)
				issue.PageMultiple = multiple
				var known layout.Memory
				sameAsFresh(t, &known, issue, pieces, name)
				for i, e := range edits {
					before := pieces
					pieces = e.make(&issue, pieces)
					if d := sameAsFresh(t, &known, issue, pieces, name); d != "" {
						t.Fatalf("after %s: %s", e.name, d)
					}
					if i%4 == 2 && sameAsFresh(t, &known, issue, before, name) != "" {
						t.Fatalf("after %s was taken back: other pages", e.name)
					}
				}
			})
		}
	}
}

// sameAsFresh lays an issue out with what is known and without, and tells where
// the two differ.
func sameAsFresh(t interface{ Fatal(...any) }, known *layout.Memory, issue bulletin.Issue, pieces []layout.Piece, name string) string {
	s, err := styles.ByName(name)
	if err != nil {
		t.Fatal(err)
	}
	got, err := known.Issue(issue, pieces, s)
	if err != nil {
		t.Fatal(err)
	}
	want, err := layout.Issue(issue, pieces, s)
	if err != nil {
		t.Fatal(err)
	}
	if dump(got) == dump(want) && reflect.DeepEqual(got.Findings, want.Findings) && reflect.DeepEqual(got.Faults, want.Faults) &&
		reflect.DeepEqual(got.Stories, want.Stories) && reflect.DeepEqual(got.Holes, want.Holes) {
		return ""
	}
	return fmt.Sprintf("%d pages of badness %d, from scratch %d of %d", len(got.Pages), got.Badness(), len(want.Pages), want.Badness())
}
