package fonts_test

import (
	"testing"

	"bantin/assets/fonts"

	"golang.org/x/image/font/sfnt"
)

// vietnamese is every letter of the language that has a mark, and what a
// bulletin is punctuated with.
const vietnamese = "ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ" +
	"ĂÂĐÊÔƠƯÁÀẢÃẠẮẰẲẴẶẤẦẨẪẬÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ" +
	"–—‘’“”…·•₫€°²³½×§©%/()[]«»¤"

func TestEveryFaceHasVietnamese(t *testing.T) {
	for _, face := range fonts.Faces() {
		f, err := sfnt.Parse(face.Bytes())
		if err != nil {
			t.Fatalf("%s: %v", face, err)
		}
		var b sfnt.Buffer
		for _, r := range vietnamese {
			if glyph, err := f.GlyphIndex(&b, r); err != nil || glyph == 0 {
				t.Errorf("%s has no %q", face, r)
			}
		}
	}
}

func TestEmphasisStandsOut(t *testing.T) {
	cases := []struct {
		face         fonts.Face
		bold, italic bool
		want         fonts.Face
	}{
		{fonts.SerifRegular, true, false, fonts.SerifBold},
		{fonts.SerifItalic, false, true, fonts.SerifRegular},
		{fonts.SerifItalic, true, true, fonts.SerifBold},
		{fonts.SerifBold, false, true, fonts.SerifBoldItalic},
		{fonts.NarrowRegular, true, true, fonts.NarrowBoldItalic},
		{fonts.SansRegular, true, false, fonts.SansSemiBold},
		{fonts.SansItalic, false, true, fonts.SansRegular},
		{fonts.SansSemiBold, false, true, fonts.SansBold},
		{fonts.SansBold, true, true, fonts.SansBold},
		{fonts.CondensedBold, true, false, fonts.CondensedBlack},
		{fonts.DisplayBlack, false, false, fonts.DisplayBlack},
	}
	for _, c := range cases {
		if got := c.face.Emphasised(c.bold, c.italic); got != c.want {
			t.Errorf("%s, bold %v, italic %v: %s, want %s", c.face, c.bold, c.italic, got, c.want)
		}
	}
}
