// Package locale gives the window toolkit a locale that it can read. The
// toolkit looks at the environment before main begins and complains on standard
// error about "C" and "POSIX", which servers, scripts and tests run under. Go
// initialises packages in the order of their paths (language specification,
// "Program initialization"), and this one comes before the toolkit's.
package locale

import (
	"os"
	"strings"
)

var _ = readable()

// readable replaces a locale that is no language by Vietnamese, the program's
// own default, and reports whether it did.
func readable() bool {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		value := os.Getenv(name)
		if value == "" {
			continue
		}
		if base, _, _ := strings.Cut(value, "."); base != "C" && base != "POSIX" {
			return false
		}
		_ = os.Unsetenv(name)
	}
	_ = os.Setenv("LANG", "vi_VN.UTF-8") // at worst the complaint is printed
	return true
}
