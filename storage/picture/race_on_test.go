//go:build race

package picture_test

// raceDetector says that memory counts several times.
const raceDetector = true
