package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// parse never fails: what is wrong with HTML is read as browsers read it. A
// page so deep that the parser gives up has nothing on it.
func parse(s string) *html.Node {
	root, err := html.Parse(strings.NewReader(s))
	if err != nil {
		return &html.Node{Type: html.DocumentNode}
	}
	return root
}

// read gathers the parts of a page but for what skip says, which may be nil.
func read(root *html.Node, skip func(*html.Node) bool) []Part {
	r := reader{skip: skip}
	r.walk(root)
	r.end()
	return r.out
}

// reader gathers text into parts.
type reader struct {
	skip   func(*html.Node) bool
	out    []Part
	letter []rune
	style  []style // as many as letters
	links  int
	from   *html.Node
	mark   string // of the item of a list of which nothing is written yet

	kind Kind
	now  style
	link bool
}

type style struct{ bold, italic bool }

func (r *reader) walk(n *html.Node) {
	if n.Type == html.TextNode {
		r.write(n)
		return
	}
	styles := stylesOf(n)
	if isUnread(n) || !isShown(n, styles) || isStruck(n, styles) {
		if isApart(n) {
			r.end()
		}
		return
	}
	if r.skip != nil && r.skip(n) {
		r.end()
		return
	}
	if text, ok := shifted(n, styles); ok {
		r.shift(n, text)
		return
	}
	kind, now, link := r.kind, r.now, r.link
	r.now = r.now.emphasised(n, styles)
	apart := isApart(n)
	if apart {
		r.enter(n)
	}
	switch n.DataAtom {
	case atom.H1:
		r.kind = Title
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		r.kind = Heading
	case atom.Blockquote:
		r.kind = Quote
	case atom.Figcaption:
		r.kind = Caption
	case atom.Br:
		r.add('\n', n)
		return
	case atom.A:
		r.link = true
	case atom.Tr:
		r.row(n)
		r.kind, r.now, r.link = kind, now, link
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c)
	}
	if apart {
		r.leave(n)
	}
	r.kind, r.now, r.link = kind, now, link
}

// enter and leave are the beginning and the end of what stands on lines of its own.
func (r *reader) enter(n *html.Node) {
	if r.end(); n.DataAtom == atom.Li {
		r.mark = markOf(n)
	}
}

func (r *reader) leave(n *html.Node) {
	if r.end(); n.DataAtom == atom.Li {
		r.mark = ""
	}
}

// isUnread reports what no browser shows as text.
func isUnread(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Head, atom.Title, atom.Noscript, atom.Svg, atom.Template, atom.Iframe:
		return true
	}
	return n.Type == html.ElementNode && n.Data == "xml" // what Word keeps for itself
}

// isApart reports what stands on lines of its own.
func isApart(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Figure, atom.Figcaption,
		atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.Dl, atom.Dt, atom.Dd, atom.Tr, atom.Td, atom.Th, atom.Table, atom.Pre, atom.Address, atom.Hr,
		atom.Caption, atom.Center, atom.Details, atom.Summary, atom.Fieldset, atom.Legend, atom.Select, atom.Optgroup, atom.Option, atom.Textarea, atom.Dialog, atom.Menu, atom.Hgroup,
		atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Nav, atom.Aside, atom.Form, atom.Button:
		return true
	}
	return false
}

// shift adds what stands above or below the line.
func (r *reader) shift(n *html.Node, text string) {
	for _, letter := range viet.Legible(viet.Normalize(text)) {
		r.add(letter, n)
	}
}

// write adds text; blanks of any number and kind are one space. Only what is
// preformatted keeps its lines.
func (r *reader) write(n *html.Node) {
	preformatted := within(n, atom.Pre) != nil
	for _, letter := range viet.Legible(viet.Normalize(n.Data)) {
		if letter == '\n' && preformatted {
			r.add(letter, n)
			continue
		}
		if tidy := viet.TidySpaces("x" + string(letter) + "x"); tidy == "x x" {
			letter = ' '
		} else if tidy == "xx" {
			continue
		}
		last := len(r.letter) - 1
		if letter == ' ' && (last < 0 || r.letter[last] == ' ' || r.letter[last] == '\n') {
			continue
		}
		r.add(letter, n)
	}
}

func (r *reader) add(letter rune, from *html.Node) {
	if r.from == nil {
		r.from = from
	}
	if r.link {
		r.links++
	}
	r.letter, r.style = append(r.letter, letter), append(r.style, r.now)
}

// end ends the part that is being gathered.
func (r *reader) end() {
	from, to := 0, len(r.letter)
	isBlank := func(i int) bool { return r.letter[i] == ' ' || r.letter[i] == '\n' }
	for from < to && isBlank(from) {
		from++
	}
	for to > from && isBlank(to-1) {
		to--
	}
	if from < to {
		r.out = append(r.out, Part{Kind: r.kind, Runs: runs(r.letter[from:to], r.style[from:to]), links: r.links, from: r.from, mark: r.mark})
		r.mark = ""
	}
	r.letter, r.style, r.links, r.from = nil, nil, 0, nil
}

func runs(letters []rune, styles []style) (out []bulletin.Run) {
	for from := 0; from < len(letters); {
		to := from + 1
		for to < len(letters) && styles[to] == styles[from] {
			to++
		}
		out = append(out, bulletin.Run{Text: string(letters[from:to]), Bold: styles[from].bold, Italic: styles[from].italic})
		from = to
	}
	return out
}
