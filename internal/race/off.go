//go:build !race

package race

// On is false: this was built without the race detector.
const On = false
