// Package stall is a hook for tests and for who looks into slowness: it notes
// each time that the window's goroutine keeps others waiting for longer than a
// frame, and what it was doing.
package stall

import (
	"fmt"
	"io"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"time"
)

// Frame is how long a picture stays on a screen of 60 Hz.
const Frame = 16 * time.Millisecond

// Watch asks the window's goroutine every few milliseconds, through post, for a
// sign of life, and looks at what it does while the sign does not come. Where it
// comes later than Frame, Watch writes a line: the milliseconds, a tab, and what
// they went to, by what was seen most: the innermost function of ours, where it
// was in ours for longer than Frame; else "painting", with what of it. Left out
// of the milliseconds is how long the system let others run in the place of the
// program's first thread, which is the window's, where the system tells that: on
// a machine that others use the wait would be theirs. root is the function that
// the goroutine runs in. stop ends the watch.
func Watch(out io.Writer, root string, post func(func())) (stop func()) {
	w := &watch{out: out, root: root}
	done := make(chan struct{})
	go func() {
		for {
			select {
			case <-done:
				return
			case <-time.After(Frame / 4):
				w.ask(post)
			}
		}
	}()
	var once sync.Once
	return func() { once.Do(func() { close(done) }) }
}

type watch struct {
	out  io.Writer
	root string
}

func (w *watch) ask(post func(func())) {
	var took time.Duration
	answered := make(chan struct{})
	asked, kept := time.Now(), keptBack()
	post(func() {
		took = time.Since(asked) - (keptBack() - kept)
		close(answered)
	})
	var seen []string
	for {
		select {
		case <-answered:
			if took > Frame && len(seen) > 0 {
				took, doing := blame(took, seen)
				fmt.Fprintf(w.out, "%d\t%s\n", took.Milliseconds(), doing)
			}
			return
		case <-time.After(Frame / 2):
			seen = append(seen, Doing(stacks(), w.root))
		}
	}
}

// blame shares a wait out among what was seen in it, and gives ours where ours
// took longer than Frame, else what does not belong to us: the part of the wait
// and what was seen most in it.
func blame(took time.Duration, seen []string) (part time.Duration, doing string) {
	var own, others []string
	for _, s := range seen {
		if strings.HasPrefix(s, "bantin/") {
			own = append(own, s)
		} else {
			others = append(others, s)
		}
	}
	share := func(of []string) time.Duration { return took * time.Duration(len(of)) / time.Duration(len(seen)) }
	if share(own) > Frame || len(others) == 0 {
		return share(own), most(own)
	}
	return share(others), most(others)
}

// most is what comes most often, the earliest of such.
func most(of []string) (found string) {
	times := map[string]int{}
	for _, s := range of {
		times[s]++
	}
	for _, s := range of {
		if times[s] > times[found] {
			found = s
		}
	}
	return found
}

func stacks() string {
	raw := make([]byte, 1<<20)
	return string(raw[:runtime.Stack(raw, true)])
}

// hooks are functions of the desk that only tests ask for: this watch itself, and
// what tells a test what the window shows.
var hooks = regexp.MustCompile(`^bantin/ui/(stall|seen)\.`)

// ours is a call of a function of the desk, as stacks show it: the name, with
// its receiver, stands before the arguments; painter is one of the painter of
// Fyne, or of the graphics driver.
var (
	ours    = regexp.MustCompile(`^(bantin/ui[^(]*(?:\(\*?\w+\))?[^(]*)\(`)
	painter = regexp.MustCompile(`(?:\(\*painter\)\.|_Cfunc_glfw|render\.\(\*Renderer\)\.|painter\.)(\w+)\(`)
)

// Doing is the innermost function of the program's own desk that the goroutine
// of root is in, by the stacks of all goroutines; "a hook for tests" where it is in
// one of those; "painting", with the innermost
// function of the painter, where it is in none of them but root; and "nothing"
// where it waits for something to do.
func Doing(all, root string) string {
	for _, goroutine := range strings.Split(all, "\n\n") {
		if !strings.Contains(goroutine, root+"(") {
			continue
		}
		painting := ""
		for _, line := range strings.Split(goroutine, "\n") {
			if call := ours.FindStringSubmatch(line); call != nil && call[1] != root {
				if hooks.MatchString(call[1]) {
					return "a hook for tests"
				}
				return call[1]
			}
			if call := painter.FindStringSubmatch(line); call != nil && painting == "" {
				painting = " (" + call[1] + ")"
			}
		}
		if head, _, _ := strings.Cut(goroutine, "\n"); painting == "" && strings.Contains(head, "[select") {
			return "nothing"
		}
		return "painting" + painting
	}
	return "gone"
}
