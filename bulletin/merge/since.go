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
		before := bulletin.RevisionID("")
		if err == nil {
			before, err = o.before(at, field, text)
		}
		if err != nil || before == "" {
			return at, err
		}
		at = before
	}
	return at, nil
}

// before is the version that one was written over and that had the same value
// already, "" for none. What was thinned is passed over.
func (o origins) before(id bulletin.RevisionID, field, text string) (bulletin.RevisionID, error) {
	seen, waiting := idSet{}, o.from.Parents(id)
	for len(waiting) > 0 && len(seen) < maxTrail {
		next := waiting[0]
		waiting = waiting[1:]
		if seen[next] {
			continue
		}
		seen[next] = true
		r, ok, err := o.from.Load(next)
		switch {
		case err != nil:
			return "", err
		case !ok:
			waiting = append(waiting[:len(waiting):len(waiting)], o.from.Parents(next)...)
		case !r.Deleted && has(r.Document, field, text):
			return next, nil
		}
	}
	return "", nil
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
