package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// keyApart is, with the path of a drafts file behind it, the shared folder with
// which it has not been exchanged since a backup of it was restored (ADR 0087).
const keyApart = "newsroom apart "

// apart is that folder, "" for none.
func (s settings) apart(path string) string { return s.p.String(keyApart + path) }

// rest stops the exchange of a drafts file with its shared folder, which is kept in
// mind, and gives that, "" for none.
func (s settings) rest(path string) string {
	shared := s.newsroom(path)
	if shared != "" {
		s.keepNewsroom(path, "")
		s.p.SetString(keyApart+path, shared)
	}
	return shared
}

// withApart puts below the list that nothing is exchanged with the shared folder,
// as long as that is so, with the way back: the notice that told it may be gone.
func (w *window) withApart(o fyne.CanvasObject) fyne.CanvasObject {
	w.besideFolder = container.NewStack()
	w.showApart()
	return container.New(below{}, o, w.besideFolder)
}

// showApart says it, or no longer.
func (w *window) showApart() {
	w.besideFolder.RemoveAll()
	if w.settings.apart(w.file.Path()) != "" && !w.file.ReadOnly() {
		said := parts.NewProse(parts.Run{Text: w.say.Say("desk.newsroom.rests", nil), Style: look.Sans, Ink: look.Quiet})
		again := newQuiet(w.say.Say("desk.backup.join_again", nil), nil, w.exchangeAgain)
		again.Ink, again.TextSize = theme.ColorNamePrimary, 12
		w.besideFolder.Add(container.New(layout.NewCustomPaddedVBoxLayout(0), rule(),
			container.New(layout.NewCustomPaddedLayout(4, 4, 14, 8), container.NewBorder(nil, nil, nil, container.NewCenter(again),
				container.New(layout.NewCustomPaddedVBoxLayout(0), layout.NewSpacer(), said, layout.NewSpacer())))))
	}
	w.besideFolder.Refresh()
}

// exchangeAgain takes up the exchange that rests since a backup was restored.
func (w *window) exchangeAgain() { w.enterNewsroom(w.settings.apart(w.file.Path())) }

// tellApart says that the exchange rests, and offers to take it up or to give it up.
func (w *window) tellApart(folder string) {
	w.notices.Say(w.say.Say("desk.newsroom.apart", bulletin.Args{"folder": folder}),
		w.say.Say("desk.backup.join_again", nil), w.exchangeAgain)
	w.notices.Or(ofNews, w.say.Say("desk.newsroom.leave", nil), w.leaveNewsroom)
}

// below lays the second of two at the foot of the first, as high as it is once its
// words are broken.
type below struct{}

func (below) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[0].MinSize().Add(fyne.NewSize(0, o[1].MinSize().Height))
}

func (below) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[1].Resize(fyne.NewSize(size.Width, o[1].MinSize().Height))
	high := o[1].MinSize().Height
	o[1].Resize(fyne.NewSize(size.Width, high))
	o[1].Move(fyne.NewPos(0, size.Height-high))
	o[0].Resize(fyne.NewSize(size.Width, size.Height-high))
	o[0].Move(fyne.Position{})
}
