package manuscript_test

import (
	"testing"

	"bantin/bulletin"
	"bantin/ui/manuscript"
)

// TestAllStaysAll: the field, then the sheet; once more keeps the sheet, also
// where the last field is empty.
func TestAllStaysAll(t *testing.T) {
	m := manuscript.New(&bulletin.Article{Headline: "Mùa vải", Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: "Một."}}})
	m.Go(manuscript.Place{Block: m.BodyStart(), Offset: 1}, false)
	m.SelectAll()
	if a, b := m.Selection().Ends(); a.Block != m.BodyStart() || b.Block != m.BodyEnd()-1 {
		t.Errorf("at first %v to %v, want the text", a, b)
	}
	for range 3 {
		m.SelectAll()
		if a, b := m.Selection().Ends(); a != (manuscript.Place{}) || b != m.End() {
			t.Errorf("then %v to %v, want the sheet", a, b)
		}
	}
}
