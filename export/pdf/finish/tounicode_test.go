package finish

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestToUnicodeStaysWithinItsLimits(t *testing.T) {
	var runes []rune
	for r := rune('a'); len(runes) < 500; r += 2 {
		runes = append(runes, r)
	}
	runes = append(runes, 0x1EFE, 0x1EFF, 0x1F00, 0x20AB)
	slices.Sort(runes)
	var count, seen int
	for _, row := range strings.Split(string(toUnicode(runes)), "\n") {
		var first, last, to rune
		if n, _ := fmt.Sscanf(row, "%d beginbfrange", &count); n == 1 && count > 100 {
			t.Errorf("a block of %d", count)
		}
		if n, _ := fmt.Sscanf(row, "<%04X> <%04X> <%04X>", &first, &last, &to); n == 3 {
			seen += int(last - first + 1)
			if first>>8 != last>>8 || to != first {
				t.Errorf("range %s", row)
			}
		}
	}
	if seen != len(runes) {
		t.Errorf("%d codes of %d", seen, len(runes))
	}
}
