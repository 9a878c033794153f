package stall_test

import (
	"bytes"
	"strings"
	"sync"
	"testing"
	"time"

	"bantin/ui/stall"
)

const stacks = `goroutine 1 [running]:
bantin/ui/list.(*Pane).Show(0xc000, 0x1)
	/list/pane.go:1
bantin/ui.(*window).found(0xc000)
	/listing.go:1
fyne.io/fyne/v2/internal/driver/glfw.(*gLDriver).runGL(0xc000)
	/loop.go:1
bantin/ui.Run({0xc000, 0x1})
	/run.go:1

goroutine 7 [select]:
bantin/ui/desk.(*Keeper).work(0xc000)
	/keeper.go:1`

func TestWhatTheWindowWasDoing(t *testing.T) {
	if got := stall.Doing(stacks, "bantin/ui.Run"); got != "bantin/ui/list.(*Pane).Show" {
		t.Errorf("it was doing %q", got)
	}
	filling := strings.ReplaceAll(stacks, "list.(*Pane).Show(0xc000, 0x1)", "list.(*row).fill(_, {{0xc000, 0x1}, ...})")
	if got := stall.Doing(filling, "bantin/ui.Run"); got != "bantin/ui/list.(*row).fill" {
		t.Errorf("it was doing %q", got)
	}
	painting := strings.ReplaceAll(strings.ReplaceAll(stacks, "bantin/ui/list.(*Pane).Show", "image/draw.Draw"), "bantin/ui.(*window).found", "gl.Call")
	if got := stall.Doing(painting, "bantin/ui.Run"); got != "painting" {
		t.Errorf("painting is called %q", got)
	}
	texts := strings.ReplaceAll(painting, "gl.Call", "fyne.io/fyne/v2/internal/painter/gl.(*painter).newGlTextTexture")
	if got := stall.Doing(texts, "bantin/ui.Run"); got != "painting (newGlTextTexture)" {
		t.Errorf("painting texts is called %q", got)
	}
	hook := strings.ReplaceAll(stacks, "bantin/ui/list.(*Pane).Show", "bantin/ui/seen.Look.func1")
	if got := stall.Doing(hook, "bantin/ui.Run"); got != "a hook for tests" {
		t.Errorf("what only tests ask for is called %q", got)
	}
	idle := strings.ReplaceAll(painting, "[running]", "[select, locked to thread]")
	if got := stall.Doing(idle, "bantin/ui.Run"); got != "nothing" {
		t.Errorf("waiting is called %q", got)
	}
	if got := stall.Doing("", "bantin/ui.Run"); got != "gone" {
		t.Errorf("nothing is called %q", got)
	}
}

// syncBuffer may be written and read at once.
type syncBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *syncBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *syncBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

func TestAStallIsNoted(t *testing.T) {
	var out syncBuffer
	work := make(chan func(), 100) // a queue, as the window has one
	go func() {
		for do := range work {
			do()
		}
	}()
	stop := stall.Watch(&out, "nobody", func(do func()) { work <- do })
	// On a busy machine nobody may have asked in that time, or the thread not have had its turn.
	for end := time.Now().Add(time.Minute); out.String() == "" && time.Now().Before(end); {
		blocked := make(chan struct{})
		work <- func() { <-blocked } // the goroutine that everybody waits for
		time.Sleep(4 * stall.Frame)
		close(blocked)
	}
	stop()
	if !strings.Contains(out.String(), "\t") {
		t.Errorf("noted %q", out.String())
	}
}
