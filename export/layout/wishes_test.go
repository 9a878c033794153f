package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

// wished makes up stories of some lengths with an editor's wishes.
func wished(t testing.TB, change func(*bulletin.Issue), paragraphs ...int) *layout.Document {
	t.Helper()
	n, pieces := wishing(paragraphs, change)
	d, err := layout.Issue(n, pieces, style(t, "a4-bulletin-3"))
	if err != nil {
		t.Fatal(err)
	}
	checkPages(t, d)
	for _, p := range pieces {
		if !leftOut(d, p.ID) {
			checkText(t, d, p.ID, p.Article, true)
		}
	}
	return d
}

func leftOut(d *layout.Document, id bulletin.ID) bool {
	for _, f := range findings(d, "filler_left_out") {
		if f.Where.Article == id {
			return true
		}
	}
	return false
}

func storyOf(t testing.TB, d *layout.Document, id bulletin.ID) layout.Story {
	t.Helper()
	for _, s := range d.Stories {
		if s.Article == id {
			return s
		}
	}
	t.Fatalf("no story %s", id)
	return layout.Story{}
}

var twelve = []int{12, 9, 7, 10, 8, 14, 6, 9, 11, 7, 8, 10}

func TestAPinnedStoryBeginsOnItsPage(t *testing.T) {
	for _, page := range []int{1, 2, 3, 4} {
		d := wished(t, func(i *bulletin.Issue) { i.Slots[9].Page = page }, twelve...)
		if s := storyOf(t, d, "bai10"); s.FirstPage != page || len(findings(d, "wish_page")) != 0 {
			t.Errorf("pinned to %d, begins on %d; findings %v", page, s.FirstPage, d.Findings)
		}
	}
}

func TestAPinNobodyCanMeetIsTold(t *testing.T) {
	d := wished(t, func(i *bulletin.Issue) { i.Slots[2].Page = 40 }, twelve...)
	if len(findings(d, "wish_page")) != 1 {
		t.Errorf("findings %v", d.Findings)
	}
}

func TestForcedColumns(t *testing.T) {
	for columns := 1; columns <= 3; columns++ {
		d := wished(t, func(i *bulletin.Issue) { i.Slots[4].Columns = columns }, twelve...)
		if s := storyOf(t, d, "bai5"); s.Columns != columns {
			t.Errorf("wished over %d columns, stands over %d", columns, s.Columns)
		}
	}
	d := wished(t, func(i *bulletin.Issue) { i.Slots[4].Columns = 7 }, twelve...)
	if len(findings(d, "wish_columns")) != 1 {
		t.Errorf("findings %v", d.Findings)
	}
}

func TestTheLeadStandsFirst(t *testing.T) {
	d := wished(t, func(i *bulletin.Issue) { i.Slots[6].Lead = true }, twelve...)
	if s := d.Stories[0]; s.Article != "bai7" || s.FirstPage != 1 || s.Columns < 2 {
		t.Errorf("first is %+v", s)
	}
}

func TestHeadlineWishes(t *testing.T) {
	size := func(wish bulletin.HeadlineWish) layout.Length {
		d := wished(t, func(i *bulletin.Issue) { i.Slots[3].HeadlineSize, i.Slots[3].Columns = wish, 3 }, twelve...)
		for _, p := range d.Pages {
			for _, item := range p.Items {
				if s, ok := item.(layout.Text); ok && s.Source.Article == "bai4" && s.Source.Field == bulletin.FieldHeadline {
					return s.Size
				}
			}
		}
		return 0
	}
	if l, m, s := size("large"), size("medium"), size("small"); l <= m || m <= s {
		t.Errorf("sizes %v, %v, %v", l, m, s)
	}
}

func TestNoJumpIsKeptOrTold(t *testing.T) {
	whole := wished(t, func(i *bulletin.Issue) {
		for k := range i.Slots {
			i.Slots[k].NoJump = true
		}
	}, twelve...)
	for _, s := range whole.Stories {
		if s.FirstPage != s.LastPage {
			t.Errorf("%s on pages %d to %d", s.Article, s.FirstPage, s.LastPage)
		}
	}
	long := wished(t, func(i *bulletin.Issue) { i.Slots[0].NoJump = true }, 90, 5)
	if len(findings(long, "wish_no_jump")) != 1 {
		t.Errorf("findings %v", long.Findings)
	}
}

func TestPagesComeInMultiples(t *testing.T) {
	for n := 9; n <= 14; n++ {
		lengths := make([]int, n)
		for i := range lengths {
			lengths[i] = 6 + i*5%9
		}
		d := wished(t, func(i *bulletin.Issue) {
			i.PageMultiple = 4
			for k := range i.Slots {
				i.Slots[k].Filler = k%3 == 2
			}
		}, lengths...)
		if len(d.Pages)%4 != 0 {
			t.Errorf("%d stories on %d pages", n, len(d.Pages))
		}
	}
}

// TestAHoleIsWhite: nothing stands in as many rows of as many columns of its
// page.
func TestAHoleIsWhite(t *testing.T) {
	const columns, rows = 2, 15
	d := wished(t, func(i *bulletin.Issue) {
		i.Holes = []bulletin.Hole{{Page: 2, Columns: columns, Rows: rows}, {Page: 1, Columns: 9, Rows: 5}}
	}, twelve...)
	if len(findings(d, "hole_impossible")) != 1 || len(findings(d, "wish_page")) != 0 {
		t.Errorf("findings %v", d.Findings)
	}
	if !hasWhite(t, d, 2, columns, rows) {
		t.Error("no place is white")
	}
}

func isWhite(p layout.Page, r layout.Rect) bool {
	for _, item := range p.Items {
		if e, solid := extent(item); solid && overlap(e, r) {
			return false
		}
	}
	return true
}

func TestBriefsStandInABox(t *testing.T) {
	brief := func(i int) bulletin.Article {
		a := someWords(1, 0)
		a.Genre, a.Section, a.Headline = bulletin.News, "Tin vắn", fmt.Sprintf("Tin vắn thứ %d", i)
		a.Body[0].Text = strings.Join(strings.Fields(a.Body[0].Text)[:40], " ")
		return a
	}
	var articles []bulletin.Article
	for i := range 8 {
		a := someWords(8+i, 1)
		a.Genre = bulletin.Report
		articles = append(articles, a, brief(i))
	}
	d := issue(t, number4(), articles...)
	checkPages(t, d)
	titles := 0
	for i, p := range d.Pages {
		for _, item := range p.Items {
			if s, ok := item.(layout.Text); ok && s.Source.Part == layout.PartSection && strings.EqualFold(strings.TrimSpace(text(s)), "tin vắn") {
				titles++
				_ = i
			}
		}
	}
	if titles == 0 || titles > 3 {
		t.Errorf("%d boxes of briefs", titles)
	}
	for i, a := range articles {
		checkText(t, d, bulletin.ID(fmt.Sprintf("bai%d", i+1)), a, true)
	}
}

// TestABriefThatIsToStandAloneDoes, though others of its section are gathered.
func TestABriefThatIsToStandAloneDoes(t *testing.T) {
	n := number4()
	var pieces []layout.Piece
	for i := range 4 {
		a := someWords(1, 0)
		a.Genre, a.Section, a.Headline = bulletin.News, "Tin vắn", fmt.Sprintf("Tin vắn thứ %d", i)
		a.Body[0].Text = strings.Join(strings.Fields(a.Body[0].Text)[:40], " ")
		a.Normalize()
		id := bulletin.ID(fmt.Sprintf("tin%d", i))
		pieces = append(pieces, layout.Piece{ID: id, Article: a})
		n.Slots = append(n.Slots, bulletin.Slot{Article: id, Alone: i == 2})
	}
	n.Normalize()
	d, err := layout.Issue(n, pieces, style(t, "a4-bulletin"))
	if err != nil {
		t.Fatal(err)
	}
	sizes := map[bulletin.ID]layout.Length{} // of the headlines: larger outside a box
	for _, p := range d.Pages {
		for _, item := range p.Items {
			if s, ok := item.(layout.Text); ok && s.Source.Field == bulletin.FieldHeadline {
				sizes[s.Source.Article] = s.Size
			}
		}
	}
	if sizes["tin2"] <= sizes["tin0"] || sizes["tin0"] != sizes["tin1"] || sizes["tin1"] != sizes["tin3"] {
		t.Errorf("headlines are of %v", sizes)
	}
}

// TestAWishForAWidthIsToldWhereItIsNotMet, with the page of the story, and only
// there: a story that no page holds whole may come to have it by going on.
func TestAWishForAWidthIsToldWhereItIsNotMet(t *testing.T) {
	for slot := range twelve {
		for columns := 1; columns <= 3; columns++ {
			d := wished(t, func(i *bulletin.Issue) { i.Slots[slot].Columns = columns }, twelve...)
			s, told := storyOf(t, d, bulletin.ID(fmt.Sprintf("bai%d", slot+1))), findings(d, "wish_columns")
			if (s.Columns == columns) != (len(told) == 0) {
				t.Errorf("story %d stands over %d columns, wished over %d: %v", slot+1, s.Columns, columns, told)
			}
			for _, f := range told {
				if f.Where.Page != s.FirstPage {
					t.Errorf("story %d begins on page %d, told of on %d", slot+1, s.FirstPage, f.Where.Page)
				}
			}
		}
	}
}

// TestTheLeadStaysWithWhatIsWishedOnPageOne: a short story that is pinned there,
// or a space left there, does not turn it out.
func TestTheLeadStaysWithWhatIsWishedOnPageOne(t *testing.T) {
	for name, wish := range map[string]func(*bulletin.Issue){
		"pinned": func(i *bulletin.Issue) { i.Slots[5].Page = 1 },
		"space":  func(i *bulletin.Issue) { i.Holes = []bulletin.Hole{{Page: 1, Columns: 1, Rows: 10}} },
	} {
		if s := storyOf(t, wished(t, wish, twelve...), "bai1"); s.FirstPage != 1 {
			t.Errorf("%s: the lead begins on page %d", name, s.FirstPage)
		}
	}
}
