package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	pane "fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/ui/look"
)

// newChoice is the switch between the article's pages and those of the issue.
func (p *preview) newChoice() *fyne.Container {
	p.article = newQuiet(p.say.Say("desk.preview.article", nil), nil, func() { p.OnWhole(false) })
	p.issue = newQuiet("", nil, func() { p.OnWhole(true) })
	c := container.New(pane.NewCustomPaddedLayout(0, 6, 8, 8),
		container.New(&previewChoice{p}, p.article, p.issue))
	c.Hide()
	return c
}

// Offer offers the pages of an issue, none where its name is empty.
func (p *preview) Offer(issue string) {
	if issue == "" {
		p.choice.Hide()
	} else {
		p.issueWord = p.say.Say("desk.preview.issue", bulletin.Args{"issue": issue})
		p.choice.Show()
	}
	p.mark()
}

// ShowWhole says whose pages are shown.
func (p *preview) ShowWhole(whole bool) {
	p.whole = whole
	p.mark()
}

func (p *preview) mark() {
	for q, chosen := range map[*quiet]bool{p.article: !p.whole, p.issue: p.whole} {
		q.Ink, q.Chosen = look.Quiet, chosen
		if chosen {
			q.Ink = theme.ColorNameForeground
		}
		q.Refresh()
	}
	p.choice.Refresh()
	p.pane.Refresh()
}

// tapped opens the story that stands at a place of the page, given in parts of
// its width and height.
func (p *preview) tapped(x, y float32) {
	d := p.view.Document
	if !p.whole || d == nil || p.page >= len(d.Pages) {
		return
	}
	at := [2]layout.Length{layout.Length(x * float32(d.Trim.Width)), layout.Length(y * float32(d.Trim.Height))}
	if id := storyAt(d.Pages[p.page], at); id != "" {
		p.OnStory(id)
	}
}

// besides is how far from its lines and pictures a click still means a story:
// 24 points.
const besides layout.Length = 24_000

// storyAt is the story whose line or picture is the nearest to a place.
func storyAt(page layout.Page, at [2]layout.Length) bulletin.ID {
	var nearest bulletin.ID
	least := besides
	for _, item := range page.Items {
		id, box := boxOf(item)
		if id == "" {
			continue
		}
		away := max(box.X-at[0], at[0]-box.X-box.Width, box.Y-at[1], at[1]-box.Y-box.Height)
		if away < least {
			nearest, least = id, away
		}
	}
	return nearest
}

// boxOf is whose an item is and the area it covers.
func boxOf(item layout.Item) (bulletin.ID, layout.Rect) {
	switch item := item.(type) {
	case layout.Picture:
		return item.Source.Article, item.Box
	case layout.Text:
		width := layout.Length(0)
		for _, g := range item.Glyphs {
			width += g.Advance
		}
		return item.Source.Article, layout.Rect{X: item.X, Y: item.Y - item.Size, Width: width, Height: item.Size * 5 / 4}
	}
	return "", layout.Rect{}
}

// pageTap lies over the page and tells where it was clicked.
type pageTap struct {
	widget.BaseWidget
	tapped func(x, y float32)
}

func newPageTap(tapped func(x, y float32)) *pageTap {
	t := &pageTap{tapped: tapped}
	t.ExtendBaseWidget(t)
	return t
}

func (t *pageTap) Tapped(ev *fyne.PointEvent) {
	if size := t.Size(); size.Width > 0 && size.Height > 0 {
		t.tapped(ev.Position.X/size.Width, ev.Position.Y/size.Height)
	}
}

func (t *pageTap) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
