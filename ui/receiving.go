package ui

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/files"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// askReceive asks for a file of somebody else, whose articles come into this
// one.
func (w *window) askReceive() {
	if !w.canAdd() {
		return
	}
	w.askFiles("receive", files.Question{What: files.Many, Kinds: w.kinds("drafts", []string{fileEnding})},
		func(paths []string) { w.receive(paths...) })
}

// receive takes the articles of a file into this one: nothing is overwritten,
// what both have changed is merged or waits to be settled.
func (w *window) receive(paths ...string) {
	began := time.Now()
	w.take()
	file, keeper := w.file, w.keeper
	var came desk.Reception
	var failed string
	w.workOnTask(task{title: "desk.receive.working", beside: true}, func(ctx context.Context, progress func(done, total int)) (err error) {
		if err = keeper.Flush(); err == nil {
			came, failed, err = desk.Receive(ctx, file, paths, progress)
		}
		return err
	}, func(err error) {
		switch {
		case file != w.file:
		case stopped(err):
			w.showWhatCame()
			w.notices.Say(w.say.Say("trouble.cancelled", nil), "", nil)
		case err != nil && came.NewRevisions+came.Mended > 0: // from the others
			w.received(began, came, paths)
			w.complain(err)
		case w.offerTorn(failed, err):
			w.showWhatCame() // some may have come before the tear
		case err != nil:
			w.showWhatCame()
			w.complain(err)
		default:
			w.received(began, came, paths)
		}
	})
}

// sayOfFiles says something of the file that is meant, by its name, or of so many.
func (w *window) sayOfFiles(key string, paths []string) string {
	if len(paths) == 1 {
		return w.say.Say(key, bulletin.Args{"file": fileName(paths[0])})
	}
	return w.say.Say(key+"_several", bulletin.Args{"n": len(paths)})
}

// received says what came of files that were to be received since a moment.
func (w *window) received(since time.Time, r desk.Reception, paths []string) {
	w.wroteIn()
	w.listing.Unread.Came(r.Came...)
	w.showWhatCame()
	if r.NewRevisions+r.Mended == 0 && len(r.Refused) == 0 {
		w.notices.Say(w.sayOfFiles("desk.receive.nothing_new", paths), "", nil)
		return
	}
	w.comes(since, func() *parts.Panel { return w.receivedPanel(r, paths) })
}

// receivedPanel says what came, and leads to what is to be done first.
func (w *window) receivedPanel(r desk.Reception, paths []string) *parts.Panel {
	lines := container.New(layout.NewCustomPaddedVBoxLayout(5))
	add := func(key string, n int, ink fyne.ThemeColorName) {
		if n > 0 {
			lines.Add(parts.Paragraph(w.say.Say(key, bulletin.Args{"n": n}), receivedWidth*look.Scale(), ink))
		}
	}
	changed := len(r.Came) - r.NewArticles
	conflicts, torn := conflictedIDs(r, bulletin.SubjectArticle), conflictedIDs(r, bulletin.SubjectIssue)
	if len(r.Came) == 0 {
		lines.Add(parts.Paragraph(w.say.Say("desk.receive.no_articles", nil), receivedWidth*look.Scale(), theme.ColorNameForeground))
	}
	add("desk.receive.new_articles", r.NewArticles, theme.ColorNameForeground)
	add("desk.receive.changed", changed, theme.ColorNameForeground)
	add("desk.receive.new_issues", r.NewIssues, theme.ColorNameForeground)
	add("desk.receive.new_photos", r.NewPhotos, look.Quiet)
	add("desk.receive.mended", r.Mended, theme.ColorNameForeground)
	add("desk.receive.merged", len(r.Merged)-len(r.MergedIssues)-len(conflicts), theme.ColorNameWarning)
	add("desk.receive.merged_issues", len(r.MergedIssues)-len(torn), theme.ColorNameWarning)
	add("desk.receive.conflicts", len(conflicts), theme.ColorNameError)
	for _, line := range saidOfJoined(w.say, r.Joined) {
		lines.Add(parts.Paragraph(line, receivedWidth*look.Scale(), theme.ColorNameForeground))
	}
	add("desk.receive.issue_conflicts", len(torn), theme.ColorNameError)
	for _, line := range saidOfRefused(w.say, r.Refused, len(r.Refused)) {
		lines.Add(parts.Paragraph(line, receivedWidth*look.Scale(), theme.ColorNameError))
	}
	p := &parts.Panel{
		Title: w.sayOfFiles("desk.receive.title", paths), Width: receivedWidth, Height: 380,
		Body: lines, Shut: w.say.Say("desk.shut", nil),
	}
	offer := func(key string, do func()) {
		p.Agree, p.OnAgree = w.say.Say(key, nil), func() error { do(); return nil }
	}
	switch {
	case len(conflicts) > 0:
		offer("desk.receive.settle", func() { w.openThen(conflicts[0], w.askSettle) })
	case len(torn) > 0:
		offer("desk.receive.settle", func() { w.openSettleIssue(torn[0]) })
	case len(r.Came) > 0:
		offer("desk.receive.read", func() { w.readNew(r.Came) })
	}
	return p
}

const receivedWidth = 460

// readNew lists what nobody has read here yet, and opens the first of it. Where
// all of it was read by now, as what is open is, everything is listed.
func (w *window) readNew(came []bulletin.ID) {
	if w.listing.Status() != "" || w.listing.Issue() != "" || w.listing.Deleted() {
		w.listing.Show("") // the others would leave out what is new
	}
	w.list.Filter(desk.Filter{Unread: true})
	first := came[0]
	if w.listing.Len() > 0 {
		first = w.listing.At(0).ID
	} else {
		w.list.Filter(desk.Filter{})
	}
	w.open(first)
}

// conflictedIDs are the articles, or the issues, with something to settle, each
// once.
func conflictedIDs(r desk.Reception, kind bulletin.SubjectKind) []bulletin.ID {
	var ids []bulletin.ID
	for _, c := range r.Conflicts {
		if c.Kind == kind && !slices.Contains(ids, c.ID) {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// openStranger opens a drafts file that somebody may have handed over: where
// the desk works on a file already, and this one was never worked on here, it
// asks whether its articles should be received instead. A file that was worked on
// and has only been moved is opened: it knows itself, and where it was is nothing
// that does, as there would be if this were a copy that somebody handed back.
func (w *window) openStranger(path string) { w.openStrangerOf(time.Now(), path) }

// openStrangerOf is openStranger for what was done at a moment, or outside of the
// window, which has no moment.
func (w *window) openStrangerOf(began time.Time, path string) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	working := w.lastFile()
	if w.file != nil && !w.file.ReadOnly() {
		working = w.file.Path()
	}
	if working == "" || path == working || w.settings.knows(path) {
		w.openFile(path)
		return
	}
	var s desk.Stranger
	moved := ""
	w.work("desk.opening", func(ctx context.Context, _ func(done, total int)) (err error) {
		if s, err = desk.Peek(ctx, path); err != nil {
			return err
		}
		if was := w.settings.placeOf(s.Identity); was != "" && was != path && desk.HasLeft(ctx, was, s.Identity) {
			moved = was
		}
		return nil
	}, func(err error) {
		switch {
		case err != nil:
			w.openFile(path) // which tells what is wrong
		case s.Empty:
			w.openFile(path) // there is nothing to receive
		case moved != "":
			w.settings.moved(moved, path)
			w.openFile(path)
		default:
			w.askStranger(began, path, working, s)
		}
	})
}

func (w *window) askStranger(since time.Time, path, working string, s desk.Stranger) {
	w.comes(since, func() *parts.Panel { return w.strangerPanel(path, working, s) })
}

func (w *window) strangerPanel(path, working string, s desk.Stranger) *parts.Panel {
	args := bulletin.Args{"file": fileName(path), "working": fileName(working), "articles": s.Articles, "body": s.Body, "who": s.By, "date": bulletin.DateOf(s.Newest.Local()).Short()}
	key := "desk.stranger.about"
	switch {
	case s.Newest.IsZero():
		key = "desk.stranger.about_empty"
	case s.Body == "" && s.By == "":
		key = "desk.stranger.about_nobody_unsigned"
	case s.Body == "":
		key = "desk.stranger.about_nobody"
	case s.By == "":
		key = "desk.stranger.about_unsigned"
	}
	open := newQuiet(w.say.Say("desk.stranger.open", nil), nil, nil)
	p := &parts.Panel{
		Title: w.say.Say("desk.stranger.title", args), Width: 520,
		Body:  parts.Paragraph(w.say.Say(key, args), 520*look.Scale(), look.Quiet),
		Agree: w.say.Say("desk.stranger.receive", args), Aside: []fyne.CanvasObject{container.NewCenter(open)},
	}
	open.OnTap = func() { p.Hide(); w.openFile(path) }
	p.OnAgree = func() error { w.receiveInto(working, path); return nil }
	return p
}

// receiveInto receives files into the one that is worked in, which is opened
// first if need be.
func (w *window) receiveInto(working string, paths ...string) {
	if w.file != nil && w.file.Path() == working {
		onUI(func() { w.receive(paths...) })
		return
	}
	w.afterOpening = func() { w.receive(paths...) }
	w.openFile(working)
}

// askStrangers asks whether several files are to be received. Where there is
// none yet to receive them into, the first is opened.
func (w *window) askStrangers(paths []string) { w.askStrangersOf(time.Now(), paths) }

// askStrangersOf is askStrangers as openStrangerOf is openStranger.
func (w *window) askStrangersOf(began time.Time, paths []string) {
	working := w.lastFile()
	if w.file != nil && !w.file.ReadOnly() {
		working = w.file.Path()
	}
	paths = slices.DeleteFunc(paths, func(path string) bool { return path == working })
	switch {
	case working == "":
		w.afterOpening = func() { w.takeFiles(paths[1:], anyFrame, nowhere) }
		w.openFile(paths[0])
		return
	case len(paths) == 1:
		w.openStrangerOf(began, paths[0])
		return
	}
	names := make([]string, len(paths))
	for i, path := range paths {
		names[i] = fileName(path)
	}
	args := bulletin.Args{"n": len(paths), "working": fileName(working), "files": strings.Join(names, ", ")}
	w.comes(began, func() *parts.Panel {
		return &parts.Panel{
			Title: w.say.Say("desk.stranger.several", args), Width: 520,
			Body:    parts.Paragraph(w.say.Say("desk.stranger.about_several", args), 520*look.Scale(), look.Quiet),
			Agree:   w.say.Say("desk.stranger.receive", args),
			OnAgree: func() error { w.receiveInto(working, paths...); return nil },
		}
	})
}

// askSend asks where the articles go that are to be handed over.
func (w *window) askSend(ids []bulletin.ID) {
	if w.file == nil {
		return
	}
	w.take()
	things := w.sendable(ids)
	if len(things) == 0 {
		w.tell(w.say.Say("desk.send.nothing", nil))
		return
	}
	chosen := 0
	names := make([]string, len(things))
	for i, t := range things {
		names[i] = t.name
	}
	body := container.NewVBox(
		words(w.say.Say("desk.send.what", nil), 12, look.Sans, look.Quiet),
		parts.NewColumn(names, 0, func(i int) { chosen = i }).Object, space(1, 8),
		parts.Paragraph(w.say.Say("desk.send.how", nil), 460*look.Scale(), look.Quiet))
	p := &parts.Panel{
		Title: w.say.Say("desk.send.title", nil), Width: 460, Body: body,
		Agree: w.say.Say("desk.export.choose_place", nil),
	}
	p.OnAgree = func() error {
		back := w.backTo(p)
		onUI(func() { w.askSendPlace(things[chosen], back) })
		return nil
	}
	w.showPanel(p)
}

// parcel is something to hand over.
type parcel struct {
	name, file string
	what       storage.Selection
}

// sendable is what can be handed over now, the likeliest first.
func (w *window) sendable(ids []bulletin.ID) []parcel {
	var out []parcel
	if len(ids) > 1 {
		out = append(out, parcel{w.say.Say("desk.send.chosen", bulletin.Args{"n": len(ids)}), cmp.Or(w.settings.author(), fileName(w.file.Path())), storage.Selection{Articles: ids}})
	}
	if w.writing.open && w.writing.stored {
		headline := w.headlineOf(w.writing.article)
		out = append(out, parcel{w.say.Say("desk.send.article", bulletin.Args{"headline": headline}), headline, storage.Selection{Articles: []bulletin.ID{w.writing.id}}})
	}
	if s := w.issueAtHand(); s != nil {
		name := w.issueName(s.Issue)
		out = append(out, parcel{w.say.Say("desk.send.issue", bulletin.Args{"issue": name}), name, storage.Selection{Issues: []bulletin.ID{s.ID}}})
	}
	if counts, all := w.listing.Counts(); all > 0 && len(counts) > 0 {
		out = append(out, parcel{w.say.Say("desk.send.all", nil), fileName(w.file.Path()), storage.Selection{}})
	}
	return out
}

func (w *window) askSendPlace(p parcel, back func()) {
	name := cleanName(w.say.Say("desk.send.file_name", bulletin.Args{"what": p.file}), w.say.Say("desk.untitled", nil))
	w.askNewOr("send", name, "drafts", fileEnding, func(path string) { w.send(p, path) }, back)
}

// send writes a file to hand over, with progress.
func (w *window) send(p parcel, out string) {
	if filepath.Ext(out) != fileEnding {
		out += fileEnding
	}
	file, keeper := w.file, w.keeper
	var sent storage.Sent
	w.workOnTask(task{title: "desk.send.working", beside: true}, func(ctx context.Context, progress func(done, total int)) (err error) {
		if err = keeper.Flush(); err == nil {
			sent, err = file.Send(ctx, out, p.what, progress)
		}
		return err
	}, func(err error) {
		switch {
		case file != w.file:
		case stopped(err):
			w.notices.Say(w.say.Say("desk.send.stopped", nil), "", nil)
		case err != nil:
			w.complain(err)
		default:
			w.notices.Say(w.say.Say("desk.send.done", bulletin.Args{
				"n": sent.Articles, "photos": sent.Photos, "file": filepath.Base(out),
			}), w.say.Say("desk.export.show", nil), func() { w.openOutside(filepath.Dir(out)) })
			if len(sent.Left) > 0 {
				w.notices.Warn(w.say.Say("desk.send.left", bulletin.Args{"n": len(sent.Left)}), "", nil)
			}
		}
	})
}
