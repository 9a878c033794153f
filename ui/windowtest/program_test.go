package windowtest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

// place is where the program is built: once for all tests, of which each would
// spend half its time on it otherwise.
var place string

func TestMain(m *testing.M) { os.Exit(withPlace(m.Run)) }

func withPlace(run func() int) int {
	var err error
	if place, err = os.MkdirTemp("", "bantin-windows"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(place)
	return run()
}

// program is the path of the program: the module's own main, which opens the
// desk when it is given a file.
func program(t *testing.T) string {
	t.Helper()
	path, err := builtProgram()
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// builtProgram builds it when it is asked for first.
var builtProgram = sync.OnceValues(func() (string, error) {
	out := filepath.Join(place, "bantin")
	said, err := exec.Command("go", "build", "-o", out, "bantin").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("build the program: %w\n%s", err, said)
	}
	return out, nil
})
