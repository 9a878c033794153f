package layout_test

import (
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
)

// TestALongHeadlineLeavesThePageItsStory: one of 300 words is set smaller than
// the style has it, is told, and page one has text of its story.
func TestALongHeadlineLeavesThePageItsStory(t *testing.T) {
	for _, name := range styles.Names() {
		a := bulletin.Article{
			Headline: strings.TrimSpace(strings.Repeat("ra quân trồng cây ", 75)),
			Body:     paragraphs(strings.Repeat("Bà con trồng cây trên đồi Cây Sim. ", 60)),
		}
		a.Normalize()
		d, err := layout.Issue(number4(), []layout.Piece{{ID: "bai", Article: a}}, style(t, name))
		if err != nil {
			t.Fatal(err)
		}
		checkText(t, d, "bai", a, true)
		if found := findings(d, "headline_long"); len(found) != 1 || found[0].Where.Article != "bai" || found[0].Where.Page != 1 {
			t.Errorf("%s: findings %v", name, d.Findings)
		}
		if len(endsOfColumns(d.Pages[0], "bai")) == 0 {
			t.Errorf("%s: page one has nothing of the text", name)
		}
	}
}

// TestHeadlinesOfAnOrdinaryLengthAreNotTold: nor two lines in one column.
func TestHeadlinesOfAnOrdinaryLengthAreNotTold(t *testing.T) {
	for _, name := range styles.Names() {
		a, _ := realArticle(t, 1)
		d, err := layout.Issue(number4(), []layout.Piece{{ID: "bai", Article: a}, {ID: "bai2", Article: bulletin.Article{Headline: "Tin", Body: paragraphs("một")}}}, style(t, name))
		if err != nil {
			t.Fatal(err)
		}
		if found := findings(d, "headline_long"); len(found) > 0 {
			t.Errorf("%s: %v", name, found)
		}
	}
}
