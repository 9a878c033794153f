package field

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// tenWide measures every rune as ten units wide.
func tenWide(s string, _ Look) float32 { return float32(10 * len([]rune(s))) }

func plainText(s string, width float32) *text {
	t := &text{width: width, look: Look{Size: 10, Leading: 2}, measure: tenWide}
	t.set(s)
	return t
}

func rowsOf(t *text) []string {
	var out []string
	for _, p := range t.paras {
		for _, r := range p.rows {
			out = append(out, string(t.runes[r.start:r.end]))
		}
	}
	return out
}

func TestWordsWrapAfterSpaces(t *testing.T) {
	for text, want := range map[string][]string{
		"một hai ba":          {"một hai ", "ba"},
		"":                    {""},
		"a\n\nb":              {"a", "", "b"},
		"a\u2028b":            {"a\u2028", "b"},
		"nghiêngngửa rồi":     {"nghiêngn", "gửa rồi"},
		"một hai            ": {"một hai            "},
	} {
		if got := rowsOf(plainText(text, 80)); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A change must leave the same rows as setting the whole text anew.
func TestAChangeWrapsLikeTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.StringOfN(rapid.SampledFrom([]rune("aăơ  \n\u2028#> ")), 0, 40, -1)
		got := plainText(letters.Draw(t, "start"), 60)
		for range rapid.IntRange(1, 8).Draw(t, "changes") {
			from := rapid.IntRange(0, len(got.runes)).Draw(t, "from")
			to := rapid.IntRange(from, len(got.runes)).Draw(t, "to")
			got.replace(from, to, []rune(letters.Draw(t, "with")))
			want := plainText(string(got.runes), 60)
			if !reflect.DeepEqual(got.paras, want.paras) {
				t.Fatalf("after a change of %q:\n%+v\nwant\n%+v", string(got.runes), got.paras, want.paras)
			}
		}
	})
}

func TestPlacesAndPoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOfN(rapid.SampledFrom([]rune("ab #\n")), 0, 60, -1).Draw(t, "text")
		text := plainText(s, 60)
		offset := rapid.IntRange(0, len(text.runes)).Draw(t, "offset")
		x, y, height := text.point(offset)
		if got := text.at(x, y+height/2); got != offset {
			// Spaces at the end of a row stand outside the column.
			_, y2, _ := text.point(got)
			if y2 != y {
				t.Fatalf("place %d of %q is at %v,%v, where place %d is", offset, s, x, y, got)
			}
		}
	})
}
