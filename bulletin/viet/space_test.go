package viet_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bantin/bulletin/viet"
)

func TestTidySpaces(t *testing.T) {
	for s, want := range map[string]string{
		"":                             "",
		" \u00a0\t ":                   "",
		"Tỉnh ủy\u00a0 do":             "Tỉnh ủy do",
		"\u00a0\u00a0 Mai Thắm ":       "Mai Thắm",
		"a\u2003b\u3000c\u202fd":       "a b c d",
		"a\r\nb\u2028c":                "a b c",
		"so\u00adft\u200b\ufeff":       "soft",
		"\u202axã\u202c \u2066a\u2069": "xã a",
		"a \u200b b":                   "a b",
		"nguyên vẹn":                   "nguyên vẹn",
	} {
		if got := viet.TidySpaces(s); got != want {
			t.Errorf("TidySpaces(%+q) = %+q, want %+q", s, got, want)
		}
	}
}

// TestTidySpacesProperties: only single spaces between words, the words and
// their order as before, and nothing left to do.
func TestTidySpacesProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.OneOf(rapid.RuneFrom([]rune(" \u00a0\t\n\u3000\u2028aế1.\ufffd")), rapid.Rune())).Draw(t, "s")
		got := viet.TidySpaces(s)
		if got != strings.Join(strings.Fields(got), " ") {
			t.Fatalf("%+q", got)
		}
		if again := viet.TidySpaces(got); again != got {
			t.Fatalf("%+q, then %+q", got, again)
		}
		if !strings.ContainsFunc(s, func(r rune) bool { return viet.TidySpaces(string(r)) == "" && len(strings.Fields(string(r))) > 0 }) &&
			!slices.Equal(strings.Fields(s), strings.Fields(got)) {
			t.Fatalf("%+q lost words: %+q", s, got)
		}
	})
}
