package windowtest

import (
	"testing"

	"bantin/storage"
)

// TestAClickBesideAFieldLeavesItTheKeys: who has written in a field of a panel and
// clicks on an empty part of the panel, or beside it, writes on in that field.
func TestAClickBesideAFieldLeavesItTheKeys(t *testing.T) {
	s := newStage(t)
	file := s.drafts()
	s.start(file)
	s.press("ctrl+n")
	s.sees("Tít chính")
	s.write("Ra quan lam thuy loi")
	s.press("ctrl+s")
	s.until("it is in the file", file, func(f *storage.File) bool { return len(s.articles(f)) == 1 })
	s.press("ctrl+e")
	s.click("Tất cả; hoặc")
	s.write("12")
	s.sees("12")
	s.click("Tệp này để làm gì?")
	s.write("-34")
	s.sees("12-34")
	s.point(6, 200) // beside the panel
	_, err := s.xdo("click", "1")
	s.check(err)
	s.write("56")
	s.sees("12-3456")
	s.press("Escape")
	s.misses("12-3456")
}
