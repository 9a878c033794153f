package files

import (
	"context"
	"image"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// slowly reads small pictures when it is let, one at a time.
type slowly struct {
	asked chan string
	let   chan image.Image
}

func newSlowly() *slowly { return &slowly{make(chan string, 100), make(chan image.Image)} }

func (s *slowly) read(ctx context.Context, path string, _ int) image.Image {
	s.asked <- filepath.Base(path)
	select {
	case m := <-s.let:
		return m
	case <-ctx.Done():
		return nil
	}
}

// smallsShown are the names beside which a small picture stands.
func (d *desk) smallsShown() (names []string) {
	for _, e := range d.c.shown {
		if m, ok := d.c.small.known[filepath.Join(d.c.folder, e.name)]; ok && m != nil {
			names = append(names, e.name)
		}
	}
	return names
}

func (d *desk) until(what string, so func() bool) {
	d.t.Helper()
	late := time.After(time.Minute)
	for !so() {
		select {
		case do := <-d.todo:
			do()
		case <-late:
			d.t.Fatalf("waited in vain: %s", what)
		}
	}
}

// TestPhotosAreShownBesideTheirNames as they are read; nothing waits for them,
// and once the panel is shut none is read any more.
func TestPhotosAreShownBesideTheirNames(t *testing.T) {
	slow := newSlowly()
	d := ask(t, Question{What: Many, Kinds: []Kind{{Name: "Ảnh", Endings: []string{".jpg", ".png"}}}, Small: slow.read})
	if len(d.c.shown) < 3 {
		t.Fatalf("%d entries are shown", len(d.c.shown))
	}
	asked := []string{<-slow.asked}
	slow.let <- image.NewGray(image.Rect(0, 0, 8, 6))
	d.until("the first stands there", func() bool { return len(d.smallsShown()) == 1 })
	asked = append(asked, <-slow.asked)
	slow.let <- nil // of a file that is no picture
	d.until("the second is known to be none", func() bool { return len(d.c.small.known) == 2 })
	asked = append(asked, <-slow.asked)
	if names := d.smallsShown(); len(names) != 1 || names[0] != asked[0] {
		t.Errorf("beside %v stands one, %v were asked for", names, asked)
	}
	slices.Sort(asked)
	if len(slices.Compact(asked)) != 3 {
		t.Errorf("asked for %v", asked)
	}
	d.c.panel.Hide()
	d.until("the one that is being read is given up", func() bool { return !d.c.small.busy })
	if len(slow.asked) > 0 || len(d.c.small.wants) > 0 {
		t.Error("it goes on after the panel is shut")
	}
}

// TestWhatWasScrolledPastIsNotRead: of a thousand photos those are read that were
// asked for last.
func TestWhatWasScrolledPastIsNotRead(t *testing.T) {
	d := ask(t, Question{What: Many})
	slow := newSlowly()
	s := smalls{read: slow.read, shown: func() {}}
	s.begin()
	defer s.end()
	for i := range 1000 {
		s.of(string(rune('a'+i%26)) + string(rune('0'+i/26)))
	}
	<-slow.asked // was begun before the others were there
	last := s.wants[len(s.wants)-1]
	if len(s.wants) > mostWanted {
		t.Errorf("%d are waited for", len(s.wants))
	}
	slow.let <- nil
	d.until("the next is read", func() bool { return len(s.known) == 1 && s.busy })
	if got := <-slow.asked; got != last {
		t.Errorf("%q is read next, %q was asked for last", got, last)
	}
}
