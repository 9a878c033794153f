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
// they went to. That is the longest stretch of our own code, where one took
// longer than Frame, by its innermost function that was seen most; else what
// other code took, "painting", with what of it. Left out of the milliseconds is
// how long the system let others run in the place of the program's first thread,
// which is the window's, where the system tells that: on a machine that others
// use the wait would be theirs. root is the function that the goroutine runs in.
// stop ends the watch.
func Watch(out io.Writer, root string, post func(func())) (stop func()) {
	w := &watch{out: out, root: root, raw: make([]byte, 1<<20)}
	done := make(chan struct{})
	go func() {
		for {
			select {
			case <-done:
				return
			case <-time.After(step):
				w.ask(post)
			}
		}
	}()
	var once sync.Once
	return func() { once.Do(func() { close(done) }) }
}

// step lies between two looks.
const step = Frame / 4

type watch struct {
	out  io.Writer
	root string
	raw  []byte // kept: a new megabyte at each look would itself be a wait
}

func (w *watch) ask(post func(func())) {
	begin := now("")
	var end look
	answered := make(chan struct{})
	post(func() {
		end = now("")
		close(answered)
	})
	var seen []look
	for {
		select {
		case <-answered:
			if begin.until(end) > Frame && len(seen) > 0 {
				took, doing := blame(begin, seen, end)
				fmt.Fprintf(w.out, "%d\t%s\n", took.Milliseconds(), doing)
			}
			return
		case <-time.After(step):
			seen = append(seen, now(Doing(w.stacks(), w.root)))
		}
	}
}

func (w *watch) stacks() string { return string(w.raw[:runtime.Stack(w.raw, true)]) }

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

// walking is what the toolkit does where it is in none of its painter's functions.
const walking = "painting"

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
		part := ""
		for _, line := range strings.Split(goroutine, "\n") {
			if call := ours.FindStringSubmatch(line); call != nil && call[1] != root {
				if hooks.MatchString(call[1]) {
					return "a hook for tests"
				}
				return call[1]
			}
			if call := painter.FindStringSubmatch(line); call != nil && part == "" {
				part = " (" + call[1] + ")"
			}
		}
		if head, _, _ := strings.Cut(goroutine, "\n"); part == "" && strings.Contains(head, "[select") {
			return "nothing"
		}
		return walking + part
	}
	return "gone"
}
