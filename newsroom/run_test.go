package newsroom_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bantin/newsroom"
)

// TestRun: what one PC saves arrives at the other without anybody asking.
func TestRun(t *testing.T) {
	folder := t.TempDir()
	lan, minh := newPC(t, folder, "Lan"), newPC(t, folder, "Minh")
	running, stop := context.WithCancel(ctx)
	came := make(chan string, 100)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		minh.room.Run(running, time.Hour, nil, func(e newsroom.Exchanged, err error) {
			if err != nil {
				t.Error(err)
			}
			for _, r := range e.Received {
				came <- fmt.Sprint(r.From, r.NewArticles)
			}
		})
	}()
	lan.write("a")
	lan.exchange()
	select {
	case got := <-came:
		if got != "Lan1" {
			t.Error(got)
		}
	case <-time.After(time.Minute):
		t.Error("nothing came")
	}
	stop()
	<-ended
}

// TestTheServerIsSpared: what is typed is not written to the folder at every
// tick of the clock, but at once when somebody asks.
func TestTheServerIsSpared(t *testing.T) {
	folder := t.TempDir()
	lan := newPC(t, folder, "Lan")
	lan.write("a")
	running, stop := context.WithCancel(ctx)
	heard, ended := make(chan newsroom.Exchanged, 1000), make(chan struct{})
	asked := make(chan struct{})
	lan.room.RestLong()
	go func() {
		defer close(ended)
		lan.room.Run(running, 50*time.Millisecond, asked, func(e newsroom.Exchanged, err error) {
			if err != nil {
				t.Error(err)
			}
			heard <- e
		})
	}()
	published := func() string { return (<-heard).Published }
	if got := published(); got != "Lan.bantin" {
		t.Errorf("at the beginning: %q", got)
	}
	lan.room.RestLong()
	lan.write("b")
	for range 5 {
		if got := published(); got != "" {
			t.Errorf("published at a tick: %q", got)
		}
	}
	asked <- struct{}{}
	got := ""
	for range len(heard) + 5 { // those of ticks that came before are still to be heard
		got += published()
	}
	if got != "Lan.bantin" {
		t.Errorf("asked for: %q", got)
	}
	stop()
	<-ended
}

// TestWhatWaitedIsPublished: what a PC that rests has not published is published
// when it has rested, whatever else has happened meanwhile, and not at some tick
// of the clock.
func TestWhatWaitedIsPublished(t *testing.T) {
	folder := t.TempDir()
	lan := newPC(t, folder, "Lan")
	lan.write("a")
	running, stop := context.WithCancel(ctx)
	heard, ended := make(chan newsroom.Exchanged, 1000), make(chan struct{})
	go func() {
		defer close(ended)
		lan.room.Run(running, 5*time.Hour, nil, func(e newsroom.Exchanged, err error) {
			if err != nil {
				t.Error(err)
			}
			heard <- e
		})
	}()
	hears := func(what string, ok func(newsroom.Exchanged) bool) {
		for {
			select {
			case e := <-heard:
				if ok(e) {
					return
				}
			case <-time.After(time.Minute):
				t.Errorf("never heard: %s", what)
				return
			}
		}
	}
	hears("the first is published", func(e newsroom.Exchanged) bool { return e.Published != "" })
	lan.room.RestUntil(10 * time.Second)
	lan.write("b")
	now := time.Now()
	if err := os.Chtimes(filepath.Join(folder, "Lan.bantin"), now, now); err != nil { // as a cloud does
		t.Fatal(err)
	}
	hears("nothing comes, while it rests", func(e newsroom.Exchanged) bool { return e.Published == "" })
	hears("the second is published", func(e newsroom.Exchanged) bool { return e.Published != "" })
	stop()
	<-ended
}

// TestLeave: what was saved last is published although the work was broken off.
func TestLeave(t *testing.T) {
	folder := t.TempDir()
	lan, minh := newPC(t, folder, "Lan"), newPC(t, folder, "Minh")
	lan.write("a")
	over, end := context.WithCancel(ctx)
	end()
	lan.room.RestLong()
	if e, err := lan.room.Leave(over); err != nil || e.Published != "Lan.bantin" {
		t.Errorf("%+v %v", e, err)
	}
	if minh.exchange(); minh.has() != "a" {
		t.Error(minh.has())
	}
}
