package ui

import (
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"bantin/bulletin"
	"bantin/press"
)

// TestWhatAnExportSaysToLookAtIsWhatTheCheckCounts: hints are in its list alone.
func TestWhatAnExportSaysToLookAtIsWhatTheCheckCounts(t *testing.T) {
	w := opened(t, 1)
	warning := bulletin.Finding{Rule: "headline_long", Severity: bulletin.Warning, Where: bulletin.Place{Article: w.writing.id, Page: 1}}
	report := press.Report{Findings: []bulletin.Finding{warning}}
	for page := range 9 {
		report.Findings = append(report.Findings, bulletin.Finding{Rule: "text_near_trim", Severity: bulletin.Hint, Where: bulletin.Place{Page: page + 1}, Args: bulletin.Args{"text": "Hai", "mm": page}})
	}
	w.check.Show(report.Findings)
	_, warnings, hints := w.check.Counts()
	points := 0
	for _, o := range test.LaidOutObjects(w.exportedPanel(report, "a.pdf").Body) {
		if text, ok := o.(*canvas.Text); ok && text.Text == "•" {
			points++
		}
	}
	if warnings != 1 || hints != 9 || points != warnings {
		t.Errorf("%d points of %d warnings and %d hints", points, warnings, hints)
	}
}
