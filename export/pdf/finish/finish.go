// Package finish turns the file that gofpdf wrote into one that a print house
// takes: PDF/X-4 structure (ISO 15930-7) for print, and for every profile
// what gofpdf leaves out or writes wrongly: page boxes in one order, font
// names with their subset tags, legal ToUnicode tables, metadata, language,
// colour-managed photos, bookmarks and an identity made from the content.
package finish

import (
	"fmt"
	"io"

	"bantin/export/pdf/object"
)

// version is the version of PDF that PDF/X-4 builds on. Only a later one can
// say how sheets are turned.
func (b *Book) version() string {
	if b.Duplex {
		return "1.7"
	}
	return "1.6"
}

// Write finishes the painted file and writes it to w. It fails where the file is
// not one that gofpdf writes, a photo cannot be had or used, or w fails.
func Write(w io.Writer, painted []byte, book Book) error {
	file, err := object.Read(painted)
	if err != nil {
		return fmt.Errorf("read painted file: %w", err)
	}
	out, err := object.NewWriter(w, book.version())
	if err != nil {
		return err
	}
	if book.Packed {
		out.Pack(deflate)
	}
	book.Title, book.Author = legible(book.Title), legible(book.Author)
	f := &finisher{File: file, book: book, out: out, names: nicknames{}}
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
	links []object.Ref // of the areas to click on
	rgb   object.Ref   // the profile sRGB, 0 before it is needed
	names nicknames    // of fonts and pictures
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
	for _, step := range []func(*object.Dict) error{f.finishPages, f.finishResources, f.finishContents, f.addLinks} {
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
	c.Set("ViewerPreferences", f.preferences())
	if len(f.book.Outline) > 0 {
		c.Set("Outlines", f.outline())
		c.Set("PageMode", object.Name("UseOutlines"))
	}
	if f.book.Structure != nil {
		c.Set("MarkInfo", object.NewDict("Marked", object.Boolean(true)))
		c.Set("StructTreeRoot", f.structure())
	}
	if f.book.Press {
		c.Set("OutputIntents", object.Array{f.Add(f.outputIntent())})
	}
	c.Set("Metadata", f.Add(f.metadata()))
	return c
}

// preferences are how a reader shows and prints the file: its title in the
// window, its pages in their own size, sheets turned as they are laid out.
func (f *finisher) preferences() *object.Dict {
	p := object.NewDict("DisplayDocTitle", object.Boolean(true))
	if f.book.AsItIs {
		p.Set("PrintScaling", object.Name("None"))
	}
	if f.book.Duplex {
		p.Set("Duplex", object.Name("DuplexFlipShortEdge"))
	}
	return p
}

// identity is the file's /ID: the first part says what was made, the second
// which version of it; a file made once has the same twice.
func (f *finisher) identity() object.Object {
	sum := f.out.Sum()
	id := object.String(sum[:])
	return object.Array{id, id}
}
