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
