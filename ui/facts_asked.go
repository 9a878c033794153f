package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"bantin/bulletin"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// askedFact is a fact that is being written on a small sheet of paper below its
// word.
type askedFact struct {
	f     *facts
	in    *field.Field
	said  *widget.Label // of what is written
	paper *widget.PopUp
	width float32
	text  func() string                                   // of the fact now
	take  func(*bulletin.Article, string) (string, error) // writes it, and says something of it
	shown string                                          // of the fact when it was shown or taken last
	step  *bulletin.Article                               // its facts as they are after what was written here; nil before
}

// ask opens a small sheet of paper below a word to write in. What is written
// is taken at once, and what take says of it is shown below; what cannot be taken
// is explained on Enter. What others make of the fact meanwhile is shown; what
// was typed and could not be taken yet stays.
func (f *facts) ask(at fyne.Position, name string, text func() string, width float32, take func(*bulletin.Article, string) (string, error)) {
	a := &askedFact{f: f, in: f.askedField(name, text()), text: text, take: take, shown: text(), width: width * look.Scale()}
	f.asked = a
	a.layOut()
	a.in.OnHeight, a.in.OnChanged = a.grow, a.written
	a.in.OnEscape, a.in.OnEnter = a.paper.Hide, a.done
	a.paper.ShowAtPosition(at)
	a.grow()
	f.canvas().Focus(a.in)
	if a.in.Single { // a note is added to, and a key must not wipe it away
		a.in.SelectAll()
	} else {
		a.in.SetCaret(a.in.Len())
	}
}

func (f *facts) askedField(name, text string) *field.Field {
	in := field.New(field.Look{Size: look.Text(13), Leading: 1.5})
	in.ChosenInk = look.Chosen
	in.Single = name != "note"
	in.Ghost = f.say.Say("desk.ask."+name, nil)
	in.MenuWord = func(action string) string { return f.say.Say("desk.edit."+action, nil) }
	in.Clean = cleanPasted
	in.ReadOnly = f.readOnly
	in.SetText(text)
	return in
}

func (a *askedFact) layOut() {
	const beside = 10                              // of the field, on either side
	wide := space(a.width-2*beside, 1)             // or it would be set as narrow as it can be, and be that high
	a.in.Resize(fyne.NewSize(a.width-2*beside, 1)) // so that its height is known
	a.said = widget.NewLabel("")
	a.said.Wrapping = fyne.TextWrapWord
	a.said.Hide()
	a.paper = widget.NewPopUp(container.NewVBox(
		container.New(layout.NewCustomPaddedLayout(8, 8, beside, beside), container.NewStack(wide, a.in)), a.said), a.f.canvas())
}

func (a *askedFact) grow() { a.paper.Resize(fyne.NewSize(a.width, a.paper.Content.MinSize().Height)) }

func (a *askedFact) tell(sentence string, ink widget.Importance) {
	a.said.Importance = ink
	a.said.SetText(sentence)
	parts.Show(a.said, sentence != "")
	a.grow()
}

// written takes what is written, where it can be taken.
func (a *askedFact) written() {
	var sentence string
	var err error
	a.f.changeOn(a, func(article *bulletin.Article) { sentence, err = a.take(article, a.in.Text()) })
	if err == nil {
		a.tell(sentence, widget.LowImportance)
		a.shown = a.text()
	} else if a.said.Importance == widget.LowImportance {
		a.tell("", widget.LowImportance) // said of what was there before
	}
}

// done ends the writing, unless what is written cannot be taken.
func (a *askedFact) done() {
	tried := a.f.article
	if _, err := a.take(&tried, a.in.Text()); err != nil {
		a.tell(a.f.say.Explain(err), widget.DangerImportance)
		return
	}
	a.paper.Hide()
}

// follow shows what the fact has become, where it is another one than was shown.
func (a *askedFact) follow() {
	if a == nil || !a.paper.Visible() {
		return
	}
	now, was := a.text(), a.shown
	a.shown = now
	switch {
	case now == was || now == a.in.Text():
	case a.in.Text() == was || a.isTaken(was):
		a.in.Follow(now)
	default:
		a.tell(a.f.say.Say("desk.fact.changed_elsewhere", bulletin.Args{"now": now}), widget.WarningImportance)
	}
}

// isTaken reports whether what is typed is the fact, said in other words.
func (a *askedFact) isTaken(was string) bool {
	return strings.TrimSpace(a.in.Text()) == strings.TrimSpace(was)
}
