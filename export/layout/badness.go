package layout

import (
	"slices"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// Badness is how bad a page looks. Its unit is a hundredth of one blank line
// of one column: what an editor would see as that much white weighs as much.
type Badness int32

// blankLine is one blank line of one column.
const blankLine Badness = 100

// Flaw names what an editor would object to; its words are flaw.NAME in the
// catalogue.
type Flaw string

// The flaws, each with its weight in weigh.
const (
	FlawWhite      Flaw = "white"       // blank lines under a story or at the foot of a page
	FlawUneven     Flaw = "uneven"      // columns under one headline that do not end level
	FlawPhotoSize  Flaw = "photo_size"  // a photo away from its natural size and shape
	FlawPhotoFar   Flaw = "photo_far"   // a photo far from its place in the text
	FlawHeadline   Flaw = "headline"    // a headline of another size than its story's rank asks for
	FlawFlat       Flaw = "flat"        // a story of a few lines spread over many columns
	FlawThin       Flaw = "thin"        // a long story in one narrow strip
	FlawTombstone  Flaw = "tombstone"   // two like headlines side by side
	FlawBroken     Flaw = "broken"      // a story that goes on on another page
	FlawStub       Flaw = "stub"        // a few lines of a story left over on a page
	FlawOrder      Flaw = "order"       // a story out of the editor's order
	FlawDull       Flaw = "dull"        // a page without a picture
	FlawCrowded    Flaw = "crowded"     // too many stories on the front page
	FlawLeadNarrow Flaw = "lead_narrow" // the leading story not the broadest
	FlawPage       Flaw = "page"        // one more page
	FlawLeftOut    Flaw = "left_out"    // a filler that found no place
	FlawFront      Flaw = "front"       // no briefs on the front page, where there are some
	FlawLonely     Flaw = "lonely"      // one story alone on the front page
	FlawBare       Flaw = "bare"        // the leading story without its photo on the front page
	FlawEmptyFront Flaw = "empty_front" // no story on the front page
	FlawContents   Flaw = "contents"    // no contents on the front page
	FlawScattered  Flaw = "scattered"   // briefs here and there, enough for a box
	FlawPinned     Flaw = "pinned"      // a story on another page than the editor's
	FlawPages      Flaw = "pages"       // not the number of pages that was asked for
	FlawOverset    Flaw = "overset"     // something taller than the page
)

// Weights are what the flaws weigh.
type Weights struct {
	White           Badness // each blank line of a column
	WhiteGrows      Badness // and this much more of the whole for each row of it, in hundredths
	WhiteAtEnd      Badness // each blank line of a column on the last page
	WhiteAtEndGrows Badness // and this much more of the whole for each row of it, in hundredths, where pages are to come to a number
	Uneven          Badness // each row that a column ends too high
	PhotoRow        Badness // each row off the natural height, each column
	PhotoColumn     Badness // each column off the natural width
	PhotoOver       Badness // each grid line of a column over what suits the story: dearer than white
	PhotoWish       Badness // each column off a width that the reporter asked for
	PhotoForced     Badness // each column off one that the editor asked for
	PhotoSlim       Badness // a lead photo made so low that its words stand beside it
	PhotoStep       Badness // all other photos one step smaller
	PhotoFar        Badness // a photo at the head whose place is in the last third
	PhotoLeft       Badness // photos after the last words of their story
	LeadBare        Badness // a leading story that goes on overleaf without its photo under the headline
	Headline        Badness // each size under the natural one
	HeadlineLines   Badness // each line over the style's most
	Flat            Badness // each row of a column short of FlatRows, which grow with the columns
	FlatRows        int
	FlatGrows       int
	Thin            Badness // each row over ThinRows of a story in one column
	ThinRows        int
	Tombstone       Badness
	Broken          Badness // each break
	BrokenPart      Badness // at most so much of a page, in hundredths
	BrokenMore      Badness // more, for each break that so long a story does not need; see breaksOn
	BrokenShort     Badness // more, for a brief, a picture story, and what takes at most ShortRows rows of a column
	BrokenShortPart Badness // at most so much of a page, in hundredths
	ShortRows       int
	ShortPart       int     // or at most so much of a page, in hundredths
	Stub            Badness // each row short of StubRows on either page
	StubRows        int
	LeadRows        int     // StubRows for the beginning of the leading story
	Order           Badness // each brief moved
	Passed          Badness // each story that a story stands after though the editor has it before
	LeadBelow       Badness // something above or before the leading story
	LeadInside      Badness // the leading story not on page one
	Dull            Badness
	Crowded         Badness // each story over FrontStories
	FrontStories    int
	LeadNarrow      Badness // each column that the lead is short of two thirds
	Page            Badness
	LeftOut         Badness
	Pages           Badness
	Overset         Badness
	BriefsInFront   Badness // less, for the box of briefs on the front page
	Lonely          Badness
	Contents        Badness
	EmptyFront      Badness
	Scattered       Badness // each brief
	Pin             Badness // a story that is not on the page that it was pinned to
	PinFar          Badness // each page that it is away from that, up to mostFar
	RankDown        Badness // each story of a lower rank above a higher one, side by side
	LastPageEmpty   Badness // each row that the last page is filled under a half
	ImprintAlone    Badness // a page for the imprint alone
}

// weigh is the one balance on which all pages are weighed.
var weigh = Weights{
	White: 100, WhiteGrows: 12, WhiteAtEnd: 80, WhiteAtEndGrows: 4,
	Uneven:   130,
	PhotoRow: 35, PhotoColumn: 350, PhotoOver: 120, PhotoWish: 3000, PhotoForced: 60_000, PhotoSlim: 2000, PhotoStep: 250, PhotoFar: 400, PhotoLeft: 12_000, LeadBare: 12_000,
	Headline: 300, HeadlineLines: 350,
	Flat: 70, FlatRows: 7, FlatGrows: 2, Thin: 25, ThinRows: 40,
	Tombstone: 500,
	Broken:    2200, BrokenPart: 20, BrokenMore: 4500, BrokenShort: 12_000, BrokenShortPart: 105, ShortRows: 45, ShortPart: 40, Stub: 450, StubRows: 6, LeadRows: 10,
	Order: 150, Passed: 300, LeadBelow: 6000, LeadInside: 120_000, Dull: 900, Crowded: 1200, FrontStories: 4, LeadNarrow: 5000,
	Page: 1500, LeftOut: 6000, Pages: 90_000, Overset: 100_000,
	BriefsInFront: 12_000, Pin: 500_000, PinFar: 2000, Lonely: 1500, Contents: 20_000, EmptyFront: 5_000_000, Scattered: 1500, RankDown: 100, LastPageEmpty: 1000, ImprintAlone: 40_000,
}

// breaks is what breaks of stories weigh on the pages of a style.
type breaks struct {
	each, more, short Badness
	shortRows         int // see Weights.ShortRows
}

// breaksOn are what breaks weigh on the pages of a grid. A small page is turned
// often anyway, and the white that a break saves is much of it: no break weighs more
// than its part of a page, and where it weighs less for that, one that need not be
// weighs but half as much again. Larger pages have other ways of being filled.
func breaksOn(g *styles.Grid) breaks {
	lines := g.Rows * g.Columns
	page := Badness(lines) * blankLine
	of := breaks{
		each:  min(weigh.Broken, page*weigh.BrokenPart/100),
		more:  weigh.BrokenMore,
		short: min(weigh.BrokenShort, page*weigh.BrokenShortPart/100),

		shortRows: min(weigh.ShortRows, lines*weigh.ShortPart/100),
	}
	if of.each < weigh.Broken {
		of.more = of.each / 2
	}
	return of
}

// mostFar is how many pages a story away from its own weighs more each.
const mostFar = 12

// whiteOf weighs so many blank rows over so many columns.
func whiteOf(rows, columns int) Badness {
	if rows <= 0 {
		return 0
	}
	area := Badness(rows*columns) * weigh.White
	return area + area*Badness(rows-1)*weigh.WhiteGrows/100
}

// Fault is one flaw as it came out on a page.
type Fault struct {
	Flaw    Flaw
	Page    int         // 1 for the first; 0 where it is of no page
	Article bulletin.ID // or empty
	Badness Badness
}

// faults of a story, before it is known where it stands.
type faults []Fault

func (f *faults) add(flaw Flaw, b Badness) {
	if b > 0 {
		*f = append(*f, Fault{Flaw: flaw, Badness: b})
	}
}

// less takes so much of a flaw away, or all of it; took is how much it was.
func (f faults) less(flaw Flaw, by Badness) (left faults, took Badness) {
	for _, one := range f {
		if one.Flaw == flaw {
			part := min(one.Badness, by-took)
			one.Badness -= part
			took += part
		}
		left.add(one.Flaw, one.Badness)
	}
	return left, took
}

func (f faults) sum() Badness {
	var b Badness
	for _, one := range f {
		b += one.Badness
	}
	return b
}

// Badness is the sum over all pages.
func (d *Document) Badness() Badness { return faults(d.Faults).sum() }

// PageBadness is the sum for one page, counted from 1.
func (d *Document) PageBadness(page int) Badness {
	return faults(slices.DeleteFunc(slices.Clone(d.Faults), func(f Fault) bool { return f.Page != page })).sum()
}

// StoryBadness is the sum for one article.
func (d *Document) StoryBadness(article bulletin.ID) Badness {
	return faults(slices.DeleteFunc(slices.Clone(d.Faults), func(f Fault) bool { return f.Article != article })).sum()
}

// Lines is the badness in blank lines of one column.
func (b Badness) Lines() float64 { return float64(b) / float64(blankLine) }
