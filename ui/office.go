package ui

import (
	"context"
	"os/user"
	"strings"

	"bantin/bulletin"
)

// askOffice asks for what the file knows of the publishing body, and for the
// name of the person at this PC.
func (w *window) askOffice() {
	if w.file == nil || w.file.ReadOnly() {
		return
	}
	o := w.office
	f := w.newForm()
	f.columns = 2
	body := f.line("office.body", o.Body)
	name := f.line("office.bulletin", o.Bulletin)
	parents := f.lines("office.parents", o.Parents)
	address := f.lines("office.address", splitLines(o.Address))
	banner := f.line("office.theme_banner", o.ThemeBanner)
	responsible := f.line("office.responsible", o.Imprint.Responsible)
	licence := f.line("office.licence", o.Imprint.Licence)
	day := f.line("office.licence_date", o.Imprint.LicenceDate.Short())
	sections := f.lines("office.sections", o.Sections)
	authors := f.lines("office.authors", o.Authors)
	me := f.line("office.me", w.settings.p.String(keyAuthor))
	f.ask("desk.office.title", "desk.office.keep", 760, func() (err error) {
		o.Body, o.Bulletin, o.ThemeBanner = body.Text(), name.Text(), banner.Text()
		o.Address = strings.Join(filled(address.Text()), ", ")
		o.Parents, o.Sections, o.Authors = filled(parents.Text()), filled(sections.Text()), filled(authors.Text())
		o.Imprint.Responsible, o.Imprint.Licence = responsible.Text(), licence.Text()
		if o.Imprint.LicenceDate, err = bulletin.ParseDate(strings.TrimSpace(day.Text())); err != nil {
			return err
		}
		w.settings.p.SetString(keyAuthor, strings.TrimSpace(me.Text()))
		w.setOffice(o)
		return nil
	})
}

// filled are the lines that hold something.
func filled(text string) []string {
	var out []string
	for _, line := range splitLines(text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
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
