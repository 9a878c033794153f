package files

import (
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// TestADialogThatIsShutAnswersNothing: GTK's portal answers 2 for Escape; nobody
// is to be asked again after that. Where it comes at once, there was no dialog.
func TestADialogThatIsShutAnswersNothing(t *testing.T) {
	chosen := map[string]dbus.Variant{"uris": dbus.MakeVariant([]string{"file:///b%E1%BA%A3n+1.bantin"})}
	for _, c := range []struct {
		name   string
		status uint32
		after  time.Duration
		want   string // the first path
		fails  bool
	}{
		{"chosen", 0, time.Second, "/bản+1.bantin", false},
		{"thought better of", 1, time.Second, "", false},
		{"shut with Escape", 2, time.Second, "", false},
		{"no dialog came", 2, time.Millisecond, "", true},
		{"nonsense", 7, time.Second, "", true},
	} {
		paths, err := readResponse([]any{c.status, chosen}, c.after)
		got := ""
		if len(paths) > 0 {
			got = paths[0]
		}
		if got != c.want || (err != nil) != c.fails {
			t.Errorf("%s: %q, %v", c.name, paths, err)
		}
	}
}
