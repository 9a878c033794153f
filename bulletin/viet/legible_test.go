package viet_test

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"bantin/bulletin/viet"
)

func TestLegible(t *testing.T) {
	for s, want := range map[string]string{
		"":                               "",
		"Tỉnh ủy\tdo\r\nông":             "Tỉnh ủy\tdo\r\nông",
		"trang\ao\x1fnoi\x1ehai \uFFFCa": "trang\tonoi-hai  a",
		"dòng\vmới\ftrang\u2028và\u2029hết": "dòng\nmới\ntrang\nvà\nhết",
		"\uF0B7 Một\n\uF0A7\tHai":           "• Một\n•\tHai",
		"từ 5\uF02D7 giờ, 30\uF0B0C":        "từ 5–7 giờ, 30°C",
		"a\x1a":                             "a",
		"Vụ\x01lúa\x00":                     "Vụ\uFFFDlúa\uFFFD",
		"\uE123 Một \uE124 hai\n \uF04A":    "• Một   hai\n •",
		"T\uE123m \uE123\uE123":             "T\uFFFDm \uFFFD\uFFFD",
		"\U000F0001 xa":                     "• xa",
	} {
		if got := viet.Legible(s); got != want {
			t.Errorf("Legible(%+q) = %+q, want %+q", s, got, want)
		}
	}
}

// TestLegibleProperties: nothing is left that prints as a box, letters and
// figures stay in their order, and nothing is left to do.
func TestLegibleProperties(t *testing.T) {
	odd := rapid.RuneFrom([]rune(" \n\r\t\v\f\a\x00\x1a\x1e\x1f\u0085\u2028\uFFFC\uF0B7\uF02D\uF04A\uE000\U00100000aế1"))
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return r
			}
			return -1
		}, s)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.OneOf(odd, rapid.Rune())).Draw(t, "s")
		got := viet.Legible(s)
		for _, r := range got {
			if unicode.IsControl(r) && !strings.ContainsRune("\t\n\r", r) || unicode.Is(unicode.Co, r) || r == '\uFFFC' {
				t.Fatalf("%+q keeps %U: %+q", s, r, got)
			}
		}
		if letters(got) != letters(s) {
			t.Fatalf("%+q lost letters: %+q", s, got)
		}
		if again := viet.Legible(got); again != got {
			t.Fatalf("%+q, then %+q", got, again)
		}
	})
}
