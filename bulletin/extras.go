package bulletin

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// Extras are the fields of a JSON object that this version of the program
// does not know, because a newer one wrote them: `"name":value,"name":value`,
// sorted by name, without spaces, "" for none. ReadJSON fills them and
// CanonicalJSON writes them back behind the known fields, so that an article
// that was only passed through an older program loses nothing. They are text,
// and not a map, so that values can be compared and copied like the rest.
type Extras string

// Names lists the names of the unknown fields, sorted.
func (e Extras) Names() []string {
	var names []string
	eachMember([]byte("{"+string(e)+"}"), func(name string, _ []byte) { names = append(names, name) })
	return names
}

// ReadJSON reads JSON into what into points at, like json.Unmarshal, and keeps
// the fields that it does not know in the Extras of each object. Errors are
// those of json.Unmarshal.
func ReadJSON(raw []byte, into any) error {
	if err := json.Unmarshal(raw, into); err != nil {
		return fmt.Errorf("read JSON: %w", err)
	}
	if v := reflect.ValueOf(into).Elem(); formOf(v.Type()).keeps {
		gatherExtras(raw, v)
	}
	return nil
}

// gatherExtras walks over valid JSON and the value that was read from it side
// by side.
func gatherExtras(raw []byte, v reflect.Value) {
	v = pointedAt(v)
	if !v.IsValid() {
		return
	}
	f := formOf(v.Type())
	switch {
	case !f.keeps:
	case v.Kind() == reflect.Slice:
		i := 0
		eachElement(raw, func(element []byte) {
			if i < v.Len() {
				gatherExtras(element, v.Index(i))
			}
			i++
		})
	case v.Kind() == reflect.Struct:
		unknown := map[string]string{}
		eachMember(raw, func(name string, value []byte) {
			if index := f.field(name); index != nil {
				gatherExtras(value, v.FieldByIndex(index))
			} else {
				unknown[name] = compacted(value)
			}
		})
		if f.extras != nil {
			v.FieldByIndex(f.extras).SetString(joinMembers(unknown))
		}
	}
}

func compacted(value []byte) string {
	var b bytes.Buffer
	if err := json.Compact(&b, value); err != nil { // never: it was read before
		return "null"
	}
	return b.String()
}

func joinMembers(members map[string]string) string {
	if len(members) == 0 {
		return ""
	}
	names := make([]string, 0, len(members))
	for name := range members {
		names = append(names, name)
	}
	slices.Sort(names)
	var b strings.Builder
	for i, name := range names {
		if i > 0 {
			b.WriteByte(',')
		}
		quoted, err := encodeJSON(name)
		if err != nil { // never: a string is always JSON
			continue
		}
		b.Write(quoted)
		b.WriteByte(':')
		b.WriteString(members[name])
	}
	return b.String()
}

// hasExtras reports whether any object in v holds unknown fields.
func hasExtras(v reflect.Value) bool {
	v = pointedAt(v)
	if !v.IsValid() {
		return false
	}
	f := formOf(v.Type())
	switch {
	case !f.keeps:
		return false
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			if hasExtras(v.Index(i)) {
				return true
			}
		}
		return false
	case f.extras != nil && v.FieldByIndex(f.extras).Len() > 0:
		return true
	}
	for _, index := range f.inner {
		if hasExtras(v.FieldByIndex(index)) {
			return true
		}
	}
	return false
}

// spliceExtras writes raw, which is v as JSON, with the unknown fields of v.
func spliceExtras(out *bytes.Buffer, raw []byte, v reflect.Value) {
	v = pointedAt(v)
	if !v.IsValid() || !formOf(v.Type()).keeps || len(raw) == 0 || raw[0] == 'n' { // null
		out.Write(raw)
		return
	}
	f := formOf(v.Type())
	if v.Kind() == reflect.Slice {
		out.WriteByte('[')
		i := 0
		eachElement(raw, func(element []byte) {
			separate(out, i)
			spliceExtras(out, element, v.Index(i))
			i++
		})
		out.WriteByte(']')
		return
	}
	out.WriteByte('{')
	n := 0
	eachMember(raw, func(name string, value []byte) {
		separate(out, n)
		quoted, err := encodeJSON(name)
		if err != nil { // never: a string is always JSON
			return
		}
		out.Write(quoted)
		out.WriteByte(':')
		if index := f.field(name); index != nil {
			spliceExtras(out, value, v.FieldByIndex(index))
		} else {
			out.Write(value)
		}
		n++
	})
	if f.extras != nil {
		if extras := v.FieldByIndex(f.extras).String(); extras != "" {
			separate(out, n)
			out.WriteString(extras)
		}
	}
	out.WriteByte('}')
}

func separate(out *bytes.Buffer, before int) {
	if before > 0 {
		out.WriteByte(',')
	}
}

// pointedAt follows pointers and interfaces; the zero Value stands for nil.
func pointedAt(v reflect.Value) reflect.Value {
	for v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	return v
}

// form is what is known of a type: whether there may be Extras in it, and of a
// struct which JSON name is which field.
type form struct {
	keeps  bool
	fields map[string][]int
	inner  [][]int // fields that keep Extras themselves
	extras []int   // the field of type Extras, nil for none
}

// field finds the field that encoding/json reads a name into: it does not
// mind capitals.
func (f *form) field(name string) []int {
	if index, ok := f.fields[name]; ok {
		return index
	}
	for known, index := range f.fields {
		if strings.EqualFold(known, name) {
			return index
		}
	}
	return nil
}

var forms sync.Map // of *form by reflect.Type

var extrasType = reflect.TypeFor[Extras]()

func formOf(t reflect.Type) *form {
	if known, ok := forms.Load(t); ok {
		return known.(*form)
	}
	f := &form{}
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		f.keeps = formOf(t.Elem()).keeps
	case reflect.Struct:
		f.readStruct(t)
	}
	forms.Store(t, f)
	return f
}

// readStruct looks at every field that encoding/json sees, those of embedded
// structs included.
func (f *form) readStruct(t reflect.Type) {
	f.fields = map[string][]int{}
	for _, field := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		switch {
		case field.Type == extrasType:
			f.extras, f.keeps = field.Index, true
			continue
		case !field.IsExported() || field.Anonymous || name == "-":
			continue
		case name == "":
			name = field.Name
		}
		f.fields[name] = field.Index
		if formOf(field.Type).keeps {
			f.inner, f.keeps = append(f.inner, field.Index), true
		}
	}
}
