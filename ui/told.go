package ui

import (
	"os"
	"os/signal"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// closeWhenTold closes the window as a person does when the system asks the
// program to end: at the end of a session, when its terminal is shut. Fyne would
// quit without asking what shall become of text that cannot be saved, so what it
// has set up for that is taken away, once it is there: it sets it up beside the
// window's goroutine, at a moment of its own.
func closeWhenTold(closing func()) {
	told := make(chan os.Signal, 1)
	go func() {
		for begun := time.Now(); !fyneIsTold() && time.Since(begun) < time.Minute; {
			time.Sleep(20 * time.Millisecond)
		}
		ends := []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}
		signal.Reset(ends...)
		signal.Notify(told, ends...)
		for range told {
			onUI(closing)
		}
	}()
}

// fyneIsTold reports whether the goroutine of Fyne that quits when the system
// says so waits for that already.
func fyneIsTold() bool {
	stacks := make([]byte, 1<<20)
	stacks = stacks[:runtime.Stack(stacks, true)]
	for goroutine := range strings.SplitSeq(string(stacks), "\n\n") {
		state, frames, _ := strings.Cut(goroutine, "\n")
		if strings.Contains(state, "[chan receive") && strings.Contains(frames, "glfw.(*gLDriver).catchTerm(") {
			return true
		}
	}
	return false
}
