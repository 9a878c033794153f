package styles

import (
	"fmt"
	"strings"

	"bantin/assets/tomlfile"
	"bantin/bulletin"
)

// checker collects the mistakes of a style.
type checker struct{ tomlfile.Checker }

func (c *checker) between(where string, n, least, most int) {
	c.That(n >= least && n <= most, where, "style_number", bulletin.Args{"value": n, "least": least, "most": most})
}

func (c *checker) length(where string, l, least, most Length) {
	c.That(l >= least && l <= most, where, "style_length",
		bulletin.Args{"value": l.String(), "least": least.String(), "most": most.String()})
}

// oneOf notes a value that is none of the choices.
func oneOf[T ~string](c *checker, where string, value T, choices ...T) {
	tomlfile.OneOf(&c.Checker, where, "style_choice", value, choices...)
}

func (c *checker) step(where string, s Step) {
	c.length(where, s.Size, leastType, mostType)
	c.That(s.Leading >= s.Size, where, "style_leading", bulletin.Args{"size": s.Size.String()})
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
