package ui

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/parts"
)

// handedOver are drafts files of others with an article each.
func handedOver(t *testing.T, names ...string) (paths []string) {
	t.Helper()
	ctx := context.Background()
	for _, name := range names {
		path := filepath.Join(t.TempDir(), name+fileEnding)
		f, err := storage.Create(ctx, path)
		check(t, err)
		_, err = f.SaveArticle(ctx, bulletin.NewID(), bulletin.Article{Headline: "Bài của " + name},
			storage.Save{Author: name, Reason: bulletin.ReasonSave})
		check(t, err)
		check(t, f.Close())
		paths = append(paths, path)
	}
	return paths
}

// asks is the title of the panel in front of the window, "" for none.
func (w *window) asks() string {
	if p, ok := w.dialog.(*parts.Panel); ok && p.Visible() {
		return p.Title
	}
	return ""
}

// TestFilesThatAreOpenedWhileAQuestionStandsWaitInLine: none is dropped, and what
// waited together is asked by one question.
func TestFilesThatAreOpenedWhileAQuestionStandsWaitInLine(t *testing.T) {
	t.Setenv("BANTIN_BACKUPS", t.TempDir())
	w := opened(t, 1)
	files := handedOver(t, "Thu", "Hường", "Nam")
	w.called(files[0])
	wait(t, "the first is asked", func() bool { return strings.Contains(w.asks(), "Thu") })
	w.called(files[1])
	w.called(files[1]) // clicked four times
	w.called(files[2])
	if want := w.say.Say("desk.files_wait", bulletin.Args{"n": 2}); !strings.Contains(w.notice(), want) {
		t.Errorf("notice %q", w.notice())
	}
	w.dialog.(*parts.Panel).Submit()
	wait(t, "both others are asked", func() bool { return w.asks() == w.say.Say("desk.stranger.several", bulletin.Args{"n": 2}) })
	w.dialog.(*parts.Panel).Submit()
	wait(t, "all have come", func() bool { return w.listing.Len() == 4 })
}

// TestAFileThatIsOpenedWhileAMessageStandsIsAskedAfterIt.
func TestAFileThatIsOpenedWhileAMessageStandsIsAskedAfterIt(t *testing.T) {
	w := opened(t, 1)
	message := &parts.Panel{Title: "Đã nhận", Width: 200, Body: space(10, 10)}
	w.showPanel(message)
	w.called(handedOver(t, "Thu")[0])
	message.Hide()
	wait(t, "it is asked", func() bool { return strings.Contains(w.asks(), "Thu") })
}
