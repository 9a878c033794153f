package styles

import (
	"errors"
	"fmt"
	"reflect"
	"slices"

	"bantin/assets/fonts"
)

// validate collects everything that is wrong with the style, in the order of
// the file's parts.
func (s *Style) validate() error {
	var errs []error
	check := func(ok bool, format string, args ...any) {
		if !ok {
			errs = append(errs, fmt.Errorf(format, args...))
		}
	}
	s.validatePage(check)
	s.validateInks(check)
	s.validateTypes(check)
	j := s.Justify
	check(j.SpaceStretch > 0 && j.SpaceStretch <= 200, "justify.space_stretch must be 1 to 200 percent")
	check(j.SpaceShrink >= 0 && j.SpaceShrink <= 60, "justify.space_shrink must be 0 to 60 percent")
	check(j.LetterStretch >= 0 && j.LetterStretch <= 50, "justify.letter_stretch must be 0 to 50")
	check(j.LetterShrink >= 0 && j.LetterShrink <= 30, "justify.letter_shrink must be 0 to 30")
	check(j.GlyphScale >= 0 && j.GlyphScale <= 20, "justify.glyph_scale must be 0 to 20")
	check(s.Headline.MaxLines > 0, "headline.max_lines must be at least 1")
	for _, step := range s.Headline.Smaller {
		check(step.Size > 0 && step.Leading >= step.Size, "headline.smaller: leading must not be under size")
	}
	check(s.Photo.MaxRows >= 4 && s.Photo.MaxRows <= s.Grid.Rows-6, "photo.max_rows must be 4 to grid.rows less 6")
	check(s.Photo.ColumnRows >= 4 && s.Photo.ColumnRows <= s.Grid.Rows-6, "photo.column_rows must be 4 to grid.rows less 6")
	check(s.Photo.WideRows >= 4 && s.Photo.WideRows <= s.Grid.Rows-6, "photo.wide_rows must be 4 to grid.rows less 6")
	check(s.Photo.LeastShown >= 50 && s.Photo.LeastShown <= 100, "photo.least_shown must be 50 to 100 percent")
	check(s.Photo.SmallPart >= 20 && s.Photo.SmallPart <= 100, "photo.small_part must be 20 to 100 percent")
	check(s.Story.KeepLines >= 2 && s.Story.KeepLines <= 12, "story.keep_lines must be 2 to 12")
	check(s.Quote.Indent >= 0 && s.Quote.Indent <= s.ColumnWidth()/3, "quote.indent must be at most a third of the column")
	s.validateFit(check)
	return errors.Join(errs...)
}

type checker func(ok bool, format string, args ...any)

// maxSide is 2 m: a larger sheet is a slip of the pen.
const maxSide = 5_669_291

func (s *Style) validatePage(check checker) {
	p, g := s.Page, s.Grid
	check(p.Width > 0 && p.Width <= maxSide, "page.width must be over 0 and at most 2000mm")
	check(p.Height > 0 && p.Height <= maxSide, "page.height must be over 0 and at most 2000mm")
	check(p.Bleed >= 0 && p.Top >= 0 && p.Inside >= 0 && p.Outside >= 0, "page: margins and bleed must not be negative")
	check(g.Columns >= 1 && g.Columns <= 8, "grid.columns must be 1 to 8")
	check(g.Gutter >= 0, "grid.gutter must not be negative")
	check(g.Leading > 0 && g.Ascent > 0 && g.Ascent <= g.Leading, "grid: ascent must be over 0 and at most leading")
	check(g.Rows >= 20, "grid.rows must be at least 20")
	check(s.ColumnWidth() >= 60_000, "the columns are narrower than 60pt")
	check(p.Top+Length(g.Rows)*g.Leading <= p.Height, "page.top and grid.rows reach below the page")
}

func (s *Style) validateInks(check checker) {
	names := make([]string, 0, len(s.Inks))
	for name := range s.Inks {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		ink := s.Inks[name]
		for _, part := range ink {
			check(part >= 0 && part <= 100, "ink.%s: each part must be 0 to 100 percent", name)
		}
		check(ink[0]+ink[1]+ink[2]+ink[3] <= 300, "ink.%s: more than 300 percent of ink in all", name)
	}
	used := []struct{ where, name string }{
		{"photo.frame_ink", s.Photo.FrameInk},
		{"quote.rule_ink", s.Quote.RuleInk},
		{"banner.ink", s.Banner.Ink},
		{"nameplate.rule_ink", s.Nameplate.RuleInk},
		{"story.rule_ink", s.Story.RuleInk},
		{"folio.rule_ink", s.Folio.RuleInk},
		{"imprint.rule_ink", s.Imprint.RuleInk},
	}
	for _, u := range used {
		_, ok := s.Inks[u.name]
		check(ok, "%s: no ink is called %q", u.where, u.name)
	}
}

// onGrid are the roles that run in the columns, one line on each grid line.
func (t *Types) onGrid() []*Type {
	return []*Type{&t.Body, &t.Verse, &t.Crosshead, &t.Quote, &t.Dateline, &t.Byline, &t.Affiliation}
}

func (s *Style) validateTypes(check checker) {
	v := reflect.ValueOf(&s.Types).Elem()
	onGrid := s.Types.onGrid()
	for i := range v.NumField() {
		t := v.Field(i).Addr().Interface().(*Type)
		role := v.Type().Field(i).Tag.Get("toml")
		_, inkKnown := s.Inks[t.Ink]
		check(slices.Contains(fonts.Faces(), t.Face), "type.%s: no face is called %q", role, t.Face)
		check(t.Size >= 4_000 && t.Size <= 400_000, "type.%s: size must be 4pt to 400pt", role)
		check(t.Leading >= t.Size, "type.%s: leading must not be under size", role)
		check(t.Leading == s.Grid.Leading || !slices.Contains(onGrid, t), "type.%s: leading must be that of the grid", role)
		check(inkKnown, "type.%s: no ink is called %q", role, t.Ink)
		check(slices.Contains([]Align{Justified, Left, Center, Right}, t.Align), "type.%s: align must be justify, left, center or right", role)
		check(t.Indent >= 0 && t.Indent <= 60_000, "type.%s: indent must be 0pt to 60pt", role)
		check(t.Above >= 0 && t.Above <= 6 && t.Below >= 0 && t.Below <= 6, "type.%s: above and below must be 0 to 6 lines", role)
	}
}

// TextWidth is the width of the type area.
func (s *Style) TextWidth() Length { return s.Page.Width - s.Page.Inside - s.Page.Outside }

// ColumnWidth is the width of one column.
func (s *Style) ColumnWidth() Length {
	n := Length(max(1, s.Grid.Columns))
	return (s.TextWidth() - (n-1)*s.Grid.Gutter) / n
}
