package pdf_test

import (
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

// storiesAreWhole reads each story off the pages, over all its jumps, and
// compares its headline, standfirst and body with the article's, word by word.
// The order is that of painting, which is that in which a reader of the file
// takes them.
func storiesAreWhole(t *testing.T, doc *layout.Document) {
	t.Helper()
	article, _ := realDraft(t)
	var want strings.Builder
	want.WriteString(bulletin.Plain(article.Headline) + "\n" + bulletin.Plain(article.Standfirst))
	for _, block := range article.Body {
		want.WriteString("\n" + bulletin.Plain(block.Text))
	}
	words := strings.Join(strings.Fields(want.String()), " ")
	for _, story := range doc.Stories {
		if got := strings.Join(strings.Fields(storyOf(doc, story.Article)), " "); got != words {
			t.Errorf("story %s on pages %d to %d: %s", story.Article, story.FirstPage, story.LastPage, firstDifference(got, words))
		}
	}
	if len(doc.Stories) == 0 {
		t.Error("there is no story")
	}
}

// storyOf is a story's headline, standfirst and body.
func storyOf(doc *layout.Document, id bulletin.ID) string {
	only := layout.Document{Pages: make([]layout.Page, len(doc.Pages))}
	for i, page := range doc.Pages {
		for _, item := range page.Items {
			if text, ok := item.(layout.Text); ok && text.Source.Article == id && isOwn(text.Source) {
				only.Pages[i].Items = append(only.Pages[i].Items, item)
			}
		}
	}
	return textOf(&only)
}

// isOwn leaves out what a page says of a story beside it: its captions, its
// line in the contents, where it goes on.
func isOwn(s layout.Source) bool {
	switch s.Part {
	case layout.PartJump, layout.PartContents, layout.PartSection:
		return false
	}
	return s.Field == bulletin.FieldHeadline || s.Field == bulletin.FieldStandfirst || s.Field == bulletin.FieldBody
}

// inksKeepToTheLimit has every page brought to the press: no point of it takes
// more than the profile's 320 % of ink, but for the rounding of four inks.
func inksKeepToTheLimit(t *testing.T, path string, doc *layout.Document) {
	t.Helper()
	const limit, rounding, dpi = 320, 3, 50
	pages := inkedPages(t, path, dpi)
	if len(pages) != len(doc.Pages) {
		t.Fatalf("ghostscript painted %d of %d pages", len(pages), len(doc.Pages))
	}
	for i, page := range pages {
		if most := page.most(); most > limit+rounding {
			t.Errorf("page %d: %d %% of ink", i+1, most)
		}
	}
}
