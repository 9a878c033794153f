package intake

import (
	"regexp"
	"strings"

	"bantin/bulletin"
)

// markup is what a sign of Markdown in front of a line says. Such signs are
// read because notes and chat programs produce them; single stars and
// underscores inside a line are left alone.
type markup string

const (
	noMarkup     markup = ""
	titleMarkup  markup = "title"   // # …
	headMarkup   markup = "heading" // ## …
	quoteMarkup  markup = "quote"   // > …
	imageMarkup  markup = "image"   // ![caption](file)
	strongMarkup markup = "strong"  // the whole line in ** **
)

var (
	headingMark = regexp.MustCompile(`^(#{1,6}) +(.*?)( #+)?$`)
	quoteMark   = regexp.MustCompile(`^> ?(.*)$`)
	imageMark   = regexp.MustCompile(`^!\[(.*)\]\(([^()]*)\)$`)
	strongMark  = regexp.MustCompile(`\*\*([^\s*](?:[^*]*[^\s*])?)\*\*`)
)

// readMarkup takes the sign off a line and says what it was. A line that has
// nothing but a sign keeps it.
func readMarkup(s string) (string, markup) {
	if m := headingMark.FindStringSubmatch(s); m != nil && m[2] != "" {
		text := unwrapStrong(m[2])
		if m[1] == "#" {
			return text, titleMarkup
		}
		return text, headMarkup
	}
	if m := quoteMark.FindStringSubmatch(s); m != nil && m[1] != "" {
		return m[1], quoteMarkup
	}
	if imageMark.MatchString(s) {
		return s, imageMarkup
	}
	if text := unwrapStrong(s); text != s {
		return text, strongMarkup
	}
	return s, noMarkup
}

// imageCaption splits an image of Markdown into its caption and its file; an
// image without caption has its file for one.
func imageCaption(s string) (caption, file string) {
	m := imageMark.FindStringSubmatch(s)
	caption, file = strings.TrimSpace(m[1]), strings.TrimSpace(m[2])
	if caption == "" {
		return file, ""
	}
	return caption, file
}

// unwrapStrong takes ** ** off a text that stands in them as a whole.
func unwrapStrong(s string) string {
	if m := strongMark.FindStringSubmatch(s); m != nil && m[0] == s {
		return m[1]
	}
	return s
}

// emphasised writes plain text as marked text: what foreign text has in place
// of our tokens is escaped, and **words** become bold.
func emphasised(text string) string {
	var runs []bulletin.Run
	for text != "" {
		at := strongMark.FindStringSubmatchIndex(text)
		if at == nil {
			break
		}
		runs = append(runs,
			bulletin.Run{Text: text[:at[0]]},
			bulletin.Run{Text: text[at[2]:at[3]], Bold: true})
		text = text[at[1]:]
	}
	return bulletin.Mark(append(runs, bulletin.Run{Text: text}))
}

// bold writes a whole text as bold.
func bold(text string) string { return bulletin.Mark([]bulletin.Run{{Text: text, Bold: true}}) }
