package webpage

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// furniture tells what surrounds a story by its tags and by the names that its
// makers gave it.
type furniture struct {
	headline *html.Node // nil where the page has none
	written  map[*html.Node]written
	story    int // letters of the page's paragraphs
}

// written is how many letters stand in a node: in all, in links, and in
// paragraphs that can only be of a story.
type written struct{ all, links, story int }

// furnitureOf weighs the parts of a page.
func furnitureOf(whole []Part, headline *html.Node) furniture {
	f := furniture{headline: headline, written: map[*html.Node]written{}}
	for _, p := range whole {
		letters, story := p.letters(), 0
		if p.isOfStory() {
			story = letters
		}
		f.story += story
		for n := p.from; n != nil; n = n.Parent {
			w := f.written[n]
			f.written[n] = written{w.all + letters, w.links + p.links, w.story + story}
		}
	}
	return f
}

// namedFurniture are words of class, id and role that makers of news pages give
// to what is no text.
var namedFurniture = wordSet(`
	menu submenu nav navbar navigation breadcrumb breadcrumbs topbar toolbar search login pagination contentinfo complementary dialog alertdialog menubar
	share sharing social socials like follow related relate tag tags keyword keywords comment comments rating
	sidebar ads adv advertisement qc quangcao cookie cookies consent popup modal newsletter subscribe copyright skip hidden
	lienquan tinlienquan tinkhac docnhieu chiase binhluan`)

// is reports whether a node is furniture. What holds the headline is none, and
// neither is, by its name alone, what holds most of its paragraphs.
func (f furniture) is(n *html.Node) bool {
	if n.Type != html.ElementNode || n == f.headline || holds(n, f.headline) {
		return false
	}
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Form, atom.Button, atom.Select, atom.Dialog, atom.Menu:
		return true
	case atom.Header, atom.Footer:
		return within(n, atom.Article) == nil && within(n, atom.Blockquote) == nil || f.isOfLinks(n)
	case atom.Ul, atom.Ol, atom.Table:
		return f.headline != nil && f.isOfLinks(n)
	case atom.Body, atom.Html, atom.Main, atom.Article:
		return false
	}
	return isHidden(n) || isNamed(n) && f.written[n].story*2 < max(1, f.story)
}

func isNamed(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "class", "id", "role":
			for name := range strings.FieldsFuncSeq(strings.ToLower(a.Val), func(r rune) bool { return !unicode.IsLetter(r) }) {
				if namedFurniture[name] {
					return true
				}
			}
		}
	}
	return false
}

// isHidden reports what a page shows to nobody, or not to those who are read to.
func isHidden(n *html.Node) bool {
	return !isShown(n, stylesOf(n)) || attribute(n, "aria-hidden") == "true"
}

// isOfLinks reports a list of which nearly all leads elsewhere.
func (f furniture) isOfLinks(n *html.Node) bool {
	w := f.written[n]
	return w.all > 0 && w.links*10 >= w.all*8
}

// headlineOf finds the title that a page's story has: the only one there is, the
// only one in the page's only article, or the one that the page itself is
// called by. nil where it is not certain.
func headlineOf(root *html.Node) *html.Node {
	name := ""
	var all []*html.Node
	every(root, func(n *html.Node) {
		switch {
		case n.DataAtom == atom.Title && name == "":
			name = textOf(n)
		case n.DataAtom == atom.H1 && textOf(n) != "" && within(n, atom.Nav) == nil && within(n, atom.Aside) == nil && within(n, atom.Footer) == nil:
			all = append(all, n)
		}
	})
	if len(all) < 2 {
		return only(all)
	}
	var inArticle, named []*html.Node
	for _, h := range all {
		if within(h, atom.Article) != nil {
			inArticle = append(inArticle, h)
		}
		if strings.HasPrefix(name, textOf(h)) {
			named = append(named, h)
		}
	}
	if h := only(inArticle); h != nil {
		return h
	}
	return only(named)
}

func only(nodes []*html.Node) *html.Node {
	if len(nodes) == 1 {
		return nodes[0]
	}
	return nil
}

// textOf is the text of a node on one line.
func textOf(n *html.Node) string {
	var b strings.Builder
	every(n, func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	})
	return strings.Join(strings.Fields(b.String()), " ")
}

// every visits a node and all below it, in their order.
func every(n *html.Node, visit func(*html.Node)) {
	visit(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		every(c, visit)
	}
}

// within is the nearest element of a kind around a node, nil for none.
func within(n *html.Node, what atom.Atom) *html.Node {
	for n = n.Parent; n != nil && n.DataAtom != what; n = n.Parent {
	}
	return n
}

// holds reports whether a node stands somewhere in another one.
func holds(outer, n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == outer {
			return true
		}
	}
	return false
}

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for word := range strings.FieldsSeq(words) {
		set[word] = true
	}
	return set
}
