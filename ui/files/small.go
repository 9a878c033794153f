package files

import (
	"context"
	"image"

	"bantin/ui/parts"
)

// smalls are the small pictures beside the names of a folder's files. They are
// read one after another, those on screen first; what was scrolled past is not
// read any more. They are used on the goroutine of the window.
type smalls struct {
	read  func(ctx context.Context, path string, side int) image.Image
	shown func() // another one is there
	known map[string]image.Image
	wants []string // paths, what was asked for last at the end
	busy  bool
	ctx   context.Context // of the folder
	stop  context.CancelFunc
}

const (
	mostWanted = 24  // about what a screen shows
	mostKnown  = 500 // some 10 MB
	smallSide  = 96  // pixels
)

// begin forgets what is still wanted: another folder is shown.
func (s *smalls) begin() {
	s.end()
	s.ctx, s.stop = context.WithCancel(context.Background())
}

// end reads nothing any more.
func (s *smalls) end() {
	if s.stop != nil {
		s.stop()
	}
	s.wants = nil
}

// of is the small picture of a file; while it is not read, and where there is
// none, nil.
func (s *smalls) of(path string) image.Image {
	if m, ok := s.known[path]; ok || s.read == nil || s.ctx == nil {
		return m
	}
	kept := s.wants[:0]
	for _, w := range s.wants {
		if w != path {
			kept = append(kept, w)
		}
	}
	s.wants = append(kept, path)
	if over := len(s.wants) - mostWanted; over > 0 {
		s.wants = s.wants[over:]
	}
	s.next()
	return nil
}

// next reads the one that was asked for last.
func (s *smalls) next() {
	if s.busy || len(s.wants) == 0 {
		return
	}
	last := len(s.wants) - 1
	path, ctx := s.wants[last], s.ctx
	s.wants = s.wants[:last]
	s.busy = true
	go func() {
		m := s.read(ctx, path, smallSide)
		parts.OnUI(func() {
			s.busy = false
			if ctx.Err() == nil {
				if s.known == nil || len(s.known) >= mostKnown {
					s.known = map[string]image.Image{}
				}
				s.known[path] = m
				if m != nil {
					s.shown()
				}
			}
			s.next()
		})
	}()
}
