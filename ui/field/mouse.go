package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bantin/bulletin/viet"
)

// MouseDown puts the caret where the mouse points; with Shift it selects up
// to there. A second press selects the word, a third the whole paragraph.
func (f *Field) MouseDown(ev *desktop.MouseEvent) {
	f.grabFocus()
	at := f.placeAt(ev.Position)
	if ev.Button == desktop.MouseButtonSecondary {
		if from, to := f.selection(); at >= from && at <= to && from != to {
			return
		}
	}
	f.keyboard.Clicked()
	presses := 1
	if ev.Button == desktop.MouseButtonPrimary && ev.Modifier&fyne.KeyModifierShift == 0 {
		presses = f.clicks.Press(ev.Position)
	}
	switch presses {
	case 2:
		f.selectWord(at)
		return
	case 3:
		p := f.text.paras[f.text.paraAt(at)]
		f.anchor, f.caret = p.start, p.end
		f.Refresh()
		return
	}
	f.moveTo(at, ev.Modifier&fyne.KeyModifierShift != 0)
}

// MouseUp does nothing: everything happens when the button goes down.
func (f *Field) MouseUp(*desktop.MouseEvent) {}

func (f *Field) selectWord(at int) {
	from, to := at, at
	for from > 0 && viet.InWord(f.text.runes[from-1]) {
		from--
	}
	for to < f.Len() && viet.InWord(f.text.runes[to]) {
		to++
	}
	f.anchor, f.caret = from, to
	f.Refresh()
}

// Dragged selects from where the button went down.
func (f *Field) Dragged(ev *fyne.DragEvent) {
	f.clicks.Forget()
	f.moveTo(f.placeAt(ev.Position), true)
}

// DragEnd ends the selecting. Where the button is let go beside the field, Fyne
// has taken the keyboard away by then.
func (f *Field) DragEnd() { f.grabFocus() }

func (f *Field) placeAt(p fyne.Position) int {
	x := p.X
	if f.OneRow && f.firstRune > 0 {
		x += f.text.measure(string(f.text.runes[:min(f.firstRune, f.Len())]), f.text.look)
	}
	return f.text.at(x, p.Y)
}

func (f *Field) grabFocus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Focus(f)
	}
}
