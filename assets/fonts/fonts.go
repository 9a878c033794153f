// Package fonts holds the typefaces that the program sets its pages and its
// windows in. Each has every Vietnamese letter; their licences stand beside
// them.
package fonts

import "embed"

// Face is one of the shipped typefaces, named by its file without ".ttf".
type Face string

// The faces.
const (
	SerifRegular    Face = "SourceSerif4-Regular"
	SerifItalic     Face = "SourceSerif4-Italic"
	SerifBold       Face = "SourceSerif4-Bold"
	SerifBoldItalic Face = "SourceSerif4-BoldItalic"
	SansRegular     Face = "BeVietnamPro-Regular"
	SansItalic      Face = "BeVietnamPro-Italic"
	SansSemiBold    Face = "BeVietnamPro-SemiBold"
	SansBold        Face = "BeVietnamPro-Bold"
)

// Faces lists every shipped face.
func Faces() []Face {
	return []Face{
		SerifRegular, SerifItalic, SerifBold, SerifBoldItalic,
		SansRegular, SansItalic, SansSemiBold, SansBold,
	}
}

//go:embed *.ttf
var files embed.FS

// Bytes gives the TrueType file of a face. Each call gives a copy, because
// some readers write into what they are given. It panics on a face that is
// not shipped.
func (f Face) Bytes() []byte {
	b, err := files.ReadFile(string(f) + ".ttf")
	if err != nil {
		panic("unknown face " + string(f))
	}
	return b
}
