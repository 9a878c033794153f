package ui

import (
	"context"
	"errors"
	"strings"
	"testing"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/storage"
)

// TestPhotosRefusedForOneCauseAreToldOnce, by name, and another file is offered
// where it is the drafts file that takes no more.
func TestPhotosRefusedForOneCauseAreToldOnce(t *testing.T) {
	w := opened(t, 1)
	full := bulletin.NewTrouble("disk_full", bulletin.Args{"file": "a.bantin", "folder": "/mnt/usb"}, nil)
	coming := func(names ...string) (all []incoming) {
		for _, name := range names {
			all = append(all, incoming{name, func(context.Context) ([]byte, error) { return nil, full }})
		}
		return all
	}
	w.takeIncoming(coming("/x/b2.jpg", "/x/b3.jpg", "/x/b4.jpg"), anyFrame, nowhere)
	elsewhere := w.say.Say("desk.save_elsewhere", nil)
	wait(t, "another file is offered", func() bool { return w.notices.Offers(ofNews, elsewhere) })
	said := w.notice()
	if !strings.Contains(said, "b2.jpg, b3.jpg, b4.jpg") || strings.Count(said, "/mnt/usb") != 1 {
		t.Errorf("it says %q", said)
	}
	if strings.Contains(said, "\n") {
		t.Errorf("one cause takes several lines: %q", said)
	}
	lines := w.refusalsOf([]refusedFile{{"/x/a.jpg", full}, {"/x/c.jpg", errors.New("?")}, {"/x/d.jpg", full}})
	if len(lines) != 2 || !strings.Contains(lines[0], "a.jpg, d.jpg") || !strings.HasPrefix(lines[1], "c.jpg") {
		t.Errorf("%q", lines)
	}
	w.takeIncoming([]incoming{{"/x/e.jpg", func(context.Context) ([]byte, error) { return []byte("no picture"), nil }}}, anyFrame, nowhere)
	wait(t, "it is told", func() bool { return strings.Contains(w.notice(), "e.jpg") })
	if w.notices.Offers(ofNews, elsewhere) {
		t.Error("another file is offered for what is no picture")
	}
}

// TestWhatIsDamagedInASentFileIsToldOnce with the names; what has another cause
// is told by itself, and nothing is named twice.
func TestWhatIsDamagedInASentFileIsToldOnce(t *testing.T) {
	say := translations.For(translations.Vietnamese)
	of := func(key string, names ...string) (all []storage.Refused) {
		for _, name := range names {
			all = append(all, storage.Refused{What: name, Why: bulletin.NewTrouble(key, bulletin.Args{"what": name}, nil)})
		}
		return all
	}
	all := append(of("received_torn", "cầu.jpg", "Mùa tôm"), of("received_other_kind", "Lũ về")...)
	lines := saidOfRefused(say, append(all, of("received_damaged", "mưa.jpg")...), 10)
	if len(lines) != 2 || !strings.Contains(lines[0], "cầu.jpg, Mùa tôm, mưa.jpg") || strings.Count(lines[1], "Lũ về") != 1 {
		t.Errorf("%q", lines)
	}
	if lines = saidOfRefused(say, of("received_torn", "cầu.jpg"), 10); len(lines) != 1 || strings.Count(lines[0], "cầu.jpg") != 1 {
		t.Errorf("%q", lines)
	}
	if lines = saidOfRefused(say, of("received_torn", "a", "b", "c"), 2); len(lines) != 1 || !strings.Contains(lines[0], "a, b…") {
		t.Errorf("%q", lines)
	}
}
