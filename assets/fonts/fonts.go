// Package fonts holds the typefaces that the program sets its pages and its
// windows in. Each has every Vietnamese letter; their licences stand beside
// them.
package fonts

import (
	"embed"
	"io"
)

// Face is one of the shipped typefaces, named by its file without ".ttf".
type Face string

// The faces. Narrow ones are for text in narrow columns, condensed ones for
// headlines, the display face for nameplates.
const (
	SerifRegular    Face = "SourceSerif4-Regular"
	SerifItalic     Face = "SourceSerif4-Italic"
	SerifBold       Face = "SourceSerif4-Bold"
	SerifBoldItalic Face = "SourceSerif4-BoldItalic"

	SansRegular  Face = "BeVietnamPro-Regular"
	SansItalic   Face = "BeVietnamPro-Italic"
	SansSemiBold Face = "BeVietnamPro-SemiBold"
	SansBold     Face = "BeVietnamPro-Bold"

	NotoRegular    Face = "NotoSerif-Regular"
	NotoItalic     Face = "NotoSerif-Italic"
	NotoBold       Face = "NotoSerif-Bold"
	NotoBoldItalic Face = "NotoSerif-BoldItalic"

	NarrowRegular    Face = "NotoSerif-SemiCondensed"
	NarrowItalic     Face = "NotoSerif-SemiCondensedItalic"
	NarrowBold       Face = "NotoSerif-SemiCondensedBold"
	NarrowBoldItalic Face = "NotoSerif-SemiCondensedBoldItalic"

	CondensedBold  Face = "NotoSerif-CondensedBold"
	CondensedBlack Face = "NotoSerif-CondensedBlack"
	DisplayBlack   Face = "NotoSerifDisplay-CondensedBlack"
)

// family is faces that go together: a row each for upright and italic, of them
// the plain one and the bold one. Where a family has none, a near one stands.
type family [2][2]Face

var families = []family{
	{{SerifRegular, SerifBold}, {SerifItalic, SerifBoldItalic}},
	{{NotoRegular, NotoBold}, {NotoItalic, NotoBoldItalic}},
	{{NarrowRegular, NarrowBold}, {NarrowItalic, NarrowBoldItalic}},
	{{SansBold, SansBold}, {SansBold, SansBold}},
	{{SansRegular, SansSemiBold}, {SansItalic, SansBold}},
	{{CondensedBold, CondensedBlack}, {CondensedBold, CondensedBlack}},
	{{DisplayBlack, DisplayBlack}, {DisplayBlack, DisplayBlack}},
}

// Faces lists every shipped face, each once.
func Faces() []Face {
	var all []Face
	seen := map[Face]bool{}
	for _, f := range families {
		for _, row := range f {
			for _, face := range row {
				if !seen[face] {
					seen[face] = true
					all = append(all, face)
				}
			}
		}
	}
	return all
}

// Emphasised gives the face for emphasis inside a text that is set in f: bold
// adds weight, italic changes the slope, so that it stands out of an italic
// text upright.
func (f Face) Emphasised(bold, italic bool) Face {
	if !bold && !italic {
		return f
	}
	for _, family := range families {
		for slope, row := range family {
			for weight, face := range row {
				if face == f {
					return family[toggled(slope, italic)][max(weight, toggled(0, bold))]
				}
			}
		}
	}
	return f
}

func toggled(slope int, change bool) int {
	if change {
		return 1 - slope
	}
	return slope
}

//go:embed *.ttf
var files embed.FS

// File is a TrueType file.
type File interface {
	io.Reader
	io.ReaderAt
	io.Seeker
}

// Open gives the TrueType file of a face to be read where it lies, without a
// copy of it in memory. It panics on a face that is not shipped.
func (f Face) Open() File {
	file, err := files.Open(string(f) + ".ttf")
	if err != nil {
		panic("unknown face " + string(f))
	}
	return file.(File)
}

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
