package windowtest

import (
	"regexp"
	"strconv"
	"testing"
)

// size is how large the window is, in pixels.
func (s *stage) size() (width, height int) {
	s.t.Helper()
	said, err := s.xdo("search", "--sync", "--onlyvisible", "--name", "Bản Tin", "getwindowgeometry")
	s.check(err)
	found := regexp.MustCompile(`Geometry: (\d+)x(\d+)`).FindStringSubmatch(said)
	if found == nil {
		s.t.Fatalf("no geometry in %q", said)
	}
	width, _ = strconv.Atoi(found[1])
	height, _ = strconv.Atoi(found[2])
	return width, height
}

// TestTheWindowComesBackAsLargeAsItWas: with the menu, and start after start.
func TestTheWindowComesBackAsLargeAsItWas(t *testing.T) {
	s := newStage(t)
	file := s.drafts()
	s.start(file)
	width, height := s.size()
	for range 2 {
		s.close()
		s.start(file)
		if w, h := s.size(); w != width || h != height {
			t.Fatalf("%d×%d, and %d×%d at the start before", w, h, width, height)
		}
	}
	s.close()
}

// TestTheWindowIsNoLargerThanTheScreen: with letters twice as large, too, at the
// sheet and at the make-up table, of which the right pane can be shut.
func TestTheWindowIsNoLargerThanTheScreen(t *testing.T) {
	s := newStage(t)
	file := s.drafts()
	s.env = append(s.env, "FYNE_SCALE=2", "XDG_RUNTIME_DIR="+s.home)
	pc{s, file, "Thu"}.makesUp("4", "Giữ rừng ngập mặn")
	s.start(file)
	fits := func(what string) {
		if w, h := s.size(); w > 1366 || h > 768 {
			t.Errorf("%s is %d×%d on a screen of 1366×768", what, w, h)
		}
	}
	fits("the sheet")
	s.click("Bản tin số 4")
	s.press("F6")
	s.sees("Về bàn viết")
	fits("the make-up table")
	s.press("F9")
	s.misses("Về bàn viết")
	s.press("F9", "F6")
	s.misses("Về bàn viết")
	s.close()
}
