package preview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/parts"
	"bantin/ui/pop"
	"bantin/ui/typing"
)

// head lays the pages' buttons at the left and those of the size at the right;
// where there is no room for all, the last of the latter are in a menu.
type head struct{ p *Pane }

// The places of the buttons among the sizes.
const (
	facingAt     = 3
	thumbnailsAt = 4
)

func (p *Pane) headObjects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{p.back, p.count, p.on}
	for _, q := range p.sizes {
		out = append(out, q)
	}
	return append(out, p.more)
}

// narrowest is how narrow the pane may become.
const narrowest = 250

func (l *head) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(narrowest, objects[0].MinSize().Height)
}

func (l *head) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	put := func(o fyne.CanvasObject, x float32) {
		min := o.MinSize()
		o.Resize(min)
		o.Move(fyne.NewPos(x, (size.Height-min.Height)/2))
	}
	p := l.p
	widths := func(objects ...fyne.CanvasObject) (sum float32) {
		for _, o := range objects {
			sum += o.MinSize().Width
		}
		return sum
	}
	turning := widths(p.back, p.on)
	parts.Show(p.count, turning+widths(p.count, p.more) <= size.Width)
	left := float32(0)
	for _, o := range []fyne.CanvasObject{p.back, p.count, p.on} {
		if o.Visible() {
			put(o, left)
			left += o.MinSize().Width
		}
	}
	shown := p.sizesIn(size.Width - left)
	right := size.Width
	parts.Show(p.more, shown < len(p.sizes))
	if p.more.Visible() {
		right -= widths(p.more)
		put(p.more, right)
	}
	for i := len(p.sizes) - 1; i >= 0; i-- {
		parts.Show(p.sizes[i], i < shown)
		if i < shown {
			right -= widths(p.sizes[i])
			put(p.sizes[i], right)
		}
	}
}

// sizesIn is how many of the buttons of the size have room in a width, beside the
// one for the others where these are not all.
func (p *Pane) sizesIn(room float32) int {
	all := float32(0)
	for _, q := range p.sizes {
		all += q.MinSize().Width
	}
	if all <= room {
		return len(p.sizes)
	}
	room -= p.more.MinSize().Width
	for i, q := range p.sizes {
		if room -= q.MinSize().Width; room < 0 {
			return i
		}
	}
	return len(p.sizes)
}

// chooseSize offers what the buttons do that have no room.
func (p *Pane) chooseSize(at fyne.Position) {
	m := fyne.NewMenu("")
	for i, name := range sizeNames {
		if q := p.sizes[i]; !q.Visible() {
			item := fyne.NewMenuItem(p.say.Say("desk.menu."+name, nil), q.OnTap)
			item.Checked = q.Chosen
			m.Items = append(m.Items, item)
		}
	}
	pop.Show(m, typing.CanvasOf(p.more), at)
}

// sizeNames are what the buttons of the size are called in the menu.
var sizeNames = []string{"zoom_fit", "zoom_out", "zoom_in", "facing", "thumbnails"}

// newChoice is the switch between the article's pages and those of the issue.
func (p *Pane) newChoice() *fyne.Container {
	p.Article = parts.NewQuiet(p.say.Say("desk.preview.article", nil), nil, func() { p.OnWhole(false) })
	p.Issue = parts.NewQuiet("", nil, func() { p.OnWhole(true) })
	p.Article.Hint, p.Issue.Hint = p.say.Say("desk.preview.article_hint", nil), p.say.Say("desk.preview.issue_hint", nil)
	c := container.New(layout.NewCustomPaddedLayout(4, 0, 8, 8),
		container.New(&choice{p}, p.Article, p.Issue))
	c.Hide()
	return c
}

// Offers reports whether the pages of an issue are offered.
func (p *Pane) Offers() bool { return p.choice.Visible() }

// Offer offers the pages of an issue, none where its name is empty.
func (p *Pane) Offer(issue string) {
	if issue == "" {
		p.choice.Hide()
	} else {
		p.issueWord = p.say.Say("desk.preview.issue", bulletin.Args{"issue": issue})
		p.choice.Show()
	}
	p.mark()
}

// ShowWhole says whose pages are shown.
func (p *Pane) ShowWhole(whole bool) {
	p.Whole = whole
	p.mark()
}

func (p *Pane) mark() {
	for q, chosen := range map[*parts.Quiet]bool{p.Article: !p.Whole, p.Issue: p.Whole} {
		q.Ink, q.Chosen = look.Quiet, chosen
		if chosen {
			q.Ink = theme.ColorNameForeground
		}
		q.Refresh()
	}
	p.choice.Refresh()
	p.Object.Refresh()
}

// choice lays the switch out; a long name of an issue is shortened.
type choice struct{ p *Pane }

func (l *choice) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(narrowest, objects[0].MinSize().Height)
}

func (l *choice) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	article := l.p.Article.MinSize()
	l.p.Article.Resize(article)
	set := field.Look{Size: look.Text(l.p.Issue.TextSize), Leading: 1.5}
	l.p.Issue.Say(field.ClampName(l.p.issueWord, set, size.Width-article.Width-2-2*parts.QuietPadX))
	l.p.Issue.Move(fyne.NewPos(article.Width+2, 0))
	l.p.Issue.Resize(l.p.Issue.MinSize())
}
