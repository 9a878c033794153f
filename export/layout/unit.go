package layout

// Length is a distance on the page in thousandths of a DTP point (1 pt =
// 1/72 inch). All layout is done in it, so that the same input gives the same
// pages on every machine.
type Length int64

// Point is one DTP point.
const Point Length = 1000

// Micrometres converts µm to a Length, rounded to the nearest unit
// (1 inch = 25,400 µm = 72 pt).
func Micrometres(um int64) Length {
	const num, den = 72_000, 25_400
	if um < 0 {
		return -Micrometres(-um)
	}
	return Length((um*num + den/2) / den)
}

// Millimetres converts whole millimetres to a Length.
func Millimetres(mm int64) Length { return Micrometres(mm * 1000) }

// Points gives the length in points, for painters.
func (l Length) Points() float64 { return float64(l) / float64(Point) }

// InMillimetres gives the length in millimetres, for reports.
func (l Length) InMillimetres() float64 { return l.Points() * 25.4 / 72 }

// Size is the extent of a page or a picture.
type Size struct{ Width, Height Length }

// Rect is an area of the page. X and Y are those of its top left corner,
// counted from the top left corner of the trimmed page, Y downwards; what
// reaches into the bleed has negative coordinates.
type Rect struct{ X, Y, Width, Height Length }

// Right is the X of the right edge.
func (r Rect) Right() Length { return r.X + r.Width }

// Bottom is the Y of the lower edge.
func (r Rect) Bottom() Length { return r.Y + r.Height }
