package preflight_test

import (
	"slices"
	"strings"

	"bantin/assets/rules"
	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/export/preflight"
)

// change alters the good issue.
type change func(*preflight.Input)

// photo changes the only photo of the only story.
func photo(change func(*bulletin.Photo)) change {
	return func(in *preflight.Input) { change(&in.Stories[0].Article.Photos[0]) }
}

func putting(items ...layout.Item) change {
	return func(in *preflight.Input) { put(in.Document, 2, items...) }
}

func found(rule string, severity bulletin.Severity, where bulletin.Place, args bulletin.Args) change {
	return func(in *preflight.Input) {
		in.Document.Findings = append(in.Document.Findings,
			bulletin.Finding{Rule: rule, Severity: severity, Where: where, Args: args})
	}
}

// leads has so many stories that are to lead page one.
func leads(n int) change {
	return func(in *preflight.Input) {
		second := in.Stories[0]
		second.ID = "bai2"
		in.Stories, in.Issue.Slots = append(in.Stories, second), nil
		for i := range n {
			in.Issue.Slots = append(in.Issue.Slots, bulletin.Slot{Article: in.Stories[i].ID, Lead: true})
		}
	}
}

func without(page int, words string) change {
	return func(in *preflight.Input) { drop(in.Document, page, words) }
}

func inked(t layout.Text, ink layout.Ink) layout.Text {
	t.Ink = ink
	return t
}

func sized(size layout.Length, t layout.Text) layout.Text {
	t.Size = size
	return t
}

func nothing(*preflight.Input) {}

func both(changes ...change) change {
	return func(in *preflight.Input) {
		for _, c := range changes {
			c(in)
		}
	}
}

// pageCount gives the document so many pages, all like the second, with the
// imprint on the last.
func pageCount(n int) change {
	return func(in *preflight.Input) {
		d := in.Document
		last := d.Pages[len(d.Pages)-1]
		for len(d.Pages) < n {
			d.Pages = slices.Insert(d.Pages, 1, d.Pages[1])
		}
		d.Pages = append(d.Pages[:n-1], last)
	}
}

// white leaves so many lines blank on each page of 50 rows and two columns.
func white(lines ...int) change {
	return func(in *preflight.Input) {
		in.Document.Grid = layout.Grid{Columns: 2, Rows: 50}
		for i, n := range lines {
			in.Document.Pages[i].White = n
		}
	}
}

func asked(multiple int) change {
	return func(in *preflight.Input) { in.Issue.PageMultiple = multiple }
}

// office measures by a rule set of the office's own.
func office(toml string) change {
	return func(in *preflight.Input) {
		set, err := rules.Parse("của cơ quan", []byte("law = \"Quy chế\"\nclause = \"mục 2\"\n"+toml))
		if err != nil {
			panic(err)
		}
		in.Rules = []rules.Set{set}
	}
}

func slot(s bulletin.Slot) change {
	return func(in *preflight.Input) { in.Issue.Slots = []bulletin.Slot{s} }
}

var ofStory = bulletin.Place{Article: "bai1", Block: -1, Page: 2}

var body = bulletin.Place{Article: "bai1", Field: bulletin.FieldBody, Block: 0}

// cases are, for each rule, an issue that it objects to and one that it nearly
// objects to.
var cases = map[string]struct{ trips, passes change }{
	"story_missing": {
		func(in *preflight.Input) {
			in.Stories = append(in.Stories, preflight.Story{ID: "mat", Missing: true})
		}, nothing,
	},
	"story_deleted": {func(in *preflight.Input) { in.Stories[0].Deleted = true }, nothing},
	"story_older": {func(in *preflight.Input) {
		in.Stories[0].Older = bulletin.Args{"time": "08:00, 1/2/2026", "revision": "abc"}
	}, nothing},
	"issue_older":    {func(in *preflight.Input) { in.IssueOlder = bulletin.Args{"time": "08:00, 1/2/2026", "revision": "abc"} }, nothing},
	"story_conflict": {func(in *preflight.Input) { in.Stories[0].Conflict = true }, nothing},
	"issue_conflict": {func(in *preflight.Input) { in.IssueConflict = true }, nothing},
	"story_merged": {
		func(in *preflight.Input) { in.Stories[0].Merged = true },
		func(in *preflight.Input) { in.Stories[0].Merged, in.Stories[0].Conflict = true, true }, // the conflict says it
	},
	"issue_merged": {
		func(in *preflight.Input) { in.IssueMerged = true },
		func(in *preflight.Input) { in.IssueMerged, in.IssueConflict = true, true },
	},
	"story_empty": {
		func(in *preflight.Input) {
			in.Stories = append(in.Stories, preflight.Story{ID: "bai3", Article: bulletin.Article{Headline: "Tít", Status: bulletin.Approved}})
		},
		func(in *preflight.Input) { in.Stories[0].Article.Body = nil }, // a photo tells it
	},
	"story_headless": {
		func(in *preflight.Input) { in.Stories[0].Article.Headline = " \u200b" },
		nothing,
	},
	"story_twice": {
		func(in *preflight.Input) { in.Stories = append(in.Stories, story()) },
		func(in *preflight.Input) {
			other := story()
			other.ID = "bai2"
			in.Stories = append(in.Stories, other)
		},
	},
	"lead_inside": {
		func(in *preflight.Input) { in.Document.Stories[0].FirstPage = 2 },
		func(in *preflight.Input) {
			in.Document.Stories[0].FirstPage = 2
			in.Issue.Slots = []bulletin.Slot{{Article: in.Stories[0].ID, Page: 2}}
		},
	},
	"lead_twice": {leads(2), leads(1)},
	"story_unapproved": {
		func(in *preflight.Input) { in.Stories[0].Article.Status = bulletin.Edited },
		func(in *preflight.Input) { in.Stories[0].Article.Status = bulletin.Published },
	},
	"issue_nameless": {
		both(office("[[rule]]\nkind=\"max_pages\"\npages=64"), func(in *preflight.Input) { in.Issue.Name = " " }),
		both(office("[[rule]]\nkind=\"page_one\"\nitems=[\"name\"]"), func(in *preflight.Input) { in.Issue.Name = "" }),
	},
	"issue_numberless": {
		func(in *preflight.Input) { in.Issue.Number = "" },
		func(in *preflight.Input) { in.Issue.Number = "4 (128)" },
	},
	"issue_undated": {
		both(office("[[rule]]\nkind=\"max_pages\"\npages=64"), func(in *preflight.Input) { in.Issue.Date = bulletin.Date{} }),
		func(in *preflight.Input) { in.Issue.Date = bulletin.Date{} }, // law_date says it
	},

	"wish_multiple": {asked(-3), asked(1)},
	"wish_page_number": {
		slot(bulletin.Slot{Article: "bai1", Page: -1}), slot(bulletin.Slot{Article: "bai1", Page: 2}),
	},
	"wish_unknown": {
		slot(bulletin.Slot{Article: "bai1", PhotoSize: "huge"}), slot(bulletin.Slot{Article: "bai1", PhotoSize: "wide", HeadlineSize: "small"}),
	},
	"wish_page": {found("wish_page", bulletin.Warning, ofStory, bulletin.Args{"wanted": 3, "page": 2}), nothing},
	"wish_beyond": {
		found("wish_page", bulletin.Warning, ofStory, bulletin.Args{"wanted": 60, "page": 2}),
		found("wish_page", bulletin.Warning, ofStory, bulletin.Args{"wanted": 3, "page": 2}),
	},
	"hole_beyond": {
		found("hole_page", bulletin.Warning, bulletin.Place{Block: -1, Page: 2}, bulletin.Args{"columns": 2, "rows": 10, "wanted": 60, "page": 2}),
		found("hole_page", bulletin.Warning, bulletin.Place{Block: -1, Page: 2}, bulletin.Args{"columns": 2, "rows": 40, "wanted": 1, "page": 2}),
	},
	"wish_columns":    {found("wish_columns", bulletin.Warning, ofStory, bulletin.Args{"wanted": 7, "columns": 2}), nothing},
	"wish_no_jump":    {found("wish_no_jump", bulletin.Warning, ofStory, bulletin.Args{"page": 3}), nothing},
	"wish_photo_none": {found("wish_photo_none", bulletin.Warning, ofStory, nil), nothing},
	"wish_photo_wide": {found("wish_photo_wide", bulletin.Warning, ofStory, bulletin.Args{"page": 2}), nothing},
	"hole_impossible": {found("hole_impossible", bulletin.Warning, bulletin.Place{Block: -1, Page: 1},
		bulletin.Args{"columns": 9, "rows": 800, "most_columns": 2, "most_rows": 57}), nothing},
	"hole_page": {found("hole_page", bulletin.Warning, bulletin.Place{Block: -1, Page: 2},
		bulletin.Args{"columns": 2, "rows": 40, "wanted": 1, "page": 2}), nothing},
	"filler_left_out": {found("filler_left_out", bulletin.Hint, bulletin.Place{Article: "bai9", Block: -1}, nil), nothing},

	"word_long": {
		func(in *preflight.Input) { in.Stories[0].Article.Body[0].Text += " " + strings.Repeat("x", 46) },
		both(func(in *preflight.Input) {
			in.Stories[0].Article.Body[0].Text += " " + strings.Repeat("x", 45) + " " + strings.Repeat("y", 46)
		}, putting(line("whole: "+strings.Repeat("y", 46), mm(20), mm(90), bodySource))),
	},
	"text_overset": {
		found("text_overset", bulletin.Error, bulletin.Place{Block: -1, Page: 1}, bulletin.Args{"lines": 1, "most": 3, "text": "Bản tin"}), nothing,
	},
	"overset": {found("overset", bulletin.Error, body, bulletin.Args{"lines": 3}), nothing},
	"headline_long": {
		found("headline_long", bulletin.Warning, body, bulletin.Args{"headline": "Tít", "lines": 9, "most": 3}), nothing,
	},
	"headline_lines": {both(wishingTwoLines, putting(headline(30), headline(40), headline(50))), both(wishingTwoLines, putting(headline(30), headline(40), headline(40)))},
	"empty_frame":    {found("empty_frame", bulletin.Warning, body, bulletin.Args{"photo": "p1"}), nothing},
	"hole_white": {
		func(in *preflight.Input) {
			in.Issue.Holes = []bulletin.Hole{{Page: 3, Columns: 1, Rows: 18}}
			in.Document.Holes = []layout.PlacedHole{{Page: 3, Box: layout.Rect{X: mm(20), Y: mm(20), Width: mm(57), Height: mm(80)}}}
		},
		func(in *preflight.Input) { in.Issue.Holes = []bulletin.Hole{{Page: 3, Columns: 1, Rows: 18}} },
	},
	"missing_glyph": {found("missing_glyph", bulletin.Warning, body, bulletin.Args{"chars": "U+1F600", "n": 1, "text": "vui"}), nothing},
	"blank_page": {
		func(in *preflight.Input) {
			in.Document.Pages[2].Items = []layout.Item{line("3", mm(170), mm(262), issueSource), line("Bản tin", mm(20), mm(262), issueSource)}
			in.Document.Holes = leaving(3, 60) // the rest of the page is white all the same
		},
		both(
			func(in *preflight.Input) { in.Document.Pages[2].Items = []layout.Item{sharp()} },
			func(in *preflight.Input) { // left free for an advertisement
				in.Document.Pages[1].Items, in.Document.Holes = nil, leaving(2, 200)
			},
		),
	},
	"blank_pinned": {
		func(in *preflight.Input) {
			in.Issue.Slots[0].Page = 4
			in.Document.Pages[2].Items = []layout.Item{line("3", mm(170), mm(262), issueSource)}
		},
		func(in *preflight.Input) {
			in.Issue.Slots[0].Page = 3
			in.Document.Pages[2].Items = []layout.Item{line("3", mm(170), mm(262), issueSource)}
		},
	},
	"last_page_bare": {
		func(in *preflight.Input) { // the imprint stays, with a space for a stamp over it
			in.Document.Pages[3].Items, in.Document.Holes = in.Document.Pages[3].Items[1:], leaving(4, 60)
		},
		func(in *preflight.Input) {
			in.Document.Pages[3].Items[0] = line("Sáng mồng 6 Tết", mm(20), mm(68), bodySource)
		},
	},
	"page_multiple": {pageCount(6), both(pageCount(6), asked(3))},
	"pages_asked":   {both(pageCount(6), asked(4)), both(pageCount(8), asked(4))},
	"pages_loose":   {both(white(0, 60, 20, 31), asked(4)), both(white(0, 60, 20, 30), asked(4))}, // of 100 lines each
	"pages_white":   {white(0, 26, 20, 31), white(0, 25, 20, 60)},                                 // the last page is another matter

	"photo_blurred": {placedAt(353, 235), placedAt(355, 237)}, // 149 and 150 dpi
	"photo_tiny":    {photoOf(259, 400), photoOf(263, 400)},   // sharp 29 and 30 mm wide
	"photo_cut":     {both(placedAt(259, 400), chosen(3660)), placedAt(259, 400)},
	"photo_soft":    {placedAt(519, 800), placedAt(520, 347)}, // 219 and 220 dpi
	"photo_caption": {
		photo(func(p *bulletin.Photo) { p.Caption = "<b> … </b>" }),
		photo(func(p *bulletin.Photo) { p.Caption, p.SHA256 = "", "" }), // an empty frame
	},
	"photo_credit": {photo(func(p *bulletin.Photo) { p.Credit = "" }), nothing},
	"photo_alt":    {photo(func(p *bulletin.Photo) { p.AltText = "-" }), nothing},

	"photo_inks":    {photo(func(p *bulletin.Photo) { p.Colours = bulletin.ColoursInks }), nothing},
	"photo_profile": {photo(func(p *bulletin.Photo) { p.Colours = bulletin.ColoursUnread }), nothing},

	"logo_colours": {
		func(in *preflight.Input) {
			in.Issue.Office.Logo = &bulletin.Logo{SHA256: "ab", WidthPx: 9, HeightPx: 9, AltText: "Ngôi sao", Colours: bulletin.ColoursUnread}
		},
		func(in *preflight.Input) {
			in.Issue.Office.Logo = &bulletin.Logo{SHA256: "ab", WidthPx: 9, HeightPx: 9, AltText: "Ngôi sao"}
		},
	},
	"logo_soft": {logoAt(173), logoAt(174)}, // 219 and 220 dpi
	"logo_alt": {
		func(in *preflight.Input) {
			in.Issue.Office.Logo = &bulletin.Logo{SHA256: "ab", WidthPx: 9, HeightPx: 9, AltText: "…"}
		},
		func(in *preflight.Input) {
			in.Issue.Office.Logo = &bulletin.Logo{SHA256: "ab", WidthPx: 9, HeightPx: 9, AltText: "Ngôi sao trên sông"}
		},
	},

	"text_cut": {
		putting(line("sát mép", mm(2), mm(80), bodySource)),
		putting(line("   ", mm(1), mm(80), bodySource)),
	},
	"text_near_trim": {
		putting(line("gần mép", mm(190)-mm(4)-35*layout.Point, mm(80), bodySource)),
		putting(line("xa mép", mm(190)-mm(5)-30*layout.Point, mm(80), bodySource)),
	},
	"bleed_short": {
		func(in *preflight.Input) { // as far as its style wants it, which is not far enough
			in.Document.Bleed = mm(1)
			put(in.Document, 2, layout.Fill{Box: layout.Rect{X: mm(-1), Y: mm(10), Width: mm(40), Height: mm(5)}, Ink: layout.Black})
		},
		putting(layout.Fill{Box: layout.Rect{X: mm(-3), Y: mm(10), Width: mm(40), Height: mm(5)}, Ink: layout.Black}),
	},
	"text_invisible": {
		putting(inked(line("giấy trắng", mm(20), mm(90), bodySource), layout.Ink{K: 50})),
		both(
			putting(layout.Fill{Box: layout.Rect{X: mm(15), Y: mm(80), Width: mm(90), Height: mm(20)}, Ink: layout.Black}),
			putting(inked(line("trắng trên đen", mm(20), mm(90), bodySource), layout.Ink{})),
		),
	},
	"text_faint": {
		putting(inked(line("chữ nhạt", mm(20), mm(90), bodySource), layout.Ink{K: 400})),
		both(
			putting(sharp()),
			putting(inked(line("trên ảnh", mm(25), mm(120), bodySource), layout.Ink{})),
		),
	},
	"text_small": {
		both(func(in *preflight.Input) { in.Scale = 7071 }, putting(sized(7*layout.Point, line("chữ bảy", mm(20), mm(90), bodySource)))),
		putting(sized(5*layout.Point, line("chữ năm", mm(20), mm(90), bodySource))),
	},
	"rule_thin": {
		putting(layout.Fill{Box: layout.Rect{X: mm(20), Y: mm(10), Width: mm(40), Height: 199}, Ink: layout.Black}),
		putting(layout.Fill{Box: layout.Rect{X: mm(20), Y: mm(10), Width: 200, Height: mm(40)}, Ink: layout.Black}),
	},
	"text_mixed": {
		putting(inked(sized(9*layout.Point, line("chữ bốn màu", mm(20), mm(90), bodySource)), layout.Ink{C: 600, M: 500, Y: 500, K: 1000})),
		putting(line("chữ đen", mm(20), mm(90), bodySource), inked(line("tít màu", mm(20), mm(110), layout.Source{Article: "bai1", Field: bulletin.FieldHeadline}), layout.Ink{M: 1000, K: 240})),
	},
	"ink_heavy": {
		putting(layout.Fill{Box: layout.Rect{X: mm(20), Y: mm(10), Width: mm(40), Height: mm(5)}, Ink: layout.Ink{C: 900, M: 900, Y: 900, K: 501}}),
		putting(layout.Fill{Box: layout.Rect{X: mm(20), Y: mm(10), Width: mm(40), Height: mm(5)}, Ink: layout.Ink{C: 900, M: 900, Y: 900, K: 500}}),
	},

	"law_trim": {
		func(in *preflight.Input) { in.Document.Trim = layout.Size{Width: mm(210), Height: mm(297)} },
		func(in *preflight.Input) { in.Document.Trim.Height -= mm(3) },
	},
	"law_pages":        {pageCount(68), pageCount(64)},
	"law_words":        {without(1, "BẢN TIN"), nothing},
	"law_name":         {without(1, "TÂN LẬP"), func(in *preflight.Input) { in.Issue.Name, in.Issue.Office.Bulletin = "", "Tân Lập" }},
	"law_body":         {without(1, "TRUNG TÂM"), nothing},
	"law_date":         {without(1, "Thứ Sáu"), both(without(1, "Thứ Sáu"), func(in *preflight.Input) { put(in.Document, 1, line("10/04/2026", mm(20), mm(60), issueSource)) })},
	"law_number":       {both(office("[[rule]]\nkind=\"page_one\"\nitems=[\"number\"]"), func(in *preflight.Input) { in.Issue.Number = "5 (129)" }), nothing},
	"law_licence":      {without(4, "Giấy phép"), nothing},
	"law_licence_date": {func(in *preflight.Input) { in.Issue.Imprint.LicenceDate = bulletin.Date{} }, nothing},
	"law_printed_at":   {without(4, "Hạ Long"), nothing},
	"law_print_run":    {func(in *preflight.Input) { in.Issue.Imprint.PrintRun = 0 }, nothing},
	"law_frequency":    {func(in *preflight.Input) { in.Issue.Imprint.Frequency = "" }, nothing},
	"law_responsible":  {without(4, "Nguyễn Văn An"), nothing},
	"law_address":      {both(office("[[rule]]\nkind=\"last_page\"\nitems=[\"address\"]"), without(4, "Địa chỉ")), office("[[rule]]\nkind=\"last_page\"\nitems=[\"address\"]")},
	"law_advertising": {
		func(in *preflight.Input) { in.Stories[0].Article.Section = "Quảng cáo – Rao vặt" },
		func(in *preflight.Input) { in.Stories[0].Article.Kicker = "Chấn chỉnh quảng cáo sai phép" },
	},
	"law_early": {
		func(in *preflight.Input) { in.Day = bulletin.Date{Year: 2015, Month: 6, Day: 30} },
		func(in *preflight.Input) { in.Day = bulletin.Date{Year: 2017, Month: 1, Day: 1} },
	},
	"rules_broken": {
		func(in *preflight.Input) { in.Broken = []string{"xa"} },
		nothing,
	},
	"style_unknown": {
		func(in *preflight.Input) { in.StandIn = preflight.StandIn{For: "xuan"} },
		nothing,
	},
	"style_broken": {
		func(in *preflight.Input) { in.StandIn = preflight.StandIn{For: "xuan", Broken: true} },
		nothing,
	},
	"law_outdated": {
		func(in *preflight.Input) { in.Day = bulletin.Date{Year: 2026, Month: 7, Day: 1} },
		func(in *preflight.Input) { in.Day = bulletin.Date{Year: 2026, Month: 6, Day: 30} },
	},
}
