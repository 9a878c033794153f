package windowtest

import (
	"fmt"
	"slices"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// TestAFileComesWhileOneWrites: somebody's file is double-clicked while keys are
// coming, with Space and Return among them. No letter is lost, nothing is
// answered, and the question comes when the hands rest; who writes on then goes
// on writing.
func TestAFileComesWhileOneWrites(t *testing.T) {
	s := newStage(t)
	s.env = append(s.env, "XDG_RUNTIME_DIR="+s.home)
	file := s.drafts()
	mai := s.handedOut(file, "Mai")
	mai.writes(longStory("Nước sạch về thôn", 3))
	s.start(file)
	s.press("ctrl+n")
	s.sees("Tít chính")
	came := make(chan struct{})
	go func() {
		defer close(came)
		s.again(mai.path)
	}()
	for _, line := range []struct{ text, next string }{{"Tit cua bai", "Tab"}, {"Tit phu", "Return"}, {"Sa-po cua bai", "Tab"}, {"Noi va ngay", "Return"}} {
		s.write(line.text)
		s.press(line.next)
	}
	var lines []string
	for i := range 20 {
		if i > 0 {
			s.press("Return")
		}
		lines = append(lines, fmt.Sprintf("doan %d viet trong khi tep den noi", i))
		s.write(lines[i])
	}
	<-came
	s.sees("Có ai gửi cho bạn tệp")
	s.misses("Có điều cần xem")
	s.write(" va viet tiep")
	lines[len(lines)-1] += " va viet tiep"
	s.sees("Có điều cần xem")
	var stored bulletin.Article
	s.until("all that was typed", file, func(f *storage.File) bool {
		all := s.articles(f)
		if len(all) != 1 {
			return false
		}
		a, err := f.Article(t.Context(), all[0].ID)
		stored = a.Article
		return err == nil && stored.Headline == "Tit cua bai" && stored.Deck == "Tit phu" && stored.Standfirst == "Sa-po cua bai" &&
			stored.Dateline == "Noi va ngay" && slices.Equal(body(stored), lines)
	})
	s.sees("Có ai gửi cho bạn tệp") // the hands rest again
	s.press("Escape")
	s.misses("Có ai gửi cho bạn tệp")
}
