//go:build !ci

package windowtest

const withoutWindows = false
