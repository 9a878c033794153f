package styles

import (
	"reflect"
	"slices"

	"bantin/assets/fonts"
	"bantin/assets/tomlfile"
	"bantin/bulletin"
)

// Bounds of what can be set: smaller type cannot be read, and a sheet of over
// 2 m is a slip of the pen.
const (
	leastType   = 4_000
	mostType    = 400_000
	maxSide     = 5_669_291
	leastColumn = 60_000 // width
	mostRule    = 20_000
	mostLogo    = 200_000
)

// validate gives everything that is wrong with the style, in the order of the
// file's parts.
func (s *Style) validate() []tomlfile.Fault {
	c := &checker{}
	s.validatePage(c)
	s.validateInks(c)
	s.validateTypes(c)
	s.validateJustify(c)
	s.validateHeadlines(c)
	s.validatePhoto(c)
	s.validateStories(c)
	s.validateFurniture(c)
	s.validateFit(c)
	return c.Faults
}

func (s *Style) validatePage(c *checker) {
	p, g := s.Page, s.Grid
	c.length("page.width", p.Width, 1, maxSide)
	c.length("page.height", p.Height, 1, maxSide)
	c.length("page.bleed", p.Bleed, 0, maxSide)
	c.length("page.top", p.Top, 0, maxSide)
	c.length("page.inside", p.Inside, 0, maxSide)
	c.length("page.outside", p.Outside, 0, maxSide)
	c.between("grid.columns", g.Columns, 1, 8)
	c.length("grid.gutter", g.Gutter, 0, 200_000)
	c.length("grid.leading", g.Leading, leastType, mostType)
	c.length("grid.ascent", g.Ascent, 1, max(1, g.Leading))
	c.between("grid.rows", g.Rows, 20, 400)
	c.length("grid.rule", g.Rule, 0, mostRule)
	c.ink("grid.rule_ink", s, g.RuleInk)
	c.That(s.ColumnWidth() >= leastColumn, "grid.columns", "style_column_narrow",
		bulletin.Args{"width": s.ColumnWidth().String(), "least": Length(leastColumn).String()})
	c.That(p.Top+Length(g.Rows)*g.Leading <= p.Height, "grid.rows", "style_page_full",
		bulletin.Args{"height": p.Height.String(), "foot": (p.Top + Length(g.Rows)*g.Leading).String()})
}

// ink notes an ink that the style does not have.
func (c *checker) ink(where string, s *Style, name string) {
	if _, ok := s.Inks[name]; ok {
		return
	}
	oneOf(c, where, name, s.inkNames()...)
}

func (s *Style) inkNames() []string {
	names := make([]string, 0, len(s.Inks))
	for name := range s.Inks {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// mostInk is what four inks may cover together, in percent.
const mostInk = 300

func (s *Style) validateInks(c *checker) {
	for _, name := range s.inkNames() {
		ink := s.Inks[name]
		for _, part := range ink {
			c.between("ink."+name, part, 0, 100)
		}
		c.between("ink."+name, max(0, ink[0]+ink[1]+ink[2]+ink[3]), 0, mostInk)
	}
}

// onGrid are the roles that run in the columns, one line on each grid line.
func (t *Types) onGrid() []*Type {
	return []*Type{
		&t.Body, &t.Verse, &t.Crosshead, &t.Quote, &t.Dateline, &t.Byline, &t.Affiliation, &t.BriefBody, &t.Jump,
	}
}

// leadOnGrid gives the roles on the grid its leading where the file states none.
func (s *Style) leadOnGrid() {
	for _, t := range s.Types.onGrid() {
		if t.Leading == 0 {
			t.Leading = s.Grid.Leading
		}
	}
}

func (s *Style) validateTypes(c *checker) {
	v := reflect.ValueOf(&s.Types).Elem()
	onGrid := s.Types.onGrid()
	for i := range v.NumField() {
		t := v.Field(i).Addr().Interface().(*Type)
		key := "type." + v.Type().Field(i).Tag.Get("toml")
		oneOf(c, key+".face", t.Face, fonts.Faces()...)
		c.length(key+".size", t.Size, leastType, mostType)
		c.That(t.Leading >= t.Size, key+".leading", "style_leading", bulletin.Args{"size": t.Size.String()})
		c.That(t.Leading == s.Grid.Leading || !slices.Contains(onGrid, t), key+".leading", "style_off_grid",
			bulletin.Args{"leading": s.Grid.Leading.String()})
		c.ink(key+".ink", s, t.Ink)
		oneOf(c, key+".align", t.Align, Justified, Left, Center, Right)
		c.length(key+".indent", t.Indent, 0, 60_000)
		c.between(key+".above", t.Above, 0, 6)
		c.between(key+".below", t.Below, 0, 6)
	}
}

func (s *Style) validateJustify(c *checker) {
	j := s.Justify
	c.between("justify.space_stretch", j.SpaceStretch, 1, 200)
	c.between("justify.space_shrink", j.SpaceShrink, 0, 60)
	c.between("justify.letter_stretch", j.LetterStretch, 0, 40)
	c.between("justify.letter_shrink", j.LetterShrink, 0, 20)
	c.between("justify.glyph_scale", j.GlyphScale, 0, 20)
	c.between("justify.hang", j.Hang, 0, 100)
}

func (s *Style) validateHeadlines(c *checker) {
	c.between("headline.max_lines", s.Headline.MaxLines, 1, 12)
	for _, list := range []struct {
		key   string
		steps []Step
	}{{"headline.lead", s.Headline.Lead}, {"headline.story", s.Headline.Story}, {"headline.brief", s.Headline.Brief}} {
		c.between(list.key, len(list.steps), 1, 8)
		for i, step := range list.steps {
			c.step(list.key, step)
			c.That(i == 0 || step.Size >= list.steps[i-1].Size, list.key, "style_order", nil)
		}
	}
}

func (s *Style) validatePhoto(c *checker) {
	p := s.Photo
	c.length("photo.gap", p.Gap, 0, 60_000)
	c.between("photo.max_rows", p.MaxRows, 4, s.Grid.Rows-6)
	c.between("photo.column_rows", p.ColumnRows, 4, s.Grid.Rows-6)
	c.between("photo.wide_rows", p.WideRows, 4, s.Grid.Rows-6)
	c.between("photo.least_shown", p.LeastShown, 50, 100)
	c.between("photo.small_part", p.SmallPart, 20, 100)
	c.ink("photo.frame_ink", s, p.FrameInk)
}

func (s *Style) validateStories(c *checker) {
	q, b := s.Quote, s.Briefs
	c.length("quote.indent", q.Indent, 0, s.ColumnWidth()/3)
	c.length("quote.rule", q.Rule, 0, mostRule)
	c.ink("quote.rule_ink", s, q.RuleInk)
	c.between("story.gap", s.Story.Gap, 0, 12)
	c.length("story.rule", s.Story.Rule, 0, mostRule)
	c.ink("story.rule_ink", s, s.Story.RuleInk)
	c.between("story.keep_lines", s.Story.KeepLines, 2, 12)
	c.between("briefs.words", b.Words, 0, 2000)
	c.between("briefs.least", b.Least, 1, 40)
	c.between("briefs.most", b.Most, max(1, b.Least), 40)
	oneOf(c, "briefs.frame", b.Frame, Tint, Ruled, Boxed, Plain)
	c.ink("briefs.ground", s, b.Ground)
	c.length("briefs.rule", b.Rule, 0, mostRule)
	c.ink("briefs.rule_ink", s, b.RuleInk)
	c.length("briefs.padding", b.Padding, 0, s.ColumnWidth()/5)
	c.between("briefs.gap", b.Gap, 0, 4)
	if l := s.Contents; l != (Contents{}) {
		oneOf(c, "contents.place", l.Place, ContentsInFront, ContentsOverleaf, NoContents)
		c.between("contents.least", l.Least, 1, 40)
		c.between("contents.most", l.Most, max(1, l.Least), 40)
	}
	c.length("jump.rule", s.Jump.Rule, 0, mostRule)
	c.ink("jump.rule_ink", s, s.Jump.RuleInk)
	c.between("picture_story.least", s.PictureStory.Least, 1, 40)
	c.length("picture_story.gap", s.PictureStory.Gap, 0, 60_000)
}

func (s *Style) validateFurniture(c *checker) {
	n, h := s.Nameplate, s.SectionHead
	oneOf(c, "section_head.form", h.Form, SectionLabel, SectionRule, SectionPlain)
	c.length("section_head.rule", h.Rule, 0, mostRule)
	c.ink("section_head.rule_ink", s, h.RuleInk)
	c.ink("section_head.ground", s, h.Ground)
	c.length("section_head.padding", h.Padding, 0, 20_000)
	c.length("section_head.below", h.Below, 0, 40_000)
	c.ink("banner.ink", s, s.Banner.Ink)
	c.length("banner.padding", s.Banner.Padding, 0, 60_000)
	oneOf(c, "nameplate.form", n.Form, NameplateCentred, NameplateBand, NameplateLeft)
	c.ink("nameplate.ground", s, n.Ground)
	c.length("nameplate.rule", n.Rule, 0, mostRule)
	c.ink("nameplate.rule_ink", s, n.RuleInk)
	c.between("nameplate.below", n.Below, 0, 6)
	oneOf(c, "nameplate.logo", n.Logo, LogoLeft, LogoRight, LogoAbove, LogoNone)
	c.length("nameplate.logo_height", n.LogoHeight, 0, mostLogo)
	c.between("nameplate.logo_width", n.LogoWidth, 5, 40)
	c.length("folio.baseline", s.Folio.Baseline, 0, maxSide)
	c.length("folio.rule", s.Folio.Rule, 0, mostRule)
	c.ink("folio.rule_ink", s, s.Folio.RuleInk)
	c.length("imprint.rule", s.Imprint.Rule, 0, mostRule)
	c.ink("imprint.rule_ink", s, s.Imprint.RuleInk)
	c.between("imprint.above", s.Imprint.Above, 0, 6)
}

// TextWidth is the width of the type area.
func (s *Style) TextWidth() Length { return s.Page.Width - s.Page.Inside - s.Page.Outside }

// ColumnWidth is the width of one column.
func (s *Style) ColumnWidth() Length {
	n := Length(max(1, s.Grid.Columns))
	return (s.TextWidth() - (n-1)*s.Grid.Gutter) / n
}

// SpanWidth is the width of so many columns with the gutters between them; of
// all columns it is TextWidth.
func (s *Style) SpanWidth(columns int) Length {
	if columns >= s.Grid.Columns {
		return s.TextWidth()
	}
	n := Length(max(1, columns))
	return n*s.ColumnWidth() + (n-1)*s.Grid.Gutter
}
