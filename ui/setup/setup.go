// Package setup is the panel of the settings: those of the office, which live
// in the drafts file and go into print, and those of the person at this PC. It
// shows a Draft and hands back what became of it.
package setup

import (
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// Draft is what can be set. It is the panel's to change until it is kept.
type Draft struct {
	Office   bulletin.Office
	ReadOnly bool // the office's settings cannot be written, or no file is open

	Me       string
	Nameless bool // who writes is asked for beside the office, too
	Language translations.Language
	Shade    look.Shade
	Scale    float64 // of texts, 1 for the usual one
	Typing   string  // how Vietnamese is typed: one of Typings
	Backups  bool    // made by themselves
	Page     int     // that is shown
	Field    string  // of it that has the caret at first, "" for the first one
	Changed  string  // what was changed last of what applies at once, by its name; "" for nothing
	Filled   bool    // something was filled in on the pages that were turned
}

// Typings are the ways of typing Vietnamese: by the system's own input method,
// or by the program itself.
var Typings = []string{"system", "telex", "vni"}

// Panel is the settings in front of a window. Set its fields, then Show it.
type Panel struct {
	Say    *translations.Catalogue
	Draft  Draft
	Styles Shelf
	Logos  Logos
	Law    Law
	// Now applies at once what one wants to see at once: language, theme and
	// text size. The panel must be shown anew after it.
	Now func(Draft)
	// Keep keeps everything. While it fails, the panel stays and says why.
	Keep func(Draft) error
	// Dropped hears that the panel was shut and what was filled in is not kept;
	// again shows the panel as it was. nil where nobody hears it.
	Dropped func(again func() *parts.Panel)
	// BackupPlace is where backups are kept, for people to read.
	BackupPlace string

	win   fyne.Window
	panel *parts.Panel
	pick  *parts.Choice // of the pages
	pages *fyne.Container
	form  *parts.Form
	// atOnce are, by their names, what applies at once, on the page that is shown.
	atOnce map[string]func() fyne.Focusable
	read   func(*Draft) error // the page that is shown, into the draft
	asWas  Draft              // with the page that is shown as it was before anything was filled in
	over   bool               // nothing more is asked here: it was kept, or is shown anew
	done   done
}

// The pages of the panel.
const (
	pageOffice = iota
	pageBulletin
	pageLists
	Rules // what issues are measured by
	Here  // what belongs to the person at this PC
)

var pageNames = []string{"office", "bulletin", "lists", "rules", "here"}

const (
	panelWidth  = 820
	panelHeight = 430
	pagesWidth  = 150
)

// Show puts the panel in front of a window.
func (p *Panel) Show(win fyne.Window) *parts.Panel {
	var names []string
	for _, n := range pageNames {
		names = append(names, p.Say.Say("desk.setup."+n, nil))
	}
	p.win, p.read = win, func(*Draft) error { return nil }
	if p.Draft.ReadOnly {
		p.Draft.Page = Here
	}
	choice := parts.NewColumn(names, p.Draft.Page, nil)
	choice.OnChoose(func(i int) {
		if err := p.take(); err != nil {
			choice.Set(p.Draft.Page)
			p.panel.Complain(p.Say.Explain(err))
			return
		}
		p.panel.Complain("")
		p.Draft.Page = i
		p.turn()
	})
	if p.Draft.ReadOnly {
		for i, b := range choice.Buttons() {
			b.Enable(i == Here)
		}
	}
	p.pages = container.NewStack()
	side := container.New(layout.NewCustomPaddedLayout(0, 0, 0, 18),
		container.NewStack(parts.Space(pagesWidth*look.Scale(), 1), container.NewVBox(choice.Object)))
	p.panel = &parts.Panel{
		Say: p.Say, Title: p.Say.Say("desk.setup.title", nil), Width: panelWidth, Height: panelHeight, Bare: true,
		Body:    parts.Frame(nil, nil, side, nil, p.pages),
		Agree:   p.Say.Say("desk.office.keep", nil),
		OnAgree: p.keep,
		OnShut:  p.drop,
	}
	p.pick = choice
	p.turn()
	p.showAgain()
	return p.panel
}

// showAgain puts the panel in front of the window with the keys on the page that it
// shows: it may have been shut on another one than it was opened on.
func (p *Panel) showAgain() {
	p.panel.First = p.first()
	p.panel.Show(p.win)
}

// first is what has the keys when the panel comes: what was changed when it was shown
// anew for that, the field that was asked for, or the first one of the page.
func (p *Panel) first() fyne.Focusable {
	if on := p.atOnce[p.Draft.Changed]; on != nil {
		return on()
	}
	if in := p.form.Named(p.Draft.Field); in != nil {
		return in
	}
	if len(p.form.Fields) > 0 {
		return p.form.Fields[0]
	}
	return p.pick.Focusable()
}

func (p *Panel) keep() error {
	if err := p.take(); err != nil {
		return err
	}
	err := p.Keep(p.Draft)
	p.over = err == nil
	return err
}

// take takes the page that is shown into the draft. A field that cannot be read was
// filled in, too.
func (p *Panel) take() error {
	now := p.Draft
	err := p.read(&now)
	now.Filled = now.Filled || err != nil || !reflect.DeepEqual(now, p.asWas)
	p.Draft = now
	return err
}

// drop tells whoever hears it of what was filled in and is not kept.
func (p *Panel) drop() {
	if p.over || p.Dropped == nil {
		return
	}
	_ = p.take() // what cannot be read stays in its field
	if p.Draft.Filled {
		p.Dropped(func() *parts.Panel {
			p.showAgain()
			return p.panel
		})
	}
}

// turn shows the page that the draft names.
func (p *Panel) turn() {
	p.form, p.atOnce = parts.NewForm(p.Say), nil
	p.form.Columns = 2
	var page fyne.CanvasObject = p.form.Cells
	switch p.Draft.Page {
	case pageOffice:
		p.officePage()
	case pageBulletin:
		p.bulletinPage()
	case pageLists:
		p.listsPage()
	case Rules:
		page = p.rulesPage()
	default:
		p.herePage()
	}
	p.asWas = p.Draft
	_ = p.read(&p.asWas) // what the drafts file has can be read
	p.form.Inside(p.panel)
	p.form.Wrap(parts.PanelRoom(p.win, panelWidth) - (pagesWidth+40)*look.Scale())
	p.pages.Objects = []fyne.CanvasObject{container.NewVScroll(container.New(layout.NewCustomPaddedLayout(2, 8, 2, parts.ScrollRoom), page))}
	p.pages.Refresh()
}

func (p *Panel) officePage() {
	o, f := p.Draft.Office, p.form
	body := f.Line("office.body", o.Body)
	parents := f.Lines("office.parents", o.Parents)
	address := f.Lines("office.address", parts.SplitLines(o.Address))
	phone := f.Code("office.phone", o.Phone)
	email := f.Code("office.email", o.Email)
	logo := p.Logos.Field(f, o.Logo)
	me := func() string { return p.Draft.Me }
	if p.Draft.Nameless {
		me = f.Line("office.me", p.Draft.Me).Text
	}
	p.read = func(d *Draft) error {
		d.Office.Body, d.Office.Parents = body.Text(), parts.Filled(parents.Text())
		d.Office.Address = strings.Join(parts.Filled(address.Text()), ", ")
		d.Office.Phone, d.Office.Email = phone.Text(), email.Text()
		d.Office.Logo, d.Me = logo(), me()
		return nil
	}
}

func (p *Panel) bulletinPage() {
	o, f := p.Draft.Office, p.form
	name := f.Line("office.bulletin", o.Bulletin)
	banner := f.Line("office.theme_banner", o.ThemeBanner)
	imprint := ImprintFields(f, o.Imprint)
	style := p.Styles.Choice(f, o.Style)
	p.read = func(d *Draft) (err error) {
		d.Office.Bulletin, d.Office.ThemeBanner, d.Office.Style = name.Text(), banner.Text(), style()
		d.Office.Imprint, err = imprint(d.Office.Imprint)
		return err
	}
}

func (p *Panel) listsPage() {
	o, f := p.Draft.Office, p.form
	sections := f.Lines("office.sections", o.Sections)
	authors := f.Lines("office.authors", o.Authors)
	genres := f.Lines("office.genres", p.genreWords(o.Genres))
	p.read = func(d *Draft) error {
		d.Office.Sections, d.Office.Authors = parts.Filled(sections.Text()), parts.Filled(authors.Text())
		d.Office.Genres = p.genresOf(parts.Filled(genres.Text()))
		return nil
	}
}

// genreWords are the genres that the office offers, in words; where it has
// chosen none, all that the program knows.
func (p *Panel) genreWords(chosen []string) []string {
	if len(chosen) == 0 {
		for _, g := range bulletin.Genres() {
			chosen = append(chosen, string(g))
		}
	}
	out := make([]string, len(chosen))
	for i, g := range chosen {
		out[i] = g
		if key := "genre." + g; p.Say.Has(key) {
			out[i] = p.Say.Say(key, nil)
		}
	}
	return out
}

// genresOf are genres by what they are called; words of the office's own stay
// as they are.
func (p *Panel) genresOf(words []string) []string {
	out := make([]string, len(words))
	for i, word := range words {
		out[i] = word
		for _, g := range bulletin.Genres() {
			if p.Say.Say("genre."+string(g), nil) == word {
				out[i] = string(g)
			}
		}
	}
	return out
}

// ImprintFields adds the fields of an imprint to a form, and gives what reads
// them.
func ImprintFields(f *parts.Form, m bulletin.Imprint) func(bulletin.Imprint) (bulletin.Imprint, error) {
	run := ""
	if m.PrintRun > 0 {
		run = f.Say.Number(m.PrintRun)
	}
	line := func(name, text string) *field.Field { return f.Line("office."+name, text) }
	responsible, editors := line("responsible", m.Responsible), line("editors", m.Editors)
	licence := line("licence", m.Licence)
	_, day := f.Day("office.licence_date", m.LicenceDate)
	printed, copies := line("printed_at", m.PrintedAt), f.Code("office.print_run", run)
	frequency := line("frequency", m.Frequency)
	return func(m bulletin.Imprint) (bulletin.Imprint, error) {
		m.Responsible, m.Editors, m.Licence = responsible.Text(), editors.Text(), licence.Text()
		m.PrintedAt, m.Frequency = printed.Text(), frequency.Text()
		var err error
		if m.LicenceDate, err = day(); err != nil {
			return m, err
		}
		m.PrintRun, err = parts.ParseWhole(copies.Text())
		return m, err
	}
}
