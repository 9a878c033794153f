package viet_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"bantin/bulletin/viet"
)

// TestCompareLetters: the alphabet, and the order of the tones within a word.
func TestCompareLetters(t *testing.T) {
	for _, order := range []string{
		"a ă â b c d đ e ê g h i k l m n o ô ơ p q r s t u ư v x y",
		"ma mà mả mã má mạ",
		"da đa", "dung dũng đung", "Cẩm Châu Chi", "an ăn ân", "hoa hòa hóa hỏi",
	} {
		words := strings.Fields(order)
		for i := 1; i < len(words); i++ {
			if viet.Compare(words[i-1], words[i]) >= 0 {
				t.Errorf("%s does not come before %s", words[i-1], words[i])
			}
		}
	}
	if viet.Compare("Đầm Hà", "Đầm Hà") != 0 || viet.Compare("đầm hà", "Đầm Hà") == 0 {
		t.Error("equal texts and texts that differ in case are mixed up")
	}
}

func TestSortPeople(t *testing.T) {
	names := []string{"Vũ Văn Đức", "Trần Bình", "", "Lê Thị An", "Nguyễn Văn An", "Mai Thắm", "Hoàng Ân", "Bùi Dũng"}
	want := []string{"Lê Thị An", "Nguyễn Văn An", "Hoàng Ân", "Trần Bình", "Bùi Dũng", "Vũ Văn Đức", "Mai Thắm", ""}
	viet.SortPeople(names)
	if !slices.Equal(names, want) {
		t.Errorf("%q", names)
	}
}

// TestCompareIsAnOrder: antisymmetric and transitive, whatever the texts.
func TestCompareIsAnOrder(t *testing.T) {
	text := rapid.OneOf(rapid.StringOf(rapid.RuneFrom([]rune("aAăâđdD -ế"))), rapid.String())
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := text.Draw(t, "a"), text.Draw(t, "b"), text.Draw(t, "c")
		if viet.Compare(a, a) != 0 || viet.Compare(a, b) != -viet.Compare(b, a) {
			t.Fatalf("%q and %q: %d, %d", a, b, viet.Compare(a, b), viet.Compare(b, a))
		}
		if viet.Compare(a, b) <= 0 && viet.Compare(b, c) <= 0 && viet.Compare(a, c) > 0 {
			t.Fatalf("%q ≤ %q ≤ %q, but not the first and the last", a, b, c)
		}
	})
}

// TestCompareTogether is for the race detector.
func TestCompareTogether(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				if viet.Compare("an", "ăn") >= 0 || viet.PersonKey("Lê An") >= viet.PersonKey("Lê Bình") {
					t.Error("order lost")
				}
			}
		})
	}
	wg.Wait()
}
