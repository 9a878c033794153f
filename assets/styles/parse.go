package styles

import (
	"bytes"
	"errors"
	"fmt"

	"bantin/bulletin"

	"github.com/pelletier/go-toml/v2"
)

// Parse reads a style file. Unknown names, missing parts and values that no
// page can be made of are the trouble style_invalid, whose detail says what
// and where.
func Parse(name string, raw []byte) (Style, error) {
	var s Style
	d := toml.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&s); err != nil {
		return Style{}, invalid(name, describe(err))
	}
	s.Name = name
	if err := s.validate(); err != nil {
		return Style{}, invalid(name, err)
	}
	return s, nil
}

func invalid(name string, err error) error {
	return bulletin.NewTrouble("style_invalid",
		bulletin.Args{"name": name, "detail": err.Error()}, err)
}

// describe adds the place in the file, which the reader's errors keep apart.
func describe(err error) error {
	var strict *toml.StrictMissingError
	if errors.As(err, &strict) && len(strict.Errors) > 0 {
		e := strict.Errors[0]
		row, _ := e.Position()
		return fmt.Errorf("line %d: unknown name %q", row, keyPath(e.Key()))
	}
	var decode *toml.DecodeError
	if errors.As(err, &decode) {
		row, column := decode.Position()
		return fmt.Errorf("line %d, column %d: %w", row, column, err)
	}
	return err
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
