package layout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

// headlines are the largest letters of each story's headline.
func headlines(d *layout.Document) map[bulletin.ID]layout.Length {
	sizes := map[bulletin.ID]layout.Length{}
	for _, p := range d.Pages {
		for _, item := range p.Items {
			if t, ok := item.(layout.Text); ok && t.Source.Field == bulletin.FieldHeadline {
				sizes[t.Source.Article] = max(sizes[t.Source.Article], t.Size)
			}
		}
	}
	return sizes
}

// TestNoHeadlineIsLargerThanTheLeads: whatever the styles give a story for its
// columns, none shouts louder than what opens page one.
func TestNoHeadlineIsLargerThanTheLeads(t *testing.T) {
	a, _ := realArticle(t, 1)
	for _, name := range wholeStyles {
		for _, times := range []int{1, 8, 40} {
			var pieces []layout.Piece
			for i := range times {
				pieces = append(pieces, layout.Piece{ID: bulletin.ID(fmt.Sprint("bai", i+1)), Article: a})
			}
			d, err := layout.Issue(number4(), pieces, style(t, name))
			if err != nil {
				t.Fatal(err)
			}
			sizes := headlines(d)
			if len(sizes) < times {
				t.Fatalf("%s, %d stories: %d headlines", name, times, len(sizes))
			}
			for _, p := range pieces {
				if sizes[p.ID] > sizes["bai1"] {
					t.Errorf("%s, %d stories: %s has a headline of %v, the lead one of %v", name, times, p.ID, sizes[p.ID], sizes["bai1"])
				}
			}
		}
	}
}

// TestTheLeadsHeadlineIsFollowed edits the headline of the leading story, by which those
// of others change their size, and puts others in its place: what is known from before
// gives the pages of a layout from scratch, and none outshouts the lead.
func TestTheLeadsHeadlineIsFollowed(t *testing.T) {
	long := "Ban Tuyên giáo làm việc với Thường trực Huyện ủy về triển khai công tác tuyên giáo năm 2019"
	for _, name := range wholeStyles {
		issue, pieces := realIssue(t, 5)
		var known layout.Memory
		sizes := map[layout.Length]bool{}
		for i, headline := range []string{"Trồng cây", long, "Trồng cây đầu xuân ở thôn Tân Lập", strings.Repeat(long+" ", 4), "", "Trồng cây"} {
			lead := pieces[0].Article.Clone()
			lead.Headline = headline
			pieces = slices.Clone(pieces)
			pieces[0].Article = lead
			issue.Slots = []bulletin.Slot{{Article: "bai1", Columns: i % 2}}
			got, err := known.Issue(issue, pieces, style(t, name))
			if err != nil {
				t.Fatal(err)
			}
			want, err := layout.Issue(issue, pieces, style(t, name))
			if err != nil {
				t.Fatal(err)
			}
			if dump(got) != dump(want) {
				t.Errorf("%s, %.20q: the memory gives other pages", name, headline)
			}
			of := headlines(got)
			sizes[of["bai1"]] = true
			for _, p := range pieces[1:] {
				if len(headline) > 0 && len(headline) < 200 && of[p.ID] > of["bai1"] {
					t.Errorf("%s, %.20q: %s has a headline of %v, the lead one of %v", name, headline, p.ID, of[p.ID], of["bai1"])
				}
			}
		}
		if len(sizes) < 3 {
			t.Errorf("%s: the lead's headline had only the sizes %v", name, sizes)
		}
	}
}
