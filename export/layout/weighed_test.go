package layout

import (
	"fmt"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// TestWhatIsPlannedIsWhatIsWeighed: the flaws told, and the unlevel columns that
// were mended after it, add up to what the plan was chosen for.
func TestWhatIsPlannedIsWhatIsWeighed(t *testing.T) {
	for _, name := range styles.Names() {
		s, err := styles.ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		for seed := range 4 {
			issue, pieces := unevenIssue(seed)
			k := Memory{style: s, used: map[bulletin.ID][]*unit{}}
			k.bench = newBench(&k.style)
			m := newMakeup(&s)
			plan := k.bestPlan(&issue, pieces, m.row, 6)
			r := plan.realise(m)
			if told := faults(r.faults).sum(); told+r.mended != plan.best.cost {
				t.Errorf("%s, seed %d: the flaws add up to %d, %d were mended, the plan to %d", name, seed, told, r.mended, plan.best.cost)
			}
		}
	}
}

// unevenPieces are stories of all lengths, some of them briefs, some told in
// photos.
func unevenPieces(seed int) []Piece {
	var pieces []Piece
	for i := range 15 {
		n := (seed*7 + i*i*5 + i) % 17
		a := bulletin.Article{
			Headline: fmt.Sprintf("Tin thứ %d của thôn Tân Lập", i), Genre: bulletin.Report, Section: fmt.Sprint("Mục ", i/4),
		}
		if n%4 == 1 {
			a.Genre, n = bulletin.News, 0
		}
		text := strings.Repeat("Bà con thôn Tân Lập trồng thêm cây trên đồi, ", 1+n%4*2)
		for k := range 1 + n {
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: text})
			if n > 0 && k%6 == 0 {
				a.Photos = append(a.Photos, bulletin.Photo{
					ID: fmt.Sprint("p", k), SHA256: strings.Repeat("a", 64), WidthPx: 3000, HeightPx: 1500 + 700*(k%3), Caption: "Bà con trồng cây",
				})
			}
		}
		if n == 13 {
			a.Genre = bulletin.PhotoStory
		}
		a.Normalize()
		pieces = append(pieces, Piece{ID: bulletin.ID(fmt.Sprint("bai", i)), Article: a})
	}
	return pieces
}

// unevenIssue is one of four issues of uneven pieces: with fillers, pins, spaces
// for pictures and a number of pages that is asked for.
func unevenIssue(seed int) (bulletin.Issue, []Piece) {
	issue := bulletin.Issue{Name: "Bản tin", PageMultiple: seed % 2 * 4, Holes: []bulletin.Hole{{Page: 2, Columns: 1, Rows: 9}}[:seed/2]}
	pieces := unevenPieces(seed)
	for i, p := range pieces {
		issue.Slots = append(issue.Slots, bulletin.Slot{Article: p.ID, Filler: i%5 == 4, Page: i % 7 / 6 * 2})
	}
	return issue, pieces
}
