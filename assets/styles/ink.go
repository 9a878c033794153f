package styles

import (
	"maps"
	"slices"

	"bantin/assets/tomlfile"

	"github.com/pelletier/go-toml/v2"
)

// checkInks refuses colours that are not written as parts of the four inks:
// three numbers are red, green and blue, a text is a code for screens or the
// name of a spot colour, and none of them is on the press. What is broken in
// another way is left to the reader of the whole.
func checkInks(name string, raw []byte) error {
	var file struct {
		Inks map[string]any `toml:"ink"`
	}
	if err := toml.Unmarshal(raw, &file); err != nil {
		return nil //nolint:nilerr // the reader of the whole says it better
	}
	for _, ink := range slices.Sorted(maps.Keys(file.Inks)) {
		if key := "ink." + ink; !isInk(file.Inks[ink]) {
			return trouble(name, tomlfile.LineOf(raw, key), key, "style_ink", nil, nil)
		}
	}
	return nil
}

func isInk(value any) bool {
	parts, ok := value.([]any)
	if !ok || len(parts) != len(Ink{}) {
		return false
	}
	return !slices.ContainsFunc(parts, func(part any) bool {
		_, whole := part.(int64)
		return !whole
	})
}
