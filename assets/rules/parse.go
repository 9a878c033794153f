package rules

import (
	"bytes"
	"maps"
	"strings"

	"bantin/assets/tomlfile"
	"bantin/bulletin"
	"bantin/bulletin/viet"

	"github.com/pelletier/go-toml/v2"
)

// Bounds of what a rule may say; beyond them it is a slip of the pen.
const (
	maxSideMM = 2000
	maxPages  = 10_000
	maxBytes  = 1 << 20
)

// Parse reads a rule set. Unknown names, missing parts, dates that are none
// and rules that cannot be met are troubles that name the line and the key, the
// first of them: rules_syntax, rules_key, rules_missing, rules_number and the
// like (mistake.go).
func Parse(name string, raw []byte) (Set, error) {
	if len(raw) > maxBytes {
		return Set{}, trouble(name, 1, "", "rules_large", nil, nil)
	}
	var set Set
	d := toml.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&set); err != nil {
		return Set{}, describe(name, raw, err)
	}
	set.normalize()
	if mistakes := set.validate(); len(mistakes) > 0 {
		m := mistakes[0]
		return Set{}, trouble(name, tomlfile.LineOf(raw, m.Where), m.Where, m.Trouble, m.Args, nil)
	}
	set.Name = name
	return set, nil
}

// trouble adds the place of a mistake to what the trouble says of it.
func trouble(name string, line int, where, which string, more bulletin.Args, cause error) error {
	args := bulletin.Args{"name": name, "line": line, "key": where}
	maps.Copy(args, more)
	return bulletin.NewTrouble(which, args, cause)
}

// unreadable are the troubles of files that cannot be read.
var unreadable = map[tomlfile.Kind]string{
	tomlfile.Unknown: "rules_key", tomlfile.Other: "rules_kind", tomlfile.Twice: "rules_twice", tomlfile.Syntax: "rules_syntax",
}

// describe makes a trouble of what the reader of TOML says.
func describe(name string, raw []byte, err error) error {
	m := tomlfile.Describe(raw, err)
	switch {
	case m.Kind == tomlfile.Unread && isDay(m.Key), m.Kind == tomlfile.Other && isDay(m.Key):
		return trouble(name, m.Line, m.Key, "rules_date", nil, err)
	case m.Kind == tomlfile.Unread: // too large a number, or such
		return trouble(name, m.Line, m.Key, "rules_kind", nil, err)
	}
	return trouble(name, m.Line, m.Key, unreadable[m.Kind], nil, err)
}

func isDay(key string) bool { return key == "in_force_from" || key == "replaced_on" }

func (s *Set) normalize() {
	for _, text := range []*string{&s.Law, &s.Clause, &s.ReplacedBy} {
		*text = strings.TrimSpace(viet.Normalize(*text))
	}
	for i := range s.Rules {
		r := &s.Rules[i]
		r.Clause = strings.TrimSpace(viet.Normalize(r.Clause))
		if r.Clause == "" {
			r.Clause = s.Clause
		}
		if r.Severity == "" {
			r.Severity = bulletin.Warning
		}
		for k := range r.Words {
			r.Words[k] = strings.TrimSpace(viet.Normalize(r.Words[k]))
		}
	}
}
