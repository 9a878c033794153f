package styles

import (
	"bytes"
	"errors"
	"maps"
	"strings"

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
		return Style{}, trouble(name, lineOf(raw, m.where), m.where, m.trouble, m.args, nil)
	}
	return s, nil
}

// read lays a file over those that it is based on.
func (s *Style) read(name string, raw []byte, find Find, depth int) error {
	if err := checkInks(name, raw); err != nil {
		return err
	}
	var own Style
	d := toml.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&own); err != nil {
		return describe(name, err)
	}
	if own.BasedOn != "" {
		base, found := find(own.BasedOn)
		if !found || depth >= mostBases {
			return trouble(name, lineOf(raw, "based_on"), "based_on", "style_base",
				bulletin.Args{"base": own.BasedOn}, nil)
		}
		if err := s.read(own.BasedOn, base, find, depth+1); err != nil {
			return err
		}
	}
	s.Title = ""
	if err := toml.Unmarshal(raw, s); err != nil {
		return describe(name, err)
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

// describe makes a trouble of what the reader of TOML says.
func describe(name string, err error) error {
	var strict *toml.StrictMissingError
	if errors.As(err, &strict) && len(strict.Errors) > 0 {
		e := strict.Errors[0]
		row, _ := e.Position()
		return trouble(name, row, keyPath(e.Key()), "style_key", nil, err)
	}
	var decode *toml.DecodeError
	if errors.As(err, &decode) {
		row, _ := decode.Position()
		if key := keyPath(decode.Key()); key != "" && strings.HasPrefix(err.Error(), "toml: cannot decode") {
			return trouble(name, row, key, "style_kind", nil, err) // an array for a word, or such
		}
		return trouble(name, row, keyPath(decode.Key()), "style_syntax", bulletin.Args{"detail": decode.Error()}, err)
	}
	return trouble(name, 1, "", "style_syntax", bulletin.Args{"detail": err.Error()}, err)
}

func keyPath(key toml.Key) string {
	var b bytes.Buffer
	for i, part := range key {
		if i > 0 {
			b.WriteByte('.')
		}
		b.WriteString(part)
	}
	return b.String()
}
