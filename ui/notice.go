package ui

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/assets/translations"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// notices is the place at the foot of the sheet where the desk says what
// happened, each with one thing to do about it, or two where one needs both. It never takes the
// focus. There is one piece of news; and beside it one notice on each subject
// that stays whatever else happens.
type notices struct {
	say    *translations.Catalogue
	pane   *fyne.Container
	place  *fyne.Container // that holds it
	aside  bool            // the sheet is not in sight: what is said of its article waits
	number int             // of the newest news
	cards  [subjects]*notice
}

// subject is what a notice is about.
type subject int

const (
	ofFile     subject = iota // how the file can be used
	ofFolder                  // why nothing is exchanged through the shared folder
	ofDamage                  // what of the file cannot be read
	ofCrash                   // that the last run crashed
	ofSaving                  // what could not be saved
	ofBack                    // what could not be saved last time, and is back
	ofWork                    // what goes on beside writing
	ofComing                  // what waits to be asked or told until hands rest
	ofPictures                // which pictures are on their way
	ofDeletion                // what was deleted last
	ofConflict                // what two versions of the open article changed differently
	ofIssue                   // what two versions of the issue at hand say differently
	ofArticle                 // how the open article can be used
	ofNews                    // everything else; the newest takes the place of the one before
	ofName                    // that nobody has said who is writing; waits until nothing else is to be said
	subjects
)

// notice is a sentence on screen.
type notice struct {
	card fyne.CanvasObject
	do   func() // may be nil
	word string // of what do does
	edit bool   // it offers to take back the last edit of the article
	step bool   // it offers to take back the last step of an issue

	moved bool // it says that the drafts file is not where it was

	acts  *fyne.Container // the buttons of what can be done
	other string          // the word of what else can be done, "" for nothing
}

// noticeStays is how long good news stays, and noticeWaits how long it stays
// where something can be taken back; bad news stays until it is mended or sent
// away.
const (
	noticeStays = 10 * time.Second
	noticeWaits = time.Minute
)

func newNotices(say *translations.Catalogue) *notices {
	return &notices{say: say, pane: container.New(layout.NewCustomPaddedVBoxLayout(-12))}
}

// StandIn shows the notices in another place; aside says that the sheet cannot be
// seen from there.
func (n *notices) StandIn(place *fyne.Container, aside bool) {
	if n.place != nil {
		n.place.RemoveAll()
	}
	n.place, n.aside = place, aside
	n.fill()
	place.Add(n.pane)
}

// Say shows a sentence; do may be nil.
func (n *notices) Say(sentence, action string, do func()) {
	n.put(ofNews, sentence, theme.ColorNameForeground, action, do)
	stays := noticeStays
	if do != nil {
		stays = noticeWaits
	}
	n.goesAfter(stays)
}

// goesAfter sends the news away after a while.
func (n *notices) goesAfter(stays time.Duration) {
	number := n.number
	time.AfterFunc(stays, func() {
		onUI(func() {
			if n.number == number {
				n.Clear()
			}
		})
	})
}

// Linger shows a sentence that one comes back to a while later.
func (n *notices) Linger(sentence string) {
	n.put(ofNews, sentence, theme.ColorNameForeground, "", nil)
	n.goesAfter(noticeWaits)
}

// SayOfEdit says what came of the last edit of the article and offers to take
// it back, until the article is edited again.
func (n *notices) SayOfEdit(sentence, action string, undo func()) {
	n.Say(sentence, action, undo)
	n.cards[ofNews].edit = true
}

// Edited hears that the article was edited, or is another one: what was offered
// for the edit before would take back more than that.
func (n *notices) Edited() {
	if c := n.cards[ofNews]; c != nil && c.edit {
		n.Clear()
	}
}

// SayOfStep says what came of the last step of an issue and offers to take it
// back, until there is another one or that one is taken back.
func (n *notices) SayOfStep(sentence, action string, undo func()) {
	n.Say(sentence, action, undo)
	n.cards[ofNews].step = true
}

// Stepped hears of the next step of an issue, or that one was taken back.
func (n *notices) Stepped() {
	if c := n.cards[ofNews]; c != nil && c.step {
		n.Clear()
	}
}

// FileKnown hears that the drafts file is where it was, or that another notice says
// that it is not.
func (n *notices) FileKnown() {
	if c := n.cards[ofNews]; c != nil && c.moved {
		n.Clear()
	}
}

// Keep shows a sentence that one needs time to read, until it is sent away.
func (n *notices) Keep(sentence string) {
	n.put(ofNews, sentence, theme.ColorNameForeground, "", nil)
}

// Warn shows a sentence until it is sent away.
func (n *notices) Warn(sentence, action string, do func()) {
	n.put(ofNews, sentence, theme.ColorNameError, action, do)
}

// Refuse shows what went well, "" for nothing, and below it what did not, a line
// each, for as long as one needs to read that.
func (n *notices) Refuse(well string, ill []string) {
	runs := []parts.Run{{Text: strings.Join(ill, "\n"), Ink: theme.ColorNameError}}
	if well != "" {
		runs = append([]parts.Run{{Text: well + "\n", Ink: theme.ColorNameForeground}}, runs...)
	}
	n.set(ofNews, runs, "", nil)
	n.goesAfter(noticeWaits)
}

// Escape sends away the news, or else what else one sends away, and reports
// whether there was anything. What could not be saved stays.
func (n *notices) Escape() bool {
	for _, about := range []subject{ofNews, ofFolder, ofComing, ofBack, ofCrash, ofDeletion, ofName} {
		if n.Has(about) {
			n.Drop(about)
			return true
		}
	}
	return false
}

// Stay shows a sentence until it is sent away, its action is taken, or Drop
// is called for its subject, whatever news comes and goes beside it.
func (n *notices) Stay(about subject, sentence, action string, do func()) {
	ink := theme.ColorNameForeground
	if slices.Contains([]subject{ofFolder, ofSaving, ofCrash, ofDamage}, about) {
		ink = theme.ColorNameError
	}
	n.put(about, sentence, ink, action, do)
}

// Wait is Stay for about as long as one may want to take something back.
func (n *notices) Wait(about subject, sentence, action string, do func()) {
	n.Stay(about, sentence, action, do)
	card := n.cards[about]
	time.AfterFunc(noticeWaits, func() { onUI(func() { n.expire(about, card) }) })
}

// expire takes a notice away, unless another one has taken its place.
func (n *notices) expire(about subject, card *notice) {
	if n.cards[about] == card {
		n.Drop(about)
	}
}

// Or offers what else can be done about what a notice says.
func (n *notices) Or(about subject, action string, do func()) {
	c := n.cards[about]
	c.other = action
	act := newQuiet(action, nil, func() {
		n.Drop(about)
		do()
	})
	act.Ink = theme.ColorNamePrimary
	c.acts.Add(container.NewCenter(act))
}

// Has reports whether there is a notice on a subject.
func (n *notices) Has(about subject) bool { return n.cards[about] != nil }

// Drop takes away the notice on a subject.
func (n *notices) Drop(about subject) {
	if about == ofNews {
		n.number++
	}
	n.cards[about] = nil
	n.fill()
}

func (n *notices) fill() {
	n.pane.RemoveAll()
	for about, c := range n.cards {
		if c != nil && !n.waits(subject(about)) {
			n.pane.Add(c.card)
		}
	}
	n.pane.Refresh()
}

// Height is how much of what is behind them the notices cover.
func (n *notices) Height() float32 {
	if n == nil || len(n.pane.Objects) == 0 {
		return 0
	}
	return n.pane.MinSize().Height
}

// waits reports whether the notice on a subject is not to be shown yet.
func (n *notices) waits(about subject) bool {
	switch about {
	case ofConflict, ofArticle:
		return n.aside
	case ofName:
		return len(n.pane.Objects) > 0
	}
	return false
}

// Act does what the notice on a subject offers.
func (n *notices) Act(about subject) {
	if c := n.cards[about]; c != nil && c.do != nil {
		n.Drop(about)
		c.do()
	}
}

// Offers reports whether the notice on a subject offers to do something by that
// word.
func (n *notices) Offers(about subject, word string) bool {
	c := n.cards[about]
	return c != nil && c.do != nil && (c.word == word || c.other == word)
}

// Clear takes the news away.
func (n *notices) Clear() { n.Drop(ofNews) }

func (n *notices) put(about subject, sentence string, ink fyne.ThemeColorName, action string, do func()) {
	n.set(about, []parts.Run{{Text: sentence, Ink: ink}}, action, do)
}

func (n *notices) set(about subject, sentences []parts.Run, action string, do func()) {
	text, acts := parts.NewProse(sentences...), container.NewHBox()
	if do != nil {
		act := newQuiet(action, nil, func() { n.Act(about) })
		act.Bold, act.Ink = true, theme.ColorNamePrimary
		acts.Add(container.NewCenter(act))
	}
	away := newQuiet("", theme.CancelIcon(), func() { n.Drop(about) })
	away.Hint = n.say.Say("desk.notice.away", nil)
	shut := container.NewCenter(away)
	card := canvas.NewRectangle(look.Color(theme.ColorNameMenuBackground))
	card.CornerRadius = 6
	card.StrokeColor, card.StrokeWidth = look.Color(look.Rule), 1
	body := container.New(layout.NewCustomPaddedLayout(2, 2, 14, 6),
		container.New(&noticeRoom{say: text}, text, acts, shut))
	if about == ofNews {
		n.number++
	}
	n.cards[about] = &notice{card: container.New(layout.NewCustomPaddedLayout(0, 14, 24, 24), container.NewStack(card, body)), do: do, word: action, acts: acts}
	n.fill()
}

// buildNotices makes the notices anew, with those that stay.
func (w *window) buildNotices() {
	undo := w.notices != nil && w.notices.Has(ofDeletion)
	pictures := w.notices != nil && w.notices.Has(ofPictures)
	working := w.notices != nil && w.notices.Has(ofWork)
	read := w.notices == nil || w.notices.Has(ofFile)
	crash := w.notices != nil && w.notices.Has(ofCrash)
	back := w.notices != nil && w.notices.Has(ofBack)
	w.notices = newNotices(w.say)
	if back {
		w.tellBack()
	}
	if crash {
		w.offerReport()
	}
	if undo {
		w.offerUndo()
	}
	if pictures {
		w.tellArrivals(true)
	}
	if working {
		w.tellBesides(true)
	}
	if read && w.file.ReadOnly() {
		w.notices.Stay(ofFile, w.say.Say("desk.read_only", nil), "", nil)
	}
}
