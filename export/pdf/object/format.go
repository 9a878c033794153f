package object

import "fmt"

// appendObject writes an object in its one form: a line for each entry of a
// dictionary, so that a person can read the file.
func appendObject(b []byte, o Object) []byte {
	switch o := o.(type) {
	case Boolean:
		return fmt.Appendf(b, "%t", bool(o))
	case Number:
		return append(b, o...)
	case Name:
		return appendName(b, o)
	case String:
		return appendString(b, o)
	case Ref:
		return fmt.Appendf(b, "%d 0 R", int(o))
	case Array:
		return appendArray(b, o)
	case *Dict:
		return appendDict(b, o)
	}
	return append(b, "null"...)
}

func appendArray(b []byte, list Array) []byte {
	b = append(b, '[')
	for i, o := range list {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendObject(b, o)
	}
	return append(b, ']')
}

func appendDict(b []byte, d *Dict) []byte {
	b = append(b, "<<"...)
	for i, e := range d.entries {
		if i > 0 {
			b = append(b, '\n')
		}
		b = appendName(b, e.key)
		b = append(b, ' ')
		b = appendObject(b, e.value)
	}
	return append(b, ">>"...)
}

func appendName(b []byte, name Name) []byte {
	b = append(b, '/')
	for _, c := range []byte(name) {
		if c <= ' ' || c > '~' || c == '#' || isDelimiter(c) {
			b = fmt.Appendf(b, "#%02X", c)
			continue
		}
		b = append(b, c)
	}
	return b
}

// appendString writes readable text as it is and all else, such as UTF-16, in
// hexadecimal.
func appendString(b []byte, s String) []byte {
	for _, c := range []byte(s) {
		if c < ' ' || c > '~' {
			return fmt.Appendf(b, "<%X>", []byte(s))
		}
	}
	b = append(b, '(')
	for _, c := range []byte(s) {
		if c == '(' || c == ')' || c == '\\' {
			b = append(b, '\\')
		}
		b = append(b, c)
	}
	return append(b, ')')
}
