package styles

import (
	"fmt"
	"slices"
	"strings"

	"bantin/bulletin"
)

// mistake is something in a style that no page can be made with: the key that
// it is about, as a file writes it, and a trouble of the catalogue.
type mistake struct {
	where   string
	trouble string
	args    bulletin.Args
}

// checker collects the mistakes of a style.
type checker struct{ mistakes []mistake }

// that notes a mistake unless ok.
func (c *checker) that(ok bool, where, trouble string, args bulletin.Args) {
	if !ok {
		c.mistakes = append(c.mistakes, mistake{where, trouble, args})
	}
}

func (c *checker) between(where string, n, least, most int) {
	c.that(n >= least && n <= most, where, "style_number", bulletin.Args{"value": n, "least": least, "most": most})
}

func (c *checker) length(where string, l, least, most Length) {
	c.that(l >= least && l <= most, where, "style_length",
		bulletin.Args{"value": l.String(), "least": least.String(), "most": most.String()})
}

// oneOf notes a value that is none of the choices.
func oneOf[T ~string](c *checker, where string, value T, choices ...T) {
	if slices.Contains(choices, value) {
		return
	}
	words := make([]string, 0, len(choices))
	for _, choice := range choices {
		words = append(words, string(choice))
	}
	c.that(false, where, "style_choice", bulletin.Args{"value": string(value), "choices": strings.Join(words, ", ")})
}

func (c *checker) step(where string, s Step) {
	c.length(where, s.Size, leastType, mostType)
	c.that(s.Leading >= s.Size, where, "style_leading", bulletin.Args{"size": s.Size.String()})
}

// String writes a length as a file would: "9.6pt".
func (l Length) String() string {
	sign := ""
	if l < 0 {
		sign, l = "-", -l
	}
	s := fmt.Sprintf("%s%d.%03d", sign, l/1000, l%1000)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".") + "pt"
}
