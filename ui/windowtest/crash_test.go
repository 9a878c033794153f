package windowtest

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// A crash loses at most two seconds of typing.
const mayBeLost = 2 * time.Second

func TestKillingTheProgramLosesAtMostTwoSeconds(t *testing.T) {
	s := newStage(t)
	file := s.drafts()
	s.start(file)
	s.press("ctrl+n")
	s.write("Bài viết khi mất điện")
	s.press("Return", "Return")
	var typed []time.Time // when the n-th word was on its way
	for begun := time.Now(); time.Since(begun) < 7*time.Second; {
		s.write(fmt.Sprintf("từ%03d ", len(typed)))
		typed = append(typed, time.Now())
	}
	killed := time.Now()
	s.kill()

	text := strings.Join(body(s.only(file).Article), "\n")
	kept := 0
	for n, at := range typed {
		word := fmt.Sprintf("từ%03d", n)
		if strings.Contains(text, word) {
			kept++
		} else if killed.Sub(at) >= mayBeLost {
			t.Errorf("%s is lost, typed %v before the kill", word, killed.Sub(at).Round(time.Millisecond))
		}
	}
	t.Logf("%d of %d words kept", kept, len(typed))
}
