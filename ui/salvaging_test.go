package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/parts"
)

// panelSays is all that the panel in front of the window says.
func (w *window) panelSays(t *testing.T) string {
	t.Helper()
	wait(t, "a panel is in front", func() bool { _, ok := w.dialog.(*parts.Panel); return ok && w.busy() })
	said := ""
	for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
		if p, ok := o.(*parts.Prose); ok {
			said += p.String() + "\n"
		}
	}
	return said
}

// TestATornFileThatIsReceived: the sender can send it again, and that is said.
func TestATornFileThatIsReceived(t *testing.T) {
	w := opened(t, 1)
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "bài của Thu.bantin")
	f, err := storage.Create(ctx, path)
	check(t, err)
	for range 20 {
		_, err = f.SaveArticle(ctx, bulletin.NewID(), bulletin.Article{Headline: "Tít", Body: []bulletin.Block{{Text: strings.Repeat("Chữ ", 500)}}}, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
		check(t, err)
	}
	check(t, f.Close())
	whole, err := os.ReadFile(path)
	check(t, err)
	check(t, os.WriteFile(path, whole[:len(whole)/2], 0o600))
	w.receive(path)
	said := w.panelSays(t)
	if !strings.Contains(said, "nhờ người gửi gửi lại") || strings.Contains(said, "bantin ") {
		t.Errorf("%q", said)
	}
	w.dialog.Hide()
	if _, all := w.listing.Counts(); all != 1 {
		t.Errorf("%d articles", all)
	}
}

// TestListsAreMadeAnewInTheWindow: what the check offers, it does.
func TestListsAreMadeAnewInTheWindow(t *testing.T) {
	w := opened(t, 2)
	w.showDamage(time.Now(), []storage.Damage{{Kind: storage.DamageIndex, Args: bulletin.Args{"headline": "Tít"}}})
	if said := w.panelSays(t); !strings.Contains(said, w.say.Say("desk.check_file.rebuild", nil)) || strings.Contains(said, "bantin ") {
		t.Errorf("%q", said)
	}
	for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
		if q, ok := o.(*parts.Quiet); ok && q.Word == w.say.Say("desk.check_file.rebuild", nil) {
			q.OnTap()
			break
		}
	}
	wait(t, "the lists are made anew", func() bool { return w.saysKey("desk.check_file.rebuilt") })
	if found, err := w.file.Check(context.Background(), nil); err != nil || len(found) > 0 {
		t.Errorf("%v %v", found, err)
	}
}

// TestSalvagingGoesOnBesideWriting: it is another file that it reads and makes, so
// the one at hand stays there, and what was saved is offered.
func TestSalvagingGoesOnBesideWriting(t *testing.T) {
	w := opened(t, 3)
	hurt, to := filepath.Join(t.TempDir(), "hỏng.bantin"), filepath.Join(t.TempDir(), "cứu.bantin")
	raw, err := os.ReadFile(w.file.Path())
	check(t, err)
	check(t, os.WriteFile(hurt, raw, 0o600))
	at := w.file.Path()
	w.salvage(hurt, to)
	if !w.isAtWork() {
		t.Error("the window would not stay for it")
	}
	if said := w.panelSays(t); !strings.Contains(said, "3 bài") {
		t.Errorf("%q", said)
	}
	if w.file.Path() != at {
		t.Fatalf("the desk has gone to %s by itself", w.file.Path())
	}
	w.dialog.(*parts.Panel).Submit()
	wait(t, "what was saved is open", func() bool { return w.file.Path() == to })
}

// TestWhatCouldNotBeSalvagedIsNamed, beside another file and on the start screen.
func TestWhatCouldNotBeSalvagedIsNamed(t *testing.T) {
	saved := storage.Salvaged{Articles: 2, Lost: []storage.Damage{{Kind: storage.DamageLost, Subject: "x", Args: bulletin.Args{"headline": "Mùa nước nổi"}}}}
	for name, tell := range map[string]func(w *window){
		"beside":       func(w *window) { w.showPanel(w.salvagedPanel(saved, "cứu.bantin")) },
		"in its place": func(w *window) { w.tellSalvaged(time.Now(), saved, "cứu.bantin") },
	} {
		w := opened(t, 1)
		tell(w)
		if said := w.panelSays(t); !strings.Contains(said, "Mùa nước nổi") {
			t.Errorf("%s: %q", name, said)
		}
	}
}
