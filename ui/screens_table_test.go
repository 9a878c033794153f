package ui

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/press"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/manuscript"
	"bantin/ui/setup"
)

// screen is something that the window can show.
type screen struct {
	name string
	show func(w *window)
}

// started is how a desk without a file looks.
var started = []screen{
	{"start", func(*window) {}},
	{"start-trouble", func(w *window) {
		w.win.SetContent(w.startScreenWith(w.say.Explain(bulletin.NewTrouble("file_missing", bulletin.Args{"file": longName + ".bantin", "folder": "/home/thu"}, nil))))
	}},
	{"about", (*window).showAbout},
	{"keys", (*window).showShortcuts},
	{"settings-here", (*window).askOwnSettings},
}

// screens are those of a desk on a file, by the room that they are in.
var screens = []screen{
	{"desk", func(*window) {}},
	{"desk-blank", (*window).newArticle},
	{"desk-find", func(w *window) { w.sheet.OpenFind(false) }},
	{"desk-replace", func(w *window) { w.sheet.OpenFind(true); w.sheet.FindNext(true) }},
	{"desk-check", (*window).showCheck},
	{"desk-history", (*window).showHistory},
	{"desk-history-compared", func(w *window) {
		w.showHistory()
		w.showVersions(w.versions)
		if n := len(w.versions); n > 2 {
			w.history.Choose(0, n-1)
		}
	}},
	{"desk-pages", func(w *window) { w.openTab(tabPages) }},
	{"desk-facing", func(w *window) { w.openTab(tabPages); w.preview.Face(true); w.preview.ShowStrip(true) }},
	{"desk-foot", func(w *window) {
		if m := w.sheet.Manuscript(); w.writing.open {
			m.Go(manuscript.Place{Block: m.Len() - 1}, false)
			w.sheet.Do(func(*manuscript.Manuscript) {})
		}
	}},
	{"desk-no-right", func(w *window) { w.panes.ShowRight(false) }},
	{"list-deleted", func(w *window) { w.list.ChooseDeleted() }},
	{"list-no-hit", func(w *window) { typeInto(w.list.Search, "không có bài nào như thế"); w.search() }},
	{"list-searched", func(w *window) { typeInto(w.list.Search, "rừng"); w.search() }},
	{"list-filtered", func(w *window) {
		w.list.Filter(desk.Filter{Section: longName, Conflict: true, Author: longName})
	}},
	{"list-issue", func(w *window) {
		if len(w.list.Issues) > 0 {
			w.list.ChooseIssue(w.list.Issues[0])
		}
	}},
	{"list-several", func(w *window) {
		for i := range min(w.listing.Len(), 4) {
			w.list.Chosen.Toggle(w.listing.At(i).ID)
		}
		w.list.Select(w.writing.id)
	}},
	{"notices", func(w *window) {
		w.notices.Stay(ofDamage, w.say.Say("desk.makeup.elsewhere", nil), w.say.Say("desk.makeup.go", nil), func() {})
		w.notices.Stay(ofCrash, w.say.Say("desk.had_crashed", nil), w.say.Say("desk.crash_report", nil), func() {})
		w.notices.Warn(w.say.Explain(bulletin.NewTrouble("file_read_only", bulletin.Args{"file": "/mnt/chung/" + longName + ".bantin"}, nil)), w.say.Say("desk.newsroom.again", nil), func() {})
	}},
	{"fact-genre", func(w *window) { w.facts.chooseGenre(fyne.NewPos(400, 60)) }},
	{"fact-status", func(w *window) { w.facts.chooseStatus(fyne.NewPos(400, 60)) }},
	{"fact-section", func(w *window) { w.facts.chooseSection(fyne.NewPos(400, 60)) }},
	{"fact-author", func(w *window) { w.facts.chooseAuthor(fyne.NewPos(400, 60)) }},
	{"fact-date", func(w *window) { w.facts.chooseDate(fyne.NewPos(400, 60)) }},
	{"fact-note", func(w *window) { w.facts.writeNote(fyne.NewPos(400, 60)) }},
	{"sheet-menu", func(w *window) {
		w.sheet.TappedSecondary(&fyne.PointEvent{Position: fyne.NewPos(300, 120), AbsolutePosition: fyne.NewPos(600, 200)})
	}},
	{"issue-new", (*window).askNewIssue},
	{"issue-facts", func(w *window) { w.atIssue(); w.askIssue() }},
	{"deleted", (*window).askDeleted},
	{"export", func(w *window) { w.askExport() }},
	{"export-issue", func(w *window) { w.atIssue(); w.askExport() }},
	{"export-done", func(w *window) {
		w.showExported(time.Now().Add(-time.Hour), press.Report{Pages: 24, Printed: make([]int, 24), PDFBytes: 9 << 20, Profile: "print"}, "/home/thu/Documents/"+longName+".pdf")
	}},
	{"export-refused", (*window).refusedHere},
	{"send", func(w *window) { w.askSend(nil) }},
	{"receive", (*window).askReceive},
	{"take-in", (*window).askText},
	{"place", func(w *window) { w.askNew("export", longName, "pdf", ".pdf", func(string) {}) }},
	{"stranger", func(w *window) {
		w.askStranger(time.Now().Add(-time.Hour), "/home/thu/Downloads/"+longName+".bantin", w.file.Path(),
			desk.Stranger{Articles: 12, Body: longName, By: longName, Newest: time.Now()})
	}},
	{"backups", (*window).askBackups},
	{"check-file", (*window).checkFile},
	{"damage", func(w *window) {
		found, err := w.file.Check(context.Background(), nil)
		if err == nil && len(found) > 0 {
			w.showDamage(time.Now().Add(-time.Hour), found)
		}
	}},
	{"salvage", func(w *window) {
		w.offerSalvage("/home/thu/"+longName+".bantin", bulletin.NewTrouble("file_damaged", bulletin.Args{"file": longName}, nil))
	}},
	{"salvaged", func(w *window) {
		w.showPanel(w.salvagedPanel(storage.Salvaged{}, "/home/thu/"+longName+".bantin"))
	}},
	{"settings-0", func(w *window) { w.askSettings(0) }},
	{"settings-1", func(w *window) { w.askSettings(1) }},
	{"settings-2", func(w *window) { w.askSettings(2) }},
	{"settings-3", func(w *window) { w.askSettings(3) }},
	{"settings-here", func(w *window) { w.askSettings(setup.Here) }},
	{"styles", (*window).askOwnStyles},
	{"keys", (*window).showShortcuts},
	{"keys-places", func(w *window) { w.showShortcuts(); w.pressed(fyne.KeyRight) }},
	{"keys-mouse", func(w *window) { w.showShortcuts(); w.pressed(fyne.KeyRight); w.pressed(fyne.KeyRight) }},
	{"about", (*window).showAbout},
	{"closing", func(w *window) {
		w.askClosing(bulletin.NewTrouble("disk_full", bulletin.Args{"folder": "/home/thu/" + longName, "file": longName + ".bantin"}, nil))
	}},
	{"crash", func(w *window) {
		w.report = filepath.Join(os.TempDir(), "bantin-screens-crash.txt")
		_ = os.WriteFile(w.report, []byte("panic: "+longName), 0o600)
		w.showReport()
	}},
	{"settle", (*window).askSettle},
	{"settle-issue", func(w *window) { w.atIssue(); w.askSettleIssue() }},
	{"restore-over", func(w *window) { w.askRestoreOver(3, func() {}, func() {}) }},
	{"table", (*window).toTable},
	{"table-check", func(w *window) { w.toTable(); w.showCheck() }},
	{"table-history", func(w *window) { w.toTable(); w.showHistory() }},
	{"table-variants", func(w *window) { w.toTable(); w.showVariants() }},
	{"table-hole", func(w *window) { w.toTable(); w.addHole() }},
	{"table-style", func(w *window) { w.toTable(); w.chooseStyle(fyne.NewPos(200, 100)) }},
	{"table-facing", func(w *window) { w.toTable(); w.preview.Face(true) }},
	{"table-export", func(w *window) { w.toTable(); w.askExport() }},
}

// atIssue chooses the first issue of the list, if there is one.
func (w *window) atIssue() {
	if len(w.list.Issues) > 0 {
		w.list.ChooseIssue(w.list.Issues[0])
	}
}

// toTable goes to the make-up table of the first issue.
func (w *window) toTable() {
	w.atIssue()
	w.makeUp()
}

// refusedHere refuses what is on the sheet for the print house, whatever is wrong
// with it.
func (w *window) refusedHere() {
	job := press.Job{Article: w.writing.id, Profile: "print"}
	if s := w.issueAtHand(); s != nil {
		job = press.Job{Issue: s.ID, Profile: "print"}
	}
	found, err := press.Preflight(context.Background(), w.file, job)
	for i := range found {
		found[i].Severity = bulletin.Error
	}
	if err == nil && len(found) > 0 {
		w.showRefused(time.Now().Add(-time.Hour), press.Report{Findings: found}, func() {})
	}
}

// pressed presses a key where the keyboard is.
func (w *window) pressed(name fyne.KeyName) {
	if at := w.win.Canvas().Focused(); at != nil {
		at.TypedKey(&fyne.KeyEvent{Name: name})
	}
}
