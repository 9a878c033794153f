package ui

import (
	"context"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	fynestorage "fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/manuscript"
	"bantin/ui/parts"
)

// handed are files as a file manager hands them over: texts by their content,
// pictures where there is none.
func handed(t *testing.T, files ...[2]string) []fyne.URI {
	t.Helper()
	dir := t.TempDir()
	var uris []fyne.URI
	for _, file := range files {
		path := filepath.Join(dir, file[0])
		if file[1] == "" {
			out, err := os.Create(path)
			check(t, err)
			check(t, png.Encode(out, image.NewGray(image.Rect(0, 0, 64, 48))))
			check(t, out.Close())
		} else {
			check(t, os.WriteFile(path, []byte(file[1]), 0o600))
		}
		uris = append(uris, fynestorage.NewFileURI(path))
	}
	return uris
}

const (
	planting = "Ra quân trồng cây đầu xuân\n\nSáng 5/2, hơn 200 người đã tham gia trồng cây.\n\n" +
		"Ảnh: Bà con trồng cây ở thôn Tân Lập\n\nBà con mang theo cuốc xẻng từ sớm.\n"
	meeting = "Họp thôn Tân Lập\n\nTối qua, thôn đã họp bàn việc làm đường.\n\nMọi người đều đồng ý.\n"
)

// notice is what the notice says now.
func (w *window) notice() string {
	var all []string
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case *parts.Prose:
			all = append(all, o.String())
		}
	}
	walk(w.notices.pane)
	return strings.Join(all, "\n")
}

// listedInFront is what the panel in front says.
func (w *window) listedInFront() string {
	var all []string
	for _, o := range test.LaidOutObjects(w.win.Canvas().Overlays().Top()) {
		if text, ok := o.(*parts.Prose); ok {
			all = append(all, text.String())
		}
	}
	return strings.Join(all, "\n")
}

func TestATextIsDroppedWithItsPicture(t *testing.T) {
	w := opened(t, 1)
	w.dropped(fyne.Position{}, handed(t, [2]string{"anh.png"}, [2]string{"bai.txt", planting}))
	wait(t, "the new article opens", func() bool { return w.textOf(manuscript.Headline) == "Ra quân trồng cây đầu xuân" })
	if w.photos() != 1 || w.sheet.Manuscript().EmptyFrame("") != "" || w.textOf(manuscript.Caption) == "" {
		t.Errorf("photos %+v", w.writing.article.Photos)
	}
	if !strings.Contains(w.notice(), "Ra quân trồng cây đầu xuân") {
		t.Errorf("notice %q", w.notice())
	}
	history, err := w.file.History(context.Background(), w.writing.id)
	check(t, err)
	if len(history) != 1 || history[0].Reason != bulletin.ReasonImport {
		t.Errorf("history %+v", history)
	}
}

func TestSeveralTextsAreDroppedAndTheirFindingsTold(t *testing.T) {
	w := opened(t, 0)
	w.dropped(fyne.Position{}, handed(t, [2]string{"a.txt", planting}, [2]string{"b.TXT", meeting}))
	wait(t, "both are listed", func() bool { return w.listing.Len() == 2 && w.writing.open })
	said := w.notice()
	if w.notices.Offers(ofNews, w.say.Say("desk.take_in.details", nil)) {
		w.notices.Act(ofNews)
		said += w.listedInFront()
	}
	for _, want := range []string{"Đã đưa vào 2 bài", "Ra quân trồng cây đầu xuân — ", "Bà con trồng cây ở thôn Tân Lập"} {
		if !strings.Contains(said, want) {
			t.Errorf("told is %q without %q", said, want)
		}
	}
}

func TestATextThatCannotBeReadIsNamedAndTheOtherTakenIn(t *testing.T) {
	w := opened(t, 0)
	w.dropped(fyne.Position{}, handed(t, [2]string{"tot.txt", planting}, [2]string{"hong.txt", "\x00\x01\xff\x00"}))
	wait(t, "the refusal is told", func() bool { return w.saysKey("desk.take_in.refused") })
	w.notices.Act(ofNews)
	if !strings.Contains(w.listedInFront(), "hong.txt") {
		t.Errorf("listed is %q", w.listedInFront())
	}
	if list := w.stored(t, storage.Query{}); len(list) != 1 || list[0].Headline != "Ra quân trồng cây đầu xuân" {
		t.Errorf("stored %+v", list)
	}
}

func TestWhenNoTextCanBeReadNothingIsTakenIn(t *testing.T) {
	w := opened(t, 0)
	w.dropped(fyne.Position{}, handed(t, [2]string{"rong.txt", "\x00"}, [2]string{"hong.txt", "\x00\x01\xff\x00"}))
	wait(t, "both are named", func() bool {
		return strings.Contains(w.notice(), "hong.txt") && strings.Contains(w.notice(), "rong.txt")
	})
	if list := w.stored(t, storage.Query{}); len(list) != 0 {
		t.Errorf("stored %+v", list)
	}
}

func TestPicturesDroppedLaterFillTheFrames(t *testing.T) {
	w := opened(t, 0)
	w.dropped(fyne.Position{}, handed(t, [2]string{"bai.txt", planting}))
	wait(t, "the article opens", func() bool { return w.writing.open })
	w.dropped(fyne.Position{}, handed(t, [2]string{"mot.png"}, [2]string{"hai.png"}))
	wait(t, "one fills the frame, one is new", func() bool { return w.photos() == 2 })
	if w.sheet.Manuscript().EmptyFrame("") != "" || w.textOf(manuscript.Caption) == "" {
		t.Error("the frame is still empty")
	}
}

func TestPicturesAloneGoIntoTheArticle(t *testing.T) {
	w := opened(t, 1)
	w.dropped(fyne.Position{}, handed(t, [2]string{"mot.png"}, [2]string{"hai.png"}))
	wait(t, "both stand on the sheet", func() bool { return w.photos() == 2 })
}

// TestPastedFilesAreTakenAsFiles: what is no picture is refused by name, and no
// address of a file becomes text of the article.
func TestPastedFilesAreTakenAsFiles(t *testing.T) {
	w := opened(t, 1)
	var pasted string
	for _, u := range handed(t, [2]string{"mot.png"}, [2]string{"README.md", "# ghi chép"}) {
		pasted += u.String() + "\r\n"
	}
	w.sheet.Paste(pasted)
	wait(t, "the picture stands on the sheet", func() bool { return w.photos() == 1 })
	wait(t, "the other file is named", func() bool { return strings.Contains(w.notice(), "README.md") })
	for _, kind := range []manuscript.Kind{manuscript.Headline, manuscript.Paragraph, manuscript.Byline} {
		if text := w.textOf(kind); strings.Contains(text, "file:") {
			t.Errorf("an address is text now: %q", text)
		}
	}
}

// TestWhoWritesOnStaysAtTheirText while a text that was dropped is taken in: it is
// told, and opened when the person wants it.
func TestWhoWritesOnStaysAtTheirText(t *testing.T) {
	w := opened(t, 1)
	id := w.writing.id
	w.dropped(fyne.Position{}, handed(t, [2]string{"anh.png"}, [2]string{"bai.txt", planting}))
	w.typeAt(manuscript.Paragraph, "Viết tiếp.")
	wait(t, "it is told", func() bool { return strings.Contains(w.notice(), "Ra quân trồng cây đầu xuân") })
	if w.writing.id != id || w.textOf(manuscript.Paragraph) != "Viết tiếp." {
		t.Errorf("on the sheet is %q", w.textOf(manuscript.Paragraph))
	}
	w.notices.Act(ofNews)
	wait(t, "it opens", func() bool { return w.textOf(manuscript.Headline) == "Ra quân trồng cây đầu xuân" })
}

// TestAWordFileThatIsDroppedIsToldWhatToDoWith: it is a reporter's first drop, and
// no picture.
func TestAWordFileThatIsDroppedIsToldWhatToDoWith(t *testing.T) {
	w := opened(t, 1)
	path := filepath.Join(t.TempDir(), "bai.rtf")
	check(t, os.WriteFile(path, []byte(`{\rtf1\ansi Ch\'e0o}`), 0o600))
	w.takeFiles([]string{path}, anyFrame, nowhere)
	wait(t, "it is told", func() bool { return strings.Contains(w.told(), "bai.rtf") })
	if said := w.told(); !strings.Contains(said, "Ctrl+C") || strings.Contains(said, filepath.Dir(path)) {
		t.Error(said)
	}
}
