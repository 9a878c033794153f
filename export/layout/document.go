// Package layout turns articles, issues and a house style into pages: one
// plain value, in fixed-point units, that the PDF writer, the preview, copyfit
// and preflight all read. It is pure (no files, no clock, no randomness) and
// deterministic: the same input gives the same Document on every machine.
package layout

import (
	"bantin/assets/fonts"
	"bantin/bulletin"
)

// Document is finished pages. It is never changed after it was made.
type Document struct {
	Title    string
	Author   string
	Language string // BCP 47, "vi-VN"
	// Date is the day that the document says it was made: an issue's own, or
	// the zero Date. It is never the clock's, so that the same pages give the
	// same file.
	Date     bulletin.Date
	Trim     Size   // of every page
	Bleed    Length // that the style gives to what runs off the page
	Grid     Grid
	Pages    []Page
	Holes    []PlacedHole
	Stories  []Story // in the order of their appearance
	Findings []bulletin.Finding
	Faults   []Fault // what an editor would object to, heaviest reasons and all
}

// Page is what stands on one page, in painting order; text is in reading
// order.
type Page struct {
	Items []Item
	Links []Link
	White int // lines of one column that the make-up left blank
}

// Link is an area that leads to another place of the document when it is
// clicked: a line of the contents, "Xem tiếp trang N".
type Link struct {
	Box  Rect
	Page int    // that it leads to, 1 for the first
	Y    Length // the place on it that is to be seen at the top
}

// Item is something placed: Text, Picture or Fill.
type Item interface{ item() }

// Text is a stretch of one line in one face, size and ink. Painters set each
// glyph at the sum of the advances before it; advances already hold kerning
// and the stretch of justified lines. Spaces are glyphs too, so the text can
// be read back from the file.
type Text struct {
	X, Y   Length // where the baseline starts
	Face   fonts.Face
	Size   Length
	Ink    Ink
	Glyphs []Glyph
	Source Source
	// Widen is by how many thousandths the glyphs are drawn wider than the
	// face has them, at most 20 either way; the advances know of it.
	Widen int
	// Gap is, at the beginning of a justified line, the width of its spaces in
	// thousandths of the face's own; 0 in all other texts.
	Gap int
}

// Glyph is one code point of the face and the distance from its origin to the
// next one's.
type Glyph struct {
	Rune    rune
	Advance Length
}

// Picture is a photo, cropped to Shown and filling Box.
type Picture struct {
	Box    Rect
	SHA256 string // of the original, with its turn (bulletin.Photo.Picture); see PhotoSource
	Pixels PixelSize
	Shown  PixelRect // in pixels of the upright original
	Alt    string    // read aloud: the photo's description, else its caption
	Source Source
}

// PixelSize is the extent of an upright original photo.
type PixelSize struct{ Width, Height int }

// PixelRect is a part of an upright original photo.
type PixelRect struct{ X, Y, Width, Height int }

// Fill is an area of one ink: a band, a box, a rule.
type Fill struct {
	Box Rect
	Ink Ink
}

func (Text) item()    {}
func (Picture) item() {}
func (Fill) item()    {}

// Ink is a colour as parts per thousand of the four printing inks.
type Ink struct{ C, M, Y, K int }

// Black is black ink alone, the only ink for running text.
var Black = Ink{K: 1000}

// Source is where something on the page came from, so that a click finds its
// text. Block is -1 outside the body; Offset counts runes of the plain text.
// The zero Article marks what belongs to the issue (nameplate, folio), of
// which Part tells what it is.
type Source struct {
	Article bulletin.ID
	Field   bulletin.Field
	Block   int
	Photo   string // Photo.ID
	Offset  int
	Part    Part
}

// Part is what something on a page is that no field of an article says. Who
// has the pages read aloud hears it: a crosshead is a heading, a folio is
// passed over.
type Part string

// The parts.
const (
	PartCrosshead Part = "crosshead" // a block of the body that is a heading
	PartQuote     Part = "quote"     // a block of the body that is a quotation
	PartNameplate Part = "nameplate" // the bulletin's own name, large
	PartLogo      Part = "logo"      // the office's logo, on the nameplate
	PartSection   Part = "section"   // the name of a section over its first story
	PartJump      Part = "jump"      // "Xem tiếp trang N", "Tiếp theo trang N"
	PartContents  Part = "contents"  // a line of the contents
	PartFolio     Part = "folio"     // the line with the page number
	PartImprint   Part = "imprint"
)

// Story is how one article came out.
type Story struct {
	Article   bulletin.ID
	Headline  string
	FirstPage int // 1 for the first page of the document
	LastPage  int
	Columns   int // that it stands over, on its first page
	Lines     int // of body text set
	Overset   int // lines that found no room
	// Copyfit is by how many lines of one column the story is over (they stand
	// overleaf, photos counted by the lines that they take) or, negative, under (they
	// are white) its place. That of an article that stands alone is one page.
	Copyfit   int
	Continued []int // the pages that it goes on on
}

// PhotoSource gives the print derivative of a picture (a baseline RGB JPEG of
// the whole upright picture) by the SHA-256 of its original.
type PhotoSource func(sha256 string) ([]byte, error)
