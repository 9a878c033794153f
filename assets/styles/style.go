// Package styles holds the house styles: how a page looks, as data. Each is
// one readable TOML file; the shipped ones stand beside this one, and their
// names on screen are the sentences style.NAME of the catalogue. A style may
// be based on another and state only what differs.
package styles

import "bantin/assets/fonts"

// Style is one house style. All lengths that run down the page are whole
// numbers of grid lines, so that neighbouring columns stand on one line.
type Style struct {
	Name         string         `toml:"-"`        // its file without ".toml"
	Title        string         `toml:"title"`    // what an office calls its own; empty in shipped ones
	BasedOn      string         `toml:"based_on"` // the style that it differs from, or empty
	Page         Page           `toml:"page"`
	Grid         Grid           `toml:"grid"`
	Inks         map[string]Ink `toml:"ink"`
	Justify      Justify        `toml:"justify"`
	Types        Types          `toml:"type"`
	Headline     Headline       `toml:"headline"`
	Briefs       Briefs         `toml:"briefs"`
	Contents     Contents       `toml:"contents"`
	SectionHead  SectionHead    `toml:"section_head"`
	Jump         Jump           `toml:"jump"`
	PictureStory PictureStory   `toml:"picture_story"`
	Photo        Photo          `toml:"photo"`
	Quote        Quote          `toml:"quote"`
	Banner       Banner         `toml:"banner"`
	Nameplate    Nameplate      `toml:"nameplate"`
	Story        Story          `toml:"story"`
	Folio        Folio          `toml:"folio"`
	Imprint      Imprint        `toml:"imprint"`
	Fit          []Fit          `toml:"fit"`
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
	Rule    Length `toml:"rule"`   // thickness of the rule in a gutter between two stories; 0 for none
	RuleInk string `toml:"rule_ink"`
}

// Ink is a colour in percent of cyan, magenta, yellow and black. In a file:
// [10, 100, 90, 15].
type Ink [4]int

// Justify says how far justified lines may be stretched. What the spaces may
// not take, and what is over once the letters have taken theirs, goes to the
// spaces all the same: the letters never take more.
type Justify struct {
	SpaceStretch  int `toml:"space_stretch"`  // percent of the space, at ratio 1
	SpaceShrink   int `toml:"space_shrink"`   // percent of the space, never more
	LetterStretch int `toml:"letter_stretch"` // thousandths of an em between letters, never more
	LetterShrink  int `toml:"letter_shrink"`
	GlyphScale    int `toml:"glyph_scale"` // thousandths by which letters are drawn wider or narrower, never more
	Hang          int `toml:"hang"`        // percent of what punctuation may hang into the margins
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
	Headline    Type `toml:"headline"` // its size is that of Headline
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
	Jump        Type `toml:"jump"`      // "Xem tiếp trang 5", at the foot of a column
	Continued   Type `toml:"continued"` // "Tiếp theo trang 1", over the rest of a story
	JumpHead    Type `toml:"jump_head"` // the short headline over the rest of a story

	BriefsTitle   Type `toml:"briefs_title"` // over the box of briefs
	BriefHeadline Type `toml:"brief_headline"`
	BriefBody     Type `toml:"brief_body"`

	NameplateLabel   Type `toml:"nameplate_label"`   // "BẢN TIN"
	NameplateName    Type `toml:"nameplate_name"`    // the bulletin's own name
	NameplateBody    Type `toml:"nameplate_body"`    // who publishes it
	NameplateParents Type `toml:"nameplate_parents"` // the bodies above
	NameplateNumber  Type `toml:"nameplate_number"`  // number and date
}

// Headline gives the sizes of headlines by the rank of their story and by the
// columns that they span. A headline that needs more than MaxLines is set in
// the size for fewer columns, and so on.
type Headline struct {
	MaxLines int   `toml:"max_lines"`
	Lead     Sizes `toml:"lead"`  // the leading story of page one
	Story    Sizes `toml:"story"` // any other
	Brief    Sizes `toml:"brief"` // a brief outside the box
}

// Step is a size and its leading. In a file: "25pt/30pt".
type Step struct{ Size, Leading Length }

// Briefs says how short news stand together.
type Briefs struct {
	Words   int    `toml:"words"`   // a story of fewer words is a brief
	Least   int    `toml:"least"`   // so many make a box
	Most    int    `toml:"most"`    // no more stand in one
	Columns int    `toml:"columns"` // of the box
	Frame   Frame  `toml:"frame"`
	Ground  string `toml:"ground"` // ink of the tint, for frame "tint"
	Rule    Length `toml:"rule"`   // thickness of the rule over the box, or round it
	RuleInk string `toml:"rule_ink"`
	Padding Length `toml:"padding"` // at the left and right, inside the box
	Gap     int    `toml:"gap"`     // empty grid lines between briefs; 0 for a hairline alone
}

// Contents is the list of the main stories and their pages. Its type and rules
// are those of the briefs.
type Contents struct {
	Place ContentsPlace `toml:"place"`
	Least int           `toml:"least"` // so many stories make contents
	Most  int           `toml:"most"`  // no more are listed
}

// ContentsPlace is where the contents stand.
type ContentsPlace string

// The places.
const (
	ContentsInFront ContentsPlace = "front" // page one, of issues of four pages and more
	// ContentsOverleaf is the foot of page two, for pages so small that page
	// one has room for the leading story and its photo only.
	ContentsOverleaf ContentsPlace = "overleaf"
	NoContents       ContentsPlace = "none"
)

// Frame is how a box stands out.
type Frame string

// The frames.
const (
	Tint  Frame = "tint"  // a ground of its own, a rule above
	Ruled Frame = "ruled" // rules above and below
	Boxed Frame = "boxed" // rules all round
	Plain Frame = "plain" // nothing but white
)

// SectionHead says how the name of a section stands over its first story.
type SectionHead struct {
	Form    SectionForm `toml:"form"`
	Rule    Length      `toml:"rule"` // thickness
	RuleInk string      `toml:"rule_ink"`
	Ground  string      `toml:"ground"`  // ink of the label's ground, for form "label"
	Padding Length      `toml:"padding"` // round the words on their ground
	Below   Length      `toml:"below"`   // white under it
}

// SectionForm is a way of setting section heads.
type SectionForm string

// The forms.
const (
	SectionLabel SectionForm = "label" // words on a ground, a rule from there to the margin
	SectionRule  SectionForm = "rule"  // a rule across the story, the words under it
	SectionPlain SectionForm = "plain" // words alone
)

// Jump says how a story is parted over pages.
type Jump struct {
	Rule    Length `toml:"rule"` // over the rest of a story
	RuleInk string `toml:"rule_ink"`
}

// PictureStory says how a story told in photos stands: a page of its own.
type PictureStory struct {
	Least int    `toml:"least"` // photos that make a page
	Gap   Length `toml:"gap"`   // between photos
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
	Form    NameplateForm `toml:"form"`
	Ground  string        `toml:"ground"` // ink of the band, for form "band"
	Rule    Length        `toml:"rule"`   // thickness of the rule under it
	RuleInk string        `toml:"rule_ink"`
	Below   int           `toml:"below"` // empty grid lines after

	Logo       LogoPlace `toml:"logo"`
	LogoHeight Length    `toml:"logo_height"` // at most; a broad logo is lower
	LogoWidth  int       `toml:"logo_width"`  // at most, in percent of the text's width
}

// LogoPlace is where the office's logo stands on the nameplate.
type LogoPlace string

// The places.
const (
	LogoLeft  LogoPlace = "left"  // before the words
	LogoRight LogoPlace = "right" // behind them
	LogoAbove LogoPlace = "above" // over them, in the middle
	LogoNone  LogoPlace = "none"
)

// NameplateForm is a way of setting the nameplate.
type NameplateForm string

// The forms.
const (
	NameplateCentred NameplateForm = "centred" // everything in the middle, one under the other
	NameplateBand    NameplateForm = "band"    // the name on a ground that bleeds off the page
	NameplateLeft    NameplateForm = "left"    // the name at the left, who publishes it beside it
)

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
