package picture

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"image"
	"image/color"
	"io"
	"math"
	"sync"
)

// profile is how the colours of a picture are meant where they are not sRGB:
// an RGB profile of tone curves and a matrix (ICC.1:2022, 8.3), as those of
// phones (Display P3) and cameras (Adobe RGB) are, or one of grey with a tone
// curve. It is exact for each sample; profiles with tables see lookOf.
type profile struct {
	curves [3][256]float64 // from a sample to linear light, 0…1
	matrix [3][3]float64   // from linear light of the profile to that of sRGB
}

// maxProfile bounds what is read of a profile; those with matrices have a few
// hundred bytes, those of presses up to two and a half million.
const maxProfile = 4 << 20

// iccChunks collects the profile of a JPEG, which may be spread over segments.
type iccChunks struct{ parts [256][]byte }

// add takes an APP2 segment (ICC.1:2022, B.4): a name, number and count.
func (c *iccChunks) add(body []byte) {
	if part, ok := bytes.CutPrefix(body, []byte("ICC_PROFILE\x00")); ok && len(part) > 2 {
		c.parts[part[0]] = part[2:]
	}
}

func (c *iccChunks) joined() []byte {
	all := bytes.Join(c.parts[:], nil)
	return all[:min(len(all), maxProfile)]
}

func inflate(packed []byte, limit int64) []byte {
	r, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil
	}
	all, err := io.ReadAll(io.LimitReader(r, limit))
	if err != nil {
		return nil
	}
	return all
}

// fromD50 leads from the profile connection space (XYZ under D50) to linear
// sRGB: the inverse of the matrix of sRGB's own profile (IEC 61966-2-1, adapted
// to D50 by Bradford).
var fromD50 = [3][3]float64{
	{3.1338561, -1.6168667, -0.4906146},
	{-0.9787684, 1.9161415, 0.0334540},
	{0.0719453, -0.2289914, 1.4052427},
}

// readProfile reads a profile. nil stands for one that is as good as sRGB, or
// was not read because it is broken or of another kind.
func readProfile(b []byte) (p *profile, read bool) {
	if len(b) < 132 || string(b[20:24]) != "XYZ " {
		return nil, false
	}
	switch string(b[16:20]) {
	case "RGB ":
		p = readMatrix(b)
	case "GRAY":
		p = readGrey(b)
	}
	read = p != nil
	if read && p.isSRGB() {
		p = nil
	}
	return p, read
}

// adobeRGB is the colour space of that name (Adobe RGB (1998), version 2005-05,
// 4.3), under D50.
var adobeRGB = sync.OnceValue(func() *profile {
	p := profile{matrix: multiply(fromD50, [3][3]float64{
		{0.60974, 0.20528, 0.14919},
		{0.31111, 0.62567, 0.06322},
		{0.01947, 0.06087, 0.74457},
	})}
	for i := range p.curves {
		for v := range p.curves[i] {
			p.curves[i][v] = math.Pow(float64(v)/255, 563.0/256)
		}
	}
	return &p
})

// readGrey reads a profile of grey, which is one of three like curves: nil
// where it is none.
func readGrey(b []byte) *profile {
	p := profile{matrix: [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}
	for i := range p.curves {
		if !readCurve(iccTag(b, "kTRC"), &p.curves[i]) {
			return nil
		}
	}
	return &p
}

// readMatrix reads an RGB profile of curves and matrix, nil where it is none.
func readMatrix(b []byte) *profile {
	var p profile
	var toXYZ [3][3]float64
	for i, name := range []string{"r", "g", "b"} {
		column, ok := readXYZ(iccTag(b, name+"XYZ"))
		if !ok || !readCurve(iccTag(b, name+"TRC"), &p.curves[i]) {
			return nil
		}
		for row := range column {
			toXYZ[row][i] = column[row]
		}
	}
	p.matrix = multiply(fromD50, toXYZ)
	return &p
}

// iccTag finds the data of a tag, nil where it is not.
func iccTag(b []byte, name string) []byte {
	count := min(int(binary.BigEndian.Uint32(b[128:])), (len(b)-132)/12)
	for i := range count {
		entry := b[132+12*i:]
		if string(entry[:4]) == name {
			at, size := int(binary.BigEndian.Uint32(entry[4:])), int(binary.BigEndian.Uint32(entry[8:]))
			if at > len(b) || size > len(b)-at {
				return nil
			}
			return b[at : at+size]
		}
	}
	return nil
}

func readXYZ(b []byte) (v [3]float64, ok bool) {
	if len(b) < 20 || string(b[:4]) != "XYZ " {
		return v, false
	}
	for i := range v {
		v[i] = fixed(b[8+4*i:])
	}
	return v, true
}

// fixed is an s15Fixed16Number.
func fixed(b []byte) float64 { return float64(int32(binary.BigEndian.Uint32(b))) / 65536 }

// readCurve reads a curve ("curv") or a formula ("para") as a table.
func readCurve(b []byte, table *[256]float64) bool {
	if len(b) < 12 {
		return false
	}
	var tone func(float64) float64
	switch string(b[:4]) {
	case "curv":
		tone = sampledCurve(b[8:])
	case "para":
		tone = formulaCurve(b[8:])
	}
	if tone == nil {
		return false
	}
	for i := range table {
		table[i] = min(max(tone(float64(i)/255), 0), 1)
		if math.IsNaN(table[i]) {
			return false
		}
	}
	return true
}

// sampledCurve (10.6): no entries are a straight line, one is a gamma, more
// are samples.
func sampledCurve(b []byte) func(float64) float64 {
	count, entries := int(binary.BigEndian.Uint32(b)), b[4:]
	switch {
	case count == 0:
		return func(x float64) float64 { return x }
	case count > len(entries)/2:
		return nil
	case count == 1:
		gamma := float64(binary.BigEndian.Uint16(entries)) / 256
		return func(x float64) float64 { return math.Pow(x, gamma) }
	}
	at := func(i int) float64 { return float64(binary.BigEndian.Uint16(entries[2*i:])) / 65535 }
	return func(x float64) float64 {
		place := x * float64(count-1)
		i := min(int(place), count-2)
		return at(i) + float64((place-float64(i))*(at(i+1)-at(i)))
	}
}

// formulaCurve (10.18): Y = (aX+b)^g + e above d, and cX + f below.
func formulaCurve(b []byte) func(float64) float64 {
	parameters := map[uint16]int{0: 1, 1: 3, 2: 4, 3: 5, 4: 7}
	kind := binary.BigEndian.Uint16(b)
	count, ok := parameters[kind]
	if !ok || len(b) < 4+4*count {
		return nil
	}
	var v [7]float64
	for i := range count {
		v[i] = fixed(b[4+4*i:])
	}
	g, a, bb, c, d, e, f := v[0], v[1], v[2], v[3], v[4], v[5], v[6]
	switch kind {
	case 0:
		a = 1
	case 1, 2:
		e, f, d = v[3], v[3], -bb/a
		c = 0
	}
	return func(x float64) float64 {
		if x >= d {
			return math.Pow(max(float64(a*x)+bb, 0), g) + e
		}
		return float64(c*x) + f
	}
}

func multiply(a, b [3][3]float64) (m [3][3]float64) {
	for i := range m {
		for j := range m[i] {
			for k := range b {
				m[i][j] += float64(a[i][k] * b[k][j])
			}
		}
	}
	return m
}

// isSRGB reports whether converting would change no colour visibly.
func (p *profile) isSRGB() bool {
	for r := 0; r < 256; r += 51 {
		for g := 0; g < 256; g += 51 {
			for b := 0; b < 256; b += 51 {
				r2, g2, b2 := p.convert(uint8(r), uint8(g), uint8(b))
				if max(abs(r-int(r2)), abs(g-int(g2)), abs(b-int(b2))) > 3 {
					return false
				}
			}
		}
	}
	return true
}

func abs(n int) int { return max(n, -n) }

// convert gives the sRGB of one colour of the profile.
func (p *profile) convert(r, g, b uint8) (uint8, uint8, uint8) {
	linear := [3]float64{p.curves[0][r], p.curves[1][g], p.curves[2][b]}
	var out [3]uint8
	for i, row := range p.matrix {
		out[i] = encodeSRGB(float64(row[0]*linear[0]) + float64(row[1]*linear[1]) + float64(row[2]*linear[2]))
	}
	return out[0], out[1], out[2]
}

// srgbTable is the tone curve of sRGB for linear light in 4096 steps.
var srgbTable = func() (table [4097]uint8) {
	for i := range table {
		v := float64(i) / 4096
		if v <= 0.0031308 {
			v *= 12.92
		} else {
			v = float64(1.055*math.Pow(v, 1/2.4)) - 0.055
		}
		table[i] = uint8(math.Round(255 * v))
	}
	return table
}()

func encodeSRGB(linear float64) uint8 {
	return srgbTable[int(min(max(linear, 0), 1)*4096+0.5)]
}

// conversion gives the sRGB of one colour.
type conversion func(r, g, b uint8) (uint8, uint8, uint8)

// toSRGB converts a picture in place. Chroma is halved both ways, so the four
// pixels of a square share the mean of their converted chroma.
func (convert conversion) toSRGB(m *image.YCbCr) {
	if convert == nil {
		return
	}
	for y := 0; y < m.Rect.Dy(); y += 2 {
		for x := 0; x < m.Rect.Dx(); x += 2 {
			convert.square(m, x, y)
		}
	}
}

func (convert conversion) square(m *image.YCbCr, x0, y0 int) {
	c := m.COffset(x0, y0)
	oldCb, oldCr := m.Cb[c], m.Cr[c]
	cb, cr, count := 0, 0, 0
	for y := y0; y < min(y0+2, m.Rect.Dy()); y++ {
		for x := x0; x < min(x0+2, m.Rect.Dx()); x++ {
			luma := &m.Y[y*m.YStride+x]
			newLuma, newCb, newCr := color.RGBToYCbCr(convert(color.YCbCrToRGB(*luma, oldCb, oldCr)))
			*luma, cb, cr, count = newLuma, cb+int(newCb), cr+int(newCr), count+1
		}
	}
	m.Cb[c], m.Cr[c] = uint8((cb+count/2)/count), uint8((cr+count/2)/count)
}
