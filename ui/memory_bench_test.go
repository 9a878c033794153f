package ui

import (
	"runtime"
	"testing"
	"time"

	"bantin/internal/cores"
)

// BenchmarkTurnOfTheWindow is how late a goroutine that has a thread to itself,
// as the window's has, comes back from a wait of a millisecond while each
// processor computes: with as many places as processors, and with those that
// makeRoom adds. The longest of 200 waits counts.
func BenchmarkTurnOfTheWindow(b *testing.B) {
	for name, beside := range map[string]int{"without-room": 0, "with-room": placesBeside} {
		b.Run(name, func(b *testing.B) {
			count := cores.Count()
			before := runtime.GOMAXPROCS(count + beside)
			defer runtime.GOMAXPROCS(before)
			stop := make(chan struct{})
			defer close(stop)
			for range count {
				go computeUntil(stop)
			}
			runtime.LockOSThread()
			defer runtime.UnlockOSThread()
			var longest, all time.Duration
			for b.Loop() {
				for range 200 {
					asked := time.Now()
					time.Sleep(time.Millisecond)
					late := time.Since(asked) - time.Millisecond
					longest, all = max(longest, late), all+late
				}
			}
			b.ReportMetric(float64(longest.Microseconds())/1000, "ms-longest")
			b.ReportMetric(float64(all.Microseconds())/1000/float64(200*b.N), "ms-late")
		})
	}
}

func computeUntil(stop <-chan struct{}) {
	for x := uint64(1); ; {
		select {
		case <-stop:
			return
		default:
			for range 1_000_000 {
				x = x*6364136223846793005 + 1442695040888963407
			}
			runtime.KeepAlive(x)
		}
	}
}
