package windowtest

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"bantin/storage"
)

// TestAFileComesWhileOneWrites: somebody's file is double-clicked while keys are
// coming, with Space and Return among them. No letter is lost, nothing is
// answered, and the question comes when the hands rest; who writes on then, and be
// it slowly, goes on writing. Who drops a file and reads the question has the keys
// there: none goes into the text behind it.
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
	s.write(" roi")                     // since it came
	const slow = 850 * time.Millisecond // longer than hands rest, not as long as a pause
	s.writeEvery(slow, " va nua")
	lines[len(lines)-1] += " roi va nua"
	s.sees("Có điều cần xem")
	var stored storage.StoredArticle
	s.until("all that was typed", file, func(f *storage.File) bool {
		all := s.articles(f)
		if len(all) != 1 {
			return false
		}
		a, err := f.Article(t.Context(), all[0].ID)
		stored = a
		return err == nil && stored.Article.Headline == "Tit cua bai" && stored.Article.Deck == "Tit phu" && stored.Article.Standfirst == "Sa-po cua bai" &&
			stored.Article.Dateline == "Noi va ngay" && slices.Equal(body(stored.Article), lines)
	})
	s.sees("Có ai gửi cho bạn tệp") // the hands rest again
	s.press("Escape")
	s.misses("Có ai gửi cho bạn tệp")

	s.drop([]string{mai.path}, 683, 400)
	s.click("Có ai gửi cho bạn tệp")
	s.write("ww")
	s.press("Return")
	s.sees("Đã nhận “")
	s.write("ww")
	s.press("Escape")
	s.misses("Đã nhận “")
	s.until("the colleague's article beside what was typed", file, func(f *storage.File) bool {
		a, err := f.Article(t.Context(), stored.ID)
		return err == nil && len(s.articles(f)) > 1 && slices.Equal(body(a.Article), lines)
	})
}
