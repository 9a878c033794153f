package preview

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/assets/translations"
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
	case p.awaits:
		line(p.say.Say("desk.preview.awaits", nil), look.Quiet)
		p.verdict.Refresh()
		return // what was noticed is of other pages
	case p.Words != nil:
		for _, said := range p.Words() {
			line(said.Text, said.Ink)
		}
		p.verdict.Refresh()
		return // the rest stands in the list of what was noticed
	case p.View.Document == nil:
		line(p.say.Say("desk.preview.nothing", nil), look.Quiet)
	case p.Blank != nil && p.Blank():
		line(p.say.Say("desk.blank_page", nil), look.Quiet)
	case over > 0:
		line(p.say.Say("desk.overset", bulletin.Args{"n": over}), theme.ColorNameError)
	case !Fits(p.View.Findings()): // the warnings below say the rest
	default:
		line(p.say.Say("desk.fits", bulletin.Args{"pages": p.Pages}), theme.ColorNameSuccess)
	}
	for _, said := range Gist(p.say, p.View.Findings(), nil) {
		line(said.Text, said.Ink)
	}
	p.verdict.Refresh()
}

// Fits reports that nothing was noticed of text that takes more room than it
// has, a headline as high as its page or a text in a box: nobody should read
// first that all fits.
func Fits(findings []bulletin.Finding) bool {
	return !slices.ContainsFunc(findings, func(f bulletin.Finding) bool {
		return f.Rule == "headline_long" || f.Rule == "text_overset"
	})
}

// MostFindings is how many findings stand in a few words somewhere; all of them
// are in the list of what was noticed.
const MostFindings = 4

// Gist is what was noticed in a few sentences. What holds at several places is
// said once, with their number; what holds at one, with the headline of its
// story, as far as headline gives one (nil for none) and the sentence does not
// name it.
func Gist(say *translations.Catalogue, findings []bulletin.Finding, headline func(bulletin.ID) string) (out []Said) {
	var order []Said
	places, stories := map[Said]int{}, map[Said]bulletin.ID{}
	for _, f := range findings {
		s := Said{Text: say.Finding(f), Ink: look.SeverityInk(f.Severity)}
		if places[s]++; places[s] == 1 {
			order = append(order, s)
			if f.Args["headline"] == nil {
				stories[s] = f.Where.Article
			}
		}
	}
	left := len(findings)
	for i, s := range order {
		if i == MostFindings {
			return append(out, Said{Text: say.Say("desk.more_findings", bulletin.Args{"n": left}), Ink: look.Quiet})
		}
		n, story := places[s], stories[s]
		left -= n
		if n == 1 && story != "" && headline != nil && headline(story) != "" {
			s.Text = say.Say("desk.of_story", bulletin.Args{"sentence": s.Text, "headline": headline(story)})
		} else if n > 1 {
			s.Text = say.Say("desk.at_places", bulletin.Args{"sentence": s.Text, "n": n})
		}
		out = append(out, s)
	}
	return out
}

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
