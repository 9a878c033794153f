package pdf

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/jung-kurt/gofpdf"

	"bantin/assets/fonts"
	"bantin/export/impose"
	"bantin/export/layout"
	"bantin/export/pdf/finish"
)

// painter paints a document through gofpdf. What has an effect beyond one
// item, the ink and the face of the page so far, is kept so that it is written
// only when it changes.
type painter struct {
	doc      *layout.Document
	settings settings
	folios   []int // the number of each page, which need not be its place here
	marks    bool
	sheets   impose.Sheets
	bleed    layout.Length
	out      *gofpdf.Fpdf
	content  bytes.Buffer  // of the side, since gofpdf last wrote to it
	left     layout.Length // where the page's left edge is, counted from that of the paper
	base     layout.Length // and its upper edge, from the lower edge of the paper
	faces    map[fonts.Face]*face
	face     *face        // set on this page
	ink      *layout.Ink  // set on this page
	over     bool         // what follows is printed over what lies under it
	colours  bool         // whether there is any that is no grey
	spacing  int          // of letters, set on this page; see setSpacing
	line     set          // room for measuring one
	beside   []int        // likewise
	tags     *tagger      // nil where nothing is tagged
	links    []placedLink // where they are wanted, in the order of pages
	placed   []placement  // the pictures in painting order, by page
	first    []int        // index into placed of each page's first picture
	wants    []want       // what of the photos is needed, each once
	standIns map[want]int // index into wants
	halves   bool         // whether photos can be had in half their size
	printed  func(layout.PixelSize) layout.PixelSize
}

func newPainter(doc *layout.Document, s settings, o Options) (*painter, error) {
	sheets, err := s.sheets(doc, o)
	if err != nil {
		return nil, err
	}
	p := &painter{
		doc: doc, settings: s, marks: o.Marks, sheets: sheets, halves: o.Halves != nil, printed: o.Printed, bleed: s.bleed(doc),
		faces: map[fonts.Face]*face{}, standIns: map[want]int{},
	}
	if s.guided {
		p.tags = newTagger(doc)
		p.planLinks()
	}
	p.out = gofpdf.NewCustom(&gofpdf.InitType{
		OrientationStr: "P", UnitStr: "pt",
		Size: gofpdf.SizeType{Wd: sheets.Paper.Width.Points(), Ht: sheets.Paper.Height.Points()},
	})
	p.out.SetMargins(0, 0, 0)
	p.out.SetAutoPageBreak(false, 0)
	p.out.SetCompression(false) // finish does it better
	p.out.SetCatalogSort(true)
	p.out.SetCreationDate(time.Unix(0, 0).UTC())
	p.out.SetModificationDate(time.Unix(0, 0).UTC())
	return p, nil
}

// x gives a page coordinate as the paper counts it, from its left edge.
func (p *painter) x(x layout.Length) layout.Length { return p.left + x }

// y turns a page coordinate round: PDF counts from the lower edge of the
// paper upwards.
func (p *painter) y(y layout.Length) layout.Length { return p.base - y }

// paint paints every side and registers what was painted with.
func (p *painter) paint(ctx context.Context, steps *steps) error {
	for _, side := range p.sheets.Sides {
		p.out.AddPage()
		for _, place := range side {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := p.page(place); err != nil {
				return fmt.Errorf("paint page %d: %w", place.Page+1, err)
			}
			steps.next()
		}
	}
	for _, face := range p.usedFaces() {
		face.register(p.out)
	}
	return p.out.Error()
}

// page paints one page at its place.
func (p *painter) page(place impose.Place) error {
	p.enter(place)
	p.tags.turnTo(place.Page)
	picture := p.first[place.Page]
	for _, item := range p.doc.Pages[place.Page].Items {
		if err := p.item(item, &picture); err != nil {
			return err
		}
	}
	p.leave()
	if p.marks {
		return p.trimMarks(place)
	}
	return nil
}

func (p *painter) item(item layout.Item, picture *int) error {
	switch item := item.(type) {
	case layout.Text:
		p.tag(item)
		return p.text(item)
	case layout.Fill:
		p.tag(item)
		p.fill(item)
	case layout.Picture:
		if isVisible(item) {
			p.tag(item)
			p.picture(p.placed[*picture])
			*picture++
		}
	}
	return nil
}

// flush hands over to gofpdf what was collected, before it writes itself.
func (p *painter) flush() {
	if p.content.Len() > 0 {
		p.out.RawWriteBuf(&p.content)
		p.content.Reset()
	}
}

// fill paints an area of one ink.
func (p *painter) fill(f layout.Fill) {
	if f.Box.Width <= 0 || f.Box.Height <= 0 {
		return
	}
	p.setOver(p.overprints(f.Ink, min(f.Box.Width, f.Box.Height), thinRule))
	p.setInk(f.Ink)
	p.rect(f.Box)
	p.content.WriteString("f\n")
}

// rect adds an area to the path.
func (p *painter) rect(box layout.Rect) {
	p.numbers(p.x(box.X), p.y(box.Bottom()), box.Width, box.Height)
	p.content.WriteString("re ")
}

// numbers writes thousandths as decimals, each followed by a space.
func (p *painter) numbers(thousandths ...layout.Length) {
	for _, n := range thousandths {
		p.content.Write(append(appendThousandths(p.content.AvailableBuffer(), int64(n)), ' '))
	}
}

func (p *painter) usedFaces() []*face {
	used := make([]*face, 0, len(p.faces))
	for _, name := range fonts.Faces() {
		if face, ok := p.faces[name]; ok && face.hasRunes() {
			used = append(used, face)
		}
	}
	return used
}

// book is what the finishing step has to know.
func (p *painter) book(date time.Time) finish.Book {
	book := finish.Book{
		Title: titleOf(p.doc), Author: p.doc.Author, Language: p.doc.Language, Date: date,
		Press: p.settings.press, Packed: true, Registration: p.marks, Colours: p.colours, Duplex: p.sheets.Duplex, AsItIs: p.settings.paper,
	}
	book.Media, book.Bleed, book.Trim = p.boxes()
	for _, name := range slices.Sorted(maps.Keys(p.faces)) {
		face := p.faces[name]
		book.Fonts = append(book.Fonts, finish.Font{Family: face.family, Name: string(name), Runes: face.runes()})
	}
	if p.settings.guided {
		book.Outline = p.outline()
		book.Structure = p.structure()
		book.Links = p.finishedLinks()
	}
	return book
}

// titleOf is never empty: PDF/X asks for a title, and a reader shows it in its
// window.
func titleOf(doc *layout.Document) string {
	if doc.Title != "" {
		return doc.Title
	}
	for _, story := range doc.Stories {
		if story.Headline != "" {
			return story.Headline
		}
	}
	return "Bản tin"
}
