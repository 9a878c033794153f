package list

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/storage"
	"bantin/ui/desk"
	_ "bantin/ui/locale"
	"bantin/ui/look"
)

// TestAnIssueOfTwoVersionsIsMarked as an article is; where it stands behind the
// line of older issues, that line is.
func TestAnIssueOfTwoVersionsIsMarked(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	l := New(translations.For(translations.Vietnamese), &desk.Listing{})
	var issues []storage.StoredIssue
	for i := range mostShelves + 2 {
		s := storage.StoredIssue{}
		s.ID = bulletin.ID(rune('a' + i))
		if i == 1 || i == mostShelves+1 {
			s.Conflicts = []merge.Conflict{{Field: "number"}}
		}
		issues = append(issues, s)
	}
	l.ShowIssues(issues, nil, func(bulletin.Issue) string { return "Bản tin" })
	for i, f := range l.onIssues {
		want := fyne.Resource(look.IssueMark)
		if i == 1 {
			want = look.VersionsMark
		}
		if !isDrawn(f, want) {
			t.Errorf("issue %d is marked by %v", i, f.mark.Resource.Name())
		}
	}
	last := l.shelves.Objects[len(l.shelves.Objects)-1].(*shelf)
	if !isDrawn(last, look.VersionsMark) {
		t.Error("the line of older issues has no mark")
	}
}

// TestWhereOnlyAnIssueIsDeletedItIsPointedAt: that nothing is deleted would be
// wrong.
func TestWhereOnlyAnIssueIsDeletedItIsPointedAt(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	say, listing := translations.For(translations.Vietnamese), &desk.Listing{}
	l := New(say, listing)
	listing.ShowDeleted()
	said := func() (all string) {
		for _, o := range test.LaidOutObjects(l.emptiness()) {
			if text, ok := o.(*widget.RichText); ok {
				all += text.String()
			}
		}
		return all
	}
	if got := said(); got != say.Say("desk.none_deleted", nil) {
		t.Errorf("with nothing deleted: %q", got)
	}
	l.ShowIssues(nil, []storage.StoredIssue{{}}, func(bulletin.Issue) string { return "Bản tin" })
	if got := said(); got != say.Say("desk.none_deleted_but_issues", nil) {
		t.Errorf("with an issue deleted: %q", got)
	}
}

// isDrawn reports whether a shelf is marked by a drawing, in whichever colour.
func isDrawn(f *shelf, drawing fyne.Resource) bool {
	return f.mark.Resource != nil && strings.HasSuffix(f.mark.Resource.Name(), drawing.Name())
}
