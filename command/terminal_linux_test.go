package command_test

import (
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"bantin/command"
)

// terminal opens a terminal: what is written to one end is read at the other.
func terminal(t *testing.T) (in, out *os.File) {
	t.Helper()
	in, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil && os.Getenv("CI") == "" {
		t.Skip("no terminals here: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	if err := unix.IoctlSetPointerInt(int(in.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	number, err := unix.IoctlGetInt(int(in.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	out, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { out.Close() })
	return in, out
}

// readUpTo writes an end to a terminal and reads what was written to it before:
// the system hands that over in pieces.
func readUpTo(in io.Reader, out io.Writer, end string) (said string, err error) {
	if _, err := io.WriteString(out, end); err != nil {
		return "", err
	}
	piece := make([]byte, 4096)
	for !strings.HasSuffix(said, end) {
		n, err := in.Read(piece)
		if err != nil {
			return said, err
		}
		said += string(piece[:n])
	}
	return said, nil
}

// TestWhatIsFoundStandsOut: in bold on a terminal, in «» on one that wants no
// emphasis, and as it is in a file or a pipe.
func TestWhatIsFoundStandsOut(t *testing.T) {
	file := library(t)
	for _, c := range []struct{ noColour, term, headline, snippet string }{
		{"", "xterm", "\x1b[1mĐầm Hà\x1b[0m vào mùa tôm", "Xã \x1b[1mĐầm Hà\x1b[0m có"},
		{"1", "xterm", "«Đầm Hà» vào mùa tôm", "Xã «Đầm Hà» có"},
		{"", "dumb", "«Đầm Hà» vào mùa tôm", "Xã «Đầm Hà» có"},
	} {
		t.Setenv("NO_COLOR", c.noColour)
		t.Setenv("TERM", c.term)
		in, out := terminal(t)
		command.Run([]string{"search", file, `"dam ha"`}, strings.NewReader(""), out, out, noDesk)
		said, err := readUpTo(in, out, "\x04")
		if err != nil || !strings.Contains(said, c.headline) || !strings.Contains(said, c.snippet) {
			t.Errorf("NO_COLOR=%q TERM=%s: %v %q", c.noColour, c.term, err, said)
		}
	}
	if said := mustRun(t, "search", file, `"dam ha"`); strings.ContainsAny(said, "«\x1b") || !strings.Contains(said, "Xã Đầm Hà có") {
		t.Errorf("in a pipe: %q", said)
	}
}
