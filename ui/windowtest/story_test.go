package windowtest

import (
	"context"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// handedIn is a whole story as it is copied from a chat or a letter.
const handedIn = "Khe Mây: Lễ hội xuống đồng rộn ràng tiếng trống\n\n" +
	"Sáng 12/3, hàng nghìn người về sân vận động xã Khe Mây dự lễ hội xuống đồng, mở đầu một vụ cấy mới.\n\n" +
	"Từ sáng sớm, mười thôn rước lễ vật của mình về sân. Trong mâm lễ có xôi bảy màu và một nắm đất ruộng của thôn.\n\n" +
	"Ảnh: Đại biểu và nhân dân dự lễ hội xuống đồng\n\n" +
	"Phần hội có kéo co, đẩy gậy, ném còn. Đội kéo co nữ thôn Nà Pản thắng cả ba trận, mổ lợn cho cả sân cùng vui.\n\n" +
	"Hà Vân\n"

// lone is the one article of a file, if there is one.
func (s *stage) lone(f *storage.File) (storage.StoredArticle, bool) {
	all := s.articles(f)
	if len(all) != 1 {
		return storage.StoredArticle{}, false
	}
	a, err := f.Article(context.Background(), all[0].ID)
	return a, err == nil
}

// TestAStoryIsPastedWhole on a blank sheet: its parts are recognised, one undo
// takes it back, and the notice pastes it as it is.
func TestAStoryIsPastedWhole(t *testing.T) {
	s := newStage(t)
	file := s.drafts()
	s.start(file)
	s.press("ctrl+n")
	s.sees("Tít chính…")
	s.beside().copies(map[string]string{"UTF8_STRING": handedIn})
	s.press("ctrl+v")
	s.sees("Đã nhận ra tít chính, sa-pô, 2 đoạn, 1 chú thích ảnh, tác giả")
	s.picture("story-recognised")
	s.until("the parts of the story", file, func(f *storage.File) bool {
		a, ok := s.lone(f)
		return ok && a.Article.Headline == "Khe Mây: Lễ hội xuống đồng rộn ràng tiếng trống" && a.Article.Standfirst != "" &&
			len(a.Article.Photos) == 1 && a.Article.Byline == "Hà Vân"
	})
	s.press("ctrl+z")
	s.misses("mười thôn rước lễ vật")
	s.press("ctrl+v")
	s.click("Dán nguyên văn")
	s.misses("Đã nhận ra")
	s.until("the story as it is", file, func(f *storage.File) bool {
		a, ok := s.lone(f)
		return ok && a.Article.Standfirst == "" && len(a.Article.Photos) == 0 && len(a.Article.Body) == 5
	})
	s.picture("story-plain")
	s.close()
}

// TestUndoOpensWhatWasSettled by the keyboard alone.
func TestUndoOpensWhatWasSettled(t *testing.T) {
	s := newStage(t)
	file := s.drafts()
	ctx, id := context.Background(), bulletin.NewID()
	f, err := storage.Open(ctx, file)
	s.check(err)
	base, err := f.SaveArticle(ctx, id, bulletin.Article{Headline: "Ra quân trồng rừng"}, storage.Save{Author: "Thu"})
	s.check(err)
	for _, name := range []string{"Thu", "Hường"} {
		_, err := f.SaveArticle(ctx, id, bulletin.Article{Headline: "Tít của " + name, Status: bulletin.Approved},
			storage.Save{Author: name, Expected: base.Heads})
		s.check(err)
	}
	s.check(f.Close())
	contested := func(n int, settled string) func(*storage.File) bool {
		return func(f *storage.File) bool {
			a, ok := s.lone(f)
			return ok && len(a.Conflicts) == n && (n > 0 || a.Article.Headline == settled)
		}
	}
	s.start(file)
	s.sees("Bài này được sửa khác nhau ở 1 chỗ")
	s.press("ctrl+shift+m")
	s.sees("Trước khi sửa")
	s.picture("settle")
	s.press("2", "Return")
	s.sees("Đã gộp")
	s.until("it to be settled", file, contested(0, "Tít của Hường"))
	s.picture("settled")
	s.press("ctrl+z")
	s.sees("Bài này được sửa khác nhau ở 1 chỗ")
	s.until("the choice to be open again", file, contested(1, ""))
	s.picture("opened-again")
	s.press("ctrl+y")
	s.sees("Đã gộp")
	s.until("it to be settled again", file, contested(0, "Tít của Hường"))
	s.close()
}
