package styles_test

import (
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/assets/translations"
	"bantin/bulletin"
)

func TestShippedStylesAreValidAndNamed(t *testing.T) {
	names := styles.Names()
	if len(names) < 2 {
		t.Fatalf("shipped styles: %v", names)
	}
	for _, name := range names {
		s, err := styles.ByName(name)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if s.Name != name {
			t.Errorf("style %s calls itself %q", name, s.Name)
		}
		for _, l := range translations.Languages() {
			if !translations.For(l).Has("style." + name) {
				t.Errorf("style.%s has no sentence in %s", name, l)
			}
		}
	}
	for _, name := range []string{styles.DefaultIssue, styles.DefaultArticle} {
		if _, err := styles.ByName(name); err != nil {
			t.Errorf("default style: %v", err)
		}
	}
}

func TestUnknownStyleIsTrouble(t *testing.T) {
	_, err := styles.ByName("../fonts/none")
	if got := bulletin.TroubleKey(err); got != "style_unknown" {
		t.Fatalf("trouble %q, want style_unknown: %v", got, err)
	}
}

func TestLengthsAreExact(t *testing.T) {
	cases := map[string]styles.Length{
		"9.6pt": 9600, "210mm": 595276, "-3mm": -8504, "0.001pt": 1, "25.4mm": 72000, "-0.5pt": -500,
	}
	for text, want := range cases {
		var l styles.Length
		if err := l.UnmarshalText([]byte(text)); err != nil || l != want {
			t.Errorf("%s = %d, %v; want %d", text, l, err, want)
		}
	}
	for _, text := range []string{"", "12", "mm", "1.2345pt", "1,5mm", "x1pt", "1e3pt", "1.-5pt"} {
		var l styles.Length
		if err := l.UnmarshalText([]byte(text)); err == nil {
			t.Errorf("%q was read as %d", text, l)
		}
	}
}

func TestBrokenStylesSayWhat(t *testing.T) {
	good := read(t, "a4-article.toml")
	cases := []struct{ name, old, new, want string }{
		{"syntax", "[grid]", "[grid", "line"},
		{"unknown name", "columns = 2", "columns = 2\ncolour = 3", "grid.colour"},
		{"unit", `gutter = "6mm"`, `gutter = "6"`, "needs a unit"},
		{"ink", `rule_ink = "accent"`, `rule_ink = "mauve"`, `"mauve"`},
		{"face", "SourceSerif4-Italic", "Comic", `"Comic"`},
		{"columns", "columns = 2", "columns = 0", "grid.columns"},
		{"too tall", "rows = 57", "rows = 97", "below the page"},
		{"role left out", "[type.deck]", "[type.quote]", "line"},
		{"off the grid", `leading = "13pt"
rows`, `leading = "14pt"
rows`, "type.body: leading"},
		{"fit too small", `body = { size = "9pt", leading = "11.5pt" }`, `body = { size = "8.9pt", leading = "11.5pt" }`, "fit 6: body"},
		{"fit too tall", `column_rows = 11`, `column_rows = 111`, "fit 1: photo.column_rows"},
		{"fit without leading", `body = { size = "9pt", leading = "11.5pt" }`, `body = { size = "9pt" }`, "fit 6: body"},
		{"percent", "[0, 0, 0, 45]", "[0, 0, 0, 145]", "0 to 100"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			broken := strings.Replace(good, c.old, c.new, 1)
			if broken == good {
				t.Fatalf("%q is not in the style", c.old)
			}
			_, err := styles.Parse("office", []byte(broken))
			if bulletin.TroubleKey(err) != "style_invalid" || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v does not say %q", err, c.want)
			}
		})
	}
}
