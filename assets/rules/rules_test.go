package rules_test

import (
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"bantin/assets/rules"
	"bantin/assets/translations"
	"bantin/bulletin"
)

func day(t *testing.T, s string) bulletin.Date {
	t.Helper()
	d, err := bulletin.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestShippedSetsSayWhereTheyComeFrom(t *testing.T) {
	sets := rules.Shipped()
	if len(sets) == 0 {
		t.Fatal("no rule sets")
	}
	law := sets[0]
	if law.Name != "press-law-2016" || !strings.Contains(law.Law, "103/2016/QH13") || law.Clause != "Điều 34 khoản 1" {
		t.Errorf("%+v", law)
	}
	for _, r := range law.Rules {
		if r.Clause != law.Clause || r.Lasting && r.Severity != bulletin.Error {
			t.Errorf("%s is a %s of %q", r.Kind, r.Severity, r.Clause)
		}
	}
	for date, holds := range map[string]bool{"2016-12-31": false, "2017-01-01": true, "2026-06-30": true, "2026-07-01": false} {
		if law.HoldsOn(day(t, date)) != holds {
			t.Errorf("on %s: not %v", date, holds)
		}
	}
}

const demand = "\n[[rule]]\nkind = \"max_pages\"\npages = 64\n"

// set is a rule set in force between two days.
func set(t *testing.T, name, from, until string) rules.Set {
	t.Helper()
	raw := "law = \"luật\"\nclause = \"điều\"\nin_force_from = \"" + from + "\"\n"
	if until != "" {
		raw += "replaced_on = \"" + until + "\"\nreplaced_by = \"luật khác\"\n"
	}
	s, err := rules.Parse(name, []byte(raw+demand))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestTheDayChoosesTheSet(t *testing.T) {
	old, mid, next := set(t, "old", "2000-01-01", "2010-01-01"), set(t, "mid", "1/1/2017", "1/7/2026"), set(t, "next", "2028-01-01", "")
	always := set(t, "always", "", "")
	for _, c := range []struct {
		day  string
		sets []rules.Set
		want string
	}{
		{"2005-05-05", []rules.Set{old, mid, next}, "old"},
		{"2026-06-30", []rules.Set{next, mid, old}, "mid"},
		{"2012-01-01", []rules.Set{old, mid, next}, "old"},  // in the gap: what was replaced last
		{"2027-01-01", []rules.Set{next, old, mid}, "mid"},  // not yet the next one
		{"2028-01-01", []rules.Set{old, mid, next}, "next"}, // from its first day
		{"1999-01-01", []rules.Set{next, mid, old}, "old"},  // before all: the first to come
		{"2020-01-01", []rules.Set{always, mid}, "always"},  // the office's own goes first
		{"2020-01-01", []rules.Set{next, mid, always}, "mid"},
		{"", []rules.Set{old, next, mid}, "next"}, // no day: what came last
	} {
		if got, ok := rules.For(day(t, c.day), c.sets); !ok || got.Name != c.want {
			t.Errorf("%q: %s, want %s", c.day, got.Name, c.want)
		}
	}
	if _, ok := rules.For(bulletin.Date{}, nil); ok {
		t.Error("a set out of nothing")
	}
}

// TestTheLaterLawGoesFirst: of an office's sets that both hold, the one that
// came into force later is taken.
func TestTheLaterLawGoesFirst(t *testing.T) {
	always, old, next := set(t, "always", "", ""), set(t, "old", "2017-01-01", ""), set(t, "next", "2026-07-01", "")
	sorted := rules.LatestFirst([]rules.Set{always, old, next})
	for date, want := range map[string]string{"2026-06-30": "old", "2026-07-01": "next", "2016-01-01": "always"} {
		if got, _ := rules.For(day(t, date), sorted); got.Name != want {
			t.Errorf("%s: %s, want %s", date, got.Name, want)
		}
	}
}

func TestWrongSetsAreRefusedWithTheirPlace(t *testing.T) {
	const head = "law = \"luật\"\nclause = \"điều\"\n"
	for _, c := range []struct {
		raw, trouble string
		line         int
		key          string
	}{
		{"", "rules_missing", 1, "law"},
		{head, "rules_none", 1, "rule"},
		{"clause = \"điều\"\nlaw = 5", "rules_kind", 2, "law"},
		{head + "law = \"luật khác\"" + demand, "rules_twice", 3, "law"},
		{head + "laws = \"x\"", "rules_key", 3, "laws"},
		{head + demand + "page = 64", "rules_key", 7, "rule.page"},
		{head + demand + "pages = 5", "rules_twice", 7, "pages"},
		{head + "in_force_from = \"hôm qua\"" + demand, "rules_date", 3, "in_force_from"},
		{head + "in_force_from = 2017" + demand, "rules_date", 3, "in_force_from"},
		{head + "in_force_from = 2017-01-01" + demand, "rules_date", 3, "in_force_from"},
		{head + "replaced_on = \"2020-01-01\"" + demand, "rules_replaced", 3, "replaced_on"},
		{head + "in_force_from=\"2021-01-01\"\nreplaced_on=\"2020-01-01\"\nreplaced_by=\"x\"" + demand, "rules_order", 4, "replaced_on"},
		{head + "[[rule]]\nkind = \"max_pages\"", "rules_number", 3, "rule[1].pages"},
		{head + demand + "[[rule]]\nkind = \"max_trim\"\nwidth_mm = 190", "rules_number", 7, "rule[2].height_mm"},
		{head + "[[rule]]\nkind = \"max_pages\"\npages = 99999999999999999999", "rules_kind", 5, "rule.pages"},
		{head + "[[rule]]\nkind = \"page_one\"\nitems = []", "rules_missing", 5, "rule[1].items"},
		{head + "[[rule]]\nkind = \"page_one\"\nitems = [\"licence\"]", "rules_choice", 5, "rule[1].items"},
		{head + "[[rule]]\nkind = \"page_one\"\nitems = [\"date\", \"date\"]", "rules_repeated", 5, "rule[1].items"},
		{head + "[[rule]]\nkind = \"no_advertising\"\nwords = [\" \"]", "rules_missing", 5, "rule[1].words"},
		{head + "[[rule]]\nkind = \"be_good\"", "rules_choice", 4, "rule[1].kind"},
		{head + demand + "severity = \"deadly\"", "rules_choice", 7, "rule[1].severity"},
		{head + "[[rule]\n", "rules_syntax", 3, ""},
		{head + "\nclause luật", "rules_syntax", 4, ""},
		{head + strings.Repeat("# quá dài\n", 200_000), "rules_large", 1, ""},
	} {
		_, err := rules.Parse("cua-xa.toml", []byte(c.raw))
		var told *bulletin.Trouble
		if !errors.As(err, &told) || told.Key != c.trouble || told.Args["name"] != "cua-xa.toml" || told.Args["line"] != c.line || told.Args["key"] != c.key {
			t.Errorf("%.90q: %v, want %s in line %d of %q", c.raw, err, c.trouble, c.line, c.key)
			continue
		}
		for _, l := range translations.Languages() {
			sentence := translations.For(l).Explain(err)
			if !strings.Contains(sentence, c.key) || strings.ContainsAny(sentence, "{}") || !strings.Contains(sentence, "cua-xa.toml") {
				t.Errorf("sentence %q", sentence)
			}
		}
	}
}

// TestShippedFilesAreReadByTheirNames: each comes as it was written, and reads
// as the set that is shipped.
func TestShippedFilesAreReadByTheirNames(t *testing.T) {
	for _, s := range rules.Shipped() {
		raw, found := rules.File(s.Name)
		again, err := rules.Parse(s.Name, raw)
		if !found || err != nil || !reflect.DeepEqual(again, s) {
			t.Errorf("%s: %v %v", s.Name, found, err)
		}
	}
	if _, found := rules.File("khong-co"); found {
		t.Error("a file out of nothing")
	}
}

func FuzzParse(f *testing.F) {
	shipped, err := os.ReadFile("press-law-2016.toml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(shipped))
	f.Add("law = \"x\"\nclause = \"y\"" + demand)
	f.Add("[[rule]]\nkind = \"max_trim\"\nwidth_mm = 99999999999999999999")
	f.Add("law = '''\n\x00\xff'''")
	f.Fuzz(func(t *testing.T, raw string) {
		s, err := rules.Parse("x", []byte(raw))
		if err != nil {
			if !strings.HasPrefix(bulletin.TroubleKey(err), "rules_") {
				t.Errorf("%v", err)
			}
			return
		}
		if s.Law == "" || len(s.Rules) == 0 {
			t.Errorf("%+v", s)
		}
	})
}
