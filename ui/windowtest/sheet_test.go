package windowtest

import (
	"context"
	"reflect"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// TestTheSheetByMouseAndKeys: what is done on the sheet with the mouse and with
// keys is what is stored, and undo leads all the way back.
func TestTheSheetByMouseAndKeys(t *testing.T) {
	s := newStage(t)
	file := s.drafts()
	f, err := storage.Open(context.Background(), file)
	s.check(err)
	_, err = f.SaveArticle(context.Background(), bulletin.NewID(), bulletin.Article{
		Headline: "Ra quân trồng rừng", Standfirst: "Sáng nay.",
		Body: []bulletin.Block{
			{Kind: bulletin.Paragraph, Text: "Một hai ba bốn."},
			{Kind: bulletin.Paragraph, Text: "Rừng giữ đất"},
			{Kind: bulletin.Paragraph, Text: "Năm sáu bảy tám."},
		},
	}, storage.Save{Author: "Thu", Reason: bulletin.ReasonSave})
	s.check(err)
	s.check(f.Close())
	s.start(file)
	first := s.only(file).Article

	// The caret is put into the headline and walks down into the body.
	s.sees("Năm sáu bảy tám.")
	s.xdo("mousemove", "600", "190", "click", "1")
	s.press("ctrl+Home", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab") // the body
	s.press("End", "Return")
	s.write("Đoạn mới")
	s.press("Down", "ctrl+alt+2", "alt+Down") // a crosshead, below the last paragraph
	s.press("ctrl+Home", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "ctrl+shift+Right", "ctrl+b")
	s.press("ctrl+h")
	s.sees("Thay bằng…") // marks are not needed to find
	s.write("tam")
	s.press("Return", "Tab")
	s.write("chín")
	s.press("Return")
	s.picture("sheet-find")
	s.press("Escape")
	s.picture("sheet-written")
	want := []bulletin.Block{
		{Kind: bulletin.Paragraph, Text: "<b>Một </b>hai ba bốn."},
		{Kind: bulletin.Paragraph, Text: "Đoạn mới"},
		{Kind: bulletin.Paragraph, Text: "Năm sáu bảy chín."},
		{Kind: bulletin.Crosshead, Text: "Rừng giữ đất"},
	}
	var got []bulletin.Block
	s.wait("the body to be saved by itself", func() bool {
		now := s.only(file).Article.Body
		if !reflect.DeepEqual(now, got) {
			t.Logf("saved: %+v", now)
		}
		got = now
		return reflect.DeepEqual(got, want)
	})

	// Dragging selects over blocks; what is typed takes the selection's place.
	s.press("ctrl+Home")
	s.xdo("mousemove", "364", "247", "mousedown", "1", "mousemove", "500", "300", "mousemove", "1000", "500", "mousemove", "1000", "520", "mouseup", "1")
	s.picture("sheet-dragged")
	s.write("x")
	for range 16 { // saving has not taken anything out of the history
		s.press("ctrl+z")
	}
	s.close()
	if got := s.only(file).Article; !reflect.DeepEqual(got, first) {
		t.Errorf("after taking all back\n%+v\nwas\n%+v", got, first)
	}
}
