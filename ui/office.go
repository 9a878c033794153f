package ui

import (
	"context"
	"os/user"
	"strings"

	"bantin/bulletin"
	"bantin/ui/parts"
)

// askOffice asks for what the file knows of the publishing body, and for the
// name of the person at this PC.
func (w *window) askOffice() {
	if w.file == nil || w.file.ReadOnly() {
		return
	}
	o := w.office
	f := parts.NewForm(w.say)
	f.Columns = 2
	body := f.Line("office.body", o.Body)
	name := f.Line("office.bulletin", o.Bulletin)
	parents := f.Lines("office.parents", o.Parents)
	address := f.Lines("office.address", parts.SplitLines(o.Address))
	banner := f.Line("office.theme_banner", o.ThemeBanner)
	responsible := f.Line("office.responsible", o.Imprint.Responsible)
	licence := f.Line("office.licence", o.Imprint.Licence)
	day := f.Line("office.licence_date", o.Imprint.LicenceDate.Short())
	sections := f.Lines("office.sections", o.Sections)
	authors := f.Lines("office.authors", o.Authors)
	me := f.Line("office.me", w.settings.p.String(keyAuthor))
	take := func() (err error) {
		o.Body, o.Bulletin, o.ThemeBanner = body.Text(), name.Text(), banner.Text()
		o.Address = strings.Join(parts.Filled(address.Text()), ", ")
		o.Parents, o.Sections, o.Authors = parts.Filled(parents.Text()), parts.Filled(sections.Text()), parts.Filled(authors.Text())
		o.Imprint.Responsible, o.Imprint.Licence = responsible.Text(), licence.Text()
		if o.Imprint.LicenceDate, err = bulletin.ParseDate(strings.TrimSpace(day.Text())); err != nil {
			return err
		}
		w.settings.p.SetString(keyAuthor, strings.TrimSpace(me.Text()))
		w.setOffice(o)
		return nil
	}
	w.showPanel(f.In(&parts.Panel{
		Title: w.say.Say("desk.office.title", nil), Width: 760,
		Agree: w.say.Say("desk.office.keep", nil), OnAgree: take,
	}))
}

// setOffice keeps the office's settings in the file.
func (w *window) setOffice(o bulletin.Office) {
	o.Normalize()
	file := w.file
	go func() {
		err := file.SetOffice(context.Background(), o)
		onUI(func() {
			switch {
			case file != w.file:
			case err != nil:
				w.complain(err)
			default:
				w.office = o
				w.facts.Offer(o)
				w.notices.Say(w.say.Say("desk.office.kept", nil), "", nil)
			}
		})
	}()
}

// byline is what a new article is signed with: the name that the person gave,
// or a full name that the system knows.
func (s settings) byline() string {
	if name := s.p.String(keyAuthor); name != "" {
		return name
	}
	if u, err := user.Current(); err == nil && u.Name != u.Username {
		return u.Name
	}
	return ""
}
