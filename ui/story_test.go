package ui

import (
	"context"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/manuscript"
)

// handedIn is a whole story as a reporter copies it from Word or Zalo.
const handedIn = "Chủ đề năm 2026: Siết chặt kỷ cương\r\n" +
	"Khe Mây: Lễ hội xuống đồng rộn ràng tiếng trống\r\n\r\n" +
	"Sáng 12/3, hàng nghìn người về sân vận động xã Khe Mây dự lễ hội xuống đồng, mở đầu một vụ cấy mới.\r\n\r\n" +
	"Từ sáng sớm, mười thôn rước lễ vật của mình về sân. Trong mâm lễ có xôi bảy màu và một nắm đất ruộng của thôn.\r\n\r\n" +
	"Ảnh: Đại biểu và nhân dân dự lễ hội xuống đồng\r\n\r\n" +
	"Phần hội có kéo co, đẩy gậy, ném còn. Đội kéo co nữ thôn Nà Pản thắng cả ba trận, mổ lợn cho cả sân cùng vui.\r\n\r\n" +
	"Hà Vân"

func (w *window) allText() string {
	m := w.sheet.Manuscript()
	var all []string
	for i := range m.Len() {
		all = append(all, m.Block(i).String())
	}
	return strings.Join(all, "\n")
}

func (w *window) body() (texts []string) {
	m := w.sheet.Manuscript()
	for i := m.BodyStart(); i < m.BodyEnd(); i++ {
		if m.Block(i).Kind.IsText() {
			texts = append(texts, m.Block(i).String())
		}
	}
	return texts
}

// TestAWholeStoryIsRecognised: pasted on a blank sheet, as import reads it.
func TestAWholeStoryIsRecognised(t *testing.T) {
	w := opened(t, 0)
	w.newArticle()
	w.sheet.Paste(handedIn)
	m := w.sheet.Manuscript()
	want := map[manuscript.Kind]string{
		manuscript.Banner:     "Chủ đề năm 2026: Siết chặt kỷ cương",
		manuscript.Headline:   "Khe Mây: Lễ hội xuống đồng rộn ràng tiếng trống",
		manuscript.Standfirst: "Sáng 12/3, hàng nghìn người về sân vận động xã Khe Mây dự lễ hội xuống đồng, mở đầu một vụ cấy mới.",
		manuscript.Caption:    "Đại biểu và nhân dân dự lễ hội xuống đồng",
		manuscript.Byline:     "Hà Vân",
	}
	for k, text := range want {
		if got := m.TextOf(k); got != text {
			t.Errorf("%v is %q", k, got)
		}
	}
	if body := w.body(); len(body) != 2 || !strings.HasPrefix(body[0], "Từ sáng sớm") {
		t.Errorf("the body is %q", body)
	}
	for _, part := range []string{"tít chính", "sa-pô", "2 đoạn", "1 chú thích ảnh", "tác giả"} {
		if !strings.Contains(w.notice(), part) {
			t.Errorf("the notice says %q and nothing of %q", w.notice(), part)
		}
	}
	w.sheet.Undo()
	if m := w.sheet.Manuscript(); !m.IsBlank() || m.CanUndo() {
		t.Errorf("after one undo the sheet is not blank: %q", m.TextOf(manuscript.Headline))
	}
	w.sheet.Redo()
	if got := w.textOf(manuscript.Headline); got != want[manuscript.Headline] {
		t.Errorf("after the redo the headline is %q", got)
	}
	w.keepsThat(t, want[manuscript.Headline])
}

func (w *window) keepsThat(t *testing.T, headline string) {
	t.Helper()
	w.take()
	check(t, w.keeper.Flush())
	list := w.stored(t, storage.Query{})
	if len(list) != 1 || list[0].Headline != headline {
		t.Errorf("the file has %+v", list)
	}
}

// TestAStoryIsPastedAsItIs where a person wants that instead, by the notice or
// by the menu.
func TestAStoryIsPastedAsItIs(t *testing.T) {
	w := opened(t, 0)
	w.newArticle()
	w.sheet.Paste(handedIn)
	w.notices.Act(ofNews)
	asItIs := func() {
		t.Helper()
		if got := w.textOf(manuscript.Headline); got != "Chủ đề năm 2026: Siết chặt kỷ cương" {
			t.Errorf("the headline, where the caret was, is %q", got)
		}
		if body := w.body(); len(body) != 6 || body[5] != "Hà Vân" {
			t.Errorf("the body is %q", body)
		}
	}
	asItIs()
	w.sheet.Undo()
	if !w.sheet.Manuscript().IsBlank() {
		t.Error("the plain paste is not taken back in one step")
	}
	w.sheet.PastePlain(handedIn)
	asItIs()
}

// TestFactsOfAStoryGoAlong with it, and come back with the undo.
func TestFactsOfAStoryGoAlong(t *testing.T) {
	w := opened(t, 0)
	w.newArticle()
	w.facts.article.Section = "Đời sống"
	w.sheet.Paste("Chuyên mục: Văn hóa\n\n" + handedIn)
	if got := w.facts.article.Section; got != "Văn hóa" {
		t.Errorf("the section is %q", got)
	}
	w.sheet.Undo()
	if got := w.facts.article.Section; got != "Đời sống" {
		t.Errorf("after the undo the section is %q", got)
	}
	w.sheet.Redo()
	if got := w.facts.article.Section; got != "Văn hóa" {
		t.Errorf("after the redo the section is %q", got)
	}
}

// TestAWebPageIsRecognised with the emphasis inside its paragraphs.
func TestAWebPageIsRecognised(t *testing.T) {
	const page = `<html><body><h1>Ra quân trồng rừng ngập mặn</h1>
<p><b>Sáng 12/3, hàng nghìn người về xã Khe Mây trồng rừng, mở đầu một mùa cây mới của cả huyện.</b></p>
<p>Từ sáng sớm, <i>mười thôn</i> mang cây giống ra bãi. Ai cũng có phần, người già ươm, người trẻ trồng.</p>
<h2>Rừng giữ đất</h2>
<p>Bà con ra <b>đồng</b> từ lúc trời chưa sáng. Đến trưa, ba héc-ta bãi bồi đã kín cây non.</p></body></html>`
	w := opened(t, 0)
	for name, paste := range map[string]func(){
		"as text": func() { w.sheet.Paste(page) },
		"as page": func() { w.sheet.PastePage(page) },
	} {
		w.newArticle()
		paste()
		w.read()
		a := w.writing.article
		if a.Headline != "Ra quân trồng rừng ngập mặn" || !strings.HasPrefix(a.Standfirst, "Sáng 12/3") {
			t.Fatalf("%s: headline %q, standfirst %q", name, a.Headline, a.Standfirst)
		}
		if len(a.Body) != 3 || !strings.Contains(a.Body[0].Text, "<i>mười thôn</i>") || a.Body[1].Kind != bulletin.Crosshead || !strings.Contains(a.Body[2].Text, "<b>đồng</b>") {
			t.Errorf("%s: the body is %+v", name, a.Body)
		}
	}
}

// TestAPieceIsNoStory: a line or running text on a blank sheet, and a whole story
// where something is written already, are pasted as they are.
func TestAPieceIsNoStory(t *testing.T) {
	w := opened(t, 0)
	w.newArticle()
	w.sheet.Paste("Trồng rừng ngập mặn")
	if got := w.textOf(manuscript.Headline); got != "Trồng rừng ngập mặn" {
		t.Errorf("the headline is %q", got)
	}
	w.sheet.Paste(handedIn)
	if got := w.textOf(manuscript.Standfirst); got != "" {
		t.Errorf("a standfirst was found for a sheet that has text: %q", got)
	}
}

// pageWithMenus is a page as browsers copy it: as a page, and as the text on it.
const (
	pageWithMenus = `<html><body><div><a href="/">Cổng huyện</a></div><nav><ul><li><a>Trang chủ</a></li><li><a>Tin tức</a></li></ul></nav>
<h1>Ra quân trồng rừng ngập mặn</h1><p>Thứ Năm, 12/3/2026</p><p>Chia sẻ</p>
<p><b>Sáng 12/3, hàng nghìn người về xã Khe Mây trồng rừng, mở đầu một mùa cây mới của cả huyện.</b></p>
<p>Từ sáng sớm, mười thôn mang cây giống ra bãi. Ai cũng có phần, người già ươm, người trẻ trồng.</p>
<footer>Giấy phép số 12</footer></body></html>`
	textOfPage = "Cổng huyện\nTrang chủ\nTin tức\nRa quân trồng rừng ngập mặn\n\nThứ Năm, 12/3/2026\n\nChia sẻ\n\n" +
		"Sáng 12/3, hàng nghìn người về xã Khe Mây trồng rừng, mở đầu một mùa cây mới của cả huyện.\n\n" +
		"Từ sáng sớm, mười thôn mang cây giống ra bãi. Ai cũng có phần, người già ươm, người trẻ trồng.\n\nGiấy phép số 12"
)

// TestMenusOfAWebPageStayThere however the page comes, and what was left out is
// told and can be had.
func TestMenusOfAWebPageStayThere(t *testing.T) {
	was := copiedHTML
	t.Cleanup(func() { copiedHTML = was })
	copiedHTML = func(context.Context) string { return pageWithMenus }
	w := opened(t, 0)
	for name, paste := range map[string]func(){
		"as text": func() { w.sheet.Paste(textOfPage) },
		"as page": func() { w.sheet.PastePage(pageWithMenus) },
	} {
		w.newArticle()
		paste()
		wait(t, name, func() bool { return w.textOf(manuscript.Headline) == "Ra quân trồng rừng ngập mặn" })
		if body := w.body(); len(body) != 1 || !strings.HasPrefix(body[0], "Từ sáng sớm") {
			t.Errorf("%s: the body is %q", name, body)
		}
		if !strings.Contains(w.notice(), "Cổng huyện") {
			t.Errorf("%s: told is %q", name, w.notice())
		}
		w.notices.Act(ofNews)
		if all := w.allText(); !strings.Contains(all, "Trang chủ") || !strings.Contains(all, "Giấy phép số 12") {
			t.Errorf("%s: as it is: %q", name, all)
		}
		w.sheet.Undo()
		if !w.sheet.Manuscript().IsBlank() {
			t.Errorf("%s: the paste is not taken back in one step", name)
		}
	}
}

// TestAnotherPageOnTheClipboardChangesNothing: what is pasted is what was
// copied last, and what one has typed since is left alone.
func TestAnotherPageOnTheClipboardChangesNothing(t *testing.T) {
	if surroundsStoryOf(handedIn, pageWithMenus) {
		t.Error("a text is taken for that of a page that it has nothing of")
	}
	was := copiedHTML
	t.Cleanup(func() { copiedHTML = was })
	typed := make(chan bool)
	copiedHTML = func(context.Context) string { <-typed; return pageWithMenus }
	w := opened(t, 0)
	w.newArticle()
	find, came := w.sheet.FindPage, false
	w.sheet.FindPage = func(pasted string, then func(string)) {
		find(pasted, func(html string) { then(html); came = true })
	}
	w.sheet.Paste(textOfPage)
	typeInto(w.sheet, " x")
	said := w.allText()
	close(typed)
	wait(t, "the page comes", func() bool { return came })
	if now := w.allText(); now != said {
		t.Errorf("the sheet says\n%q, and said\n%q", now, said)
	}
}

// TestThePlainTextOfAPageIsKnownAsItsOwn though the page raises figures and sets
// cells apart, which its plain text does not.
func TestThePlainTextOfAPageIsKnownAsItsOwn(t *testing.T) {
	page := `<html><body><nav><a>Trang chủ</a></nav><h1>Trồng 10<sup>3</sup> cây</h1><p>Xã trồng cây trên 3 m<sup>2</sup> đất.</p><table><tr><td>Năm</td><td>Cây</td></tr></table></body></html>`
	for text, want := range map[string]bool{
		"Trang chủ\nTrồng 103 cây\nXã trồng cây trên 3 m2 đất.\nNăm\tCây\n": true,
		"Trang chủ\nTrồng 104 cây\nXã trồng cây trên 3 m2 đất.\nNăm\tCây\n": false,
	} {
		if got := surroundsStoryOf(text, page); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
