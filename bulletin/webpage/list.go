package webpage

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"bantin/bulletin"
)

// markOf is what a browser draws before an item of a list, and a blank: its number
// or letter (HTML, 4.4.5 and 4.4.8), or a dash for a bullet; "" where nothing is
// drawn, or what it would be is not told by the item's list.
func markOf(item *html.Node) string {
	list := item.Parent
	if list == nil || isUnmarked(item) || isUnmarked(list) {
		return ""
	}
	switch list.DataAtom {
	case atom.Ul, atom.Menu:
		return "- "
	case atom.Ol:
		return numberOf(item, list)
	}
	return ""
}

func isUnmarked(n *html.Node) bool {
	styles := stylesOf(n)
	return strings.Contains(styles["list-style"]+" "+styles["list-style-type"], "none")
}

// numberOf counts an item of a numbered list, by letters where the list says so.
func numberOf(item, list *html.Node) string {
	n := 1
	if start, err := strconv.Atoi(attribute(list, "start")); err == nil {
		n = start
	}
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Li {
			continue
		}
		if value, err := strconv.Atoi(attribute(c, "value")); err == nil {
			n = value
		}
		if c == item {
			break
		}
		n++
	}
	const letters = 'z' - 'a' + 1
	kind := attribute(list, "type")
	switch reversed := has(list, "reversed"); {
	case reversed, strings.EqualFold(kind, "i"):
		return ""
	case strings.EqualFold(kind, "a") && n >= 1 && n <= letters:
		return string(rune(kind[0])+rune(n)-1) + ". "
	}
	return strconv.Itoa(n) + ". "
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

// listed writes the marks of lists into the text of their items, which had none
// while it was seen what belongs to the story.
func listed(parts []Part) []Part {
	for i, p := range parts {
		if p.mark != "" && p.Kind == Text {
			parts[i].Runs = append([]bulletin.Run{{Text: p.mark}}, p.Runs...)
		}
	}
	return parts
}
