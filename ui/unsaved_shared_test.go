package ui

import (
	"os"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/newsroom"
	"bantin/storage"
	"bantin/ui/manuscript"
)

// TestAFileThatWasAwayIsToldOnce, whoever else cannot write into it, and no more
// when it is back and everything is saved.
func TestAFileThatWasAwayIsToldOnce(t *testing.T) {
	w := opened(t, 1)
	path := w.file.Path()
	if err := os.Rename(path, path+".x"); err != nil {
		t.Skip("an open file cannot be moved here:", err)
	}
	w.typeAt(manuscript.Headline, "Mới: ")
	w.put(bulletin.ReasonAutosave)
	wait(t, "the person is told", func() bool { return w.notices.Has(ofSaving) })
	_, err := w.file.SaveArticle(t.Context(), bulletin.NewID(), bulletin.Article{Headline: "Bài"}, storage.Save{})
	if bulletin.TroubleKey(err) != "file_moved" {
		t.Fatal(err)
	}
	w.exchanged(t.Context(), newsroom.Exchanged{}, err)
	w.complain(err)
	sentence := w.say.Explain(err)
	if n := strings.Count(w.told(), sentence); n != 1 {
		t.Errorf("told %d times: %s", n, w.told())
	}
	check(t, os.Rename(path+".x", path))
	w.retry()
	wait(t, "it is saved", func() bool { return len(w.keeper.Waiting()) == 0 && !w.notices.Has(ofSaving) })
	if strings.Contains(w.told(), sentence) {
		t.Errorf("it is told still: %s", w.told())
	}
}

// TestAFolderThatIsBackIsNotTold as away any more.
func TestAFolderThatIsBackIsNotTold(t *testing.T) {
	w := opened(t, 1)
	away := bulletin.NewTrouble("newsroom_folder_missing", bulletin.Args{"folder": "/mnt/chung"}, nil)
	w.exchanged(t.Context(), newsroom.Exchanged{}, away)
	w.notices.Say("Việc khác.", "", nil)
	if !strings.Contains(w.told(), "/mnt/chung") {
		t.Errorf("it is told that %q", w.told())
	}
	w.exchanged(t.Context(), newsroom.Exchanged{}, nil)
	if strings.Contains(w.told(), "/mnt/chung") {
		t.Errorf("it is told still that %q", w.told())
	}
}
