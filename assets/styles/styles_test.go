package styles_test

import (
	"errors"
	"maps"
	"math"
	"reflect"
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

// TestBrokenStylesSayWhere breaks a style in every way and reads the sentence
// that comes of it: it names the line and the key.
func TestBrokenStylesSayWhere(t *testing.T) {
	good := read(t, "a4-bulletin.toml")
	cases := []struct{ name, old, new, trouble, key string }{
		{"syntax", "[grid]", "[grid", "style_syntax", ""},
		{"unknown name", "columns = 2", "colour = 3", "style_key", "grid.colour"},
		{"unit", `gutter = "6mm"`, `gutter = "6"`, "style_unit", "grid.gutter"},
		{"no unit", `gutter = "6mm"`, `gutter = 6`, "style_bare", "grid.gutter"},
		{"no unit, a fraction", `gutter = "6mm"`, `gutter = 6.5`, "style_bare", "grid.gutter"},
		{"step without a unit", `"23pt/27pt"`, `23`, "style_bare", "headline.lead"},
		{"no length", `gutter = "6mm"`, `gutter = "abc"`, "style_unit", "grid.gutter"},
		{"twice", `gutter = "6mm"`, "gutter = \"6mm\"\ngutter = \"6mm\"", "style_twice", "gutter"},
		{"kind", `rule_ink = "accent"`, `rule_ink = [0, 0, 0, 15]`, "style_kind", "briefs.rule_ink"},
		{"step", `"23pt/27pt"`, `"23pt"`, "style_unit", "headline.lead"},
		{"ink", `rule_ink = "accent"`, `rule_ink = "mauve"`, "style_choice", "briefs.rule_ink"},
		{"face", "SourceSerif4-Italic", "Comic", "style_choice", "type.deck.face"},
		{"columns", "columns = 2", "columns = 0", "style_number", "grid.columns"},
		{"too narrow", "columns = 2", "columns = 8", "style_column_narrow", "grid.columns"},
		{"too tall", "rows = 57", "rows = 97", "style_page_full", "grid.rows"},
		{"off the grid", "[type.dateline]", "[type.dateline]\nleading = \"12.9pt\"", "style_off_grid", "type.dateline.leading"},
		{"leading", `leading = "17pt"`, `leading = "7pt"`, "style_leading", "type.deck.leading"},
		{"order", `["23pt/27pt", "31pt/36pt"]`, `["33pt/37pt", "31pt/36pt"]`, "style_order", "headline.lead"},
		{"fit too low", `column_rows = 11`, `column_rows = 111`, "style_number", "fit[1].column_rows"},
		{"percent", "[0, 0, 0, 45]", "[0, 0, 0, 145]", "style_number", "ink.hairline"},
		{"three lights", "[0, 0, 0, 45]", "[45, 45, 45]", "style_ink", "ink.hairline"},
		{"five inks", "[0, 0, 0, 45]", "[0, 0, 0, 45, 9]", "style_ink", "ink.hairline"},
		{"parts of percents", "[0, 0, 0, 45]", "[0, 0, 0, 45.5]", "style_ink", "ink.hairline"},
		{"a code for screens", "[0, 0, 0, 45]", `"#8c8c8c"`, "style_ink", "ink.hairline"},
		{"a spot colour", "[0, 0, 0, 45]", `{ pantone = "185 C" }`, "style_ink", "ink.hairline"},
		{"frame", `frame = "tint"`, `frame = "gold"`, "style_choice", "briefs.frame"},
		{"no base", "[page]", "based_on = \"nowhere\"\n[page]", "style_base", "based_on"},
		{"itself its base", "[page]", "based_on = \"office\"\n[page]", "style_base", "based_on"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			broken := strings.Replace(good, c.old, c.new, 1)
			if broken == good {
				t.Fatalf("%q is not in the style", c.old)
			}
			_, err := styles.Parse("office", []byte(broken), func(string) ([]byte, bool) {
				return []byte(broken), c.name == "itself its base"
			})
			var told *bulletin.Trouble
			if !errors.As(err, &told) || told.Key != c.trouble || told.Args["key"] != c.key {
				t.Fatalf("error %v, want %s of %s", err, c.trouble, c.key)
			}
			line := 1 + strings.Count(good[:strings.Index(good, c.old)], "\n")
			if got := told.Args["line"].(int); got < line || got > line+6 {
				t.Errorf("line %d, want %d", got, line)
			}
			for _, l := range translations.Languages() {
				sentence := translations.For(l).Explain(err)
				if !strings.Contains(sentence, c.key) || strings.ContainsAny(sentence, "{}") {
					t.Errorf("sentence %q", sentence)
				}
			}
		})
	}
}

// TestStyleStatesWhatDiffers lays a style over a shipped one.
func TestStyleStatesWhatDiffers(t *testing.T) {
	own := `title = "Kiểu của xã"
based_on = "a4-bulletin"
[grid]
gutter = "5mm"
[ink]
accent = [90, 40, 0, 20]
[type.body]
size = "10pt"
[headline]
brief = ["12pt/15pt"]
[[fit]]
column_rows = 9
`
	s, err := styles.Parse("xa", []byte(own), styles.File)
	if err != nil {
		t.Fatal(err)
	}
	base, err := styles.ByName("a4-bulletin")
	if err != nil {
		t.Fatal(err)
	}
	want := base
	want.Name, want.Title, want.BasedOn = "xa", "Kiểu của xã", "a4-bulletin"
	want.Grid.Gutter, want.Types.Body.Size = 14173, 10_000
	want.Inks = maps.Clone(base.Inks)
	want.Inks["accent"] = styles.Ink{90, 40, 0, 20}
	want.Headline.Brief = styles.Sizes{{Size: 12_000, Leading: 15_000}}
	want.Fit = []styles.Fit{{ColumnRows: 9}}
	if !reflect.DeepEqual(s, want) {
		t.Errorf("got  %+v\nwant %+v", s, want)
	}
}

// FuzzParse reads whatever an office hands in.
func FuzzParse(f *testing.F) {
	for _, name := range styles.Names() {
		raw, _ := styles.File(name)
		f.Add(raw)
	}
	f.Add([]byte("based_on = \"x\""))
	f.Fuzz(func(t *testing.T, raw []byte) {
		s, err := styles.Parse("x", raw, func(name string) ([]byte, bool) {
			if name == "x" {
				return raw, true
			}
			return styles.File(name)
		})
		if err == nil && s.ColumnWidth() <= 0 {
			t.Errorf("columns of %s", s.ColumnWidth())
		}
		if err != nil && bulletin.TroubleKey(err) == "" {
			t.Errorf("no sentence for %v", err)
		}
	})
}

// Small letters in many inks, or with a trace of one, show every shift of the
// plates at their edges.
func TestAccentsKeepRegister(t *testing.T) {
	const mostInks, leastOfAnInk, leastContrast = 3, 20, 4.5
	for _, name := range styles.Names() {
		s, err := styles.ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		accent, inks := s.Inks["accent"], 0
		for _, part := range accent {
			if part > 0 {
				inks++
			}
			if part > 0 && part < leastOfAnInk {
				t.Errorf("%s: accent %v has a trace of an ink", name, accent)
			}
		}
		if inks > mostInks {
			t.Errorf("%s: accent %v has %d inks", name, accent, inks)
		}
		if c := contrastOnPaper(accent); c < leastContrast {
			t.Errorf("%s: accent %v has a contrast of %.1f to white paper", name, accent, c)
		}
	}
}

// contrastOnPaper is that of WCAG 2.2, the inks turned into light as a screen
// does it.
func contrastOnPaper(ink styles.Ink) float64 {
	light := func(part int) float64 {
		v := float64(100-part) * float64(100-ink[3]) / 10_000
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	luminance := 0.2126*light(ink[0]) + 0.7152*light(ink[1]) + 0.0722*light(ink[2])
	return 1.05 / (luminance + 0.05)
}
