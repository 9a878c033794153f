package windowtest

import "testing"

// TestTheMenuByKeys: what has no key of its own is reached with Alt and arrows,
// also while somebody writes; the rest by the keys beside it.
func TestTheMenuByKeys(t *testing.T) {
	s := newStage(t)
	s.start(s.drafts())
	s.press("ctrl+n")
	s.write("Ra quân")
	s.press("Alt_L")
	s.press("Left") // the last menu
	s.sees("Về Bản Tin")
	s.picture("menu-by-keys")
	s.press("Up", "Return") // its last item
	s.misses("Phím tắt")    // in front is what it asks for
	s.sees("Đóng")
	s.picture("menu-about")
	s.press("Escape")
	for _, of := range []struct{ key, words string }{
		{"ctrl+alt+b", "Các bản sao lưu"}, {"ctrl+alt+k", "Tệp nguyên vẹn"}, {"F1", "Ctrl + Alt + K"},
	} {
		s.press(of.key)
		s.sees(of.words)
		s.picture("by-key-" + of.key)
		s.press("Escape")
	}
	s.close()
}

// TestAMenuStaysOpen when the issues of the file become known only after it was
// opened; opened anew, it offers them.
func TestAMenuStaysOpen(t *testing.T) {
	s := newStage(t)
	file := s.drafts()
	mai := s.handedOut(file, "Mai")
	mai.writes(longStory("Nước sạch về thôn", 3))
	s.again("issue", "new", mai.path, "--articles", string(s.only(mai.path).ID), "--number", "7")
	s.start(mai.path)
	s.press("Alt_L")
	s.sees("Bài mới")
	s.sees("Bản tin số 7")
	s.sees("Bài mới")
	s.press("Escape")
	s.misses("Bài mới")
	s.press("Alt_L", "Left", "Left", "Left")
	s.sees("Bàn dàn trang")
	s.close()
}

// TestEscapeFromAMenuLeadsBack to where one wrote: the next key is taken there.
func TestEscapeFromAMenuLeadsBack(t *testing.T) {
	s := newStage(t)
	s.start(s.drafts())
	s.press("ctrl+n")
	s.write("Ra")
	s.sees("Ra")
	s.press("Alt_L")
	s.sees("Bài mới")
	s.press("Escape")
	s.write("1")
	s.sees("Ra1")
	s.press("shift+F10")
	s.sees("Chọn hết")
	s.press("Escape")
	s.write("2")
	s.sees("Ra12")
	s.click("Sửa")
	s.sees("Dán nguyên văn")
	s.press("Escape")
	s.write("3")
	s.sees("Ra123")
	s.close()
}
