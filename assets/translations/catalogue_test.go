package translations_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// sentences reads a catalogue's file: its keys in their order, and what they
// say.
func sentences(t *testing.T, l translations.Language) (keys []string, said map[string]string) {
	t.Helper()
	raw, err := os.ReadFile(string(l) + ".json")
	if err != nil {
		t.Fatal(err)
	}
	said = map[string]string{}
	d := json.NewDecoder(bytes.NewReader(raw))
	if _, err := d.Token(); err != nil {
		t.Fatal(err)
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			t.Fatalf("%s.json: %v", l, err)
		}
		sentence, err := d.Token()
		if err != nil {
			t.Fatalf("%s.json: %v", l, err)
		}
		keys = append(keys, key.(string))
		said[key.(string)] = sentence.(string)
	}
	return keys, said
}

func TestFilesAreTidy(t *testing.T) {
	for _, l := range translations.Languages() {
		keys, said := sentences(t, l)
		for i := 1; i < len(keys); i++ {
			if keys[i-1] >= keys[i] {
				t.Errorf("%s.json: %q stands after %q", l, keys[i], keys[i-1])
			}
		}
		for key, s := range said {
			if s == "" || s != viet.Normalize(s) {
				t.Errorf("%s.json: %s is empty or not composed: %q", l, key, s)
			}
			if odd := strings.Map(oddBlank, s); odd != "" || strings.TrimRight(s, " \n") != s {
				t.Errorf("%s.json: %s has odd blanks: %q", l, key, s)
			}
		}
	}
}

// oddBlank keeps the blanks and invisible characters that a sentence may not
// have; rows of a table may have several spaces.
func oddBlank(r rune) rune {
	if r == ' ' || r == '\n' || viet.TidySpaces(string(r)) != "" {
		return -1
	}
	return r
}

var facts = regexp.MustCompile(`\{([a-z_]+)(?::[^}]*)?\}`)

// factsOf lists the facts that a sentence names.
func factsOf(sentence string) []string {
	found := map[string]bool{}
	for _, m := range facts.FindAllStringSubmatch(sentence, -1) {
		found[m[1]] = true
	}
	return slices.Sorted(maps.Keys(found))
}

func TestLanguagesAgree(t *testing.T) {
	_, vi := sentences(t, translations.Vietnamese)
	_, en := sentences(t, translations.English)
	for key, s := range vi {
		other, ok := en[key]
		if !ok {
			t.Errorf("no English for %s", key)
			continue
		}
		if a, b := factsOf(s), factsOf(other); !slices.Equal(a, b) {
			t.Errorf("%s: Vietnamese names %q, English %q", key, a, b)
		}
		if left := facts.ReplaceAllString(s+other, ""); strings.ContainsAny(left, "{}") && !strings.Contains(left, "{…}") {
			t.Errorf("%s: a brace that is no fact: %q / %q", key, s, other)
		}
	}
	for key := range en {
		if _, ok := vi[key]; !ok {
			t.Errorf("no Vietnamese for %s", key)
		}
	}
}

func TestKnownWords(t *testing.T) {
	for _, l := range translations.Languages() {
		c := translations.For(l)
		for _, g := range bulletin.Genres() {
			if !c.Has("genre." + string(g)) {
				t.Errorf("%s: no name for genre %s", l, g)
			}
		}
		for _, s := range bulletin.Statuses() {
			if !c.Has("status." + string(s)) {
				t.Errorf("%s: no name for status %s", l, s)
			}
		}
	}
}

func TestNumber(t *testing.T) {
	for n, want := range map[int][2]string{
		0: {"0", "0"}, 999: {"999", "999"}, 1000: {"1.000", "1,000"}, -12500: {"-12.500", "-12,500"},
		1234567: {"1.234.567", "1,234,567"}, -999: {"-999", "-999"},
	} {
		if got := translations.For(translations.Vietnamese).Number(n); got != want[0] {
			t.Errorf("%d in Vietnamese: %s", n, got)
		}
		if got := translations.For(translations.English).Number(n); got != want[1] {
			t.Errorf("%d in English: %s", n, got)
		}
	}
}

func TestSay(t *testing.T) {
	vi, en := translations.For(translations.Vietnamese), translations.For(translations.English)
	day := bulletin.Date{Year: 2026, Month: time.April, Day: 10}
	if got := vi.Say("trouble.date_unreadable", bulletin.Args{"text": day}); !strings.Contains(got, "“10/4/2026”") {
		t.Errorf("a date: %s", got)
	}
	if a, b := vi.Say("trouble.date_unreadable", bulletin.Args{"text": 2.5}), en.Say("trouble.date_unreadable", bulletin.Args{"text": 3.0}); !strings.Contains(a, "“2,5”") || !strings.Contains(b, "“3”") {
		t.Errorf("decimals: %s / %s", a, b)
	}
	if got := vi.Say("trouble.date_unreadable", nil); !strings.Contains(got, "{text}") {
		t.Errorf("a missing fact: %s", got)
	}
	if got := vi.Say("no.such", nil); got != "no.such" {
		t.Errorf("an unknown key: %s", got)
	}
	finding := bulletin.Finding{Rule: "unreadable_character", Args: bulletin.Args{"n": 1}}
	one := en.Finding(finding)
	finding.Args["n"] = 1200
	if many := en.Finding(finding); !strings.Contains(one, "1 character could") || !strings.Contains(many, "1,200 characters could") {
		t.Errorf("%s / %s", one, many)
	}
}

func TestExplain(t *testing.T) {
	for _, l := range translations.Languages() {
		c := translations.For(l)
		if c.Language() != l {
			t.Errorf("%s speaks %s", l, c.Language())
		}
		trouble := fmt.Errorf("read date: %w", bulletin.NewTrouble("date_unreadable", bulletin.Args{"text": "mai"}, nil))
		if got := c.Explain(trouble); got != c.Say("trouble.date_unreadable", bulletin.Args{"text": "mai"}) {
			t.Errorf("%s: %s", l, got)
		}
		for _, err := range []error{errors.New("đĩa hỏng"), bulletin.NewTrouble("nobody_knows", nil, errors.New("đĩa hỏng"))} {
			if got := c.Explain(err); !strings.Contains(got, "đĩa hỏng") || strings.Contains(got, "{") {
				t.Errorf("%s: %s", l, got)
			}
		}
	}
}

func TestParse(t *testing.T) {
	for s, want := range map[string]translations.Language{
		"en": translations.English, "en_US.UTF-8": translations.English, "EN-gb": translations.English,
		"vi": translations.Vietnamese, "vi_VN": translations.Vietnamese, "": translations.Vietnamese, "C": translations.Vietnamese,
	} {
		if got := translations.Parse(s); got != want {
			t.Errorf("%q: %s", s, got)
		}
	}
	if translations.For("fr").Language() != translations.Vietnamese {
		t.Error("an unknown language is not Vietnamese")
	}
}
