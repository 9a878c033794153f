//go:build windows || darwin

package stale

// Clear does nothing: there are no window managers.
func Clear() {}
