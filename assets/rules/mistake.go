package rules

import (
	"fmt"
	"slices"
	"strings"

	"bantin/bulletin"
)

// mistake is something in a set that no issue can be measured by: the key that
// it is about, and a trouble of the catalogue.
type mistake struct {
	where   string
	trouble string
	args    bulletin.Args
}

// checker collects the mistakes of a set, in the order of the file.
type checker struct{ mistakes []mistake }

// that notes a mistake unless ok.
func (c *checker) that(ok bool, where, trouble string, args bulletin.Args) {
	if !ok {
		c.mistakes = append(c.mistakes, mistake{where, trouble, args})
	}
}

func (c *checker) given(ok bool, where string) { c.that(ok, where, "rules_missing", nil) }

func (c *checker) upTo(where string, n, most int) {
	c.that(n >= 1 && n <= most, where, "rules_number", bulletin.Args{"value": n, "least": 1, "most": most})
}

// oneOf notes a value that is none of the choices.
func oneOf[T ~string](c *checker, where string, value T, choices []T) {
	words := make([]string, len(choices))
	for i, choice := range choices {
		words[i] = string(choice)
	}
	c.that(slices.Contains(choices, value), where, "rules_choice",
		bulletin.Args{"value": string(value), "choices": strings.Join(words, ", ")})
}

func (s *Set) validate() []mistake {
	var c checker
	c.given(s.Law != "", "law")
	c.given(s.Clause != "", "clause")
	c.that(s.ReplacedOn.IsZero() || before(s.InForceFrom, s.ReplacedOn), "replaced_on", "rules_order", nil)
	c.that((s.ReplacedBy == "") == s.ReplacedOn.IsZero(), "replaced_on", "rules_replaced", nil)
	c.that(len(s.Rules) > 0, "rule", "rules_none", nil)
	for i := range s.Rules {
		s.Rules[i].validate(&c, fmt.Sprintf("rule[%d]", i+1))
	}
	return c.mistakes
}

func (r *Rule) validate(c *checker, where string) {
	oneOf(c, where+".severity", r.Severity, []bulletin.Severity{bulletin.Hint, bulletin.Warning, bulletin.Error})
	switch r.Kind {
	case MaxTrim:
		c.upTo(where+".width_mm", r.WidthMM, maxSideMM)
		c.upTo(where+".height_mm", r.HeightMM, maxSideMM)
	case MaxPages:
		c.upTo(where+".pages", r.Pages, maxPages)
	case PageOne, LastPage:
		c.given(len(r.Items) > 0, where+".items")
		for i, item := range r.Items {
			oneOf(c, where+".items", item, itemsOf[r.Kind])
			c.that(!slices.Contains(r.Items[:i], item), where+".items", "rules_repeated", bulletin.Args{"value": string(item)})
		}
	case NoAdvertising:
		c.given(len(r.Words) > 0 && !slices.Contains(r.Words, ""), where+".words")
	default:
		oneOf(c, where+".kind", r.Kind, []Kind{MaxTrim, MaxPages, PageOne, LastPage, NoAdvertising})
	}
}
