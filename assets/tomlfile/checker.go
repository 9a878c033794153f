package tomlfile

import (
	"slices"
	"strings"

	"bantin/bulletin"
)

// Fault is something in a file that was read and cannot be used: the key that it
// is about, as a file writes it, and a trouble of the catalogue.
type Fault struct {
	Where   string
	Trouble string
	Args    bulletin.Args
}

// Checker collects the faults of a file, in the order in which they are found.
type Checker struct{ Faults []Fault }

// That notes a fault unless ok.
func (c *Checker) That(ok bool, where, trouble string, args bulletin.Args) {
	if !ok {
		c.Faults = append(c.Faults, Fault{where, trouble, args})
	}
}

// OneOf notes a value that is none of the choices.
func OneOf[T ~string](c *Checker, where, trouble string, value T, choices ...T) {
	if slices.Contains(choices, value) {
		return
	}
	words := make([]string, len(choices))
	for i, choice := range choices {
		words[i] = string(choice)
	}
	c.That(false, where, trouble, bulletin.Args{"value": string(value), "choices": strings.Join(words, ", ")})
}
