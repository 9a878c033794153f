//go:build race

package race

// On is true: this was built with the race detector.
const On = true
