package bulletin

import (
	"strconv"
	"strings"
)

// Turned is the photo turned further by quarter turns clockwise (negative
// ones turn it back): crop and focus stay on what they were on.
func (p *Photo) Turned(quarters int) Photo {
	t := p.clone()
	for range wholeTurn(quarters) {
		t.Turn = wholeTurn(t.Turn + 1)
		t.WidthPx, t.HeightPx = t.HeightPx, t.WidthPx
		if c := t.Crop; c != nil {
			*c = Crop{Left: CropUnit - c.Top - c.Height, Top: c.Left, Width: c.Height, Height: c.Width}
		}
		if f := t.Focus; f != nil {
			*f = Focus{X: CropUnit - f.Y, Y: f.X}
		}
	}
	return t
}

// wholeTurn brings quarter turns into 0 to 3.
func wholeTurn(quarters int) int { return (quarters%4 + 4) % 4 }

// Picture names what is painted: the photo's SHA256 and, where it is turned,
// how. CutPicture takes the name apart.
func (p *Photo) Picture() string {
	if turn := wholeTurn(p.Turn); turn != 0 && p.SHA256 != "" {
		return p.SHA256 + "~" + strconv.Itoa(turn)
	}
	return p.SHA256
}

// CutPicture takes the name of a picture apart: the SHA256 of its original and
// the quarter turns clockwise, 0 to 3.
func CutPicture(name string) (sha256 string, turn int) {
	sha256, quarters, turned := strings.Cut(name, "~")
	if !turned {
		return sha256, 0
	}
	turn, err := strconv.Atoi(quarters)
	if err != nil {
		return sha256, 0
	}
	return sha256, wholeTurn(turn)
}
