package ui

import (
	"context"
	"slices"
	"strings"
	"time"
	"unicode"

	"bantin/bulletin"
	"bantin/bulletin/viet"
	"bantin/ui/copied"
)

// copiedPicture reads the picture on the system's clipboard, nil where there is
// none.
var copiedPicture = copied.Picture

// copiedHTML reads what was copied of a web page, "" where there is none.
var copiedHTML = copied.HTML

// copiedFiles reads which files were copied in a file manager.
var copiedFiles = copied.Files

// pastePicture puts the picture that another program has copied on the sheet:
// a screenshot, or one of a web page; or else the files that a file manager has
// copied without their names as text; or a piece of a web page that comes without
// its plain text. It is called where there is no text to be pasted.
func (w *window) pastePicture() {
	if !w.canWrite() {
		return
	}
	file, article := w.file, w.writing.id
	go func() {
		raw, err := copiedPicture(context.Background())
		page := ""
		var paths []string
		if raw == nil && err == nil {
			paths = copiedFiles(context.Background())
		}
		if raw == nil && err == nil && len(paths) == 0 {
			page = copiedHTML(context.Background())
		}
		w.onFile(file, func() {
			switch {
			case article != w.writing.id:
			case err != nil:
				w.complain(err)
			case len(paths) > 0:
				w.takeFiles(paths, anyFrame, nowhere)
			case raw == nil && w.sheet.PastePage(page):
			case raw == nil:
				w.notices.SayOfEdit(w.say.Say("desk.nothing_to_paste", nil), "", nil) // goes with what is pasted next
			default:
				name := w.say.Say("desk.pasted_picture", bulletin.Args{"time": time.Now().Format("2006-01-02 15.04.05")})
				w.takeIncoming([]incoming{{name, func(context.Context) ([]byte, error) { return raw, nil }}}, "", nowhere)
			}
		})
	}()
}

// findPage looks whether text that was pasted is the text of a web page, which the
// browser has put on the clipboard beside it, and reads the page where that has
// more than its story on it: in the text alone menus look like headlines.
func (w *window) findPage(pasted string, then func(html string)) {
	file := w.file
	go func() {
		page := copiedHTML(context.Background())
		if page == "" || !surroundsStoryOf(pasted, page) {
			return
		}
		w.onFile(file, func() { then(page) })
	}()
}

// surroundsStoryOf reports whether a page has a story that stands in a text, and
// other things beside.
func surroundsStoryOf(text, page string) bool {
	draft, ok := draftOf(page, true)
	if !ok || leftOut(draft.Findings) == nil {
		return false
	}
	letters := onlyLetters(text)
	story := []string{draft.Article.Headline, bulletin.Plain(draft.Article.Standfirst)}
	for _, b := range draft.Article.Body {
		story = append(story, bulletin.Plain(b.Text))
	}
	return !slices.ContainsFunc(story, func(s string) bool { return !strings.Contains(letters, onlyLetters(s)) })
}

// shiftedFigures are those that a page is read with where it raises or lowers
// figures, which its plain text does not.
var shiftedFigures = []rune("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉")

// onlyLetters is a text without blanks and signs, which the clipboard's kinds of
// one text do not agree in, and without capitals, which a page's style may set.
func onlyLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if at := slices.Index(shiftedFigures, r); at >= 0 {
			return '0' + rune(at%10)
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, viet.Normalize(s))
}
