package bulletin

import "encoding/json"

// The functions below walk over JSON that is known to be valid, without
// reading more of it than where one value ends and the next begins.

// eachMember gives the members of an object in their order; of another value
// there are none.
func eachMember(raw []byte, do func(name string, value []byte)) {
	at := skipSpace(raw, 0)
	if at >= len(raw) || raw[at] != '{' {
		return
	}
	for at = skipSpace(raw, at+1); at < len(raw) && raw[at] != '}'; at = nextItem(raw, at) {
		end := skipValue(raw, at)
		name := unquoted(raw[at:end])
		at = skipSpace(raw, skipSpace(raw, end)+1) // behind the colon
		if at >= len(raw) {
			return
		}
		end = skipValue(raw, at)
		do(name, raw[at:end])
		at = end
	}
}

// eachElement gives the elements of an array in their order.
func eachElement(raw []byte, do func(element []byte)) {
	at := skipSpace(raw, 0)
	if at >= len(raw) || raw[at] != '[' {
		return
	}
	for at = skipSpace(raw, at+1); at < len(raw) && raw[at] != ']'; at = nextItem(raw, at) {
		end := skipValue(raw, at)
		do(raw[at:end])
		at = end
	}
}

// nextItem is behind the comma that follows, or at the closing bracket.
func nextItem(raw []byte, at int) int {
	at = skipSpace(raw, at)
	if at < len(raw) && raw[at] == ',' {
		at = skipSpace(raw, at+1)
	}
	return at
}

func skipSpace(raw []byte, at int) int {
	for at < len(raw) && (raw[at] == ' ' || raw[at] == '\t' || raw[at] == '\n' || raw[at] == '\r') {
		at++
	}
	return at
}

// skipValue finds the end of the value that starts at at. It counts brackets
// and calls nothing, however deep they are nested.
func skipValue(raw []byte, at int) int {
	for depth := 0; at < len(raw); {
		switch raw[at] {
		case '"':
			at = skipString(raw, at)
		case '{', '[':
			depth++
			at++
			continue
		case '}', ']':
			depth--
			at++
		case ',', ':', ' ', '\t', '\n', '\r':
			at++
			continue
		default: // a number, true, false, null
			for at < len(raw) && !endsWord(raw[at]) {
				at++
			}
		}
		if depth <= 0 {
			return at
		}
	}
	return at
}

func endsWord(c byte) bool {
	switch c {
	case ',', ':', ']', '}', ' ', '\t', '\n', '\r':
		return true
	}
	return false
}

func skipString(raw []byte, at int) int {
	for at++; at < len(raw); at++ {
		switch raw[at] {
		case '\\':
			at++
		case '"':
			return at + 1
		}
	}
	return len(raw)
}

func unquoted(raw []byte) string {
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return ""
	}
	return s
}
