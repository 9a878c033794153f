package press_test

import (
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/press"
)

// TestAComposerSeesEveryChange lays the sample out again after edits of all
// kinds: the pages are those of a composer that knows nothing.
func TestAComposerSeesEveryChange(t *testing.T) {
	f, issue := filled(t)
	stored, err := f.Issue(t.Context(), issue)
	if err != nil {
		t.Fatal(err)
	}
	var c press.Composer
	story := stored.Issue.Slots[4].Article
	for name, edit := range []func(){
		func() {},
		func() { change(t, f, story, func(a *bulletin.Article) { a.Headline = "Tít đã sửa" }) },
		func() {}, // nothing is read anew
		func() {
			seen, err := f.Article(t.Context(), story)
			if err != nil {
				t.Fatal(err)
			}
			one, other := seen.Article.Clone(), seen.Article.Clone()
			one.Deck, other.Kicker = "Tít phụ của Lan", "Tít dẫn của Bình"
			save(t, f, story, one, seen.Revision)
			save(t, f, story, other, seen.Revision) // two versions side by side
		},
	} {
		edit()
		job := press.Job{Issue: issue}
		got, err := c.Layout(t.Context(), f, job)
		if err != nil {
			t.Fatal(err)
		}
		want, err := press.Layout(t.Context(), f, job)
		if err != nil {
			t.Fatal(err)
		}
		if g, w := wordsOf(got), wordsOf(want); g != w {
			t.Errorf("edit %d: the composer shows other words", name)
		}
	}
}

func wordsOf(d *layout.Document) string {
	var all []rune
	for _, p := range d.Pages {
		for _, item := range p.Items {
			if text, ok := item.(layout.Text); ok {
				for _, g := range text.Glyphs {
					all = append(all, g.Rune)
				}
			}
		}
	}
	return string(all)
}
