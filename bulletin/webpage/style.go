package webpage

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// stylesOf are the declarations that stand in the style of an element itself, in
// lower case, by their property; nil for none. Style sheets are not read: what is
// copied carries all that counts at its elements.
func stylesOf(n *html.Node) map[string]string {
	written := attribute(n, "style")
	if written == "" {
		return nil
	}
	styles := map[string]string{}
	for declaration := range strings.SplitSeq(strings.ToLower(written), ";") {
		property, value, found := strings.Cut(declaration, ":")
		if found {
			styles[strings.TrimSpace(property)] = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "!important"))
		}
	}
	return styles
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// emphasised is how an element sets its text: as its tag says, unless its style
// says otherwise. Google Docs wraps what is copied into a <b> that is not bold,
// and marks what is bold by its weight alone.
func (s style) emphasised(n *html.Node, styles map[string]string) style {
	switch n.DataAtom {
	case atom.B, atom.Strong:
		s.bold = true
	case atom.I, atom.Em, atom.Cite:
		s.italic = true
	}
	switch weight := styles["font-weight"]; weight {
	case "":
	case "bold", "bolder":
		s.bold = true
	case "normal", "lighter":
		s.bold = false
	default:
		if heavy, err := strconv.Atoi(weight); err == nil {
			s.bold = heavy >= boldFrom
		}
	}
	switch styles["font-style"] {
	case "italic", "oblique":
		s.italic = true
	case "normal":
		s.italic = false
	}
	return s
}

// boldFrom is the weight from which browsers take the bold cut of a font that has
// two (CSS Fonts 4, 5.2).
const boldFrom = 600

// isShown reports whether a browser shows an element at all.
func isShown(n *html.Node, styles map[string]string) bool {
	return !has(n, "hidden") && styles["display"] != "none" && styles["visibility"] != "hidden" && styles["mso-hide"] != "all"
}

// isStruck reports what its writer has taken out: deletions that a word processor
// still shows, and what is struck through.
func isStruck(n *html.Node, styles map[string]string) bool {
	switch n.DataAtom {
	case atom.Del, atom.S, atom.Strike:
		return true
	}
	return strings.Contains(styles["text-decoration"]+styles["text-decoration-line"], "line-through")
}
