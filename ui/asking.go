package ui

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"github.com/adrg/xdg"

	"bantin/ui/files"
	"bantin/ui/parts"
)

// askFiles asks for files for a purpose: take gets their paths, and nothing
// happens where the person thinks better of it. The folder is remembered, one
// for each purpose.
func (w *window) askFiles(purpose string, q files.Question, take func(paths []string)) {
	w.askFilesOr(purpose, q, take, nil)
}

// askFilesOr is askFiles where whoever thinks better of it goes back to the panel that
// led here; back, which may be nil, leads there.
func (w *window) askFilesOr(purpose string, q files.Question, take func(paths []string), back func()) {
	q.Title = w.say.Say("desk.file."+purpose, nil)
	if q.Agree == "" {
		q.Agree = w.say.Say("desk.files.choose", nil)
		if q.What == files.New {
			q.Agree = w.say.Say("desk.fyne.save", nil)
		}
	}
	q.Folder = w.folderFor(purpose)
	before := w.dialog
	a := files.Asker{Say: w.say, Win: w.win, OnPanel: func(p *parts.Panel) { w.dialog = p }}
	a.Ask(q, func(paths []string) {
		w.dialog = before
		if len(paths) == 0 {
			if back != nil {
				back()
			}
			return
		}
		w.remember(purpose, q.What, paths[0])
		take(paths)
	})
}

// askNew asks where a new file shall go, and proposes a name for it.
func (w *window) askNew(purpose, name, kind, ending string, take func(path string)) {
	w.askNewOr(purpose, name, kind, ending, take, nil)
}

// askNewOr is to askNew what askFilesOr is to askFiles.
func (w *window) askNewOr(purpose, name, kind, ending string, take func(path string), back func()) {
	q := files.Question{What: files.New, Name: name + ending, Kinds: []files.Kind{w.kind(kind, []string{ending})}}
	w.askFilesOr(purpose, q, func(paths []string) { take(paths[0]) }, back)
}

// backTo shows a panel again as it was left, as long as the same drafts file is open
// and nothing else has come before the window.
func (w *window) backTo(p *parts.Panel) func() {
	file := w.file
	var had fyne.Focusable // in the panel
	if p.IsTop() {
		had = w.win.Canvas().Focused()
	}
	return func() {
		if file == w.file && !w.busy() {
			if had != nil {
				had.FocusLost() // which a panel that is shut does not tell
			}
			w.showPanel(p)
		}
	}
}

func (w *window) kind(name string, endings []string) files.Kind {
	return files.Kind{Name: w.say.Say("desk.files.kind."+name, nil), Endings: endings}
}

// kinds are one kind of files, and behind it all of them.
func (w *window) kinds(name string, endings []string) []files.Kind {
	return []files.Kind{w.kind(name, endings), {Name: w.say.Say("desk.files.kind.any", nil)}}
}

// folderFor is where a dialog for a purpose begins: where the last one ended;
// the first time, where such files usually are.
func (w *window) folderFor(purpose string) string {
	usual := w.usualFolder(purpose)
	folder := w.settings.p.StringWithFallback(keyFolder+"."+purpose, usual)
	if !isFolder(folder) || purpose == "newsroom" && w.file != nil && folder == filepath.Dir(w.file.Path()) {
		return usual
	}
	return folder
}

// usualFolder is where the files for a purpose usually are: pictures where the
// system keeps the person's pictures, or where those from letters and messengers
// are saved, anything else where the drafts are.
func (w *window) usualFolder(purpose string) string {
	switch {
	case purpose == "picture" || purpose == "logo":
		for _, folder := range []string{xdg.UserDirs.Pictures, xdg.UserDirs.Download} {
			if isFolder(folder) {
				return folder
			}
		}
	case w.file != nil && purpose != "newsroom": // which cannot be where the file is
		return filepath.Dir(w.file.Path())
	}
	return homeFolder()
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// remember keeps the folder of a path for the next dialog for a purpose.
func (w *window) remember(purpose string, what files.What, path string) {
	if what != files.Folder {
		path = filepath.Dir(path)
	}
	w.settings.p.SetString(keyFolder+"."+purpose, path)
}
