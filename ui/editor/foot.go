package editor

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// foot is the quiet line below the sheet: how much is written, how long it
// takes to read, and what does not fit.
type foot struct {
	e     *Editor
	said  []*canvas.Text
	line  *fyne.Container
	photo *parts.Quiet // adds one
	pane  *fyne.Container
}

// syllablesAMinute is how fast an announcer reads: 200 to 233.
const syllablesAMinute = 215

const footSize = 12

func newFoot(e *Editor) *foot {
	f := &foot{e: e}
	f.line = container.New(f)
	f.photo = parts.NewQuiet(e.say.Say("desk.add_photo", nil), nil, func() {
		if e.OnAddPhoto != nil {
			e.OnAddPhoto()
		}
	})
	f.photo.TextSize, f.photo.Hint = footSize, e.say.Say("desk.add_photo_hint", nil)
	f.pane = container.NewBorder(parts.Rule(), nil, nil, container.NewHBox(f.photo, parts.Space(8, 1)), f.line)
	return f
}

// tell counts anew. It costs next to nothing.
func (f *foot) tell() {
	words := f.e.m.Words()
	minutes := max(1, (words+syllablesAMinute/2)/syllablesAMinute)
	type part struct {
		said string
		ink  fyne.ThemeColorName
	}
	parts.Show(f.photo, !f.e.readOnly)
	counts := []part{{f.e.say.Say("desk.foot.words", bulletin.Args{"n": words}), look.Quiet}}
	if n := f.e.m.SelectedWords(); n > 0 {
		counts = append(counts, part{f.e.say.Say("desk.foot.selected", bulletin.Args{"n": n}), theme.ColorNamePrimary})
	}
	if words > 0 {
		counts = append(counts, part{f.e.say.Say("desk.foot.minutes", bulletin.Args{"n": minutes}), look.Ghost})
	}
	if n := f.e.m.Photos(); n > 0 {
		counts = append(counts, part{f.e.say.Say("desk.photos", bulletin.Args{"n": n}), look.Ghost})
	}
	p := f.e.printed
	if p.HeadlineMost > 0 && p.HeadlineLines > p.HeadlineMost {
		counts = append(counts, part{f.e.say.Say("desk.foot.headline", bulletin.Args{"n": p.HeadlineLines, "most": p.HeadlineMost}), theme.ColorNameWarning})
	}
	switch over := max(p.Overset, p.Over); {
	case p.Overset == 0 && over > 0 && p.Onto > 0:
		counts = append(counts, part{f.e.say.Say("desk.makeup.overleaf", bulletin.Args{"n": over, "page": p.Onto}), look.Quiet})
	case over > 0:
		counts = append(counts, part{f.e.say.Say("desk.foot.over", bulletin.Args{"n": over}), theme.ColorNameError})
	case p.Over < 0:
		counts = append(counts, part{f.e.say.Say("desk.foot.under", bulletin.Args{"n": -p.Over}), look.Ghost})
	}
	for i, said := range counts {
		f.write(i, said.said, said.ink)
	}
	for i := len(counts); i < len(f.said); i++ {
		f.write(i, "", look.Ghost)
	}
	f.Layout(nil, f.line.Size())
}

func (f *foot) write(i int, said string, ink fyne.ThemeColorName) {
	if i == len(f.said) {
		f.said = append(f.said, canvas.NewText("", color.Transparent))
		f.line.Objects = append(f.line.Objects, f.said[i])
	}
	t := f.said[i]
	size := look.Text(footSize)
	if c := look.Color(ink); t.Text != said || t.Color != c || t.TextSize != size {
		t.Text, t.Color, t.TextSize = said, c, size
		t.Resize(t.MinSize())
		t.Refresh()
	}
}

// MinSize is one line.
func (f *foot) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(100, look.Height(look.Text(footSize), look.Sans)+14)
}

// Layout sets the line under the column of text. Where there is no room for all,
// what is only good to know makes room for what is to be mended.
func (f *foot) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	x := max(16, f.e.sheet.left)
	over := x - size.Width
	for _, t := range f.said {
		over += f.room(t)
		t.Hidden = false
	}
	for _, t := range f.said {
		if over > footGap && t.Color == look.Color(look.Ghost) && t.Text != "" {
			over -= f.room(t)
			t.Hidden = true
		}
		t.Move(fyne.NewPos(whole(x), whole((size.Height-t.MinSize().Height)/2)))
		if !t.Hidden {
			x += f.room(t)
		}
	}
}

const footGap = 18 // between what is said

// room is what a text and the gap behind it take.
func (f *foot) room(t *canvas.Text) float32 {
	if t.Text == "" {
		return 0
	}
	return t.MinSize().Width + footGap
}

// FootHeight is the height of the line below the sheet.
func (e *Editor) FootHeight() float32 { return e.foot.pane.MinSize().Height }
