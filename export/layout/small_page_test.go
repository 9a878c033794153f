package layout_test

import (
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

// TestPhotosOfOneColumnAreParted: on small pages no photo stands right under
// another where the story has text to stand between them.
func TestPhotosOfOneColumnAreParted(t *testing.T) {
	_, pieces := realIssue(t, 8)
	d, err := layout.Issue(number4(), pieces, style(t, "a5-bulletin"))
	if err != nil {
		t.Fatal(err)
	}
	both := 0
	for i, p := range d.Pages {
		var photos []layout.Picture
		for _, item := range p.Items {
			if pic, ok := item.(layout.Picture); ok {
				photos = append(photos, pic)
			}
		}
		for k := 1; k < len(photos); k++ {
			upper, lower := photos[k-1], photos[k]
			if upper.Source.Article != lower.Source.Article {
				continue
			}
			both++
			lines := 0
			for _, item := range p.Items {
				if l, ok := item.(layout.Text); ok && l.Source.Field == bulletin.FieldBody && l.Y > upper.Box.Bottom() && l.Y < lower.Box.Y {
					lines++
				}
			}
			if lines < 4 {
				t.Errorf("page %d: %d pieces of text between two photos", i+1, lines)
			}
		}
	}
	if both == 0 {
		t.Error("no page has two photos of one story")
	}
}

// TestBroadLeadOfASmallPageLeavesRoom: a leading photo that its reporter wants
// broad stands low on a small page, so that the story begins there; one that the
// editor wants broad does not.
func TestBroadLeadOfASmallPageLeavesRoom(t *testing.T) {
	_, pieces := realIssue(t, 8)
	lead := &pieces[0].Article
	lead.Photos[0].Size = bulletin.SizeWide
	s := style(t, "a5-bulletin")
	column := layout.Length(s.ColumnWidth())
	issue := number4()
	d, err := layout.Issue(issue, pieces, s)
	if err != nil {
		t.Fatal(err)
	}
	lines := 0
	for _, item := range d.Pages[0].Items {
		switch it := item.(type) {
		case layout.Picture:
			if it.Source.Article == pieces[0].ID && it.Box.Width >= column {
				t.Error("the photo takes the whole width")
			}
		case layout.Text:
			if it.Source.Article == pieces[0].ID && it.Source.Field == bulletin.FieldBody {
				lines++
			}
		}
	}
	if lines < 4 {
		t.Errorf("%d pieces of text on page one", lines)
	}
	for i, p := range pieces {
		slot := bulletin.Slot{Article: p.ID}
		if i == 0 {
			slot.PhotoSize = bulletin.SizeWide
		}
		issue.Slots = append(issue.Slots, slot)
	}
	if d, err = layout.Issue(issue, pieces, s); err != nil {
		t.Fatal(err)
	}
	for _, item := range d.Pages[0].Items {
		if it, ok := item.(layout.Picture); ok && it.Box.Width < column {
			t.Errorf("the photo that the editor wants broad is %s pt wide", pt(it.Box.Width))
		}
	}
}

// TestPoemStandsInTheMiddleOfAPage: in one column the longest line of a poem has
// as much white at its left as at its right, and the poet's name ends with it.
func TestPoemStandsInTheMiddleOfAPage(t *testing.T) {
	a := bulletin.Article{Genre: bulletin.Poem, Headline: "Con đê", Byline: "Lý Thu Ngân", Body: paragraphs(
		"Mùa này nước rút chân đê\nCỏ may khâu kín lối về tuổi thơ",
		"Con trâu nhai bóng trời mơ\nDiều ai buông sợi, gió chờ bãi xa")}
	a.Normalize()
	s := style(t, "a5-bulletin")
	d, _ := layout.Article(layout.Piece{ID: "tho", Article: a}, s)
	left, right, name := layout.Length(1<<40), layout.Length(0), layout.Length(0)
	for _, item := range d.Pages[0].Items {
		l, ok := item.(layout.Text)
		switch {
		case ok && l.Source.Field == bulletin.FieldBody:
			left, right = min(left, l.X), max(right, l.X+width(l))
		case ok && l.Source.Field == bulletin.FieldByline:
			name = max(name, l.X+width(l))
		}
	}
	from := layout.Length(s.Page.Inside)
	before, after := left-from, from+layout.Length(s.ColumnWidth())-right
	if d := before - after; before < 20*layout.Point || d < -layout.Point || d > layout.Point {
		t.Errorf("%s pt before the poem, %s after it", pt(before), pt(after))
	}
	if d := name - right; d < -2*layout.Point || d > 2*layout.Point {
		t.Errorf("the name ends at %s, the poem at %s", pt(name), pt(right))
	}
}
