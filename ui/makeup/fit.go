package makeup

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	doc "bantin/export/layout"
	"bantin/ui/desk"
	"bantin/ui/look"
	"bantin/ui/preview"
)

// fit says in words how a story fills its place.
func (p *Pane) fit(s *doc.Story) (string, fyne.ThemeColorName) {
	switch {
	case p.document == nil: // nothing is laid out yet
		return "", look.Quiet
	case s == nil:
		return p.say.Say("desk.makeup.left_out", nil), theme.ColorNameWarning
	case s.Overset > 0:
		return p.say.Say("desk.makeup.over", bulletin.Args{"n": s.Overset}), theme.ColorNameError
	case s.Copyfit > 0 && len(s.Continued) > 0:
		return p.say.Say("desk.makeup.overleaf", bulletin.Args{"n": s.Copyfit, "page": s.Continued[0]}), look.Quiet
	case s.Copyfit < 0:
		return p.say.Say("desk.makeup.under", bulletin.Args{"n": -s.Copyfit}), look.Quiet
	}
	return p.say.Say("desk.makeup.fits", nil), theme.ColorNameSuccess
}

// pageWords say of each page that is shown how it is filled.
func (p *Pane) pageWords() []preview.Said {
	d := p.Pages.View.Document
	if d == nil {
		return nil
	}
	if len(p.issue.Slots) == 0 {
		return []preview.Said{{Text: p.say.Say("desk.makeup.empty", nil), Ink: look.Quiet}}
	}
	var out []preview.Said
	for _, page := range p.Pages.Shown() {
		if page < len(d.Pages) {
			out = append(out, p.wordsOf(d, page))
		}
	}
	return out
}

// wordsOf says how a page is filled: what finds no room on it, what goes on
// overleaf, how much stays white.
func (p *Pane) wordsOf(d *doc.Document, page int) preview.Said {
	var said []string
	ink := theme.ColorNameSuccess
	say := func(key string, args bulletin.Args, as fyne.ThemeColorName) {
		said, ink = append(said, p.say.Say("desk.makeup."+key, args)), as
	}
	if white := d.Pages[page].White; white > 0 {
		say("page_white", bulletin.Args{"n": white}, look.Quiet)
	}
	for _, s := range d.Stories {
		switch {
		case s.FirstPage == page+1 && s.Overset > 0:
			say("page_over", bulletin.Args{"n": s.Overset, "headline": s.Headline}, theme.ColorNameError)
		case s.FirstPage == page+1 && s.Copyfit > 0 && len(s.Continued) > 0:
			say("page_jump", bulletin.Args{"n": s.Copyfit, "page": s.Continued[0], "headline": s.Headline}, look.Quiet)
		}
	}
	if len(said) == 0 {
		say("page_full", nil, theme.ColorNameSuccess)
	}
	return preview.Said{
		Text: p.say.Say("desk.makeup.page_says", bulletin.Args{"page": page + 1, "words": strings.Join(said, "; ")}),
		Ink:  ink,
	}
}

// faults are what an editor would object to in a story, in words.
func (p *Pane) faults(id bulletin.ID) []string {
	var out []string
	if p.document != nil {
		for _, f := range p.document.Faults {
			if key := "flaw." + string(f.Flaw); f.Article == id && p.say.Has(key) {
				out = append(out, p.say.Say(key, nil))
			}
		}
	}
	return desk.Distinct(out)
}

// findings are what the layout found out about wishes whose rules begin so: of
// a story, or with "" of the issue.
func (p *Pane) findings(begins string, article bulletin.ID) []bulletin.Finding {
	var out []bulletin.Finding
	if p.document != nil {
		for _, f := range p.document.Findings {
			if strings.HasPrefix(f.Rule, begins) && f.Where.Article == article {
				out = append(out, f)
			}
		}
	}
	return out
}
