// Package finish turns the file that gofpdf wrote into one that a print house
// takes: PDF/X-4 structure (ISO 15930-7) for print, and for every profile
// what gofpdf leaves out or writes wrongly: page boxes in one order, font
// names with their subset tags, legal ToUnicode tables, metadata, language,
// colour-managed photos, bookmarks and an identity made from the content.
package finish

import (
	"fmt"
	"io"
	"time"

	"bantin/export/pdf/object"
)

// Version is the version of PDF that PDF/X-4 builds on.
const version = "1.6"

// Book is what the painted file does not know about itself.
type Book struct {
	Title    string
	Author   string
	Language string    // BCP 47
	Date     time.Time // of making and of the last change
	Media    Box       // of every page, in points from the lower left corner
	Trim     Box
	Bleed    Box
	Press    bool // PDF/X-4 with an output intent
	Fonts    []Font
	Pictures []Picture // the Nth stands where the painted file has the Nth stand-in
	Outline  []Bookmark
}

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

// Write finishes the painted file and writes it to w.
func Write(w io.Writer, painted []byte, book Book) error {
	file, err := object.Read(painted)
	if err != nil {
		return fmt.Errorf("read painted file: %w", err)
	}
	out, err := object.NewWriter(w, version)
	if err != nil {
		return err
	}
	f := &finisher{File: file, book: book, out: out}
	trailer, err := f.finish()
	if err != nil {
		return err
	}
	return out.Write(file, trailer, f.identity)
}

// finisher holds the file while it is being changed.
type finisher struct {
	*object.File
	book  Book
	out   *object.Writer
	pages []object.Ref
}

// finish changes every object that needs it and gives the new trailer.
func (f *finisher) finish() (*object.Dict, error) {
	root := f.Dict(f.Trailer.Value("Root"))
	if root == nil {
		return nil, fmt.Errorf("the painted file has no catalogue")
	}
	tree := f.Dict(root.Value("Pages"))
	if tree == nil {
		return nil, fmt.Errorf("the painted file has no pages")
	}
	for _, step := range []func(*object.Dict) error{f.finishPages, f.finishResources} {
		if err := step(tree); err != nil {
			return nil, err
		}
	}
	catalogue := f.Add(f.catalogue(root.Value("Pages")))
	return object.NewDict("Root", catalogue, "Info", f.Add(f.info())), nil
}

// catalogue is made anew. Its metadata comes last, when everything else is
// written, because it carries the identity of the content.
func (f *finisher) catalogue(pages object.Object) *object.Dict {
	c := object.NewDict("Type", object.Name("Catalog"), "Pages", pages)
	if f.book.Language != "" {
		c.Set("Lang", text(f.book.Language))
	}
	c.Set("ViewerPreferences", object.NewDict("DisplayDocTitle", object.Boolean(true)))
	if len(f.book.Outline) > 0 {
		c.Set("Outlines", f.outline())
		c.Set("PageMode", object.Name("UseOutlines"))
	}
	if f.book.Press {
		c.Set("OutputIntents", object.Array{f.Add(f.outputIntent())})
	}
	c.Set("Metadata", f.Add(f.metadata()))
	return c
}

// identity is the file's /ID: the first part says what was made, the second
// which version of it; a file made once has the same twice.
func (f *finisher) identity() object.Object {
	sum := f.out.Sum()
	id := object.String(sum[:])
	return object.Array{id, id}
}
