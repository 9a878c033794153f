package layout

import (
	"testing"

	"pgregory.net/rapid"

	"bantin/assets/styles"
	"bantin/bulletin"
)

// TestTheLeadIsOpenedWithALargePhoto: whatever guise a leading story comes in, the photo
// that opens page one is neither small nor held in one column; the others may be small,
// and one over the whole width is sharp there and no larger than suits the text.
func TestTheLeadIsOpenedWithALargePhoto(t *testing.T) {
	s, err := styles.ByName("a4-bulletin-3")
	if err != nil {
		t.Fatal(err)
	}
	wide, small := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		k := Memory{style: s, used: map[bulletin.ID][]*unit{}}
		k.bench = newBench(&k.style)
		pieces := fewStories(t, 4)
		a := &pieces[0].Article
		count := rapid.IntRange(0, 4).Draw(t, "photos")
		a.Photos = nil
		for i := range count {
			a.Photos = append(a.Photos, bulletin.Photo{
				ID: string(rune('a' + i)), SHA256: "a", WidthPx: rapid.SampledFrom([]int{600, 4000}).Draw(t, "width"), HeightPx: rapid.SampledFrom([]int{400, 2500, 5000}).Draw(t, "height"),
			})
		}
		a.Normalize()
		k.number(pieces)
		lead := k.unit(k.storiesOf(&bulletin.Issue{}, pieces)[0])
		opened := k.open(lead)
		for _, u := range opened.guises {
			opens := leadPhoto(&u.piece.Article)
			if u.lead != opens || opens.Size == bulletin.SizeSmall || opens.Size == bulletin.SizeColumn {
				t.Errorf("%+v: the opening photo is %q", u.given.guise, opens.Size)
			}
			if opens.Size == bulletin.SizeWide {
				wide++
				f := u.leadOver(k.bench.setter, s.Grid.Columns)
				if least, _ := f.rowsRange(k.bench.setter); f.blownUp() || least*s.Grid.Columns > k.bench.photoLimit(u) {
					t.Errorf("%d photo rows over %d columns for %d lines", least, s.Grid.Columns, u.lines)
				}
			}
			for i := range u.piece.Article.Photos {
				if p := &u.piece.Article.Photos[i]; p != opens && p.Size == bulletin.SizeSmall {
					small++
				}
			}
		}
	})
	if wide == 0 || small == 0 {
		t.Errorf("%d wide photos, %d small ones", wide, small)
	}
}
