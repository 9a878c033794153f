package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/look"
)

// notices is the place at the foot of the sheet where the desk says what
// happened, with at most one thing to do about it. It never takes the focus.
type notices struct {
	pane   *fyne.Container
	number int // of the newest notice
}

// noticeStays is how long good news stays, and noticeWaits how long it stays
// where something can be taken back; bad news stays until it is mended or sent
// away.
const (
	noticeStays = 10 * time.Second
	noticeWaits = time.Minute
)

func newNotices() *notices { return &notices{pane: container.NewStack()} }

// Say shows a sentence; do may be nil.
func (n *notices) Say(sentence, action string, do func()) {
	number := n.show(sentence, theme.ColorNameForeground, action, do)
	stays := noticeStays
	if do != nil {
		stays = noticeWaits
	}
	time.AfterFunc(stays, func() {
		onUI(func() {
			if n.number == number {
				n.Clear()
			}
		})
	})
}

// Keep shows a sentence that one needs time to read, until it is sent away.
func (n *notices) Keep(sentence string) {
	n.show(sentence, theme.ColorNameForeground, "", nil)
}

// Warn shows a sentence until it is sent away.
func (n *notices) Warn(sentence, action string, do func()) {
	n.show(sentence, theme.ColorNameError, action, do)
}

// Clear takes the notice away.
func (n *notices) Clear() {
	n.number++
	n.pane.RemoveAll()
	n.pane.Refresh()
}

func (n *notices) show(sentence string, ink fyne.ThemeColorName, action string, do func()) int {
	n.Clear()
	text := widget.NewRichText(&widget.TextSegment{
		Text:  sentence,
		Style: widget.RichTextStyle{ColorName: ink, SizeName: theme.SizeNameText},
	})
	text.Wrapping = fyne.TextWrapWord
	buttons := container.NewHBox()
	if do != nil {
		act := newQuiet(action, nil, func() { n.Clear(); do() })
		act.Bold, act.Ink = true, theme.ColorNamePrimary
		buttons.Add(container.NewCenter(act))
	}
	buttons.Add(container.NewCenter(newQuiet("", theme.CancelIcon(), n.Clear)))
	card := canvas.NewRectangle(look.Color(theme.ColorNameMenuBackground))
	card.CornerRadius = 6
	card.StrokeColor, card.StrokeWidth = look.Color(look.Rule), 1
	body := container.New(layout.NewCustomPaddedLayout(2, 2, 8, 6),
		container.NewBorder(nil, nil, nil, buttons, text))
	n.pane.Add(container.New(layout.NewCustomPaddedLayout(0, 14, 24, 24), container.NewStack(card, body)))
	n.pane.Refresh()
	return n.number
}
