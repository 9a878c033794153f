package ui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"bantin/bulletin"
	"bantin/reception"
	"bantin/ui/files"
)

// textEndings are those of files that are read as articles.
var textEndings = []string{".txt", ".html", ".htm"}

// documentEndings are those of files that hold a text which only other programs
// read: what is to be done with them is said where texts are read, and not where
// pictures are.
var documentEndings = []string{".docx", ".doc", ".odt", ".rtf", ".pdf"}

// isText reports whether a file should be read as an article.
func isText(path string) bool {
	ending := strings.ToLower(filepath.Ext(path))
	return slices.Contains(textEndings, ending) || slices.Contains(documentEndings, ending)
}

// askText asks for a text to take in. Several, and their pictures, can be
// dropped on the window.
func (w *window) askText() {
	if !w.canAdd() {
		return
	}
	w.askFiles("text", files.Question{What: files.Many, Kinds: w.kinds("text", textEndings)},
		func(paths []string) { w.takeIn(paths, nil, anyFrame, nowhere) })
}

// takeIn makes articles of texts and opens the first of them. Without a text
// that can be read, the pictures go where pictures alone do.
func (w *window) takeIn(texts, pictures []string, photo string, before int) {
	delivery := reception.Delivery{Texts: texts}
	for _, path := range pictures {
		delivery.Photos = append(delivery.Photos, reception.Photo{Path: path})
	}
	file, author := w.file, w.settings.author()
	article, making, stood := w.writing.id, w.making, w.sheet.Standing().Selection
	var received []reception.Received
	var refused []reception.Refused
	w.workOnTask(task{title: "desk.take_in.working", beside: true}, func(ctx context.Context, progress func(done, total int)) (err error) {
		received, refused, err = reception.TakeGood(ctx, file, delivery, author, progress)
		return err
	}, func(err error) {
		if err != nil && len(received) > 0 && file == w.file {
			w.search() // those before the error are in the file
		}
		w.ended(file, err, func() {
			ill := w.refusals(refused)
			switch {
			case len(received) > 0 && article == w.writing.id && making == w.making && stood == w.sheet.Standing().Selection:
				w.makeRoomFor(received[0].ID)
				w.search()
				w.openThen(received[0].ID, func() { w.tellReceived(received, ill) })
			case len(received) > 0: // the person has gone on meanwhile
				w.search()
				w.offerReceived(received, ill)
			case len(pictures) > 0 && w.writing.open && w.making == "" && !w.readOnly():
				w.takeIncoming(filesComing(pictures), photo, before, ill...)
			default:
				w.notices.Refuse("", ill)
			}
		})
	})
}

// refusals says why files were not taken in, a line each; of pictures that may
// belong to any of several texts once for all.
func (w *window) refusals(refused []reception.Refused) (lines []string) {
	whose := 0
	var files []refusedFile
	for _, r := range refused {
		if bulletin.TroubleKey(r.Err) == "photos_of_which" {
			whose++
			continue
		}
		files = append(files, refusedFile{r.Input, r.Err})
	}
	lines = w.refusalsOf(files)
	if whose > 0 {
		lines = append(lines, w.say.Say("desk.take_in.whose", bulletin.Args{"n": whose}))
	}
	return lines
}

// offerReceived says that texts were taken in and offers to open the first of them,
// and whether something was not; what that is, is told then.
func (w *window) offerReceived(received []reception.Received, refused []string) {
	said, tell := w.saidOfReceived(received), w.notices.Say
	if len(refused) > 0 {
		said, tell = said+" "+w.say.Say("desk.take_in.refused", nil), w.notices.Warn
	}
	tell(said, w.say.Say("desk.open_article", nil),
		func() { w.openThen(received[0].ID, func() { w.tellReceived(received, refused) }) })
}

// tellReceived says what came of the texts, what a person should look at, and
// what could not be taken in.
func (w *window) tellReceived(received []reception.Received, refused []string) {
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
	w.tellDetails(w.saidOfReceived(received), lines, refused)
}

// saidOfReceived says that texts were taken in.
func (w *window) saidOfReceived(received []reception.Received) string {
	if n := len(received); n > 1 {
		return w.say.Say("desk.take_in.done_all", bulletin.Args{"n": n})
	}
	first := received[0].Article
	return w.say.Say("desk.take_in.done", bulletin.Args{"headline": w.headlineOf(first), "words": w.say.Number(first.Words())})
}

// headlineOf is what an article is called in a sentence.
func (w *window) headlineOf(a bulletin.Article) string {
	if a.Headline == "" {
		return w.say.Say("desk.untitled", nil)
	}
	return quotable(a.Headline)
}

// quotable is a headline as a sentence can hold it: a very long one is cut at a
// word, or the sentence would hide the window.
func quotable(headline string) string {
	const longest = 120 // letters
	short := ""
	for _, word := range strings.Fields(headline) {
		switch next := strings.TrimSpace(short + " " + word); {
		case utf8.RuneCountInString(next) <= longest:
			short = next
		case short == "":
			return string([]rune(word)[:longest]) + "…"
		default:
			return short + "…"
		}
	}
	return short
}
