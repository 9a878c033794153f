package styles

import (
	"bytes"
	"maps"

	"bantin/assets/tomlfile"
	"bantin/bulletin"

	"github.com/pelletier/go-toml/v2"
)

// Find gives the file of a style by its name, and false when there is none.
type Find func(name string) (raw []byte, found bool)

// mostBases is how many styles may stand on one another.
const mostBases = 8

// Parse reads a style file and those that it is based on. Unknown names,
// missing parts and values that no page can be made of are troubles that name
// the line and the key: style_syntax, style_key, style_base, style_number and
// the like (check.go).
func Parse(name string, raw []byte, find Find) (Style, error) {
	var s Style
	if err := s.read(name, raw, find, 0); err != nil {
		return Style{}, err
	}
	s.Name = name
	s.leadOnGrid()
	if mistakes := s.validate(); len(mistakes) > 0 {
		m := mistakes[0]
		return Style{}, trouble(name, tomlfile.LineOf(raw, m.Where), m.Where, m.Trouble, m.Args, nil)
	}
	return s, nil
}

// read lays a file over those that it is based on.
func (s *Style) read(name string, raw []byte, find Find, depth int) error {
	if err := checkInks(name, raw); err != nil {
		return err
	}
	if err := checkUnits(name, raw); err != nil {
		return err
	}
	var own Style
	d := toml.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&own); err != nil {
		return describe(name, raw, err)
	}
	if own.BasedOn != "" {
		base, found := find(own.BasedOn)
		if !found || depth >= mostBases {
			return trouble(name, tomlfile.LineOf(raw, "based_on"), "based_on", "style_base",
				bulletin.Args{"base": own.BasedOn}, nil)
		}
		if err := s.read(own.BasedOn, base, find, depth+1); err != nil {
			return err
		}
	}
	s.Title = ""
	if err := toml.Unmarshal(raw, s); err != nil {
		return describe(name, raw, err)
	}
	s.BasedOn = own.BasedOn
	return nil
}

// trouble adds the place of a mistake to what the trouble says of it.
func trouble(name string, line int, where, which string, more bulletin.Args, cause error) error {
	args := bulletin.Args{"name": name, "line": line, "key": where}
	maps.Copy(args, more)
	return bulletin.NewTrouble(which, args, cause)
}

// unreadable are the troubles of files that cannot be read.
var unreadable = map[tomlfile.Kind]string{
	tomlfile.Unknown: "style_key", tomlfile.Other: "style_kind", tomlfile.Twice: "style_twice", tomlfile.Syntax: "style_syntax",
}

// describe makes a trouble of what the reader of TOML says.
func describe(name string, raw []byte, err error) error {
	m := tomlfile.Describe(raw, err)
	if m.Kind != tomlfile.Unread {
		return trouble(name, m.Line, m.Key, unreadable[m.Kind], nil, err)
	}
	if value := m.ValueIn(); value != "" {
		return trouble(name, m.Line, m.Key, "style_unit", bulletin.Args{"value": value}, err)
	}
	return trouble(name, m.Line, m.Key, "style_kind", nil, err) // too large a number, or such
}
