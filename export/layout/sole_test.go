package layout_test

import (
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

// TestASoleStoryHasSmallerPhotosRatherThanASecondPage: the real article, cut until
// it runs but little over one page of three columns with its photos in their
// natural sizes. As it is all there is, they give way.
func TestASoleStoryHasSmallerPhotosRatherThanASecondPage(t *testing.T) {
	a, _ := realArticle(t, 1)
	withoutEnd(&a, 1500)
	d, err := layout.Issue(number4(), []layout.Piece{{ID: "bai", Article: a}}, style(t, "a4-bulletin-3"))
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Pages) != 1 {
		t.Errorf("it takes %d pages", len(d.Pages))
	}
}

// withoutEnd takes so many letters off the ends of the last paragraphs, of which
// each keeps some.
func withoutEnd(a *bulletin.Article, letters int) {
	const kept = 60
	for i := len(a.Body) - 1; i >= 0 && letters > 0; i-- {
		text := []rune(a.Body[i].Text)
		if off := min(letters, len(text)-kept); a.Body[i].Kind == bulletin.Paragraph && off > 0 {
			a.Body[i].Text = string(text[:len(text)-off])
			letters -= off
		}
	}
}
