package cores_test

import (
	"runtime"
	"testing"

	"bantin/internal/cores"
)

func TestPlacesForTheWindowAreNotForHeavyWork(t *testing.T) {
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	for _, c := range []struct{ places, count int }{
		{1, 1}, {runtime.NumCPU(), runtime.NumCPU()}, {runtime.NumCPU() + 2, runtime.NumCPU()},
	} {
		runtime.GOMAXPROCS(c.places)
		if got := cores.Count(); got != c.count {
			t.Errorf("with %d places, heavy work has %d of %d processors, want %d", c.places, got, runtime.NumCPU(), c.count)
		}
	}
}
