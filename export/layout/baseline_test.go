package layout

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// baselineSlack is by how many percent pages may be worse than those recorded,
// before somebody has to look at them and record anew.
const baselineSlack = 10

// TestPagesAreNotWorseThanBefore weighs the same stories in every style against
// testdata/badness.txt. BANTIN_RECORD=1 records anew.
func TestPagesAreNotWorseThanBefore(t *testing.T) {
	path := filepath.Join("testdata", "badness.txt")
	recorded := map[string]Badness{}
	raw, err := os.ReadFile(path)
	if err != nil && os.Getenv("BANTIN_RECORD") == "" {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(raw)) {
		var name string
		var pages int
		var lines Badness
		if _, err := fmt.Sscanf(line, "%s %d pages %d lines", &name, &pages, &lines); err != nil {
			t.Fatalf("%s: %q: %v", path, line, err)
		}
		recorded[name] = lines
	}
	var now strings.Builder
	for _, name := range styles.Names() {
		s, err := styles.ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		issue := bulletin.Issue{Name: "Bản tin", Number: "4", ThemeBanner: "Năm 2026: giữ rừng là giữ nước"}
		issue.Normalize()
		var worse Badness
		pages := 0
		for seed := range 6 {
			d, err := Issue(issue, unevenPieces(seed), s)
			if err != nil {
				t.Fatal(err)
			}
			worse += d.Badness() / blankLine
			pages += len(d.Pages)
		}
		fmt.Fprintf(&now, "%s %d pages %d lines\n", name, pages, worse)
		if most := recorded[name] * (100 + baselineSlack) / 100; worse > most && os.Getenv("BANTIN_RECORD") == "" {
			t.Errorf("%s: %d blank lines, recorded were %d", name, worse, recorded[name])
		}
	}
	if os.Getenv("BANTIN_RECORD") != "" {
		if err := os.WriteFile(path, []byte(now.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
