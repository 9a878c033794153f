package windowtest

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"bantin/storage"
	"bantin/ui/seen"
)

// patience is how long a test waits for what must come, on a machine that has
// other things to do.
const patience = 90 * time.Second

// look tells what the window shows now; nothing while it does not answer.
func (s *stage) look() []seen.Thing {
	c, err := net.Dial("unix", s.socket)
	if err != nil {
		return nil
	}
	defer c.Close()
	s.check(c.SetDeadline(time.Now().Add(patience)))
	var out []seen.Thing
	for from := json.NewDecoder(c); ; {
		var t seen.Thing
		if from.Decode(&t) != nil {
			return out
		}
		out = append(out, t)
	}
}

// wait waits for something to be true, and fails with what was waited for.
func (s *stage) wait(what string, ok func() bool) {
	s.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(40 * time.Millisecond) {
		if ok() {
			return
		}
		if s.hasEnded() {
			s.t.Fatalf("the program ended while the test waited for %s", what)
		}
	}
	s.picture("not-" + strings.Map(func(r rune) rune {
		if strings.ContainsRune(` /"`, r) {
			return '-'
		}
		return r
	}, what))
	s.t.Fatalf("waited in vain for %s; the window shows:\n%s", what, s.words())
}

// words is everything that can be read on the window.
func (s *stage) words() string {
	var out strings.Builder
	for _, t := range s.look() {
		if t.Kind == "text" {
			fmt.Fprintf(&out, "%d %4d,%4d %s\n", t.Layer, t.X, t.Y, t.Text)
		}
	}
	return out.String()
}

// top keeps what is in front.
func top(things []seen.Thing) []seen.Thing {
	front := 0
	for _, t := range things {
		front = max(front, t.Layer)
	}
	return slices.DeleteFunc(things, func(t seen.Thing) bool { return t.Layer < front })
}

// find is the last text in front that satisfies ok.
func find(things []seen.Thing, ok func(string) bool) (seen.Thing, bool) {
	things = top(things)
	for i := len(things) - 1; i >= 0; i-- {
		if t := things[i]; t.Kind == "text" && ok(t.Text) && t.Y >= 0 {
			return t, true
		}
	}
	return seen.Thing{}, false
}

// holding satisfies find for texts that hold words.
func holding(words string) func(string) bool {
	return func(text string) bool { return strings.Contains(text, words) }
}

// reading satisfies find for a text that is these words alone.
func reading(words string) func(string) bool {
	return func(text string) bool { return strings.TrimSpace(text) == words }
}

// sees waits until words can be read in front, and tells where.
func (s *stage) sees(words string) (at seen.Thing) {
	s.t.Helper()
	s.wait(fmt.Sprintf("%q on the window", words), func() (ok bool) {
		at, ok = find(s.look(), holding(words))
		return ok
	})
	return at
}

// still waits until a text is in front and no longer moves.
func (s *stage) still(words string, ok func(string) bool) (at seen.Thing) {
	s.t.Helper()
	s.wait(fmt.Sprintf("%q to stand still", words), func() bool {
		before, found := find(s.look(), ok)
		if !found {
			return false
		}
		time.Sleep(100 * time.Millisecond)
		at, found = find(s.look(), ok)
		return found && at == before
	})
	return at
}

// misses waits until words can no longer be read in front.
func (s *stage) misses(words string) {
	s.t.Helper()
	s.wait(fmt.Sprintf("%q to go from the window", words), func() bool {
		things := s.look()
		_, ok := find(things, holding(words))
		return len(things) > 0 && !ok
	})
}

// until waits for something to be true of a drafts file.
func (s *stage) until(what, path string, ok func(*storage.File) bool) {
	s.t.Helper()
	s.wait(what, func() bool {
		if _, err := os.Stat(path); err != nil {
			return false
		}
		f, err := storage.OpenReadOnly(context.Background(), path)
		if err != nil {
			return false
		}
		defer f.Close()
		return ok(f)
	})
}

func (s *stage) articles(f *storage.File) []storage.Summary {
	all, err := f.Articles(context.Background(), storage.Query{})
	s.check(err)
	return all
}

// picture keeps the screen for whoever looks into a failure, where BANTIN_SHOTS
// names a folder and the tool is there.
func (s *stage) picture(name string) {
	if folder := os.Getenv("BANTIN_SHOTS"); folder != "" {
		c := exec.Command("import", "-window", "root", filepath.Join(folder, name+".png"))
		c.Env = s.env
		c.Run()
	}
}

const anyNumber = 0 // of pages, but one at least

// pages waits until that many pages stand still on the make-up table, and gives
// them from the left. After a turn the ones before stay until these are painted.
func (s *stage) pages(n int) (out []seen.Thing) {
	s.t.Helper()
	s.wait("the pages on the table", func() bool {
		before := out
		out = nil
		for _, t := range s.look() {
			if t.Kind == "picture" && t.W > 200 && t.H > 300 {
				out = append(out, t)
			}
		}
		slices.SortFunc(out, func(a, b seen.Thing) int { return a.X - b.X })
		right := len(out) == n || n == anyNumber && len(out) > 0
		return right && slices.Equal(before, out)
	})
	return out
}

// row waits until a story of the make-up table's list stands still. What is
// wrong with the pages names stories, too, at the right.
func (s *stage) row(headline string) (at seen.Thing) {
	s.t.Helper()
	const list = 290 // how wide it is
	s.wait(fmt.Sprintf("the row of %q to stand still", headline), func() bool {
		before := at
		at = seen.Thing{}
		for _, t := range top(s.look()) {
			if t.Kind == "text" && t.X < list && reading(headline)(t.Text) {
				at = t
			}
		}
		return at.Text != "" && at == before
	})
	return at
}
