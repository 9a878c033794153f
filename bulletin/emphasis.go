package bulletin

import "strings"

// Emphasis inside a text is written with four tokens, <b> </b> <i> </i>, and
// nothing else is markup: "TT&VH", "<a>", "*" and "_" stand for themselves, so
// that whatever a person types or pastes stays what it was. A backslash
// directly before a token makes the token plain text, and a doubled one there
// is one backslash; anywhere else a backslash is a backslash.
//
// Reading is forgiving: emphasis that is never closed lasts to the end of the
// text, and a closing token without its opening one is dropped. Search, word
// counts and comparing work on Plain; layout and export on Runs.

// Run is a stretch of text in one style.
type Run struct {
	Text   string
	Bold   bool
	Italic bool
}

var emphasisTokens = [...]string{"<b>", "</b>", "<i>", "</i>"}

// Runs splits marked text into stretches of one style. Neighbouring runs
// always differ in style and no run is empty.
func Runs(marked string) []Run {
	if marked != "" && !strings.Contains(marked, "<") { // most texts
		return []Run{{Text: marked}}
	}
	var r runReader
	for marked != "" {
		at, token := nextToken(marked)
		if token == "" {
			r.add(marked)
			break
		}
		before, escaped := unescape(marked[:at])
		r.add(before)
		if escaped {
			r.add(token)
		} else {
			r.style = r.style.after(token)
		}
		marked = marked[at+len(token):]
	}
	r.finish()
	return r.runs
}

// runReader gathers text into runs. A run is finished by text in another
// style, so that tokens with nothing between them leave no trace.
type runReader struct {
	runs  []Run
	style Run // of the text that comes next; its Text is never set
	last  Run // style of what text holds
	text  strings.Builder
}

func (r *runReader) add(text string) {
	if text == "" {
		return
	}
	if r.style != r.last {
		r.finish()
		r.last = r.style
	}
	r.text.WriteString(text)
}

func (r *runReader) finish() {
	if r.text.Len() > 0 {
		r.runs = append(r.runs, Run{r.text.String(), r.last.Bold, r.last.Italic})
		r.text.Reset()
	}
}

// Mark is the inverse of Runs: the marked text of some runs, in its one
// canonical form. Neighbours of one style may be given; they are one run.
func Mark(runs []Run) string {
	var b strings.Builder
	var style Run
	runs = joined(runs)
	for i, r := range runs {
		style = switchStyle(&b, style, r)
		b.WriteString(escape(r.Text, nextIsToken(runs, i)))
	}
	switchStyle(&b, style, Run{})
	return b.String()
}

// joined makes one run of neighbours of one style, because text that becomes
// a token only where they meet must be escaped as well.
func joined(runs []Run) []Run {
	var r runReader
	for _, run := range runs {
		r.style = Run{Bold: run.Bold, Italic: run.Italic}
		r.add(run.Text)
	}
	r.finish()
	return r.runs
}

// Plain is the text without its emphasis.
func Plain(marked string) string {
	if !strings.Contains(marked, "<") {
		return marked
	}
	var b strings.Builder
	for _, r := range Runs(marked) {
		b.WriteString(r.Text)
	}
	return b.String()
}

// MarkPlain writes plain text so that Plain gives it back unchanged.
func MarkPlain(text string) string {
	if !strings.Contains(text, "<") { // most texts
		return text
	}
	return Mark([]Run{{Text: text}})
}

// nextToken finds the first token in s; token is "" when there is none.
func nextToken(s string) (at int, token string) {
	for at = strings.IndexByte(s, '<'); at >= 0 && at < len(s); {
		for _, t := range emphasisTokens {
			if strings.HasPrefix(s[at:], t) {
				return at, t
			}
		}
		next := strings.IndexByte(s[at+1:], '<')
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return -1, ""
}

// after is the style once token has been read.
func (r Run) after(token string) Run {
	switch token {
	case "<b>":
		r.Bold = true
	case "</b>":
		r.Bold = false
	case "<i>":
		r.Italic = true
	case "</i>":
		r.Italic = false
	}
	return r
}

// unescape halves the backslashes that end s, which stands directly before a
// token, and reports whether an odd one is left over to escape that token.
func unescape(s string) (text string, escaped bool) {
	n := len(s) - len(strings.TrimRight(s, `\`))
	return s[:len(s)-n] + strings.Repeat(`\`, n/2), n%2 == 1
}

// escape protects what would be read as markup in s; beforeToken says that a
// token will follow directly, so backslashes that end s must be doubled.
func escape(s string, beforeToken bool) string {
	var b strings.Builder
	for {
		at, token := nextToken(s)
		if token == "" {
			break
		}
		b.WriteString(doubleTrailing(s[:at]))
		b.WriteString(`\` + token)
		s = s[at+len(token):]
	}
	if beforeToken {
		s = doubleTrailing(s)
	}
	b.WriteString(s)
	return b.String()
}

func doubleTrailing(s string) string {
	n := len(s) - len(strings.TrimRight(s, `\`))
	return s + strings.Repeat(`\`, n)
}

// nextIsToken reports whether Mark writes a token directly after run i: the
// next run has another style, and after the last one emphasis is closed.
func nextIsToken(runs []Run, i int) bool {
	return i+1 < len(runs) || runs[i].Bold || runs[i].Italic
}

// switchStyle writes the tokens that lead from one style to another and
// returns the new style: closing ones first, bold outside italic.
func switchStyle(b *strings.Builder, from, to Run) Run {
	if from.Italic && !to.Italic {
		b.WriteString("</i>")
	}
	if from.Bold && !to.Bold {
		b.WriteString("</b>")
	}
	if !from.Bold && to.Bold {
		b.WriteString("<b>")
	}
	if !from.Italic && to.Italic {
		b.WriteString("<i>")
	}
	return Run{Bold: to.Bold, Italic: to.Italic}
}
