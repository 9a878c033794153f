package rules_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"bantin/assets/rules"
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
		if r.Severity != bulletin.Warning || r.Clause != law.Clause {
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

func TestWrongSetsAreRefusedWithTheirPlace(t *testing.T) {
	const head = "law = \"luật\"\nclause = \"điều\"\n"
	for raw, want := range map[string]string{
		"":                          "law:",
		head:                        "no [[rule]]",
		"law = 5":                   "line 1",
		head + "laws = \"x\"":       `line 3: unknown name "laws"`,
		head + demand + "page = 64": `unknown name "rule.page"`,
		head + demand + "pages = 5": "line",
		head + "in_force_from = \"hôm qua\"" + demand:                                                 "hôm qua",
		head + "replaced_on = \"2020-01-01\"" + demand:                                                "go together",
		head + "in_force_from=\"2021-01-01\"\nreplaced_on=\"2020-01-01\"\nreplaced_by=\"x\"" + demand: "after",
		head + "[[rule]]\nkind = \"max_pages\"":                                                       "rule 1: pages must be 1 to",
		head + demand + "[[rule]]\nkind = \"max_trim\"\nwidth_mm = 190":                               "rule 2: width_mm and height_mm",
		head + "[[rule]]\nkind = \"page_one\"\nitems = []":                                            "items",
		head + "[[rule]]\nkind = \"page_one\"\nitems = [\"licence\"]":                                 `"licence" is none for page_one`,
		head + "[[rule]]\nkind = \"page_one\"\nitems = [\"date\", \"date\"]":                          "stands twice",
		head + "[[rule]]\nkind = \"no_advertising\"\nwords = [\" \"]":                                 "words",
		head + "[[rule]]\nkind = \"be_good\"":                                                         `"be_good" is not known`,
		head + demand + "severity = \"deadly\"":                                                       "severity must be",
		head + strings.Repeat("# quá dài\n", 200_000):                                                 "larger than 1 MB",
	} {
		_, err := rules.Parse("cua-xa.toml", []byte(raw))
		var trouble *bulletin.Trouble
		if !errors.As(err, &trouble) || trouble.Key != "rules_invalid" || trouble.Args["name"] != "cua-xa.toml" {
			t.Errorf("%.60q: %v", raw, err)
			continue
		}
		if detail := trouble.Args["detail"].(string); !strings.Contains(detail, want) {
			t.Errorf("%.60q: %q does not say %q", raw, detail, want)
		}
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
			if bulletin.TroubleKey(err) != "rules_invalid" {
				t.Errorf("%v", err)
			}
			return
		}
		if s.Law == "" || len(s.Rules) == 0 {
			t.Errorf("%+v", s)
		}
	})
}
