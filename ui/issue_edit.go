package ui

import (
	"strconv"
	"strings"

	"bantin/bulletin"
	"bantin/ui/parts"
)

// askIssue asks for what the issue at hand says of itself: its number and date,
// and its imprint.
func (w *window) askIssue() {
	stored := w.issueAtHand()
	if stored == nil || !w.canAdd() {
		return
	}
	s, id := stored.Issue, stored.ID
	f := parts.NewForm(w.say)
	f.Columns = 2
	name := f.Line("issue.name", s.Name)
	number := f.Line("issue.number", s.Number)
	date := f.Line("issue.date", s.Date.Short())
	banner := f.Line("office.theme_banner", s.ThemeBanner)
	responsible := f.Line("office.responsible", s.Imprint.Responsible)
	editors := f.Line("office.editors", s.Imprint.Editors)
	licence := f.Line("office.licence", s.Imprint.Licence)
	licenceDate := f.Line("office.licence_date", s.Imprint.LicenceDate.Short())
	printedAt := f.Line("office.printed_at", s.Imprint.PrintedAt)
	run := f.Line("office.print_run", w.wholeNumber(s.Imprint.PrintRun))
	frequency := f.Line("office.frequency", s.Imprint.Frequency)
	take := func() (err error) {
		after := s
		after.Name, after.Number, after.ThemeBanner = name.Text(), number.Text(), banner.Text()
		if after.Date, err = bulletin.ParseDate(strings.TrimSpace(date.Text())); err != nil {
			return err
		}
		m := &after.Imprint
		m.Responsible, m.Editors, m.Licence = responsible.Text(), editors.Text(), licence.Text()
		m.PrintedAt, m.Frequency = printedAt.Text(), frequency.Text()
		if m.LicenceDate, err = bulletin.ParseDate(strings.TrimSpace(licenceDate.Text())); err != nil {
			return err
		}
		if m.PrintRun, err = parseWhole(run.Text()); err != nil {
			return err
		}
		w.changeIssue(id, func(to *bulletin.Issue) {
			slots := to.Slots
			*to = after
			to.Slots = slots
		}, func(name string) string { return w.say.Say("desk.issue_changed", bulletin.Args{"issue": name}) })
		return nil
	}
	w.showPanel(f.In(&parts.Panel{
		Title: w.issueName(s), Width: 720, First: number,
		Agree: w.say.Say("desk.office.keep", nil), OnAgree: take,
	}))
}

// wholeNumber writes a number into a field, 0 as nothing.
func (w *window) wholeNumber(n int) string {
	if n == 0 {
		return ""
	}
	return w.say.Number(n)
}

// parseWhole reads a number as people write it, with or without marks between
// its thousands.
func parseWhole(s string) (int, error) {
	plain := strings.NewReplacer(".", "", ",", "", " ", "", "\u00a0", "").Replace(s)
	if plain == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(plain)
	if err != nil || n < 0 {
		return 0, bulletin.NewTrouble("not_a_number", bulletin.Args{"text": s}, err)
	}
	return n, nil
}
