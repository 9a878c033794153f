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
	"bantin/export/layout"
	"bantin/export/pdf/finish"
)

// painter paints a document through gofpdf. What has an effect beyond one
// item, the ink and the face of the page so far, is kept so that it is written
// only when it changes.
type painter struct {
	doc      *layout.Document
	settings settings
	bleed    layout.Length
	out      *gofpdf.Fpdf
	content  bytes.Buffer // of the page, since gofpdf last wrote to it
	faces    map[fonts.Face]*face
	face     *face        // set on this page
	ink      *layout.Ink  // set on this page
	placed   []placement  // the pictures in painting order
	wants    []want       // what of the photos is needed, each once
	standIns map[want]int // index into wants
}

func newPainter(doc *layout.Document, s settings) *painter {
	p := &painter{
		doc: doc, settings: s, bleed: s.bleed(doc),
		faces: map[fonts.Face]*face{}, standIns: map[want]int{},
	}
	p.out = gofpdf.NewCustom(&gofpdf.InitType{
		OrientationStr: "P", UnitStr: "pt",
		Size: gofpdf.SizeType{Wd: p.width().Points(), Ht: p.height().Points()},
	})
	p.out.SetMargins(0, 0, 0)
	p.out.SetAutoPageBreak(false, 0)
	p.out.SetCompression(false) // finish does it better
	p.out.SetCatalogSort(true)
	p.out.SetCreationDate(time.Unix(0, 0).UTC())
	p.out.SetModificationDate(time.Unix(0, 0).UTC())
	return p
}

// width is that of the paper, bleed included.
func (p *painter) width() layout.Length { return p.doc.Trim.Width + 2*p.bleed }

func (p *painter) height() layout.Length { return p.doc.Trim.Height + 2*p.bleed }

// x gives a page coordinate as the paper counts it, from its left edge.
func (p *painter) x(x layout.Length) layout.Length { return x + p.bleed }

// y turns a page coordinate round: PDF counts from the lower edge of the
// paper upwards.
func (p *painter) y(y layout.Length) layout.Length { return p.height() - p.bleed - y }

// paint paints every page and registers what was painted with.
func (p *painter) paint(ctx context.Context, steps *steps) error {
	picture := 0
	for i := range p.doc.Pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		p.out.AddPage()
		p.face, p.ink = nil, nil
		for _, item := range p.doc.Pages[i].Items {
			if err := p.item(item, &picture); err != nil {
				return fmt.Errorf("paint page %d: %w", i+1, err)
			}
		}
		p.flush()
		steps.next()
	}
	for _, face := range p.usedFaces() {
		face.register(p.out)
	}
	return p.out.Error()
}

func (p *painter) item(item layout.Item, picture *int) error {
	switch item := item.(type) {
	case layout.Text:
		return p.text(item)
	case layout.Fill:
		p.fill(item)
	case layout.Picture:
		if isVisible(item) {
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
	p.setInk(f.Ink)
	p.rect(f.Box)
	p.content.WriteString("f\n")
}

// rect adds an area to the path.
func (p *painter) rect(box layout.Rect) {
	p.numbers(p.x(box.X), p.y(box.Bottom()), box.Width, box.Height)
	p.content.WriteString("re ")
}

// setInk sets the four inks for everything that is filled, text included.
func (p *painter) setInk(ink layout.Ink) {
	if p.ink != nil && *p.ink == ink {
		return
	}
	p.ink = &ink
	for _, share := range []int{ink.C, ink.M, ink.Y, ink.K} {
		p.numbers(layout.Length(min(max(share, 0), 1000)))
	}
	p.content.WriteString("k\n")
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
	all := finish.Box{Right: int64(p.width()), Top: int64(p.height())}
	b := int64(p.bleed)
	book := finish.Book{
		Title: titleOf(p.doc), Author: p.doc.Author, Language: p.doc.Language, Date: date,
		Media: all, Bleed: all,
		Trim:  finish.Box{Left: b, Bottom: b, Right: all.Right - b, Top: all.Top - b},
		Press: p.settings.press,
	}
	for _, name := range slices.Sorted(maps.Keys(p.faces)) {
		face := p.faces[name]
		book.Fonts = append(book.Fonts, finish.Font{Family: face.family, Name: string(name), Runes: face.runes()})
	}
	if p.settings.bookmarks {
		book.Outline = p.outline()
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
