package storage

import (
	"strings"
	"testing"
)

// Paths of Windows stand in a URL as SQLite reads them there.
func TestPathsOfWindowsInAURL(t *testing.T) {
	for path, want := range map[string]string{
		`C:/Bản thảo/số #4.bantin`:    "file:///C:/B%E1%BA%A3n%20th%E1%BA%A3o/s%E1%BB%91%20%234.bantin?",
		"//may-chu/chung/a%25.bantin": "file:////may-chu/chung/a%2525.bantin?",
		"/home/lan/gì thế?.bantin":    "file:///home/lan/g%C3%AC%20th%E1%BA%BF%3F.bantin?",
	} {
		if got := sourceFor(path, toRead); !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s", path, got)
		}
	}
}
