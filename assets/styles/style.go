// Package styles holds the house styles: how a page looks, as data. Each is
// one readable TOML file beside this one; its name on screen is the sentence
// style.NAME of the catalogue.
package styles

import "bantin/assets/fonts"

// Style is one house style. All lengths that run down the page are whole
// numbers of grid lines, so that neighbouring columns stand on one line.
type Style struct {
	Name      string         `toml:"-"` // its file without ".toml"
	Page      Page           `toml:"page"`
	Grid      Grid           `toml:"grid"`
	Inks      map[string]Ink `toml:"ink"`
	Justify   Justify        `toml:"justify"`
	Types     Types          `toml:"type"`
	Headline  Headline       `toml:"headline"`
	Photo     Photo          `toml:"photo"`
	Quote     Quote          `toml:"quote"`
	Banner    Banner         `toml:"banner"`
	Nameplate Nameplate      `toml:"nameplate"`
	Story     Story          `toml:"story"`
	Folio     Folio          `toml:"folio"`
	Imprint   Imprint        `toml:"imprint"`
	Fit       []Fit          `toml:"fit"`
}

// Page is the sheet. Odd pages have their inside margin at the left.
type Page struct {
	Width   Length `toml:"width"`
	Height  Length `toml:"height"`
	Bleed   Length `toml:"bleed"`
	Top     Length `toml:"top"` // from the trim to the first line's top
	Inside  Length `toml:"inside"`
	Outside Length `toml:"outside"`
}

// Grid divides the type area.
type Grid struct {
	Columns int    `toml:"columns"`
	Gutter  Length `toml:"gutter"`
	Leading Length `toml:"leading"` // of one line, for the whole page
	Rows    int    `toml:"rows"`
	Ascent  Length `toml:"ascent"` // from a line's top to its baseline
}

// Ink is a colour in percent of cyan, magenta, yellow and black. In a file:
// [10, 100, 90, 15].
type Ink [4]int

// Justify says how far justified lines may be stretched.
type Justify struct {
	SpaceStretch  int `toml:"space_stretch"`  // percent of the space, at ratio 1
	SpaceShrink   int `toml:"space_shrink"`   // percent of the space, never more
	LetterStretch int `toml:"letter_stretch"` // thousandths of an em for each letter
	LetterShrink  int `toml:"letter_shrink"`
	GlyphScale    int `toml:"glyph_scale"` // thousandths by which letters are drawn wider or narrower
}

// Align is how the lines of a text stand in their column.
type Align string

// The alignments.
const (
	Justified Align = "justify"
	Left      Align = "left"
	Center    Align = "center"
	Right     Align = "right"
)

// Type is how one role of text is set.
type Type struct {
	Face    fonts.Face `toml:"face"`
	Size    Length     `toml:"size"`
	Leading Length     `toml:"leading"`
	Ink     string     `toml:"ink"` // a name in Style.Inks
	Align   Align      `toml:"align"`
	Indent  Length     `toml:"indent"`  // of a paragraph's first line
	Above   int        `toml:"above"`   // empty grid lines before
	Below   int        `toml:"below"`   // empty grid lines after
	Caps    bool       `toml:"caps"`    // set in capitals
	Balance bool       `toml:"balance"` // lines of a ragged text as even as can be
}

// Types is every role of text.
type Types struct {
	Banner      Type `toml:"banner"`
	Section     Type `toml:"section"`
	Kicker      Type `toml:"kicker"`
	Headline    Type `toml:"headline"`
	Deck        Type `toml:"deck"`
	Standfirst  Type `toml:"standfirst"`
	Dateline    Type `toml:"dateline"`
	Body        Type `toml:"body"`
	Verse       Type `toml:"verse"` // Indent is that of what a line has over
	Crosshead   Type `toml:"crosshead"`
	Quote       Type `toml:"quote"`
	Caption     Type `toml:"caption"`
	Credit      Type `toml:"credit"`
	Byline      Type `toml:"byline"`
	Affiliation Type `toml:"affiliation"`
	Frame       Type `toml:"frame"` // the words in an empty photo frame
	Folio       Type `toml:"folio"`
	Imprint     Type `toml:"imprint"`

	NameplateLabel   Type `toml:"nameplate_label"`   // "BẢN TIN"
	NameplateName    Type `toml:"nameplate_name"`    // the bulletin's own name
	NameplateBody    Type `toml:"nameplate_body"`    // who publishes it
	NameplateParents Type `toml:"nameplate_parents"` // the bodies above
	NameplateNumber  Type `toml:"nameplate_number"`  // number and date
}

// Headline gives smaller sizes for long headlines: the first that needs no
// more than MaxLines is taken, else the last.
type Headline struct {
	MaxLines int    `toml:"max_lines"`
	Smaller  []Step `toml:"smaller"`
}

// Step is a size and its leading.
type Step struct {
	Size    Length `toml:"size"`
	Leading Length `toml:"leading"`
}

// Photo says how pictures stand.
type Photo struct {
	Gap        Length `toml:"gap"`         // from the picture to its caption
	MaxRows    int    `toml:"max_rows"`    // height of the tallest picture, in grid lines
	ColumnRows int    `toml:"column_rows"` // of one column's width; a higher one stands narrower, its words beside it
	WideRows   int    `toml:"wide_rows"`   // across the columns, as far as cropping goes
	LeastShown int    `toml:"least_shown"` // percent of a picture that make-up leaves of its height
	SmallPart  int    `toml:"small_part"`  // width of a small photo, percent of the column
	FrameInk   string `toml:"frame_ink"`   // ground of an empty frame
}

// Quote is the rule at the left of a quotation.
type Quote struct {
	Indent  Length `toml:"indent"`
	Rule    Length `toml:"rule"`
	RuleInk string `toml:"rule_ink"`
}

// Banner is the band of the year's theme.
type Banner struct {
	Ink     string `toml:"ink"`
	Padding Length `toml:"padding"` // above and below its lines
}

// Nameplate is the head of page one of an issue.
type Nameplate struct {
	Rule    Length `toml:"rule"` // thickness of the rule under it
	RuleInk string `toml:"rule_ink"`
	Below   int    `toml:"below"` // empty grid lines after
}

// Story is what stands between the stories of an issue.
type Story struct {
	Gap       int    `toml:"gap"` // empty grid lines between stories
	Rule      Length `toml:"rule"`
	RuleInk   string `toml:"rule_ink"`
	KeepLines int    `toml:"keep_lines"` // rows of text that stay with their headline
}

// Folio is the line with the page number.
type Folio struct {
	Baseline Length `toml:"baseline"` // from the foot of the trim
	Rule     Length `toml:"rule"`
	RuleInk  string `toml:"rule_ink"`
}

// Imprint is the box at the foot of the last page of an issue.
type Imprint struct {
	Rule    Length `toml:"rule"`
	RuleInk string `toml:"rule_ink"`
	Above   int    `toml:"above"` // empty grid lines before
}
