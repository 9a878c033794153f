package preflight_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/export/preflight"
)

func check(changes ...change) []bulletin.Finding {
	in := good()
	both(changes...)(&in)
	return preflight.Check(in)
}

func ofRule(found []bulletin.Finding, rule string) []bulletin.Finding {
	return slices.DeleteFunc(slices.Clone(found), func(f bulletin.Finding) bool { return f.Rule != rule })
}

func TestNothingIsFoundInAGoodIssue(t *testing.T) {
	for _, purpose := range []preflight.Purpose{preflight.Print, preflight.Office, preflight.Screen, ""} {
		in := good()
		in.Purpose = purpose
		if f := preflight.Check(in); f == nil || len(f) != 0 {
			t.Errorf("%q: %+v", purpose, f)
		}
	}
}

// TestEveryRuleTripsAndPasses shows each rule an issue that it objects to and
// one that it lets pass, and reads its sentence in both languages.
func TestEveryRuleTripsAndPasses(t *testing.T) {
	for _, name := range preflight.Names() {
		c, ok := cases[name]
		if !ok {
			t.Errorf("%s is not tested", name)
			continue
		}
		t.Run(name, func(t *testing.T) {
			tripped := ofRule(check(c.trips), name)
			if len(tripped) != 1 {
				t.Fatalf("want it once: %+v", check(c.trips))
			}
			if passed := ofRule(check(c.passes), name); len(passed) != 0 {
				t.Errorf("not to be found: %+v", passed)
			}
			for _, l := range translations.Languages() {
				s := translations.For(l).Finding(tripped[0])
				if len(strings.Fields(s)) < 6 || strings.ContainsAny(s, "{}<>") || strings.HasPrefix(s, "finding.") {
					t.Errorf("%s: %q", l, s)
				}
			}
		})
	}
	for name := range cases {
		if !slices.Contains(preflight.Names(), name) {
			t.Errorf("no rule is called %s", name)
		}
	}
}

// TestOneGapIsToldOnce: what a case changes is found by its own rule alone.
func TestOneGapIsToldOnce(t *testing.T) {
	for name, c := range cases {
		for _, f := range check(c.trips) {
			together := map[string]string{
				"law_licence": "law_licence_date", "law_name": "law_body",
			}
			if f.Rule != name && f.Rule != together[name] {
				t.Errorf("%s: also %s", name, f.Rule)
			}
		}
	}
}

// TestOfADeletedStoryOnlyThatIsTold: nothing else of it is printed with an issue,
// and the next story leads.
func TestOfADeletedStoryOnlyThatIsTold(t *testing.T) {
	deleted := func(in *preflight.Input) {
		gone := in.Stories[0]
		gone.ID, gone.Deleted = "xoa", true
		gone.Article = gone.Article.Clone()
		gone.Article.Photos[0].Caption, gone.Article.Photos[0].AltText = "", ""
		in.Stories = append([]preflight.Story{gone}, in.Stories...)
		in.Issue.Slots = append([]bulletin.Slot{{Article: "xoa", Lead: true}}, in.Issue.Slots...)
	}
	for _, leads := range []bool{false, true} {
		found := check(slot(bulletin.Slot{Article: "bai1", Lead: leads}), deleted)
		if len(found) != 1 || found[0].Rule != "story_deleted" || found[0].Where.Article != "xoa" {
			t.Errorf("%+v", found)
		}
	}
	inside := check(deleted, func(in *preflight.Input) { in.Document.Stories[0].FirstPage = 2 })
	if found := ofRule(inside, "lead_inside"); len(found) != 1 || found[0].Where.Article != "bai1" {
		t.Errorf("of a leading story inside: %+v", found)
	}
}

func TestSeverityFollowsThePurpose(t *testing.T) {
	want := map[string][3]bulletin.Severity{ // print, office, screen
		"empty_frame":      {bulletin.Error, bulletin.Warning, bulletin.Warning},
		"missing_glyph":    {bulletin.Error, bulletin.Warning, bulletin.Warning},
		"overset":          {bulletin.Error, bulletin.Error, bulletin.Error},
		"photo_blurred":    {bulletin.Error, bulletin.Warning, ""},
		"photo_soft":       {bulletin.Warning, bulletin.Hint, ""},
		"photo_caption":    {bulletin.Warning, bulletin.Warning, bulletin.Warning},
		"photo_credit":     {bulletin.Hint, bulletin.Hint, bulletin.Hint},
		"photo_alt":        {bulletin.Hint, bulletin.Hint, bulletin.Warning},
		"text_cut":         {bulletin.Error, bulletin.Warning, ""},
		"story_unapproved": {bulletin.Warning, bulletin.Warning, bulletin.Warning},
		"story_conflict":   {bulletin.Error, bulletin.Warning, bulletin.Warning},
		"ink_heavy":        {bulletin.Error, "", ""},
		"law_trim":         {bulletin.Warning, bulletin.Warning, bulletin.Warning},
	}
	for name, severities := range want {
		for i, purpose := range []preflight.Purpose{preflight.Print, preflight.Office, preflight.Screen} {
			found := ofRule(check(cases[name].trips, func(in *preflight.Input) { in.Purpose = purpose }), name)
			switch {
			case severities[i] == "" && len(found) == 0:
			case len(found) != 1 || found[0].Severity != severities[i]:
				t.Errorf("%s for %s: %+v, want %q", name, purpose, found, severities[i])
			}
		}
	}
}

// TestPagesOfOneArticle have no story list, no law, and are how an article
// comes to be approved.
func TestPagesOfOneArticle(t *testing.T) {
	found := check(func(in *preflight.Input) {
		in.Issue = nil
		in.Stories[0].Article.Status = bulletin.Draft
		in.Document.Pages = in.Document.Pages[:3]
		in.Document.Trim = layout.Size{Width: mm(300), Height: mm(400)}
		in.Day = bulletin.Date{Year: 2030, Month: 1, Day: 1}
	})
	if len(found) != 0 {
		t.Errorf("%+v", found)
	}
}

func TestResolutionIsThatOfThePrintDerivative(t *testing.T) {
	half := func(p layout.PixelSize) layout.PixelSize {
		return layout.PixelSize{Width: p.Width / 2, Height: p.Height / 2}
	}
	found := ofRule(check(func(in *preflight.Input) { in.Printed = half }), "photo_blurred")
	if len(found) != 1 || found[0].Args["dpi"] != 149 || found[0].Where.Page != 1 || found[0].Where.Photo != "p1" {
		t.Errorf("%+v", found)
	}
	if found[0].Fix != bulletin.FixSmallerPhoto {
		t.Error("no fix")
	}
	if f := ofRule(check(photoOf(259, 400)), "photo_tiny"); len(f) != 1 || f[0].Fix != "" {
		t.Errorf("a photo that no size makes sharp can be made smaller: %+v", f)
	}
	small := both(placedAt(353, 235), photo(func(p *bulletin.Photo) { p.Size = bulletin.SizeSmall }))
	if f := ofRule(check(small), "photo_blurred"); len(f) != 1 || f[0].Fix != "" {
		t.Errorf("the smallest photo can be made smaller: %+v", f)
	}
}

// TestAPhotoIsTinyByAllItsPixels and not by those that its place or its crop
// leaves.
func TestAPhotoIsTinyByAllItsPixels(t *testing.T) {
	place := check(placedAt(259, 400)) // the make-up shows a part
	if len(ofRule(place, "photo_tiny"))+len(ofRule(place, "photo_cut")) != 0 || len(ofRule(place, "photo_blurred")) != 1 {
		t.Errorf("cut by its place: %+v", place)
	}
	cut := check(both(placedAt(259, 400), chosen(3660)))
	if f := ofRule(cut, "photo_cut"); len(f) != 1 || f[0].Args["part_width"] != 259 || f[0].Args["width"] != 709 || f[0].Fix != "" {
		t.Errorf("cut by hand: %+v", f)
	}
	if len(ofRule(cut, "photo_tiny"))+len(ofRule(cut, "photo_blurred")) != 0 {
		t.Errorf("cut by hand: %+v", cut)
	}
}

// TestShortBleedsAreToldOnce with all their pages and the shortest of them.
func TestShortBleedsAreToldOnce(t *testing.T) {
	over := func(page int, by int64) change {
		return func(in *preflight.Input) {
			put(in.Document, page, layout.Fill{Box: layout.Rect{X: mm(-by), Y: mm(10), Width: mm(40), Height: mm(5)}, Ink: layout.Black})
		}
	}
	found := ofRule(check(both(over(1, 2), over(2, 2), over(4, 2), over(4, 1))), "bleed_short")
	if len(found) != 1 || found[0].Args["pages"] != "1, 2, 4" || found[0].Args["mm"] != 1.0 || found[0].Where.Page != 4 {
		t.Errorf("%+v", found)
	}
	found = ofRule(check(both(over(1, 2), over(2, 2), over(3, 2), over(3, 1))), "bleed_short")
	if len(found) != 1 || found[0].Args["pages"] != "1–3" {
		t.Errorf("%+v", found)
	}
}

// TestASmallerSizeIsOfferedWhereItChangesSomething: not where the issue wishes a
// size, where the photo is as small as it gets, or where a story in photos sizes
// them itself.
func TestASmallerSizeIsOfferedWhereItChangesSomething(t *testing.T) {
	wished := func(size bulletin.SizeWish) change {
		return func(in *preflight.Input) { in.Issue.Slots[0].PhotoSize = size }
	}
	styled := func(s preflight.PhotoSizes) change { return func(in *preflight.Input) { in.Photos = s } }
	wide := photo(func(p *bulletin.Photo) { p.Size = bulletin.SizeWide })
	told := func(in *preflight.Input) { in.Stories[0].Article.Genre = bulletin.PhotoStory }
	for name, c := range map[string]struct {
		change
		want bulletin.SizeWish
	}{
		"nothing is wished":               {nothing, bulletin.SizeSmall},
		"wide":                            {wide, bulletin.SizeColumn},
		"small by the issue":              {wished(bulletin.SizeSmall), ""},
		"the lead, one column":            {wished(bulletin.SizeColumn), ""},
		"the lead, wide":                  {both(wide, wished(bulletin.SizeWide)), ""},
		"larger than small":               {styled(preflight.PhotoSizes{Column: mm(80), Small: mm(40)}), bulletin.SizeSmall},
		"wide, but in a column":           {both(wide, styled(preflight.PhotoSizes{Column: mm(60), Small: mm(40)})), bulletin.SizeSmall},
		"as small as it gets":             {styled(preflight.PhotoSizes{Column: mm(120), Small: mm(60)}), ""},
		"in the rows of a story":          {both(told, styled(preflight.PhotoSizes{Gallery: 1})), ""},
		"too few photos for rows of them": {both(told, styled(preflight.PhotoSizes{Gallery: 2})), bulletin.SizeSmall},
	} {
		found := ofRule(check(both(placedAt(353, 235), c.change)), "photo_blurred")
		size := bulletin.SizeWish("")
		if len(found) == 1 && found[0].Fix == bulletin.FixSmallerPhoto {
			size = bulletin.SizeWish(found[0].Args["size"].(string))
		}
		if len(found) != 1 || size != c.want {
			t.Errorf("%s: offered %q, want %q: %+v", name, size, c.want, found)
		}
	}
}

// TestOneCauseOfTheStyleIsToldOnce: margins, inks, sizes and rules of a house
// style are on every page; each is one finding, at its worst place, with the
// number of all.
func TestOneCauseOfTheStyleIsToldOnce(t *testing.T) {
	grey, paler := layout.Ink{K: 300}, layout.Ink{K: 100}
	source := func(block int) layout.Source {
		return layout.Source{Article: "bai1", Field: bulletin.FieldBody, Block: block}
	}
	thin := layout.Fill{Box: layout.Rect{X: mm(20), Y: mm(100), Width: mm(50), Height: 100}, Ink: layout.Ink{K: 1000}}
	thinner := thin
	thinner.Box.Height = 50
	for rule, c := range map[string]struct {
		items []layout.Item
		want  []int // places of each finding, 0 for one alone
		says  string
	}{
		"text_cut":       {[]layout.Item{line("xa", mm(2), mm(80), source(1)), line("gần", mm(1), mm(90), source(2)), line("vừa", mm(2), mm(110), source(3))}, []int{3}, "gần"},
		"text_near_trim": {[]layout.Item{line("một", mm(4), mm(80), source(1)), line("hai", mm(4), mm(90), source(2))}, []int{2}, "một"},
		"text_faint": {[]layout.Item{
			inked(line("một", mm(20), mm(80), source(1)), grey), inked(line("hai", mm(20), mm(90), source(2)), grey), inked(line("ba", mm(20), mm(110), source(3)), layout.Ink{K: 310}),
		}, []int{2, 0}, "một"},
		"text_invisible": {[]layout.Item{inked(line("một", mm(20), mm(80), source(1)), paler), inked(line("hai", mm(20), mm(90), source(2)), paler)}, []int{2}, "một"},
		"text_small": {[]layout.Item{
			sized(4*layout.Point, line("một", mm(20), mm(80), source(1))), sized(4*layout.Point, line("hai", mm(20), mm(90), source(2))), sized(3*layout.Point, line("ba", mm(20), mm(110), source(3))),
		}, []int{2, 0}, "một"},
		"rule_thin": {[]layout.Item{thin, thinner, thin}, []int{3, 0}, ""},
	} {
		found := ofRule(check(func(in *preflight.Input) {
			put(in.Document, 2, c.items...)
			if rule == "rule_thin" {
				put(in.Document, 3, thin)
				put(in.Document, 4, thin)
			}
		}), rule)
		var places []int
		for _, f := range found {
			n, _ := f.Args["places"].(int)
			places = append(places, n)
		}
		if !slices.Equal(places, c.want) {
			t.Errorf("%s: places %v, want %v: %+v", rule, places, c.want, found)
			continue
		}
		for _, l := range translations.Languages() {
			s := translations.For(l).Finding(found[0])
			if !strings.Contains(s, fmt.Sprint(c.want[0])) || !strings.Contains(s, c.says) || strings.ContainsAny(s, "{}") {
				t.Errorf("%s: %s", rule, s)
			}
		}
	}
}

func TestLayoutFindingsAreTakenOverOnce(t *testing.T) {
	later := func(in *preflight.Input) {
		next := bodySource
		next.Offset = 40
		put(in.Document, 3, line("đoạn sau", mm(20), mm(95), next))
	}
	place := body
	place.Offset = 45
	all := check(later, found("missing_glyph", bulletin.Warning, place, nil), found("of_the_future", bulletin.Hint, body, nil))
	if len(all) != 2 || all[0].Where.Page != 3 || all[1].Rule != "of_the_future" || all[1].Severity != bulletin.Hint {
		t.Errorf("%+v", all)
	}
}

func TestErrorsComeFirst(t *testing.T) {
	var trips []change
	for _, name := range preflight.Names() {
		if name != "issue_nameless" && name != "issue_undated" && name != "law_number" && name != "law_address" { // with rule sets of their own
			trips = append(trips, cases[name].trips)
		}
	}
	first := check(trips...)
	for i := 1; i < len(first); i++ {
		a, b := first[i-1], first[i]
		if a.Severity == bulletin.Warning && b.Severity == bulletin.Error || a.Severity == bulletin.Hint && b.Severity != bulletin.Hint ||
			a.Severity == b.Severity && a.Where.Page > b.Where.Page {
			t.Errorf("%s %s on page %d before %s %s on page %d", a.Severity, a.Rule, a.Where.Page, b.Severity, b.Rule, b.Where.Page)
		}
	}
	if preflight.Errors(first) == 0 || len(first) < 20 {
		t.Errorf("only %d findings", len(first))
	}
	for range 20 {
		if again := check(trips...); !reflect.DeepEqual(first, again) {
			t.Fatal("not the same findings twice")
		}
	}
}

// TestJSONIsStable: the names that scripts read.
func TestJSONIsStable(t *testing.T) {
	raw, err := json.Marshal(ofRule(check(placedAt(353, 235)), "photo_blurred")[0])
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"rule":"photo_blurred","severity":"error","where":{"article":"bai1","field":"caption","block":1,` +
		`"photo":"p1","offset":0,"length":0,"page":1},"args":{"dpi":149,"photo":"p1","size":"small","width_mm":40},"fix":"smaller_photo"}`
	if string(raw) != want {
		t.Errorf("\n got %s\nwant %s", raw, want)
	}
	raw, err = json.Marshal(ofRule(check(cases["law_outdated"].trips), "law_outdated")[0].Args)
	if err != nil || !strings.Contains(string(raw), `"day":"2026-07-01"`) {
		t.Errorf("%s %v", raw, err)
	}
}

// TestLoosePagesAreCounted: the editor reads which pages are loose and how many
// lines they lack; as many as come by themselves are nobody's wish.
func TestLoosePagesAreCounted(t *testing.T) {
	got := ofRule(check(white(0, 60, 20, 31), asked(4)), "pages_loose")
	if len(got) != 1 || got[0].Args["lines"] != 91 || got[0].Args["list"] != "2, 4" || got[0].Where.Page != 4 {
		t.Errorf("%+v", got)
	}
	for height, list := range map[int64]string{200: "4", 20: "2, 4"} { // a page that is a space, and one with a small space on it
		hole := func(in *preflight.Input) { in.Document.Holes = leaving(2, height) }
		if got := ofRule(check(white(0, 60, 20, 31), asked(4), hole), "pages_loose"); len(got) != 1 || got[0].Args["list"] != list {
			t.Errorf("a space of %d mm: %+v", height, got)
		}
	}
	if got := ofRule(check(white(0, 60, 20, 90)), "pages_loose"); len(got) != 0 {
		t.Errorf("nobody asked: %+v", got)
	}
}
