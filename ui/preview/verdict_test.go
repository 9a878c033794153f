package preview

import (
	"strings"
	"testing"

	"bantin/assets/translations"
	"bantin/bulletin"
)

// TestWhatHoldsAtSeveralPlacesIsSaidOnce: seventeen empty frames are one
// sentence, and what is left out is counted in findings.
func TestWhatHoldsAtSeveralPlacesIsSaidOnce(t *testing.T) {
	say := translations.For(translations.Vietnamese)
	var all []bulletin.Finding
	for range 17 {
		all = append(all, bulletin.Finding{Rule: "photo_missing", Severity: bulletin.Warning})
	}
	if got := Gist(say, all, nil); len(got) != 1 || !strings.Contains(got[0].Text, "17") {
		t.Errorf("seventeen of one kind are said as %q", got)
	}
	for _, rule := range []string{"a", "b", "c", "d", "d"} {
		all = append(all, bulletin.Finding{Rule: rule, Severity: bulletin.Hint})
	}
	got := Gist(say, all, nil)
	if len(got) != MostFindings+1 || !strings.Contains(got[MostFindings].Text, "2") {
		t.Errorf("five kinds, of which the last holds twice, are said as %q", got)
	}
}

// TestWhatHoldsOfOneStoryNamesIt: and what holds of several does not.
func TestWhatHoldsOfOneStoryNamesIt(t *testing.T) {
	say := translations.For(translations.Vietnamese)
	of := func(rule string, id bulletin.ID) bulletin.Finding {
		return bulletin.Finding{Rule: rule, Severity: bulletin.Hint, Where: bulletin.Place{Article: id}}
	}
	all := []bulletin.Finding{of("filler_left_out", "a"), of("photo_alt", "a"), of("photo_alt", "b"), of("blank_page", "")}
	got := Gist(say, all, func(id bulletin.ID) string { return "Bài " + string(id) })
	for i, named := range []bool{true, false, false} {
		if strings.Contains(got[i].Text, "“Bài a”") != named {
			t.Errorf("%d: %q", i, got[i].Text)
		}
	}
}

// TestAStoryIsNamedOnce: a sentence that names its story is not begun with it.
func TestAStoryIsNamedOnce(t *testing.T) {
	say := translations.For(translations.Vietnamese)
	f := bulletin.Finding{
		Rule: "story_unapproved", Severity: bulletin.Warning, Where: bulletin.Place{Article: "a"},
		Args: bulletin.Args{"headline": "Ra quân"},
	}
	got := Gist(say, []bulletin.Finding{f}, func(bulletin.ID) string { return "Ra quân" })
	if n := strings.Count(got[0].Text, "Ra quân"); n != 1 {
		t.Errorf("named %d times: %q", n, got[0].Text)
	}
}
