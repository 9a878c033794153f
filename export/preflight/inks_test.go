package preflight_test

import (
	"fmt"
	"maps"
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

// TestOneBadLetterIsToldOnce: a letter that no face has, in many paragraphs of one
// story, is one finding with the number of its places; in another story another.
func TestOneBadLetterIsToldOnce(t *testing.T) {
	at := func(article bulletin.ID, block int, chars string) change {
		return found("missing_glyph", bulletin.Warning, bulletin.Place{Article: article, Field: bulletin.FieldBody, Block: block},
			bulletin.Args{"chars": chars, "n": 2, "text": "vui"})
	}
	all := ofRule(check(at("bai1", 0, "U+E000"), at("bai1", 1, "U+E000"), at("bai1", 2, "U+E000"), at("bai1", 3, "U+E001"), at("bai2", 0, "U+E000")), "missing_glyph")
	places, letters := map[string]any{}, map[string]any{}
	for _, f := range all {
		key := fmt.Sprint(f.Where.Article, " ", f.Args["chars"], " ", f.Where.Block)
		places[key], letters[key] = f.Args["places"], f.Args["n"]
	}
	if want := map[string]any{"bai1 U+E000 0": 3, "bai1 U+E001 3": nil, "bai2 U+E000 0": nil}; !maps.Equal(places, want) {
		t.Errorf("places %v, want %v", places, want)
	}
	if want := map[string]any{"bai1 U+E000 0": 6, "bai1 U+E001 3": 2, "bai2 U+E000 0": 2}; !maps.Equal(letters, want) {
		t.Errorf("letters %v, want %v", letters, want)
	}
}

// TestSmallTextInSeveralInksStopsThePress by its size: running text is an error,
// what is a little larger a warning, and headlines are as colourful as one likes.
func TestSmallTextInSeveralInksStopsThePress(t *testing.T) {
	accent := layout.Ink{M: 1000, Y: 900, K: 240}
	for size, want := range map[int64]bulletin.Severity{9: bulletin.Error, 12: bulletin.Warning, 14: ""} {
		all := ofRule(check(putting(inked(sized(layout.Length(size)*layout.Point, line("chữ đỏ", mm(20), mm(90), bodySource)), accent))), "text_mixed")
		if want == "" && len(all) > 0 || want != "" && (len(all) != 1 || all[0].Severity != want) {
			t.Errorf("%d pt: %+v", size, all)
		}
	}
}
