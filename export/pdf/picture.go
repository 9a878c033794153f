package pdf

import (
	"bytes"
	"fmt"
	"math"
	"strconv"

	"github.com/jung-kurt/gofpdf"

	"bantin/export/layout"
	"bantin/export/pdf/photo"
)

// want is what of one photo is embedded. Two pictures with the same want
// share it.
type want struct {
	sha256 string
	page   int              // the first that shows it, from 1; not part of what is wanted
	half   layout.PixelSize // where half of the photo will do: the size of that
	photo.Want
}

// placement is a picture on its page.
type placement struct {
	box   layout.Rect // that is seen
	whole layout.Rect // that the embedded picture fills; reaches beyond box where that is clipped
	want  int         // index into painter.wants
}

// plan looks at every picture of the document, decides what to embed of each
// photo, and returns how many are to be embedded.
func (p *painter) plan() (int, error) {
	for i, page := range p.doc.Pages {
		p.first = append(p.first, len(p.placed))
		for _, item := range page.Items {
			if picture, ok := item.(layout.Picture); ok && isVisible(picture) {
				p.place(picture, i+1)
			}
		}
	}
	if len(p.wants) > widestStandIn {
		return 0, fmt.Errorf("write PDF: %d photos are more than one file can have", len(p.wants))
	}
	return len(p.wants), nil
}

func isVisible(p layout.Picture) bool { return p.Box.Width > 0 && p.Box.Height > 0 }

// place decides what of a photo is embedded. The whole of it, or of its half,
// is taken over as it is where that has about the pixels that the box needs;
// what is not shown of it is clipped away. Of one with many more the part that
// is shown is cut out and made smaller, which takes a hundred times as long.
func (p *painter) place(picture layout.Picture, page int) {
	crop := cropOf(picture)
	w := want{sha256: picture.SHA256, Want: photo.Want{Quality: p.settings.quality}}
	across, down := p.pixels(picture.Box.Width), p.pixels(picture.Box.Height)
	put := placement{box: picture.Box, whole: wholeOf(picture.Box, crop)}
	there, surplus := p.derivative(picture.Pixels), p.settings.surplus
	if half := halfOf(there); p.halves && sharpEnough(half, crop, across) {
		w.half, there, surplus = half, half, p.settings.surplusOfHalf
	}
	if tooMuch(there, crop, surplus*float64(across)) {
		w.Crop, w.WidthPx, w.HeightPx = crop, across, down
		put.whole = picture.Box
	}
	put.want = p.wantOnce(w, page)
	p.placed = append(p.placed, put)
}

// derivative is the size of the photo that a PhotoSource gives.
func (p *painter) derivative(original layout.PixelSize) layout.PixelSize {
	if p.printed == nil {
		return original
	}
	return p.printed(original)
}

func halfOf(size layout.PixelSize) layout.PixelSize {
	return layout.PixelSize{Width: (size.Width + 1) / 2, Height: (size.Height + 1) / 2}
}

// sharpEnough reports whether a crop of a photo has the pixels that are wanted
// across it, but for a twentieth, which nobody sees.
func sharpEnough(size layout.PixelSize, crop photo.Crop, across int) bool {
	return float64(size.Width)*(crop.Right-crop.Left)*20 >= 19*float64(across)
}

// tooMuch reports whether a crop of a photo has more pixels across than may be,
// or is so small a part of it, that cutting it out pays.
func tooMuch(size layout.PixelSize, crop photo.Crop, most float64) bool {
	const smallPart = 0.5
	shown := float64(size.Width) * (crop.Right - crop.Left)
	return shown > most || (crop.Right-crop.Left)*(crop.Bottom-crop.Top) < smallPart
}

// pixels is how many the profile asks for over a length.
func (p *painter) pixels(l layout.Length) int {
	return int(math.Ceil(l.Points() / 72 * p.settings.dpi))
}

func (p *painter) wantOnce(w want, page int) int {
	if at, ok := p.standIns[w]; ok {
		return at
	}
	at := len(p.wants)
	p.standIns[w] = at
	w.page = page
	p.wants = append(p.wants, w)
	return at
}

// cropOf gives the shown part as a share of the picture. What makes no sense,
// such as a part outside the photo, is brought within it.
func cropOf(picture layout.Picture) photo.Crop {
	left, right := share(picture.Shown.X, picture.Shown.Width, picture.Pixels.Width)
	top, bottom := share(picture.Shown.Y, picture.Shown.Height, picture.Pixels.Height)
	return photo.Crop{Left: left, Top: top, Right: right, Bottom: bottom}
}

func share(from, length, all int) (float64, float64) {
	from = max(from, 0)
	to := min(from+length, all)
	if length <= 0 || to <= from {
		return 0, 1
	}
	return float64(from) / float64(all), float64(to) / float64(all)
}

// wholeOf is where the whole picture has to be for its crop to fill the box.
func wholeOf(box layout.Rect, crop photo.Crop) layout.Rect {
	width := float64(box.Width) / (crop.Right - crop.Left)
	height := float64(box.Height) / (crop.Bottom - crop.Top)
	return layout.Rect{
		X:      box.X - layout.Length(math.Round(width*crop.Left)),
		Y:      box.Y - layout.Length(math.Round(height*crop.Top)),
		Width:  layout.Length(math.Round(width)),
		Height: layout.Length(math.Round(height)),
	}
}

// picture paints a stand-in for the photo.
func (p *painter) picture(put placement) {
	clipped := put.whole != put.box
	if clipped {
		p.content.WriteString("q ")
		p.rect(put.box)
		p.content.WriteString("W n\n")
	}
	p.flush()
	name := strconv.Itoa(put.want)
	options := gofpdf.ImageOptions{ImageType: "jpg", AllowNegativePosition: true}
	p.out.RegisterImageOptionsReader(name, options, bytes.NewReader(standIn(put.want+1)))
	fromTop := p.sheets.Paper.Height - p.base // as gofpdf counts
	p.out.ImageOptions(name, p.x(put.whole.X).Points(), (put.whole.Y + fromTop).Points(),
		put.whole.Width.Points(), put.whole.Height.Points(), false, options, 0, "")
	if clipped {
		p.content.WriteString("Q\n")
	}
}

// widestStandIn is the greatest width that a JPEG can have.
const widestStandIn = 1<<16 - 1

// standIn is the head of a grey JPEG, so many pixels wide and one high. It is
// all that gofpdf looks at, and its width tells the finishing step which photo
// belongs in its place. gofpdf would hold each photo in memory three times.
func standIn(width int) []byte {
	return []byte{
		0xFF, 0xD8,
		0xFF, 0xC0, 0, 11, 8, 0, 1, byte(width >> 8), byte(width), 1, 1, 0x11, 0,
		0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0,
		0xFF, 0xD9,
	}
}
