package typing

import "time"

// restless is how long hands are taken to be writing after a letter.
const restless = 700 * time.Millisecond

// lastLetter is when the last letter was typed, anywhere in the window.
var lastLetter time.Time

// Typed notes that a letter was typed.
func Typed() { lastLetter = time.Now() }

// IsWriting reports whether somebody is in the middle of writing: a key that
// presses a button which has come up by itself meanwhile was meant for the text.
func IsWriting() bool { return time.Since(lastLetter) < restless }
