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
	"bantin/ui/preview"
)

// textEndings are those of files that are read as articles.
var textEndings = []string{".txt", ".html", ".htm"}

// isText reports whether a file should be read as an article.
func isText(path string) bool {
	return slices.Contains(textEndings, strings.ToLower(filepath.Ext(path)))
}

// askText asks for a text to take in. Several, and their pictures, can be
// dropped on the window.
func (w *window) askText() {
	if !w.canAdd() {
		return
	}
	w.askFiles("text", files.Question{What: files.Many, Kinds: w.kinds("text", textEndings)},
		func(paths []string) { w.takeIn(paths, nil, nowhere) })
}

// takeIn makes articles of texts and opens the first of them. Without a text
// that can be read, the pictures go where pictures alone do.
func (w *window) takeIn(texts, pictures []string, before int) {
	delivery := reception.Delivery{Texts: texts}
	for _, path := range pictures {
		delivery.Photos = append(delivery.Photos, reception.Photo{Path: path})
	}
	file, author := w.file, w.settings.author()
	var received []reception.Received
	var refused []reception.Refused
	w.work("desk.take_in.working", func(ctx context.Context, progress func(done, total int)) (err error) {
		received, refused, err = reception.TakeGood(ctx, file, delivery, author, progress)
		return err
	}, func(err error) {
		if err != nil && len(received) > 0 && file == w.file {
			w.search() // those before the error are in the file
		}
		w.ended(file, err, func() {
			ill := w.refusals(refused)
			switch {
			case len(received) > 0:
				w.showAllDrafts()
				w.search()
				w.openThen(received[0].ID, func() { w.tellReceived(received, ill) })
			case len(pictures) > 0 && w.writing.open && w.making == "" && !w.readOnly():
				w.takeIncoming(filesComing(pictures), anyFrame, before, ill...)
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
	for _, r := range refused {
		if bulletin.TroubleKey(r.Err) == "photos_of_which" {
			whose++
			continue
		}
		lines = append(lines, w.refusal(r.Input, r.Err))
	}
	if whose > 0 {
		lines = append(lines, w.say.Say("desk.take_in.whose", bulletin.Args{"n": whose}))
	}
	return lines
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
	first := received[0].Article
	said := w.say.Say("desk.take_in.done", bulletin.Args{
		"n": len(received), "headline": w.headlineOf(first), "words": w.say.Number(first.Words()),
	})
	if len(received) > 1 {
		said = w.say.Say("desk.take_in.done_all", bulletin.Args{"n": len(received)})
	}
	if over := len(lines) - preview.MostFindings; over > 0 {
		lines = append(lines[:preview.MostFindings], w.say.Say("desk.more_findings", bulletin.Args{"n": over}))
	}
	well := strings.Join(append([]string{said}, lines...), "\n")
	switch {
	case len(refused) > 0:
		w.notices.Refuse(well, refused)
	case len(lines) > 0:
		w.notices.Keep(well)
	default:
		w.notices.Say(said, "", nil)
	}
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
