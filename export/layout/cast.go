package layout

import (
	"encoding/binary"

	"bantin/assets/styles"
)

// cast is the units of the layout at hand, by the editions of their stories, so
// that they are compared with those of before only once.
type cast struct {
	stories map[role]*unit
	boxes   map[string]*unit
}

// role is a story under the name of its section, or without, as it comes.
type role struct {
	edition int
	section string
	guise   guise
	least   Length // see usualCrown
	most    styles.Step
}

// story is the unit of a story.
func (c *cast) story(s *story, made func() *unit) *unit {
	if c.stories == nil {
		c.stories = map[role]*unit{}
	}
	key := role{s.edition, s.section, s.guise, s.least, s.most}
	if c.stories[key] == nil {
		c.stories[key] = made()
	}
	return c.stories[key]
}

// box is the unit of briefs in one box.
func (c *cast) box(briefs []story, made func() *unit) *unit {
	if c.boxes == nil {
		c.boxes = map[string]*unit{}
	}
	var editions []byte
	for i := range briefs {
		editions = binary.AppendUvarint(editions, uint64(briefs[i].edition))
	}
	key := string(editions)
	if c.boxes[key] == nil {
		c.boxes[key] = made()
	}
	return c.boxes[key]
}
