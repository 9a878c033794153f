package styles

import (
	"fmt"
	"slices"
	"strings"
)

// Fit is one step by which an article that runs a little over its last page is
// brought back: what a sub-editor would change, as data. Each step stands for
// itself and is laid over the natural style; what it does not name stays. A
// style lists its steps from the gentlest to the strongest.
type Fit struct {
	Headline      Step `toml:"headline"`       // no headline is larger
	HeadlineLines int  `toml:"headline_lines"` // instead of headline.max_lines
	Standfirst    Step `toml:"standfirst"`
	// Body is the size of the text and the leading of the grid. All that
	// stands in the columns follows; the type area keeps its height.
	Body       Step `toml:"body"`
	ColumnRows int  `toml:"column_rows"` // as in Photo
	WideRows   int  `toml:"wide_rows"`
	LeastShown int  `toml:"least_shown"`
}

// The smallest body text that a fitted page may have: what newspapers set and
// elderly readers can still read.
const (
	leastBodySize    = 9_000
	leastBodyLeading = 11_500
)

// Fitted is the style with a step laid over it.
func (s Style) Fitted(f Fit) Style {
	s.Fit = nil
	if f.Headline.Size > 0 {
		s.fitHeadline(f.Headline)
	}
	setWhere(&s.Headline.MaxLines, f.HeadlineLines)
	if f.Standfirst.Size > 0 {
		s.Types.Standfirst.Size, s.Types.Standfirst.Leading = f.Standfirst.Size, f.Standfirst.Leading
	}
	if f.Body.Size > 0 {
		s.fitBody(f.Body)
	}
	setWhere(&s.Photo.ColumnRows, f.ColumnRows)
	setWhere(&s.Photo.WideRows, f.WideRows)
	setWhere(&s.Photo.LeastShown, f.LeastShown)
	return s
}

// FittedPhotos is the style with only the photos of a step.
func (s Style) FittedPhotos(f Fit) Style {
	return s.Fitted(Fit{ColumnRows: f.ColumnRows, WideRows: f.WideRows, LeastShown: f.LeastShown})
}

func setWhere(field *int, value int) {
	if value > 0 {
		*field = value
	}
}

// fitHeadline brings all sizes down to the largest.
func (s *Style) fitHeadline(largest Step) {
	for _, steps := range []*Sizes{&s.Headline.Lead, &s.Headline.Story, &s.Headline.Brief} {
		fitted := make(Sizes, 0, len(*steps))
		for _, step := range *steps {
			if step.Size > largest.Size {
				step = largest
			}
			fitted = append(fitted, step)
		}
		*steps = slices.Compact(fitted)
	}
}

// fitBody changes the grid and, in proportion, every role that stands on it.
func (s *Style) fitBody(body Step) {
	was := Step{s.Types.Body.Size, s.Grid.Leading}
	height := Length(s.Grid.Rows) * was.Leading
	for _, t := range s.Types.onGrid() {
		t.Size = divRound64(t.Size, body.Size, was.Size)
		t.Leading = body.Leading
	}
	s.Types.Body.Size = body.Size
	s.Grid.Ascent = divRound64(s.Grid.Ascent, body.Leading, was.Leading)
	s.Grid.Leading = body.Leading
	s.Grid.Rows = int(height / body.Leading)
}

func divRound64(l, by, over Length) Length { return Length(divRound(int64(l)*int64(by), int64(over))) }

// validateFit holds every step to what the natural style is held to.
func (s *Style) validateFit(c *checker) {
	for i, f := range s.Fit {
		key := fmt.Sprintf("fit[%d]", i+1)
		if f.Body.Size > 0 {
			c.length(key+".body", f.Body.Size, leastBodySize, s.Types.Body.Size)
			c.length(key+".body", f.Body.Leading, leastBodyLeading, s.Grid.Leading)
		}
		if s.Types.Body.Size <= 0 || s.Grid.Leading <= 0 || f.Body.Size > 0 && f.Body.Leading <= 0 {
			continue // told already; nothing to reckon with
		}
		fitted := s.Fitted(f)
		for _, m := range fitted.validate() {
			_, name, _ := strings.Cut(m.Where, ".")
			c.That(false, key+"."+name, m.Trouble, m.Args)
		}
	}
}
