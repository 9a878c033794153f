package object

import "strconv"

// name reads a name after its slash.
func (p *parser) name() (Name, error) {
	var out []byte
	for p.at < len(p.buf) && !isSpace(p.buf[p.at]) && !isDelimiter(p.buf[p.at]) {
		c := p.buf[p.at]
		p.at++
		if c == '#' {
			if p.at+2 > len(p.buf) {
				return "", p.fail("a name ends within an escape")
			}
			n, err := strconv.ParseUint(string(p.buf[p.at:p.at+2]), 16, 8)
			if err != nil {
				return "", p.fail("a name has a wrong escape")
			}
			c = byte(n)
			p.at += 2
		}
		out = append(out, c)
	}
	return Name(out), nil
}

// hexString reads <48656C6C6F> after its opening mark.
func (p *parser) hexString() (Object, error) {
	var digits []byte
	for ; p.at < len(p.buf); p.at++ {
		c := p.buf[p.at]
		switch {
		case c == '>':
			p.at++
			return decodeHex(digits), nil
		case isSpace(c):
		case isHexDigit(c):
			digits = append(digits, c)
		default:
			return nil, p.fail("a hexadecimal string has %q", c)
		}
	}
	return nil, p.fail("a hexadecimal string has no end")
}

func isHexDigit(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// decodeHex takes a missing last digit for 0, as the standard says.
func decodeHex(digits []byte) String {
	if len(digits)%2 == 1 {
		digits = append(digits, '0')
	}
	out := make([]byte, len(digits)/2)
	for i := range out {
		n, _ := strconv.ParseUint(string(digits[2*i:2*i+2]), 16, 8) // digits only, see above
		out[i] = byte(n)
	}
	return String(out)
}

// escapes are the letters that may follow a backslash in a literal string.
var escapes = map[byte]byte{'n': '\n', 'r': '\r', 't': '\t', 'b': '\b', 'f': '\f'}

// literalString reads (text) after its opening mark.
func (p *parser) literalString() (Object, error) {
	var out []byte
	for open := 1; p.at < len(p.buf); {
		c := p.buf[p.at]
		p.at++
		switch c {
		case '\\':
			out = p.escape(out)
			continue
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return String(out), nil
			}
		}
		out = append(out, c)
	}
	return nil, p.fail("a string has no end")
}

// escape reads what follows a backslash and appends what it stands for.
func (p *parser) escape(out []byte) []byte {
	if p.at >= len(p.buf) {
		return out
	}
	c := p.buf[p.at]
	p.at++
	switch {
	case c >= '0' && c <= '7':
		n := int(c - '0')
		for i := 0; i < 2 && p.at < len(p.buf) && p.buf[p.at] >= '0' && p.buf[p.at] <= '7'; i++ {
			n = n*8 + int(p.buf[p.at]-'0')
			p.at++
		}
		return append(out, byte(n))
	case c == '\n': // a line broken for looks only
		return out
	case c == '\r':
		p.starts("\n")
		return out
	}
	if meant, ok := escapes[c]; ok {
		c = meant
	}
	return append(out, c)
}
