package ui

import (
	"context"
	"time"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/editor"
	"bantin/ui/loop"
)

// writing is the article on the sheet.
type writing struct {
	id      bulletin.ID
	article bulletin.Article // as it was last read from the sheet
	open    bool
	dirty   bool // the sheet holds something newer than was handed to the Keeper
	stored  bool // the file knows the article
	deleted bool // and has it among the deleted: it can only be read
	became  bool // the sheet had to be changed when the article was read anew
	due     bool // a timer for the next save is running
	hands   hands
	lastAt  time.Time
	preview *time.Timer
}

// A crash loses what was typed in the last second and the time of a save; two
// seconds are promised.
const (
	saveAfter  = 400 * time.Millisecond // the hands have rested
	saveAtLast = time.Second            // after the first key that is not saved, while they go on
	savesApart = 800 * time.Millisecond // at least, or who types slowly would have a version for each key
)

// hands is when somebody wrote, and when that was handed over to be saved.
type hands struct{ first, last, saved time.Time }

// untilSave is how long what was written is still to wait.
func (h hands) untilSave(now time.Time) time.Duration {
	at := h.last.Add(saveAfter)
	if latest := h.first.Add(saveAtLast); latest.Before(at) {
		at = latest
	}
	if apart := h.saved.Add(savesApart); apart.After(at) {
		at = apart
	}
	return at.Sub(now)
}

// previewAfter is the pause in typing after which the page is painted.
const previewAfter = 110 * time.Millisecond

// open puts an article on the sheet.
func (w *window) open(id bulletin.ID) { w.openThen(id, func() {}) }

// openThen calls then when the article is on the sheet.
func (w *window) openThen(id bulletin.ID, then func()) {
	if id == w.writing.id && w.writing.open {
		then()
		return
	}
	w.fetch(coming{id: id, then: then})
}

// fetch reads an article, though it be the one that is on the sheet already,
// and puts it there. What is typed on that one meanwhile goes into the file
// first, and it is read once more: it is merged with what came, not lost to it.
func (w *window) fetch(c coming) {
	w.take()
	w.wanted++
	w.coming = c
	id, wanted, file, keeper, saved := c.id, w.wanted, w.file, w.keeper, w.writing.hands.saved
	go func() {
		a, err := asLeft(context.Background(), file, keeper, id)
		unapproved := false
		if err == nil {
			editor.MeasureAhead(&a.Article, loop.Do)
			unapproved = lostApproval(file, a.StoredArticle)
		}
		onUI(func() {
			if wanted == w.wanted {
				w.coming = coming{}
			}
			switch {
			case file != w.file || wanted != w.wanted, w.offerWhole(id, err):
			case err != nil:
				w.complain(err)
			case id == w.writing.id && w.writing.open && (w.writing.dirty || w.writing.hands.saved != saved):
				w.fetch(c)
			case c.news && w.keepsOwn(a.StoredArticle):
				w.keepOwn(a.StoredArticle, unapproved)
			default:
				w.take() // what was typed on another one while this was being read
				a.opened(keeper)
				w.listing.Unread.Opened(id)
				hands := w.handsOn(id)
				w.writing = writing{id: id, article: a.Article, open: true, stored: true, deleted: a.Deleted, lastAt: a.UpdatedAt, hands: hands}
				w.showArticle()
				if a.unsaved {
					w.facts.Saved(w.say.Say("desk.not_saved_yet", nil), true)
				}
				at := conflictedOf(a.StoredArticle)
				at.unapproved = unapproved
				if w.conflicted.held {
					defer w.search() // the list has what the sheet had
				}
				w.noteConflicts(at)
				c.then()
				w.noteLeftOff()
			}
		})
	}()
}

// coming is an article that is called to the sheet, and what is done when it is
// there.
type coming struct {
	id   bulletin.ID
	then func()
	news bool // it stands there already, and others have written something
}

// newArticle puts an empty article on the sheet. The file hears of it when
// something has been written.
func (w *window) newArticle() {
	if !w.canAdd() {
		return
	}
	w.stays()
	w.take()
	w.wanted++
	w.coming = coming{}
	a := bulletin.Article{
		Genre: bulletin.News, Status: bulletin.Draft, EventDate: bulletin.DateOf(time.Now()),
		ThemeBanner: w.office.ThemeBanner, Byline: w.settings.author(), Affiliation: w.office.Body,
	}
	a.Normalize()
	w.writing = writing{id: bulletin.NewID(), article: a, open: true}
	w.makeRoomFor(w.writing.id)
	w.showArticle()
	w.read() // as the sheet gives it back when nothing was written
	w.blanks[w.writing.id] = w.writing.article.Clone()
	w.list.Select("")
	w.sheet.FocusStart()
}

// showArticle brings the sheet, the facts and the page in line with writing.
func (w *window) showArticle() {
	if w.writing.id != w.shown {
		if w.shown != "" { // else it is said of the file, which the first article follows by itself
			w.notices.Clear() // what is said of the article that was there before
		}
		w.shown = w.writing.id
	}
	w.offerRestore()
	if w.notices.Has(ofBack) {
		w.tellBack()
	}
	w.loadHistory()
	if w.writing.id != w.conflicted.id {
		w.notices.Drop(ofConflict)
	}
	if !w.writing.open {
		w.sayBlank()
		w.blank.Show()
		w.issuesChanged()
		w.preview.Show(desk.View{})
		w.askPreview(true)
		return
	}
	w.blank.Hide()
	w.writing.became = w.showSheet()
	w.facts.Show(w.writing.article, w.readOnly())
	w.list.Select(w.writing.id)
	w.tellSaved()
	w.issuesChanged()
	w.preview.Page = 0
	w.askStory()
}

// changed is called at every change of the sheet or the facts. It must cost
// next to nothing.
func (w *window) changed() {
	w.notices.Edited()
	w.side.pages.Written()
	if !w.placing {
		w.stays()
	}
	w.writing.dirty = true
	w.writing.hands.last = time.Now()
	if !w.writing.due {
		w.writing.due = true
		w.writing.hands.first = w.writing.hands.last
		w.saveIn(w.writing.hands.untilSave(w.writing.hands.last))
	}
	if w.writing.preview == nil {
		w.writing.preview = time.AfterFunc(previewAfter, func() { onUI(func() { w.askPreview(true) }) })
	} else {
		w.writing.preview.Reset(previewAfter)
	}
}

func (w *window) saveIn(wait time.Duration) {
	time.AfterFunc(wait, func() { onUI(w.saveDue) })
}

// saveDue saves when the hands have rested, or have gone on long enough.
func (w *window) saveDue() {
	if wait := w.writing.hands.untilSave(time.Now()); wait > 0 && w.writing.dirty {
		w.saveIn(wait)
		return
	}
	w.writing.due = false
	w.put(bulletin.ReasonAutosave)
}

// saveNow saves on request.
func (w *window) saveNow() {
	switch {
	case !w.canWrite():
	case w.writing.stored && !w.writing.dirty && !w.isEmptied(): // who saves what the program has merged says that it is right
		w.read()
		w.keeper.Put(w.writing.id, w.writing.article.Clone(), bulletin.ReasonSave)
	default:
		w.writing.dirty = true
		w.put(bulletin.ReasonSave)
	}
}

// take hands over what is on the sheet before the sheet is given up.
func (w *window) take() {
	w.put(bulletin.ReasonSave)
	w.noteLeftOff()
}

// put reads the sheet and hands it to the Keeper, if anything changed.
func (w *window) put(reason bulletin.Reason) {
	if !w.writing.open || !w.writing.dirty || w.file == nil || w.readOnly() {
		return
	}
	w.writing.dirty, w.writing.hands.saved = false, time.Now()
	w.read()
	emptied := w.isEmptied()
	if emptied && !w.writing.stored {
		return
	}
	w.writing.stored = true
	if emptied {
		w.keeper.PutEmptied(w.writing.id, w.writing.article.Clone(), reason)
	} else {
		w.keeper.Put(w.writing.id, w.writing.article.Clone(), reason)
	}
	w.listing.Note(w.summary())
	w.list.Show(w.writing.id)
	w.noteLeftOff()
}

// read brings writing in line with the sheet.
func (w *window) read() {
	if w.readOnly() {
		return
	}
	w.sheet.Manuscript().Write(&w.writing.article)
	w.facts.Read(&w.writing.article)
	w.writing.article.Normalize()
}

// summary is the row of the article being written.
func (w *window) summary() storage.Summary {
	a := &w.writing.article
	return storage.Summary{
		ID: w.writing.id, Headline: a.Headline, Byline: a.Byline, Section: a.Section,
		Genre: a.Genre, Status: a.Status, Words: a.Words(), Photos: a.Pictures(),
		Author: w.settings.author(), CreatedAt: time.Now(), UpdatedAt: time.Now(),
	}
}

// kept hears from the Keeper.
func (w *window) kept(k desk.Kept) {
	if k.Err != nil {
		w.notKept(k)
		return
	}
	w.wroteIn()
	if w.closing != nil && len(w.keeper.Waiting()) == 0 {
		w.close() // what kept the window open is saved
		return
	}
	w.notices.Drop(ofSaving)
	w.notices.FileKnown()
	if k.Gone {
		w.gone(k.Article)
	}
	if k.Article == w.writing.id && !k.At.IsZero() && !k.Gone {
		w.writing.lastAt = k.At
	}
	w.tellSaved()
	if k.Article == w.writing.id {
		if !k.Waiting {
			w.loadHistory()
		}
		if w.wholeWanted() && k.Others {
			w.askPreview(true)
		}
		if k.Others && len(w.conflicted.conflicts) == 0 {
			w.listing.Fork(k.Article)
			w.list.Rows.Refresh()
			w.notices.Stay(ofConflict, w.say.Say("desk.others_saved", nil), "", nil) // until it is known what of
			if w.coming.id != k.Article {
				w.showNews() // so that what is asked to be read stands on the sheet
			}
		} else if !k.Waiting {
			w.seeIfSettled()
		}
	}
}

// retry tries at once to save what could not be saved.
func (w *window) retry() {
	keeper := w.keeper
	go func() { _ = keeper.Flush() }() // kept tells how it went
}

// tellSaved writes the time of the last save.
func (w *window) tellSaved() {
	sentence := ""
	switch {
	case w.readOnly():
		sentence = w.say.Say("desk.only_read", nil)
	case !w.writing.lastAt.IsZero():
		at := w.writing.lastAt.Local()
		key, form := "desk.saved_at", "15:04"
		if bulletin.DateOf(at) != bulletin.DateOf(time.Now()) {
			key, form = "desk.saved_on", "2/1/2006"
		}
		sentence = w.say.Say(key, bulletin.Args{"time": at.Format(form)})
	}
	w.facts.Saved(sentence, false)
}
