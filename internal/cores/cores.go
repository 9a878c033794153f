// Package cores says how many goroutines are to share heavy work.
package cores

import "runtime"

// Count is the number of processors that this program may compute on, at least
// 1. It is what runtime.GOMAXPROCS gives by itself: fewer than the machine has
// where the system or GOMAXPROCS in the environment allow the program no more;
// and not more where the desk lets more goroutines run at once, so that its
// window need not wait for one that computes.
func Count() int { return min(runtime.NumCPU(), runtime.GOMAXPROCS(0)) }
