//go:build ci

package windowtest

// withoutWindows: with the tag ci the program is built without a window
// system, on machines that have no C compiler.
const withoutWindows = true
