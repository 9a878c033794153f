package windowtest

import (
	"reflect"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// pageOfPortal is a whole page as a browser copies it, the HTML and its text.
var pageOfPortal = map[string]string{
	"text/html": `<html><body><header><a href="/">Cổng thông tin huyện</a></header><nav><ul><li><a>Trang chủ</a></li><li><a>Tin tức</a></li></ul></nav>
<article><h1>Khe Mây ra quân trồng rừng</h1><p>Thứ Năm, 12/3/2026, 08:15</p><p>Chia sẻ</p>
<p><b>Sáng 12/3, hơn ba trăm người về xã Khe Mây trồng rừng ngập mặn, mở đầu một mùa cây mới của cả huyện.</b></p>
<p>Từ sáng sớm, <i>mười thôn</i> mang cây giống ra bãi bồi. Ai cũng có phần, người già ươm, người trẻ trồng.</p>
<p>Hà Vân</p></article><footer>Giấy phép số 12</footer></body></html>`,
	"UTF8_STRING": "Cổng thông tin huyện\n\n    Trang chủ\n    Tin tức\n\nKhe Mây ra quân trồng rừng\n\nThứ Năm, 12/3/2026, 08:15\n\nChia sẻ\n\n" +
		"Sáng 12/3, hơn ba trăm người về xã Khe Mây trồng rừng ngập mặn, mở đầu một mùa cây mới của cả huyện.\n\n" +
		"Từ sáng sớm, mười thôn mang cây giống ra bãi bồi. Ai cũng có phần, người già ươm, người trẻ trồng.\n\nHà Vân\n\nGiấy phép số 12\n",
}

// TestAPageIsPastedWithoutItsMenus, and its sheet is copied whole onto a new one.
func TestAPageIsPastedWithoutItsMenus(t *testing.T) {
	s := newStage(t)
	file := s.drafts()
	s.start(file)
	s.press("ctrl+n")
	s.beside().copies(pageOfPortal)
	s.press("ctrl+v")
	var first bulletin.Article
	s.until("the story", file, func(f *storage.File) bool {
		all := s.articles(f)
		if len(all) != 1 {
			return false
		}
		a, err := f.Article(t.Context(), all[0].ID)
		first = a.Article
		return err == nil && first.Headline == "Khe Mây ra quân trồng rừng"
	})
	if !strings.HasPrefix(first.Standfirst, "Sáng 12/3") || first.Byline != "Hà Vân" ||
		!reflect.DeepEqual(body(first), []string{"Từ sáng sớm, <i>mười thôn</i> mang cây giống ra bãi bồi. Ai cũng có phần, người già ươm, người trẻ trồng."}) {
		t.Errorf("%+v", first)
	}
	s.sees("Đã lược")
	s.picture("page-pasted")
	s.press("ctrl+a", "ctrl+a", "ctrl+c", "ctrl+n", "ctrl+v")
	s.until("the same story once more", file, func(f *storage.File) bool {
		all := s.articles(f)
		if len(all) != 2 {
			return false
		}
		for _, row := range all {
			a, err := f.Article(t.Context(), row.ID)
			if err != nil || a.Article.Headline != first.Headline || a.Article.Standfirst != first.Standfirst || a.Article.Byline != first.Byline || !reflect.DeepEqual(body(a.Article), body(first)) {
				return false
			}
		}
		return true
	})
	s.close()
}
