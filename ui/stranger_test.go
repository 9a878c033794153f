package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/parts"
)

// TestAStrangersFileIsToldInAWholeSentence, whether or not it says whose it is.
func TestAStrangersFileIsToldInAWholeSentence(t *testing.T) {
	ctx := context.Background()
	for _, body := range []string{"", "Xã Ngàn Sa"} {
		for _, who := range []string{"", "Hường", "chưa ghi tên"} {
			for _, articles := range []int{0, 1} {
				path := filepath.Join(t.TempDir(), "gui.bantin")
				f, err := storage.Create(ctx, path)
				check(t, err)
				check(t, f.SetOffice(ctx, bulletin.Office{Body: body}))
				for range articles {
					_, err := f.SaveArticle(ctx, bulletin.NewID(), bulletin.Article{Headline: "Tít"}, storage.Save{Author: who, Reason: bulletin.ReasonSave})
					check(t, err)
				}
				if articles == 0 { // then it is for its issues that it is received
					_, err := f.SaveIssue(ctx, bulletin.NewID(), bulletin.Issue{Name: "Bản tin"}, storage.Save{Author: who, Reason: bulletin.ReasonSave})
					check(t, err)
				}
				check(t, f.Close())
				w := opened(t, 1)
				w.openStranger(path)
				said := ""
				wait(t, "by a panel with a sentence", func() bool { // behind the one that says how far it is
					top := w.win.Canvas().Overlays().Top()
					if top == nil {
						return false
					}
					for _, o := range test.LaidOutObjects(top) {
						if p, ok := o.(*parts.Prose); ok {
							said += p.String() + "\n"
						}
					}
					return said != ""
				})
				t.Logf("body %q, who %q, %d articles: %s", body, who, articles, said)
				if said == "" || strings.Contains(said, "  ") || strings.Contains(said, ", ,") || strings.Contains(said, "ngày .") ||
					articles > 0 && (!strings.Contains(said, body) || strings.Contains(said, who) == (who == "chưa ghi tên")) {
					t.Errorf("body %q, who %q, %d articles: %q", body, who, articles, said)
				}
				w.dialog.Hide()
			}
		}
	}
}

// TestAFileWithNothingInItIsOpened: there is nothing to receive from it. One whose
// articles were deleted brings their deletion.
func TestAFileWithNothingInItIsOpened(t *testing.T) {
	ctx := context.Background()
	for _, deleted := range []bool{false, true} {
		path := filepath.Join(t.TempDir(), "day.bantin")
		f, err := storage.Create(ctx, path)
		check(t, err)
		if deleted {
			id := bulletin.NewID()
			saved, err := f.SaveArticle(ctx, id, bulletin.Article{Headline: "Tít"}, storage.Save{Reason: bulletin.ReasonSave})
			check(t, err)
			_, err = f.DeleteArticle(ctx, id, storage.Save{Expected: saved.Heads})
			check(t, err)
		}
		check(t, f.Close())
		w := opened(t, 1)
		w.openStranger(path)
		if deleted {
			w.panelSays(t)
			w.dialog.Hide()
			continue
		}
		wait(t, "it is open", func() bool { return w.file != nil && w.file.Path() == path })
		if w.busy() {
			t.Error("it is asked what to do with it")
		}
	}
}

// TestOnesOwnFileStaysOnesOwn: a file that was written in here is opened, not
// offered to be received, however many others were opened since.
func TestOnesOwnFileStaysOnesOwn(t *testing.T) {
	w := opened(t, 1)
	own := w.file.Path()
	w.sheet.TypedRune('X')
	w.flush()
	wait(t, "it is saved", func() bool { return len(w.keeper.Waiting()) == 0 && w.settings.knows(own) })
	ctx := context.Background()
	for i := range 9 {
		path := filepath.Join(t.TempDir(), fmt.Sprintf("khac%d.bantin", i))
		f, err := storage.Create(ctx, path)
		check(t, err)
		check(t, f.Close())
		w.openFile(path)
		wait(t, "another is open", func() bool { return w.file != nil && w.file.Path() == path && !w.busy() })
	}
	if slices.Contains(w.settings.recent(), own) {
		t.Fatal("it is still among the recent ones")
	}
	w.openStranger(own)
	wait(t, "it is open", func() bool { return w.file != nil && w.file.Path() == own })
	if w.busy() {
		t.Error("it is asked what to do with it")
	}
}

// TestOnesOwnFileIsKnownWhereItWasMoved: it is opened, with what was remembered of
// it. A copy of it, while the file itself is where it was, is somebody's.
func TestOnesOwnFileIsKnownWhereItWasMoved(t *testing.T) {
	w := opened(t, 1)
	own, dir := w.file.Path(), t.TempDir()
	w.sheet.TypedRune('X')
	w.flush()
	wait(t, "it is saved", func() bool { return len(w.keeper.Waiting()) == 0 && w.settings.knows(own) })
	wait(t, "its name for itself is known", func() bool { return w.settings.placeOf(w.identity) == own })
	w.settings.keepNewsroom(own, "chung")
	other := filepath.Join(dir, "khac.bantin")
	w.createFile(other, false)
	wait(t, "another is open", func() bool { return w.file != nil && w.file.Path() == other && !w.busy() })

	raw, err := os.ReadFile(own)
	check(t, err)
	copied, moved := filepath.Join(dir, "ban-sao.bantin"), filepath.Join(dir, "doi-cho.bantin")
	check(t, os.WriteFile(copied, raw, 0o600))
	w.openStranger(copied)
	wait(t, "it is asked about the copy", func() bool { _, ok := w.dialog.(*parts.Panel); return ok && w.busy() })
	w.dialog.Hide()
	check(t, os.Rename(own, moved))
	w.openStranger(moved)
	wait(t, "the file is open or asked about", func() bool {
		p, asked := w.dialog.(*parts.Panel)
		return w.file.Path() == moved || asked && p.Visible()
	})
	wait(t, "it is open", func() bool { return w.file.Path() == moved && !w.busy() })
	if got := w.settings.newsroom(moved); got != "chung" {
		t.Errorf("its shared folder is %q", got)
	}
}
