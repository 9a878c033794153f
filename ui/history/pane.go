// Package history is the list of the versions of an article or an issue, with
// what changed in each of them in words; any two can be compared, any one
// restored.
package history

import (
	"cmp"
	"image"
	"maps"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/desk"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// Pane is the history of one article or issue. Set its callbacks before it is
// shown.
type Pane struct {
	Object    *fyne.Container
	OnRestore func(desk.Step)
	OnEach    func() // every save is to be shown, or steps again: see Each
	// Picture loads a picture, by its bulletin.Photo.Picture, with so many pixels
	// along its longer side; nil where there are no pictures.
	Picture func(name string, side int, give func(image.Image))

	say      *translations.Catalogue
	none     string // what is said where there are no versions
	says     string // where there are none now
	versions Source
	chosen   []int // at most two, in the order in which they were chosen
	rows     *parts.Rows
	changes  *fyne.Container
	scroll   *container.Scroll
	head     *parts.Line
	restore  *parts.Quiet
	reopen   *parts.Quiet // restores the older one of two
	pictures map[picture]*pictureShown
	empty    *fyne.Container
	hint     fyne.CanvasObject // how two are compared
	each     *parts.Quiet      // shows every save
}

// hintRoom is how wide the hint is before it has a place.
const hintRoom = 260

// New makes the pane; none is what it says where there are no versions.
func New(say *translations.Catalogue, none string) *Pane {
	p := &Pane{say: say, none: none, empty: container.NewStack(), pictures: map[picture]*pictureShown{}}
	p.rows = (&parts.Rows{
		Length: func() int { return len(p.versions.Steps) },
		Fresh:  func() fyne.CanvasObject { return newVersion() },
		Fill:   func(i int, o fyne.CanvasObject) { o.(*version).fill(p.words(i)) },
		Height: parts.TwoLineHeight,
		Chosen: p.isChosen,
		OnTap:  p.tapped,
	}).Prepare()
	p.changes = container.New(layout.NewCustomPaddedVBoxLayout(0))
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 16, 6, 8), p.changes))
	p.head = parts.NewLine(12, look.SansBold, look.Quiet)
	p.restore = parts.NewQuiet(say.Say("desk.history.restore", nil), nil, func() { p.OnRestore(p.versions.Steps[p.chosen[0]]) })
	p.restore.Bold, p.restore.Ink = true, theme.ColorNamePrimary
	p.restore.Hint = say.Say("desk.history.restore_hint", nil)
	p.reopen = parts.NewQuiet(say.Say("desk.history.restore_older", nil), nil, func() { p.OnRestore(p.versions.Steps[slices.Max(p.chosen)]) })
	p.reopen.Bold, p.reopen.Ink, p.reopen.Hint = true, theme.ColorNamePrimary, p.restore.Hint
	p.each = parts.NewQuiet(say.Say("desk.history.each", nil), nil, p.toggleEach)
	p.each.Hint = say.Say("desk.history.each_hint", nil)
	p.hint = parts.Padded(7, 14, parts.Small(say.Say("desk.history.hint", nil), hintRoom, look.Quiet))
	bar := parts.Padded(4, 14, container.NewBorder(nil, nil, nil, container.NewHBox(p.restore, p.reopen),
		container.NewVBox(layout.NewSpacer(), p.head, layout.NewSpacer())))
	p.Object = container.NewStack(parts.Ground(theme.ColorNameBackground), container.New(&halves{p},
		container.NewBorder(container.NewBorder(nil, nil, nil, container.NewVBox(p.each), p.hint), nil, nil, nil, container.NewStack(p.rows, p.empty)),
		container.NewBorder(container.NewVBox(parts.Rule(), bar), nil, nil, nil, p.scroll)))
	p.Show(Source{})
	return p
}

// Show shows versions, newest first. An older version that was chosen stays so
// as long as it is among them.
func (p *Pane) Show(versions Source) { p.show(versions, p.none) }

// Rest says in a sentence why there are no versions to show.
func (p *Pane) Rest(why string) { p.show(Source{}, why) }

// Each reports whether every save is wanted, and not the steps that they make.
func (p *Pane) Each() bool { return p.each.Chosen }

func (p *Pane) toggleEach() {
	p.each.Chosen = !p.each.Chosen
	p.each.Refresh()
	p.OnEach()
}

// Focusable is the list of versions, ready for the keyboard.
func (p *Pane) Focusable() fyne.Focusable {
	p.rows.Drawn()
	if len(p.chosen) > 0 {
		p.rows.StandAt(p.chosen[0])
	}
	return p.rows.Focusable()
}

// Says is what is said where there are no versions, else "".
func (p *Pane) Says() string {
	if len(p.versions.Steps) > 0 {
		return ""
	}
	return p.says
}

func (p *Pane) show(versions Source, none string) {
	p.says = none
	p.chosen = p.stillChosen(versions.Steps)
	p.versions = versions
	p.empty.RemoveAll()
	if len(versions.Steps) == 0 {
		p.empty.Add(container.NewVBox(parts.Space(1, 24), parts.Nothing(none)))
	}
	parts.Show(p.hint, len(versions.Steps) > 1)
	parts.Show(p.each, p.each.Chosen || slices.ContainsFunc(versions.Steps, func(v desk.Step) bool { return v.Saves > 1 }))
	if len(p.chosen) > 0 && p.rows.At() != p.chosen[len(p.chosen)-1] {
		p.rows.StandAt(p.chosen[len(p.chosen)-1]) // the keys stand where the details are of
	}
	p.rows.Refresh()
	p.compare()
}

// stillChosen are the places among versions of what is chosen: the newest one
// where the newest was chosen, or where not all are there.
func (p *Pane) stillChosen(versions []desk.Step) []int {
	if len(versions) == 0 {
		return nil
	}
	var at []int
	for _, c := range p.chosen {
		if c == 0 {
			at = append(at, 0)
			continue
		}
		i := slices.IndexFunc(versions, func(v desk.Step) bool { return v.Revision == p.versions.Steps[c].Revision })
		if i < 0 {
			return []int{0}
		}
		at = append(at, i)
	}
	if len(at) == 0 {
		return []int{0}
	}
	return at
}

// Versions are what is shown.
func (p *Pane) Versions() []desk.Step { return p.versions.Steps }

// Choose chooses one version, or two to be compared.
func (p *Pane) Choose(rows ...int) {
	p.chosen = rows
	p.rows.Refresh()
	p.compare()
}

func (p *Pane) isChosen(i int) bool {
	for _, c := range p.chosen {
		if c == i {
			return true
		}
	}
	return false
}

func (p *Pane) tapped(i int, with fyne.KeyModifier) {
	if with != 0 && len(p.chosen) > 0 && !p.isChosen(i) {
		p.Choose(p.chosen[0], i)
		return
	}
	p.Choose(i)
}

// compare shows what changed: in the chosen version, or between the two.
func (p *Pane) compare() {
	p.changes.RemoveAll()
	p.restore.Hide()
	p.reopen.Hide()
	p.head.Say("")
	if len(p.chosen) > 0 {
		newer, older, key := p.chosen[0], parent, "desk.history.changed"
		if len(p.chosen) == 2 {
			newer, older = min(p.chosen[0], p.chosen[1]), max(p.chosen[0], p.chosen[1])
			key = "desk.history.between"
			parts.Show(p.reopen, !p.versions.Steps[older].Deleted)
		} else if newer > 0 && !p.versions.Steps[newer].Deleted { // a deletion has no text to go back to
			p.restore.Show()
		}
		changes, first := p.versions.changes(newer, older)
		if first {
			key = "desk.history.first"
		}
		p.head.Say(p.say.Say(key, nil))
		if len(p.chosen) == 2 {
			p.changes.Add(parts.Padded(0, 8, container.New(layout.NewCustomPaddedVBoxLayout(2),
				p.name("desk.history.newer", newer), p.name("desk.history.older", older), parts.Space(1, 6))))
		}
		for _, shown := range p.pictures {
			shown.give = nil
		}
		p.fill(changes, first)
		maps.DeleteFunc(p.pictures, func(_ picture, shown *pictureShown) bool { return shown.give == nil })
	}
	p.changes.Refresh()
	p.scroll.ScrollToTop()
	p.Object.Refresh()
}

// name says which version is the newer or the older one of two that are compared.
func (p *Pane) name(key string, version int) fyne.CanvasObject {
	title, about := p.words(version)
	return parts.NewProse(
		parts.Run{Text: p.say.Say(key, bulletin.Args{"version": title}), Style: look.SansBold, Ink: look.Quiet},
		parts.Run{Text: " · " + about, Style: look.Sans, Ink: look.Quiet})
}

// words are the two lines of a version.
func (p *Pane) words(i int) (title, about string) {
	v := p.versions.Steps[i]
	title = when(v.Time)
	if v.Author != "" || v.Reason != bulletin.ReasonAside { // what was set aside is others' text, written by the program
		title += " · " + cmp.Or(v.Author, p.say.Say("desk.nameless", nil))
	}
	reason := p.say.Say("reason."+string(v.Reason), nil)
	if v.Deleted {
		reason = p.say.Say("reason.delete", nil)
	}
	about = reason
	if older, ok := p.versions.as(i); ok {
		about = p.say.Say("desk.history.restored_as", bulletin.Args{"time": when(p.versions.Steps[older].Time)})
	}
	if v.Saves > 1 {
		about += " · " + p.say.Say("desk.history.saves", bulletin.Args{"n": v.Saves})
	}
	return title, about + " · " + p.versions.about(i)
}

func when(t time.Time) string {
	t = t.Local()
	if bulletin.DateOf(t) == bulletin.DateOf(time.Now()) {
		return t.Format("15:04")
	}
	return t.Format("15:04 2/1/2006")
}

// halves lays the list above the changes: as high as it wants to be, but not
// higher than its share. In a low pane the hint makes room: the version that the keys
// stand at is always seen.
type halves struct{ p *Pane }

func (h *halves) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 200) }

func (h *halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const share, least = 0.45, 90
	list := min(size.Height*share, max(least, float32(len(h.p.versions.Steps))*parts.TwoLineHeight()+36*look.Scale()))
	several := len(h.p.versions.Steps) > 1
	low := several && list < h.p.hint.MinSize().Height+parts.TwoLineHeight()
	if parts.Show(h.p.hint, several && !low); low {
		list = min(size.Height, max(list, parts.TwoLineHeight()))
	}
	objects[0].Resize(fyne.NewSize(size.Width, list))
	objects[1].Move(fyne.NewPos(0, list))
	objects[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-list)))
}

// version is a row of the list.
type version struct {
	widget.BaseWidget
	title, about         *canvas.Text
	fullTitle, fullAbout string
}

func newVersion() *version {
	v := &version{
		title: parts.Words("", 13, look.SansBold, theme.ColorNameForeground),
		about: parts.Words("", 12, look.Sans, look.Quiet),
	}
	v.ExtendBaseWidget(v)
	return v
}

func (v *version) fill(title, about string) {
	v.fullTitle, v.fullAbout = title, about
	v.title.Color, v.about.Color = look.Color(theme.ColorNameForeground), look.Color(look.Quiet)
	v.set()
}

func (v *version) set() {
	room := v.Size().Width - 2*versionPad
	clamp := func(s string, t *canvas.Text) string {
		return field.Clamp(s, field.Look{Size: t.TextSize, Style: t.TextStyle, Leading: 1.4}, max(room, 60), 1)[0]
	}
	v.title.Text, v.about.Text = clamp(v.fullTitle, v.title), clamp(v.fullAbout, v.about)
	v.title.Refresh()
	v.about.Refresh()
}

const versionPad = 16

func (v *version) Resize(size fyne.Size) {
	v.BaseWidget.Resize(size)
	v.set()
	title, about := parts.TwoLines()
	v.title.Move(fyne.NewPos(versionPad, title))
	v.about.Move(fyne.NewPos(versionPad, about))
}

func (v *version) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout(v.title, v.about))
}
