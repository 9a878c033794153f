package main

import (
	"bytes"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// TestREADMEShowsWhatIsThere looks that every picture and page that the README
// points to is in the project.
func TestREADMEShowsWhatIsThere(t *testing.T) {
	raw, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, link := range regexp.MustCompile(`\]\(([^)#]+)\)`).FindAllStringSubmatch(string(raw), -1) {
		if strings.HasPrefix(link[1], "http") {
			continue
		}
		if _, err := os.Stat(link[1]); err != nil {
			t.Errorf("README.md points to %s: %v", link[1], err)
		}
	}
}

// TestMain lets the test program stand in for bantin itself.
func TestMain(m *testing.M) {
	if os.Getenv("BANTIN_AS_PROGRAM") != "" {
		main()
	}
	os.Exit(m.Run())
}

// TestCommandsAreQuiet runs the whole program, desk and all, for a command: the
// window toolkit must have nothing to say about it, whatever the locale.
func TestCommandsAreQuiet(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, locale := range []string{"C", "POSIX", "vi_VN.UTF-8", "en_US.UTF-8", ""} {
		cmd := exec.Command(self, "--version")
		cmd.Env = []string{"BANTIN_AS_PROGRAM=1", "LANG=" + locale, "HOME=" + t.TempDir()}
		var out, errOut bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &errOut
		if err := cmd.Run(); err != nil || errOut.Len() > 0 || !strings.Contains(out.String(), "Bản Tin") {
			t.Errorf("LANG=%s: %v\n%s%s", locale, err, out.String(), errOut.String())
		}
	}
}
