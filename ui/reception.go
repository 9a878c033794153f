package ui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/reception"
	"bantin/ui/files"
	"bantin/ui/preview"
)

// textEndings are those of files that are read as articles.
var textEndings = []string{".txt"}

// isText reports whether a file should be read as an article.
func isText(path string) bool { return strings.EqualFold(filepath.Ext(path), textEndings[0]) }

// askText asks for a text to take in. Several, and their pictures, can be
// dropped on the window.
func (w *window) askText() {
	if !w.canAdd() {
		return
	}
	w.askFiles("text", files.Question{What: files.Many, Kinds: w.kinds("text", textEndings)},
		func(paths []string) { w.takeIn(paths, nil) })
}

// dropped takes files that were let go over the window: a drafts file is
// opened, texts become articles with the pictures that came along, and
// pictures alone go into the article on the sheet.
func (w *window) dropped(at fyne.Position, uris []fyne.URI) {
	if w.busy() {
		return
	}
	paths := make([]string, len(uris))
	for i, u := range uris {
		paths[i] = u.Path()
	}
	before := nowhere
	if w.writing.open {
		before = w.sheet.BlockAt(at)
	}
	w.takeFiles(paths, before)
}

// takeFiles takes files of any kind: drafts files are opened or received, texts become
// articles together with the pictures that come along, pictures alone go into
// the article in front of a block, or nowhere in particular.
func (w *window) takeFiles(paths []string, before int) {
	var texts, pictures, drafts []string
	for _, path := range paths {
		switch {
		case strings.HasSuffix(path, fileEnding):
			drafts = append(drafts, path)
		case isText(path):
			texts = append(texts, path)
		default:
			pictures = append(pictures, path)
		}
	}
	if len(drafts) > 0 {
		w.takeDrafts(drafts, len(texts)+len(pictures))
		return
	}
	switch {
	case len(texts) > 0 && w.canAdd():
		w.takeIn(texts, pictures)
	case len(texts) == 0 && w.canWrite():
		w.takePictures(pictures, anyFrame, before)
	case w.file == nil:
		w.complain(bulletin.NewTrouble("desk_no_file_yet", nil, nil))
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

// takeIn makes articles of texts and opens the first of them.
func (w *window) takeIn(texts, pictures []string) {
	delivery := reception.Delivery{Texts: texts}
	for _, path := range pictures {
		delivery.Photos = append(delivery.Photos, reception.Photo{Path: path})
	}
	file, author := w.file, w.settings.author()
	var received []reception.Received
	w.work("desk.take_in.working", func(ctx context.Context, progress func(done, total int)) (err error) {
		received, err = reception.TakeIn(ctx, file, delivery, author, progress)
		return err
	}, func(err error) {
		switch {
		case file != w.file:
		case stopped(err):
			w.notices.Say(w.say.Say("trouble.cancelled", nil), "", nil)
		case err != nil:
			w.refuseTexts(err, len(texts)+len(pictures))
		default:
			w.showAllDrafts()
			w.search()
			w.openThen(received[0].ID, func() { w.tellReceived(received) })
		}
	})
}

// refuseTexts says why nothing was taken in, and of several files which one it
// was.
func (w *window) refuseTexts(err error, files int) {
	sentence := w.say.Explain(err)
	var t *bulletin.Trouble
	file := ""
	if errors.As(err, &t) {
		file, _ = t.Args["file"].(string)
	}
	if file != "" && files > 1 && !strings.Contains(sentence, file) {
		sentence = w.say.Say("desk.take_in.refused", bulletin.Args{"file": filepath.Base(file), "why": sentence})
	}
	w.notices.Warn(sentence, "", nil)
}

// tellReceived says what came of the texts, and what a person should look at.
func (w *window) tellReceived(received []reception.Received) {
	var lines []string
	for _, r := range received {
		for _, f := range r.Findings {
			line := w.say.Finding(f)
			if len(received) > 1 {
				line = w.headlineOf(r.Article) + " — " + line
			}
			lines = append(lines, line)
		}
	}
	first := received[0].Article
	said := w.say.Say("desk.take_in.done", bulletin.Args{
		"n": len(received), "headline": w.headlineOf(first), "words": w.say.Number(first.Words()),
	})
	if len(received) > 1 {
		said = w.say.Say("desk.take_in.done_all", bulletin.Args{"n": len(received)})
	}
	if len(lines) == 0 {
		w.notices.Say(said, "", nil)
		return
	}
	if over := len(lines) - preview.MostFindings; over > 0 {
		lines = append(lines[:preview.MostFindings], w.say.Say("desk.more_findings", bulletin.Args{"n": over}))
	}
	w.notices.Keep(said + "\n" + strings.Join(lines, "\n"))
}

// headlineOf is what an article is called in a sentence.
func (w *window) headlineOf(a bulletin.Article) string {
	if a.Headline == "" {
		return w.say.Say("desk.untitled", nil)
	}
	return a.Headline
}
