package ui

import (
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
)

// preview is the right pane: the printed page of what is being written.
type preview struct {
	say   *translations.Catalogue
	page  int
	pages int
	zoom  float32 // 0 fits the page into the pane, else pane widths
	view  desk.View
	whole bool // the issue's pages instead of the article's

	picture        *canvas.Image
	tap            *pageTap
	frame          *canvas.Rectangle
	count          *canvas.Text
	back, on       *quiet
	out, in, fit   *quiet
	verdict        *widget.RichText
	scroll         *container.Scroll
	stage          *fyne.Container
	pane           *fyne.Container
	OnAsk          func() // another page or size is wanted
	OnShut         func()
	Blank          func() bool // nothing has been written on the page yet
	OnWhole        func(whole bool)
	OnStory        func(bulletin.ID) // a story was clicked on a page of the issue
	article, issue *quiet            // the switch between them
	choice         *fyne.Container
	issueWord      string // whole; where the pane is narrow, less of it is shown
}

func newPreview(say *translations.Catalogue) *preview {
	p := &preview{say: say}
	p.picture = canvas.NewImageFromImage(nil)
	p.picture.FillMode = canvas.ImageFillStretch
	p.picture.ScaleMode = canvas.ImageScaleSmooth
	p.frame = canvas.NewRectangle(look.Color(look.PageShade))
	p.frame.CornerRadius = 2
	p.count = words("", 12, look.Sans, look.Quiet)
	p.back = newQuiet("", theme.NavigateBackIcon(), func() { p.Turn(-1) })
	p.on = newQuiet("", theme.NavigateNextIcon(), func() { p.Turn(+1) })
	p.out = newQuiet("", theme.ZoomOutIcon(), func() { p.Zoom(1 / zoomStep) })
	p.in = newQuiet("", theme.ZoomInIcon(), func() { p.Zoom(zoomStep) })
	p.fit = newQuiet("", theme.ZoomFitIcon(), p.Fit)
	p.verdict = widget.NewRichText()
	p.verdict.Wrapping = fyne.TextWrapWord
	p.tap = newPageTap(p.tapped)
	p.stage = container.New(&stage{p}, p.frame, p.picture, p.tap)
	p.scroll = container.NewScroll(p.stage)
	shut := newQuiet("", theme.CancelIcon(), func() { p.OnShut() })
	head := container.New(layout.NewCustomPaddedLayout(6, 6, 8, 8), container.New(&previewHead{p},
		p.back, p.count, p.on, shut, p.fit, p.out, p.in))
	p.choice = p.newChoice()
	foot := container.NewVBox(rule(), container.New(layout.NewCustomPaddedLayout(0, 2, 6, 6), p.verdict))
	p.pane = container.NewStack(ground(look.Tabletop), container.NewBorder(
		container.NewStack(ground(theme.ColorNameBackground), container.New(layout.NewCustomPaddedVBoxLayout(0), head, p.choice, rule())),
		container.NewStack(ground(theme.ColorNameBackground), foot), nil, nil, p.scroll))
	p.Show(desk.View{})
	return p
}

const (
	zoomStep    = 1.25
	mostZoom    = 4
	stageMargin = 22
)

// Turn goes n pages on.
func (p *preview) Turn(n int) {
	p.page = min(max(p.page+n, 0), max(p.pages-1, 0))
	p.scroll.ScrollToTop()
	p.OnAsk()
}

// Zoom makes the page larger or smaller.
func (p *preview) Zoom(by float32) {
	if p.zoom == 0 {
		p.zoom = p.fitting()
	}
	p.zoom = min(max(p.zoom*by, 0.3), mostZoom)
	p.stage.Refresh()
	p.scroll.Refresh()
	p.OnAsk()
}

// Fit shows the whole page.
func (p *preview) Fit() {
	p.zoom = 0
	p.stage.Refresh()
	p.scroll.Refresh()
	p.OnAsk()
}

// fitting is the zoom at which the whole page is seen.
func (p *preview) fitting() float32 {
	size := p.scroll.Size()
	width := size.Width - 2*stageMargin
	if width <= 0 || p.ratio() == 0 {
		return 1
	}
	return min(1, (size.Height-2*stageMargin)/(width*p.ratio()))
}

// ratio is the page's height by its width.
func (p *preview) ratio() float32 {
	if d := p.view.Document; d != nil && d.Trim.Width > 0 {
		return float32(d.Trim.Height) / float32(d.Trim.Width)
	}
	return 297.0 / 210
}

// pageSize is the page's size on screen.
func (p *preview) pageSize() fyne.Size {
	zoom := p.zoom
	if zoom == 0 {
		zoom = p.fitting()
	}
	width := max(40, (p.scroll.Size().Width-2*stageMargin)*zoom)
	return fyne.NewSize(width, width*p.ratio())
}

// DPI is how finely the page must be painted to be sharp on screen.
func (p *preview) DPI(canvasScale float32) float64 {
	inches := 210.0 / 25.4
	if d := p.view.Document; d != nil && d.Trim.Width > 0 {
		inches = d.Trim.Width.InMillimetres() / 25.4
	}
	return min(max(float64(p.pageSize().Width*canvasScale)/inches, 20), 300)
}

// Show shows a painted page, or the reason why there is none.
func (p *preview) Show(v desk.View) {
	if v.Picture == nil && v.Err == nil && v.Document == nil {
		p.pages = 0
		p.picture.Hide()
		p.frame.Hide()
	}
	p.view = v
	if v.Picture != nil {
		p.page, p.pages = v.Page, v.Pages
		p.picture.Image = v.Picture
		p.picture.Show()
		p.frame.Show()
		p.picture.Refresh()
	}
	p.count.Text = ""
	if p.pages > 0 {
		p.count.Text = p.say.Say("desk.page_of", bulletin.Args{"page": p.page + 1, "pages": p.pages})
	}
	p.count.Refresh()
	p.back.Enable(p.page > 0)
	p.on.Enable(p.page < p.pages-1)
	p.judge()
	p.stage.Refresh()
	p.pane.Refresh()
}

// judge says in words how the text fits and what was noticed.
func (p *preview) judge() {
	p.verdict.Segments = nil
	line := func(s string, ink fyne.ThemeColorName) {
		p.verdict.Segments = append(p.verdict.Segments, &widget.TextSegment{
			Text: s, Style: widget.RichTextStyle{ColorName: ink, SizeName: theme.SizeNameCaptionText},
		})
	}
	switch over := p.overset(); {
	case p.view.Err != nil:
		line(p.say.Explain(p.view.Err), theme.ColorNameError)
	case p.view.Document == nil:
	case p.Blank != nil && p.Blank():
		line(p.say.Say("desk.blank_page", nil), look.Quiet)
	case over > 0:
		line(p.say.Say("desk.overset", bulletin.Args{"n": over}), theme.ColorNameError)
	default:
		line(p.say.Say("desk.fits", bulletin.Args{"pages": p.pages}), theme.ColorNameSuccess)
	}
	for i, f := range p.view.Findings() {
		if i == mostFindings {
			line(p.say.Say("desk.more_findings", bulletin.Args{"n": len(p.view.Findings()) - i}), look.Quiet)
			break
		}
		line(p.say.Finding(f), severityInk(f.Severity))
	}
	p.verdict.Refresh()
}

// mostFindings is how many findings stand below the page.
const mostFindings = 4

func severityInk(s bulletin.Severity) fyne.ThemeColorName {
	switch s {
	case bulletin.Error:
		return theme.ColorNameError
	case bulletin.Warning:
		return theme.ColorNameWarning
	}
	return look.Quiet
}

func (p *preview) overset() int {
	n := 0
	if p.view.Document != nil {
		for _, s := range p.view.Document.Stories {
			n += s.Overset
		}
	}
	return n
}

// stage lays the page in the middle of the tabletop.
type stage struct{ p *preview }

func (s *stage) MinSize([]fyne.CanvasObject) fyne.Size {
	if s.p.zoom == 0 {
		return fyne.NewSize(1, 1)
	}
	return s.p.pageSize().Add(fyne.NewSquareSize(2 * stageMargin))
}

func (s *stage) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	page := s.p.pageSize()
	x := max(stageMargin, (size.Width-page.Width)/2)
	s.p.picture.Move(fyne.NewPos(x, stageMargin))
	s.p.picture.Resize(page)
	s.p.tap.Move(fyne.NewPos(x, stageMargin))
	s.p.tap.Resize(page)
	s.p.frame.Move(fyne.NewPos(x-1, stageMargin-1))
	s.p.frame.Resize(page.Add(fyne.NewSize(2, 3)))
}
