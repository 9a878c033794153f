package desk

import (
	"image"
	"sync"
	"time"

	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/export/raster"
)

// Sight is a request for a page of the preview.
type Sight struct {
	// Lay makes the pages. It runs on another goroutine, so what it holds must
	// not change. A nil Lay asks for another page of the same pages.
	Lay    func() (*layout.Document, error)
	Page   int     // counted from 0; beyond the end is the last one
	DPI    float64 // of the pictures
	Facing bool    // the two pages of a spread together
	// Story, unless empty, asks for the page that this article begins on
	// instead, where it is among several.
	Story bulletin.ID
	// Thumbnails asks for small pictures of all pages, so many pixels high,
	// after the large ones; 0 for none.
	Thumbnails int
}

// Leaf is one painted page.
type Leaf struct {
	Page    int // counted from 0
	Picture *image.RGBA
}

// View is what a Sight gave: one page, or the two of a spread.
type View struct {
	Leaves   []Leaf
	Page     int // that was asked for
	Pages    int
	Document *layout.Document
	Err      error
	Took     time.Duration
}

// Findings are what the layout noticed.
func (v View) Findings() []bulletin.Finding {
	if v.Document == nil {
		return nil
	}
	return v.Document.Findings
}

// Thumbnail is a small picture of a page.
type Thumbnail struct {
	Document *layout.Document
	Leaf     Leaf
}

// Previewer paints pages in the background. Only the newest request counts:
// those that came while it was painting are forgotten but for the last.
type Previewer struct {
	// OnThumbnail hears of each small picture, from another goroutine. It must
	// be set before the first Ask.
	OnThumbnail func(Thumbnail)

	photos func(dpi float64) layout.PhotoSource
	tell   func(View)

	mu    sync.Mutex
	next  *Sight
	busy  bool
	doc   *layout.Document
	small thumbnails // that were all painted
}

// thumbnails are the small pictures of a document in one height.
type thumbnails struct {
	of     *layout.Document
	height int
}

// NewPreviewer paints with the photos that it is given for so many dots an
// inch, and answers through tell, from
// another goroutine.
func NewPreviewer(photos func(dpi float64) layout.PhotoSource, tell func(View)) *Previewer {
	return &Previewer{photos: photos, tell: tell}
}

// Ask asks for a page.
func (p *Previewer) Ask(s Sight) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if s.Lay == nil && p.next != nil {
		s.Lay = p.next.Lay
	}
	p.next = &s
	if !p.busy {
		p.busy = true
		go p.work()
	}
}

func (p *Previewer) work() {
	for {
		p.mu.Lock()
		s := p.next
		p.next = nil
		if s == nil {
			p.busy = false
			p.mu.Unlock()
			return
		}
		p.mu.Unlock()
		view := p.paint(*s)
		p.mu.Lock()
		stale := p.next != nil && p.next.Lay != nil
		p.mu.Unlock()
		if !stale {
			p.tell(view)
		}
		if s.Thumbnails > 0 && p.OnThumbnail != nil {
			p.paintSmall(s.Thumbnails)
		}
	}
}

// wanted is the page that is asked for.
func (s Sight) wanted(doc *layout.Document) int {
	if len(doc.Stories) > 1 {
		for _, story := range doc.Stories {
			if story.Article == s.Story {
				return story.FirstPage - 1
			}
		}
	}
	return s.Page
}

// leaves are the pages that are seen together with one.
func (s Sight) leaves(page, pages int) []int {
	if !s.Facing {
		return []int{page}
	}
	return Spread(page, pages)
}

// Spread is a page of so many, counted from 0, with the one that faces it: a
// bulletin opens with its first page alone, at the right.
func Spread(page, pages int) []int {
	if page == 0 {
		return []int{page}
	}
	left := page - (page+1)%2
	if left+1 >= pages {
		return []int{left}
	}
	return []int{left, left + 1}
}

func (p *Previewer) paint(s Sight) View {
	started := time.Now()
	if s.Lay != nil {
		doc, err := s.Lay()
		if err != nil {
			return View{Err: err}
		}
		p.doc = doc
	}
	if p.doc == nil || len(p.doc.Pages) == 0 {
		return View{}
	}
	view := View{Page: min(max(s.wanted(p.doc), 0), len(p.doc.Pages)-1), Pages: len(p.doc.Pages), Document: p.doc}
	for _, page := range s.leaves(view.Page, view.Pages) {
		picture, err := raster.Page(p.doc, page, s.DPI, p.photos(s.DPI))
		if err != nil {
			view.Err = err
		}
		view.Leaves = append(view.Leaves, Leaf{page, picture})
	}
	view.Took = time.Since(started)
	return view
}

// paintSmall paints the thumbnails, as long as nothing larger is asked for.
func (p *Previewer) paintSmall(height int) {
	doc, all := p.doc, thumbnails{p.doc, height}
	if doc == nil || doc.Trim.Height <= 0 || all == p.small {
		return
	}
	const pointsInInch = 72
	dpi := max(1, float64(height)*pointsInInch/doc.Trim.Height.Points())
	for page := range doc.Pages {
		p.mu.Lock()
		wanted := p.next != nil
		p.mu.Unlock()
		if wanted {
			return
		}
		if picture, _ := raster.Page(doc, page, dpi, p.photos(dpi)); picture != nil {
			p.OnThumbnail(Thumbnail{doc, Leaf{page, picture}})
		}
	}
	p.small = all
}
