//go:build race

package pdf_test

// raceDetector says that memory cannot be judged: the detector keeps a shadow
// of all of it.
const raceDetector = true
