package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/manuscript"
	"bantin/ui/parts"
)

// letter types as a keyboard does, into whatever has it.
func (w *window) letter(r rune) {
	key := &fyne.KeyEvent{Name: fyne.KeyName(strings.ToUpper(string(r)))}
	if r == ' ' {
		key.Name = fyne.KeySpace
	}
	c := w.win.Canvas()
	if to := c.Focused(); to != nil {
		to.TypedKey(key)
		to.TypedRune(r)
		return
	}
	c.OnTypedKey()(key)
	c.OnTypedRune()(r)
}

// push is a key that is pressed and let go, as the window's own keyboard tells it.
func (w *window) push(name fyne.KeyName) {
	key := &fyne.KeyEvent{Name: name}
	if to, ok := w.win.Canvas().Focused().(desktop.Keyable); ok {
		to.KeyDown(key)
	}
	w.press(name)
	if to, ok := w.win.Canvas().Focused().(desktop.Keyable); ok {
		to.KeyUp(key)
	}
}

func (w *window) press(name fyne.KeyName) {
	if to := w.win.Canvas().Focused(); to != nil {
		to.TypedKey(&fyne.KeyEvent{Name: name})
		return
	}
	w.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: name})
}

// TestWhatComesDoesNotInterruptWriting: while keys come it is a notice; when hands
// rest it is a panel; and whoever writes on loses no letter to it and presses
// nothing of it.
func TestWhatComesDoesNotInterruptWriting(t *testing.T) {
	w := opened(t, 1)
	w.sheet.Manuscript().Go(manuscript.Place{Block: int(manuscript.Headline)}, false)
	w.win.Canvas().Focus(w.sheet)
	pressed := 0
	asked := time.Now()
	come := func() *parts.Panel {
		p := &parts.Panel{Title: "Đã nhận 3 bài", Width: 200, Body: space(10, 10), Agree: "Đọc", OnAgree: func() error { pressed++; return nil }}
		w.comes(asked, func() *parts.Panel { return p })
		return p
	}
	typed := func(want string) {
		t.Helper()
		if got := w.textOf(manuscript.Headline); !strings.HasPrefix(got, want) {
			t.Errorf("the headline is %q, not %q…", got, want)
		}
	}
	w.letter('a')
	p := come()
	if p.Visible() || !w.notices.Has(ofComing) {
		t.Fatal("it comes up before a person who writes")
	}
	w.letter('b')
	w.letter(' ')
	typed("ab ")
	wait(t, "the hands rest", p.Visible)
	if w.notices.Has(ofComing) {
		t.Error("the notice stays beside the panel")
	}
	for _, r := range "c d" {
		w.letter(r)
	}
	typed("ab c d")
	if p.Visible() || !w.notices.Has(ofComing) || pressed > 0 {
		t.Fatalf("written on: visible %v, pressed %d times", p.Visible(), pressed)
	}
	w.notices.Act(ofComing) // asked for
	if !p.Visible() {
		t.Fatal("it does not come when it is asked for")
	}
	w.press(fyne.KeyReturn)
	if pressed != 1 || p.Visible() || len(w.unasked) != 0 {
		t.Errorf("pressed %d times, visible %v, %d wait", pressed, p.Visible(), len(w.unasked))
	}
	w.letter('e')
	typed("ab c de")
}

// TestWhatComesWaitsBehindAQuestion and one behind the other, none lost.
func TestWhatComesWaitsBehindAQuestion(t *testing.T) {
	w := opened(t, 1)
	question := &parts.Panel{Title: "Hỏi", Width: 200, Body: space(10, 10), Agree: "Được"}
	w.showPanel(question)
	first := &parts.Panel{Title: "Một", Width: 200, Body: space(10, 10)}
	second := &parts.Panel{Title: "Hai", Width: 200, Body: space(10, 10)}
	w.comes(time.Now(), func() *parts.Panel { return first })
	w.comes(time.Now(), func() *parts.Panel { return second })
	if first.Visible() || second.Visible() {
		t.Fatal("a panel comes before the question that is open")
	}
	question.Hide()
	wait(t, "the first", first.Visible)
	if second.Visible() {
		t.Error("both at once")
	}
	w.press(fyne.KeyEscape)
	wait(t, "the second", second.Visible)
	w.press(fyne.KeyEscape)
	if len(w.unasked) != 0 || w.busy() {
		t.Errorf("%d wait", len(w.unasked))
	}
}

// TestWhatIsSentAwayDoesNotComeAgain by itself.
func TestWhatIsSentAwayDoesNotComeAgain(t *testing.T) {
	w := opened(t, 1)
	w.win.Canvas().Focus(w.sheet)
	asked := time.Now()
	w.letter('a')
	p := &parts.Panel{Title: "Một", Width: 200, Body: space(10, 10)}
	w.comes(asked, func() *parts.Panel { return p })
	w.notices.Drop(ofComing)
	wait(t, "it is given up", func() bool { return len(w.unasked) == 0 })
	if p.Visible() {
		t.Error("it comes all the same")
	}
}

// TestAKeyOnItsWayAnswersNothing: Return that was meant for the text does not press
// the button of a panel that came up by itself, however long it is held; the next
// one does. Who writes on has the line that Return was to begin.
func TestAKeyOnItsWayAnswersNothing(t *testing.T) {
	w := opened(t, 1)
	w.sheet.Manuscript().Go(manuscript.Place{Block: int(manuscript.Headline)}, false)
	w.win.Canvas().Focus(w.sheet)
	pressed := 0
	come := func() *parts.Panel {
		asked := time.Now()
		w.letter('a')
		p := &parts.Panel{Title: "Đã nhận 3 bài", Width: 200, Body: space(10, 10), Agree: "Đọc", OnAgree: func() error { pressed++; return nil }}
		w.comes(asked, func() *parts.Panel { return p })
		wait(t, "the hands rest", p.Visible)
		return p
	}
	p := come()
	w.push(fyne.KeyReturn)
	if pressed > 0 || !p.Visible() {
		t.Fatal("a Return on its way is taken for an answer")
	}
	w.push(fyne.KeyReturn)
	if pressed != 1 || p.Visible() {
		t.Fatalf("the next one is no answer: pressed %d times, visible %v", pressed, p.Visible())
	}

	p = come()
	for range 5 { // held since before it came: it repeats, and is let go
		w.press(fyne.KeyReturn)
	}
	w.win.Canvas().Focused().(desktop.Keyable).KeyUp(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.press(fyne.KeyReturn)
	if pressed != 1 || !p.Visible() {
		t.Fatal("a Return that was held is taken for an answer")
	}
	p.Hide()

	w.win.Canvas().Focus(w.sheet)
	w.sheet.Manuscript().Go(manuscript.Place{Block: int(manuscript.Headline)}, false)
	come()
	w.push(fyne.KeyReturn) // from the headline to the next field
	w.letter('z')
	if strings.Contains(w.textOf(manuscript.Headline), "z") {
		t.Errorf("Return is lost: the headline is %q", w.textOf(manuscript.Headline))
	}
	if pressed != 1 {
		t.Errorf("pressed %d times", pressed)
	}
}

// TestReturnAnswersWhoDidNotWrite, as after a file was dropped on the window.
func TestReturnAnswersWhoDidNotWrite(t *testing.T) {
	w := opened(t, 1)
	w.win.Canvas().Focus(w.sheet)
	asked := time.Now()
	pressed := 0
	p := &parts.Panel{Title: "Một", Width: 200, Body: space(10, 10), Agree: "Đọc", OnAgree: func() error { pressed++; return nil }}
	w.comes(asked, func() *parts.Panel { return p })
	wait(t, "it is there", p.Visible)
	w.push(fyne.KeyReturn)
	if pressed != 1 {
		t.Errorf("pressed %d times", pressed)
	}
}

// TestTabAnswersAtOnce: who walks to a button has seen it.
func TestTabAnswersAtOnce(t *testing.T) {
	w := opened(t, 1)
	w.win.Canvas().Focus(w.sheet)
	asked := time.Now()
	w.letter('a')
	pressed := 0
	p := &parts.Panel{Title: "Một", Width: 200, Body: space(10, 10), Agree: "Đọc", OnAgree: func() error { pressed++; return nil }}
	w.comes(asked, func() *parts.Panel { return p })
	wait(t, "it is there", p.Visible)
	w.win.Canvas().FocusNext()
	w.win.Canvas().FocusPrevious()
	w.press(fyne.KeyReturn)
	if pressed != 1 {
		t.Errorf("pressed %d times", pressed)
	}
}

// TestAHeldReturnIsNotLost: who wrote finds it in the text, however the panel goes.
func TestAHeldReturnIsNotLost(t *testing.T) {
	for how, goes := range map[string]func(w *window, p *parts.Panel){
		"answered":              func(w *window, _ *parts.Panel) { w.push(fyne.KeyReturn) },
		"answered by the mouse": func(_ *window, p *parts.Panel) { p.Submit() },
		"shut":                  func(w *window, _ *parts.Panel) { w.press(fyne.KeyEscape) },
		"made anew":             func(w *window, _ *parts.Panel) { w.speak(translations.English) },
	} {
		t.Run(how, func(t *testing.T) {
			w := opened(t, 1)
			w.sheet.Manuscript().Go(manuscript.Place{Block: int(manuscript.Headline)}, false)
			w.win.Canvas().Focus(w.sheet)
			asked := time.Now()
			w.letter('a')
			at := w.sheet.Manuscript().Selection().Caret.Block
			p := &parts.Panel{Title: "Đã nhận 3 bài", Width: 200, Body: space(10, 10), Agree: "Đọc"}
			w.comes(asked, func() *parts.Panel { return p })
			wait(t, "it is there", p.Visible)
			w.push(fyne.KeyReturn)
			goes(w, p)
			if now := w.sheet.Manuscript().Selection().Caret.Block; now == at {
				t.Error("Return is lost: the caret stands where it stood")
			}
		})
	}
}

// TestWhatHasComeFollowsTheLanguage, on screen and while it waits.
func TestWhatHasComeFollowsTheLanguage(t *testing.T) {
	w := opened(t, 1)
	w.win.Canvas().Focus(w.sheet)
	made := []*parts.Panel{}
	asked := time.Now()
	w.letter('a')
	w.comes(asked, func() *parts.Panel {
		p := &parts.Panel{Title: w.say.Say("desk.receive.title", bulletin.Args{"file": "a"}), Width: 200, Body: space(10, 10), Agree: "OK"}
		made = append(made, p)
		return p
	})
	w.speak(translations.English)
	newest := func() *parts.Panel { return made[len(made)-1] }
	if len(made) < 2 || newest().Title == made[0].Title || !w.notices.Has(ofComing) {
		t.Fatalf("made %d times; told: %v", len(made), w.notices.Has(ofComing))
	}
	wait(t, "it is there", func() bool { return newest().Visible() })
	w.speak(translations.Vietnamese)
	if !newest().Visible() || newest().Title != made[0].Title || len(w.unasked) != 1 {
		t.Errorf("visible %v, called %q, %d wait", newest().Visible(), newest().Title, len(w.unasked))
	}
	w.press(fyne.KeyEscape)
	if w.busy() || len(w.unasked) != 0 {
		t.Errorf("it cannot be shut; %d wait", len(w.unasked))
	}
}

// TestReturnAnswersWhoOnlyAskedForIt: the keys that asked for what comes, and those
// that were written before another panel was answered, are not on their way to the
// text.
func TestReturnAnswersWhoOnlyAskedForIt(t *testing.T) {
	for name, before := range map[string]func(w *window){
		"a key that is held with others": func(w *window) { w.press(desktop.KeyControlLeft); w.press(desktop.KeyShiftLeft) },
		"a panel that was answered": func(w *window) {
			w.letter('a')
			asked := &parts.Panel{Title: "Nhận bài từ tệp nào?", Width: 200, Body: space(10, 10), Agree: "Chọn"}
			w.showPanel(asked)
			w.push(fyne.KeyReturn)
		},
	} {
		t.Run(name, func(t *testing.T) {
			w := opened(t, 1)
			w.win.Canvas().Focus(w.sheet)
			before(w)
			pressed, asked := 0, time.Now()
			p := &parts.Panel{Title: "Đã nhận", Width: 200, Body: space(10, 10), Agree: "Chọn ngay", OnAgree: func() error { pressed++; return nil }}
			w.comes(asked, func() *parts.Panel { return p })
			wait(t, "it is there", p.Visible)
			w.push(fyne.KeyReturn)
			if pressed != 1 {
				t.Errorf("pressed %d times", pressed)
			}
		})
	}
}
