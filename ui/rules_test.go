package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/press"
	"bantin/ui/setup"
)

// addedRules gives what becomes of a rule set in a file of a name.
func (w *window) addedRules(t *testing.T, name, toml string) (problem string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	check(t, os.WriteFile(path, []byte(toml), 0o600))
	done := false
	w.addRules(path, func(_ []setup.RuleSet, why string) { problem, done = why, true })
	wait(t, "the rules are read", func() bool { return done })
	return problem
}

const newLaw = "law = \"Luật số 126/2025/QH15\"\nclause = \"Điều 30\"\nin_force_from = \"2026-07-01\"\n\n[[rule]]\nkind = \"max_pages\"\npages = 4\n"

func TestTheOfficeTakesInANewLawAndOutAgain(t *testing.T) {
	w, _ := withIssue(t)
	wait(t, "the shipped rules are read", func() bool { return len(w.rules) == 1 && !w.rules[0].Own })
	if problem := w.addedRules(t, "Luật 2025.toml", newLaw); problem != "" {
		t.Fatal(problem)
	}
	if len(w.rules) != 2 || w.rules[1].Name != "luat-2025" || !w.rules[1].Own || w.rules[1].Title != "Luật số 126/2025/QH15, Điều 30" ||
		!strings.Contains(w.rules[1].About, "có hiệu lực từ 1/7/2026") {
		t.Fatalf("%+v", w.rules)
	}
	if problem := w.addedRules(t, "press-law-2016.toml", newLaw); problem != "" || w.rules[1].Name != "luat-2025" && w.rules[2].Name != "own-press-law-2016" {
		t.Errorf("%q %+v", problem, w.rules)
	}
	var undo func(setup.Changed)
	w.removeRules(w.rules[1], func(_ []setup.RuleSet, back func(setup.Changed), problem string) {
		undo = back
		if problem != "" {
			t.Error(problem)
		}
	})
	wait(t, "it is gone", func() bool { return undo != nil && len(w.rules) == 2 && w.notices.Has(ofNews) })
	w.notices.Act(ofNews)
	wait(t, "it is back", func() bool { return len(w.rules) == 3 && w.rules[1].Name == "luat-2025" })
	kept, err := w.file.Rules(t.Context())
	if check(t, err); len(kept) != 2 || kept[0].File != newLaw {
		t.Errorf("%+v", kept)
	}
}

func TestRulesWithAMistakeAreRefusedInWords(t *testing.T) {
	w, _ := withIssue(t)
	problem := w.addedRules(t, "sai.toml", strings.Replace(newLaw, "pages = 4", "pages = \"bốn\"", 1))
	if !strings.Contains(problem, "dòng 7") || !strings.Contains(problem, "không đúng loại") || len(w.rules) > 1 {
		t.Errorf("%s, %+v", problem, w.rules)
	}
}

// TestTheFindingOfAnOldLawLeadsToTheRules: what one reads of it is done there.
func TestTheFindingOfAnOldLawLeadsToTheRules(t *testing.T) {
	w, _ := withIssue(t)
	w.goToFinding(bulletin.Finding{Rule: "law_outdated", Where: bulletin.Place{Block: -1}})
	if w.dialog == nil || !w.busy() {
		t.Fatal("nothing is asked")
	}
}

// TestRulesAreToldInTheLanguageOfTheWindow, though it be changed meanwhile.
func TestRulesAreToldInTheLanguageOfTheWindow(t *testing.T) {
	w := opened(t, 1)
	wait(t, "the rules are known", func() bool { return len(w.rules) > 0 })
	before := w.rules[0].About
	w.speak(translations.English)
	wait(t, "they are told in English", func() bool { return w.rules[0].About != before })
	want := w.say.Say("desk.rules.shipped", nil)
	if got := w.rules[0].About; !strings.HasPrefix(got, want) {
		t.Errorf("%q does not begin with %q", got, want)
	}
}

// TestAnOldLawThatStillMeasuresSaysWhy: without the reason, "replaced" and "measures"
// contradict each other.
func TestAnOldLawThatStillMeasuresSaysWhy(t *testing.T) {
	say := translations.For(translations.Vietnamese)
	old, today := press.RuleSet{}, bulletin.DateOf(time.Now())
	old.ReplacedOn, old.ReplacedBy = bulletin.Date{Year: 2000, Month: 1, Day: 1}, "Luật mới"
	future := old
	future.ReplacedOn = bulletin.Date{Year: today.Year + 1, Month: 1, Day: 1}
	still, plain := say.Say("desk.rules.measures_still", nil), say.Say("desk.rules.measures", nil)
	if got := aboutRules(old, true, say); !strings.HasSuffix(got, still) {
		t.Errorf("replaced: %q", got)
	}
	if got := aboutRules(future, true, say); !strings.HasSuffix(got, plain) || strings.HasSuffix(got, still) {
		t.Errorf("to be replaced: %q", got)
	}
	if got := aboutRules(old, false, say); strings.Contains(got, plain) {
		t.Errorf("measures nothing: %q", got)
	}
}
