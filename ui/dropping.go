package ui

import (
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/parts"
)

// drop is files that were let go over the window, and what was open there; or one
// that was opened outside of it.
type drop struct {
	at      fyne.Position
	paths   []string
	file    *storage.File
	article bulletin.ID
	outside bool
}

// dropped takes files that were let go over the window: a drafts file is
// opened, texts become articles with the pictures that came along, and
// pictures alone go into the article on the sheet. Behind a question they wait
// until it is answered.
func (w *window) dropped(at fyne.Position, uris []fyne.URI) {
	d := drop{at: at, file: w.file, article: w.writing.id}
	for _, u := range uris {
		d.paths = append(d.paths, u.Path())
	}
	w.takeInTurn(d)
}

// takeInTurn takes files at once, or behind a question as soon as it is answered.
func (w *window) takeInTurn(d drop) {
	if !parts.IsAsking(w.win.Canvas()) {
		w.takeDrop(d)
		return
	}
	if len(w.waiting) == 0 {
		parts.WhenAnswered(w.win.Canvas(), w.takeWaiting)
	}
	if !d.outside || !slices.ContainsFunc(w.waiting, func(other drop) bool { return other.outside && slices.Equal(other.paths, d.paths) }) {
		w.waiting = append(w.waiting, d)
	}
	w.tell(w.say.Say("desk.files_wait", bulletin.Args{"n": waitingFiles(w.waiting)}))
}

func waitingFiles(drops []drop) (n int) {
	for _, d := range drops {
		n += len(d.paths)
	}
	return n
}

// takeWaiting takes what came while a question was open. What was meant for
// another article than the one that is open now stays where it was.
func (w *window) takeWaiting() {
	drops := w.waiting
	w.waiting = nil
	if w.notices != nil {
		w.notices.Clear() // that they wait
	}
	meant := func(d drop) bool {
		return d.file == w.file && (d.article == w.writing.id || slices.ContainsFunc(d.paths, isText))
	}
	var lost []drop
	var outside []string
	for _, d := range drops {
		switch {
		case d.outside:
			outside = append(outside, d.paths...)
		case d.file != nil && !meant(d):
			lost = append(lost, d)
		default:
			w.takeDrop(d)
		}
	}
	w.openFromOutside(outside)
	if len(lost) > 0 {
		w.tell(w.say.Say("desk.drop_lost", bulletin.Args{"n": waitingFiles(lost)}))
	}
}

// openFromOutside opens files that were opened outside of the window, or asks, once,
// whether they are to be received.
func (w *window) openFromOutside(paths []string) {
	strangers := slices.DeleteFunc(slices.Clone(paths), w.settings.knows)
	for _, path := range paths {
		if len(strangers) < 2 || w.settings.knows(path) {
			w.openStrangerOf(time.Time{}, path)
		}
	}
	if len(strangers) > 1 {
		w.askStrangersOf(time.Time{}, strangers)
	}
}

func (w *window) takeDrop(d drop) {
	if d.outside {
		w.openFromOutside(d.paths)
		return
	}
	photo, before := anyFrame, nowhere
	if w.writing.open && w.making == "" {
		if before = w.sheet.BlockAt(d.at); before != nowhere {
			photo = w.sheet.FrameAt(d.at)
		}
	}
	w.takeFiles(d.paths, photo, before)
}

// takeFiles takes files of any kind: drafts files are opened or received, texts become
// articles together with the pictures that come along, pictures alone go into
// the article: into a frame and those behind it, into any, or in front of a block.
func (w *window) takeFiles(paths []string, photo string, before int) {
	var texts, pictures, drafts []string
	for _, path := range paths {
		switch {
		case strings.EqualFold(filepath.Ext(path), fileEnding):
			drafts = append(drafts, path)
		case isText(path):
			texts = append(texts, path)
		default:
			pictures = append(pictures, path)
		}
	}
	switch {
	case len(drafts) > 0:
		w.takeDrafts(drafts, len(texts)+len(pictures))
	case w.file == nil:
		w.complain(bulletin.NewTrouble("desk_no_file_yet", nil, nil))
	case len(texts) > 0:
		if w.canAdd() {
			w.takeIn(texts, pictures, photo, before)
		}
	case w.making != "" || !w.writing.open:
		w.notices.Refuse("", []string{w.say.Say("desk.drop_no_article", nil)})
	case w.canWrite():
		w.takePictures(pictures, photo, before)
	}
}

// takeDrafts opens a drafts file, or asks about several; others is how many
// files of another kind came with them, which have to wait.
func (w *window) takeDrafts(paths []string, others int) {
	if others > 0 && w.file != nil {
		w.tell(w.say.Say("desk.stranger.others", bulletin.Args{"n": others}))
	}
	if len(paths) == 1 {
		w.openStranger(paths[0])
		return
	}
	w.askStrangers(paths)
}
