package pdf

import (
	"strconv"

	"bantin/bulletin"
	"bantin/export/impose"
	"bantin/export/layout"
	"bantin/export/pdf/finish"
)

// Sheets says on what paper a file written with o stands, and where. A profile
// that is none is a trouble.
func Sheets(doc *layout.Document, o Options) (impose.Sheets, error) {
	s, err := settingsOf(o.Profile)
	if err != nil {
		return impose.Sheets{}, err
	}
	doc, _ = chosen(doc, o.Pages)
	return s.sheets(doc, o)
}

// sheets says on what paper the pages stand, and where.
func (s settings) sheets(doc *layout.Document, o Options) (impose.Sheets, error) {
	pages := len(doc.Pages)
	switch {
	case o.Marks && !s.press:
		return impose.Sheets{}, bulletin.NewTrouble("pdf_marks_print", nil, nil)
	case o.Booklet && !s.paper:
		return impose.Sheets{}, bulletin.NewTrouble("pdf_booklet_office", nil, nil)
	case o.Booklet:
		return impose.Booklet(pages, doc.Trim, o.Paper, o.Creep), nil
	case s.paper && (o.Paper != impose.Auto || fitsOffice(doc.Trim)):
		return impose.Centred(pages, doc.Trim, o.Paper), nil
	case o.Marks:
		return impose.Framed(pages, doc.Trim, s.bleed(doc)+markRoom), nil
	}
	return impose.Framed(pages, doc.Trim, s.bleed(doc)), nil
}

// fitsOffice reports whether an office printer has paper for a page in its
// own size. For others, such as a poster, a copy shop chooses the paper.
func fitsOffice(trim layout.Size) bool {
	return impose.Centred(1, trim, impose.Auto).Scale == impose.Full
}

// enter goes to the place of a page on the paper: coordinates count from its
// trimmed corner from here on.
func (p *painter) enter(place impose.Place) {
	p.left, p.base = place.X, p.sheets.Paper.Height-place.Y
	if !p.framed() {
		p.content.WriteString("q ")
		if p.sheets.Scale != impose.Full {
			p.scale(place)
		}
		s := layout.Length(p.sheets.Scale)
		left, right := place.CutLeft*impose.Full/s, place.CutRight*impose.Full/s
		p.rect(layout.Rect{X: left, Width: p.doc.Trim.Width - left - right, Height: p.doc.Trim.Height})
		p.content.WriteString("W n\n")
	}
	p.forget()
}

// scale moves the origin to the lower left corner of the page, and makes what
// follows smaller.
func (p *painter) scale(place impose.Place) {
	s := layout.Length(p.sheets.Scale)
	bottom := p.base - p.doc.Trim.Height*s/impose.Full
	share := strconv.FormatFloat(float64(s)/impose.Full, 'f', -1, 64)
	p.content.WriteString(share + " 0 0 " + share + " ")
	p.numbers(place.X, bottom)
	p.content.WriteString("cm\n")
	p.left, p.base = 0, p.doc.Trim.Height
}

// leave ends what enter began.
func (p *painter) leave() {
	p.endTag()
	if !p.framed() {
		p.content.WriteString("Q\n")
		p.forget()
	}
	p.flush()
}

// forget makes the next item say its face and ink anew.
func (p *painter) forget() { p.face, p.ink, p.over, p.spacing = nil, nil, false, 0 }

// framed reports whether the paper is cut to the page, or the file is the
// page: nothing beside it has to be covered.
func (p *painter) framed() bool { return !p.settings.paper }

// boxes are the same on every side: what is cut off outside the trim, and on
// paper with two pages the paper.
func (p *painter) boxes() (media, bleed, trim finish.Box) {
	size := p.sheets.Paper
	media = finish.Box{Right: int64(size.Width), Top: int64(size.Height)}
	if p.sheets.Duplex || len(p.sheets.Sides[0]) == 0 {
		return media, media, media
	}
	place, s := p.sheets.Sides[0][0], layout.Length(p.sheets.Scale)
	top := size.Height - place.Y
	trim = finish.Box{
		Left: int64(place.X), Top: int64(top),
		Right:  int64(place.X + p.doc.Trim.Width*s/impose.Full),
		Bottom: int64(top - p.doc.Trim.Height*s/impose.Full),
	}
	trim.Left, trim.Bottom = max(trim.Left, 0), max(trim.Bottom, 0)
	trim.Right, trim.Top = min(trim.Right, media.Right), min(trim.Top, media.Top)
	b := int64(p.bleed)
	bleed = finish.Box{Left: trim.Left - b, Bottom: trim.Bottom - b, Right: trim.Right + b, Top: trim.Top + b}
	return media, bleed, trim
}
