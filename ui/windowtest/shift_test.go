package windowtest

import (
	"testing"

	"bantin/storage"
)

// TestShiftThatIsLetGoElsewhereSelectsNothing: Ctrl+Shift+O opens a panel or the
// system's own dialog, where Shift is let go. The arrows on the sheet do not
// select afterwards, and the next letter takes nothing away.
func TestShiftThatIsLetGoElsewhereSelectsNothing(t *testing.T) {
	s := newStage(t)
	file := s.drafts()
	s.start(file)
	s.press("ctrl+n")
	s.write("Ra quan")
	s.press("Tab")
	s.write("Sa-po")
	for _, panel := range []string{"o", "s"} {
		_, err := s.xdo("keydown", "ctrl", "keydown", "shift", "key", panel)
		s.check(err)
		s.sees("Thôi")
		_, err = s.xdo("keyup", "shift", "keyup", "ctrl")
		s.check(err)
		s.press("Escape")
		s.misses("Thôi")
		s.press("ctrl+Home", "Down", "Down", "Down")
		s.write("x")
	}
	s.until("all that was written", file, func(f *storage.File) bool {
		all := s.articles(f)
		return len(all) == 1 && all[0].Headline == "Ra quan"
	})
	s.close()
}
