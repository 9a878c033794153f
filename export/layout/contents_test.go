package layout_test

import (
	"strconv"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"

	"pgregory.net/rapid"
)

// listedStory is one line of the contents: the page that it names, and what it
// says.
type listedStory struct {
	page     int
	headline string
}

// pageOfContents is the index of the page on which contents stand: the first
// or, in small styles, the second.
func pageOfContents(s styles.Style) int {
	if s.Contents.Place == styles.ContentsOverleaf {
		return 1
	}
	return 0
}

// contentsOf reads the contents of a page, by story.
func contentsOf(d *layout.Document, page int) map[bulletin.ID]*listedStory {
	listed := map[bulletin.ID]*listedStory{}
	if len(d.Pages) <= page {
		return listed
	}
	for _, item := range d.Pages[page].Items {
		s, ok := item.(layout.Text)
		if !ok || s.Source.Part != layout.PartContents {
			continue
		}
		id := s.Source.Article
		words := strings.TrimSpace(text(s))
		if listed[id] == nil {
			n, _ := strconv.Atoi(words)
			listed[id] = &listedStory{page: n}
			continue
		}
		listed[id].headline = strings.TrimSpace(listed[id].headline + " " + words)
	}
	return listed
}

// checkContents fails where the contents name another page than that on which
// a story begins, lead elsewhere, or stand where there should be none.
func checkContents(t fataler, d *layout.Document, page int) {
	t.Helper()
	listed := contentsOf(d, page)
	if len(listed) > 0 && len(d.Pages) < 4 {
		t.Fatalf("contents in an issue of %d pages", len(d.Pages))
	}
	for id, entry := range listed {
		found := false
		for _, s := range d.Stories {
			if s.Article != id {
				continue
			}
			found = true
			if s.FirstPage != entry.page || entry.page < page+2 {
				t.Fatalf("the contents send to page %d for %s, which begins on page %d", entry.page, id, s.FirstPage)
			}
			if want := strings.Join(strings.Fields(bulletin.Plain(s.Headline)), " "); strings.ReplaceAll(entry.headline, " ", "") != strings.ReplaceAll(want, " ", "") {
				t.Fatalf("the contents call %q %q", want, entry.headline)
			}
		}
		if !found {
			t.Fatalf("the contents list %s, which stands nowhere", id)
		}
		linked := false
		for _, l := range d.Pages[page].Links {
			linked = linked || l.Page == entry.page
		}
		if !linked {
			t.Fatalf("no link from the contents to page %d", entry.page)
		}
	}
	if len(listed) > 0 {
		checkContentsAreReadAtOnce(t, d.Pages[page].Items)
	}
	for i, p := range d.Pages {
		if i == page {
			continue
		}
		for _, item := range p.Items {
			if s, ok := item.(layout.Text); ok && s.Source.Part == layout.PartContents {
				t.Fatalf("contents on page %d", i+1)
			}
		}
	}
}

// manyStories are stories of all lengths with six briefs among them.
func manyStories(r *rapid.T) (bulletin.Issue, []layout.Piece) {
	n := number4()
	var pieces []layout.Piece
	add := func(id string, a bulletin.Article) {
		a.Normalize()
		pieces = append(pieces, layout.Piece{ID: bulletin.ID(id), Article: a})
		n.Slots = append(n.Slots, bulletin.Slot{Article: bulletin.ID(id)})
	}
	briefs := rapid.IntRange(0, 6).Draw(r, "briefs")
	for i := range rapid.IntRange(4, 14).Draw(r, "stories") {
		a := someWords(rapid.IntRange(3, 20).Draw(r, "paragraphs"), rapid.IntRange(0, 2).Draw(r, "photos"))
		a.Genre = bulletin.Report
		a.Headline = "Bài thứ " + strconv.Itoa(i+1) + " " + randomPlain(r, "headline", 12)
		add("bai"+strconv.Itoa(i+1), a)
		if i < briefs {
			b := someWords(1, 0)
			b.Genre, b.Section, b.Headline = bulletin.News, "Tin vắn", "Tin ngắn thứ "+strconv.Itoa(i+1)
			b.Body[0].Text = strings.Join(strings.Fields(b.Body[0].Text)[:40], " ")
			add("tin"+strconv.Itoa(i+1), b)
		}
	}
	n.PageMultiple = rapid.SampledFrom([]int{0, 0, 4}).Draw(r, "multiple")
	n.NoContents = rapid.IntRange(0, 5).Draw(r, "no contents") == 0
	n.Normalize()
	return n, pieces
}

// TestABylineStandsOnTheLastLineOfItsBrief: where it has room there, and else
// under it.
func TestABylineStandsOnTheLastLineOfItsBrief(t *testing.T) {
	beside, under := 0, 0
	for n := range 12 {
		var briefs []bulletin.Article
		for range 2 {
			briefs = append(briefs, bulletin.Article{
				Genre: bulletin.News, Headline: "Tin ngắn của thôn", Byline: "Hoàng Lan",
				Body: paragraphs(strings.Repeat("bà con trồng cây ", 5) + strings.Repeat("rừng ", n)),
			})
		}
		d := issue(t, number4(), briefs...)
		last := map[bulletin.ID]layout.Text{}
		for _, item := range d.Pages[0].Items {
			s, ok := item.(layout.Text)
			if !ok || s.Source.Article == "" {
				continue
			}
			if before := last[s.Source.Article]; s.Source.Field == bulletin.FieldByline {
				switch {
				case s.Y > before.Y:
					under++
				case s.X < before.X+width(before)+12*layout.Point:
					t.Errorf("the byline stands at %d, its text ends at %d", s.X, before.X+width(before))
				default:
					beside++
				}
			}
			last[s.Source.Article] = s
		}
		for i, a := range briefs {
			checkText(t, d, bulletin.ID("bai"+strconv.Itoa(i+1)), a, false)
		}
	}
	if beside == 0 || under == 0 {
		t.Errorf("%d beside, %d under", beside, under)
	}
}

// TestTheContentsAreTrue makes up issues of all sizes: page one of those of
// four pages and more, or page two in small styles, lists main stories with the
// pages on which they begin.
func TestTheContentsAreTrue(t *testing.T) {
	listed := 0
	rapid.Check(t, func(r *rapid.T) {
		n, pieces := manyStories(r)
		s := style(t, rapid.SampledFrom([]string{"a4-bulletin", "a4-bulletin-3", "19x27-bulletin", "a5-bulletin", "a3-wall"}).Draw(r, "style"))
		d, err := layout.Issue(n, pieces, s)
		if err != nil {
			r.Fatal(err)
		}
		checkPages(r, d)
		checkJumps(r, d)
		checkContents(r, d, pageOfContents(s))
		none := n.NoContents || s.Name == "a3-wall"
		switch count := len(contentsOf(d, pageOfContents(s))); {
		case none && count > 0:
			r.Fatalf("%d entries where none were wanted", count)
		case !none && n.PageMultiple == 0 && len(d.Pages) >= 6 && count < min(2, storiesAfter(d, pageOfContents(s))):
			r.Fatalf("%d entries in an issue of %d pages, of %d stories", count, len(d.Pages), storiesAfter(d, pageOfContents(s)))
		case count > 0:
			listed++
		}
		for _, p := range pieces {
			checkText(r, d, p.ID, p.Article, false)
		}
	})
	if listed == 0 {
		t.Error("no issue had contents")
	}
}

// storiesAfter counts the stories, briefs left out, that begin after a page, counted
// from 0.
func storiesAfter(d *layout.Document, page int) (n int) {
	for _, s := range d.Stories {
		if s.FirstPage > page+1 && strings.HasPrefix(s.Headline, "Bài") {
			n++
		}
	}
	return n
}

// TestContentsStandInEvenColumns: no column of the contents at the foot of page
// one has more entries than another.
func TestContentsStandInEvenColumns(t *testing.T) {
	for _, name := range []string{"a4-bulletin", "a4-bulletin-3", "19x27-bulletin-3"} {
		s := style(t, name)
		for stories := 5; stories <= 10; stories++ {
			issue, pieces := realIssue(t, stories)
			d, err := layout.Issue(issue, pieces, s)
			if err != nil {
				t.Fatal(err)
			}
			entries := map[layout.Length]int{}
			for _, l := range d.Pages[0].Links {
				if l.Box.Height != layout.Length(s.Grid.Leading) { // that of a jump
					entries[l.Box.X]++
				}
			}
			least, most := 99, 0
			for _, n := range entries {
				least, most = min(least, n), max(most, n)
			}
			if most > 1 && least != most {
				t.Errorf("%s, %d stories: %d and %d entries", name, stories, least, most)
			}
		}
	}
}

// checkContentsAreReadAtOnce: nothing of a story comes between two entries for
// those who have the page read to them.
func checkContentsAreReadAtOnce(t fataler, items []layout.Item) {
	t.Helper()
	begun, over := false, false
	for _, item := range items {
		s, ok := item.(layout.Text)
		switch {
		case !ok:
		case s.Source.Part == layout.PartContents && over:
			t.Fatalf("%q of the contents is read after a story, and others before", text(s))
		case s.Source.Part == layout.PartContents:
			begun = true
		case s.Source.Article != "":
			over = begun
		}
	}
}
