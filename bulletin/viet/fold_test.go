package viet_test

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"bantin/bulletin/viet"
)

func TestFold(t *testing.T) {
	for s, want := range map[string]string{
		"Đầm Hà": "dam ha", "Ðầm Hà": "dam ha", "ðồi": "doi", "ĐƯỜNG SỐ 1": "duong so 1", "TT&VH": "tt&vh",
		"nghiêng ngả": "nghieng nga", "": "", "café": "cafe", "ca\u0301\u0302y": "cay", "Ơ ƯU": "o uu",
	} {
		if got := viet.Fold(s); got != want {
			t.Errorf("Fold(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestFoldEveryLetter(t *testing.T) {
	for _, letter := range everyLetter {
		if got := viet.Fold(string(letter)); len(got) != 1 || !strings.Contains("aeiouyd", got) {
			t.Errorf("Fold(%c) = %q", letter, got)
		}
	}
}

// TestFoldProperties: folding twice is folding once, and how marks are encoded
// makes no difference.
func TestFoldProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.RuneFrom([]rune(everyLetter+" Ððbc")))).Draw(t, "s")
		got := viet.Fold(s)
		if again := viet.Fold(got); again != got {
			t.Fatalf("%+q, then %+q", got, again)
		}
		if other := viet.Fold(norm.NFD.String(s)); other != got {
			t.Fatalf("%+q, decomposed %+q", got, other)
		}
		if other := viet.Fold(viet.Normalize(s)); other != got {
			t.Fatalf("%+q, normalised %+q", got, other)
		}
	})
}
