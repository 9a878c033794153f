package ui

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/ui/desk"
	"bantin/ui/editor"
	"bantin/ui/manuscript"
)

// newSheet makes the sheet that articles are written on.
func (w *window) newSheet() *editor.Editor {
	s := editor.New(w.say)
	s.Canvas = w.win.Canvas
	s.OnChanged = w.changed
	s.OnAddPhoto = func() { w.choosePhoto("") }
	s.OnReplace = w.choosePhoto
	s.Picture = w.picture
	s.TakeFiles = w.takePasted
	s.OnPasteNothing = w.pastePicture
	s.ReadStory = w.readStory
	s.FindPage = w.findPage
	s.OnCaret = w.followSoon
	s.OnFix = w.mend
	s.OnPasted = w.tellPasted
	s.OnPastedFrames = func(n int, undo func()) {
		w.notices.SayOfEdit(w.say.Say("desk.pasted_frames", bulletin.Args{"n": n}), w.say.Say("desk.edit.undo", nil), undo)
	}
	s.OnUndoOthers = func() { w.notices.Say(w.say.Say("desk.edit.undo_others", nil), "", nil) }
	s.OnEscape = func() { w.notices.Escape() }
	s.Covered = func() float32 { return w.notices.Height() }
	return s
}

// tellPasted says what became of text that was pasted, where it may surprise,
// and offers to take it back.
func (w *window) tellPasted(blocks int, tidied manuscript.Tidied, undo func()) {
	key, args := "desk.pasted", bulletin.Args{"n": blocks}
	switch {
	case tidied.Any():
		key, args["what"] = "desk.pasted_tidied", w.saidTidied(tidied)
	case blocks == 1:
		return
	}
	w.notices.SayOfEdit(w.say.Say(key, args), w.say.Say("desk.edit.undo", nil), undo)
}

func (w *window) saidTidied(t manuscript.Tidied) string {
	var what []string
	for _, part := range []struct {
		is  bool
		key string
	}{{t.Blanks, "desk.tidied.blanks"}, {t.Marks, "desk.tidied.marks"}, {t.Signs, "desk.tidied.signs"}} {
		if part.is {
			what = append(what, w.say.Say(part.key, nil))
		}
	}
	return strings.Join(what, ", ")
}

// followSoon marks the caret's place on the pages when it has come to rest.
func (w *window) followSoon() {
	if w.following == nil {
		w.following = time.AfterFunc(previewAfter, func() { onUI(w.followIfOpen) })
		return
	}
	w.following.Reset(previewAfter)
}

func (w *window) followIfOpen() {
	if w.file != nil && w.preview != nil && w.making == "" && w.side.object.Visible() {
		w.followCaret(false)
	}
}

// showSheet puts the article at hand on the sheet, with what can be taken back
// on it, and tells whether it had to be changed for that.
func (w *window) showSheet() (became bool) {
	m, became := w.sheets.Of(w.writing.id, &w.writing.article, w.sheet.Manuscript())
	if became || m != w.sheet.Manuscript() {
		w.notices.Edited()
	}
	w.sheet.File = w.file.Path()
	w.sheet.Open(m, w.readOnly())
	return became
}

// offerOnSheet offers on the sheet what the office usually writes.
func (w *window) offerOnSheet() {
	named := func(s string) []string {
		if s == "" {
			return nil
		}
		return []string{s}
	}
	w.sheet.Offers = map[manuscript.Kind][]string{
		manuscript.Banner:      named(w.office.ThemeBanner),
		manuscript.Byline:      w.office.Authors,
		manuscript.Affiliation: named(w.office.Body),
	}
}

// byline is the byline as it stands on the sheet.
func (w *window) byline() string { return w.sheet.Manuscript().TextOf(manuscript.Byline) }

func (w *window) setByline(name string) {
	w.sheet.Do(func(m *manuscript.Manuscript) { m.SetText(manuscript.Byline, name) })
}

// writeByline leads to the byline on the sheet, what stands there to be written over.
func (w *window) writeByline() {
	w.sheet.StandIn(manuscript.Byline)
	w.sheet.Focus()
}

// standing is where the person is on the sheet.
func (w *window) standing() editor.Standing {
	if w.sheet == nil {
		return editor.Standing{}
	}
	return w.sheet.Standing()
}

// tellPrinted tells the sheet how its article came out on the page.
func (w *window) tellPrinted(v desk.View) {
	if v.Document == nil || !w.writing.open {
		return
	}
	w.sheet.SetPrinted(printedOf(v.Document, w.writing.id))
}

// printedOf reads from finished pages how one article came out.
func printedOf(doc *layout.Document, id bulletin.ID) editor.Printed {
	p := editor.Printed{DPI: map[string]int{}}
	if at := slices.IndexFunc(doc.Stories, func(s layout.Story) bool { return s.Article == id }); at >= 0 {
		tellFit(&p, &doc.Stories[at], len(doc.Stories) > 1)
	}
	lines := map[[2]int]bool{}
	for page, on := range doc.Pages {
		for _, i := range on.Items {
			switch i := i.(type) {
			case layout.Text:
				if i.Source.Article == id && i.Source.Field == bulletin.FieldHeadline {
					lines[[2]int{page, int(i.Y)}] = true
				}
			case layout.Picture:
				if i.Source.Article == id {
					p.DPI[i.Source.Photo] = dpiOf(i)
				}
			}
		}
	}
	p.HeadlineLines = len(lines)
	if style, err := articleStyle(); err == nil && len(doc.Stories) == 1 { // as the findings say: an issue weighs it against all else
		p.HeadlineMost = style.Headline.MaxLines
	}
	return p
}

// tellFit says how a story fills its place.
func tellFit(p *editor.Printed, s *layout.Story, inIssue bool) {
	p.Known, p.Overset = true, s.Overset
	if inIssue {
		p.Over = s.Copyfit
	}
	if len(s.Continued) > 0 {
		p.Onto = s.Continued[0]
	}
}

// dpiOf is how many pixels of a picture fall on an inch of paper.
func dpiOf(p layout.Picture) int {
	const millimetresInInch = 25.4
	if p.Box.Width <= 0 {
		return 0
	}
	return int(float64(p.Shown.Width) * millimetresInInch / p.Box.Width.InMillimetres())
}

// writer is what the items of the menu for editing work on: the sheet or a
// field.
type writer interface {
	fyne.Shortcutable
	Undo()
	Redo()
	SelectAll()
}

// focusedWriter is where the person writes, or nil.
func (w *window) focusedWriter() writer {
	in, _ := w.win.Canvas().Focused().(writer)
	return in
}

// onSheet makes an action on the sheet one that works only while an article is
// open.
func (w *window) onSheet(name string, s fyne.Shortcut, do func(*editor.Editor)) *fyne.MenuItem {
	return w.onArticle(name, s, func() { do(w.sheet) })
}
