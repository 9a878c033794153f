package preview

import (
	"testing"

	"bantin/bulletin"
)

// TestNobodyReadsThatAllFitsAboveAWarning: a headline of a whole page is in
// order for nobody, though no line is over.
func TestNobodyReadsThatAllFitsAboveAWarning(t *testing.T) {
	for name, c := range map[string]struct {
		found []bulletin.Finding
		want  bool
	}{
		"nothing":               {nil, true},
		"of another kind":       {[]bulletin.Finding{{Rule: "empty_frame", Severity: bulletin.Warning}}, true},
		"a headline too long":   {[]bulletin.Finding{{Rule: "empty_frame"}, {Rule: "headline_long", Severity: bulletin.Warning}}, false},
		"a text over its place": {[]bulletin.Finding{{Rule: "text_overset", Severity: bulletin.Error}}, false},
	} {
		if got := Fits(c.found); got != c.want {
			t.Errorf("%s: fits %v", name, got)
		}
	}
}
