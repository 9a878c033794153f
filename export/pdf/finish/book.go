package finish

import (
	"time"

	"bantin/export/pdf/object"
)

// Book is what the painted file does not know about itself.
type Book struct {
	Title    string
	Author   string
	Language string    // BCP 47
	Date     time.Time // of making and of the last change
	Media    Box       // of every page, in points from the lower left corner
	Trim     Box
	Bleed    Box
	Press    bool // PDF/X-4 with an output intent; black is overprinted where KnockOut and Overprint say so
	Packed   bool // all objects but streams stand in compressed streams
	// Registration says that Registration is painted with, Colours that
	// ScreenColour is.
	Registration bool
	Colours      bool
	Duplex       bool // each two pages are front and back of a sheet that is turned about its short edge
	AsItIs       bool // a printer is not to make the pages smaller
	Fonts        []Font
	Pictures     []Picture // the Nth stands where the painted file has the Nth stand-in
	Outline      []Bookmark
	Links        []Link   // by page, in ascending order
	Structure    *Element // the root of the structure tree, nil where nothing is tagged
}

// Names of what pages may use that gofpdf knows nothing of.
const (
	Overprint    = object.Name("Overprint")    // graphics state: what follows lets its ground print too
	KnockOut     = object.Name("KnockOut")     // graphics state: what follows is left out of its ground
	Registration = object.Name("Registration") // colour space of one component: all plates
	ScreenColour = object.Name("ScreenColour") // colour space of three components: sRGB
)

// Condition names the press that the output intent is for.
const Condition = "Coated FOGRA39"

// Box is an area of a page in thousandths of a point.
type Box struct{ Left, Bottom, Right, Top int64 }

// Font is one of the fonts painted with.
type Font struct {
	Family string // as gofpdf knows it
	Name   string // its PostScript name
	Runes  []rune // that were painted, ascending
}

// Picture is a photo that is written when its turn has come.
type Picture func() (Image, error)

// Image is a baseline JPEG, sRGB or grey.
type Image struct {
	Data          []byte
	Width, Height int
	Gray          bool
}

// Bookmark leads to a place of the document.
type Bookmark struct {
	Title string
	Page  int   // counted from 0
	Top   int64 // in thousandths of a point from the lower edge of the media
}

// Link is an area of a page that leads to a place of the document.
type Link struct {
	Page int // that it is on, counted from 0
	Area Box
	To   int    // the page that it leads to, counted from 0
	Top  int64  // on that page, as in Bookmark
	Says string // its text, for those who do not see it
}

// Element is a node of the structure tree (ISO 32000-1, 14.7.2).
type Element struct {
	Kind string // a standard structure type, such as "P"
	Alt  string // what stands for it where it cannot be seen
	Kids []Kid
}

// Kid is a part of an Element: an *Element, a Stretch or a LinkArea.
type Kid interface{ kid() }

// Stretch is a marked stretch of a page's content.
type Stretch struct {
	Page   int // counted from 0
	Number int // its MCID, counted from 0 on each page
}

// LinkArea is the index of one of Book.Links.
type LinkArea int

func (*Element) kid() {}
func (Stretch) kid()  {}
func (LinkArea) kid() {}
