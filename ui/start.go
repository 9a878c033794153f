package ui

import (
	"context"
	"image/color"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/assets/icons"
	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/parts"
)

func (w *window) startScreen() fyne.CanvasObject { return w.startScreenWith("") }

// standAtStart gives the keyboard what one who is not here for the first time most
// likely wants, the newest file, and else the first question.
func (w *window) standAtStart() {
	if w.newest != nil {
		w.win.Canvas().Focus(w.newest)
		return
	}
	w.win.Canvas().FocusNext()
}

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
		w.startFields(),
		space(1, 26),
		container.NewHBox(w.startGrip(),
			space(6, 1),
			w.startButton("desk.start.open_file", w.askFile),
			w.startButton("desk.start.open_sample", w.openSample)),
	)
	if trouble != "" {
		column.Add(space(1, 18))
		column.Add(parts.Paragraph(trouble, startWidth*look.Scale(), theme.ColorNameError))
	}
	w.addRecent(column)
	all := container.New(&narrow{width: startWidth * look.Scale()}, column)
	return w.leastRoom(container.NewStack(ground(look.Paper), container.NewScroll(all))) // it scrolls on a small screen
}

// leastRoom asks for as much room for something as the panes of a file ask for, so that
// they can follow it; see show.
func (w *window) leastRoom(o fyne.CanvasObject) fyne.CanvasObject {
	least := canvas.NewRectangle(color.Transparent)
	least.SetMinSize(w.inRoom(fyne.NewSize(narrowestWindow, lowestWindow)))
	return container.NewStack(least, o)
}

func (w *window) startButton(key string, do func()) fyne.CanvasObject {
	q := newQuiet(w.say.Say(key, nil), nil, do)
	q.TextSize, q.Ink, q.Bold = 13, theme.ColorNamePrimary, true
	return container.NewCenter(q)
}

// isFirstStart reports whether nobody has worked on a file at this PC yet.
func (w *window) isFirstStart() bool { return len(w.settings.recent()) == 0 }

// startGrip is what the start screen is for: the first time to begin writing
// without another question, later to make one more file.
func (w *window) startGrip() fyne.CanvasObject {
	if w.isFirstStart() {
		return newGrip(w.say.Say("desk.start.begin", nil), w.beginWriting)
	}
	return newGrip(w.say.Say("desk.start.new_file", nil), w.askNewFile)
}

// startFields ask who is writing, and the first time for which office. Both may
// stay empty.
func (w *window) startFields() fyne.CanvasObject {
	me := w.startField("who", "your_name", keyAuthor, w.beginWriting)
	if !w.isFirstStart() {
		return me
	}
	office := w.startField("office", "your_office", keyOffice, func() { w.win.Canvas().FocusNext() })
	return container.NewVBox(office, space(1, 10), me)
}

// startField is a field of the start screen whose text is kept as it is typed.
func (w *window) startField(label, ghost, kept string, enter func()) fyne.CanvasObject {
	f := field.New(field.Look{Size: look.Text(17), Style: look.Serif, Leading: 1.5})
	f.ChosenInk = look.Chosen
	f.Name, f.OneRow = kept, true
	f.Ghost = w.say.Say("desk.start."+ghost, nil)
	f.MenuWord = func(action string) string { return w.say.Say("desk.edit."+action, nil) }
	f.Clean = parts.CleanPasted
	f.SetText(w.settings.p.String(kept))
	f.OnChanged = func() { w.settings.p.SetString(kept, f.Text()) }
	f.OnEnter = enter
	return container.New(layout.NewCustomPaddedVBoxLayout(3),
		words(w.say.Say("desk.start."+label, nil), 12, look.Sans, look.Quiet), f, rule())
}

// beginWriting makes the first drafts file among the person's documents, with
// the office's name, and opens it on a new article; one that is there already is
// opened as it is.
func (w *window) beginWriting() {
	if !w.isFirstStart() {
		return
	}
	w.afterOpening = w.askAgain
	w.openOrMake("desk.new_file_name", w.createOwn)
}

// createOwn makes a drafts file with the office's name, and opens it.
func (w *window) createOwn(path string) {
	w.afterOpening = func() {
		w.askAgain()
		w.newArticle() // what was asked for is to write
		w.endAhead(w.sheet)
	}
	w.writeAhead()
	office := bulletin.Office{Body: strings.TrimSpace(w.settings.p.String(keyOffice))}
	office.Normalize()
	w.begin(path, "desk.opening", func(ctx context.Context, _ func(done, total int)) (*storage.File, error) {
		f, err := storage.Create(ctx, path)
		if err != nil {
			return nil, err
		}
		if err := f.SetOffice(ctx, office); err != nil {
			f.Close()
			return nil, err
		}
		return f, nil
	})
}

// askAgain asks once more, without standing in the way, for the office, which
// stands in print, where the start screen got no answer to that; and with it for
// who writes.
func (w *window) askAgain() {
	if strings.TrimSpace(w.office.Body) != "" {
		return
	}
	sentence, action := "desk.start.officeless", "desk.start.office_action"
	if w.isNameless() {
		sentence, action = "desk.start.blank", "desk.start.blank_action"
		w.notices.Drop(ofName)
	}
	w.askBy(ofNews, sentence, action, w.askOffice)
}

// askName asks who is writing, for every version is signed: of whoever came
// past the start screen, as by a double click on a file, or left it empty.
func (w *window) askName() {
	if w.isNameless() && !w.file.ReadOnly() {
		w.askBy(ofName, "desk.start.nameless", "desk.start.name_action", w.askOwnSettings)
	}
}

// askBy asks by a notice.
func (w *window) askBy(about subject, sentence, action string, do func()) {
	w.notices.Stay(about, w.say.Say(sentence, nil), w.say.Say(action, nil), do)
}

func (w *window) isNameless() bool { return strings.TrimSpace(w.settings.p.String(keyAuthor)) == "" }

// startWidth is that of the column of the start screen, at the usual text size.
const startWidth = 520

func (w *window) addRecent(column *fyne.Container) {
	recent := w.settings.recent()
	w.newest = nil
	if len(recent) == 0 {
		return
	}
	column.Add(space(1, 34))
	column.Add(words(w.say.Say("desk.start.recent", nil), 12, look.SansBold, look.Quiet))
	column.Add(space(1, 6))
	column.Add(rule())
	for _, path := range recent {
		room := startWidth * look.Scale()
		bold, small := field.Look{Size: look.Text(13), Style: look.SansBold, Leading: 1.4}, field.Look{Size: look.Text(12), Leading: 1.4}
		named := field.Clamp(fileName(path), bold, room*0.7, 1)[0] // the folder has the rest
		name := newQuiet(named, nil, func() { w.openFile(path) })
		name.TextSize, name.Ink, name.Bold, name.Flush = 13, theme.ColorNameForeground, true, true
		if named != fileName(path) {
			name.Hint = path
		}
		if w.newest == nil {
			w.newest = name
		}
		room -= name.MinSize().Width + 16*look.Scale()
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
