package ui

import (
	"strings"

	"bantin/bulletin"
	"bantin/ui/parts"
	"bantin/ui/setup"
)

// issueForm is what an issue says of itself, to be written anew: its number and
// date, its imprint and its style.
type issueForm struct {
	*parts.Form
	read func(onto bulletin.Issue) (bulletin.Issue, error)
}

func (w *window) issueForm(s bulletin.Issue) issueForm {
	f := parts.NewForm(w.say)
	f.Columns = 2
	name := f.Line("issue.name", s.Name)
	number := f.Line("issue.number", s.Number)
	_, day := f.Day("issue.date", s.Date)
	banner := f.Line("office.theme_banner", s.ThemeBanner)
	imprint := setup.ImprintFields(f, s.Imprint)
	style := w.shelf().Choice(f, s.Style)
	return issueForm{f, func(onto bulletin.Issue) (_ bulletin.Issue, err error) {
		onto.Name, onto.Number, onto.ThemeBanner = name.Text(), number.Text(), banner.Text()
		if onto.Date, err = day(); err != nil {
			return onto, err
		}
		if onto.Imprint, err = imprint(onto.Imprint); err != nil {
			return onto, err
		}
		if chosen := style(); chosen != s.Style {
			onto.Style = chosen
		}
		return onto, nil
	}}
}

// askIssue asks for what the issue at hand says of itself. Where others change
// the issue meanwhile, what was not touched here follows, what was typed stays,
// and what both have changed is named.
func (w *window) askIssue() { w.askIssueAt("issue.number") }

// askIssueAt is askIssue, with the caret in a field.
func (w *window) askIssueAt(field string) {
	stored := w.issueAtHand()
	if stored == nil {
		w.tellNoIssue()
		return
	}
	if !w.canAdd() {
		return
	}
	shown, id := stored.Issue, stored.ID
	f := w.issueForm(shown)
	p := &parts.Panel{
		Title: w.issueName(shown), Width: 720, First: f.Named(field),
		Agree: w.say.Say("desk.office.keep", nil), OnAgree: func() error {
			at := w.issueIndex(id)
			if at < 0 {
				return bulletin.NewTrouble("desk_issue_gone", nil, nil)
			}
			if _, err := f.read(w.issues[at].Issue); err != nil {
				return err
			}
			w.changeIssue(id, func(to *bulletin.Issue) { *to, _ = f.read(*to) },
				func(name string) string { return w.say.Say("desk.issue_changed", bulletin.Args{"issue": name}) })
			return nil
		},
		OnShut: func() { w.followIssues = nil },
	}
	w.followIssues = func() {
		at := w.issueIndex(id)
		switch {
		case at < 0:
			p.Complain(w.say.Explain(bulletin.NewTrouble("desk_issue_gone", nil, nil)))
			return
		case sameSaid(w.issues[at].Issue, shown):
			return
		}
		now := w.issues[at].Issue
		both := f.Follow(w.issueForm(shown).Form, w.issueForm(now).Form)
		shown = now
		p.Complain(w.saidElsewhere(both))
	}
	w.showPanel(f.In(p))
}

// sameSaid reports whether two versions of an issue say the same of themselves.
func sameSaid(a, b bulletin.Issue) bool {
	return a.Name == b.Name && a.Number == b.Number && a.Date == b.Date && a.ThemeBanner == b.ThemeBanner && a.Imprint == b.Imprint
}

// saidElsewhere says that something was changed by others while it is being
// written here, and of which fields what is typed stays.
func (w *window) saidElsewhere(both []string) string {
	if len(both) == 0 {
		return w.say.Say("desk.changed_elsewhere", nil)
	}
	names := make([]string, len(both))
	for i, key := range both {
		names[i] = w.say.Say("desk."+key, nil)
	}
	return w.say.Say("desk.changed_elsewhere_both", bulletin.Args{"fields": strings.Join(names, ", ")})
}
