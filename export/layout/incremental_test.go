package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

// realIssue is an issue of so many stories: the real article, and cuts of it of
// all lengths, each with words of its own.
func realIssue(t testing.TB, stories int) (bulletin.Issue, []layout.Piece) {
	t.Helper()
	a, _ := realArticle(t, 1)
	issue := number4()
	issue.Normalize()
	var pieces []layout.Piece
	for i := range stories {
		c := a.Clone()
		c.Headline = fmt.Sprintf("Tin số %d: %s", i+1, c.Headline)
		for k := range c.Body {
			if c.Body[k].Kind == bulletin.Paragraph {
				c.Body[k].Text = fmt.Sprintf("Đoạn %d của bài %d. %s", k+1, i+1, c.Body[k].Text)
			}
		}
		pieces = append(pieces, layout.Piece{ID: bulletin.ID(fmt.Sprintf("bai%d", i+1)), Article: c})
	}
	return issue, pieces
}

// edited is the pieces with one word changed in the middle of one story.
func edited(pieces []layout.Piece, story, times int) []layout.Piece {
	out := append([]layout.Piece{}, pieces...)
	a := out[story].Article.Clone()
	for k := range a.Body {
		if a.Body[k].Kind == bulletin.Paragraph {
			words := strings.Fields(a.Body[k].Text)
			words[len(words)/2] = fmt.Sprintf("chữ%d", times)
			a.Body[k].Text = strings.Join(words, " ")
			break
		}
	}
	out[story].Article = a
	return out
}

// TestMemoryGivesTheSamePages lays an issue out after many edits, with and
// without what is known from before.
func TestMemoryGivesTheSamePages(t *testing.T) {
	issue, pieces := realIssue(t, 12)
	var known layout.Memory
	for i := range 12 {
		pieces = edited(pieces, i*5%12, i)
		if i == 6 {
			pieces = append(pieces[1:len(pieces):len(pieces)], pieces[0])
		}
		s := style(t, []string{"a4-bulletin", "a4-bulletin-3"}[i/8])
		got, err := known.Issue(issue, pieces, s)
		if err != nil {
			t.Fatal(err)
		}
		want, err := layout.Issue(issue, pieces, s)
		if err != nil {
			t.Fatal(err)
		}
		if dump(got) != dump(want) {
			t.Fatalf("edit %d: the memory gives other pages", i)
		}
	}
}

// BenchmarkEdit24Pages lays an issue out again after each edit of one word: as
// its stories come, and with a number of pages that was asked for.
func BenchmarkEdit24Pages(b *testing.B) {
	for name, multiple := range map[string]int{"as_it_comes": 0, "by_4": 4} {
		b.Run(name, func(b *testing.B) {
			issue, pieces := realIssue(b, 16)
			issue.PageMultiple = multiple
			benchmarkEdits(b, issue, pieces)
		})
	}
}

// benchmarkEdits changes one word of one story after another.
func benchmarkEdits(b *testing.B, issue bulletin.Issue, pieces []layout.Piece) {
	s := style(b, "a4-bulletin")
	var known layout.Memory
	d, err := known.Issue(issue, pieces, s)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		if _, err := known.Issue(issue, edited(pieces, i%len(pieces), i), s); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(d.Pages)), "pages")
}
