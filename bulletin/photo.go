package bulletin

// Photo is a picture as an article uses it: the words that go with it and how
// it should be shown. The picture itself lives in the drafts file under its
// SHA256. A Photo without SHA256 is an empty frame that waits for its picture.
type Photo struct {
	ID       string   `json:"id"`     // within its article: "p1", "p2", …
	SHA256   string   `json:"sha256"` // of the original bytes, hexadecimal
	Caption  string   `json:"caption"`
	Credit   string   `json:"credit"` // who took it
	AltText  string   `json:"alt_text"`
	Crop     *Crop    `json:"crop,omitempty"`
	Focus    *Focus   `json:"focus,omitempty"`
	Size     SizeWish `json:"size,omitempty"`
	Turn     int      `json:"turn,omitempty"` // quarter turns clockwise after the EXIF orientation, 0 to 3
	WidthPx  int      `json:"width_px"`       // of the picture as it is shown: upright, and turned
	HeightPx int      `json:"height_px"`
	Colours  Colours  `json:"colours,omitempty"`

	Extras Extras `json:"-"`
}

// Colours is how the colours of a picture had to be understood when it came
// in; all pictures are kept in sRGB.
type Colours string

// The ways.
const (
	ColoursKnown  Colours = ""       // sRGB, grey, or a profile that leads to sRGB
	ColoursInks   Colours = "inks"   // the four inks, of a press that is not told: taken as on coated paper
	ColoursUnread Colours = "unread" // a profile that cannot be read: taken as sRGB
)

// Crop is the part of the upright and turned picture to show, in
// ten-thousandths of its width and height counted from the top left corner.
type Crop struct {
	Left   int `json:"left"`
	Top    int `json:"top"`
	Width  int `json:"width"`
	Height int `json:"height"`

	Extras Extras `json:"-"`
}

// Focus is the point that must stay in view when the page make-up crops, in
// ten-thousandths of width and height from the top left corner.
type Focus struct {
	X int `json:"x"`
	Y int `json:"y"`

	Extras Extras `json:"-"`
}

// CropUnit is the whole width or height in the units of Crop and Focus.
const CropUnit = 10_000

// SizeWish is how large the reporter would like the photo. It is a wish: the
// make-up may choose otherwise. The zero value leaves it to the make-up.
type SizeWish string

// The wishes.
const (
	SizeAuto   SizeWish = ""
	SizeSmall  SizeWish = "small"  // part of a column
	SizeColumn SizeWish = "column" // one column
	SizeWide   SizeWish = "wide"   // across the columns
)

// IsEmptyFrame reports whether no picture has been given yet.
func (p *Photo) IsEmptyFrame() bool { return p.SHA256 == "" }

// Pictures counts the photos that are not empty frames.
func (a *Article) Pictures() int {
	n := 0
	for i := range a.Photos {
		if !a.Photos[i].IsEmptyFrame() {
			n++
		}
	}
	return n
}

// Shown returns the part of the picture to show, in pixels of the upright
// picture. A crop that lies outside the picture is pulled in.
func (p *Photo) Shown() (x, y, width, height int) {
	if p.Crop == nil {
		return 0, 0, p.WidthPx, p.HeightPx
	}
	x, width = cropSide(p.Crop.Left, p.Crop.Width, p.WidthPx)
	y, height = cropSide(p.Crop.Top, p.Crop.Height, p.HeightPx)
	return x, y, width, height
}

// cropSide turns one side of a crop into pixels of a side of n pixels.
func cropSide(start, length, n int) (px, size int) {
	start = min(max(start, 0), CropUnit-1)
	length = min(max(length, 1), CropUnit-start)
	px = start * n / CropUnit
	return px, min(max(length*n/CropUnit, 1), n-px)
}

func (p *Photo) clone() Photo {
	c := *p
	if p.Crop != nil {
		crop := *p.Crop
		c.Crop = &crop
	}
	if p.Focus != nil {
		focus := *p.Focus
		c.Focus = &focus
	}
	return c
}
