package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/bulletin/viet"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/manuscript"
)

// sheet is the article as one page to write on: its fields are blocks in one
// column, set about as they will be printed.
type sheet struct {
	say    *translations.Catalogue
	scroll *container.Scroll
	page   *fyne.Container
	column *column
	pane   fyne.CanvasObject

	banner, kicker, headline, deck, dateline *field.Field
	standfirst, body, byline, affiliation    *field.Field
	band                                     *canvas.Rectangle
	addPhoto                                 *quiet
	cards                                    []*photoCard // in the order of the article's photos
	margin                                   *canvas.Text // name of the block that is being written
	showing                                  bool         // the program puts text in, nobody types
	readOnly                                 bool         // nobody may type

	OnChanged  func()
	OnAddPhoto func()
	// Thumbnail loads a small picture in the background.
	Thumbnail func(sha256 string, give func(fyne.Resource))
	OnReplace func(photo string)
}

func newSheet(say *translations.Catalogue) *sheet {
	s := &sheet{say: say}
	s.banner = s.line("theme_banner", bannerLook())
	s.kicker = s.line("kicker", kickerLook())
	s.headline = s.line("headline", headlineFieldLook())
	s.deck = s.line("deck", deckLook())
	s.dateline = s.line("dateline", datelineLook())
	s.standfirst = s.line("standfirst", standfirstLook())
	s.byline = s.line("byline", bylineLook())
	s.affiliation = s.line("affiliation", affiliationLook())
	s.body = field.NewWith(func(line string) field.Look { return bodyLook(line, s.roomFor) })
	s.body.Margin = gutter
	s.name(s.body, "body")
	s.band = canvas.NewRectangle(look.Color(look.Band))
	s.band.CornerRadius = 3
	s.margin = words("", 10.5, look.Sans, look.Ghost)
	s.addPhoto = newQuiet(say.Say("desk.add_photo", nil), nil, func() { s.OnAddPhoto() })
	s.build()
	return s
}

// line makes a field of one paragraph; Enter goes on to the next one that most
// articles have.
func (s *sheet) line(name string, l field.Look) *field.Field {
	f := field.New(l)
	f.Single = true
	f.OnEnter = func() { s.enter(f) }
	s.name(f, name)
	return f
}

// optional are the fields that most articles leave empty; their ghosts, and
// the headline's, which is large, are fainter.
var optional = []string{"theme_banner", "kicker", "headline", "deck", "dateline", "affiliation", "credit", "alt_text"}

// name gives a field what all fields of the sheet share.
func (s *sheet) name(f *field.Field, name string) {
	f.Name = name
	f.Ghost = s.say.Say("desk.ghost."+name, nil)
	f.ChosenInk = look.Chosen
	if slices.Contains(optional, name) {
		f.GhostInk = look.Faint
	}
	f.Clean = cleanPasted
	f.MenuWord = func(action string) string { return s.say.Say("desk.edit."+action, nil) }
	f.OnChanged = s.changed
	f.OnHeight = s.arrange
	f.OnLeave = func(to field.Direction, x float32) { s.leave(f, to, x) }
	f.OnCaret = func(top, bottom float32) { s.keepInView(f, top, bottom) }
	f.OnFocus = func(bool) { s.nameMargin() }
	f.OnErase = func() { s.step(f, -1) }
}

// cleanPasted brings pasted text in shape: composed letters, single spaces,
// no empty paragraphs.
func cleanPasted(s string, single bool) string {
	out := ""
	for _, line := range splitLines(viet.Normalize(s)) {
		if tidy := viet.TidySpaces(line); tidy != "" || !single {
			if out != "" && tidy != "" {
				out += "\n"
			}
			out += tidy
		}
	}
	return out
}

// build puts the blocks into the page.
func (s *sheet) build() {
	s.column = &column{s: s}
	s.page = container.New(s.column)
	s.fillPage()
	s.scroll = container.NewVScroll(s.page)
	s.scroll.OnScrolled = func(fyne.Position) { s.see() }
	s.pane = container.New(&seeing{s}, ground(look.Paper), s.scroll)
}

func (s *sheet) fillPage() {
	objects := []fyne.CanvasObject{
		s.band, s.banner, s.kicker, s.headline, s.deck, s.standfirst, s.dateline, s.body,
	}
	for _, c := range s.cards {
		objects = append(objects, c.object)
	}
	objects = append(objects, s.addPhoto, s.byline, s.affiliation, s.margin)
	s.page.Objects = objects
}

// Show puts an article on the sheet, to be read only or to be written on.
func (s *sheet) Show(a bulletin.Article, readOnly bool) {
	s.showing, s.readOnly = true, readOnly
	for _, f := range []struct {
		on   *field.Field
		text string
	}{
		{s.banner, a.ThemeBanner},
		{s.kicker, a.Kicker},
		{s.headline, a.Headline},
		{s.deck, a.Deck},
		{s.dateline, a.Dateline},
		{s.standfirst, a.Standfirst},
		{s.byline, a.Byline},
		{s.affiliation, a.Affiliation},
	} {
		f.on.SetText(f.text)
	}
	s.showPhotos(a.Photos)
	s.body.SetText(manuscript.FormatBody(a.Body, s.say.Say("desk.anchor", nil)))
	for _, f := range s.fields() {
		f.ReadOnly = readOnly
	}
	show(s.addPhoto, !readOnly)
	s.fillPage()
	s.scroll.ScrollToTop()
	s.arrange()
	s.see()
	s.showing = false
}

// Read writes what stands on the sheet into an article.
func (s *sheet) Read(a *bulletin.Article) {
	a.ThemeBanner, a.Kicker, a.Headline = s.banner.Text(), s.kicker.Text(), s.headline.Text()
	a.Deck, a.Dateline, a.Standfirst = s.deck.Text(), s.dateline.Text(), s.standfirst.Text()
	a.Byline, a.Affiliation = s.byline.Text(), s.affiliation.Text()
	text := s.body.Text()
	a.Body = manuscript.ParseBody(text)
	a.Photos = manuscript.OrderPhotos(s.photos(), text)
}

func (s *sheet) changed() {
	if s.showing {
		return
	}
	s.OnChanged()
}

// see tells the body which part of it is on screen.
func (s *sheet) see() {
	top := s.scroll.Offset.Y - s.body.Position().Y
	s.body.See(top, top+s.scroll.Size().Height)
}

// FocusStart puts the caret where one would begin to write.
func (s *sheet) FocusStart() { s.focus(s.headline) }

// focus puts the caret into a field, which may have come onto the page just now.
func (s *sheet) focus(f *field.Field) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(s.page); c != nil {
		c.Focus(f)
	}
}
