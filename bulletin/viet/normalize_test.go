package viet_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"bantin/bulletin/viet"
)

// letters are all Vietnamese letters that carry marks.
const letters = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"

var everyLetter = letters + strings.ToUpper(letters)

// tones are the tone marks; everything else that combines is a shape.
const tones = "\u0300\u0309\u0303\u0301\u0323"

// toneFirst decomposes a letter and puts its tone in front of its shape.
func toneFirst(letter rune) string {
	var base, tone, shape string
	for i, r := range norm.NFD.String(string(letter)) {
		switch {
		case i == 0:
			base = string(r)
		case strings.ContainsRune(tones, r):
			tone += string(r)
		default:
			shape += string(r)
		}
	}
	return base + tone + shape
}

func TestNormalizeEveryLetter(t *testing.T) {
	for _, letter := range everyLetter {
		want := string(letter)
		for name, form := range map[string]string{
			"NFC": want, "NFD": norm.NFD.String(want), "tone first": toneFirst(letter),
			"half composed": norm.NFC.String(toneFirst(letter)),
		} {
			if got := viet.Normalize(form); got != want {
				t.Errorf("%s of %s: %+q became %+q", name, want, form, got)
			}
			if got := viet.Normalize("x" + form + "ng"); got != "x"+want+"ng" {
				t.Errorf("%s of %s in a word: %q", name, want, got)
			}
		}
	}
}

func TestNormalizeBrokenBytes(t *testing.T) {
	for raw, want := range map[string]string{
		"": "", "plain": "plain", "a\x96b": "a\uFFFDb", "\xed\xa0\xbd": "\uFFFD", "l\xc3": "l\uFFFD", "ế\xff": "ế\uFFFD",
		"  hai  dấu cách\u00a0": "  hai  dấu cách\u00a0",
	} {
		if got := viet.Normalize(raw); got != want {
			t.Errorf("%q became %q, want %q", raw, got, want)
		}
	}
}

// TestNormalizeProperties: valid, NFC, the same when done twice, and the same
// for canonically equal texts.
func TestNormalizeProperties(t *testing.T) {
	mixed := rapid.StringOf(rapid.OneOf(
		rapid.RuneFrom([]rune("aeiouyAEOUdđ \u0302\u0306\u031B\u0300\u0301\u0303\u0309\u0323êơăộ")),
		rapid.Rune(),
	))
	rapid.Check(t, func(t *rapid.T) {
		s := mixed.Draw(t, "s")
		if rapid.Bool().Draw(t, "cut") && s != "" {
			s = s[:len(s)-1]
		}
		got := viet.Normalize(s)
		if !utf8.ValidString(got) || !norm.NFC.IsNormalString(got) {
			t.Fatalf("%+q became %+q", s, got)
		}
		if again := viet.Normalize(got); again != got {
			t.Fatalf("%+q became %+q and then %+q", s, got, again)
		}
		if utf8.ValidString(s) {
			if other := viet.Normalize(norm.NFD.String(s)); other != got {
				t.Fatalf("%+q: %+q, but its NFD gives %+q", s, got, other)
			}
		}
	})
}

const paragraph = "Chiều ngày 10/4, đoàn công tác của xã Khe Mây đã có buổi làm việc với bà con thôn Nà Pản về việc trồng quế. "

func BenchmarkNormalize(b *testing.B) {
	for name, text := range map[string]string{
		"composed": strings.Repeat(paragraph, 20), "decomposed": norm.NFD.String(strings.Repeat(paragraph, 20)),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				viet.Normalize(text)
			}
		})
	}
}

func BenchmarkFold(b *testing.B) {
	text := strings.Repeat(paragraph, 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		viet.Fold(text)
	}
}

func BenchmarkTidySpaces(b *testing.B) {
	text := strings.Repeat(paragraph, 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		viet.TidySpaces(text)
	}
}

// TestNormalizeAgreesWithNFC takes every code point that there is, alone and
// between letters, and what stands there decomposed.
func TestNormalizeAgreesWithNFC(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) || strings.ContainsRune("\u0302\u0306\u031B", r) { // which Normalize moves itself
			continue
		}
		for _, s := range []string{string(r), "a" + string(r) + "ệ"} {
			want := norm.NFC.String(s)
			if got := viet.Normalize(s); got != want {
				t.Fatalf("%U in %q: %q, want %q", r, s, got, want)
			}
			if got := viet.Normalize(norm.NFD.String(s)); got != want {
				t.Fatalf("%U in %q, decomposed: %q, want %q", r, s, got, want)
			}
		}
	}
}
