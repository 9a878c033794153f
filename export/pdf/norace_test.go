//go:build !race

package pdf_test

// raceDetector: see race_test.go.
const raceDetector = false
