package parts

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/ui/look"
)

// TestAParagraphKeepsItsLinesInABox: what is put into a box that has no size yet
// is as high as its lines at the width that was asked for.
func TestAParagraphKeepsItsLinesInABox(t *testing.T) {
	test.NewTempApp(t)
	alone := Paragraph("4 bài mới trong tệp này", 400, look.Quiet).MinSize().Height
	box := container.NewVBox()
	box.Add(Paragraph("4 bài mới trong tệp này", 400, look.Quiet))
	box.Add(Space(1, 1)) // which lays the box out once more
	if in := box.Objects[0].MinSize().Height; in != alone {
		t.Errorf("alone it is %v high, in a box %v", alone, in)
	}
}

// TestALongPanelIsReadByKeys: where nothing in it wants them, the keys scroll it.
func TestALongPanelIsReadByKeys(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	win := test.NewTempWindow(t, container.NewVBox())
	win.Resize(fyne.NewSize(800, 500))
	if ScrollTop(win.Canvas(), fyne.KeyDown) {
		t.Error("a key scrolls a panel that is not there")
	}
	p := &Panel{Say: translations.For(translations.Vietnamese), Width: 300, Body: Space(1, 2000), Shut: "Đóng"}
	p.Show(win)
	last := p.scroll.Content.Size().Height - p.scroll.Size().Height
	for _, step := range []struct {
		key  fyne.KeyName
		ends func(before, after float32) bool
	}{
		{fyne.KeyDown, func(before, after float32) bool { return after > before }},
		{fyne.KeyPageDown, func(before, after float32) bool { return after > before+100 && after < before+p.scroll.Size().Height }},
		{fyne.KeyUp, func(before, after float32) bool { return after < before }},
		{fyne.KeyEnd, func(_, after float32) bool { return after == last }},
		{fyne.KeyHome, func(_, after float32) bool { return after == 0 }},
		{fyne.KeyPageUp, func(_, after float32) bool { return after == 0 }},
	} {
		before := p.scroll.Offset.Y
		if !ScrollTop(win.Canvas(), step.key) || !step.ends(before, p.scroll.Offset.Y) {
			t.Errorf("%s scrolls from %v to %v", step.key, before, p.scroll.Offset.Y)
		}
	}
	if ScrollTop(win.Canvas(), fyne.KeyF6) {
		t.Error("F6 scrolls")
	}
}

// TestAPanelThatComesByItselfLeavesLettersToTheText: Space is one of them until
// somebody has walked to the button.
func TestAPanelThatComesByItselfLeavesLettersToTheText(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	for _, unasked := range []bool{true, false} {
		win := test.NewTempWindow(t, Space(400, 300))
		var letters []rune
		win.Canvas().SetOnTypedRune(func(r rune) { letters = append(letters, r) })
		pressed := 0
		p := &Panel{
			Title: "?", Width: 200, Body: Space(10, 10), Agree: "Đọc", Shut: "Đóng", Unasked: unasked,
			OnAgree: func() error { pressed++; return ErrStay },
		}
		p.Show(win)
		p.agree.TypedRune('t')
		p.agree.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		p.agree.TypedRune(' ')
		if want := map[bool]int{true: 0, false: 1}[unasked]; pressed != want {
			t.Errorf("unasked %v: pressed %d times by who writes, not %d", unasked, pressed, want)
		}
		if want := map[bool]string{true: "t ", false: ""}[unasked]; string(letters) != want {
			t.Errorf("unasked %v: the text gets %q", unasked, string(letters))
		}
		pressed = 0
		win.Canvas().FocusNext()
		win.Canvas().FocusPrevious()
		p.agree.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		p.agree.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if pressed != 2 {
			t.Errorf("unasked %v: pressed %d times by who has walked there", unasked, pressed)
		}
	}
}

// TestALongTitleKeepsThePanelInItsWidth: names of files stand in titles.
func TestALongTitleKeepsThePanelInItsWidth(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	win := test.NewTempWindow(t, container.NewVBox())
	win.Resize(fyne.NewSize(800, 500))
	widthOf := func(title string) float32 {
		p := &Panel{Say: translations.For(translations.Vietnamese), Title: title, Width: 520, Body: Space(1, 10), Shut: "Đóng"}
		p.Show(win)
		defer p.Hide()
		return p.frame.MinSize().Width
	}
	usual := widthOf("Chưa nhận được")
	if long := widthOf(strings.Repeat("Đồng chí Bí thư Đảng ủy xã kiểm tra ", 6)); long > usual {
		t.Errorf("the panel is %v wide, with a short title %v", long, usual)
	}
}

// TestTheWordsUnderATitleEndWhereTheBodyDoes: not in the room of its scroll bar.
func TestTheWordsUnderATitleEndWhereTheBodyDoes(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	win := test.NewTempWindow(t, container.NewVBox())
	win.Resize(fyne.NewSize(800, 500))
	body := Space(1, 10)
	lead := strings.Repeat("Khôi phục thì tệp hiện nay vẫn được giữ bên cạnh. ", 4)
	p := &Panel{Say: translations.For(translations.Vietnamese), Title: "Các bản sao lưu", Lead: lead, Width: 520, Body: body, Shut: "Đóng"}
	p.Show(win)
	defer p.Hide()
	for _, o := range test.LaidOutObjects(p.frame) {
		if words, ok := o.(*Prose); ok && words.Size().Width != body.Size().Width {
			t.Errorf("the words are %v wide, the body %v", words.Size().Width, body.Size().Width)
		}
	}
}

// TestEnterIsForThePanelThatWasClickedOn, though such a click on an empty part of
// it may take the keyboard away, and also where it came before who wrote.
func TestEnterIsForThePanelThatWasClickedOn(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	for _, unasked := range []bool{false, true} {
		win := test.NewTempWindow(t, Space(400, 300))
		pressed, taken := 0, 0
		p := &Panel{
			Title: "?", Width: 200, Body: Space(10, 10), Agree: "Xuất", Shut: "Đóng", Unasked: unasked, Written: unasked,
			OnAgree: func() error { pressed++; return nil }, OnTaken: func() { taken++ },
		}
		p.Show(win)
		if SubmitTop(win.Canvas(), fyne.KeyReturn) {
			t.Error("the button has the keyboard itself")
		}
		if p.Lends() != unasked {
			t.Errorf("unasked %v: the keys are lent: %v", unasked, p.Lends())
		}
		p.frame.Objects[0].(*fyne.Container).Objects[0].(*fyne.Container).Objects[0].(*keep).MouseDown(nil)
		if p.Lends() || taken > 1 || taken == 1 != unasked {
			t.Errorf("unasked %v: clicked on, it lends the keys: %v; taken %d times", unasked, p.Lends(), taken)
		}
		win.Canvas().Unfocus()
		if SubmitTop(win.Canvas(), fyne.KeySpace) || !SubmitTop(win.Canvas(), fyne.KeyReturn) || pressed != 1 {
			t.Errorf("unasked %v: pressed %d times", unasked, pressed)
		}
		p.Hide()
		if SubmitTop(win.Canvas(), fyne.KeyReturn) {
			t.Error("a panel that was shut is done by Enter")
		}
	}
}
