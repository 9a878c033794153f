package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
	"bantin/ui/field"
	"bantin/ui/manuscript"
)

// threeFrames is a text of three photos that are still to come.
const threeFrames = "Ra quân trồng cây đầu xuân\n\nSáng 5/2, hơn 200 người đã tham gia trồng cây.\n\n" +
	"Ảnh: Bà con trồng cây ở thôn Tân Lập\n\nBà con mang theo cuốc xẻng từ sớm.\n\n" +
	"Ảnh: Đoàn viên xã Hòa Tiến\n\nĐến trưa, hàng cây đã xanh dọc con đường.\n\n" +
	"Ảnh: Hàng cây dọc con đường\n\nXã sẽ trồng tiếp vào tuần sau.\n"

// framed opens an article of three empty frames, and gives their photos.
func framed(t *testing.T) (w *window, frames []string) {
	t.Helper()
	w = opened(t, 0)
	w.dropped(fyne.Position{}, handed(t, [2]string{"bai.txt", threeFrames}))
	wait(t, "the article opens", func() bool { return w.writing.open })
	m := w.sheet.Manuscript()
	for i := range m.Len() {
		if b := m.Block(i); b.Kind == manuscript.Figure {
			frames = append(frames, b.Photo.ID)
		}
	}
	if len(frames) != 3 {
		t.Fatalf("%d frames", len(frames))
	}
	return w, frames
}

// pointWhere is a point over the sheet for which something holds.
func (w *window) pointWhere(t *testing.T, what string, holds func(p fyne.Position) bool) fyne.Position {
	t.Helper()
	size := w.win.Canvas().Size()
	for y := float32(0); y < size.Height; y += 4 {
		if p := fyne.NewPos(size.Width/2, y); w.sheet.BlockAt(p) >= 0 && holds(p) {
			return p
		}
	}
	t.Fatalf("no point %s", what)
	return fyne.Position{}
}

func (w *window) pictureOf(photo string) string {
	p := w.sheet.Manuscript().Photo(photo)
	if p == nil {
		return ""
	}
	return p.SHA256
}

// TestAPictureGoesIntoTheFrameUnderThePointer, and others that come with it into
// those behind it; none goes into a frame before it.
func TestAPictureGoesIntoTheFrameUnderThePointer(t *testing.T) {
	w, frames := framed(t)
	w.win.Resize(fyne.NewSize(1366, 2400))
	second := w.pointWhere(t, "over the second frame", func(p fyne.Position) bool { return w.sheet.FrameAt(p) == frames[1] })
	w.dropped(second, handed(t, [2]string{"mot.png"}))
	wait(t, "the picture has come", func() bool { return w.photos() == 1 && len(w.arrivals) == 0 })
	if w.pictureOf(frames[1]) == "" {
		t.Fatal("it went into another frame")
	}
	if at := w.sheet.Manuscript().Selection().Caret.Block; at != w.sheet.Manuscript().Figure(frames[1]) {
		t.Errorf("the caret, and with it the view, is at block %d", at)
	}

	first := w.pointWhere(t, "over the first frame", func(p fyne.Position) bool { return w.sheet.FrameAt(p) == frames[0] })
	w.dropped(first, handed(t, [2]string{"hai.png"}, [2]string{"ba.png"}, [2]string{"bon.png"}))
	wait(t, "the pictures have come", func() bool { return w.photos() == 4 && len(w.arrivals) == 0 })
	m := w.sheet.Manuscript()
	var order []string
	for i := range m.Len() {
		if b := m.Block(i); b.Kind == manuscript.Figure {
			order = append(order, b.Photo.ID)
		}
	}
	if len(order) != 4 || order[0] != frames[0] || order[1] != frames[1] || order[2] != frames[2] || m.EmptyFrame("") != "" {
		t.Errorf("photos %v of frames %v", order, frames)
	}
}

// TestAPictureStandsWhereItWasLetGo, between paragraphs, and in no frame elsewhere.
func TestAPictureStandsWhereItWasLetGo(t *testing.T) {
	w, frames := framed(t)
	w.win.Resize(fyne.NewSize(1366, 2400))
	m := w.sheet.Manuscript()
	next := m.Block(m.Figure(frames[2]) + manuscript.OfFigure)
	end := w.pointWhere(t, "before the last paragraph", func(p fyne.Position) bool {
		return m.Block(w.sheet.BlockAt(p)) == next && w.sheet.FrameAt(p) == ""
	})
	w.dropped(end, handed(t, [2]string{"mot.png"}))
	wait(t, "the picture has come", func() bool { return w.photos() == 1 && len(w.arrivals) == 0 })
	for _, frame := range frames {
		if w.pictureOf(frame) != "" {
			t.Errorf("it went into frame %s", frame)
		}
	}
	for i := range m.Len() {
		if m.Block(i) == next {
			if p := m.Block(i - manuscript.OfFigure).Photo; p.IsEmptyFrame() || p.ID == frames[2] {
				t.Errorf("before the paragraph is photo %+v", bulletin.Photo{ID: p.ID})
			}
		}
	}
}

// TestAChosenPictureGoesIntoTheFrameThatTheCaretIsIn: by the menu's key, from the
// words of the frame, which say that a photo is to come.
func TestAChosenPictureGoesIntoTheFrameThatTheCaretIsIn(t *testing.T) {
	w, frames := framed(t)
	m := w.sheet.Manuscript()
	m.Go(manuscript.Place{Block: m.Figure(frames[1]) + 1}, false)
	w.choosePhoto("")
	name, ok := w.win.Canvas().Focused().(*field.Field)
	if !ok {
		t.Fatal("no file is asked for")
	}
	name.SetText(handed(t, [2]string{"mot.png"})[0].Path())
	name.OnEnter()
	wait(t, "the picture has come", func() bool { return w.photos() == 1 && len(w.arrivals) == 0 })
	if w.pictureOf(frames[1]) == "" || m.Photos() != 1 {
		t.Errorf("it went elsewhere; the frame is empty: %t", w.pictureOf(frames[1]) == "")
	}
	m.Go(manuscript.Place{Block: m.Find(manuscript.Headline)}, false)
	if got := m.FrameAtCaret(); got != "" {
		t.Errorf("in the headline the caret is in frame %s", got)
	}
}
