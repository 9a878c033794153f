// Package webpage reads a page of the web, or a piece of one, as what is written
// on it for readers: HTML in, parts of text with their emphasis out. It is the
// only package that knows HTML. No word and no figure becomes another one: cells
// of a table are kept apart (row.go), what is raised stays so (raised.go), and
// what is hidden or struck through is not read (style.go).
//
// Piece gives all that is written there. Story gives the story that a page
// stands for and leaves out what surrounds it: menus, the way to the page,
// buttons to share it, consent to cookies, other stories (furniture.go, lines.go).
package webpage

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"bantin/bulletin"
)

// Kind is what a part of a page is.
type Kind uint8

// The kinds.
const (
	Text    Kind = iota
	Title        // h1
	Heading      // h2 to h6
	Quote
	Caption // of a picture
	Kicker  // a short line right above the title of a story
)

// Part is a piece of running text, a heading, a quote or a caption.
type Part struct {
	Kind Kind
	Runs []bulletin.Run // never empty; a line break is "\n"

	links int        // letters of it that lead elsewhere
	from  *html.Node // the text it began with
	mark  string     // of the item of a list that begins with it
}

// Plain is the text of the part without its emphasis.
func (p Part) Plain() string {
	var b strings.Builder
	for _, r := range p.Runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// IsBold reports whether all of the part is bold.
func (p Part) IsBold() bool {
	for _, r := range p.Runs {
		if !r.Bold {
			return false
		}
	}
	return true
}

// opening finds the tags that text is written with, at its beginning.
var opening = regexp.MustCompile(`(?is)^\x{FEFF}?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*(?:<!doctype html|<(?:html|head|title|style|script|link|body|meta|article|main|section|nav|header|footer|aside|table|p|h[1-6]|div|span|font|center|blockquote|pre|address|ul|ol|dl|form|figure|img|br|hr)[\s>])`)

// Looks reports whether a text is HTML.
func Looks(s string) bool { return opening.MatchString(s) }

// Piece reads all that is written on a page, or on a piece of one; nil where
// nothing is.
func Piece(s string) []Part { return listed(read(parse(s), nil)) }

// Story reads the story of a page. Its headline is the one title of the page;
// where it has none, or several of one rank, only what is no text by its tags is
// left out. left are the lines that were written there and are no part of the
// story, in their order.
func Story(s string) (story []Part, left []string) {
	root := parse(s)
	whole := read(root, nil)
	headline := headlineOf(root)
	story = read(root, furnitureOf(whole, headline).is)
	if headline != nil {
		story = trim(story, headline)
	}
	if len(story) == 0 {
		return listed(whole), nil
	}
	left = leftOf(whole, story)
	return listed(story), left
}

// leftOf lists what is written in whole and not in part of it.
func leftOf(whole, part []Part) (left []string) {
	kept := map[*html.Node]bool{}
	for _, p := range part {
		kept[p.from] = true
	}
	for _, p := range whole {
		if !kept[p.from] {
			left = append(left, p.Plain())
		}
	}
	return left
}
