package merge

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"bantin/bulletin"
)

// document is a JSON object with its members in order, each value canonical
// JSON. Merging works on documents and not on Go types, so that fields which
// this version of the program does not know are merged like all others.
type document []member

type member struct {
	name  string
	value string // "" for a member that is not there
}

func read(raw []byte) (document, error) {
	dec := json.NewDecoder(bytes.NewReader(raw))
	if t, err := dec.Token(); err != nil || t != json.Delim('{') {
		return nil, fmt.Errorf("read a document: it is no JSON object")
	}
	var d document
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return nil, fmt.Errorf("read a document: %w", err)
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return nil, fmt.Errorf("read a document: %w", err)
		}
		d.set(fmt.Sprint(name), compact(value))
	}
	return d, nil
}

func compact(raw []byte) string {
	var b bytes.Buffer
	if json.Compact(&b, raw) != nil { // never: a decoder gave it
		return "null"
	}
	return b.String()
}

func (d document) get(name string) string {
	for _, m := range d {
		if m.name == name {
			return m.value
		}
	}
	return ""
}

// set changes a member or adds it; an empty value takes it away.
func (d *document) set(name, value string) {
	i := slices.IndexFunc(*d, func(m member) bool { return m.name == name })
	switch {
	case value == "" && i >= 0:
		*d = slices.Delete(slices.Clone(*d), i, i+1)
	case value == "":
	case i >= 0:
		*d = slices.Clone(*d)
		(*d)[i].value = value
	default:
		*d = append(slices.Clip(*d), member{name, value})
	}
}

// text is the value of a member that is a string.
func (d document) text(name string) string { return readable(d.get(name)) }

func (d document) raw() string {
	var b strings.Builder
	b.WriteByte('{')
	for i, m := range d {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(quoted(m.name))
		b.WriteByte(':')
		b.WriteString(m.value)
	}
	b.WriteByte('}')
	return b.String()
}

// list reads a member that is a list of objects; whatever else stands there is
// left out.
func (d document) list(name string) []document {
	var all []document
	for _, raw := range elements(d.get(name)) {
		if element, err := read([]byte(raw)); err == nil {
			all = append(all, element)
		}
	}
	return all
}

func elements(raw string) []string {
	var values []json.RawMessage
	if json.Unmarshal([]byte(raw), &values) != nil {
		return nil
	}
	all := make([]string, len(values))
	for i, value := range values {
		all[i] = compact(value)
	}
	return all
}

func arrayOf(values []string) string { return "[" + strings.Join(values, ",") + "]" }

func rawList(documents []document) string {
	values := make([]string, len(documents))
	for i, d := range documents {
		values[i] = d.raw()
	}
	return arrayOf(values)
}

func (d document) child(name string) document {
	c, err := read([]byte(d.get(name)))
	if err != nil {
		return nil
	}
	return c
}

// readable is a JSON value as people read it: a string without its quotes.
func readable(raw string) string {
	var s string
	if strings.HasPrefix(raw, `"`) && json.Unmarshal([]byte(raw), &s) == nil {
		return s
	}
	return raw
}

func quoted(s string) string {
	raw, err := bulletin.CanonicalJSON(s)
	if err != nil { // never: a string is always JSON
		return `""`
	}
	return string(raw)
}

// canonical gives a merged document the form that the program would write.
func canonical(kind bulletin.SubjectKind, d document) ([]byte, error) {
	if kind == bulletin.SubjectIssue {
		var s bulletin.Issue
		if err := bulletin.ReadJSON([]byte(d.raw()), &s); err != nil {
			return nil, err
		}
		s.Normalize()
		return bulletin.CanonicalJSON(s)
	}
	var a bulletin.Article
	if err := bulletin.ReadJSON([]byte(d.raw()), &a); err != nil {
		return nil, err
	}
	a.Normalize()
	return bulletin.CanonicalJSON(a)
}

func emptyDocument(kind bulletin.SubjectKind) ([]byte, error) {
	return canonical(kind, nil)
}
