package ui

import (
	"context"
	"slices"
	"sync"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/press"
	"bantin/ui/desk"
)

// wholeWanted reports whether the pages of an issue are to be seen.
func (w *window) wholeWanted() bool { return w.preview.Whole && w.issueAtHand() != nil }

// previewWhole switches between the pages of the article and of its issue.
func (w *window) previewWhole(whole bool) {
	w.preview.ShowWhole(whole)
	w.preview.Page = 0
	w.preview.Await()
	w.put(bulletin.ReasonAutosave)
	w.askStory()
}

// turnWhole turns from the pages of the article to those of its issue and back.
func (w *window) turnWhole() {
	switch {
	case w.file == nil || w.making != "":
	case w.issueAtHand() == nil:
		w.tellNoIssue()
	default:
		w.previewWhole(!w.preview.Whole)
	}
}

// askStory asks for the pages anew: those of the issue are opened where the
// article on the sheet begins.
func (w *window) askStory() {
	s := desk.Sight{Page: w.preview.Page}
	if w.writing.open {
		s.Story = w.writing.id
	}
	w.ask(s, true)
}

// askPreview asks for the page; anew says that the text has changed.
func (w *window) askPreview(anew bool) { w.ask(desk.Sight{Page: w.preview.Page}, anew) }

func (w *window) ask(s desk.Sight, anew bool) {
	if w.file == nil || !w.showsPages() {
		return
	}
	if w.opensAt != "" {
		s.Story = w.opensAt
	}
	density := w.win.Canvas().Scale()
	s.DPI, s.Thumbnails = w.preview.DPI(density), w.preview.ThumbnailHeight(density)
	s.Facing = w.preview.Facing
	if anew {
		w.lookOver()
	}
	switch {
	case !anew:
	case w.wholeWanted():
		s.Lay = w.layIssue(w.issueAtHand().ID)
	case w.writing.open:
		s.Lay = w.layArticle()
	default:
		return
	}
	if anew && w.preview.Bare() {
		w.preview.Await()
	}
	w.previews.Ask(s)
}

// showsPages reports whether pages are in sight.
func (w *window) showsPages() bool { return w.making != "" || w.side.object.Visible() }

// articleStyle is the style of an article's own pages. Reading it takes a few
// milliseconds, and it is wanted after each pause in typing.
var articleStyle = sync.OnceValues(func() (styles.Style, error) { return styles.ByName(styles.DefaultArticle) })

// layArticle lays out the article as it stands on the sheet now.
func (w *window) layArticle() func() (*layout.Document, error) {
	w.read()
	piece := layout.Piece{ID: w.writing.id, Article: w.writing.article.Clone()}
	return func() (*layout.Document, error) {
		style, err := articleStyle()
		if err != nil {
			return nil, err
		}
		return layout.Article(piece, style)
	}
}

// layIssue lays out an issue as it is stored, with what waits to be saved and
// what is written on the sheet at this moment.
func (w *window) layIssue(id bulletin.ID) func() (*layout.Document, error) {
	file, keeper, composer := w.file, w.keeper, &w.composer
	job := press.Job{Issue: id}
	if w.writing.open && w.writing.dirty && !w.readOnly() {
		w.read()
		job.Written = map[bulletin.ID]bulletin.Article{w.writing.id: w.writing.article.Clone()}
	}
	return func() (*layout.Document, error) {
		others := func(id bulletin.ID) bool { _, written := job.Written[id]; return !written }
		if len(job.Written) == 0 || slices.ContainsFunc(keeper.Waiting(), others) {
			_ = keeper.Flush() // a failure is told by kept
		}
		return composer.Layout(context.Background(), file, job)
	}
}

func (w *window) viewed(v desk.View) {
	if w.writing.open || w.wholeWanted() {
		w.preview.Show(v)
		if w.making != "" {
			if v.Document != nil && len(v.Document.Stories) > 1 { // not the article that one comes from
				w.opensAt = ""
			}
			w.makeup.Laid(v.Document)
			return
		}
		w.followCaret(false)
		w.tellPrinted(v)
	}
}

// followCaret marks on the pages where the caret stands, and has them follow it;
// called says that somebody asks for its page, wherever they have turned to.
func (w *window) followCaret(called bool) {
	place, ok := w.caretPlace()
	switch {
	case !ok:
		w.preview.ShowCaret(nil, false)
	case called:
		w.preview.ShowCaret(&place, true)
	default:
		w.preview.FollowCaret(place)
	}
}
