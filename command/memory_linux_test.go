package command_test

import (
	"bytes"
	"path/filepath"
	"syscall"
	"testing"

	"bantin/internal/race"
)

// TestHostilePicturesStaySmall measures the memory of a process that is given
// a picture which unpacks to gigabytes.
func TestHostilePicturesStaySmall(t *testing.T) {
	const limit = 300 << 20
	dir := t.TempDir()
	file, text := filepath.Join(dir, "a.bantin"), filepath.Join(dir, "a.txt")
	mustRun(t, "new", file)
	write(t, text, goodText)
	for name, picture := range map[string]string{
		"lies about its size": pngClaiming(60_000, 60_000),
		"lies less":           pngClaiming(9_000, 9_000),
		"unpacks to far more": pngBomb(t, 30_000, 30_000),
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "bomb.png")
			write(t, path, picture)
			cmd := asProcess(t, "import", file, text, "--photo", path)
			var errOut bytes.Buffer
			cmd.Stderr = &errOut
			_ = cmd.Run() // its exit code is looked at below
			refused(t, ran{cmd.ProcessState.ExitCode(), "", errOut.String()})
			used := cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss << 10
			if used > limit && !race.On {
				t.Errorf("used %d MB, want at most %d", used>>20, limit>>20)
			}
		})
	}
}
