package preflight_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/export/preflight"
)

func TestFindingsQuoteTheLaw(t *testing.T) {
	for _, name := range preflight.Names() {
		if !strings.HasPrefix(name, "law_") {
			continue
		}
		f := ofRule(check(cases[name].trips), name)[0]
		early := name == "law_early" // it speaks of the whole set
		if f.Args["law"] == nil || f.Args["clause"] == nil && !early {
			t.Errorf("%+v", f)
		}
	}
}

// TestWhatTheLawStops: whose a bulletin is, its licence and its length stop the
// print house's file; what else is asked for warns. What identifies a bulletin
// stops it after the law was replaced, too; the rest of an old law only warns.
func TestWhatTheLawStops(t *testing.T) {
	const stops, warns = bulletin.Error, bulletin.Warning
	on := func(year int, month time.Month, day int) change {
		return func(in *preflight.Input) { in.Day = bulletin.Date{Year: year, Month: month, Day: day} }
	}
	for _, c := range []struct {
		rule  string
		inLaw bulletin.Severity
		after bulletin.Severity
	}{
		{"law_licence", stops, stops},
		{"law_responsible", stops, stops},
		{"law_name", stops, stops},
		{"law_body", stops, stops},
		{"law_pages", stops, warns},
		{"law_trim", warns, warns},
		{"law_words", warns, warns},
		{"law_date", warns, warns},
		{"law_licence_date", warns, warns},
		{"law_printed_at", warns, warns},
		{"law_print_run", warns, warns},
		{"law_frequency", warns, warns},
		{"law_advertising", warns, warns},
	} {
		for name, day := range map[string]struct {
			change
			want bulletin.Severity
		}{
			"first day": {on(2017, 1, 1), c.inLaw}, "last day": {on(2026, 6, 30), c.inLaw},
			"replaced": {on(2026, 7, 1), c.after}, "before it": {on(2016, 12, 31), c.after}, "no day": {on(0, 0, 0), c.inLaw},
		} {
			if got := ofRule(check(cases[c.rule].trips, day.change), c.rule); len(got) == 0 || got[0].Severity != day.want {
				t.Errorf("%s, %s: %+v, want %s", c.rule, name, got, day.want)
			}
		}
		for _, purpose := range []preflight.Purpose{preflight.Office, preflight.Screen} {
			for _, f := range ofRule(check(cases[c.rule].trips, func(in *preflight.Input) { in.Purpose = purpose }), c.rule) {
				if f.Severity != warns {
					t.Errorf("%s for %s: %s", c.rule, purpose, f.Severity)
				}
			}
		}
	}
}

func TestAnOfficeSaysHowMuchItsRulesMatter(t *testing.T) {
	f := ofRule(check(office("[[rule]]\nkind=\"max_pages\"\npages=2\nseverity=\"error\"")), "law_pages")
	if len(f) != 1 || f[0].Severity != bulletin.Error || fmt.Sprint(f[0].Args["law"], f[0].Args["clause"]) != "Quy chế"+"mục 2" {
		t.Errorf("%+v", f)
	}
}

// TestThe65thPageIsOneTooMany: a case above has the 64th.
func TestThe65thPageIsOneTooMany(t *testing.T) {
	if f := ofRule(check(pageCount(65)), "law_pages"); len(f) != 1 || f[0].Args["pages"] != 65 || f[0].Args["most"] != 64 {
		t.Errorf("%+v", f)
	}
}
