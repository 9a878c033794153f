package intake_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/intake"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestShapes reads every text in testdata and compares what it became with
// the .golden file beside it.
func TestShapes(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			d, err := intake.Text(raw)
			if err != nil {
				t.Fatal(err)
			}
			checkWords(t, string(raw), d)
			compareGolden(t, strings.TrimSuffix(path, ".txt")+".golden", readable(d))
		})
	}
}

func compareGolden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (write it with -update)", err)
	}
	if got != string(want) {
		t.Errorf("differs from %s (accept with -update):\n%s", path, got)
	}
}

// readable writes a draft as an editor would mark up a manuscript: one part a
// line, empty ones left out.
func readable(d intake.Draft) string {
	var b strings.Builder
	part := func(name, text string) {
		if text != "" {
			fmt.Fprintf(&b, "%-12s %s\n", name, strings.ReplaceAll(text, "\n", "\n             "))
		}
	}
	a := &d.Article
	part("genre", string(a.Genre))
	part("section", a.Section)
	part("banner", a.ThemeBanner)
	part("kicker", a.Kicker)
	part("headline", a.Headline)
	part("deck", a.Deck)
	part("standfirst", a.Standfirst)
	for _, block := range a.Body {
		if block.Kind != bulletin.PhotoAnchor {
			part(string(block.Kind), block.Text)
			continue
		}
		p := a.PhotoByID(block.Photo)
		part("photo", strings.TrimSpace(p.ID+" "+p.Caption))
		part("  credit", p.Credit)
	}
	part("byline", a.Byline)
	part("affiliation", a.Affiliation)
	part("dateline", a.Dateline)
	part("note", a.Note)
	for _, f := range d.Findings {
		part("finding", fmt.Sprintf("%s %s block %d offset %d %v", f.Severity, f.Rule, f.Where.Block, f.Where.Offset, f.Args))
	}
	return b.String()
}
