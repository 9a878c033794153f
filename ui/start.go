package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/assets/icons"
	"bantin/ui/field"
	"bantin/ui/look"
)

func (w *window) startScreen() fyne.CanvasObject { return w.startScreenWith("") }

// startScreenWith is what one sees before a file is open: who one is, and what
// can be opened. trouble, unless empty, says why the last try failed.
func (w *window) startScreenWith(trouble string) fyne.CanvasObject {
	mark := canvas.NewImageFromResource(fyne.NewStaticResource(icons.Name, icons.PNG()))
	mark.SetMinSize(fyne.NewSquareSize(64))
	mark.FillMode = canvas.ImageFillContain
	left := container.NewHBox(mark)
	column := container.New(layout.NewCustomPaddedVBoxLayout(0),
		left, space(1, 18),
		words(w.say.Say("desk.title", nil), 34, look.SerifBold, theme.ColorNameForeground),
		space(1, 4),
		words(w.say.Say("desk.start.welcome", nil), 15, look.Serif, look.Quiet),
		space(1, 26),
		w.nameField(),
		space(1, 26),
		container.NewHBox(newGrip(w.say.Say("desk.start.new_file", nil), w.askNewFile),
			space(6, 1),
			w.startButton("desk.start.open_file", w.askFile),
			w.startButton("desk.start.open_sample", w.openSample)),
	)
	if trouble != "" {
		text := widget.NewLabel(trouble)
		text.Wrapping, text.Importance = fyne.TextWrapWord, widget.DangerImportance
		column.Add(space(1, 14))
		column.Add(text)
	}
	w.addRecent(column)
	return container.NewStack(ground(look.Paper), container.New(&narrow{width: 520 * look.Scale()}, column))
}

func (w *window) startButton(key string, do func()) fyne.CanvasObject {
	q := newQuiet(w.say.Say(key, nil), nil, do)
	q.TextSize, q.Ink, q.Bold = 13, theme.ColorNamePrimary, true
	return container.NewCenter(q)
}

// nameField asks who is writing. It may stay empty.
func (w *window) nameField() fyne.CanvasObject {
	f := field.New(field.Look{Size: look.Text(17), Style: look.Serif, Leading: 1.5})
	f.ChosenInk = look.Chosen
	f.Name, f.OneRow = "author", true
	f.Ghost = w.say.Say("desk.start.your_name", nil)
	f.MenuWord = func(action string) string { return w.say.Say("desk.edit."+action, nil) }
	f.Clean = cleanPasted
	f.SetText(w.settings.p.String(keyAuthor))
	f.OnChanged = func() { w.settings.p.SetString(keyAuthor, f.Text()) }
	return container.New(layout.NewCustomPaddedVBoxLayout(3),
		words(w.say.Say("desk.start.who", nil), 12, look.Sans, look.Quiet), f, rule())
}

func (w *window) addRecent(column *fyne.Container) {
	recent := w.settings.recent()
	if len(recent) == 0 {
		return
	}
	column.Add(space(1, 34))
	column.Add(words(w.say.Say("desk.start.recent", nil), 12, look.SansBold, look.Quiet))
	column.Add(space(1, 6))
	column.Add(rule())
	for _, path := range recent {
		name := newQuiet(fileName(path), nil, func() { w.openFile(path) })
		name.TextSize, name.Ink, name.Bold, name.Flush = 13, theme.ColorNameForeground, true, true
		room := 300 * look.Scale()
		small := field.Look{Size: look.Text(12), Leading: 1.4}
		folder := words(field.Clamp(filepath.Dir(path), small, room, 1)[0], 12, look.Sans, look.Quiet)
		column.Add(container.NewBorder(nil, nil, name, container.NewCenter(folder)))
		column.Add(rule())
	}
}

// narrow lays one thing out in a column of fixed width, a little above the
// middle.
type narrow struct{ width float32 }

func (n *narrow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(n.width, objects[0].MinSize().Height+40)
}

func (n *narrow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := objects[0].MinSize().Height
	objects[0].Resize(fyne.NewSize(n.width, height))
	objects[0].Move(fyne.NewPos((size.Width-n.width)/2, max(20, (size.Height-height)*0.42)))
}
