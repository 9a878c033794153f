package press_test

import (
	"reflect"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/press"
)

// TestTheSampleFillsItsPages: in the styles in which stories of a page would leave a
// fifth of the page before them white, no page of the sample but the last ends more
// than so many grid lines above its foot.
func TestTheSampleFillsItsPages(t *testing.T) {
	f, id := filled(t)
	for name, most := range map[string]int{"a5-bulletin": 4, "19x27-bulletin": 5} {
		s, err := styles.ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		d, err := press.Layout(t.Context(), f, press.Job{Issue: id, Style: name})
		if err != nil {
			t.Fatal(err)
		}
		foot := layout.Length(s.Page.Top) + layout.Length(s.Grid.Rows)*layout.Length(s.Grid.Leading)
		for i, p := range d.Pages[:len(d.Pages)-1] {
			if rows := int((foot - lowestAbove(p, foot)) / layout.Length(s.Grid.Leading)); rows > most {
				t.Errorf("%s, page %d ends %d grid lines above its foot", name, i+1, rows)
			}
		}
	}
}

// TestTheSamplesLeadHasTheLargestHeadline: in every style of issues no story of the
// sample has a larger headline than what opens page one, also where that is so long that
// it comes out small beside the contents.
func TestTheSamplesLeadHasTheLargestHeadline(t *testing.T) {
	f, id := filled(t)
	for _, name := range []string{"a3-wall", "a4-bulletin", "a4-bulletin-3", "19x27-bulletin", "19x27-bulletin-3", "a5-bulletin"} {
		job := press.Job{Issue: id, Style: name}
		sizes := map[layout.Length]bool{}
		for _, more := range []string{"", ": chuyện của ba thôn góp đất, góp công và góp cả tiếng cười trên một con đường mới"} {
			d, err := press.Layout(t.Context(), f, job)
			if err != nil {
				t.Fatal(err)
			}
			if more != "" {
				opens := d.Stories[0].Article
				stored, err := f.Article(t.Context(), opens)
				if err != nil {
					t.Fatal(err)
				}
				a := stored.Article
				a.Headline += more
				job.Written = map[bulletin.ID]bulletin.Article{opens: a}
				if d, err = press.Layout(t.Context(), f, job); err != nil {
					t.Fatal(err)
				}
			}
			lead := headlineOf(d, d.Stories[0].Article)
			if lead == 0 || d.Stories[0].FirstPage != 1 {
				t.Fatalf("%s: the lead has a headline of %v on page %d", name, lead, d.Stories[0].FirstPage)
			}
			sizes[lead] = true
			for _, s := range d.Stories {
				if size := headlineOf(d, s.Article); size > lead {
					t.Errorf("%s: %q has a headline of %v, the lead one of %v", name, s.Headline, size, lead)
				}
			}
		}
		if len(sizes) < 2 {
			t.Errorf("%s: the long headline is as large as the short one", name)
		}
	}
}

// TestASmallLeadIsFollowed edits the lead's headline, so that all others come down with
// it, and then a word of another story: the composer gives the pages of one that starts
// anew.
func TestASmallLeadIsFollowed(t *testing.T) {
	f, id := filled(t)
	for _, name := range []string{"a4-bulletin-3", "19x27-bulletin-3"} {
		job := press.Job{Issue: id, Style: name, Written: map[bulletin.ID]bulletin.Article{}}
		var c press.Composer
		d, err := c.Layout(t.Context(), f, job)
		if err != nil {
			t.Fatal(err)
		}
		for _, at := range []int{0, 3} {
			stored, err := f.Article(t.Context(), d.Stories[at].Article)
			if err != nil {
				t.Fatal(err)
			}
			a := stored.Article
			if at == 0 {
				a.Headline += strings.Repeat(", chuyện của cả ba thôn", 4)
			} else {
				a.Body[0].Text = "Nay " + a.Body[0].Text
			}
			job.Written[d.Stories[at].Article] = a
			got, err := c.Layout(t.Context(), f, job)
			if err != nil {
				t.Fatal(err)
			}
			want, err := press.Layout(t.Context(), f, job)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got.Pages, want.Pages) {
				t.Errorf("%s: other pages after an edit of story %d", name, at+1)
			}
		}
	}
}

// headlineOf is the size of a story's headline.
func headlineOf(d *layout.Document, article bulletin.ID) (size layout.Length) {
	for _, p := range d.Pages {
		for _, item := range p.Items {
			if it, ok := item.(layout.Text); ok && it.Source.Field == bulletin.FieldHeadline && it.Source.Article == article {
				size = max(size, it.Size)
			}
		}
	}
	return size
}

// lowestAbove is how far down a page is printed above its foot, under which the folio
// stands.
func lowestAbove(p layout.Page, foot layout.Length) (low layout.Length) {
	for _, item := range p.Items {
		var y layout.Length
		switch it := item.(type) {
		case layout.Text:
			y = it.Y
		case layout.Picture:
			y = it.Box.Bottom()
		case layout.Fill:
			y = it.Box.Bottom()
		}
		if y <= foot+3*layout.Point {
			low = max(low, y)
		}
	}
	return low
}
