package look

import (
	"os"
	"sync"

	"github.com/rymdport/portal/settings/appearance"
)

// Silent reports whether the system says nothing of light and dark. Fyne takes
// that for dark.
var Silent = sync.OnceValue(func() bool {
	if os.Getenv("FYNE_THEME") != "" {
		return false
	}
	_, err := appearance.GetColorScheme()
	return err != nil
})
