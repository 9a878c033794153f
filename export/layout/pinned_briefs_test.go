package layout_test

import (
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
)

// pinnedBriefs lays out an issue of the real article with eight briefs, of which
// some are pinned.
func pinnedBriefs(t *testing.T, s styles.Style, pins map[bulletin.ID]int) *layout.Document {
	t.Helper()
	issue, pieces := issueWithBriefs(t, 10)
	for i := range pieces {
		issue.Slots = append(issue.Slots, bulletin.Slot{Article: pieces[i].ID, Page: pins[pieces[i].ID]})
	}
	issue.Normalize()
	d, err := layout.Issue(issue, pieces, s)
	if err != nil {
		t.Fatal(err)
	}
	checkPages(t, d)
	for _, p := range pieces {
		checkText(t, d, p.ID, p.Article, true)
	}
	return d
}

// headlineOf is the size of a story's headline and the page that it stands on.
func headlineOf(d *layout.Document, id bulletin.ID) (size layout.Length, page int) {
	for i, p := range d.Pages {
		for _, item := range p.Items {
			if text, ok := item.(layout.Text); ok && text.Source.Article == id && text.Source.Field == bulletin.FieldHeadline {
				return text.Size, i + 1
			}
		}
	}
	return 0, 0
}

// TestPinnedBriefsStandInTheBoxOfTheirPage: those of page one in the box there,
// others in one of their own.
func TestPinnedBriefsStandInTheBoxOfTheirPage(t *testing.T) {
	for _, name := range wholeStyles {
		s := style(t, name)
		pins := map[bulletin.ID]int{"tin9": 1, "tin3": 2, "tin7": 2}
		if s.Grid.Columns == 1 || name == "a3-wall" {
			pins = map[bulletin.ID]int{"tin3": 2, "tin7": 2}
		}
		d := pinnedBriefs(t, s, pins)
		if told := findings(d, "wish_page"); len(told) > 0 {
			t.Errorf("%s: %v", name, told)
		}
		for id, page := range pins {
			size, on := headlineOf(d, id)
			if on != page || size != layout.Length(s.Types.BriefHeadline.Size) {
				t.Errorf("%s: %s, pinned to page %d, stands on page %d in %v", name, id, page, on, size)
			}
		}
	}
}
