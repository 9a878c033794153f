package windowtest

import (
	"context"
	"strings"
	"testing"
	"time"

	"bantin/storage"
)

// TestTheKeyboardFindsWhatWasLongOutOfSight: Fyne forgets how to draw what it has not
// painted for a minute, here for a second, and gives the keyboard to nothing in it
// until it is painted again. The letters would go into the article.
func TestTheKeyboardFindsWhatWasLongOutOfSight(t *testing.T) {
	s := newStage(t)
	s.env = append(s.env, "FYNE_CACHE=1s")
	file := s.drafts()
	s.start(file)
	s.press("ctrl+n")
	for range 24 { // what is painted has Fyne forget the rest, every ten seconds
		s.write("Nước ")
		time.Sleep(time.Second / 2)
	}
	s.press("ctrl+s", "ctrl+shift+h")
	s.sees("Lịch sử")
	s.write("xxx")
	s.press("Escape")
	s.write("lên")
	s.until("the text to be saved", file, func(f *storage.File) bool {
		all := s.articles(f)
		if len(all) != 1 {
			return false
		}
		a, err := f.Article(context.Background(), all[0].ID)
		return err == nil && strings.Contains(a.Article.Headline, "lên") && !strings.Contains(a.Article.Headline, "xxx")
	})
}
