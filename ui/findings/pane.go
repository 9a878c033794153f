// Package findings is the list of what was noticed on the pages, the gravest
// first: a click goes to its cause, and where the program can mend it by
// itself, one more click does.
package findings

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/look"
	"bantin/ui/loop"
	"bantin/ui/parts"
)

// Pane is the list. Set its callbacks before it is shown.
type Pane struct {
	Object *fyne.Container

	OnGo   func(bulletin.Finding) // to its cause
	OnMend func(bulletin.Finding)
	// Headline is what the article of a finding is called, "" where there is
	// only one.
	Headline func(bulletin.ID) string
	// Photo is what the photo of a finding is called, "" where that is unknown.
	Photo func(bulletin.Place) string
	// Purpose is a sentence on what the pages are looked over for, "" for a print
	// house; Show says it.
	Purpose string

	say    *translations.Catalogue
	head   *widget.RichText
	cards  *fyne.Container
	scroll *container.Scroll
	shown  []bulletin.Finding
	groups [][]bulletin.Finding // of shown, each a card
	times  int                  // that something was shown
}

// New makes the pane.
func New(say *translations.Catalogue) *Pane {
	p := &Pane{say: say, head: widget.NewRichText()}
	p.head.Wrapping = fyne.TextWrapWord
	p.cards = container.New(layout.NewCustomPaddedVBoxLayout(0))
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 14, 0, 0), p.cards))
	p.Object = container.NewStack(parts.Ground(theme.ColorNameBackground),
		container.NewBorder(container.NewVBox(container.New(layout.NewCustomPaddedLayout(0, 0, 8, 8), p.head), parts.Rule()), nil, nil, nil, p.scroll))
	p.Wait()
	return p
}

// most is how many findings are shown: nobody reads more at a time.
const most = 60

// atATime is how many are made in one turn of the window: as many as are seen
// on a usual screen.
const atATime = 8

// Wait says that the pages are being looked over.
func (p *Pane) Wait() {
	p.shown = nil
	p.times++
	p.cards.RemoveAll()
	p.says(p.say.Say("desk.check.waiting", nil), look.Quiet)
}

// Rest says in a sentence why there is nothing to look over.
func (p *Pane) Rest(sentence string) {
	p.Wait()
	p.says(sentence, look.Quiet)
}

// Says is what stands above the findings.
func (p *Pane) Says() string { return p.head.String() }

// Fail says why the pages could not be looked over.
func (p *Pane) Fail(sentence string) {
	p.Wait()
	p.says(sentence, theme.ColorNameError)
}

// Show shows what was noticed, errors first.
func (p *Pane) Show(findings []bulletin.Finding) {
	p.shown = slices.Clone(findings)
	slices.SortStableFunc(p.shown, func(a, b bulletin.Finding) int { return rank(a.Severity) - rank(b.Severity) })
	p.groups = gathered(p.shown)
	p.times++
	verdict, ink := p.verdict()
	p.says(strings.TrimSpace(verdict+" "+p.Purpose), ink)
	first := atATime
	if p.scroll.Offset.Y > 0 { // what the person looks at stays in its place
		first = most
	}
	at, c := p.withKeys()
	p.cards.Objects = nil
	p.add(0, first, p.times)
	if all := p.all(); at >= 0 && len(all) > 0 {
		c.Focus(all[min(at, len(all)-1)])
	}
}

// add makes n cards from the i-th on, and the others some at a time: the window
// does not wait for those that are below what is seen. They are for what was
// shown then.
func (p *Pane) add(i, n, shown int) {
	if shown != p.times {
		return
	}
	last := min(i+n, most, len(p.groups))
	cards := p.cards.Objects
	for _, alike := range p.groups[i:last] {
		cards = append(cards, p.card(alike))
	}
	left := len(p.groups) - last
	if last == most && left > 0 {
		cards = append(cards, parts.Padded(10, 16, parts.Words(p.say.Say("desk.more_findings", bulletin.Args{"n": left}), 12, look.Sans, look.Quiet)))
	}
	p.cards.Objects = cards // laid out once, not after each
	p.cards.Refresh()
	p.scroll.Refresh()
	if left > 0 && last < most {
		loop.Post(func() { p.add(last, atATime, shown) })
	}
}

// Findings are what is shown, in its order.
func (p *Pane) Findings() []bulletin.Finding { return p.shown }

func rank(s bulletin.Severity) int {
	return slices.Index([]bulletin.Severity{bulletin.Error, bulletin.Warning, bulletin.Hint}, s)
}

// Counts is how many findings there are of each severity.
func (p *Pane) Counts() (errors, warnings, hints int) {
	for _, f := range p.shown {
		switch f.Severity {
		case bulletin.Error:
			errors++
		case bulletin.Warning:
			warnings++
		default:
			hints++
		}
	}
	return errors, warnings, hints
}

func (p *Pane) verdict() (string, fyne.ThemeColorName) {
	errors, warnings, hints := p.Counts()
	args := bulletin.Args{"errors": errors, "warnings": warnings, "hints": hints}
	switch {
	case errors > 0 && warnings > 0:
		return p.say.Say("desk.check.errors", args), theme.ColorNameError
	case errors > 0:
		return p.say.Say("desk.check.errors_alone", args), theme.ColorNameError
	case warnings > 0:
		return p.say.Say("desk.check.warnings", args), theme.ColorNameWarning
	case hints > 0:
		return p.say.Say("desk.check.hints", args), look.Quiet
	}
	return p.say.Say("desk.check.fine", nil), theme.ColorNameSuccess
}

func (p *Pane) says(s string, ink fyne.ThemeColorName) {
	p.head.Segments = []widget.RichTextSegment{&widget.TextSegment{
		Text: s, Style: widget.RichTextStyle{ColorName: ink, SizeName: theme.SizeNameText},
	}}
	p.head.Refresh()
}

// gathered puts together what is one thing to read. What the program can mend
// stays apart, with the word that mends it.
func gathered(findings []bulletin.Finding) (groups [][]bulletin.Finding) {
	for _, alike := range bulletin.GatherPhotos(findings) {
		if alike[0].Fix == "" {
			groups = append(groups, alike)
			continue
		}
		for _, f := range alike {
			groups = append(groups, []bulletin.Finding{f})
		}
	}
	return groups
}

// card is one finding, or several of a kind: their sentence, whose they are, and
// what can be done. Pressed again and again, it leads from one to the next.
func (p *Pane) card(alike []bulletin.Finding) fyne.CanvasObject {
	f, next := alike[0], 0
	c := &card{pane: p, sentence: p.say.Findings(alike, p.photo), ink: look.SeverityInk(f.Severity)}
	c.OnPress = func() {
		p.OnGo(alike[next])
		next = (next + 1) % len(alike)
	}
	at := f.Where
	if len(alike) > 1 {
		at.Photo = "" // the sentence names them
	}
	c.about = p.about(at)
	if f.Fix != "" {
		c.mend = parts.NewQuiet(p.say.Say("fix."+string(f.Fix), nil), nil, func() { p.OnMend(f) })
		c.mend.TextSize, c.mend.Bold, c.mend.Ink, c.mend.Flush = 12, true, theme.ColorNamePrimary, true
	}
	c.Extend(c)
	return c
}

// photo is what the photo of a finding is called in a sentence.
func (p *Pane) photo(f bulletin.Finding) string {
	if p.Photo != nil {
		if name := p.Photo(f.Where); name != "" {
			return name
		}
	}
	return f.Where.Photo
}

// about says which photo of which article a finding is about, as far as that is
// not plain.
func (p *Pane) about(at bulletin.Place) string {
	var names []string
	if p.Photo != nil && at.Photo != "" {
		names = append(names, parts.Head(p.Photo(at)))
	}
	if p.Headline != nil {
		names = append(names, p.Headline(at.Article))
	}
	return strings.Join(slices.DeleteFunc(names, func(s string) bool { return s == "" }), " · ")
}

// Abouts are what is shown below the sentences, in their order.
func (p *Pane) Abouts() []string {
	var out []string
	for _, f := range p.shown {
		out = append(out, p.about(f.Where))
	}
	return out
}
