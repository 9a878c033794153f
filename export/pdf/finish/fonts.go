package finish

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"bantin/export/pdf/object"
)

// familyPrefix is what gofpdf puts before the name of a font.
const familyPrefix = "utf8"

// finishFont names a font as the standard asks for one of which only some
// glyphs are embedded, and says what text its codes stand for.
func (f *finisher) finishFont(font *object.Dict) error {
	if font == nil {
		return fmt.Errorf("a font is missing")
	}
	base, _ := font.Value("BaseFont").(object.Name)
	known, err := f.known(strings.TrimPrefix(string(base), familyPrefix))
	if err != nil {
		return err
	}
	list, _ := font.Value("DescendantFonts").(object.Array)
	if len(list) != 1 {
		return fmt.Errorf("%s has no glyphs", base)
	}
	glyphs := f.Dict(list[0])
	descriptor := f.Dict(value(glyphs, "FontDescriptor"))
	program := f.Stream(value(descriptor, "FontFile2"))
	places := f.Stream(value(glyphs, "CIDToGIDMap"))
	if program == nil || places == nil {
		return fmt.Errorf("%s has no font file", base)
	}
	if err := packProgram(program); err != nil {
		return fmt.Errorf("%s: %w", base, err)
	}
	if err := packPlaces(places, known.Runes); err != nil {
		return fmt.Errorf("%s: %w", base, err)
	}
	name := subsetTag(program.Data) + "+" + object.Name(known.Name)
	font.Set("BaseFont", name)
	glyphs.Set("BaseFont", name)
	descriptor.Set("FontName", name)
	descriptor.Delete("MissingWidth") // says the same as /DW, for simple fonts only
	glyphs.Set("CIDSystemInfo", systemInfo("Identity"))
	font.Set("ToUnicode", f.Add(packed(object.NewDict(), toUnicode(known.Runes))))
	return nil
}

// value is d's entry, also when d is nil.
func value(d *object.Dict, key object.Name) object.Object {
	if d == nil {
		return nil
	}
	return d.Value(key)
}

func (f *finisher) known(family string) (Font, error) {
	for _, font := range f.book.Fonts {
		if font.Family == family {
			return font, nil
		}
	}
	return Font{}, fmt.Errorf("nobody painted with %q", family)
}

// subsetTag is six capital letters that differ between different subsets of
// one font (ISO 32000-1, 9.6.4).
func subsetTag(program []byte) object.Name {
	sum := sha256.Sum256(program)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return object.Name(tag)
}

func systemInfo(ordering string) *object.Dict {
	return object.NewDict("Registry", object.String("Adobe"),
		"Ordering", object.String(ordering), "Supplement", number(0))
}
