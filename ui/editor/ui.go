package editor

import "bantin/ui/parts"

// onUI runs what background work has to show on the goroutine of the window.
func onUI(show func()) { parts.OnUI(show) }
