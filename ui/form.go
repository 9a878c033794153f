package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"bantin/ui/field"
	"bantin/ui/look"
)

// form is a dialog of a few fields under their names.
type form struct {
	w       *window
	columns int
	fields  []*field.Field
	cells   *fyne.Container
	dialog  dialog.Dialog
	submit  func()
}

func (w *window) newForm() *form {
	f := &form{w: w, columns: 1}
	f.cells = container.New(&formLayout{f})
	return f
}

// line adds a field of one line; key names its label, and below ".ghost" an
// example.
func (f *form) line(key, text string) *field.Field {
	in := f.add(key, text)
	in.Single = true
	in.OnEnter = func() { f.enter(in) }
	return in
}

// lines adds a field with something else on each line.
func (f *form) lines(key string, text []string) *field.Field {
	return f.add(key, strings.Join(text, "\n"))
}

func (f *form) add(key, text string) *field.Field {
	say := func(key string) string { return f.w.say.Say(key, nil) }
	in := field.New(field.Look{Size: look.Text(14), Leading: 1.5})
	in.ChosenInk, in.GhostInk, in.Name = look.Chosen, look.Faint, key
	if ghost := "desk." + key + ".ghost"; f.w.say.Has(ghost) {
		in.Ghost = say(ghost)
	}
	in.MenuWord = func(action string) string { return say("desk.edit." + action) }
	in.Clean = cleanPasted
	in.SetText(text)
	in.OnHeight = func() { f.cells.Refresh() }
	in.OnEscape = func() { f.dialog.Hide() }
	f.fields = append(f.fields, in)
	f.cells.Add(words(say("desk."+key), 12, look.Sans, look.Quiet))
	f.cells.Add(in)
	f.cells.Add(rule())
	return in
}

// enter goes on to the next field, and from the last one takes the form.
func (f *form) enter(from *field.Field) {
	if from == f.fields[len(f.fields)-1] {
		f.submit()
		return
	}
	f.w.win.Canvas().FocusNext()
}

// ask shows the form. take is called when the person agrees; while it fails,
// the form stays and says why.
func (f *form) ask(title, agree string, width float32, take func() error) {
	wrong := widget.NewLabel("")
	wrong.Importance, wrong.Wrapping = widget.DangerImportance, fyne.TextWrapWord
	wrong.Hide()
	f.submit = func() {
		if err := take(); err != nil {
			wrong.SetText(f.w.say.Explain(err))
			wrong.Show()
			return
		}
		f.dialog.Hide()
	}
	cancel := newQuiet(f.w.say.Say("desk.fyne.cancel", nil), nil, func() { f.dialog.Hide() })
	buttons := container.NewHBox(layout.NewSpacer(), container.NewCenter(cancel), space(6, 1),
		newGrip(f.w.say.Say(agree, nil), f.submit))
	size := f.w.win.Canvas().Size()
	width = min(width*look.Scale(), size.Width-120)
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(4, 10, 12, 16), f.cells))
	(&formLayout{f}).Layout(f.cells.Objects, fyne.NewSize(width-28, 1)) // wraps, so that the height is known
	scroll.SetMinSize(fyne.NewSize(width, min((&formLayout{f}).height(width-28)+14, size.Height-210)))
	f.dialog = dialog.NewCustomWithoutButtons(f.w.say.Say(title, nil),
		container.NewBorder(nil, container.NewVBox(wrong, container.New(layout.NewCustomPaddedLayout(6, 8, 12, 16), buttons)), nil, nil, scroll), f.w.win)
	f.w.showDialog(f.dialog)
	f.w.win.Canvas().Focus(f.fields[0])
}

// formLayout sets label, field and rule one below another, in columns.
type formLayout struct{ f *form }

const (
	partsOfCell = 3
	formGap     = 14
	formColumns = 28 // between them
)

func (l *formLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(260)
	if len(objects) > 0 && objects[1].Size().Width > 0 {
		width = objects[1].Size().Width*float32(l.f.columns) + formColumns*float32(l.f.columns-1)
	}
	return fyne.NewSize(260, l.height(width))
}

func (l *formLayout) cellWidth(width float32) float32 {
	n := float32(l.f.columns)
	return (width - formColumns*(n-1)) / n
}

func (l *formLayout) cellHeight(objects []fyne.CanvasObject, i int, width float32) float32 {
	return objects[i*partsOfCell].MinSize().Height + 2 + objects[i*partsOfCell+1].(*field.Field).HeightFor(width) + 4
}

// rowHeight is the height of the row that begins with the i-th cell.
func (l *formLayout) rowHeight(objects []fyne.CanvasObject, i int, width float32) float32 {
	height := float32(0)
	for n := i; n < min(i+l.f.columns, len(objects)/partsOfCell); n++ {
		height = max(height, l.cellHeight(objects, n, width))
	}
	return height
}

// height is how high all rows are at a width.
func (l *formLayout) height(width float32) float32 {
	objects, total := l.f.cells.Objects, float32(0)
	for i := 0; i < len(objects)/partsOfCell; i += l.f.columns {
		total += l.rowHeight(objects, i, l.cellWidth(width)) + formGap*look.Scale()
	}
	return total
}

func (l *formLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	cell, y := l.cellWidth(size.Width), float32(0)
	for i := 0; i < len(objects)/partsOfCell; i += l.f.columns {
		height := l.rowHeight(objects, i, cell)
		for n := i; n < min(i+l.f.columns, len(objects)/partsOfCell); n++ {
			x := float32(n-i) * (cell + formColumns)
			label, in, line := objects[n*partsOfCell], objects[n*partsOfCell+1], objects[n*partsOfCell+2]
			label.Move(fyne.NewPos(x, y))
			label.Resize(label.MinSize())
			in.Move(fyne.NewPos(x, y+label.MinSize().Height+2))
			in.Resize(fyne.NewSize(cell, height-label.MinSize().Height-6))
			line.Move(fyne.NewPos(x, y+height-1))
			line.Resize(fyne.NewSize(cell, 1))
		}
		y += height + formGap*look.Scale()
	}
}
