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
	Lay  func() (*layout.Document, error)
	Page int     // counted from 0; beyond the end is the last one
	DPI  float64 // of the picture
	// Story, unless empty, asks for the page that this article begins on
	// instead, where it is among several.
	Story bulletin.ID
}

// View is a painted page.
type View struct {
	Picture  *image.RGBA
	Page     int
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

// Previewer paints pages in the background. Only the newest request counts:
// those that came while it was painting are forgotten but for the last.
type Previewer struct {
	photos layout.PhotoSource
	tell   func(View)

	mu   sync.Mutex
	next *Sight
	busy bool
	doc  *layout.Document
}

// NewPreviewer paints with the given photos and answers through tell, from
// another goroutine.
func NewPreviewer(photos layout.PhotoSource, tell func(View)) *Previewer {
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
	page := min(max(s.wanted(p.doc), 0), len(p.doc.Pages)-1)
	picture, err := raster.Page(p.doc, page, s.DPI, p.photos)
	return View{picture, page, len(p.doc.Pages), p.doc, err, time.Since(started)}
}
