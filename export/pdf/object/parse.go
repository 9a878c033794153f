package object

import (
	"bytes"
	"fmt"
	"strconv"
)

// maxDepth bounds arrays and dictionaries within each other, so that a broken
// file cannot exhaust the stack.
const maxDepth = 64

// parser reads objects from a buffer. All its errors name the byte at which
// they were found.
type parser struct {
	buf   []byte
	at    int
	depth int
}

func (p *parser) fail(format string, args ...any) error {
	return fmt.Errorf("at byte %d: %s", p.at, fmt.Sprintf(format, args...))
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// skipSpace passes over white space and comments.
func (p *parser) skipSpace() {
	for p.at < len(p.buf) {
		switch c := p.buf[p.at]; {
		case isSpace(c):
			p.at++
		case c == '%':
			for p.at < len(p.buf) && p.buf[p.at] != '\n' && p.buf[p.at] != '\r' {
				p.at++
			}
		default:
			return
		}
	}
}

// starts reports whether the text comes next, and passes over it if so.
func (p *parser) starts(text string) bool {
	if !bytes.HasPrefix(p.buf[p.at:], []byte(text)) {
		return false
	}
	p.at += len(text)
	return true
}

// word reads up to the next space or delimiter.
func (p *parser) word() string {
	p.skipSpace()
	start := p.at
	for p.at < len(p.buf) && !isSpace(p.buf[p.at]) && !isDelimiter(p.buf[p.at]) {
		p.at++
	}
	return string(p.buf[start:p.at])
}

// object reads the next object, a Ref included.
func (p *parser) object() (Object, error) {
	if p.depth++; p.depth > maxDepth {
		return nil, p.fail("objects are nested too deep")
	}
	defer func() { p.depth-- }()
	p.skipSpace()
	switch {
	case p.at >= len(p.buf):
		return nil, p.fail("the file ends too early")
	case p.starts("<<"):
		return p.dict()
	case p.starts("<"):
		return p.hexString()
	case p.starts("("):
		return p.literalString()
	case p.starts("["):
		return p.array()
	case p.starts("/"):
		return p.name()
	}
	return p.bareWord()
}

func (p *parser) dict() (Object, error) {
	d := &Dict{}
	for {
		p.skipSpace()
		if p.starts(">>") {
			return d, nil
		}
		if !p.starts("/") {
			return nil, p.fail("a dictionary has something that is no key")
		}
		key, err := p.name()
		if err != nil {
			return nil, err
		}
		value, err := p.object()
		if err != nil {
			return nil, err
		}
		d.Set(key, value)
	}
}

func (p *parser) array() (Object, error) {
	list := Array{}
	for {
		p.skipSpace()
		if p.starts("]") {
			return list, nil
		}
		value, err := p.object()
		if err != nil {
			return nil, err
		}
		list = append(list, value)
	}
}

// bareWord reads true, false, null, a number, or a reference "12 0 R".
func (p *parser) bareWord() (Object, error) {
	start := p.at
	word := p.word()
	switch word {
	case "true", "false":
		return Boolean(word == "true"), nil
	case "null":
		return Null{}, nil
	}
	if _, err := strconv.ParseFloat(word, 64); err != nil || !isPlainNumber(word) {
		p.at = start
		return nil, p.fail("%.20q is no object", word)
	}
	if ref, ok := p.reference(word); ok {
		return ref, nil
	}
	return Number(word), nil
}

// isPlainNumber leaves out what Go takes for numbers and PDF does not: 1e5,
// 0x10, Inf, 1_000.
func isPlainNumber(word string) bool {
	for _, c := range []byte(word) {
		if (c < '0' || c > '9') && c != '.' && c != '-' && c != '+' {
			return false
		}
	}
	return word != ""
}

func (p *parser) reference(number string) (Ref, bool) {
	n, err := strconv.Atoi(number)
	if err != nil || n < 0 {
		return 0, false
	}
	back := p.at
	if p.word() == "0" && p.word() == "R" {
		return Ref(n), true
	}
	p.at = back
	return 0, false
}
