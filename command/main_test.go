package command_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"

	"bantin/assets/translations"
	"bantin/command"
)

// TestMain lets the test program stand in for bantin itself, so that tests can
// run commands in processes of their own.
func TestMain(m *testing.M) {
	if os.Getenv("BANTIN_AS_COMMAND") != "" {
		os.Exit(command.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, noDesk))
	}
	os.Exit(m.Run())
}

func noDesk(string, translations.Language) int { return command.NotDone }

// ran is how a command ended.
type ran struct {
	code     int
	out, err string
}

// run carries out a command in this process, in English.
func run(t *testing.T, args ...string) ran {
	t.Helper()
	return runWith(t, "", args...)
}

func runWith(t *testing.T, in string, args ...string) ran {
	t.Helper()
	var out, errOut bytes.Buffer
	code := command.Run(append([]string{"--lang=en"}, args...), strings.NewReader(in), &out, &errOut, noDesk)
	return ran{code, out.String(), errOut.String()}
}

// mustRun is run for commands that are expected to end well.
func mustRun(t *testing.T, args ...string) string {
	t.Helper()
	r := run(t, args...)
	if r.code != command.Done {
		t.Fatalf("bantin %s: exit code %d\n%s%s", strings.Join(args, " "), r.code, r.out, r.err)
	}
	return r.out
}

// asProcess is a command in a process of its own.
func asProcess(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, append([]string{"--lang=en"}, args...)...)
	cmd.Env = append(os.Environ(), "BANTIN_AS_COMMAND=1")
	return cmd
}

// fromJSON reads what a command printed.
func fromJSON[T any](t *testing.T, text string) T {
	t.Helper()
	var v T
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		t.Fatalf("read JSON: %v\n%s", err, text)
	}
	return v
}

// tool runs one of the checkers of the print trade.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s(poppler-utils, qpdf and ghostscript must be installed: scripts/system-packages.sh test)",
			name, strings.Join(args, " "), err, out)
	}
	return string(out)
}
