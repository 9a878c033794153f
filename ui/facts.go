package ui

import (
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/look"
	"bantin/ui/parts"
	"bantin/ui/pop"
)

// facts is the quiet line above the sheet: what is not printed. Each word
// opens what can be chosen in its place.
type facts struct {
	say      *translations.Catalogue
	canvas   func() fyne.Canvas
	article  bulletin.Article // only its facts count
	sections []string
	authors  []string
	genres   []string

	sectionWord                        string // whole; where the line is short, less of it is shown
	authorWord                         string // where the line is short, the mark alone is shown
	genre, section, date, status, note *quiet
	saved                              *quiet
	author                             *quiet // hidden where the office names no authors
	more                               *quiet // leads to what the line has no room for
	left                               []fyne.CanvasObject
	pane                               *fyne.Container
	readOnly                           bool       // the words say what holds, and open nothing
	asked                              *askedFact // what is being written, nil for nothing

	OnChanged     func()
	OnStep        func(was, now *bulletin.Article) // facts were changed by hand: one step, whose now may still be written on
	OnSaved       func()                           // a tap on the time of the last save
	Byline        func() string                    // as it stands on the sheet
	OnByline      func(name string)
	OnOtherAuthor func() // somebody who is not in the list has written it
}

func newFacts(say *translations.Catalogue, canvas func() fyne.Canvas) *facts {
	f := &facts{say: say, canvas: canvas}
	f.genre = f.word(f.chooseGenre)
	f.section = f.word(f.chooseSection)
	f.author = f.word(f.chooseAuthor)
	f.date = f.word(f.chooseDate)
	f.status = f.word(f.chooseStatus)
	f.status.Hint = say.Say("desk.fact.status_hint", nil)
	f.note = f.word(nil)
	f.note.At = f.writeNote // also to read it
	f.more = f.word(nil)
	f.more.Word, f.more.Bold, f.more.At = "…", true, f.chooseLeft
	f.more.Hint = say.Say("desk.fact.more", nil)
	f.saved = newQuiet("", nil, func() { f.OnSaved() })
	f.saved.TextSize, f.saved.Hint = 12, say.Say("desk.fact.save", nil)
	line := container.New(&factsLine{f},
		f.genre, f.dot(), f.section, f.dot(), f.author, f.dot(), f.date, f.dot(), f.status, f.dot(), f.note, f.more, f.saved)
	f.pane = container.NewStack(ground(look.Paper),
		container.New(layout.NewCustomPaddedLayout(6, 6, 16, 12), line))
	return f
}

func (f *facts) word(choose func(fyne.Position)) *quiet {
	q := newQuiet("", nil, nil)
	q.At = func(at fyne.Position) {
		if !f.readOnly {
			choose(at)
		}
	}
	return q
}

func (f *facts) dot() fyne.CanvasObject {
	return container.NewCenter(words("·", 13, look.Sans, look.Ghost))
}

// Show shows the facts of an article, to be read only or to be chosen.
func (f *facts) Show(a bulletin.Article, readOnly bool) {
	f.article, f.readOnly = a, readOnly
	f.refresh()
	f.asked.follow()
}

// Offer takes over what the office offers to choose from.
func (f *facts) Offer(o bulletin.Office) {
	f.sections, f.authors, f.genres = o.Sections, o.Authors, o.Genres
	f.pane.Refresh()
}

// Read writes the facts into an article.
func (f *facts) Read(a *bulletin.Article) {
	a.Genre, a.Section, a.EventDate = f.article.Genre, f.article.Section, f.article.EventDate
	a.Status, a.Note = f.article.Status, f.article.Note
}

func (f *facts) refresh() {
	f.tell(f.genre, f.genreWord(f.article.Genre), "genre")
	f.sectionWord = f.tell(f.section, f.article.Section, "section")
	f.tellAuthor()
	f.tell(f.date, f.article.EventDate.Short(), "date")
	f.status.Icon, f.status.Ink = look.StatusMark(f.article.Status), theme.ColorNameForeground
	f.status.Word = f.say.Say("status."+string(f.article.Status), nil)
	f.status.Refresh()
	note := ""
	if strings.TrimSpace(f.article.Note) != "" {
		note = f.say.Say("desk.fact.has_note", nil)
	}
	f.tell(f.note, note, "note")
	f.note.Hint = strings.TrimSpace(f.article.Note)
	f.pane.Refresh()
}

// tellAuthor writes who signs the article, which stands on the sheet.
func (f *facts) tellAuthor() {
	f.authorWord = f.tell(f.author, strings.TrimSpace(f.Byline()), "author")
	f.author.Icon = theme.NewColoredResource(theme.AccountIcon(), f.author.Ink)
	if f.author.Hint == "" {
		f.author.Hint = f.say.Say("desk.fact.author_hint", nil)
	}
	f.author.Refresh()
}

// tell writes a fact; where it is not known, its name, in quieter ink.
func (f *facts) tell(q *quiet, fact, name string) string {
	q.Ink = theme.ColorNameForeground
	called := f.say.Say("desk.fact."+name, nil)
	q.Hint = f.say.Say("desk.fact.says", bulletin.Args{"name": called, "fact": fact}) // whole where the line has no room
	if strings.TrimSpace(fact) == "" {
		fact, q.Ink, q.Hint = called, look.Ghost, ""
	}
	q.Word = fact
	q.Refresh()
	return fact
}

// Saved shows how the last save went.
func (f *facts) Saved(sentence string, trouble bool) {
	f.saved.Ink = look.Quiet
	if trouble {
		f.saved.Ink = theme.ColorNameError
	}
	f.saved.Word = sentence
	f.saved.Refresh()
	f.tellAuthor() // who may have been written on the sheet meanwhile
	f.pane.Refresh()
}

func (f *facts) genreWord(g bulletin.Genre) string {
	if key := "genre." + string(g); f.say.Has(key) {
		return f.say.Say(key, nil)
	}
	return string(g)
}

// change lets the person change facts, as one step.
func (f *facts) change(do func(a *bulletin.Article)) { f.changeOn(nil, do) }

// changeOn is change where what is written on a sheet of paper is one step with
// what was written there before.
func (f *facts) changeOn(paper *askedFact, do func(a *bulletin.Article)) {
	was := f.article
	do(&f.article)
	if factsOf(&was) == factsOf(&f.article) {
		return
	}
	now := f.article
	switch {
	case paper == nil:
		f.OnStep(&was, &now)
	case paper.step == nil:
		f.OnStep(&was, &now)
		paper.step = &now
	default:
		*paper.step = now
	}
	f.refresh()
	f.OnChanged()
}

func (f *facts) menu(at fyne.Position, items []*fyne.MenuItem) {
	pop.Show(fyne.NewMenu("", items...), f.canvas(), at)
}

func (f *facts) choice(word string, chosen bool, choose func(a *bulletin.Article)) *fyne.MenuItem {
	i := fyne.NewMenuItem(word, func() { f.change(choose) })
	i.Checked = chosen
	return i
}

func (f *facts) chooseGenre(at fyne.Position) {
	var items []*fyne.MenuItem
	for _, g := range f.offeredGenres() {
		items = append(items, f.choice(f.genreWord(g), g == f.article.Genre, func(a *bulletin.Article) { a.Genre = g }))
	}
	f.menu(at, items)
}

// offeredGenres are the office's own, or all that the program knows.
func (f *facts) offeredGenres() []bulletin.Genre {
	if len(f.genres) == 0 {
		return bulletin.Genres()
	}
	var out []bulletin.Genre
	for _, g := range f.genres {
		out = append(out, bulletin.Genre(g))
	}
	return out
}

func (f *facts) chooseStatus(at fyne.Position) {
	var items []*fyne.MenuItem
	for _, s := range bulletin.Statuses() {
		i := f.choice(f.say.Say("status."+string(s), nil), s == f.article.Status, func(a *bulletin.Article) { a.Status = s })
		items = append(items, i)
	}
	f.menu(at, items)
}

func (f *facts) chooseSection(at fyne.Position) {
	var items []*fyne.MenuItem
	for _, s := range f.sections {
		items = append(items, f.choice(s, s == f.article.Section, func(a *bulletin.Article) { a.Section = s }))
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	other := fyne.NewMenuItem(f.say.Say("desk.fact.other_section", nil), func() {
		f.ask(at, "section", func() string { return f.article.Section }, 280, func(a *bulletin.Article, s string) (string, error) {
			a.Section = strings.TrimSpace(s)
			return "", nil
		})
	})
	f.menu(at, append(items, other))
}

func (f *facts) chooseAuthor(at fyne.Position) {
	var items []*fyne.MenuItem
	for _, name := range f.authors {
		i := fyne.NewMenuItem(name, func() { f.OnByline(name); f.refresh() })
		i.Checked = name == strings.TrimSpace(f.Byline())
		items = append(items, i)
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	other := fyne.NewMenuItem(f.say.Say("desk.fact.other_author", nil), f.OnOtherAuthor)
	f.menu(at, append(items, other))
}

func (f *facts) chooseDate(at fyne.Position) {
	f.ask(at, "date", func() string { return f.article.EventDate.Short() }, 200, func(a *bulletin.Article, s string) (string, error) {
		d, err := bulletin.ReadDate(s, bulletin.DateOf(time.Now()))
		if err == nil {
			a.EventDate = d
		}
		return parts.Understood(f.say, s, d), err
	})
}

func (f *facts) writeNote(at fyne.Position) {
	if f.readOnly && strings.TrimSpace(f.article.Note) == "" {
		return
	}
	f.ask(at, "note", func() string { return f.article.Note }, 380, func(a *bulletin.Article, s string) (string, error) {
		a.Note = strings.TrimRightFunc(s, unicode.IsSpace)
		return "", nil
	})
}
