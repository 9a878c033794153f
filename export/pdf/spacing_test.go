package pdf_test

import (
	"encoding/xml"
	"math"
	"strings"
	"testing"

	"bantin/assets/fonts"
	"bantin/assets/styles"
	"bantin/export/layout"
	"bantin/export/pdf"
)

// bbox is what pdftotext -bbox-layout tells of a page.
type bbox struct {
	Lines []struct {
		Words []bboxWord `xml:"word"`
	} `xml:"body>doc>page>flow>block>line"`
}

type bboxWord struct {
	XMin float64 `xml:"xMin,attr"`
	XMax float64 `xml:"xMax,attr"`
	YMin float64 `xml:"yMin,attr"`
	YMax float64 `xml:"yMax,attr"`
	Text string  `xml:",chardata"`
}

// printedSpacing measures the spaces of the full lines of body text as poppler
// sees them in the written file, gap ÷ the face's own space; it knows nothing
// of what the layout meant but the columns' edges. A line that ends short though
// its paragraph goes on in the column is counted as if it had been filled.
func printedSpacing(t *testing.T, path string, s *styles.Style) layout.Spacing {
	t.Helper()
	var told bbox
	d := xml.NewDecoder(strings.NewReader(tool(t, "pdftotext", "-bbox-layout", path, "-")))
	d.Strict, d.Entity = false, xml.HTMLEntity
	if err := d.Decode(&told); err != nil {
		t.Fatal(err)
	}
	size := layout.Length(s.Types.Body.Size).Points()
	normal := width(t, s.Types.Body.Face, ' ') * size
	height := bodyHeight(told)
	var got layout.Spacing
	var sum float64
	for i, l := range told.Lines {
		first, last := l.Words[0], l.Words[len(l.Words)-1]
		if math.Abs(first.YMax-first.YMin-height) > 0.05 || len(l.Words) < 2 {
			continue
		}
		var gaps float64
		if !reachesEdge(last.XMax, s) {
			if i+1 == len(told.Lines) || !goesOn(first, told.Lines[i+1].Words[0], s) {
				continue
			}
			gaps = rightEdge(first.XMin, s) - last.XMax
			got.Torn++
		}
		for i := 1; i < len(l.Words); i++ {
			gaps += l.Words[i].XMin - l.Words[i-1].XMax
		}
		ratio := gaps / float64(len(l.Words)-1) / normal
		got.Lines++
		got.Max = max(got.Max, ratio)
		sum += (ratio - 1) * (ratio - 1)
		if ratio > 1.5 {
			got.Over++
		}
	}
	got.RMS = math.Sqrt(sum / float64(got.Lines))
	return got
}

// bodyHeight is the height of most lines.
func bodyHeight(told bbox) float64 {
	times := map[int]int{}
	for _, l := range told.Lines {
		times[int(math.Round((l.Words[0].YMax-l.Words[0].YMin)*100))]++
	}
	most := 0
	for h, n := range times {
		if n > times[most] {
			most = h
		}
	}
	return float64(most) / 100
}

// goesOn reports that a line of text begins under another at the left edge of
// the same column: only the first line of a paragraph is set in.
func goesOn(above, below bboxWord, s *styles.Style) bool {
	leading, half := layout.Length(s.Grid.Leading).Points(), layout.Length(s.Types.Body.Indent).Points()/2
	left := rightEdge(above.XMin, s) - layout.Length(s.ColumnWidth()).Points()
	return math.Abs(below.YMin-above.YMin-leading) < 0.5 && math.Abs(below.XMin-left) < half &&
		math.Abs((below.YMax-below.YMin)-(above.YMax-above.YMin)) < 0.05
}

// rightEdge is that of the column in which something begins.
func rightEdge(x float64, s *styles.Style) float64 {
	step := layout.Length(s.ColumnWidth() + s.Grid.Gutter).Points()
	left := layout.Length(s.Page.Bleed + s.Page.Inside).Points()
	return left + math.Floor((x-left+3.5)/step)*step + layout.Length(s.ColumnWidth()).Points()
}

// reachesEdge reports a right end at the edge of a column, or hanging over it.
func reachesEdge(x float64, s *styles.Style) bool {
	step := layout.Length(s.ColumnWidth() + s.Grid.Gutter).Points()
	for i := range s.Grid.Columns {
		edge := layout.Length(s.Page.Bleed+s.Page.Inside).Points() + float64(i)*step + layout.Length(s.ColumnWidth()).Points()
		if x > edge-0.7 && x < edge+3.5 {
			return true
		}
	}
	return false
}

// TestSpacingAsPrinted holds the setting of the real article to what a reader
// takes for even, and the program's own report to what stands in the file.
func TestSpacingAsPrinted(t *testing.T) {
	cases := []struct {
		name, style string
		margin      string // for columns of the width asked for
		face        fonts.Face
		sizes       []styles.Length
		rms, most   float64
	}{
		{"two columns of 88 mm", "a4-bulletin", "14mm", fonts.NotoRegular, []styles.Length{9_400, 9_800, 10_000, 10_500}, 0.25, 1.5},
		{"three columns of 57 mm", "a4-bulletin-3", "14.5mm", fonts.NarrowRegular, []styles.Length{8_800, 9_000, 9_200, 9_500}, 0.33, 2.0},
	}
	for _, c := range cases {
		for _, size := range c.sizes {
			t.Run(c.name+" in "+size.String(), func(t *testing.T) {
				s, err := styles.ByName(c.style)
				if err != nil {
					t.Fatal(err)
				}
				if err := s.Page.Inside.UnmarshalText([]byte(c.margin)); err != nil {
					t.Fatal(err)
				}
				s.Page.Outside, s.Fit = s.Page.Inside, nil
				s.Types.Body.Face, s.Types.Body.Size = c.face, size
				doc, photos := realArticleIn(t, s)
				path, _ := write(t, doc, photos, pdf.Print)
				told, printed := doc.Spacing(), printedSpacing(t, path, &s)
				t.Logf("told %+v, printed %+v", told, printed)
				if told.RMS > c.rms || told.Max > c.most || told.Torn > 0 || told.Lines < 60 {
					t.Errorf("uneven: %+v", told)
				}
				// The last line of a paragraph may happen to be full; the program does not count it.
				if full := printed.Lines - told.Lines; full < 0 || full > 3 || math.Abs(told.RMS-printed.RMS) > 0.005 ||
					math.Abs(told.Max-printed.Max) > 0.01 || told.Over != printed.Over || told.Torn != printed.Torn {
					t.Errorf("told %+v, poppler sees %+v", told, printed)
				}
			})
		}
	}
}
