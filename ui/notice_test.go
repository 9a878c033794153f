package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"bantin/storage"
	"bantin/ui/parts"
)

// TestWhatIsTypedIsSeenAboveTheNotices: a long notice stands at the foot of the
// sheet while somebody writes at its end.
func TestWhatIsTypedIsSeenAboveTheNotices(t *testing.T) {
	w := opened(t, 1)
	if got := w.sheet.Covered(); got != 0 {
		t.Errorf("nothing covers %v of the sheet", got)
	}
	w.notices.Keep(strings.Repeat("Chú thích chưa có ảnh.\n", 6))
	card := w.notices.pane.Objects[0]
	if got := w.sheet.Covered(); got < card.Size().Height || got < 100 {
		t.Errorf("a notice that is %v high covers %v of the sheet", card.Size().Height, got)
	}
	w.notices.Clear()
	if got := w.sheet.Covered(); got != 0 {
		t.Errorf("%v stay covered", got)
	}
}

func TestANoticeStandsAboveTheFootOfTheSheet(t *testing.T) {
	w := opened(t, 1)
	w.notices.Warn("Không ghi được tệp.", "", nil)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	card := w.notices.pane
	sheet := w.sheet.Pane()
	foot := at(sheet).Y + sheet.Size().Height - w.sheet.FootHeight()
	if bottom := at(card).Y + card.Size().Height; bottom > foot {
		t.Errorf("the notice ends at %v, below %v, where the foot begins", bottom, foot)
	}
}

func TestADamagedFileIsExplainedOnce(t *testing.T) {
	w := opened(t, 1)
	path := filepath.Join(t.TempDir(), "hỏng.bantin")
	f, err := storage.Create(context.Background(), path)
	check(t, err)
	check(t, f.Close())
	whole, err := os.ReadFile(path)
	check(t, err)
	check(t, os.WriteFile(path, whole[:len(whole)/2+100], 0o644))
	w.openFile(path)
	wait(t, "a rescue is offered", func() bool {
		p, ok := w.dialog.(*parts.Panel)
		return ok && p.Agree == w.say.Say("desk.salvage.ask", nil)
	})
	if w.notices.Has(ofNews) {
		t.Error("it is explained twice")
	}
}
