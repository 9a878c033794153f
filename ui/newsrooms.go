package ui

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/internal/place"
	"bantin/newsroom"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/files"
)

// askNewsroom asks for the folder that all PCs of the office share; one that is
// shared already can be left.
func (w *window) askNewsroom() {
	if !w.canAdd() {
		return
	}
	if folder := w.settings.newsroom(w.file.Path()); folder != "" {
		w.tellNewsroom(folder)
		w.exchangeNow()
		return
	}
	if folder := w.settings.apart(w.file.Path()); folder != "" {
		w.tellApart(folder)
		return
	}
	file := w.file
	w.askFiles("newsroom", files.Question{What: files.Folder}, func(paths []string) {
		if file == w.file {
			w.enterNewsroom(paths[0])
		}
	})
}

// enterNewsroom begins to exchange through a folder, unless it cannot be used:
// then it is said why, another can be chosen, and all stays as it was.
func (w *window) enterNewsroom(folder string) {
	file, author := w.file, w.settings.author()
	go func() {
		_, err := joinAs(context.Background(), file, folder, author)
		w.onFile(file, func() {
			if err != nil {
				w.notices.Warn(w.say.Explain(err), w.say.Say("desk.newsroom.again", nil), w.askNewsroom)
				return
			}
			w.settings.keepNewsroom(file.Path(), folder)
			w.showApart()
			w.joinNewsroom()
			w.tellNewsroom(folder)
		})
	}()
}

// tellNewsroom says through which folder articles are exchanged, and offers to
// leave it.
func (w *window) tellNewsroom(folder string) {
	w.notices.Say(w.say.Say("desk.newsroom.is", bulletin.Args{"folder": folder}),
		w.say.Say("desk.newsroom.leave", nil), w.leaveNewsroom)
}

// joinNewsroom exchanges with the shared folder of the file, if it has one, as
// long as the file is open.
func (w *window) joinNewsroom() {
	folder := w.settings.newsroom(w.file.Path())
	if folder == "" || w.file.ReadOnly() {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	w.lacking = lacking{}
	w.stopExchange, w.exchange = cancel, make(chan struct{}, 1)
	file, author, asked := w.file, w.settings.author(), w.exchange
	go func() {
		n, err := joinAs(ctx, file, folder, author)
		if err != nil {
			onUI(func() { w.exchanged(ctx, newsroom.Exchanged{}, err) })
			return
		}
		arrivals, err := desk.WatchArrivals(ctx, file, func() string { return author })
		if err != nil {
			arrivals = nil // what cannot be listed is told by the list
		}
		n.Run(ctx, newsroom.Every, asked, func(e newsroom.Exchanged, err error) {
			came := arrivedBy(ctx, arrivals, e)
			onUI(func() {
				if ctx.Err() == nil {
					w.listing.Unread.Came(came...)
				}
				w.exchanged(ctx, e, err)
			})
		})
	}()
}

// arrivedBy are the articles that an exchange has brought.
func arrivedBy(ctx context.Context, arrivals *desk.Arrivals, e newsroom.Exchanged) []bulletin.ID {
	var merged []bulletin.ID
	revisions := 0
	for _, r := range e.Received {
		revisions += r.NewRevisions
		merged = append(merged, r.Merged...)
	}
	if arrivals == nil || revisions == 0 {
		return nil
	}
	came, err := arrivals.Since(ctx, merged)
	if err != nil {
		return nil // what cannot be listed is told by the list
	}
	return came
}

// joinAs takes part in a newsroom under the name that this PC has there.
func joinAs(ctx context.Context, file *storage.File, folder, author string) (*newsroom.Newsroom, error) {
	name, err := newsroom.NameFor(ctx, file, folder, author)
	if err != nil {
		return nil, err
	}
	return newsroom.Join(ctx, file, folder, name)
}

// exchanged tells what came from the shared folder. A folder that is away is
// told once, until it is there again.
func (w *window) exchanged(of context.Context, e newsroom.Exchanged, err error) {
	if of.Err() != nil {
		return // of a file that was left
	}
	if err != nil {
		if !w.exchangeFailed {
			w.warnOfExchange(err)
		}
		w.exchangeFailed = true
		return
	}
	w.exchangeFailed = false
	w.notices.Drop(ofFolder)
	news := w.newsOf(e)
	if news != "" {
		w.showWhatCame()
	}
	switch lack := w.lacking.of(w.say, e); {
	case lack != "":
		w.notices.Warn(strings.TrimSpace(news+" "+lack), "", nil)
	case news != "":
		w.notices.Say(news, "", nil)
	}
}

// warnOfExchange says why nothing is exchanged, until something is. That the
// working file is away is told as it is of a save.
func (w *window) warnOfExchange(err error) {
	if bulletin.TroubleKey(err) == "file_moved" {
		w.complain(err)
		return
	}
	w.notices.Stay(ofFolder, w.say.Explain(err), "", nil)
}

// lacking is what exchanges have left out, so that it is told once and not once
// a minute.
type lacking struct {
	skipped map[string]int // in how many exchanges one after the other, by file and reason
	left    string
}

// patientExchanges is how many exchanges pass over a file before that is told:
// one that is being copied is there the next time.
const patientExchanges = 2

// of says what is new of what an exchange has left out: files of colleagues that
// cannot be read, what of others was refused, and what of this file was not
// given to the others. "" for nothing new.
func (l *lacking) of(say *translations.Catalogue, e newsroom.Exchanged) string {
	var told []string
	skipped := map[string]int{}
	for _, s := range e.Skipped {
		key := s.File + "\x00" + bulletin.TroubleKey(s.Why)
		skipped[key] = l.skipped[key] + 1
		if skipped[key] == patientExchanges {
			why := say.Explain(s.Why)
			if !strings.Contains(why, s.File) {
				why = s.File + ": " + why
			}
			told = append(told, say.Say("desk.newsroom.skipped", bulletin.Args{"why": why}))
		}
	}
	l.skipped = skipped
	for _, r := range e.Received {
		told = append(told, saidOfRefused(say, r.Refused, mostNamed)...)
	}
	var left []string
	for _, refused := range e.Left {
		left = append(left, refused.What)
	}
	if all := strings.Join(left, "\x00"); e.Published != "" && all != l.left {
		if l.left = all; all != "" {
			told = append(told, say.Say("desk.newsroom.left_out", bulletin.Args{"n": len(left)}))
		}
	}
	if more := len(told) - mostLacking; more > 0 {
		told = append(told[:mostLacking], say.Say("desk.more_findings", bulletin.Args{"n": more}))
	}
	return strings.Join(told, " ")
}

// mostLacking is how many sentences a notice has room for.
const mostLacking = 3

// newsOf says what an exchange has brought: who wrote something, and what was
// damaged here and is whole again. "" where it brought nothing.
func (w *window) newsOf(e newsroom.Exchanged) string {
	mended := 0
	var from []string
	for _, r := range e.Received {
		who := cmp.Or(r.From, r.File) // where somebody put a file there by hand
		if bulletin.Signed(who) == "" {
			who = w.say.Say("desk.newsroom.somebody", nil)
		}
		if mended += r.Mended; r.NewRevisions > 0 && !slices.Contains(from, who) {
			from = append(from, who)
		}
	}
	var news []string
	if len(from) > 0 {
		news = append(news, w.say.Say("desk.newsroom.came", bulletin.Args{"who": strings.Join(from, ", ")}))
	}
	if mended > 0 {
		news = append(news, w.say.Say("desk.newsroom.mended", bulletin.Args{"n": mended}))
	}
	return strings.Join(news, " ")
}

// exchangeNow exchanges without waiting for the clock.
func (w *window) exchangeNow() {
	select {
	case w.exchange <- struct{}{}:
	default: // one is asked for already, or there is no newsroom
	}
}

// leaveNewsroom ends the exchange with the shared folder for good; what is
// there stays there.
func (w *window) leaveNewsroom() {
	w.settings.keepNewsroom(w.file.Path(), "")
	w.showApart()
	w.endExchange()
	w.notices.Say(w.say.Say("desk.newsroom.left", nil), "", nil)
}

func (w *window) endExchange() {
	if w.stopExchange != nil {
		w.stopExchange()
		w.stopExchange = nil
	}
}

// warnOfPlace says that a file lies where no working file should: others could
// change it while it is open.
func (w *window) warnOfPlace(path string) {
	f := w.file
	go func() { // a share may be slow to say what it is
		if kind, _ := place.Of(path); kind != place.Local && !f.ReadOnly() {
			w.onFile(f, func() {
				w.notices.Stay(ofFile, w.say.Say("desk.bad_place", bulletin.Args{"folder": filepath.Dir(path)}), "", nil)
			})
		}
	}()
}
