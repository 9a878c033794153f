package windowtest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/storage"
)

// tools are what a stage needs, with the Debian packages that bring them.
var tools = map[string]string{
	"Xvfb":             "xvfb",
	"xdotool":          "xdotool",
	"xmodmap":          "x11-xserver-utils",
	"openbox":          "openbox",
	"dbus-run-session": "dbus-daemon",
}

// stage is a virtual screen with a keyboard that has every Vietnamese letter,
// and the program on it.
type stage struct {
	t       *testing.T
	env     []string
	program string
	home    string
	display string
	socket  string // tells what the window shows
	other   *neighbour
	running *exec.Cmd
	ended   <-chan error // tells once that running has ended
}

func newStage(t *testing.T) *stage {
	t.Helper()
	if withoutWindows {
		t.Skip("built with the tag ci, which leaves windows out")
	}
	if testing.Short() {
		t.Skip("opens a window, which takes several seconds")
	}
	for tool, debian := range tools {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("this test needs %s: install the Debian package %s", tool, debian)
		}
	}
	s := &stage{t: t, home: t.TempDir(), program: program(t)}
	s.display = s.screen()
	s.socket = filepath.Join(s.home, "seen")
	s.env = append(os.Environ(), "DISPLAY="+s.display, "BANTIN_SEEN="+s.socket, "WAYLAND_DISPLAY=", "HOME="+s.home,
		"XDG_CONFIG_HOME="+filepath.Join(s.home, ".config"), "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "BANTIN_LANG=vi")
	s.background("openbox")
	s.keyboard()
	return s
}

// screen starts a virtual screen and returns its display. It must not reset
// itself, or the keyboard's letters would be lost with the last window.
func (s *stage) screen() string {
	s.t.Helper()
	r, w, err := os.Pipe()
	s.check(err)
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1366x768x24", "-noreset")
	x.ExtraFiles = []*os.File{w}
	s.check(x.Start())
	s.t.Cleanup(func() { x.Process.Kill(); x.Wait() })
	w.Close()
	number := make([]byte, 16)
	n, err := r.Read(number)
	s.check(err)
	return ":" + strings.TrimSpace(string(number[:n]))
}

func (s *stage) background(name string, args ...string) {
	s.t.Helper()
	c := exec.Command(name, args...)
	c.Env = s.env
	s.check(c.Start())
	s.t.Cleanup(func() { c.Process.Kill(); c.Wait() })
}

// vietnamese are the letters that a keyboard lacks; each key carries the small
// and the capital one.
const vietnamese = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"

// keyboard puts every Vietnamese letter on a key that nothing else needs:
// xdotool remaps keys while it types what is missing, and letters get lost.
func (s *stage) keyboard() {
	s.t.Helper()
	var keymap strings.Builder
	code := 135
	for _, small := range vietnamese + "“”–…" {
		for code++; code >= 203 && code <= 207; code++ { // these are modifiers
		}
		capital := []rune(strings.ToUpper(string(small)))[0]
		fmt.Fprintf(&keymap, "keycode %d = U%04X U%04X\n", code, small, capital)
	}
	c := exec.Command("xmodmap", "-")
	c.Env, c.Stdin = s.env, strings.NewReader(keymap.String())
	if said, err := c.CombinedOutput(); err != nil {
		s.t.Fatalf("xmodmap: %v\n%s", err, said)
	}
}

// bus is what the session bus of the stage is made by: nothing is started on
// it, so that the portal of a machine that has one does not come between.
func (s *stage) bus() string {
	s.t.Helper()
	path := filepath.Join(s.home, "bus.conf")
	s.check(os.WriteFile(path, []byte(`<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>`), 0o600))
	return path
}

// start opens the program on a file and waits for its window.
func (s *stage) start(file string) {
	s.t.Helper()
	args := []string{"--config-file", s.bus(), "--", s.program}
	if file != "" {
		args = append(args, file)
	}
	s.running = exec.Command("dbus-run-session", args...)
	s.running.Env = s.env
	os.Remove(s.socket)          // that of a program that was killed
	s.running.Stderr = os.Stderr // a file: what outlives the program holds nobody up
	s.running.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	s.check(s.running.Start())
	ended := make(chan error, 1)
	go func(running *exec.Cmd) { ended <- running.Wait() }(s.running)
	s.ended = ended
	s.t.Cleanup(s.kill)
	words := "Cơ quan của bạn" // the first question
	if file != "" {
		words = "Tìm bài, tác giả" // the list stands when the file is open
	}
	s.wait("the window", func() bool {
		_, ok := find(s.look(), holding(words))
		return ok
	})
	// Keys that come before the window manager has given it the keyboard go
	// nowhere, Alt+F4 too.
	s.wait("the keyboard in the window", func() bool {
		name, err := s.xdo("getactivewindow", "getwindowname")
		return err == nil && strings.Contains(name, "Bản Tin")
	})
}

func (s *stage) hasEnded() bool {
	select {
	case err := <-s.ended:
		s.ended = ended(err)
		return true
	default:
		return false
	}
}

// ended tells again how the program ended.
func ended(err error) <-chan error {
	c := make(chan error, 1)
	c <- err
	return c
}

// beside is another program on the same screen.
func (s *stage) beside() *neighbour {
	s.t.Helper()
	if s.other == nil {
		s.other = newNeighbour(s.t, s.display)
	}
	return s.other
}

// kill ends the program as a power cut would.
func (s *stage) kill() {
	if s.running != nil {
		syscall.Kill(-s.running.Process.Pid, syscall.SIGKILL)
		<-s.ended
		s.running = nil
	}
}

// close closes the window as a person does, and waits for the program to end.
func (s *stage) close() {
	s.t.Helper()
	s.press("alt+F4")
	select {
	case err := <-s.ended:
		s.running = nil
		s.check(err)
	case <-time.After(patience): // tidying takes a while on a crowded machine
		s.picture("not-closed")
		s.t.Fatal("the program did not end when its window was closed")
	}
}

func (s *stage) check(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

// drafts makes an empty drafts file.
func (s *stage) drafts() string {
	s.t.Helper()
	path := filepath.Join(s.home, "Bản thảo.bantin")
	f, err := storage.Create(context.Background(), path)
	s.check(err)
	s.check(f.Close())
	return path
}

// only reads the one article of a drafts file.
func (s *stage) only(path string) storage.StoredArticle {
	s.t.Helper()
	ctx := context.Background()
	f, err := storage.Open(ctx, path)
	s.check(err)
	defer f.Close()
	list, err := f.Articles(ctx, storage.Query{})
	s.check(err)
	if len(list) != 1 {
		s.t.Fatalf("%d articles in the file, not one", len(list))
	}
	a, err := f.Article(ctx, list[0].ID)
	s.check(err)
	return a
}

// body is the text of an article's paragraphs.
func body(a bulletin.Article) []string {
	var out []string
	for _, b := range a.Body {
		out = append(out, b.Text)
	}
	return out
}
