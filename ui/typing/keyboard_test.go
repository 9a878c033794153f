package typing_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bantin/bulletin/viet/telex"
	"bantin/ui/typing"
)

// page is a text with its caret at the end.
type page struct{ text []rune }

func (p *page) Before() []rune { return p.text }
func (p *page) Write(r rune)   { p.text = append(p.text, r) }
func (p *page) Retype(erase int, with string) {
	p.text = append(p.text[:len(p.text)-erase], []rune(with)...)
}

// clock holds what waits for a while.
type clock struct {
	due  []func()
	last time.Duration // that was asked for
}

func (c *clock) run() {
	due := c.due
	c.due = nil
	for _, do := range due {
		do()
	}
}

func guarded(t *testing.T) (*typing.Keyboard, *page, *clock) {
	t.Helper()
	c := &clock{}
	after, chosen := typing.After, typing.Chosen()
	typing.After = func(d time.Duration, do func()) { c.due, c.last = append(c.due, do), d }
	typing.Choose(typing.Manner{Guard: true})
	t.Cleanup(func() { typing.After = after; typing.Choose(chosen) })
	return &typing.Keyboard{}, &page{}, c
}

// press is a key with the letter that it brings, 0 for none.
func press(k *typing.Keyboard, p *page, name fyne.KeyName, r rune) {
	k.Key(name, func() {
		switch name {
		case fyne.KeyBackspace:
			p.text = p.text[:len(p.text)-1]
		case fyne.KeyReturn:
			p.text = append(p.text, '\n')
		}
	})
	if r != 0 {
		k.Rune(r, p)
	}
}

// TestReturnComesAfterTheWordThatIsComposed: v i e e t j are kept by the input
// method, Return makes it hand over the word, which comes after the key.
func TestReturnComesAfterTheWordThatIsComposed(t *testing.T) {
	k, p, c := guarded(t)
	for _, name := range []fyne.KeyName{"V", "I", "E", "E", "T", "J"} {
		press(k, p, name, 0)
	}
	press(k, p, fyne.KeyReturn, 0)
	for _, r := range "việt" {
		k.Rune(r, p)
	}
	c.run()
	if got := string(p.text); got != "việt\n" {
		t.Errorf("%q", got)
	}
}

func TestBackspaceWhileComposingTouchesNoText(t *testing.T) {
	k, p, c := guarded(t)
	p.text = []rune("đã xong ")
	press(k, p, "A", 0)
	press(k, p, "A", 0)
	press(k, p, fyne.KeyBackspace, 0)
	press(k, p, fyne.KeyBackspace, 0)
	if got := string(p.text); got != "đã xong " {
		t.Errorf("%q", got)
	}
	press(k, p, fyne.KeyBackspace, 0)
	c.run()
	if got := string(p.text); got != "đã xong" {
		t.Errorf("after the composing: %q", got)
	}
}

func TestPlainTypingWaitsForNothing(t *testing.T) {
	k, p, c := guarded(t)
	press(k, p, "A", 'a')
	press(k, p, "B", 'b')
	press(k, p, fyne.KeyBackspace, 0)
	press(k, p, fyne.KeyReturn, 0)
	if got := string(p.text); got != "a\n" || len(c.due) > 0 {
		t.Errorf("%q, %d things wait", got, len(c.due))
	}
}

func TestKeysThatWaitKeepTheirOrder(t *testing.T) {
	k, p, c := guarded(t)
	press(k, p, "A", 0)
	press(k, p, fyne.KeyReturn, 0)
	press(k, p, fyne.KeyReturn, 0)
	k.Rune('â', p)
	c.run()
	if got := string(p.text); got != "â\n\n" {
		t.Errorf("%q", got)
	}
}

func TestComposing(t *testing.T) {
	k, p, _ := guarded(t)
	typing.Choose(typing.Manner{Method: telex.Telex})
	for _, r := range "Ddaamf Haf, ddaaay" {
		k.Rune(r, p)
	}
	if got := string(p.text); got != "Đầm Hà, đaay" {
		t.Errorf("%q", got)
	}
}

// TestTheSpaceThatShutAMenuIsNotWritten: Fyne gives its letter to the text that
// has the keyboard by then, but not its key.
func TestTheSpaceThatShutAMenuIsNotWritten(t *testing.T) {
	k, p, _ := guarded(t)
	k.Key(fyne.KeySpace, func() {})
	k.Rune(' ', p)
	k.Key(fyne.KeyUnknown, func() {}) // of a letter that another program sends
	k.Rune(' ', p)
	for _, r := range "gõ tắt" { // which an input method puts in at once, or on a busy PC nearly
		time.Sleep(150 * time.Millisecond)
		k.Rune(r, p)
	}
	other := &typing.Keyboard{} // of the text below the menu
	other.Key(fyne.KeySpace, func() {})
	other.Rune('y', p)
	other.Key(desktop.KeyControlLeft, func() {})
	time.Sleep(450 * time.Millisecond) // more than letters of one key are apart
	other.Rune(' ', p)
	other.Rune('x', p)
	if got := string(p.text); got != "  gõ tắtyx" {
		t.Errorf("%q was written", got)
	}
}

// TestAWordThatComesLateLeavesTheNextOneAlone: on a busy PC the word that the
// blank ended comes after the first letters of the next one, which Backspace
// then takes out of the input method, not out of the text.
func TestAWordThatComesLateLeavesTheNextOneAlone(t *testing.T) {
	k, p, c := guarded(t)
	for _, name := range []fyne.KeyName{"K", "H", "O", "O", "N", "G", fyne.KeySpace, "Q", "U"} {
		press(k, p, name, 0)
	}
	for _, r := range "không " {
		k.Rune(r, p)
	}
	press(k, p, fyne.KeyBackspace, 0)
	press(k, p, fyne.KeyBackspace, 0)
	c.run()
	if got := string(p.text); got != "không " {
		t.Errorf("%q", got)
	}
	press(k, p, "X", 'x')
	press(k, p, fyne.KeyBackspace, 0)
	press(k, p, fyne.KeyBackspace, 0)
	c.run()
	if got := string(p.text); got != "không" {
		t.Errorf("once all has come: %q", got)
	}
}

// TestReturnWaitsForTheLastOfTwoWords: the first of them comes after Return was
// pressed, and is not what it waits for.
func TestReturnWaitsForTheLastOfTwoWords(t *testing.T) {
	k, p, c := guarded(t)
	for _, name := range []fyne.KeyName{"X", "A", fyne.KeySpace, "U", "Y", fyne.KeyReturn} {
		press(k, p, name, 0)
	}
	for _, r := range "xa " {
		k.Rune(r, p)
	}
	if c.last < 100*time.Millisecond {
		t.Errorf("the second word may take %v", c.last)
	}
	for _, r := range "uy" {
		k.Rune(r, p)
	}
	c.run()
	if got := string(p.text); got != "xa uy\n" {
		t.Errorf("%q", got)
	}
}

// TestBackspaceWaitsForTheWordThatTheBlankEnded: it is for the blank.
func TestBackspaceWaitsForTheWordThatTheBlankEnded(t *testing.T) {
	k, p, c := guarded(t)
	for _, name := range []fyne.KeyName{"X", "A", fyne.KeySpace, fyne.KeyBackspace} {
		press(k, p, name, 0)
	}
	for _, r := range "xa " {
		k.Rune(r, p)
	}
	c.run()
	if got := string(p.text); got != "xa" {
		t.Errorf("%q", got)
	}
}
