package command

import (
	"io"
	"slices"
	"strings"
	"unicode"
)

// The terminal's emphasis, as the program itself uses it.
const (
	bold         = "\x1b[1m"
	removedStyle = "\x1b[31m"
	addedStyle   = "\x1b[32m"
	noStyle      = "\x1b[0m"
)

// emphases are the escapes that may reach a terminal.
var emphases = []string{bold, noStyle, removedStyle, addedStyle}

// plainly writes what people read. Texts come from other people's files, so
// that control characters and those that turn the direction of writing are
// left out: they would steer the terminal, or let one text look like another.
type plainly struct{ to io.Writer }

func (w plainly) Write(text []byte) (int, error) {
	if _, err := io.WriteString(w.to, plainText(string(text))); err != nil {
		return 0, err
	}
	return len(text), nil
}

func plainText(text string) string {
	if !strings.ContainsFunc(text, steers) {
		return text
	}
	var b strings.Builder
	for at, r := range text {
		switch {
		case !steers(r):
			b.WriteRune(r)
		case r == '\x1b' && slices.ContainsFunc(emphases, func(e string) bool { return strings.HasPrefix(text[at:], e) }):
			b.WriteRune(r)
		}
	}
	return b.String()
}

// steers are the controls but for line ends and tabs, and the marks of the
// bidirectional algorithm (UAX #9, section 2).
func steers(r rune) bool {
	return unicode.IsControl(r) && r != '\n' && r != '\t' || unicode.Is(unicode.Bidi_Control, r)
}
