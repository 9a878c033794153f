package place_test

import (
	"testing"

	"bantin/internal/place"
)

func TestUNCServer(t *testing.T) {
	for path, want := range map[string]string{
		`\\máy-chủ\bài\a.bantin`: "máy-chủ", `//server/share`: "server", `\\?\UNC\server\share\a`: "server", `\\?\unc\s\x`: "s",
		`C:\a`: "", `\\?\C:\a`: "", `\\.\C:`: "", `\a`: "", "": "", `\\`: "", `/home`: "",
	} {
		if got, ok := place.UNCServer(path); got != want || ok != (want != "") {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}
