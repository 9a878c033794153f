package preview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/bulletin"
	"bantin/ui/look"
)

// judge says in words how the text fits and what was noticed.
func (p *Pane) judge() {
	p.verdict.Segments = nil
	line := func(s string, ink fyne.ThemeColorName) {
		p.verdict.Segments = append(p.verdict.Segments, &widget.TextSegment{
			Text: s, Style: widget.RichTextStyle{ColorName: ink, SizeName: theme.SizeNameCaptionText},
		})
	}
	switch over := p.overset(); {
	case p.View.Err != nil:
		line(p.say.Explain(p.View.Err), theme.ColorNameError)
	case p.Words != nil:
		for _, said := range p.Words() {
			line(said.Text, said.Ink)
		}
		p.verdict.Refresh()
		return // the rest stands in the list of what was noticed
	case p.View.Document == nil:
	case p.Blank != nil && p.Blank():
		line(p.say.Say("desk.blank_page", nil), look.Quiet)
	case over > 0:
		line(p.say.Say("desk.overset", bulletin.Args{"n": over}), theme.ColorNameError)
	default:
		line(p.say.Say("desk.fits", bulletin.Args{"pages": p.Pages}), theme.ColorNameSuccess)
	}
	for i, f := range p.View.Findings() {
		if i == MostFindings {
			line(p.say.Say("desk.more_findings", bulletin.Args{"n": len(p.View.Findings()) - i}), look.Quiet)
			break
		}
		line(p.say.Finding(f), look.SeverityInk(f.Severity))
	}
	p.verdict.Refresh()
}

// MostFindings is how many findings stand in a few words somewhere; all of them
// are in the list of what was noticed.
const MostFindings = 4

func (p *Pane) overset() int {
	n := 0
	if p.View.Document != nil {
		for _, s := range p.View.Document.Stories {
			n += s.Overset
		}
	}
	return n
}

// Said is a sentence and its colour.
type Said struct {
	Text string
	Ink  fyne.ThemeColorName
}

// Shown are the pages that are on the stage, counted from 0.
func (p *Pane) Shown() []int {
	var pages []int
	for _, leaf := range p.stage.leaves {
		pages = append(pages, leaf.Page)
	}
	return pages
}
