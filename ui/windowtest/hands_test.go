package windowtest

import (
	"bytes"
	"fmt"
	"net/url"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"bantin/ui/seen"
)

func (s *stage) xdo(args ...string) (string, error) {
	c := exec.Command("xdotool", args...)
	c.Env = s.env
	var out bytes.Buffer
	c.Stdout = &out
	err := c.Run()
	return out.String(), err
}

// press presses keys one after another. What comes next in the same text need
// not wait for them: keys stay in order.
func (s *stage) press(keys ...string) {
	s.t.Helper()
	_, err := s.xdo(append([]string{"key", "--delay", "12"}, keys...)...)
	s.check(err)
}

// write types text, a key every 8 ms.
func (s *stage) write(text string) {
	s.t.Helper()
	s.writeEvery(8*time.Millisecond, text)
}

// writeEvery types text at a pace.
func (s *stage) writeEvery(pace time.Duration, text string) {
	s.t.Helper()
	c := exec.Command("xdotool", "type", "--delay", strconv.FormatInt(pace.Milliseconds(), 10), "--file", "-")
	c.Env, c.Stdin = s.env, strings.NewReader(text)
	s.check(c.Run())
}

// origin is where the window's own top left corner is on the screen.
func (s *stage) origin() (x, y int) {
	s.t.Helper()
	s.wait("a window on the screen", func() (ok bool) {
		x, y, ok = s.beside().placeOfDesk()
		return ok
	})
	return x, y
}

// point puts the mouse on a point of the window.
func (s *stage) point(x, y int) {
	s.t.Helper()
	left, above := s.origin()
	_, err := s.xdo("mousemove", strconv.Itoa(left+x), strconv.Itoa(above+y))
	s.check(err)
}

func middle(t seen.Thing) (x, y int) { return t.X + t.W/2, t.Y + t.H/2 }

// click waits for words in front that stand still, and clicks on them.
func (s *stage) click(words string) {
	s.t.Helper()
	s.clickAt(s.still(words, holding(words)))
}

// clickOn is click for a text that is these words alone.
func (s *stage) clickOn(words string) {
	s.t.Helper()
	s.clickAt(s.still(words, reading(words)))
}

func (s *stage) clickAt(t seen.Thing) {
	s.t.Helper()
	s.point(middle(t))
	_, err := s.xdo("click", "1")
	s.check(err)
}

// drag carries something from one point of the window to another, over points
// between, as a hand does.
func (s *stage) drag(fromX, fromY, toX, toY int) {
	s.t.Helper()
	s.point(fromX, fromY)
	s.hold()
	s.carryTo(fromX, fromY, toX, toY)
	s.letGo()
}

func (s *stage) hold() {
	_, err := s.xdo("mousedown", "1")
	s.check(err)
}

func (s *stage) letGo() {
	_, err := s.xdo("mouseup", "1")
	s.check(err)
}

func (s *stage) carryTo(fromX, fromY, toX, toY int) {
	s.t.Helper()
	left, above := s.origin()
	var moves []string
	const steps = 12
	for i := 1; i <= steps; i++ {
		moves = append(moves, "mousemove",
			strconv.Itoa(left+fromX+(toX-fromX)*i/steps), strconv.Itoa(above+fromY+(toY-fromY)*i/steps), "sleep", "0.02")
	}
	_, err := s.xdo(moves...)
	s.check(err)
}

// drop drags files out of another program's window and lets them go over a
// point of this one.
func (s *stage) drop(paths []string, x, y int) {
	s.t.Helper()
	var uris []string
	for _, path := range paths {
		uris = append(uris, (&url.URL{Scheme: "file", Path: path}).String())
	}
	n := s.beside()
	n.holds(uris)
	left, above := s.origin()
	s.drag(neighbourX+neighbourSide/2-left, neighbourY+neighbourSide/2-above, x, y)
	n.hands()
}

// dragTo carries a story of the make-up table's list onto something else.
func (s *stage) dragTo(headline string, onto seen.Thing) {
	s.t.Helper()
	fromX, fromY := middle(s.row(headline))
	toX, toY := middle(onto)
	s.drag(fromX, fromY, toX, toY)
}

// scrollTo turns the wheel, where a text stands or would stand, until it is on
// screen.
func (s *stage) scrollTo(words string) {
	s.t.Helper()
	const screen = 700
	s.wait(fmt.Sprintf("%q to be scrolled to", words), func() bool {
		at, ok := find(s.look(), holding(words))
		if !ok || at.Y+at.H < screen {
			return ok
		}
		s.point(at.X+at.W/2, screen-100)
		_, err := s.xdo("click", "5")
		s.check(err)
		return false
	})
}
