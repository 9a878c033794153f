package windowtest

import (
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
)

// waits is how often the window's goroutine kept others waiting for longer than
// a frame while it did one thing.
type waits struct {
	doing        string
	count, worst int // worst in milliseconds
}

// painting reports whether it was none of the desk's own code.
func (w *waits) painting() bool {
	return strings.HasPrefix(w.doing, "painting") || w.doing == "nothing"
}

// tellStalls logs as a table what kept the window waiting: the desk's own code
// first, painting last, and without what this test itself asks of it. It says
// where to look; on a machine that has other things to do the longest are longer.
func (s *stage) tellStalls(path string) {
	s.t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		s.t.Errorf("the stalls were not noted: %v", err)
		return
	}
	by := map[string]*waits{}
	for _, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		ms, doing, ok := strings.Cut(line, "\t")
		n, err := strconv.Atoi(ms)
		if !ok || err != nil || strings.Contains(doing, "bantin/ui/seen") {
			continue
		}
		if by[doing] == nil {
			by[doing] = &waits{doing: doing}
		}
		by[doing].count++
		by[doing].worst = max(by[doing].worst, n)
	}
	var all []*waits
	own := 0
	for _, w := range by {
		all = append(all, w)
		if !w.painting() {
			own += w.count
		}
	}
	sort.Slice(all, func(i, j int) bool {
		if all[i].painting() != all[j].painting() {
			return all[j].painting()
		}
		return all[i].worst > all[j].worst
	})
	var table strings.Builder
	fmt.Fprintf(&table, "waits over 16 ms, %d of them in the desk's own code:\n%7s %7s\n", own, "times", "longest")
	for _, w := range all {
		fmt.Fprintf(&table, "%7d %4d ms  %s\n", w.count, w.worst, w.doing)
	}
	s.t.Log(table.String())
}
