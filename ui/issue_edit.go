package ui

import (
	"bantin/bulletin"
	"bantin/ui/parts"
	"bantin/ui/setup"
)

// askIssue asks for what the issue at hand says of itself: its number and date,
// and its imprint.
func (w *window) askIssue() {
	stored := w.issueAtHand()
	if stored == nil {
		w.tellNoIssue()
		return
	}
	if !w.canAdd() {
		return
	}
	s, id := stored.Issue, stored.ID
	f := parts.NewForm(w.say)
	f.Columns = 2
	name := f.Line("issue.name", s.Name)
	number := f.Line("issue.number", s.Number)
	_, day := f.Day("issue.date", s.Date)
	banner := f.Line("office.theme_banner", s.ThemeBanner)
	imprint := setup.ImprintFields(f, s.Imprint)
	style := w.shelf().Choice(f, s.Style)
	take := func() (err error) {
		after := s
		after.Name, after.Number, after.ThemeBanner = name.Text(), number.Text(), banner.Text()
		if after.Date, err = day(); err != nil {
			return err
		}
		if after.Imprint, err = imprint(after.Imprint); err != nil {
			return err
		}
		after.Style = style()
		w.changeIssue(id, func(to *bulletin.Issue) {
			after.Slots, after.Holes, after.PageMultiple, after.NoContents = to.Slots, to.Holes, to.PageMultiple, to.NoContents
			*to = after
		}, func(name string) string { return w.say.Say("desk.issue_changed", bulletin.Args{"issue": name}) })
		return nil
	}
	w.showPanel(f.In(&parts.Panel{
		Title: w.issueName(s), Width: 720, First: number,
		Agree: w.say.Say("desk.office.keep", nil), OnAgree: take,
	}))
}
