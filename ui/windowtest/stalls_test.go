package windowtest

import (
	"os"
	"strconv"
	"strings"
)

// tellStalls logs what kept the window waiting for longer than a frame: on a
// loaded machine that says little, on a quiet one where to look.
func (s *stage) tellStalls(path string) {
	raw, err := os.ReadFile(path)
	if err != nil {
		s.t.Errorf("the stalls were not noted: %v", err)
		return
	}
	worst, count := map[string]int{}, map[string]int{}
	for _, line := range strings.Split(strings.TrimSpace(string(raw)), "\n") {
		ms, doing, ok := strings.Cut(line, "\t")
		if n, err := strconv.Atoi(ms); ok && err == nil {
			count[doing]++
			worst[doing] = max(worst[doing], n)
		}
	}
	for doing, n := range count {
		s.t.Logf("%d waits for %s, the longest %d ms", n, doing, worst[doing])
	}
}
