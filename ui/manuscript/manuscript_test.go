package manuscript_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"bantin/bulletin"
	"bantin/ui/manuscript"
)

func anyText() *rapid.Generator[string] {
	return rapid.StringOfN(rapid.SampledFrom([]rune("aăâđeêô ơưáằểỗợ.,B<>i/b\\")), 0, 12, -1)
}

// anyArticle is an article as the program keeps it: composed, its emphasis in
// the canonical form.
func anyArticle() *rapid.Generator[bulletin.Article] {
	return rapid.Custom(func(t *rapid.T) bulletin.Article {
		plain := func(name string) string { return anyText().Draw(t, name) }
		rich := func(name string) string { return bulletin.Mark(bulletin.Runs(anyText().Draw(t, name))) }
		a := bulletin.Article{
			ThemeBanner: plain("banner"), Kicker: plain("kicker"), Headline: plain("headline"), Deck: plain("deck"),
			Standfirst: rich("standfirst"), Dateline: plain("dateline"), Byline: plain("byline"), Affiliation: plain("affiliation"),
		}
		for i := range rapid.IntRange(0, 3).Draw(t, "photos") {
			p := bulletin.Photo{ID: fmt.Sprintf("p%d", i+1), SHA256: "aa", Caption: rich("caption"), Credit: plain("credit"), AltText: plain("alt")}
			if rapid.Bool().Draw(t, "cropped") {
				p.Crop = &bulletin.Crop{Left: 10, Width: 5000, Height: 5000}
			}
			a.Photos = append(a.Photos, p)
		}
		for range rapid.IntRange(0, 6).Draw(t, "blocks") {
			kind := rapid.SampledFrom(bulletin.BlockKinds()).Draw(t, "kind")
			if kind == bulletin.PhotoAnchor {
				a.Body = append(a.Body, bulletin.Block{Kind: kind, Photo: fmt.Sprintf("p%d", rapid.IntRange(1, 4).Draw(t, "photo"))})
			} else if text := rich("text"); strings.TrimSpace(bulletin.Plain(text)) != "" {
				a.Body = append(a.Body, bulletin.Block{Kind: kind, Text: text, Extras: `"new":1`})
			}
		}
		a.Normalize()
		return a
	})
}

// written is what a sheet says.
func written(m *manuscript.Manuscript) bulletin.Article {
	var a bulletin.Article
	m.Write(&a)
	a.Normalize()
	return a
}

// byID are an article's photos without their order.
func byID(a bulletin.Article) map[string]bulletin.Photo {
	out := map[string]bulletin.Photo{}
	for _, p := range a.Photos {
		out[p.ID] = p
	}
	return out
}

func TestArticleToSheetAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyArticle().Draw(t, "article")
		m := manuscript.New(&a)
		b := written(m)
		if !reflect.DeepEqual(byID(a), byID(b)) {
			t.Fatalf("photos %+v became %+v", a.Photos, b.Photos)
		}
		if m.Words() != a.Words() {
			t.Fatalf("%d words became %d", a.Words(), m.Words())
		}
		again := written(manuscript.New(&b))
		if !reflect.DeepEqual(again, b) {
			t.Fatalf("read again\n%+v became\n%+v", b, again)
		}
		a.Photos, b.Photos, a.Status = nil, nil, b.Status
		if !reflect.DeepEqual(a, b) {
			t.Fatalf("\n%+v became\n%+v", a, b)
		}
	})
}

// state is all that can be seen of a sheet.
func state(m *manuscript.Manuscript) []string {
	var out []string
	for i := range m.Len() {
		b := m.Block(i)
		out = append(out, fmt.Sprint(b.Kind, b.Loose, b.Photo.ID, b.Photo.Crop, b.Marked()))
	}
	return out
}

func place(t *rapid.T, m *manuscript.Manuscript) manuscript.Place {
	block := rapid.IntRange(0, m.Len()-1).Draw(t, "block")
	return manuscript.Place{Block: block, Offset: rapid.IntRange(0, m.Block(block).Len()).Draw(t, "offset")}
}

// act does one thing that a person can do.
func act(t *rapid.T, m *manuscript.Manuscript) {
	switch rapid.IntRange(0, 20).Draw(t, "what") {
	case 0, 1, 2:
		m.Type(rapid.SampledFrom([]rune("aá #>")).Draw(t, "letter"))
	case 3, 4:
		m.Backspace()
	case 5:
		m.Delete()
	case 6:
		m.Enter()
	case 7:
		m.LineBreak()
	case 8:
		m.Go(place(t, m), false)
	case 9, 10:
		m.Select(place(t, m), place(t, m))
	case 11:
		m.Turn(rapid.SampledFrom(manuscript.Kinds()).Draw(t, "kind"))
	case 12:
		m.Toggle(rapid.SampledFrom([]manuscript.Style{manuscript.Bold, manuscript.Italic}).Draw(t, "style"))
	case 13:
		m.Move(rapid.SampledFrom([]int{-1, 1}).Draw(t, "by"))
	case 14:
		m.AddPhoto(bulletin.Photo{SHA256: "bb"})
	case 15:
		m.RemovePhoto(rapid.SampledFrom([]string{"p1", "p2"}).Draw(t, "photo"))
	case 16:
		m.PlacePhoto("p1", place(t, m).Block)
	case 17:
		clip := m.Copy()
		m.Go(place(t, m), false)
		m.Paste(clip)
	case 18:
		m.Paste(manuscript.ReadClip(rapid.SampledFrom([]string{"một", "một\nhai", "## ba\n> bốn\nnăm"}).Draw(t, "pasted"), manuscript.Paragraph))
	case 19:
		m.ReplaceAll(manuscript.Query{Text: "a"}, rapid.SampledFrom([]string{"", "bb"}).Draw(t, "with"))
	case 20:
		m.Beside(func() { m.AddPhotoAt(bulletin.Photo{SHA256: "bb"}, place(t, m).Block) })
	}
}

// wantWhole checks what every sheet holds to.
func wantWhole(t *rapid.T, m *manuscript.Manuscript) {
	texts, last := 0, manuscript.Banner
	ids := map[string]bool{}
	for i := range m.Len() {
		b := m.Block(i)
		if len(b.Runes()) != len(b.Styles()) {
			t.Fatalf("block %d has %d letters and %d styles", i, len(b.Runes()), len(b.Styles()))
		}
		if i < m.BodyStart() && b.Kind != manuscript.Kind(i) || !b.Kind.IsBody() && i > 0 && b.Kind < last {
			t.Fatalf("block %d is %s", i, b.Kind)
		}
		if b.Kind.IsText() {
			texts++
		}
		if b.Kind == manuscript.Figure {
			if ids[b.Photo.ID] {
				t.Fatalf("photo %s twice", b.Photo.ID)
			}
			ids[b.Photo.ID] = true
			for j, k := range []manuscript.Kind{manuscript.Caption, manuscript.Credit, manuscript.AltText} {
				if m.Block(i+1+j).Kind != k {
					t.Fatalf("photo %s is followed by %s", b.Photo.ID, m.Block(i+1+j).Kind)
				}
			}
		} else if b.Kind.OfPhoto() && m.Block(m.FigureOf(i)).Kind != manuscript.Figure {
			t.Fatalf("block %d, %s, has no photo", i, b.Kind)
		}
		last = b.Kind
	}
	if texts == 0 {
		t.Fatal("nowhere to write")
	}
	if p := m.Caret(); p.Block >= m.Len() || p.Offset > m.Block(p.Block).Len() {
		t.Fatalf("caret at %+v", p)
	}
	var a bulletin.Article
	m.Write(&a)
	if a.Words() != m.Words() {
		t.Fatalf("%d words, the article has %d", m.Words(), a.Words())
	}
}

// TestEverythingCanBeTakenBack: whatever somebody does, undo leads back to the
// beginning, redo to the end, and the sheet is whole at every step.
func TestEverythingCanBeTakenBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyArticle().Draw(t, "article")
		m := manuscript.New(&a)
		now := time.Unix(0, 0)
		m.Now = func() time.Time { return now }
		mirror := m.Len()
		m.OnEdit = func(e manuscript.Edited) { mirror += e.In - e.Out }
		start := state(m)
		for range rapid.IntRange(1, 30).Draw(t, "acts") {
			now = now.Add(time.Duration(rapid.IntRange(0, 3000).Draw(t, "ms")) * time.Millisecond)
			act(t, m)
			wantWhole(t, m)
		}
		end := state(m)
		for m.Undo() {
			wantWhole(t, m)
		}
		if got := state(m); !reflect.DeepEqual(got, start) {
			t.Fatalf("after taking all back\n%q\nwas\n%q", got, start)
		}
		for m.Redo() {
			wantWhole(t, m)
		}
		if got := state(m); !reflect.DeepEqual(got, end) {
			t.Fatalf("after doing all again\n%q\nwas\n%q", got, end)
		}
		if mirror != m.Len() {
			t.Fatalf("told of %d blocks, there are %d", mirror, m.Len())
		}
	})
}
