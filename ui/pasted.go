package ui

import (
	"strings"

	"bantin/bulletin/viet"
)

// cleanPasted brings text that is pasted into a field in shape: composed
// letters, single spaces, no empty lines.
func cleanPasted(s string, _ bool) string {
	var kept []string
	for line := range strings.Lines(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(viet.Legible(viet.Normalize(s)))) {
		if tidy := viet.TidySpaces(line); tidy != "" {
			kept = append(kept, tidy)
		}
	}
	return strings.Join(kept, "\n")
}
