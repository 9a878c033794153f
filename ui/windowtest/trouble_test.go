package windowtest

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"bantin/storage"
)

// crashes brings the program down as a fault in it would.
func (s *stage) crashes() {
	s.t.Helper()
	s.signal(syscall.SIGABRT)
	<-s.ended
	s.running = nil
}

// signal sends the program a signal, which runs below the session bus.
func (s *stage) signal(what syscall.Signal) {
	s.t.Helper()
	parent := strconv.Itoa(s.running.Process.Pid)
	children, err := os.ReadFile(filepath.Join("/proc", parent, "task", parent, "children"))
	s.check(err)
	for _, child := range strings.Fields(string(children)) {
		pid, err := strconv.Atoi(child)
		s.check(err)
		if of, err := os.Readlink(filepath.Join("/proc", child, "exe")); err == nil && of == s.program {
			s.check(syscall.Kill(pid, what))
		}
	}
}

// chooses opens a menu with the mouse and takes an item.
func (s *stage) chooses(menu string, items ...string) {
	s.t.Helper()
	s.clickOn(menu)
	for _, item := range items {
		s.clickOn(item)
	}
}

// TestADayOnWhichThingsGoWrong: after a crash the text is there and the report
// is offered; after a power cut the text is there; a second start brings back a
// window that was put away; of a damaged file is saved what is whole.
func TestADayOnWhichThingsGoWrong(t *testing.T) {
	s := newStage(t)
	s.env = append(s.env, "XDG_RUNTIME_DIR="+s.home, "XDG_CACHE_HOME="+filepath.Join(s.home, "cache"), "XDG_DATA_HOME="+filepath.Join(s.home, "data"))
	file := s.drafts()
	s.start(file)
	s.press("ctrl+n")
	s.write("Nước lên trong đêm")
	s.press("Return", "Return")
	s.write("Hai giờ sáng, loa báo di dời.")
	saved := func(words string) {
		t.Helper()
		s.until("the text to be saved", file, func(f *storage.File) bool {
			all := s.articles(f)
			if len(all) != 1 {
				return false
			}
			a, err := f.Article(context.Background(), all[0].ID)
			return err == nil && strings.Contains(strings.Join(body(a.Article), " "), words)
		})
	}
	saved("loa báo di dời.")
	s.crashes()

	s.start(file)
	s.sees("Lần trước chương trình dừng đột ngột")
	s.sees("Hai giờ sáng, loa báo di dời.")
	s.picture("trouble-crashed")
	reports, err := filepath.Glob(filepath.Join(s.home, "cache", "bantin", "crashes", "bantin-*.txt"))
	s.check(err)
	if len(reports) != 1 {
		t.Fatalf("%d reports of the crash", len(reports))
	}
	if report, err := os.ReadFile(reports[0]); err != nil || !strings.Contains(string(report), "SIGABRT") || !strings.Contains(string(report), "goroutine") {
		t.Errorf("the report says (%v)\n%s", err, report)
	}
	s.click("Hai giờ sáng, loa báo di dời.")
	s.press("End")
	s.write(" Cả thôn lên đồi.")
	saved("Cả thôn lên đồi.")
	s.kill()

	s.start(file)
	s.sees("Cả thôn lên đồi.")
	s.sees("Lần trước Bản Tin bị ngắt ngang")
	s.picture("trouble-cut-off")
	if at, told := find(s.look(), holding("dừng đột ngột")); told {
		t.Errorf("a power cut is called a crash: %+v", at)
	}
	s.comesBack()

	s.chooses("Tệp", "Sao lưu và kiểm tra", "Sao lưu ngay")
	s.sees("Đã sao lưu")
	s.chooses("Tệp", "Sao lưu và kiểm tra", "Các bản sao lưu…")
	s.sees("do người dùng yêu cầu")
	s.picture("trouble-backups")
	s.press("Escape")
	s.misses("do người dùng yêu cầu")
	s.chooses("Tệp", "Sao lưu và kiểm tra", "Kiểm tra tệp")
	s.sees("Tệp nguyên vẹn")

	hurt := s.damaged(file)
	s.again(hurt)
	s.sees("“Bị cắt” bị hỏng")
	s.picture("trouble-damaged")
	s.click("Cứu những gì còn…")
	s.sees("Bị cắt (cứu được)")
	s.press("Return")
	s.sees("Đã cứu 1 bài")
	s.picture("trouble-salvaged")
	s.close()
	out := filepath.Join(filepath.Dir(file), "Bị cắt (cứu được).bantin")
	if text := strings.Join(body(s.only(out).Article), "\n"); text != "Hai giờ sáng, loa báo di dời. Cả thôn lên đồi." {
		t.Errorf("saved was %q", text)
	}
}

// comesBack puts the window away and starts the program a second time.
func (s *stage) comesBack() {
	s.t.Helper()
	shown := func() bool {
		said, err := s.xdo("search", "--onlyvisible", "--name", "Bản Tin")
		return err == nil && strings.TrimSpace(said) != ""
	}
	said, err := s.xdo("search", "--onlyvisible", "--name", "Bản Tin")
	s.check(err)
	_, err = s.xdo("windowminimize", strings.Fields(said)[0])
	s.check(err)
	s.wait("the window to be put away", func() bool { return !shown() })
	s.again()
	s.wait("the window to come back", shown)
	s.wait("the window to be the one that is worked in", func() bool {
		said, err := s.xdo("getactivewindow", "getwindowname")
		return err == nil && strings.Contains(said, "Bản Tin")
	})
}

// damaged is a copy of a drafts file of which the end was never written.
func (s *stage) damaged(file string) string {
	s.t.Helper()
	handed := s.handedOut(file, "Bị cắt").path
	raw, err := os.ReadFile(handed)
	s.check(err)
	const page = 4096
	s.check(os.WriteFile(handed, raw[:len(raw)-3*page], 0o600))
	return handed
}

// endsWell waits until the program has ended by itself, without an error.
func (s *stage) endsWell() {
	s.t.Helper()
	select {
	case err := <-s.ended:
		s.running = nil
		s.check(err)
	case <-time.After(patience):
		s.t.Fatal("the program did not end")
	}
}

// TestTheEndOfASessionSaves: what was typed in the moment before the system ends
// the program is saved, as it is when the window is closed.
func TestTheEndOfASessionSaves(t *testing.T) {
	s := newStage(t)
	s.env = append(s.env, "XDG_RUNTIME_DIR="+s.home, "XDG_CACHE_HOME="+filepath.Join(s.home, "cache"))
	file := s.drafts()
	s.start(file)
	s.press("ctrl+n")
	s.write("Tin giờ chót")
	s.sees("Tin giờ chót")
	s.signal(syscall.SIGTERM)
	s.endsWell()
	if got := s.only(file).Article.Headline; got != "Tin giờ chót" {
		t.Errorf("saved was %q", got)
	}
	s.start(file)
	s.sees("Tin giờ chót")
	if at, told := find(s.look(), holding("dừng đột ngột")); told {
		t.Errorf("it is called a crash: %+v", at)
	}
	s.close()
}

// TestAScreenThatCannotBeReached is told by a sentence that names it, and is no
// crash.
func TestAScreenThatCannotBeReached(t *testing.T) {
	if withoutWindows || testing.Short() {
		t.Skip("builds the program, which takes several seconds")
	}
	home := t.TempDir()
	c := exec.Command(program(t))
	c.Env = append(os.Environ(), "DISPLAY=:9876", "WAYLAND_DISPLAY=", "HOME="+home, "XDG_CACHE_HOME="+home, "XDG_CONFIG_HOME="+home,
		"XDG_RUNTIME_DIR="+home, "BANTIN_LANG=vi", "LC_ALL=C.UTF-8")
	said, err := c.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 2 {
		t.Errorf("it ended with %v", err)
	}
	if !strings.Contains(string(said), "Không nối được với màn hình :9876.") || strings.Count(string(said), "\n") != 1 {
		t.Errorf("it says\n%s", said)
	}
	if left, _ := filepath.Glob(filepath.Join(home, "bantin", "crashes", "*")); len(left) > 0 {
		t.Errorf("it leaves %q", left)
	}
}

// TestTheEndOfASessionAsksWhatCannotBeSaved: where the drafts file is gone, the
// program stays and asks, as it does when a person closes the window; when the
// file is back, everything is saved and the program ends.
func TestTheEndOfASessionAsksWhatCannotBeSaved(t *testing.T) {
	s := newStage(t)
	file, back := s.writesWithoutFile()
	s.signal(syscall.SIGTERM)
	s.sees("Bài chưa lưu được")
	back()
	s.endsWell()
	if got := s.only(file).Article.Headline; got != "Tin giờ chót của thôn" {
		t.Errorf("saved was %q", got)
	}
}

// TestWhatCouldNotBeSavedComesBack: where the program is killed while the drafts
// file is away, the next start has what was typed meanwhile.
func TestWhatCouldNotBeSavedComesBack(t *testing.T) {
	s := newStage(t)
	file, back := s.writesWithoutFile()
	s.signal(syscall.SIGKILL)
	<-s.ended
	s.running = nil
	back()
	s.start(file)
	s.sees("chưa kịp lưu")
	s.sees("Tin giờ chót của thôn")
	s.close()
	if got := s.only(file).Article.Headline; got != "Tin giờ chót của thôn" {
		t.Errorf("saved was %q", got)
	}
}

// writesWithoutFile writes "Tin giờ chót" in a new article, which is saved, and
// " của thôn" behind it, which is not: the drafts file has been moved away. back
// brings it back.
func (s *stage) writesWithoutFile() (file string, back func()) {
	s.t.Helper()
	s.env = append(s.env, "XDG_RUNTIME_DIR="+s.home, "XDG_CACHE_HOME="+filepath.Join(s.home, "cache"))
	file = s.drafts()
	s.start(file)
	s.press("ctrl+n")
	s.write("Tin giờ chót")
	s.wait("the article to be saved", func() bool { return s.isHeadline(file, "Tin giờ chót") })
	away := file + ".away"
	s.check(os.Rename(file, away))
	s.write(" của thôn")
	s.sees("Chưa lưu được")
	return file, func() { s.check(os.Rename(away, file)) }
}

func (s *stage) isHeadline(file, headline string) bool {
	f, err := storage.Open(context.Background(), file)
	s.check(err)
	defer f.Close()
	all := s.articles(f)
	return len(all) == 1 && all[0].Headline == headline
}
