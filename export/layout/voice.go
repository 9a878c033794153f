package layout

import (
	"bantin/assets/fonts"
	"bantin/assets/styles"
)

// voice is one role of text, ready for setting: a styles.Type with its ink
// looked up.
type voice struct {
	styles.Type
	face          fonts.Face
	size, leading Length
	ink           Ink
	indent        Length
	hang          Length // indent of all lines but the first after a line break
}

func voiceOf(s *styles.Style, t styles.Type) voice {
	return voice{
		Type: t, face: t.Face, size: Length(t.Size), leading: Length(t.Leading),
		ink: inkOf(s, t.Ink), indent: Length(t.Indent),
	}
}

// at is the same voice in another size.
func (v voice) at(step styles.Step) voice {
	v.size, v.leading = Length(step.Size), Length(step.Leading)
	return v
}

// inkOf looks up an ink by its name in the style.
func inkOf(s *styles.Style, name string) Ink {
	i := s.Inks[name]
	return Ink{C: i[0] * 10, M: i[1] * 10, Y: i[2] * 10, K: i[3] * 10}
}

// space is the width of the face's own space.
func (v voice) space(f fonts.Face) Length {
	return typefaceOf(f).advances([]rune{' '}, v.size)[0]
}

// emphasised gives the face for emphasis inside a text that is set in f. The
// sans has no bold italic; its bold stands in.
func emphasised(f fonts.Face, bold, italic bool) fonts.Face {
	if !bold && !italic {
		return f
	}
	switch f {
	case fonts.SerifRegular, fonts.SerifItalic, fonts.SerifBold, fonts.SerifBoldItalic:
		return serif(bold || f == fonts.SerifBold || f == fonts.SerifBoldItalic,
			italic != (f == fonts.SerifItalic || f == fonts.SerifBoldItalic))
	case fonts.SansRegular:
		if bold {
			return fonts.SansSemiBold
		}
		return fonts.SansItalic
	case fonts.SansItalic:
		if bold {
			return fonts.SansSemiBold
		}
		return fonts.SansRegular
	}
	return fonts.SansBold
}

func serif(bold, italic bool) fonts.Face {
	switch {
	case bold && italic:
		return fonts.SerifBoldItalic
	case bold:
		return fonts.SerifBold
	case italic:
		return fonts.SerifItalic
	}
	return fonts.SerifRegular
}
