package ui

import (
	"strings"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/manuscript"
)

// TestWhenWhatIsWrittenIsSaved: soon after the hands rest, once a second while
// they go on, and never twice in short.
func TestWhenWhatIsWrittenIsSaved(t *testing.T) {
	now := time.Now()
	ago := func(ms int) time.Time { return now.Add(-time.Duration(ms) * time.Millisecond) }
	for name, c := range map[string]struct {
		hands hands
		wait  int // ms
	}{
		"one key":                      {hands{ago(0), ago(0), time.Time{}}, 400},
		"they rested":                  {hands{ago(700), ago(400), ago(5000)}, 0},
		"they went on":                 {hands{ago(900), ago(10), ago(5000)}, 100},
		"they went on for long":        {hands{ago(1000), ago(10), ago(5000)}, 0},
		"a key after a save":           {hands{ago(0), ago(0), ago(10)}, 790},
		"one key, a save a second ago": {hands{ago(100), ago(100), ago(1000)}, 300},
	} {
		if got := c.hands.untilSave(now); got != time.Duration(c.wait)*time.Millisecond {
			t.Errorf("%s: it waits for %v", name, got)
		}
	}
}

// TestAnEmptyFrameIsNoPicture in the list, as long as it waits for one.
func TestAnEmptyFrameIsNoPicture(t *testing.T) {
	w := opened(t, 1)
	w.writing.article.Photos = []bulletin.Photo{{ID: "p1", Caption: "Lễ ra quân"}, {ID: "p2", SHA256: strings.Repeat("a", 64)}}
	if n := w.summary().Photos; n != 1 {
		t.Errorf("%d pictures are listed", n)
	}
}

// TestSavingWhatIsSavedChangesNoTime: what the line says is when the text was
// saved, not when a key was pressed.
func TestSavingWhatIsSavedChangesNoTime(t *testing.T) {
	w := opened(t, 1)
	stored := w.stored(t, storage.Query{})[0]
	before := w.writing.lastAt
	w.saveNow()
	check(t, w.keeper.Flush())
	w.kept(desk.Kept{Article: w.writing.id}) // as the keeper tells of a save that wrote nothing
	if !w.writing.lastAt.Equal(before) {
		t.Errorf("saved at %v, told as %v", before, w.writing.lastAt)
	}
	if now := w.stored(t, storage.Query{})[0]; !now.UpdatedAt.Equal(stored.UpdatedAt) || !w.listing.At(0).UpdatedAt.Equal(stored.UpdatedAt) {
		t.Errorf("the list says %v, not %v", w.listing.At(0).UpdatedAt, stored.UpdatedAt)
	}
	w.typeAt(manuscript.Headline, "Mới: ")
	w.saveNow()
	wait(t, "a new time", func() bool { return w.writing.lastAt.After(before) })
}
