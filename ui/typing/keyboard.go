// Package typing stands between the keyboard and every text of the desk. It
// keeps keys from overtaking what an input method of the system is composing,
// and composes Vietnamese letters itself for those who want that.
package typing

import (
	"runtime"
	"slices"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bantin/bulletin/viet/telex"
	"bantin/ui/loop"
)

// Text is what is typed into.
type Text interface {
	// Before is what stands before the caret in its paragraph, nil while
	// something is selected.
	Before() []rune
	// Write writes a letter in the place of what is selected.
	Write(r rune)
	// Retype takes letters before the caret away and writes others.
	Retype(erase int, with string)
}

// Manner is how a person types. One holds for every text.
type Manner struct {
	Method   telex.Method // composes here; Off leaves it to the system
	NewStyle bool         // hoà, uỷ
	// Guard keeps Backspace, Return and the arrows from overtaking the word that
	// an input method of the system holds back. Under X11, Fyne lets these keys
	// through before the input method has seen them (fyne issue 5757).
	Guard bool
}

// Method reads the name of a way of typing; "system" and all that is not known
// leave it to the system.
func Method(name string) telex.Method {
	switch m := telex.Method(name); m {
	case telex.Telex, telex.VNI:
		return m
	}
	return telex.Off
}

// Usual is the manner before anything was chosen.
func Usual() Manner { return Manner{Guard: runtime.GOOS == "linux"} }

var manner = Usual()

// Choose sets how is typed from now on.
func Choose(m Manner) { manner = m }

// Chosen is how is typed.
func Chosen() Manner { return manner }

// PassOn gives the window a key for which what has the keyboard has no use:
// while something has it, Fyne gives plain function keys and Escape to nothing
// else.
func PassOn(from fyne.CanvasObject, key *fyne.KeyEvent) {
	if c := CanvasOf(from); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(key)
	}
}

// PassShortcutOn gives the window a key with Ctrl or Alt for which what has the
// keyboard has no use: while that takes such keys, Fyne gives them to nothing else.
func PassShortcutOn(from fyne.CanvasObject, s fyne.Shortcut) {
	if c, ok := CanvasOf(from).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// PassRuneOn gives the window a letter for which what has the keyboard has no
// use.
func PassRuneOn(from fyne.CanvasObject, r rune) {
	if c := CanvasOf(from); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// CanvasOf is what the keys to something come from, nil for none. What was shown a
// moment ago and is not painted yet has no canvas by Fyne's reckoning, but the
// keyboard all the same.
func CanvasOf(from fyne.CanvasObject) fyne.Canvas {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if on, ok := w.Canvas().Focused().(fyne.CanvasObject); ok && on == from {
			return w.Canvas()
		}
	}
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(from); c != nil {
		return c
	}
	if all := driver.AllWindows(); len(all) > 0 { // the desk has one; Fyne forgets what it has not painted for a minute
		return all[0].Canvas()
	}
	return nil
}

// Keyboard is the keyboard of one text. Its zero value is ready.
type Keyboard struct {
	// Plain, which may be nil, reports that what is written here is no language: a
	// path, a number. Nothing is composed then.
	Plain func() bool

	composer telex.Composer
	// held counts the letter keys that brought no letter: the input method of
	// the system keeps them.
	held    int
	ended   int       // words before those letters that are on their way: a blank or a sign ended them
	endedAt time.Time // the last one
	waiting []func()
	turn    int       // counts waits, so that only the last one ends
	keyed   bool      // a key that may write came since the last letter
	last    time.Time // when that came
	touched time.Time // when the last key or letter came
	used    bool      // one came since the text has the keyboard
	wrote   time.Time // when the last one came that was not only held with others
}

// Rest is how long hands are taken to be at work after a key.
const Rest = 700 * time.Millisecond

// Rests reports whether nobody is in the middle of writing here.
func (k *Keyboard) Rests() bool { return !k.composes() && time.Since(k.touched) > Rest }

// Begin hears that the text has the keyboard from now on, or anew after a
// question was answered: no key is on its way to it any more.
func (k *Keyboard) Begin() { k.used = false }

// WroteSince reports whether a key came after a moment, and since the text has the
// keyboard: the next one may be on its way.
func (k *Keyboard) WroteSince(moment time.Time) bool { return k.used && k.wrote.After(moment) }

// After runs something on the goroutine of the window after a while.
var After = func(d time.Duration, do func()) {
	time.AfterFunc(d, func() { loop.Post(do) })
}

const (
	// commitTime is how long an input method may take to hand over a word after
	// the key that ends it, on a PC that has other things to do. Once it comes,
	// nothing waits longer.
	commitTime = 400 * time.Millisecond
	// commitLost is when a word that was ended comes no more.
	commitLost = time.Second
	// commitRest is how long the rest of a word takes after its first letter.
	commitRest = 10 * time.Millisecond
)

// spaceHasKey: the system tells of the key before it gives a space. Every one
// does that Fyne runs on; what only plays a keyboard may not.
var spaceHasKey bool

// isStray reports whether a letter is the space by which somebody shut a menu:
// its key went there, and the letter comes here, where it would take the place
// of what is selected.
func (k *Keyboard) isStray(r rune) bool {
	stray := r == ' ' && spaceHasKey && !k.keyed && time.Since(k.last) > commitTime
	k.keyed, k.last = false, time.Now()
	return stray
}

// Rune takes a letter that was typed.
func (k *Keyboard) Rune(r rune, t Text) {
	k.touched, k.used = time.Now(), true
	k.wrote = k.touched
	if k.isStray(r) {
		return
	}
	k.forget()
	if rest := k.came(r); len(k.waiting) > 0 {
		k.wait(rest)
	}
	before := t.Before()
	k.composer.Method, k.composer.NewStyle = manner.Method, manner.NewStyle
	if manner.Method == telex.Off || before == nil || k.Plain != nil && k.Plain() {
		k.composer.Key(nil, r) // in the place of what was selected it begins a word
		t.Write(r)
		return
	}
	if erase, with := k.composer.Key(before, r); erase > 0 || with != string(r) {
		t.Retype(erase, with)
		return
	}
	t.Write(r)
}

// composes reports whether letters are on their way.
func (k *Keyboard) composes() bool { return k.held > 0 || k.ended > 0 }

// forget no longer waits for words that should have come.
func (k *Keyboard) forget() {
	if k.ended > 0 && time.Since(k.endedAt) > commitLost {
		k.ended = 0
	}
}

// came reckons with a letter that has come. Letters of a word that was ended say
// nothing of those that were pressed after it: under load they come that late.
// rest is how long the letters that are still on their way may take.
func (k *Keyboard) came(r rune) (rest time.Duration) {
	rest = commitRest
	if k.ended > 0 && k.held > 0 {
		rest = commitTime
	}
	switch {
	case k.ended == 0:
		k.held = 0
	case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
		k.ended-- // what ended the word comes last
	}
	return rest
}

// Key takes a key that is no letter; pass does what it is for, now, a moment
// later, or never.
func (k *Keyboard) Key(name fyne.KeyName, pass func()) {
	if k.touched = time.Now(); !isHeld(name) {
		k.used, k.wrote = true, k.touched
	}
	k.keyed = name == fyne.KeySpace || name == fyne.KeyUnknown || isLetter(name)
	spaceHasKey = spaceHasKey || name == fyne.KeySpace
	k.forget()
	switch {
	case !manner.Guard:
		pass()
	case isLetter(name):
		k.held++
	case k.held > 0 && ends(name):
		k.held, k.ended, k.endedAt = 0, k.ended+1, time.Now()
	case k.held > 0 && name == fyne.KeyBackspace:
		k.held-- // it was for the input method
	case k.composes() && waits(name), k.ended > 0 && name == fyne.KeyBackspace, len(k.waiting) > 0:
		k.waiting = append(k.waiting, pass)
		k.wait(commitTime)
	default:
		pass()
	}
}

// Leave forgets what was going on, when the text loses the keyboard.
func (k *Keyboard) Leave() {
	k.flush()
}

// Clicked ends the word that is being composed: the mouse puts the caret
// somewhere. What waits for an input method is done before, where it was meant.
func (k *Keyboard) Clicked() {
	k.flush()
	k.composer.End()
}

func (k *Keyboard) wait(d time.Duration) {
	k.turn++
	turn := k.turn
	After(d, func() {
		if turn == k.turn {
			k.flush()
		}
	})
}

func (k *Keyboard) flush() {
	k.held, k.ended = 0, 0
	waiting := k.waiting
	k.waiting = nil
	for _, pass := range waiting {
		pass()
	}
}

// isHeld reports whether a key is held with others and writes nothing by itself.
func isHeld(name fyne.KeyName) bool {
	return slices.Contains([]fyne.KeyName{
		desktop.KeyControlLeft, desktop.KeyControlRight, desktop.KeyShiftLeft, desktop.KeyShiftRight,
		desktop.KeyAltLeft, desktop.KeyAltRight, desktop.KeySuperLeft, desktop.KeySuperRight,
	}, name)
}

// isLetter reports whether a key writes a letter. Fyne names it by the letter.
func isLetter(name fyne.KeyName) bool {
	return len(name) == 1 && unicode.IsLetter(rune(name[0]))
}

// ends reports whether a key writes what ends a word. Digits do not: VNI sets
// marks with them.
func ends(name fyne.KeyName) bool {
	return name == fyne.KeySpace || len(name) == 1 && name[0] > ' ' && !unicode.IsDigit(rune(name[0]))
}

// waits reports whether a key ends a word and must come after it.
func waits(name fyne.KeyName) bool {
	switch name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyTab, fyne.KeyDelete,
		fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown,
		fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown:
		return true
	}
	return false
}
