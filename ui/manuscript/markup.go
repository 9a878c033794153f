package manuscript

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"bantin/bulletin/viet"
)

// looksHTML finds the tags that text blocks are written with.
var looksHTML = regexp.MustCompile(`(?i)^\s*(<!doctype html|<html|<body|<meta|<p[\s>]|<h[1-6][\s>]|<div[\s>]|<blockquote[\s>]|<ul[\s>]|<ol[\s>])`)

// readHTML makes blocks of HTML, nil when s is none.
func readHTML(s string) Clip {
	if !looksHTML.MatchString(s) {
		return nil
	}
	return ReadPage(s)
}

// ReadPage makes blocks of a text that is known to be HTML, nil where nothing is
// to be read on it.
func ReadPage(s string) Clip {
	c := readBlocks(s)
	for i, b := range c {
		if b.Kind == Headline { // a piece stands in the body
			c[i] = b.with(Crosshead)
		}
	}
	return c
}

// readBlocks is ReadPage with titles (h1) as Headline.
func readBlocks(s string) Clip {
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return nil
	}
	r := htmlReader{kind: Paragraph}
	r.walk(root)
	r.end()
	return r.out
}

// htmlReader gathers text into blocks.
type htmlReader struct {
	out   Clip
	now   piece
	kind  Kind
	style Style
}

func (r *htmlReader) walk(n *html.Node) {
	if n.Type == html.TextNode {
		r.write(n.Data)
		return
	}
	kind, style := r.kind, r.style
	apart := true
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Head, atom.Title, atom.Noscript, atom.Svg:
		return
	case atom.H1:
		r.end()
		r.kind = Headline
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		r.end()
		r.kind = Crosshead
	case atom.Blockquote:
		r.end()
		r.kind = Quote
	case atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.Tr, atom.Table, atom.Section, atom.Article, atom.Figcaption, atom.Header, atom.Footer:
		r.end()
	case atom.Br:
		r.now.text, r.now.styles = append(r.now.text, '\n'), append(r.now.styles, r.style)
		return
	default:
		apart = false
		r.style |= emphasisOf(n.DataAtom)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c)
	}
	if apart {
		r.end()
	}
	r.kind, r.style = kind, style
}

func emphasisOf(a atom.Atom) Style {
	switch a {
	case atom.B, atom.Strong:
		return Bold
	case atom.I, atom.Em, atom.Cite:
		return Italic
	}
	return Plain
}

// write adds text; blanks of any number and kind are one space.
func (r *htmlReader) write(s string) {
	for _, letter := range viet.Legible(viet.Normalize(s)) {
		if tidy := viet.TidySpaces("x" + string(letter) + "x"); tidy == "x x" {
			letter = ' '
		} else if tidy == "xx" {
			continue
		}
		n := len(r.now.text)
		if letter == ' ' && (n == 0 || r.now.text[n-1] == ' ' || r.now.text[n-1] == '\n') {
			continue
		}
		r.now.text, r.now.styles = append(r.now.text, letter), append(r.now.styles, r.style)
	}
}

// end ends the block that is being gathered.
func (r *htmlReader) end() {
	from, to := 0, len(r.now.text)
	isBlank := func(i int) bool { return r.now.text[i] == ' ' || r.now.text[i] == '\n' }
	for from < to && isBlank(from) {
		from++
	}
	for to > from && isBlank(to-1) {
		to--
	}
	if from < to {
		b := newBlock(Paragraph, "")
		b.replace(0, 0, piece{r.now.text[from:to], r.now.styles[from:to]})
		b.Kind = r.kind
		r.out = append(r.out, b)
	}
	r.now = piece{}
}
