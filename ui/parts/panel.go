package parts

import (
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/assets/translations"
	"bantin/ui/field"
	"bantin/ui/look"
)

// Panel is a sheet of paper in front of the window that asks or tells one
// thing: a title, what it is about, and at its foot what can be done. Escape
// shuts it. Set its fields, then Show it.
type Panel struct {
	Say   *translations.Catalogue
	Title string
	Lead  string // a sentence below the title, "" for none
	Body  fyne.CanvasObject
	// Width is how wide the body wants to be at the usual text size, Height how
	// high at most; 0 is as high as the body is. What is larger scrolls.
	Width, Height float32
	Bare          bool // the body scrolls by itself and fills Height

	// Agree is the word on the filled button, "" for none. While OnAgree
	// fails, the panel stays and says why.
	Agree   string
	OnAgree func() error
	Shut    string              // the word that shuts the panel; "" is Cancel
	Single  bool                // only the filled button, no word that shuts
	Aside   []fyne.CanvasObject // at the left of the foot
	First   fyne.Focusable      // has the focus at the beginning
	Unasked bool                // it came before who writes: until it takes the keys, letters are not for it
	Late    bool                // it came some time after it was asked for: Space is no answer until one walks to a button
	Written bool                // nor is the first Enter, which was on its way to the text
	Working bool                // it tells how far a work is: what shuts it stops that, and waits until one walks there
	OnTaken func()              // after it took the keys
	OnShut  func()              // after it was shut, in whichever way

	win    fyne.Window
	pop    *widget.PopUp
	frame  *fyne.Container
	scroll *container.Scroll // that the body is in, nil where it scrolls by itself
	wrong  *widget.Label
	agree  *Quiet
	shut   *Quiet
}

// ErrStay is given by OnAgree where nothing is wrong and the panel stays all the
// same.
var ErrStay = errors.New("the panel stays")

// shown are the panels in front of windows, by their overlays.
var shown = map[fyne.CanvasObject]*Panel{}

// ShutTop shuts the panel that is in front of a canvas, as Escape does, and
// reports whether one was.
func ShutTop(c fyne.Canvas) bool {
	p := shown[c.Overlays().Top()]
	if p != nil {
		p.Hide()
	}
	return p != nil
}

// SubmitTop does what the filled button of the panel does that is in front of a
// canvas, by Enter where nothing in it has the keyboard: who clicks on an empty
// part of a panel has not left it. It reports whether there was one to do it.
func SubmitTop(c fyne.Canvas, key fyne.KeyName) bool {
	p := shown[c.Overlays().Top()]
	if p == nil || p.agree == nil || p.Unasked || c.Focused() != nil || key != fyne.KeyReturn && key != fyne.KeyEnter {
		return false
	}
	p.Submit()
	return true
}

// ScrollTop scrolls the panel that is in front of a canvas by a key that nothing
// in it has taken, and reports whether it did.
func ScrollTop(c fyne.Canvas, key fyne.KeyName) bool {
	p := shown[c.Overlays().Top()]
	if p == nil || p.scroll == nil {
		return false
	}
	const line, page = 40, 0.85
	room := p.scroll.Size().Height
	to, ok := map[fyne.KeyName]float32{
		fyne.KeyDown: p.scroll.Offset.Y + line*look.Scale(), fyne.KeyUp: p.scroll.Offset.Y - line*look.Scale(),
		fyne.KeyPageDown: p.scroll.Offset.Y + room*page, fyne.KeyPageUp: p.scroll.Offset.Y - room*page,
		fyne.KeyHome: 0, fyne.KeyEnd: p.scroll.Content.Size().Height,
	}[key]
	if ok {
		p.scroll.ScrollToOffset(fyne.NewPos(0, max(0, to)))
	}
	return ok
}

// Show puts the panel in front of a window.
func (p *Panel) Show(win fyne.Window) {
	hideHints()
	p.win = win
	p.frame = WithHints(p.lay())
	p.pop = widget.NewModalPopUp(p.frame, win.Canvas())
	shown[p.pop] = p
	p.pop.Show()
	if p.First != nil {
		win.Canvas().Focus(p.First)
	} else if p.agree != nil {
		p.agree.Unasked, p.agree.Late, p.agree.seen = p.Unasked, p.Late, !p.Written
		p.agree.OnLeft = func() {
			if p.IsTop() {
				p.TakeKeys()
			}
		}
		win.Canvas().Focus(p.agree)
	} else if p.shut != nil && !p.Working {
		win.Canvas().Focus(p.shut)
	}
}

// Hide shuts the panel.
func (p *Panel) Hide() {
	if p.pop == nil || shown[p.pop] == nil {
		return
	}
	delete(shown, p.pop)
	delete(layers, p.frame.Objects[1].(*fyne.Container))
	p.pop.Hide()
	if p.OnShut != nil {
		p.OnShut()
	}
	answered(p.win.Canvas())
	OnUI(p.handBack) // what waited for the answer comes first: the key that answered may still be held
}

// handBack tells the text that has the keyboard again that whoever asked for the
// panel has left off writing for it.
func (p *Panel) handBack() {
	text, ok := p.win.Canvas().Focused().(interface{ BeginAnew() })
	if ok && !p.Unasked {
		text.BeginAnew()
	}
}

// Visible reports whether the panel is in front of its window.
func (p *Panel) Visible() bool { return p.pop != nil && shown[p.pop] != nil }

// IsTop reports whether the panel is in front of everything else.
func (p *Panel) IsTop() bool {
	return p.Visible() && p.win.Canvas().Overlays().Top() == fyne.CanvasObject(p.pop)
}

// Submit does what the filled button does.
func (p *Panel) Submit() {
	if p.agree != nil && p.agree.off {
		return
	}
	if p.OnAgree != nil {
		if err := p.OnAgree(); errors.Is(err, ErrStay) {
			return
		} else if err != nil {
			p.Complain(p.Say.Explain(err))
			return
		}
	}
	p.Hide()
}

// Complain says at the foot of the panel what is wrong; "" takes it away.
func (p *Panel) Complain(sentence string) {
	p.wrong.SetText(sentence)
	Show(p.wrong, sentence != "")
	p.frame.Refresh()
}

// Complaint is what the panel says is wrong, "" for nothing.
func (p *Panel) Complaint() string {
	if !p.wrong.Visible() {
		return ""
	}
	return p.wrong.Text
}

// EnableAgree makes the filled button work or not.
func (p *Panel) EnableAgree(on bool) {
	if p.agree != nil {
		p.agree.Enable(on)
	}
}

// Lends reports whether what is written still goes on to the text that was written
// in before the panel came.
func (p *Panel) Lends() bool {
	if !p.Unasked || !p.IsTop() {
		return false
	}
	at := p.win.Canvas().Focused()
	return at == nil || p.agree != nil && at == fyne.Focusable(p.agree)
}

// TakeKeys makes all keys the panel's from now on.
func (p *Panel) TakeKeys() {
	if !p.Unasked {
		return
	}
	if p.Unasked = false; p.agree != nil {
		p.agree.Unasked = false
		p.agree.Refresh()
	}
	if p.OnTaken != nil {
		p.OnTaken()
	}
}

// Owes is how many keys TakeOwed gives.
func (p *Panel) Owes() int {
	if p.agree == nil {
		return 0
	}
	return len(p.agree.owed)
}

// TakeOwed gives the keys that came to a panel before it took the keys and that it
// did not take for an answer, each once.
func (p *Panel) TakeOwed() []fyne.KeyName {
	if p.agree == nil {
		return nil
	}
	return p.agree.TakeOwed()
}

// Focus gives something in the panel the focus.
func (p *Panel) Focus(on fyne.Focusable) { p.win.Canvas().Focus(on) }

// FocusAgree gives the filled button the focus.
func (p *Panel) FocusAgree() {
	if p.agree != nil {
		p.win.Canvas().Focus(p.agree)
	}
}

// Turn fits the panel to another page of its body, which begins at its head.
func (p *Panel) Turn() {
	p.Fit()
	if p.scroll != nil {
		p.scroll.ScrollToTop()
	}
}

// Fit gives the panel the size that its body wants now.
func (p *Panel) Fit() {
	if p.pop == nil {
		return
	}
	if p.scroll != nil {
		p.scroll.SetMinSize(fyne.NewSize(p.width()+ScrollRoom, p.height(p.Body.MinSize().Height)))
	}
	p.pop.Resize(p.frame.MinSize())
}

func (p *Panel) lay() fyne.CanvasObject {
	p.wrong = widget.NewLabel("")
	p.wrong.Importance, p.wrong.Wrapping = widget.DangerImportance, fyne.TextWrapWord
	p.wrong.Hide()
	width := p.width()
	head := container.New(layout.NewCustomPaddedVBoxLayout(2), p.titleIn(width)...)
	if p.Lead != "" {
		head.Add(Paragraph(p.Lead, width, look.Quiet))
	}
	beside := layout.NewCustomPaddedLayout(0, 0, 0, ScrollRoom)
	body := p.Body
	if !p.Bare {
		body.Resize(fyne.NewSize(width, 1)) // breaks its texts, so that its height is known
		scroll := container.NewVScroll(container.New(beside, body))
		scroll.SetMinSize(fyne.NewSize(width+ScrollRoom, p.height(body.MinSize().Height)))
		body, p.scroll = scroll, scroll
	} else {
		body = container.NewStack(Space(width, p.height(p.Height*look.Scale())), body)
	}
	foot := container.New(beside, container.NewVBox(p.wrong, Space(1, 2), p.foot()))
	ground := canvas.NewRectangle(look.Color(theme.ColorNameOverlayBackground))
	ground.CornerRadius = 8
	return container.NewStack(newKeep(p.TakeKeys), ground, container.New(layout.NewCustomPaddedLayout(18, 18, 24, 24-ScrollRoom), container.NewBorder(
		container.NewVBox(container.New(beside, head), Space(1, 8)), foot, nil, nil, body)))
}

// titleIn is the title in as many lines as it takes, up to two: names of files and
// headlines stand in it.
func (p *Panel) titleIn(width float32) (lines []fyne.CanvasObject) {
	const size, most = 20, 2
	set := field.Look{Size: look.Text(size), Style: look.SerifBold, Leading: 1.4}
	for _, line := range field.Clamp(p.Title, set, width, most) {
		lines = append(lines, Words(line, size, look.SerifBold, theme.ColorNameForeground))
	}
	return lines
}

// ScrollRoom is what a scroll bar takes at the right of a body. Head and foot end
// where the body does beside it.
const ScrollRoom = 12

func (p *Panel) width() float32 { return PanelRoom(p.win, p.Width) }

// PanelRoom is how wide the body of a panel can be that wants to be so wide at
// the usual text size.
func PanelRoom(win fyne.Window, wanted float32) float32 {
	const beside = 110
	return min(wanted*look.Scale(), win.Canvas().Size().Width-beside)
}

// belowBody is room below a body, whose last line has letters that hang under it.
const belowBody = 5

// height is how high the body can be: not higher than it wants, nor than the
// window has room for.
func (p *Panel) height(wanted float32) float32 {
	wanted += belowBody * look.Scale()
	if p.Height > 0 {
		wanted = min(wanted, p.Height*look.Scale())
	}
	return max(10, min(wanted, p.win.Canvas().Size().Height-200))
}

func (p *Panel) foot() fyne.CanvasObject {
	shut := p.Shut
	if shut == "" {
		shut = p.Say.Say("desk.fyne.cancel", nil)
	}
	foot := container.NewHBox(p.Aside...)
	foot.Add(layout.NewSpacer())
	if !p.Single {
		p.shut = NewQuiet(shut, nil, p.Hide)
		foot.Add(container.NewCenter(p.shut))
	}
	if p.Agree != "" {
		p.agree = NewGrip(p.Agree, p.Submit)
		foot.Add(Space(6, 1))
		foot.Add(p.agree)
	}
	return foot
}

// Paragraph is a text that breaks at a width.
func Paragraph(s string, width float32, ink fyne.ThemeColorName) fyne.CanvasObject {
	return paragraph(s, theme.TextSize(), width, ink)
}

// Small is a paragraph in the size of what stands beside other things.
func Small(s string, width float32, ink fyne.ThemeColorName) fyne.CanvasObject {
	const small = 12
	return paragraph(s, look.Text(small), width, ink)
}

func paragraph(s string, size, width float32, ink fyne.ThemeColorName) *Prose {
	text := NewProse(Run{Text: s, Style: look.Sans, Ink: ink})
	text.size = size
	text.Resize(fyne.NewSize(width, 1)) // breaks, so that its height is known
	return text
}

// Point is one of several paragraphs, behind a dot of a colour.
func Point(s string, width float32, dot fyne.ThemeColorName) fyne.CanvasObject {
	const beside = 16
	mark := NewProse(Run{Text: "•", Style: look.SansBold, Ink: dot})
	return container.NewBorder(nil, nil, container.NewStack(Space(beside*look.Scale(), 1), mark), nil,
		Paragraph(s, width-beside*look.Scale(), theme.ColorNameForeground))
}
