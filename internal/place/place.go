// Package place says where files lie, in words that people can follow.
package place

import "path/filepath"

// Folder names the folder of a file in full: "." tells nobody where that is.
func Folder(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	return filepath.Dir(path)
}
