package press_test

import (
	"path/filepath"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/press"
	"bantin/storage"
)

// TestAStyleInUseStays: nothing that is still asked for is removed; an issue
// that comes back without its style is made up in the usual one, and that is
// said.
func TestAStyleInUseStays(t *testing.T) {
	f, id := filled(t)
	for name, toml := range map[string]string{"xuan": `based_on = "19x27-bulletin"`, "tet": `based_on = "a4-bulletin"`, "xa": `based_on = "a4-bulletin"`} {
		if _, err := press.AddStyle(t.Context(), f, name, []byte(toml+"\n")); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := press.AddStyle(t.Context(), f, "tet", []byte("based_on = \"xuan\"\n")); err != nil {
		t.Fatal(err)
	}
	office, err := f.Office(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	office.Style = "xa"
	stored, err := f.Issue(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	stored.Issue.Style = "tet"
	saved, err := f.SaveIssue(t.Context(), id, stored.Issue, storage.Save{Expected: stored.Heads})
	if err == nil {
		err = f.SetOffice(t.Context(), office)
	}
	if err != nil {
		t.Fatal(err)
	}
	for name, trouble := range map[string]string{"tet": "style_used_issue", "xuan": "style_used_style", "xa": "style_used_office"} {
		if err := press.RemoveStyle(t.Context(), f, name); bulletin.TroubleKey(err) != trouble {
			t.Errorf("%s: %v, want %s", name, err, trouble)
		}
	}
	inTet := look(t, f, press.Job{Issue: id})
	if has(inTet, "style_unknown") != nil {
		t.Errorf("it is there: %s", rulesOf(inTet))
	}

	if saved, err = f.DeleteIssue(t.Context(), id, storage.Save{Expected: saved.Heads}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"tet", "xuan"} {
		if err := press.RemoveStyle(t.Context(), f, name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err = f.SaveIssue(t.Context(), id, stored.Issue, storage.Save{Expected: saved.Heads}); err != nil {
		t.Fatal(err)
	}
	gone := has(look(t, f, press.Job{Issue: id}), "style_unknown")
	if gone == nil || gone.Severity != bulletin.Warning || gone.Args["style"] != "tet" {
		t.Errorf("%+v", gone)
	}
	if named := look(t, f, press.Job{Issue: id, Style: "a4-bulletin"}); has(named, "style_unknown") != nil {
		t.Errorf("another one was named: %s", rulesOf(named))
	}
	usual, err := press.Layout(t.Context(), f, press.Job{Issue: id, Style: styles.DefaultIssue})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := press.Layout(t.Context(), f, press.Job{Issue: id})
	if err != nil || doc.Trim != usual.Trim || len(doc.Pages) != len(usual.Pages) {
		t.Errorf("not in the usual style: %v", err)
	}
	if _, err := press.Export(t.Context(), f, press.Job{Issue: id, RefuseErrors: true}, filepath.Join(t.TempDir(), "a.pdf"), nil); err != nil {
		t.Error(err)
	}
	if _, err := press.Layout(t.Context(), f, press.Job{Issue: id, Style: "tet"}); bulletin.TroubleKey(err) != "style_unknown" {
		t.Errorf("a style that is named has to be there: %v", err)
	}
}

// TestAStyleThatCannotBeUsedIsStoodInFor: one that another version of the program
// wrote.
func TestAStyleThatCannotBeUsedIsStoodInFor(t *testing.T) {
	f, id := filled(t)
	if err := f.SetStyle(t.Context(), storage.KeptStyle{Name: "mai-sau", File: "colour_of_sky = 3\n"}); err != nil {
		t.Fatal(err)
	}
	stored, err := f.Issue(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	stored.Issue.Style = "mai-sau"
	if _, err := f.SaveIssue(t.Context(), id, stored.Issue, storage.Save{Expected: stored.Heads}); err != nil {
		t.Fatal(err)
	}
	if found := look(t, f, press.Job{Issue: id}); has(found, "style_broken") == nil || has(found, "style_unknown") != nil {
		t.Error(rulesOf(found))
	}
}

// TestRulesThatCannotBeUsedAreNamed: so with a rule set; the issue is measured
// by the next one.
func TestRulesThatCannotBeUsedAreNamed(t *testing.T) {
	f, id := filled(t)
	before := look(t, f, press.Job{Issue: id})
	if err := f.SetRules(t.Context(), storage.KeptRules{Name: "mai-sau", File: "colour_of_sky = 3\n"}); err != nil {
		t.Fatal(err)
	}
	found := look(t, f, press.Job{Issue: id})
	if broken := has(found, "rules_broken"); broken == nil || broken.Args["name"] != "mai-sau" || len(found) != len(before)+1 {
		t.Errorf("%s, before %s", rulesOf(found), rulesOf(before))
	}
}
