package ui

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/manuscript"
	"bantin/ui/parts"
)

// slow is a picture that takes its time: its bytes come when it is let go.
func slow(t *testing.T, name string, shade uint8) (picture incoming, let func()) {
	t.Helper()
	var raw bytes.Buffer
	grey := image.NewGray(image.Rect(0, 0, 64, 48))
	grey.SetGray(3, 3, color.Gray{Y: shade})
	check(t, png.Encode(&raw, grey))
	gate := make(chan struct{})
	return incoming{name, func(ctx context.Context) ([]byte, error) {
		select {
		case <-gate:
			return raw.Bytes(), nil
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}}, func() { close(gate) }
}

// TestOneGoesOnWritingWhilePicturesCome: what is typed meanwhile stays where it
// was typed, and the picture comes where it was let go.
func TestOneGoesOnWritingWhilePicturesCome(t *testing.T) {
	w := opened(t, 1)
	w.typeAt(manuscript.Paragraph, "Sáng nay, hơn 200 người")
	first, letFirst := slow(t, "mot.png", 10)
	second, letSecond := slow(t, "hai.png", 200)
	w.takeIncoming([]incoming{first, second}, anyFrame, nowhere)
	wait(t, "how far it is, is said", func() bool { return w.notices.Has(ofPictures) })
	if w.busy() {
		t.Fatal("something is in front of the sheet")
	}
	typeInto(w.sheet, " đã trồng")
	letFirst()
	wait(t, "the first picture stands on the sheet", func() bool { return w.photos() == 1 })
	typeInto(w.sheet, " cây")
	letSecond()
	wait(t, "so does the second", func() bool { return w.photos() == 2 })
	typeInto(w.sheet, " đầu xuân.")
	if got := w.textOf(manuscript.Paragraph); got != "Sáng nay, hơn 200 người đã trồng cây đầu xuân." {
		t.Errorf("the paragraph says %q", got)
	}
	if got := w.textOf(manuscript.Caption); got != "" {
		t.Errorf("the caption says %q", got)
	}
	wait(t, "nothing is said any more", func() bool { return !w.notices.Has(ofPictures) })
	w.read()
	var names []string
	for _, p := range w.writing.article.Photos {
		info, err := w.file.Photo(context.Background(), p.SHA256)
		check(t, err)
		names = append(names, info.Name)
	}
	if strings.Join(names, " ") != "mot.png hai.png" {
		t.Errorf("the photos stand in the order %v", names)
	}
}

func TestPicturesThatComeCanBeStopped(t *testing.T) {
	w := opened(t, 1)
	picture, _ := slow(t, "mot.png", 10)
	w.takeIncoming([]incoming{picture}, anyFrame, nowhere)
	wait(t, "it can be stopped", func() bool { return w.notices.Offers(ofPictures, w.say.Say("desk.stop", nil)) })
	w.notices.Act(ofPictures)
	wait(t, "it is stopped", func() bool { return len(w.arrivals) == 0 && !w.notices.Has(ofPictures) })
	if w.photos() != 0 || strings.Contains(w.notice(), "mot.png") {
		t.Errorf("%d photos; notice %q", w.photos(), w.notice())
	}
}

// TestPicturesComeIntoTheirArticleWhileAnotherIsOpen, and what can be taken back
// on its sheet still can.
func TestPicturesComeIntoTheirArticleWhileAnotherIsOpen(t *testing.T) {
	w := opened(t, 2)
	article := w.writing.id
	w.typeAt(manuscript.Paragraph, "Sáng nay.")
	picture, let := slow(t, "mot.png", 10)
	w.takeIncoming([]incoming{picture}, anyFrame, nowhere)
	other := w.listing.At(0).ID
	if other == article {
		other = w.listing.At(1).ID
	}
	w.open(other)
	wait(t, "the other article is open", func() bool { return w.writing.id == other })
	let()
	wait(t, "it is told where the picture went", func() bool { return w.notices.Offers(ofNews, w.say.Say("desk.open_article", nil)) })
	if w.photos() != 0 {
		t.Error("the picture stands in the wrong article")
	}
	w.notices.Act(ofNews)
	wait(t, "its article is open again", func() bool { return w.writing.id == article })
	if w.photos() != 1 || w.textOf(manuscript.Paragraph) != "Sáng nay." {
		t.Fatalf("%d photos, text %q", w.photos(), w.textOf(manuscript.Paragraph))
	}
	w.sheet.Undo()
	if w.photos() != 0 || w.textOf(manuscript.Paragraph) != "Sáng nay." {
		t.Errorf("taken back: %d photos, text %q", w.photos(), w.textOf(manuscript.Paragraph))
	}
}

// TestClosingWaitsForThePicturesThatCome.
func TestClosingWaitsForThePicturesThatCome(t *testing.T) {
	w := opened(t, 1)
	article, path := w.writing.id, w.file.Path()
	picture, let := slow(t, "mot.png", 10)
	w.takeIncoming([]incoming{picture}, anyFrame, nowhere)
	ended := false
	w.ends = func() { ended = true }
	w.close()
	if ended {
		t.Fatal("the window closes without them")
	}
	let()
	wait(t, "the window closes", func() bool { return ended })
	f, err := storage.Open(context.Background(), path)
	check(t, err)
	defer f.Close()
	a, err := f.Article(context.Background(), article)
	check(t, err)
	if len(a.Article.Photos) != 1 {
		t.Errorf("%d photos are kept", len(a.Article.Photos))
	}
}

// TestWhoGoesOnIsNotClosedUponByPicturesThatCome: a letter, a new article, more
// pictures or a second start take it back that the window closes by itself.
func TestWhoGoesOnIsNotClosedUponByPicturesThatCome(t *testing.T) {
	for name, goOn := range map[string]func(w *window){
		"a letter":       func(w *window) { typeInto(w.sheet, "c") },
		"a new article":  func(w *window) { w.newArticle() },
		"a second start": func(w *window) { w.called("") },
		"more pictures": func(w *window) {
			more, let := slow(t, "hai.png", 200)
			w.takeIncoming([]incoming{more}, anyFrame, nowhere)
			let()
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := opened(t, 1)
			w.typeAt(manuscript.Paragraph, "Sáng nay")
			first, letFirst := slow(t, "mot.png", 10)
			w.takeIncoming([]incoming{first}, anyFrame, nowhere)
			ended := false
			w.ends = func() { ended = true }
			w.close()
			goOn(w)
			letFirst()
			wait(t, "the pictures have come", func() bool { return len(w.arrivals) == 0 })
			if ended {
				t.Error("the window is closed")
			}
		})
	}
}

// TestTheCaretStaysWhereOneIsToldToGoOn, though nothing was typed yet when the
// pictures came.
func TestTheCaretStaysWhereOneIsToldToGoOn(t *testing.T) {
	w := opened(t, 1)
	w.typeAt(manuscript.Paragraph, "Sáng nay")
	picture, let := slow(t, "mot.png", 10)
	w.takeIncoming([]incoming{picture}, anyFrame, nowhere)
	wait(t, "one is told to go on", func() bool { return w.notices.Has(ofPictures) })
	let()
	wait(t, "the picture stands on the sheet", func() bool { return w.photos() == 1 })
	typeInto(w.sheet, " đã trồng.")
	if got := w.textOf(manuscript.Paragraph); got != "Sáng nay đã trồng." {
		t.Errorf("the paragraph says %q, the caption %q", got, w.textOf(manuscript.Caption))
	}
}

// TestAnotherFileIsNotClosedForPicturesOfTheOneBefore: who was closing, and then
// opened another file, has thought better of it.
func TestAnotherFileIsNotClosedForPicturesOfTheOneBefore(t *testing.T) {
	w := opened(t, 1)
	path := w.file.Path()
	picture, _ := slow(t, "mot.png", 10)
	w.takeIncoming([]incoming{picture}, anyFrame, nowhere)
	ended := false
	w.ends = func() { ended = true }
	w.close()
	w.openFile(path)
	wait(t, "the file is open", func() bool { return w.file != nil && w.writing.open && len(w.arrivals) == 0 })
	another, let := slow(t, "hai.png", 200)
	w.takeIncoming([]incoming{another}, anyFrame, nowhere)
	let()
	wait(t, "the picture has come", func() bool { return w.photos() == 1 && len(w.arrivals) == 0 })
	if ended {
		t.Error("the window is closed")
	}
}

// TestWhatIsGoodOfADropIsTakenInAndTheRestNamed: one bad file does not keep the
// others out.
func TestWhatIsGoodOfADropIsTakenInAndTheRestNamed(t *testing.T) {
	w := opened(t, 0)
	files := handed(t, [2]string{"tot.png"}, [2]string{"mat.jpg", "x"}, [2]string{"ghi.pdf", "%PDF-1.4"},
		[2]string{"bai.txt", planting}, [2]string{"hong.txt", "\x00\x01\xff\x00"})
	check(t, os.Remove(files[1].Path()))
	w.dropped(fyne.Position{}, files)
	wait(t, "the article opens", func() bool { return w.writing.open && w.notices.Has(ofNews) })
	if w.photos() != 1 || w.sheet.Manuscript().EmptyFrame("") != "" || w.textOf(manuscript.Headline) != "Ra quân trồng cây đầu xuân" {
		t.Errorf("%d photos, headline %q", w.photos(), w.textOf(manuscript.Headline))
	}
	if said := w.notice(); !strings.Contains(said, "Đã đưa vào") || strings.Contains(said, "\n") || strings.Contains(said, "hong.txt") {
		t.Errorf("the notice is not one sentence: %q", said)
	}
	w.notices.Act(ofNews)
	listed := w.listedInFront()
	for _, want := range []string{"mat.jpg", "ghi.pdf", "hong.txt"} {
		if !strings.Contains(listed, want) {
			t.Errorf("listed is %q without %q", listed, want)
		}
	}
	if strings.Contains(listed, "/") {
		t.Errorf("folders are told: %q", listed)
	}
}

// TestPicturesOfSeveralTextsStayOut, for nobody knows whose they are; the texts
// come in.
func TestPicturesOfSeveralTextsStayOut(t *testing.T) {
	w := opened(t, 0)
	w.dropped(fyne.Position{}, handed(t, [2]string{"a.txt", planting}, [2]string{"b.txt", meeting}, [2]string{"tot.png"}))
	wait(t, "both texts are in", func() bool { return w.listing.Len() == 2 && w.writing.open })
	w.notices.Act(ofNews)
	if want := w.say.Say("desk.take_in.whose", bulletin.Args{"n": 1}); w.photos() > 1 || !strings.Contains(w.listedInFront(), want) {
		t.Errorf("told is %q", w.listedInFront())
	}
}

// TestPicturesComeWithoutTheTextThatCannotBeRead, as pictures alone do.
func TestPicturesComeWithoutTheTextThatCannotBeRead(t *testing.T) {
	w := opened(t, 1)
	w.dropped(fyne.Position{}, handed(t, [2]string{"tot.png"}, [2]string{"hong.txt", "\x00\x01\xff\x00"}))
	wait(t, "the picture stands on the sheet", func() bool { return w.photos() == 1 })
	wait(t, "the text is named", func() bool { return strings.Contains(w.notice(), "hong.txt") })
}

// TestEscapeSendsAWarningAway, from the sheet as well as from beside it.
func TestEscapeSendsAWarningAway(t *testing.T) {
	w := opened(t, 1)
	escape := &fyne.KeyEvent{Name: fyne.KeyEscape}
	for where, press := range map[string]func(){
		"the sheet": func() { w.sheet.TypedKey(escape) },
		"beside it": func() { w.plainKey(escape) },
	} {
		w.notices.Warn("Không đọc được.", "", nil)
		press()
		if w.notices.Has(ofNews) {
			t.Errorf("it stays after Escape on %s", where)
		}
	}
}

// TestADropWaitsUntilAQuestionIsAnswered.
func TestADropWaitsUntilAQuestionIsAnswered(t *testing.T) {
	w := opened(t, 1)
	question := &parts.Panel{Title: "?", Width: 300, Body: space(10, 10)}
	w.showPanel(question)
	w.dropped(fyne.Position{}, handed(t, [2]string{"mot.png"}))
	w.dropped(fyne.Position{}, handed(t, [2]string{"hai.png"}))
	if want := w.say.Say("desk.files_wait", bulletin.Args{"n": 2}); !strings.Contains(w.notice(), want) {
		t.Errorf("notice %q", w.notice())
	}
	if w.photos() != 0 || len(w.arrivals) != 0 {
		t.Fatal("taken behind the question")
	}
	question.Hide()
	wait(t, "both stand on the sheet", func() bool { return w.photos() == 2 })
	if strings.Contains(w.notice(), w.say.Say("desk.files_wait", bulletin.Args{"n": 2})) {
		t.Error("it is still said to wait")
	}
}
