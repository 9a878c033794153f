package ui

import "bantin/ui/parts"

// The window and its panes call the small parts by these names.
const quietPadX = parts.QuietPadX

type quiet = parts.Quiet

var (
	newQuiet = parts.NewQuiet
	newGrip  = parts.NewGrip
	rule     = parts.Rule
	ground   = parts.Ground
	words    = parts.Words
	show     = parts.Show
	space    = parts.Space
)

// onUI runs what background work has to show on the goroutine of the window.
func onUI(do func()) { parts.OnUI(do) }
