package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/field"
	"bantin/ui/parts"
)

// saidIn is what the labels, paragraphs and buttons of a small sheet of paper or a
// panel say.
func saidIn(o fyne.CanvasObject) (all string) {
	switch o := o.(type) {
	case *widget.PopUp:
		return saidIn(o.Content)
	case *fyne.Container:
		for _, in := range o.Objects {
			all += saidIn(in)
		}
	case *container.Scroll:
		return saidIn(o.Content)
	case *widget.Label:
		return o.Text
	case *parts.Prose:
		return o.String()
	case *quiet:
		return o.Word
	}
	return all
}

// cameFromElsewhere stores a version of the article on the sheet as another PC does, and
// shows what came.
func (w *window) cameFromElsewhere(t *testing.T, change func(*bulletin.Article)) {
	t.Helper()
	ctx := context.Background()
	w.take()
	check(t, w.keeper.Flush())
	stored, err := w.file.Article(ctx, w.writing.id)
	check(t, err)
	a := stored.Article.Clone()
	change(&a)
	_, err = w.file.SaveArticle(ctx, stored.ID, a, storage.Save{Author: "Hường", Reason: bulletin.ReasonSave, Expected: stored.Heads})
	check(t, err)
	came := false
	w.showWhatCame()
	w.reopenThen(func() { came = true })
	wait(t, "it is on the sheet", func() bool { return came })
}

// TestAFactFollowsWhatCame while its small sheet is open: the note that is typed
// on does not overwrite what others have written there.
func TestAFactFollowsWhatCame(t *testing.T) {
	w := opened(t, 1)
	w.facts.writeNote(fyne.NewPos(600, 60))
	note := w.win.Canvas().Focused().(*field.Field)
	typeInto(note, "Kiểm số liệu.")
	w.cameFromElsewhere(t, func(a *bulletin.Article) { a.Note += " Thêm ảnh." })
	if note.Text() != "Kiểm số liệu. Thêm ảnh." {
		t.Errorf("the sheet of the note says %q", note.Text())
	}
	note.SetCaret(note.Len())
	typeInto(note, " Gọi Mai.")
	w.read()
	if got := w.writing.article.Note; got != "Kiểm số liệu. Thêm ảnh. Gọi Mai." {
		t.Errorf("the note is %q", got)
	}
}

// TestADayThatIsHalfTypedStays, and what came is told.
func TestADayThatIsHalfTypedStays(t *testing.T) {
	w := opened(t, 1)
	w.facts.chooseDate(fyne.NewPos(600, 60))
	day := w.win.Canvas().Focused().(*field.Field)
	typeInto(day, "31/2")
	w.cameFromElsewhere(t, func(a *bulletin.Article) { a.EventDate, _ = bulletin.ParseDate("2026-04-12") })
	if day.Text() != "31/2" {
		t.Errorf("what was typed became %q", day.Text())
	}
	if got := w.facts.article.EventDate.Short(); got != "12/4/2026" {
		t.Errorf("the day is %s", got)
	}
	if !strings.Contains(saidIn(w.win.Canvas().Overlays().Top()), "12/4/2026") {
		t.Error("what came is not told")
	}
}

// TestWhatAnIssueSaysFollows: fields that one has not touched are as the others
// made them, what one has typed stays, and both are named.
func TestWhatAnIssueSaysFollows(t *testing.T) {
	w, id := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.askIssue()
	p := w.dialog.(*parts.Panel)
	number := w.win.Canvas().Focused().(*field.Field)
	number.Rewrite("77")
	base := w.issues[0]
	theirs := base.Issue
	theirs.Number, theirs.ThemeBanner, theirs.Imprint.Licence = "88", "Năm dân vận", "12/GP"
	_, err := w.file.SaveIssue(context.Background(), id, theirs, storage.Save{Author: "Hường", Reason: bulletin.ReasonSave, Expected: base.Heads})
	check(t, err)
	w.loadIssues()
	wait(t, "it is told", func() bool { return strings.Contains(p.Complaint(), "vẫn giữ chữ của bạn") })
	p.Submit()
	wait(t, "it is stored", func() bool {
		s, err := w.file.Issue(context.Background(), id)
		check(t, err)
		i := s.Issue
		return i.Number == "77" && i.ThemeBanner == "Năm dân vận" && i.Imprint.Licence == "12/GP"
	})
}

// TestAnIssueThatIsGoneKeepsWhatWasTyped on the panel, which says so.
func TestAnIssueThatIsGoneKeepsWhatWasTyped(t *testing.T) {
	w, id := withIssue(t)
	w.list.ChooseIssue(w.list.Issues[0])
	w.askIssue()
	p := w.dialog.(*parts.Panel)
	base := w.issues[0]
	_, err := w.file.DeleteIssue(context.Background(), id, storage.Save{Author: "Hường", Expected: base.Heads})
	check(t, err)
	w.loadIssues()
	wait(t, "it is told", func() bool { return strings.Contains(p.Complaint(), "bị xóa ở nơi khác") })
	p.Submit()
	if !p.Visible() {
		t.Error("what was typed is gone")
	}
}
