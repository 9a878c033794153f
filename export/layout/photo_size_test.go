package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
)

// illustrated is a story of so many words with a photo of 3:2 of so many pixels
// across.
func illustrated(words, pixels int) bulletin.Article {
	return bulletin.Article{
		Genre: bulletin.Report, Headline: "Bà con thôn Tân Lập trồng cây",
		Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: strings.Repeat("trồng thêm cây xanh trên đồi ", (words+5)/6)}},
		Photos: []bulletin.Photo{{
			ID: "p1", SHA256: strings.Repeat("a", 64), WidthPx: pixels, HeightPx: pixels * 2 / 3, Caption: "Bà con trồng cây",
		}},
	}
}

func pictures(d *layout.Document, id bulletin.ID) (all []layout.Picture) {
	for _, p := range d.Pages {
		for _, item := range p.Items {
			if pic, ok := item.(layout.Picture); ok && pic.Source.Article == id {
				all = append(all, pic)
			}
		}
	}
	return all
}

// TestShortNewsHaveNoHugePhoto: the photo of ninety words stays under a quarter
// of the type area, whatever there is to be filled.
func TestShortNewsHaveNoHugePhoto(t *testing.T) {
	for _, name := range styles.Names() {
		s := style(t, name)
		area := int64(s.TextWidth()) * int64(s.Grid.Rows) * int64(s.Grid.Leading)
		for others := range 5 {
			var pieces []layout.Piece
			for i := range others + 1 {
				words := 90
				if i < others {
					words = 500 + 150*i
				}
				a := illustrated(words, 3000)
				a.Normalize()
				pieces = append(pieces, layout.Piece{ID: bulletin.ID(fmt.Sprint("bai", i+1)), Article: a})
			}
			d, err := layout.Issue(number4(), pieces, s)
			if err != nil {
				t.Fatal(err)
			}
			if others == 0 {
				continue // the only story is the leading one
			}
			for _, pic := range pictures(d, pieces[others].ID) {
				if part := int64(pic.Box.Width) * int64(pic.Box.Height) * 100 / area; part > 25 {
					t.Errorf("%s, after %d others: the photo takes %d %% of its page", name, others, part)
				}
			}
		}
	}
}

// TestNoPhotoIsBlownUp to fill a place, or its column.
func TestNoPhotoIsBlownUp(t *testing.T) {
	for _, name := range styles.Names() {
		for _, pixels := range []int{300, 500, 900, 1400} {
			var pieces []layout.Piece
			for i := range 4 {
				a := illustrated(400+200*i, pixels)
				a.Normalize()
				pieces = append(pieces, layout.Piece{ID: bulletin.ID(fmt.Sprint("bai", i+1)), Article: a})
			}
			s := style(t, name)
			d, err := layout.Issue(number4(), pieces, s)
			if err != nil {
				t.Fatal(err)
			}
			least := layout.Length(s.ColumnWidth()) * 40 / 100
			for _, p := range pieces {
				for _, pic := range pictures(d, p.ID) {
					dpi := layout.Length(pic.Shown.Width) * 72 * layout.Point / pic.Box.Width
					if dpi < 149 && pic.Box.Width > least {
						t.Errorf("%s: %d pixels stand at %d dpi", name, pixels, dpi)
					}
				}
			}
		}
	}
}

// TestSmallPhotosAreWishedForAll photos of a story.
func TestSmallPhotosAreWishedForAll(t *testing.T) {
	a := someWords(30, 3)
	a.Genre = bulletin.Report
	widest := func(wish bulletin.SizeWish) (most layout.Length) {
		for _, pic := range pictures(wishedArticle(t, a, bulletin.Slot{PhotoSize: wish}), "bai1") {
			most = max(most, pic.Box.Width)
		}
		return most
	}
	s := style(t, "a4-bulletin-3")
	if w, most := widest(bulletin.SizeSmall), layout.Length(s.ColumnWidth())*70/100; w > most || w == 0 {
		t.Errorf("a small photo is %v wide, of a column's %v", w, layout.Length(s.ColumnWidth()))
	}
	if w := widest(bulletin.SizeWide); w < layout.Length(s.TextWidth())*95/100 {
		t.Errorf("a wide photo is %v wide", w)
	}
}

// TestAPhotoSizeWithoutPhotoIsTold to the editor.
func TestAPhotoSizeWithoutPhotoIsTold(t *testing.T) {
	a := someWords(6, 0)
	a.Genre = bulletin.Report
	if d := wishedArticle(t, a, bulletin.Slot{PhotoSize: bulletin.SizeWide}); len(findings(d, "wish_photo_none")) != 1 {
		t.Errorf("findings %v", d.Findings)
	}
}

// TestAPhotoSizeWithoutPhotoIsToldOfBriefs that stand in a box, too.
func TestAPhotoSizeWithoutPhotoIsToldOfBriefs(t *testing.T) {
	var pieces []layout.Piece
	for i := range 6 {
		id := bulletin.ID(fmt.Sprint("tin", i))
		pieces = append(pieces, layout.Piece{ID: id, Article: someWords(1, 0)})
	}
	issue := number4()
	issue.Slots = []bulletin.Slot{{Article: "tin3", PhotoSize: bulletin.SizeSmall}}
	d, err := layout.Issue(issue, pieces, style(t, "a4-bulletin"))
	if err != nil {
		t.Fatal(err)
	}
	if f := findings(d, "wish_photo_none"); len(f) != 1 || f[0].Where.Article != "tin3" {
		t.Errorf("findings %v", d.Findings)
	}
}

// TestAPhotoIsReadAloudByItsCaption where nobody has described it.
func TestAPhotoIsReadAloudByItsCaption(t *testing.T) {
	for alt, want := range map[string]string{"": "Bà con trồng cây", "Ba người bên hố cây": "Ba người bên hố cây"} {
		a := illustrated(300, 2000)
		a.Photos[0].Caption, a.Photos[0].AltText = "<b>Bà con</b> trồng cây", alt
		for _, pic := range pictures(wishedArticle(t, a, bulletin.Slot{}), "bai1") {
			if pic.Alt != want {
				t.Errorf("%q is read aloud, want %q", pic.Alt, want)
			}
		}
	}
}

// TestAWidePhotoIsKeptBesideAPin: what the editor asked for gives way to no
// smaller photo that would leave less white.
func TestAWidePhotoIsKeptBesideAPin(t *testing.T) {
	for _, name := range []string{"19x27-bulletin-3", "19x27-bulletin", "a4-bulletin-3", "a4-bulletin"} {
		for _, paragraphs := range []int{14, 18, 22} {
			n := number4()
			n.Slots = []bulletin.Slot{{Article: "bai1"}, {Article: "bai2"}, {Article: "bai3", Page: 2, PhotoSize: bulletin.SizeWide}}
			var pieces []layout.Piece
			for i, length := range []int{paragraphs, paragraphs / 2, paragraphs} {
				a := someWords(length, 1)
				a.Genre = bulletin.Report
				a.Normalize()
				pieces = append(pieces, layout.Piece{ID: bulletin.ID(fmt.Sprint("bai", i+1)), Article: a})
			}
			d, err := layout.Issue(n, pieces, style(t, name))
			if err != nil {
				t.Fatal(err)
			}
			if s := storyOf(t, d, "bai3"); s.FirstPage != 2 || len(findings(d, "wish_photo_wide")) > 0 {
				t.Errorf("%s, %d paragraphs: begins on page %d, told: %v", name, paragraphs, s.FirstPage, d.Findings)
			}
		}
	}
}
