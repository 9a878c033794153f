package layout_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
)

// drawn draws texts and stories of all kinds from a seed.
type drawn struct{ *rand.Rand }

var drawnWords = strings.Fields("bà con trồng cây đường thôn xã nghiêng khánh thành những ngày mưa lũ vừa qua đội dân quân và trường học mới của huyện, người già nói chuyện")

func (d drawn) text(least, most int) string {
	words := make([]string, least+d.Intn(most-least+1))
	for i := range words {
		words[i] = drawnWords[d.Intn(len(drawnWords))]
	}
	return strings.Join(words, " ")
}

// story is a report or an interview, with crossheads, quotations and photos.
func (d drawn) story() bulletin.Article {
	a := bulletin.Article{Genre: bulletin.Report, Headline: d.text(4, 12), Byline: "Hoàng Lan"}
	if d.Intn(3) == 0 {
		a.Affiliation = "Cộng tác viên"
	}
	add := func(kind bulletin.BlockKind, text string) {
		a.Body = append(a.Body, bulletin.Block{Kind: kind, Text: text})
	}
	interview := d.Intn(3) == 0
	for range 2 + d.Intn(12) {
		switch d.Intn(10) {
		case 0:
			add(bulletin.Crosshead, d.text(3, 6))
		case 1:
			add(bulletin.Quote, d.text(8, 14))
		}
		if interview {
			add(bulletin.Paragraph, "<b>"+d.text(5, 14)+"?</b>")
		}
		add(bulletin.Paragraph, d.text(15, 110))
	}
	for k := range d.Intn(3) {
		w := 1500 + d.Intn(2500)
		a.Photos = append(a.Photos, bulletin.Photo{
			ID: fmt.Sprint("p", k), SHA256: strings.Repeat("a", 64), WidthPx: w, HeightPx: w * 100 / (60 + d.Intn(190)),
			Caption: d.text(4, 9), Credit: "Hoài Sa",
		})
	}
	a.Normalize()
	return a
}

// issue is three to ten stories.
func (d drawn) issue() (pieces []layout.Piece) {
	for i := range 3 + d.Intn(8) {
		pieces = append(pieces, layout.Piece{ID: bulletin.ID(fmt.Sprint("bai", i+1)), Article: d.story()})
	}
	return pieces
}

// TestDrawnColumnsEndLevel measures where the columns end that were drawn, of
// stories with crossheads, quotations, questions and photos: nine in ten of them
// end level or a row off, which is what lines leave that do not divide, and two in
// three level. Where a
// quotation, or a crosshead with its question and two lines of the answer, would
// stand at the foot and may not be parted, that may be some rows; it is never more
// than six.
func TestDrawnColumnsEndLevel(t *testing.T) {
	all, off := 0, [7]int{}
	for _, name := range styles.Names() {
		s := style(t, name)
		if s.Grid.Columns < 2 {
			continue
		}
		for seed := range int64(8) {
			d, err := layout.Issue(number4(), drawn{rand.New(rand.NewSource(seed))}.issue(), s)
			if err != nil {
				t.Fatal(err)
			}
			for _, story := range d.Stories {
				for page := story.FirstPage; page <= story.LastPage; page++ {
					rows := int(apart(feetOf(s, d, page, story.Article)) / layout.Length(s.Grid.Leading))
					if rows > 6 {
						t.Fatalf("%s, seed %d, page %d: the columns of %s end %d rows apart", name, seed, page, story.Article, rows)
					}
					all++
					off[rows]++
				}
			}
		}
	}
	t.Logf("of %d stories on their pages, by rows that the columns end apart: %v", all, off)
	if off[0]*100 < all*65 || (off[0]+off[1])*100 < all*90 || (off[3]+off[4]+off[5]+off[6])*100 > all*3 {
		t.Errorf("of %d stories on their pages, by rows that the columns end apart: %v", all, off)
	}
}
