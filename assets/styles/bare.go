package styles

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"bantin/assets/tomlfile"
	"bantin/bulletin"
)

var (
	lengthType = reflect.TypeFor[Length]()
	stepType   = reflect.TypeFor[Step]()
)

// checkUnits refuses lengths that are written as bare numbers: the reader of TOML
// would take 12 for twelve thousandths of a point. Nothing needs no unit.
func checkUnits(name string, raw []byte) error {
	var file map[string]any
	if toml.Unmarshal(raw, &file) != nil {
		return nil // told by who reads the file into a style
	}
	where, value := bareLength(reflect.TypeFor[Style](), file, "")
	if where == "" {
		return nil
	}
	return trouble(name, tomlfile.LineOf(raw, where), where, "style_bare", bulletin.Args{"value": fmt.Sprint(value)}, nil)
}

// bareLength finds the first length of a type, by the keys' order, that a value of
// the file gives without a unit; "" where there is none.
func bareLength(t reflect.Type, value any, where string) (string, any) {
	if t == lengthType || t == stepType {
		if isBare(value) {
			return where, value
		}
		return "", nil
	}
	switch v := value.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			if inner, ok := typeUnder(t, key); ok {
				if at, bare := bareLength(inner, v[key], strings.TrimPrefix(where+"."+key, ".")); at != "" {
					return at, bare
				}
			}
		}
	case []any:
		return bareInList(t, v, where)
	}
	return "", nil
}

// bareInList is bareLength for a list. The parts of a list of tables have numbers,
// as check.go gives them.
func bareInList(t reflect.Type, list []any, where string) (string, any) {
	if t.Kind() != reflect.Slice {
		return "", nil
	}
	for i, part := range list {
		at := where
		if _, isTable := part.(map[string]any); isTable {
			at = fmt.Sprintf("%s[%d]", where, i+1)
		}
		if at, bare := bareLength(t.Elem(), part, at); at != "" {
			return at, bare
		}
	}
	return "", nil
}

func isBare(value any) bool {
	switch n := value.(type) {
	case int64:
		return n != 0
	case float64:
		return n != 0
	}
	return false
}

// typeUnder is the type of what stands under a key.
func typeUnder(t reflect.Type, key string) (reflect.Type, bool) {
	switch t.Kind() {
	case reflect.Pointer:
		return typeUnder(t.Elem(), key)
	case reflect.Map:
		return t.Elem(), true
	case reflect.Struct:
		for _, f := range reflect.VisibleFields(t) {
			if tag, _, _ := strings.Cut(f.Tag.Get("toml"), ","); tag == key {
				return f.Type, true
			}
		}
	}
	return nil, false
}
