package ui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"

	"bantin/bulletin"
	"bantin/press"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/findings"
	"bantin/ui/history"
	"bantin/ui/list"
	"bantin/ui/look"
	"bantin/ui/makeup"
	"bantin/ui/preview"
)

// makeUp goes to the make-up table of the issue at hand, or leaves it.
func (w *window) makeUp() {
	if w.file == nil {
		return
	}
	if w.making != "" {
		w.leaveMakeup("")
		return
	}
	s := w.issueAtHand()
	if s == nil && len(w.issues) > 0 {
		s = &w.issues[0]
	}
	if s == nil {
		w.tellNoIssue()
		return
	}
	w.takeToTable(s.ID)
}

// takeToTable puts an issue on the make-up table.
func (w *window) takeToTable(id bulletin.ID) {
	w.win.Canvas().Unfocus() // what an input method holds back goes to the text
	w.take()
	w.making = id
	w.noteTable()
	w.layTable()
	if w.makeup != nil && w.making != "" && !w.busy() {
		w.win.Canvas().Focus(w.makeup.First())
	}
}

// layTable puts the table before the desk, which stays as it is behind it.
func (w *window) layTable() {
	if w.issueIndex(w.making) < 0 {
		w.rebuild()
		return
	}
	w.notices.Edited() // what it offers to take back is on the sheet
	w.buildMakeup()
	w.noteIssue()
	w.looked++ // what is being looked over is shown no more
	w.opensAt = w.makeup.Chosen()
	w.askPreview(true)
}

// leaveMakeup goes back to writing, on an article unless it is empty.
func (w *window) leaveMakeup(open bulletin.ID) {
	w.win.Canvas().Unfocus()
	w.making, w.opensAt = "", ""
	w.noteTable()
	w.clearTable()
	w.writeOn()
	if open != "" {
		w.open(open)
	}
}

// clearTable takes the table away from before the desk. That has followed what came
// meanwhile: it is built anew with the window in other colours, another language or
// another size, and what reads the file shows it there, too. Only its pages stood
// still.
func (w *window) clearTable() {
	w.preview, w.check = w.side.pages, w.side.check
	w.table = nil
	w.notices.StandIn(w.toldBeside, false)
	w.show(w.panes)
	w.panes.Refresh() // for the keyboard; see parts.Rows.Drawn
	w.sheet.Drawn()
	w.issuesChanged()
	w.looked++ // what is being looked over is shown no more
	w.askPreview(true)
}

// buildMakeup makes the make-up table and puts it into the window.
func (w *window) buildMakeup() {
	pages, found := preview.New(w.say), findings.New(w.say)
	versions := history.New(w.say, w.say.Say("desk.history.none_issue", nil))
	versions.OnRestore, versions.OnEach = w.restoreIssue, w.loadIssueHistory
	m := makeup.New(w.say, pages, found, versions)
	w.makeup = m
	m.Headline = w.listedHeadline
	m.OnWish = w.wish
	m.OnMove = func(ids []bulletin.ID, before bulletin.ID) {
		w.changeIssue(w.making, func(s *bulletin.Issue) { s.Slots = desk.MoveSlots(s.Slots, ids, before) }, nil)
	}
	m.OnPut = w.putLoose
	m.OnMissed = func() { w.notices.Say(w.say.Say("desk.makeup.missed", nil), "", nil) }
	m.OnLoose = func(every bool) { w.everyLoose = every; w.showLoose() }
	m.OnHoles = w.changeHoles
	m.OnVariants = w.findVariants
	m.OnImprove = w.improve
	m.OnHistory = w.loadIssueHistory
	m.OnOut = func(id bulletin.ID) { w.takeOutOf(w.making, []bulletin.ID{id}) }
	m.OnOpen = w.leaveMakeup
	m.OnIssue, m.OnExport, m.OnDone = w.askIssue, w.askExport, w.makeUp
	m.OnStyle = w.chooseStyle
	m.OnContents = func(on bool) {
		w.changeIssue(w.making, func(s *bulletin.Issue) { s.NoContents = !on }, nil)
	}
	m.OnFold = func(by4 bool) {
		w.changeIssue(w.making, func(s *bulletin.Issue) {
			s.PageMultiple = 0
			if by4 {
				s.PageMultiple = 4
			}
		}, nil)
	}
	w.showPagesOf(m)
	told := container.NewStack()
	pages.Tell(told)
	w.notices.StandIn(told, true)
	table := newPanes(m.Stories, m.Middle, m.Right)
	w.rememberWidths(table, keyStoriesWidth, keyTableWidth, 300*float64(look.Scale()), 380*float64(look.Scale()))
	table.Least = w.inRoom(table.Least)
	w.table = table
	w.show(table)
	w.showMakeup()
	if w.writing.open {
		m.Begin(w.writing.id)
	}
}

// showPagesOf lets the pages and the findings of the table be those of the
// window.
func (w *window) showPagesOf(m *makeup.Pane) {
	pages := m.Pages
	pages.OnAsk = func() { w.askPreview(false) }
	pages.OnShape = func() {}
	pages.OnPlace = func(p bulletin.Place) { m.Pick(p.Article) }
	pages.OnWhole = func(bool) {}
	roomy := !w.isNarrow()
	pages.Shape(roomy, roomy)
	pages.Whole = true
	found := m.Found
	found.OnGo = w.goToFinding
	found.OnMend = w.mend
	found.Headline, found.Photo = w.headlineInIssue, w.photoNoticed
	w.preview, w.check = pages, found
}

// showMakeup shows the issue on the make-up table as the file has it.
func (w *window) showMakeup() {
	if i := w.issueIndex(w.making); i >= 0 && w.makeup != nil {
		style := w.issues[i].Issue.Style
		w.makeup.StyleTitle, w.makeup.Lists = w.styleTitle(style), w.listsStories(style)
		w.makeup.Show(w.issueName(w.issues[i].Issue), w.issues[i].Issue)
		w.showLoose()
		w.loadIssueHistory()
	}
}

// showLoose lists beside the issue the articles that are in none.
func (w *window) showLoose() {
	if w.making == "" || w.makeup == nil || !w.issuesRead {
		return
	}
	all := w.listing.Outside(w.issues)
	var shown []makeup.Loose
	for _, s := range all {
		if w.everyLoose || s.Status == bulletin.Approved {
			shown = append(shown, makeup.Loose{ID: s.ID, Headline: w.named(s.Headline), About: w.looseAbout(s)})
		}
	}
	w.makeup.ShowLoose(shown, w.everyLoose, len(all) > 0)
}

// looseAbout is what is said of an article that is in no issue.
func (w *window) looseAbout(s storage.Summary) string {
	about := []string{w.say.Say("desk.words", bulletin.Args{"n": s.Words})}
	if w.everyLoose {
		about = append(about, w.say.Say("status."+string(s.Status), nil))
	}
	if s.Byline != "" {
		about = append(about, s.Byline)
	}
	return strings.Join(about, list.Dot)
}

// putLoose puts an article into the issue on the table; see makeup.Pane.OnPut.
func (w *window) putLoose(id, before bulletin.ID, page int) {
	w.changeIssue(w.making, func(s *bulletin.Issue) {
		if slotOf(*s, id) < 0 {
			s.Slots = append(s.Slots, bulletin.Slot{Article: id, Page: page})
			s.Slots = desk.MoveSlots(s.Slots, []bulletin.ID{id}, before)
		}
	}, func(name string) string {
		return w.say.Say("desk.batch_into_issue", bulletin.Args{"n": 1, "issue": name})
	})
}

// listedHeadline is what an article of the list is called.
func (w *window) listedHeadline(id bulletin.ID) string {
	s, _ := w.listing.Summary(id)
	return w.named(s.Headline)
}

// named is a headline, or the words for none.
func (w *window) named(headline string) string {
	if headline == "" {
		return w.say.Say("desk.untitled", nil)
	}
	return headline
}

// wish changes what the editor wishes of a story.
func (w *window) wish(article bulletin.ID, change func(*bulletin.Slot)) {
	w.changeIssue(w.making, func(s *bulletin.Issue) {
		if i := slotOf(*s, article); i >= 0 {
			change(&s.Slots[i])
		}
	}, nil)
}

// changeHoles changes the places that are left for pictures.
func (w *window) changeHoles(change func([]bulletin.Hole) []bulletin.Hole) {
	w.changeIssue(w.making, func(s *bulletin.Issue) { s.Holes = change(s.Holes) }, nil)
}

// findVariants looks for the variants of a story on the make-up table, off the
// window's goroutine, and tells them as they are found.
func (w *window) findVariants(article bulletin.ID, tell func([]desk.Variant, bool)) (stop func()) {
	ctx, stop := context.WithCancel(context.Background())
	file, keeper, composer, job := w.file, w.keeper, &w.composer, press.Job{Issue: w.making}
	go func() {
		_ = keeper.Flush() // a failure is told by kept
		told := func(found []desk.Variant, ended bool) {
			onUI(func() {
				if ctx.Err() == nil && file == w.file {
					tell(found, ended)
				}
			})
		}
		trial, err := composer.Trial(ctx, file, job)
		if err == nil {
			err = desk.Variants(ctx, trial, article, func(v desk.Variant) { told([]desk.Variant{v}, false) })
		}
		if err == nil {
			told(nil, true)
		}
	}()
	return stop
}

// addHole leaves a place for a picture on the page that is shown.
func (w *window) addHole() {
	if w.making != "" && w.canAdd() {
		w.makeup.AddHole()
	}
}

// showVariants shows the variants of the story that is chosen on the table.
func (w *window) showVariants() {
	if w.making != "" {
		w.makeup.Variants()
	}
}

// takeOutOf takes articles out of an issue.
func (w *window) takeOutOf(issue bulletin.ID, ids []bulletin.ID) {
	w.changeIssue(issue, func(s *bulletin.Issue) {
		s.Slots = slices.DeleteFunc(s.Slots, func(slot bulletin.Slot) bool { return slices.Contains(ids, slot.Article) })
	}, func(name string) string {
		return w.say.Say("desk.batch_out_of_issue", bulletin.Args{"n": len(ids), "issue": name})
	})
}
