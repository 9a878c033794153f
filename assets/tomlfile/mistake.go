package tomlfile

import (
	"errors"
	"strconv"
	"strings"

	"bantin/bulletin"

	"github.com/pelletier/go-toml/v2"
)

// Kind is what is wrong with a file that cannot be read.
type Kind string

// The kinds.
const (
	Unknown Kind = "key"    // nothing has that name
	Other   Kind = "kind"   // the value is of another kind, a number for a word
	Twice   Kind = "twice"  // the name was given before
	Unread  Kind = "unread" // a text that its reader refused; Detail says why
	Syntax  Kind = "syntax" // no TOML
)

// Mistake is what keeps a file from being read. Line counts from 1; Key is "" where
// it is not known; Detail is what the reader said, in English.
type Mistake struct {
	Kind   Kind
	Line   int
	Key    string // "grid.columns"
	Detail string
}

// Describe makes a Mistake of what the reader of TOML says of a file.
func Describe(raw []byte, err error) Mistake {
	var strict *toml.StrictMissingError
	if errors.As(err, &strict) && len(strict.Errors) > 0 {
		e := strict.Errors[0]
		line, _ := e.Position()
		return Mistake{Kind: Unknown, Line: line, Key: strings.Join(e.Key(), ".")}
	}
	m := Mistake{Kind: Syntax, Line: 1, Detail: strings.TrimPrefix(err.Error(), "toml: ")}
	var decode *toml.DecodeError
	var told *bulletin.Trouble
	switch {
	case errors.As(err, &decode):
		m.Line, _ = decode.Position()
		m.Key = strings.Join(decode.Key(), ".")
	case errors.As(err, &told) && told.Key == "date_unreadable": // a number, which comes without its place
		text, _ := told.Args["text"].(string)
		m.Key, m.Line = keyOf(raw, text)
	}
	switch {
	case strings.Contains(m.Detail, " already "):
		m.Kind = Twice
	case m.Key == "":
	case strings.HasPrefix(m.Detail, "cannot decode"):
		m.Kind = Other
	default:
		m.Kind = Unread
	}
	return m
}

// Refused is what a reader of texts (encoding.TextUnmarshaler) says of one that
// it cannot take.
type Refused struct {
	Value string
	Why   string // in English, for the log
}

func (r *Refused) Error() string { return strconv.Quote(r.Value) + " " + r.Why }

// ValueIn is the value that a Refused names in the detail of a Mistake.
func (m Mistake) ValueIn() string {
	quoted, err := strconv.QuotedPrefix(m.Detail)
	if err != nil {
		return ""
	}
	value, _ := strconv.Unquote(quoted)
	return value
}
