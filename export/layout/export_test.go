package layout

import (
	"sync"

	"bantin/assets/fonts"
)

// ForgetAll drops all that was remembered of texts and typefaces, as if the
// program had just been started.
func ForgetAll() {
	settings.mu.Lock()
	clear(settings.known)
	settings.letters = 0
	settings.mu.Unlock()
	for _, f := range fonts.Faces() {
		typefaces[f] = sync.OnceValue(func() *typeface { return loadTypeface(f) })
	}
}
