// Package transicc asks littlecms, for tests, what inks look like.
package transicc

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"bantin/assets/icc"
)

// SRGB is what littlecms makes of inks, each of 0 to 1, by a profile: relative to
// the paper, black point compensated, sRGB of 0 to 255 before rounding.
func SRGB(t testing.TB, profile []byte, inks [][4]float64) [][3]float64 {
	t.Helper()
	if _, err := exec.LookPath("transicc"); err != nil {
		t.Fatal("This test needs transicc: install the package liblcms2-utils.")
	}
	folder := t.TempDir()
	press, screen := filepath.Join(folder, "press.icc"), filepath.Join(folder, "screen.icc")
	for path, b := range map[string][]byte{press: profile, screen: icc.SRGB} {
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var asked strings.Builder
	for _, ink := range inks {
		for _, part := range ink {
			fmt.Fprintf(&asked, "%.6f ", 100*part)
		}
		asked.WriteString("\n")
	}
	command := exec.Command("transicc", "-t", "1", "-b", "-n", "-i", press, "-o", screen)
	command.Stdin = strings.NewReader(asked.String())
	said, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	out := make([][3]float64, 0, len(inks))
	for row := range bytes.Lines(said) {
		var rgb [3]float64
		if n, _ := fmt.Sscan(string(row), &rgb[0], &rgb[1], &rgb[2]); n == len(rgb) {
			out = append(out, rgb)
		}
	}
	if len(out) != len(inks) {
		t.Fatalf("transicc gave %d colours of %d inks", len(out), len(inks))
	}
	return out
}
