package layout

import "math"

// Spacing is how evenly the justified lines of a document are set: the width
// of a line's spaces over the face's own, 1 being natural. A line that ends short,
// as it would have had to be torn open, is counted as if it had been.
type Spacing struct {
	Lines int     `json:"lines"`
	RMS   float64 `json:"rms"` // of the deviation from 1
	Max   float64 `json:"max"`
	Over  int     `json:"over_1_5"` // lines over 1.5
	Torn  int     `json:"torn"`     // lines over 2.5, which end short instead
}

// Spacing measures all pages.
func (d *Document) Spacing() Spacing {
	var s Spacing
	var sum float64
	for _, p := range d.Pages {
		for _, item := range p.Items {
			t, ok := item.(Text)
			if !ok || t.Gap == 0 {
				continue
			}
			ratio := float64(t.Gap) / 1000
			s.Lines++
			s.Max = max(s.Max, ratio)
			sum += (ratio - 1) * (ratio - 1)
			if t.Gap > 1500 {
				s.Over++
			}
			if t.Gap > widestGap {
				s.Torn++
			}
		}
	}
	if s.Lines > 0 {
		s.RMS = thousandths(math.Sqrt(sum / float64(s.Lines)))
	}
	return s
}

func thousandths(x float64) float64 { return math.Round(x*1000) / 1000 }
