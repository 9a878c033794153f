//go:build !linux && !darwin && !windows

package place

// volumeOf knows nothing of the drives of other systems.
func volumeOf(string) (Kind, string) { return Local, "" }
