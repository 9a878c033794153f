package windowtest

import (
	"path/filepath"
	"testing"

	"bantin/storage"
)

// TestTheFirstWordsStandOnTheSheet: who begins to write on an empty PC writes on
// at once, and waits for no file and no window.
func TestTheFirstWordsStandOnTheSheet(t *testing.T) {
	s := newStage(t)
	s.start("")
	s.sees("Cơ quan của bạn")
	s.write("Xã Đồng Rui")
	s.press("Return")
	s.write("Mai Thắm")
	s.press("Return")
	s.write("Ra quân trồng rừng")
	s.press("Return")
	s.write("Sáng nay, bà con xuống bãi.")
	s.press("ctrl+s")
	file := filepath.Join(s.home, "Bản Tin", "Bản thảo.bantin")
	s.until("the article", file, func(f *storage.File) bool { return len(s.articles(f)) == 1 })
	s.close()
	stored := s.only(file)
	a := stored.Article
	if stored.Author != "Mai Thắm" || a.Headline != "Ra quân trồng rừng" || a.Standfirst != "Sáng nay, bà con xuống bãi." {
		t.Errorf("%q wrote %q and %q", stored.Author, a.Headline, a.Standfirst)
	}
}
