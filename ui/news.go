package ui

import (
	"context"
	"time"

	"bantin/bulletin"
	"bantin/storage"
)

// showNews reads the article on the sheet anew after others have written
// something, of this article or of another.
func (w *window) showNews() {
	if w.writing.open && w.writing.stored {
		w.fetch(coming{id: w.writing.id, then: w.markTheirs, news: true})
	}
}

// lookForNews is how often the desk looks whether another program has written into
// its file.
var lookForNews = 2 * time.Second

// watchFile shows what other programs write into the file, as long as it is open.
func (w *window) watchFile() {
	ctx, cancel := context.WithCancel(context.Background())
	w.stopWatch = cancel
	file, every := w.file, lookForNews
	go func() {
		// A file that cannot be read is told by whatever is done with it next.
		_ = file.Watch(ctx, every, func() {
			w.onFile(file, w.showWhatCame)
		})
	}()
}

// markTheirs says of what has just come onto the sheet that others wrote it.
func (w *window) markTheirs() {
	if w.writing.became {
		w.sheet.Manuscript().ByOthers()
	}
}

// keepsOwn reports that the sheet stays as it is although others have written
// something: the person has written on it, and somebody else has written
// differently at the same place. Of such versions one is shown to everybody, and
// it may be the other's: his words would take the place of those just typed.
// What is written on is saved over one's own version alone, so that nothing is
// settled that was not seen, until one settles it or opens the article again.
func (w *window) keepsOwn(a storage.StoredArticle) bool {
	return a.ID == w.writing.id && w.writing.open && w.writing.hands.wrote() && len(a.Conflicts) > 0 && !a.Deleted
}

// keepOwn says that others have written at the same place.
func (w *window) keepOwn(a storage.StoredArticle, unapproved bool) {
	c := conflictedOf(a)
	c.unapproved, c.held = unapproved, true
	w.noteConflicts(c)
	w.listOwn()
	w.list.Rows.Refresh()
	w.noteLeftOff()
}

// listOwn has the list say of the article on the sheet what the sheet says, where
// that stays although others are shown something else.
func (w *window) listOwn() {
	if _, listed := w.listing.Summary(w.writing.id); !listed || !w.writing.open || !w.conflicted.held || w.conflicted.id != w.writing.id {
		return
	}
	own := w.summary()
	own.UpdatedAt = w.writing.lastAt
	w.listing.Note(own)
}

// seeIfSettled looks whether what was to be settled of the article on the sheet still
// is: taking back what one has written at the same place as another settles it.
func (w *window) seeIfSettled() {
	if len(w.conflicted.conflicts) == 0 || w.conflicted.id != w.writing.id {
		return
	}
	file, id := w.file, w.writing.id
	go func() {
		a, err := file.Article(context.Background(), id)
		w.onFile(file, func() {
			if err == nil && len(a.Conflicts) == 0 && id == w.writing.id && len(w.conflicted.conflicts) > 0 {
				w.showWhatCame()
			}
		})
	}()
}

// wrote reports that something was written.
func (h hands) wrote() bool { return !h.last.IsZero() }

// handsOn is when somebody wrote in an article, while it stays on the sheet.
func (w *window) handsOn(id bulletin.ID) hands {
	if w.writing.open && w.writing.id == id {
		return w.writing.hands
	}
	return hands{}
}
