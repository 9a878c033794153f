// Package preview is the printed pages beside the text: one page or a spread,
// in any size, with what was noticed pinned to its place. It shows what a
// desk.Previewer painted and tells what is clicked.
package preview

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/desk"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// Pane is the pages with the buttons around them. Set its callbacks before it
// is shown.
type Pane struct {
	Object  *fyne.Container
	Page    int // counted from 0
	Pages   int
	View    desk.View
	Whole   bool // the issue's pages instead of the article's
	Facing  bool // the two pages of a spread together
	Article *parts.Quiet
	Issue   *parts.Quiet // the switch between them

	OnAsk   func()           // another page or size is wanted
	OnShape func()           // facing pages or thumbnails were switched
	Blank   func() bool      // nothing has been written on the page yet
	OnWhole func(whole bool) // the switch was used
	OnPlace func(bulletin.Place)
	// OnHover, OnMenu and Words may be nil. OnHover hears of the story that the
	// mouse is over, OnMenu of one that the right button was pressed on; Words
	// is what is said of the pages that are shown, instead of whether all fits.
	OnHover func(Spot)
	OnMenu  func(article bulletin.ID, at fyne.Position)
	Words   func() []Said
	// Holes hears what becomes of the holes that are left for pictures; without
	// it none are shown.
	Holes *Holes

	say       *translations.Catalogue
	zoom      float32 // 0 fits the pages into the pane, else how wide one page is, in widths of the pane
	stage     *stage
	count     *canvas.Text
	back, on  *parts.Quiet
	sizes     []*parts.Quiet
	more      *parts.Quiet // leads to those that have no room
	verdict   *widget.RichText
	scroll    *sight
	choice    *fyne.Container
	issueWord string // whole; where the pane is narrow, less of it is shown
	strip     *strip
	painting  repainting
	byHand    bool // somebody has turned to this page
	awaits    bool // other pages are on their way than those that are shown
}

// New makes the pane.
func New(say *translations.Catalogue) *Pane {
	p := &Pane{say: say}
	p.stage = newStage(p)
	p.scroll = newSight(p)
	p.scroll.OnScrolled = func(fyne.Position) { p.stage.hoverAgain() }
	p.count = parts.Words("", 12, look.Sans, look.Quiet)
	p.back = p.tool(theme.NavigateBackIcon(), "previous_page", func() { p.Turn(-1) })
	p.on = p.tool(theme.NavigateNextIcon(), "next_page", func() { p.Turn(+1) })
	p.sizes = []*parts.Quiet{
		p.tool(theme.ZoomFitIcon(), "fit_page", p.Fit),
		p.tool(theme.ZoomOutIcon(), "zoom_out", func() { p.Zoom(1 / zoomStep) }),
		p.tool(theme.ZoomInIcon(), "zoom_in", func() { p.Zoom(zoomStep) }),
		p.tool(look.FacingMark, "facing", func() { p.Face(!p.Facing) }),
		p.tool(look.ThumbnailsMark, "thumbnails", func() { p.ShowStrip(!p.strip.Visible()) }),
	}
	p.more = p.tool(theme.MoreHorizontalIcon(), "more", nil)
	p.more.At = p.chooseSize
	p.verdict = widget.NewRichText()
	p.verdict.Wrapping = fyne.TextWrapWord
	p.strip = newStrip(func(page int) { p.GoTo(page) })
	p.strip.Hide()
	head := container.New(layout.NewCustomPaddedLayout(4, 4, 8, 8), container.New(&head{p}, p.headObjects()...))
	p.choice = p.newChoice()
	foot := container.NewVBox(p.strip, parts.Rule(), container.New(layout.NewCustomPaddedLayout(0, 2, 6, 6), p.verdict))
	p.Object = container.New(between{},
		container.New(layout.NewCustomPaddedVBoxLayout(0), p.choice, head, parts.Rule()), p.scroll, foot)
	p.Show(desk.View{})
	return p
}

func (p *Pane) tool(icon fyne.Resource, hint string, do func()) *parts.Quiet {
	q := parts.NewQuiet("", icon, do)
	q.Hint = p.say.Say("desk.preview."+hint, nil)
	return q
}

const (
	stageMargin = 20
	spreadGap   = 1
)

// Turn goes n pages on, or n spreads.
func (p *Pane) Turn(n int) {
	if p.Facing {
		n *= 2
	}
	p.GoTo(p.Page + n)
}

// GoTo shows a page, counted from 0, where the pages stay until somebody writes.
func (p *Pane) GoTo(page int) {
	p.byHand = true
	p.turnTo(page)
}

func (p *Pane) turnTo(page int) {
	p.Page = min(max(page, 0), max(p.Pages-1, 0))
	p.scroll.ScrollToTop()
	p.OnAsk()
}

// Shape sets how the pages are shown, without asking for them.
func (p *Pane) Shape(facing, thumbnails bool) {
	p.Facing = facing
	parts.Show(p.strip, thumbnails)
	p.sizes[facingAt].Chosen, p.sizes[thumbnailsAt].Chosen = facing, thumbnails
	p.sizes[facingAt].Refresh()
	p.sizes[thumbnailsAt].Refresh()
	p.Object.Refresh()
}

// Face shows the two pages of a spread together, or each by itself.
func (p *Pane) Face(on bool) {
	p.Shape(on, p.Strip())
	p.OnShape()
	p.OnAsk()
}

// ShowStrip shows or hides the thumbnails of all pages.
func (p *Pane) ShowStrip(on bool) {
	p.Shape(p.Facing, on)
	p.OnShape()
	p.OnAsk()
}

// Strip reports whether the thumbnails are shown.
func (p *Pane) Strip() bool { return p.strip.Visible() }

// Thumbnail takes over a small picture.
func (p *Pane) Thumbnail(t desk.Thumbnail) {
	if t.Document == p.View.Document {
		p.strip.Take(t.Leaf, p.Pages)
	}
}

// ThumbnailHeight is how many pixels high the small pages are, 0 while they are
// not shown.
func (p *Pane) ThumbnailHeight(canvasScale float32) int {
	if !p.Strip() {
		return 0
	}
	return int(thumbPicture()*canvasScale + 0.5)
}

// mostPixels bounds the picture of what is shown: 16 MB, and as much again for
// the graphics driver. What is larger on screen is stretched.
const mostPixels = 4 << 20

// DPI is how finely the page must be painted to be sharp on screen.
func (p *Pane) DPI(canvasScale float32) float64 {
	inches := 210.0 / 25.4
	if d := p.View.Document; d != nil && d.Trim.Width > 0 {
		inches = d.Trim.Width.InMillimetres() / 25.4
	}
	two := p.facing() && len(desk.Spread(p.Page, p.Pages)) > 1 // of the page that is asked for
	page := p.pageSizeFor(two)
	pixels := float64(page.Width*canvasScale) * float64(page.Height*canvasScale)
	if two {
		pixels *= 2
	}
	fine := min(1, math.Sqrt(mostPixels/pixels))
	return min(max(fine*float64(page.Width*canvasScale)/inches, 20), 300)
}

// Show shows painted pages, or the reason why there are none.
func (p *Pane) Show(v desk.View) {
	if len(v.Leaves) == 0 && v.Err == nil && v.Document == nil {
		p.Pages = 0
	}
	another := p.View.Document != v.Document
	p.awaits = false
	p.View = v
	if len(v.Leaves) > 0 {
		p.Page, p.Pages = v.Page, v.Pages
	}
	p.stage.show(v.Leaves)
	defer p.stage.hoverAgain()
	p.count.Text = ""
	if p.Pages > 0 {
		p.count.Text = p.say.Say("desk.page_of", bulletin.Args{"page": p.Page + 1, "pages": p.Pages})
	}
	p.count.Refresh()
	p.back.Enable(p.Page > 0)
	p.on.Enable(p.Page < p.Pages-1)
	if another {
		p.strip.Expect(p.Pages)
	}
	p.strip.Mark(p.Page)
	p.judge()
	p.stage.Refresh()
	p.Object.Refresh()
}

// Verdict is what is said below the pages.
func (p *Pane) Verdict() string { return p.verdict.String() }
