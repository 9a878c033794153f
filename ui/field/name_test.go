package field_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"bantin/ui/field"
	"bantin/ui/look"
)

// TestTheNumberOfALongNameStays: issues of a bulletin differ by nothing else.
func TestTheNumberOfALongNameStays(t *testing.T) {
	test.NewTempApp(t)
	set := field.Look{Size: 13, Style: look.Sans, Leading: 1.4}
	const long = "Bản tin Trung tâm Truyền thông – Văn hóa – Thể thao"
	for name, end := range map[string]string{
		long + " số 105": "… số 105", long + " số 11 (17)": "… số 11 (17)", long + " no. 12": "… no. 12",
		long + " 2026": "… 2026", long: "…",
	} {
		for width := float32(400); width > 120; width -= 7 {
			got := field.ClampName(name, set, width)
			if look.Width(got, set.Size, set.Style) > width {
				t.Fatalf("%q is wider than %v", got, width)
			}
			if got != name && !strings.HasSuffix(got, end) {
				t.Errorf("in %v: %q", width, got)
			}
		}
		if got := field.ClampName(name, set, 2000); got != name {
			t.Errorf("with room enough %q", got)
		}
	}
	if got := field.ClampName(long+" số 105", set, 40); !strings.HasSuffix(got, "…") {
		t.Errorf("where the number takes all the room: %q", got)
	}
}
