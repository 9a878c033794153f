package layout

import (
	"cmp"
	"slices"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// TestWhiteIsNotLeftBetweenStories: what pages have over opens the gaps between
// their stories by two rows at most, all of them, and else stands at the foot. A
// third row is what a headline and the last line over it have round them anyway.
// Pages on which a story goes on are fixed by that, and page one by its contents.
func TestWhiteIsNotLeftBetweenStories(t *testing.T) {
	pages := 0
	for _, name := range styles.Names() {
		s, err := styles.ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		for seed := range 6 {
			issue := bulletin.Issue{Name: "Bản tin", PageMultiple: 4}
			d, err := Issue(issue, unevenPieces(seed), s)
			if err != nil {
				t.Fatal(err)
			}
			for i := range d.Pages {
				if i == 0 || goesOnAt(d, i+1) {
					continue
				}
				pages++
				most := Length(s.Story.Gap+mostDealt+1) * Length(s.Grid.Leading)
				if white := whiteAcross(&d.Pages[i]); white > most {
					t.Errorf("%s, seed %d, page %d: %.1f rows white between stories", name, seed, i+1, float64(white)/float64(s.Grid.Leading))
				}
			}
		}
	}
	if pages == 0 {
		t.Error("every page has a story that goes on")
	}
}

// goesOnAt reports a page on which a story of several pages stands.
func goesOnAt(d *Document, page int) bool {
	return slices.ContainsFunc(d.Stories, func(s Story) bool {
		return s.FirstPage < s.LastPage && s.FirstPage <= page && page <= s.LastPage
	})
}

// whiteAcross is the highest strip of a page, above its last line of a story, in
// which nothing stands.
func whiteAcross(p *Page) (most Length) {
	type inked struct{ from, to Length }
	var all []inked
	var end Length
	for _, item := range p.Items {
		var one inked
		switch it := item.(type) {
		case Text:
			one = inked{it.Y - it.Size, it.Y + it.Size/4}
			if it.Source.Article != "" {
				end = max(end, one.to)
			}
		case Picture:
			one = inked{it.Box.Y, it.Box.Bottom()}
			end = max(end, one.to)
		case Fill:
			one = inked{it.Box.Y, it.Box.Bottom()}
		}
		all = append(all, one)
	}
	slices.SortFunc(all, func(a, b inked) int { return cmp.Compare(a.from, b.from) })
	var at Length
	for i, one := range all {
		if i > 0 && one.from < end {
			most = max(most, one.from-at)
		}
		at = max(at, one.to)
	}
	return most
}
