package press_test

import (
	"path/filepath"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/press"
	"bantin/sample"
)

// TestSampleInEveryStyle holds the sample bulletin in each shipped style to
// preflight: nothing of the style's own making may be an error, or faint, or
// too near the edge.
func TestSampleInEveryStyle(t *testing.T) {
	if testing.Short() {
		t.Skip("seven whole bulletins")
	}
	path := filepath.Join(t.TempDir(), "mau.bantin")
	f, id, err := sample.Create(t.Context(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, name := range styles.Names() {
		found, err := press.Preflight(t.Context(), f, press.Job{Issue: id, Style: name})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, finding := range found {
			switch {
			case finding.Severity == bulletin.Error,
				finding.Rule == "text_faint", finding.Rule == "text_near_trim", finding.Rule == "ink_heavy", finding.Rule == "missing_glyph":
				t.Errorf("%s: %s %v %+v", name, finding.Rule, finding.Args, finding.Where)
			}
		}
	}
}
