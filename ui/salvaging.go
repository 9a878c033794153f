package ui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/files"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// hurt are the troubles of a file of which something may still be saved.
var hurt = []string{"file_damaged", "file_torn", "file_unreadable", "file_altered"}

// torn are those of them that happen to a file on its way.
var torn = []string{"file_damaged", "file_torn"}

// offerSalvage says that a file cannot be opened, and offers what can be done
// about it; false where nothing can.
func (w *window) offerSalvage(path string, err error) bool {
	if !slices.Contains(hurt, bulletin.TroubleKey(err)) {
		return false
	}
	backups, _ := storage.Backups(path) // none is an answer, too
	p := w.salvagePanel(path, w.say.Say("desk.salvage.title", bulletin.Args{"file": fileName(path)}), w.say.Explain(err))
	if len(backups) > 0 {
		newest := backups[0]
		back := newQuiet(w.say.Say("desk.salvage.backup", bulletin.Args{"time": newest.Time.Local().Format("15:04, 2/1")}), nil, nil)
		back.Ink, back.Bold = theme.ColorNamePrimary, true
		back.OnTap = func() { p.Hide(); w.openToRead(newest.Path) }
		p.Aside = []fyne.CanvasObject{container.NewCenter(back)}
	}
	w.showPanel(p)
	return true
}

// offerTorn says that a file of somebody else came damaged and could not be
// received, and what to do about it; false where that is not what is wrong.
func (w *window) offerTorn(path string, err error) bool {
	if !slices.Contains(torn, bulletin.TroubleKey(err)) {
		return false
	}
	w.showPanel(w.salvagePanel(path,
		w.say.Say("desk.receive.torn_title", bulletin.Args{"file": fileName(path)}), w.say.Say("desk.receive.torn", nil)))
	return true
}

// salvagePanel tells what is wrong with a file, and offers to save what is whole
// of it.
func (w *window) salvagePanel(path, title, sentence string) *parts.Panel {
	p := &parts.Panel{
		Title: title, Width: 520,
		Body:  parts.Paragraph(sentence, 520*look.Scale(), look.Quiet),
		Agree: w.say.Say("desk.salvage.ask", nil),
	}
	p.OnAgree = func() error {
		back := w.backTo(p)
		onUI(func() { w.askSalvage(path, back) })
		return nil
	}
	return p
}

// askHurt asks which damaged file something shall be saved of.
func (w *window) askHurt() {
	w.askFiles("hurt", files.Question{Kinds: w.kinds("drafts", []string{fileEnding})},
		func(paths []string) { w.askSalvage(paths[0], w.askHurt) })
}

// askSalvage asks where what is whole of a damaged file shall go.
func (w *window) askSalvage(path string, back func()) {
	w.askNewOr("salvage", w.say.Say("desk.salvage.file_name", bulletin.Args{"file": fileName(path)}), "drafts", fileEnding,
		func(to string) { w.salvage(path, to) }, back)
}

func (w *window) salvage(from, to string) {
	began := time.Now()
	if !strings.HasSuffix(to, fileEnding) {
		to += fileEnding
	}
	var saved storage.Salvaged
	w.workOnTask(task{title: "desk.salvage.working", beside: true}, func(ctx context.Context, progress func(done, total int)) (err error) {
		saved, err = storage.Salvage(ctx, from, to, progress)
		return err
	}, func(err error) {
		switch {
		case stopped(err):
			w.tell(w.say.Say("trouble.cancelled", nil))
		case err != nil:
			w.complain(err)
		case w.file == nil:
			w.afterOpening = func() { w.tellSalvaged(began, saved, to) }
			w.openFile(to)
		default: // one may be in the middle of a sentence of another file
			w.comes(began, func() *parts.Panel { return w.salvagedPanel(saved, to) })
		}
	})
}

// tellSalvaged says of the file that is open now what of another one is saved in
// it, and where something is not, which.
func (w *window) tellSalvaged(since time.Time, saved storage.Salvaged, to string) {
	if len(saved.Lost) == 0 {
		w.notices.Keep(w.saidOfSalvaged(saved, to))
		return
	}
	w.comes(since, func() *parts.Panel {
		return &parts.Panel{
			Title: fileName(to), Width: salvagedWidth, Height: salvagedHeight, Body: w.listOfSalvaged(saved, to),
			Agree: w.say.Say("desk.shut", nil), Single: true,
		}
	})
}

// The size of what is said of a file that was saved.
const (
	salvagedWidth  = 520
	salvagedHeight = 360
)

// listOfSalvaged says how much of a file is saved, and names what is not.
func (w *window) listOfSalvaged(saved storage.Salvaged, to string) fyne.CanvasObject {
	width := salvagedWidth * look.Scale()
	all := container.New(layout.NewCustomPaddedVBoxLayout(6), parts.Paragraph(w.saidOfSalvaged(saved, to), width, look.Quiet))
	for _, d := range saved.Lost {
		all.Add(parts.Point(w.say.Damage(d.Kind, d.Args), width, theme.ColorNameError))
	}
	return all
}

// salvagedPanel says what of a file is saved, and offers to go on in that.
func (w *window) salvagedPanel(saved storage.Salvaged, to string) *parts.Panel {
	return &parts.Panel{
		Title: fileName(to), Width: salvagedWidth, Height: salvagedHeight, Body: w.listOfSalvaged(saved, to),
		Agree: w.say.Say("desk.stranger.open", nil), Shut: w.say.Say("desk.shut", nil),
		OnAgree: func() error {
			onUI(func() { w.openFile(to) })
			return nil
		},
	}
}

func (w *window) saidOfSalvaged(saved storage.Salvaged, to string) string {
	key := "desk.salvage.done"
	if len(saved.Lost) == 0 {
		key = "desk.salvage.done_whole"
	}
	return w.say.Say(key, bulletin.Args{
		"articles": saved.Articles, "photos": saved.Photos, "lost": len(saved.Lost), "file": filepath.Base(to),
	})
}
