package merge

import (
	"strings"

	"bantin/bulletin"
)

// maxTrail is how many versions back it is looked for the one in which a value was
// written.
const maxTrail = 200

// author is the version in which a value was written that a head has: who went on
// over it with something else has not written it, and no more has who joined it
// with others. Where it cannot be told, it is the head.
func (o origins) author(head bulletin.RevisionID, field, text string) (bulletin.RevisionID, error) {
	at, err := o.written(head, field, text)
	for range maxTrail {
		if err != nil {
			return at, err
		}
		line := o.line(at)
		n, err := o.furthest(line, field, text)
		if err != nil {
			return at, err
		}
		if n > 0 {
			at = line[n-1]
		}
		if n < len(line) {
			return at, nil
		}
		before, err := o.before(at, field, text)
		if err != nil || before == "" {
			return at, err
		}
		at = before
	}
	return at, nil
}

// line are the versions that one was written over, each over one alone, the newest
// first.
func (o origins) line(id bulletin.RevisionID) (line []bulletin.RevisionID) {
	for parents := o.from.Parents(id); len(parents) == 1 && len(line) < maxTrail; parents = o.from.Parents(parents[0]) {
		line = append(line, parents[0])
	}
	return line
}

// furthest is how many versions of a line have a value, from its beginning on. Few
// of them are read: what has a value is taken to have had it ever since.
func (o origins) furthest(line []bulletin.RevisionID, field, text string) (n int, err error) {
	lacks := len(line)
	for step := 1; n < lacks && err == nil; {
		look := min(n+step, lacks) - 1
		at, held := 0, false
		if at, held, err = o.held(line, look, field, text); held && at < lacks {
			n, step = at+1, 2*step
		} else {
			lacks, step = look, max(1, (look-n)/2)
		}
	}
	return n, err
}

// held reports whether a version of a line has a value. One that was thinned has
// what the next one before it has; at is the one that was read.
func (o origins) held(line []bulletin.RevisionID, from int, field, text string) (at int, held bool, err error) {
	for at = from; at < len(line); at++ {
		r, ok, err := o.from.Load(line[at])
		if err != nil || ok {
			return at, ok && !r.Deleted && has(r.Document, field, text), err
		}
	}
	return at, false, nil
}

// before is the version that one was written over and that had the same value
// already, "" for none. What was thinned is passed over.
func (o origins) before(id bulletin.RevisionID, field, text string) (bulletin.RevisionID, error) {
	found, _, err := legible(o.from, o.from.Parents(id))
	for _, r := range found {
		if !r.Deleted && has(r.Document, field, text) {
			return r.ID, nil
		}
	}
	return "", err
}

// has reports a document whose field has one value, and this one. What is merged
// piece by piece, as a body is, has none.
func has(raw []byte, field, text string) bool {
	d, err := read(raw)
	if err != nil {
		return false
	}
	names := map[string]func(document) string{
		"slots":  func(d document) string { return d.text("article") },
		"photos": func(d document) string { return d.text("id") },
		"holes":  holeName,
	}
	path := strings.Split(field, "/")
	last := len(path) - 1
	for i := 0; i < last; i++ {
		name, isList := names[path[i]]
		if !isList {
			d = d.child(path[i])
			continue
		}
		if i++; i > last {
			return false
		}
		d = elementOf(d.list(path[i-1]), name, path[i])
		if d == nil || i == last {
			return false
		}
	}
	value := d.get(path[last])
	return value != "" && readable(value) == text
}

// elementOf is the element of a list that is known by a name, nil for none.
func elementOf(list []document, name func(document) string, wanted string) document {
	for _, d := range list {
		if name(d) == wanted {
			return d
		}
	}
	return nil
}
