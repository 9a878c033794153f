// Package manuscript turns articles into the text that a person writes on the
// sheet, and back. It is pure: no window, no file.
//
// The body is one text. Every line of it is a block:
//
//	Một đoạn văn.
//	## Một trung đề
//	> Một lời trích
//	[ảnh 1]
//
// A line that only looks like one of these but is a plain paragraph starts
// with a backslash. A line break inside a block is U+2028. Emphasis tokens
// stay as they are.
package manuscript

import (
	"net/url"
	"regexp"
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// The marks that begin a line.
const (
	CrossheadMark = "## "
	QuoteMark     = "> "
)

// LineBreak is a line break inside a block, as the sheet's text holds it.
const LineBreak = "\u2028"

var anchorLine = regexp.MustCompile(`^\[(?:ảnh|photo) +(#?)([^\]\s]+) *\] *$`)

// FormatBody writes blocks as the sheet shows them. anchorWord is the word for
// a photo's place in the person's language, "ảnh" or "photo".
func FormatBody(blocks []bulletin.Block, anchorWord string) string {
	lines := make([]string, len(blocks))
	for i, b := range blocks {
		lines[i] = formatBlock(b, anchorWord)
	}
	return strings.Join(lines, "\n")
}

func formatBlock(b bulletin.Block, anchorWord string) string {
	text := strings.ReplaceAll(b.Text, "\n", LineBreak)
	switch b.Kind {
	case bulletin.PhotoAnchor:
		return FormatAnchor(b.Photo, anchorWord)
	case bulletin.Crosshead:
		return CrossheadMark + text
	case bulletin.Quote:
		return QuoteMark + text
	}
	if looksMarked(text) {
		return `\` + text
	}
	return text
}

// FormatAnchor writes the place of a photo: "[ảnh 1]" for the photo "p1".
func FormatAnchor(photo, anchorWord string) string {
	if number, ok := strings.CutPrefix(photo, "p"); ok && isNumber(number) {
		return "[" + anchorWord + " " + number + "]"
	}
	return "[" + anchorWord + " #" + url.QueryEscape(photo) + "]"
}

// ParseBody reads blocks from the sheet's text. Lines with nothing on them are
// left out.
func ParseBody(text string) []bulletin.Block {
	blocks := []bulletin.Block{}
	for line := range strings.SplitSeq(text, "\n") {
		if b := ParseLine(line); b.Kind == bulletin.PhotoAnchor || strings.TrimSpace(b.Text) != "" {
			blocks = append(blocks, b)
		}
	}
	return blocks
}

// ParseLine reads one line of the sheet's text.
func ParseLine(line string) bulletin.Block {
	if photo, ok := ParseAnchor(line); ok {
		return bulletin.Block{Kind: bulletin.PhotoAnchor, Photo: photo}
	}
	kind := bulletin.Paragraph
	if text, ok := strings.CutPrefix(line, CrossheadMark); ok {
		kind, line = bulletin.Crosshead, text
	} else if text, ok := strings.CutPrefix(line, QuoteMark); ok {
		kind, line = bulletin.Quote, text
	} else if strings.HasPrefix(line, `\`) && looksMarked(line[1:]) {
		line = line[1:]
	}
	return bulletin.Block{Kind: kind, Text: strings.ReplaceAll(line, LineBreak, "\n")}
}

// ParseAnchor reports which photo a line is the place of.
func ParseAnchor(line string) (photo string, ok bool) {
	if !strings.HasPrefix(line, "[") {
		return "", false
	}
	m := anchorLine.FindStringSubmatch(viet.Normalize(line))
	switch {
	case m == nil:
		return "", false
	case m[1] == "#":
		id, err := url.QueryUnescape(m[2])
		return id, err == nil
	}
	return "p" + m[2], isNumber(m[2])
}

// looksMarked reports whether text, after any backslashes, would be read as
// something else than a paragraph.
func looksMarked(text string) bool {
	text = strings.TrimLeft(text, `\`)
	_, anchor := ParseAnchor(text)
	return anchor || strings.HasPrefix(text, CrossheadMark) || strings.HasPrefix(text, QuoteMark)
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
