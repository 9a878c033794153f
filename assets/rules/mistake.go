package rules

import (
	"fmt"
	"slices"

	"bantin/assets/tomlfile"
	"bantin/bulletin"
)

// checker collects the mistakes of a set, in the order of the file.
type checker struct{ tomlfile.Checker }

func (c *checker) given(ok bool, where string) { c.That(ok, where, "rules_missing", nil) }

func (c *checker) upTo(where string, n, most int) {
	c.That(n >= 1 && n <= most, where, "rules_number", bulletin.Args{"value": n, "least": 1, "most": most})
}

// oneOf notes a value that is none of the choices.
func oneOf[T ~string](c *checker, where string, value T, choices ...T) {
	tomlfile.OneOf(&c.Checker, where, "rules_choice", value, choices...)
}

func (s *Set) validate() []tomlfile.Fault {
	var c checker
	c.given(s.Law != "", "law")
	c.given(s.Clause != "", "clause")
	c.That(s.ReplacedOn.IsZero() || before(s.InForceFrom, s.ReplacedOn), "replaced_on", "rules_order", nil)
	c.That((s.ReplacedBy == "") == s.ReplacedOn.IsZero(), "replaced_on", "rules_replaced", nil)
	c.That(len(s.Rules) > 0, "rule", "rules_none", nil)
	for i := range s.Rules {
		s.Rules[i].validate(&c, fmt.Sprintf("rule[%d]", i+1))
	}
	return c.Faults
}

func (r *Rule) validate(c *checker, where string) {
	oneOf(c, where+".severity", r.Severity, bulletin.Hint, bulletin.Warning, bulletin.Error)
	switch r.Kind {
	case MaxTrim:
		c.upTo(where+".width_mm", r.WidthMM, maxSideMM)
		c.upTo(where+".height_mm", r.HeightMM, maxSideMM)
	case MaxPages:
		c.upTo(where+".pages", r.Pages, maxPages)
	case PageOne, LastPage:
		c.given(len(r.Items) > 0, where+".items")
		for i, item := range r.Items {
			oneOf(c, where+".items", item, itemsOf[r.Kind]...)
			c.That(!slices.Contains(r.Items[:i], item), where+".items", "rules_repeated", bulletin.Args{"value": string(item)})
		}
	case NoAdvertising:
		c.given(len(r.Words) > 0 && !slices.Contains(r.Words, ""), where+".words")
	default:
		oneOf(c, where+".kind", r.Kind, MaxTrim, MaxPages, PageOne, LastPage, NoAdvertising)
	}
}
