package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/field"
	"bantin/ui/look"
)

// TestTheLineOfFactsNamesWhoSigns: by name where there is room, by the mark
// alone where the section would be cut for it.
func TestTheLineOfFactsNamesWhoSigns(t *testing.T) {
	w := opened(t, 1)
	f := w.facts
	f.Offer(bulletin.Office{Authors: []string{"Mai Thắm", "Hải Yên"}})
	f.article.Section, f.article.Note = "Xây dựng nông thôn mới", "Đối chiếu số hộ"
	w.setByline("")
	f.refresh()
	if f.author.Word != w.say.Say("desk.fact.author", nil) || f.author.Ink != look.Ghost {
		t.Errorf("nobody signs, and the line says %q in %s", f.author.Word, f.author.Ink)
	}
	f.OnByline("Hải Yên")
	f.refresh()
	height := f.pane.MinSize().Height
	f.pane.Resize(fyne.NewSize(1200, height))
	if f.author.Word != "Hải Yên" || f.author.Ink == look.Ghost {
		t.Errorf("a long line says %q in %s", f.author.Word, f.author.Ink)
	}
	f.pane.Resize(fyne.NewSize(660, height))
	if f.author.Word != "" || !f.author.Visible() || !strings.Contains(f.author.Hint, "Hải Yên") {
		t.Errorf("a line with little room says %q, hint %q", f.author.Word, f.author.Hint)
	}
	for width := float32(640); width > 520; width -= 20 { // the section is shortened by and by
		f.pane.Resize(fyne.NewSize(width, height))
		f.Saved("Đã lưu 15:34", false)
		if f.section.Word != f.sectionWord && f.author.Word != "" {
			t.Errorf("in %v, beside %q the line names %q", width, f.section.Word, f.author.Word)
		}
	}
	f.pane.Resize(fyne.NewSize(660, height))
	if right := f.author.Position().X + f.author.Size().Width; right > f.date.Position().X {
		t.Errorf("the mark ends at %v, in the date at %v", right, f.date.Position().X)
	}
}

// TestANoteIsAddedTo: a key at a note that was opened does not wipe it away.
func TestANoteIsAddedTo(t *testing.T) {
	w := opened(t, 1)
	w.facts.article.Note = "Đối chiếu số hộ."
	w.facts.writeNote(fyne.NewPos(600, 60))
	in, ok := w.win.Canvas().Focused().(*field.Field)
	if !ok {
		t.Fatal("the keyboard is not in the note")
	}
	in.TypedRune('!')
	if got := w.facts.article.Note; got != "Đối chiếu số hộ.!" {
		t.Errorf("the note is %q", got)
	}
	w.win.Canvas().Overlays().Top().(*widget.PopUp).Hide()
}

// TestAskingForAnIssueSavesNothing that was not written before: of an article in two
// versions it would join them unasked.
func TestAskingForAnIssueSavesNothing(t *testing.T) {
	w := opened(t, 1)
	ctx := context.Background()
	r, err := w.file.Article(ctx, w.writing.id)
	check(t, err)
	for _, headline := range []string{"Tít của người này", "Tít của người kia"} {
		a := r.Article.Clone()
		a.Headline = headline
		_, err := w.file.SaveArticle(ctx, w.writing.id, a, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave, Expected: r.Heads})
		check(t, err)
	}
	w.refreshFromFile()
	wait(t, "both versions are shown", func() bool { return len(w.conflicted.conflicts) == 1 })
	versions := func() int {
		all, err := w.file.History(ctx, w.writing.id)
		check(t, err)
		return len(all)
	}
	before := versions()
	w.askNewIssue()
	if !w.busy() {
		t.Fatal("nothing is asked")
	}
	w.dialog.Hide()
	check(t, w.keeper.Flush())
	if after := versions(); after != before {
		t.Errorf("%d versions became %d", before, after)
	}
}

// TestWhatIsDoneAtTheTableLeadsThere: its keys are not mute elsewhere.
func TestWhatIsDoneAtTheTableLeadsThere(t *testing.T) {
	w := opened(t, 1)
	wait(t, "the issues are read", func() bool { return w.issuesRead })
	for _, key := range []fyne.KeyName{fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF8} {
		w.notices.Clear()
		w.plainKey(&fyne.KeyEvent{Name: key})
		wait(t, fmt.Sprintf("%s says that there is no issue", key), func() bool { return w.notices.Has(ofNews) })
	}
	w, id := withIssue(t)
	w.plainKey(&fyne.KeyEvent{Name: fyne.KeyF4})
	if !w.notices.Offers(ofNews, w.say.Say("desk.makeup.go", nil)) {
		t.Fatal("F4 is mute beside the table")
	}
	w.notices.Act(ofNews)
	if w.making != id {
		t.Errorf("the table has %q", w.making)
	}
}

// TestTheKeyboardGoesToWhatWasFoundAndBack: the keys of the check and of the
// history put it there, arrows walk, Escape brings it back to the text.
func TestTheKeyboardGoesToWhatWasFoundAndBack(t *testing.T) {
	w := opened(t, 1)
	w.check.Show([]bulletin.Finding{
		{Rule: "headline_missing", Severity: bulletin.Error, Where: bulletin.Place{Article: w.writing.id}},
		{Rule: "no_status", Severity: bulletin.Warning, Where: bulletin.Place{Article: w.writing.id}},
	})
	c := w.win.Canvas()
	c.Focus(w.sheet)
	w.plainKey(&fyne.KeyEvent{Name: fyne.KeyF10})
	first := c.Focused()
	if first == nil || first == fyne.Focusable(w.sheet) {
		t.Fatal("F10 leaves the keyboard on the sheet")
	}
	first.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if c.Focused() == first {
		t.Error("the arrow stays at the first finding")
	}
	c.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if c.Focused() != first {
		t.Error("the arrow does not come back")
	}
	w.tell("Đã lưu.")
	first.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) // the news stays: one was at the findings
	if c.Focused() != fyne.Focusable(w.sheet) {
		t.Errorf("Escape leaves the keyboard at %T", c.Focused())
	}
	w.showHistory()
	if c.Focused() != w.history.Focusable() {
		t.Errorf("the history's key leaves the keyboard at %T", c.Focused())
	}
}

// TestTheHistoryOfNothingSaysSo: it has no versions, and two cannot be compared.
func TestTheHistoryOfNothingSaysSo(t *testing.T) {
	w := opened(t, 0)
	w.openTab(tabHistory)
	if got := w.history.Says(); got != w.say.Say("desk.history.nothing_open", nil) {
		t.Errorf("with no article open: %q", got)
	}
}

// TestMenusStandWholeOnASmallScreen: Fyne's menus do not follow the keyboard to
// what is out of sight. 1920 × 1080 at 200 % leaves 485 below the menu's own
// bar and the window's.
func TestMenusStandWholeOnASmallScreen(t *testing.T) {
	w := opened(t, 1)
	for _, m := range w.menu().Items {
		if height := widget.NewMenu(m).MinSize().Height; height > 485 {
			t.Errorf("the menu %s is %v high", m.Label, height)
		}
	}
}

// TestOfABlankSheetNothingIsPrinted: it is not in the file yet.
func TestOfABlankSheetNothingIsPrinted(t *testing.T) {
	w := opened(t, 0)
	w.newArticle()
	w.askExport()
	if w.busy() || !w.notices.Has(ofNews) {
		t.Error("a blank sheet is offered to be printed")
	}
	w.sheet.TypedRune('T')
	w.askExport()
	if !w.busy() {
		t.Error("what was just written is not offered to be printed")
	}
}

// TestALongHeadlineIsQuotedShort: a sentence that names an article stays a
// sentence, and keeps the headlines that are usual whole.
func TestALongHeadlineIsQuotedShort(t *testing.T) {
	w := opened(t, 1)
	long := strings.TrimSpace(strings.Repeat("Đoàn công tác làm việc với huyện ", 40))
	for headline, want := range map[string]string{
		"Ban Tuyên giáo Tỉnh ủy làm việc với Thường trực Huyện ủy về công tác tuyên giáo": "Ban Tuyên giáo Tỉnh ủy làm việc với Thường trực Huyện ủy về công tác tuyên giáo",
		"Hai\ndòng": "Hai dòng",
		"":          w.say.Say("desk.untitled", nil),
		long:        "Đoàn công tác làm việc với huyện Đoàn công tác làm việc với huyện Đoàn công tác làm việc với huyện Đoàn công tác làm…",
	} {
		if got := w.headlineOf(bulletin.Article{Headline: headline}); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
	if got := []rune(w.headlineOf(bulletin.Article{Headline: strings.Repeat("ữ", 500)})); len(got) > 121 {
		t.Errorf("a word of %d letters", len(got))
	}
}
