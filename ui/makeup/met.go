package makeup

import (
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	doc "bantin/export/layout"
	"bantin/ui/parts"
)

// met says of a wish whether the pages meet it: instead is what came instead,
// "" where that is told by a finding of the layout or by nothing. There is
// nothing to be said of what was not wished, nor before the pages have come of
// the issue as it is wished now.
func (p *Pane) met(wished bool, s *doc.Story, rule, instead string) *parts.Quiet {
	if !wished || s == nil || p.relaying {
		return nil
	}
	found := p.findings(rule, s.Article)
	if len(found) == 0 && instead == "" {
		q := parts.NewQuiet(p.say.Say("desk.makeup.met", nil), nil, func() { p.Pages.GoTo(s.FirstPage - 1) })
		q.TextSize, q.Ink = 12, theme.ColorNameSuccess
		return q
	}
	if instead == "" {
		instead = p.say.Say("desk.makeup.unmet", nil)
	}
	page := s.FirstPage
	q := parts.NewQuiet(instead, nil, func() { p.Pages.GoTo(page - 1) })
	q.TextSize, q.Ink = 12, theme.ColorNameWarning
	if len(found) > 0 {
		q.Hint = p.say.Finding(found[0])
		if at := found[0].Where.Page; at > 0 {
			page = at
		}
	}
	return q
}

func (p *Pane) pinMet(slot bulletin.Slot, s *doc.Story) *parts.Quiet {
	instead := ""
	if s != nil && slot.Page > 0 && s.FirstPage != slot.Page {
		instead = p.say.Say("desk.makeup.stands_on", bulletin.Args{"page": s.FirstPage})
	}
	return p.met(slot.Page > 0, s, "wish_page", instead)
}

func (p *Pane) widthMet(slot bulletin.Slot, s *doc.Story) *parts.Quiet {
	instead := ""
	if s != nil && slot.Columns > 0 && s.Columns != slot.Columns {
		instead = p.say.Say("desk.makeup.stands_over", bulletin.Args{"n": s.Columns})
	}
	return p.met(slot.Columns > 0, s, "wish_columns", instead)
}

// wholeMet says whether a story that is to stay whole does.
func (p *Pane) wholeMet(slot bulletin.Slot, s *doc.Story) *parts.Quiet {
	instead := ""
	if s != nil && slot.NoJump && len(s.Continued) > 0 {
		instead = p.say.Say("desk.makeup.goes_on", bulletin.Args{"page": s.Continued[0]})
	}
	return p.met(slot.NoJump, s, "wish_no_jump", instead)
}
