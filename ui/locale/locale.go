// Package locale gives the window toolkit a language that it can read. The
// toolkit looks at the environment before main begins and complains on standard
// error about "C.UTF-8", which servers, scripts and tests run under. Go
// initialises packages in the order of their paths (language specification,
// "Program initialization"), and this one comes before the toolkit's.
package locale

import (
	"os"
	"strings"
)

var _ = readable()

// readable names Vietnamese, the program's own default, as the language where
// the locale is none, and reports whether it did. The locale itself stays as
// it is: the keyboard's letters are read in its encoding.
func readable() bool {
	if os.Getenv("LANGUAGE") != "" {
		return false
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			base, encoding, _ := strings.Cut(value, ".")
			if encoding == "" || base != "C" && base != "POSIX" {
				return false
			}
			return os.Setenv("LANGUAGE", "vi") == nil
		}
	}
	return false
}
