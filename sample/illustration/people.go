package illustration

// look is how a person is dressed.
type look struct {
	skin, hair, top, bottom colour
	hat                     hat
	hatColour               colour
	panel                   bool // the long panels of an áo dài, in the colour of top
	bun                     bool
}

type hat int

const (
	bare hat = iota
	conical
	capped
	scarf
	longHair
)

var (
	skin     = hex(0xc98f66)
	skinDark = hex(0xa86f4c)
	hair     = hex(0x241d24)
	straw    = hex(0xf0dcae)
)

// body is one person being painted.
type body struct {
	c       *canvas
	x, y, h float64 // ground point and height
	facing  float64 // 1 right, -1 left
	look    look
	pose    pose
}

// person paints a person whose feet stand at x, y.
func (c *canvas) person(x, y, h, facing float64, l look, p pose) {
	b := body{c, x, y, h, facing, l, p}
	b.arm(p.farElbow, p.farHand, .3)
	b.leg(p.farKnee, p.farFoot, .28)
	b.leg(p.nearKnee, p.nearFoot, 0)
	b.torso()
	b.face()
	b.arm(p.nearElbow, p.nearHand, .08)
}

// at turns a place of the pose into one of the canvas.
func (b *body) at(q pt) pt { return pt{b.x + b.facing*q.x*b.h, b.y - q.y*b.h} }

func (b *body) shape(points ...pt) path {
	for i, q := range points {
		points[i] = b.at(q)
	}
	return smooth(points...)
}

func (b *body) arm(elbow, hand pt, shade float64) {
	shoulder := pt{b.pose.neck.x, b.pose.neck.y - .045}
	if shade > .2 {
		shoulder.x += .05
	} else {
		shoulder.x -= .045
	}
	h := b.h
	b.c.fill(limb(h*.036, h*.026, b.at(elbow), b.at(hand)), flat(b.look.skin.shaded(shade)))
	wrist := pt{elbow.x + (hand.x-elbow.x)*.72, elbow.y + (hand.y-elbow.y)*.72}
	b.c.fill(limb(h*.062, h*.045, b.at(shoulder), b.at(elbow), b.at(wrist)), flat(b.look.top.shaded(shade)))
}

func (b *body) leg(knee, foot pt, shade float64) {
	h, hip := b.h, b.pose.hip
	b.c.fill(limb(h*.03, h*.022, b.at(foot), b.at(pt{foot.x + .045, foot.y})), flat(b.look.skin.shaded(shade+.25)))
	b.c.fill(limb(h*.1, h*.062, b.at(hip), b.at(knee), b.at(pt{foot.x, foot.y + .02})), flat(b.look.bottom.shaded(shade)))
}

func (b *body) torso() {
	n, hip := b.pose.neck, b.pose.hip
	b.c.fill(limb(b.h*.045, b.h*.045, b.at(n), b.at(pt{(n.x + b.pose.head.x) / 2, (n.y + b.pose.head.y) / 2})), flat(b.look.skin.shaded(.18)))
	// Across the spine, so that bending bodies keep their width.
	dx, dy := n.x-hip.x, n.y-hip.y
	length := dx*dx + dy*dy
	across := func(from pt, w float64) pt {
		s := w / (length * 3)
		return pt{from.x + dy*s, from.y - dx*s}
	}
	p := b.shape(
		across(n, -.028), across(pt{n.x - dx*.13, n.y - dy*.13}, -.08), across(pt{n.x - dx*.55, n.y - dy*.55}, -.062), across(hip, -.068),
		pt{hip.x - dx*.13, hip.y - dy*.13},
		across(hip, .068), across(pt{n.x - dx*.55, n.y - dy*.55}, .064), across(pt{n.x - dx*.13, n.y - dy*.13}, .086), across(n, .032),
	)
	b.c.fill(p, b.modelled())
	if b.look.panel {
		b.panels()
	}
}

// modelled lights cloth from the left of the picture.
func (b *body) modelled() paint {
	w := b.h * .1
	return across(b.x-w, b.x+w, b.look.top.lit(.16), b.look.top, b.look.top.shaded(.2))
}

func (b *body) panels() {
	hip := b.pose.hip
	b.c.fill(b.shape(
		pt{hip.x - .066, hip.y + .08}, pt{hip.x + .066, hip.y + .08}, pt{hip.x + .1, hip.y - .2},
		pt{hip.x + .11, hip.y - .37}, pt{hip.x, hip.y - .39}, pt{hip.x - .115, hip.y - .36}, pt{hip.x - .085, hip.y - .15},
	), b.modelled())
	b.c.fill(limb(b.h*.008, b.h*.012, b.at(pt{hip.x + .055, hip.y}), b.at(pt{hip.x + .075, hip.y - .36})), flat(b.look.top.shaded(.25)))
}

func (b *body) face() {
	at, h := b.at(b.pose.head), b.h
	back := -b.facing
	if b.look.hat == longHair {
		n := b.at(b.pose.neck)
		b.c.fill(limb(h*.1, h*.05, at, pt{n.x + back*h*.035, n.y + h*.02}, pt{n.x + back*h*.05, n.y + h*.17}), flat(b.look.hair))
	}
	b.c.fill(ellipse(at.x, at.y, h*.048, h*.06), across(at.x-h*.05, at.x+h*.05, b.look.skin.lit(.15), b.look.skin.shaded(.12)))
	b.c.fill(smooth(
		pt{at.x + b.facing*h*.046, at.y - h*.03}, pt{at.x + b.facing*h*.02, at.y - h*.07}, pt{at.x + back*h*.04, at.y - h*.062},
		pt{at.x + back*h*.062, at.y}, pt{at.x + back*h*.045, at.y + h*.045}, pt{at.x + back*h*.02, at.y + h*.01}, pt{at.x + b.facing*h*.0, at.y - h*.032},
	), flat(b.look.hair))
	if b.look.bun {
		b.c.fill(ellipse(at.x+back*h*.062, at.y+h*.012, h*.03, h*.03), flat(b.look.hair))
	}
	b.hat(at)
}

func (b *body) hat(at pt) {
	h, f := b.h, b.facing
	switch b.look.hat {
	case conical:
		b.c.conical(at.x, at.y-h*.022, h*.135)
	case capped:
		p := smooth(pt{at.x - h*.055, at.y - h*.02}, pt{at.x - h*.035, at.y - h*.075}, pt{at.x + h*.035, at.y - h*.075}, pt{at.x + h*.055, at.y - h*.02})
		p = append(p, limb(h*.02, h*.012, pt{at.x, at.y - h*.026}, pt{at.x + f*h*.095, at.y - h*.018})...)
		b.c.fill(p, flat(b.look.hatColour))
	case scarf:
		b.c.fill(smooth(pt{at.x + f*h*.05, at.y - h*.025}, pt{at.x + f*h*.02, at.y - h*.078}, pt{at.x - f*h*.055, at.y - h*.06},
			pt{at.x - f*h*.075, at.y + h*.02}, pt{at.x - f*h*.045, at.y + h*.07}, pt{at.x - f*h*.02, at.y - h*.01}),
			down(at.y-h*.08, at.y+h*.07, b.look.hatColour.lit(.15), b.look.hatColour.shaded(.15)))
	}
}

// conical is a nón lá whose brim is centred at x, y; r is half its width.
func (c *canvas) conical(x, y, r float64) {
	rim := func(lift float64) []pt {
		return curve(pt{x - r, y}, pt{x - r*.5, y + r*lift*.75}, pt{x, y + r*lift}, pt{x + r*.5, y + r*lift*.75}, pt{x + r, y})
	}
	c.fill(append(path{}, append(rim(.2), pt{x, y - r*.12})), flat(straw.shaded(.5)))
	c.fill(append(path{}, append(rim(.12), pt{x + r*.04, y - r*.72}, pt{x - r*.04, y - r*.72})),
		across(x-r, x+r, straw.lit(.6), straw, straw.shaded(.3)))
}

// seatedBack is somebody sitting in a row in front of us: head and shoulders
// from behind; y is where the shoulders leave the picture.
func (c *canvas) seatedBack(x, y, s float64, l look) {
	c.fill(smooth(pt{x - s*.5, y + s*.2}, pt{x - s*.47, y - s*.22}, pt{x - s*.16, y - s*.46}, pt{x + s*.16, y - s*.46},
		pt{x + s*.47, y - s*.22}, pt{x + s*.5, y + s*.2}, pt{x, y + s*.3}),
		across(x-s*.5, x+s*.5, l.top.lit(.22), l.top, l.top.shaded(.3)))
	c.fill(limb(s*.22, s*.26, pt{x, y - s*.62}, pt{x, y - s*.42}), flat(l.skin.shaded(.2)))
	c.fill(ellipse(x, y-s*.76, s*.215, s*.26), across(x-s*.2, x+s*.2, l.hair.lit(.12), l.hair))
	for _, side := range [...]float64{-1, 1} {
		c.fill(ellipse(x+side*s*.215, y-s*.72, s*.04, s*.065), flat(l.skin))
	}
	switch {
	case l.hat == longHair:
		c.fill(limb(s*.42, s*.3, pt{x, y - s*.72}, pt{x, y - s*.2}), across(x-s*.2, x+s*.2, l.hair.lit(.12), l.hair))
	case l.bun:
		c.fill(ellipse(x, y-s*.62, s*.12, s*.11), flat(l.hair.lit(.1)))
	}
}
