package windowtest

import (
	"context"
	"testing"

	"bantin/storage"
)

// TestAnIssueIsMadeOfAnArticle writes an article, makes an issue of it and
// looks at its pages, by keys alone.
func TestAnIssueIsMadeOfAnArticle(t *testing.T) {
	s := newStage(t)
	file := s.drafts()
	s.start(file)
	s.press("ctrl+n")
	s.write("Xã Đồng Rui ra quân trồng rừng")
	s.press("ctrl+shift+b")
	s.sees("Ngày ra")
	s.press("ctrl+a")
	s.write("12")
	s.press("Return", "Return")
	s.sees("Đã lập")
	s.press("F8")
	s.sees("Trang 1 / ")
	s.picture("issue")
	s.close()

	article := s.only(file)
	f, err := storage.OpenReadOnly(context.Background(), file)
	s.check(err)
	defer f.Close()
	issues, err := f.Issues(context.Background())
	s.check(err)
	if len(issues) != 1 || issues[0].Issue.Number != "12" ||
		len(issues[0].Issue.Slots) != 1 || issues[0].Issue.Slots[0].Article != article.ID {
		t.Errorf("issues %+v", issues)
	}
}
