package editor

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/look"
	"bantin/ui/manuscript"
	"bantin/ui/parts"
)

// TestMain leaves out what comes later by itself, the blinking of the caret: a
// test has no goroutine of a window for it.
func TestMain(m *testing.M) {
	parts.OnUI = func(func()) {}
	os.Exit(m.Run())
}

// opened is an editor of a size on an article, in a window.
func opened(t testing.TB, a bulletin.Article, size fyne.Size) *Editor {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.Theme{})
	e := New(translations.For(translations.Vietnamese))
	e.Open(manuscript.New(&a), false)
	w := test.NewTempWindow(t, e.Pane())
	w.SetPadded(false)
	w.Resize(size)
	e.Focus()
	return e
}

var usual = fyne.NewSize(680, 700)

// long is an article of some number of words.
func long(words int) bulletin.Article {
	const paragraph = "Sáng nay bà con năm thôn đã xuống bãi từ khi nước còn rút, mang theo cây đước, cuốc xẻng và cơm nắm để trồng cho kịp con nước chiều. "
	a := bulletin.Article{Headline: "Xã Đồng Rui ra quân trồng rừng", Standfirst: "Hơn hai trăm người tham gia."}
	text := strings.Repeat(paragraph, 2)
	for n := 0; n < words; n += len(strings.Fields(text)) {
		a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: strings.TrimSpace(text)})
	}
	return a
}

// rowsOf are the rows of a sheet without what is drawn of them.
func rowsOf(s *sheet) [][][2]int {
	var out [][][2]int
	for i := range s.blocks {
		var rows [][2]int
		for _, r := range s.blocks[i].rows {
			rows = append(rows, [2]int{r.start, r.end})
		}
		out = append(out, rows)
	}
	return out
}

// TestRowsAfterEditsAreThoseOfAFreshSheet: what is broken anew after an edit
// comes out as if everything had been.
func TestRowsAfterEditsAreThoseOfAFreshSheet(t *testing.T) {
	e := opened(t, long(300), usual)
	rapid.Check(t, func(t *rapid.T) {
		m := manuscript.New(&bulletin.Article{Body: []bulletin.Block{
			{Kind: bulletin.Paragraph, Text: rapid.StringOfN(rapid.SampledFrom([]rune("aâm  \nđươ")), 0, 400, -1).Draw(t, "text")},
			{Kind: bulletin.Quote, Text: long(60).Body[0].Text},
		}})
		e.Open(m, false)
		for range rapid.IntRange(1, 12).Draw(t, "edits") {
			block := rapid.IntRange(0, m.Len()-1).Draw(t, "block")
			at := func(name string) manuscript.Place {
				return manuscript.Place{Block: block, Offset: rapid.IntRange(0, m.Block(block).Len()).Draw(t, name)}
			}
			m.Select(at("from"), at("to"))
			switch rapid.IntRange(0, 6).Draw(t, "what") {
			case 0, 1:
				m.Type(rapid.SampledFrom([]rune("a m\n")).Draw(t, "letter"))
			case 2:
				m.Backspace()
			case 3:
				m.Enter()
			case 4:
				m.Toggle(manuscript.Bold)
			case 5:
				m.Paste(manuscript.ReadClip(rapid.SampledFrom([]string{"một hai ba bốn năm sáu bảy tám chín mười", "a\nb", strings.Repeat("iVBORw0KGgo", 40)}).Draw(t, "pasted"), manuscript.Paragraph))
			case 6:
				m.Undo()
			}
			for i := range e.sheet.blocks {
				for index := range e.sheet.blocks[i].rows {
					e.sheet.pieces(i, index)
				}
			}
		}
		fresh := sheet{m: m}
		fresh.fit(e.sheet.width)
		if got, want := rowsOf(&e.sheet), rowsOf(&fresh); !reflect.DeepEqual(got, want) {
			t.Fatalf("rows\n%v\nwant\n%v", got, want)
		}
		if e.sheet.height != fresh.height {
			t.Fatalf("%v high, not %v", e.sheet.height, fresh.height)
		}
		for i := range fresh.blocks {
			for index := range fresh.blocks[i].rows {
				if got, want := e.sheet.pieces(i, index), fresh.pieces(i, index); !reflect.DeepEqual(got, want) {
					t.Fatalf("row %d of block %d: %+v, not %+v", index, i, got, want)
				}
			}
		}
	})
}

// TestEveryPlaceIsFoundWhereItStands: a click on the caret's place leads there.
func TestEveryPlaceIsFoundWhereItStands(t *testing.T) {
	e := opened(t, long(200), usual)
	for i := range e.m.Len() {
		for offset := range e.m.Block(i).Len() + 1 {
			p := manuscript.Place{Block: i, Offset: offset}
			x, y, height := e.sheet.point(p)
			if got := e.sheet.at(x, y+height/2); got != p {
				t.Fatalf("%+v is at %v, %v, where %+v is found", p, x, y, got)
			}
		}
	}
}

// TestAWordOfAMillionLetters is shown, written in and left: a picture that was
// copied as text is one such word. It takes no longer than so much text does, or
// this would not end.
func TestAWordOfAMillionLetters(t *testing.T) {
	a := long(30)
	a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: "đầu " + strings.Repeat("iVBORw0KGgoAẾ", 80_000) + " cuối"})
	e := opened(t, a, usual)
	block := e.m.BodyEnd() - 1
	rows := len(e.sheet.blocks[block].rows)
	for _, offset := range []int{0, 10, 500_000, 1 << 30} {
		e.m.Go(manuscript.Place{Block: block, Offset: offset}, false)
		e.moved()
		e.TypedRune('x')
	}
	if got := len(e.sheet.blocks[block].rows); rows < 5000 || got < rows {
		t.Errorf("%d rows, then %d", rows, got)
	}
	if text := e.m.Block(block).String(); !strings.HasPrefix(text, "xđầu") || !strings.HasSuffix(text, "cuốix") {
		t.Errorf("it begins %q and ends %q", text[:20], text[len(text)-20:])
	}
}

func benchmarkKey(b *testing.B, words int) {
	e := opened(b, long(words), usual)
	e.m.Go(manuscript.Place{Block: e.m.BodyEnd() - 1, Offset: 1 << 20}, false)
	e.moved()
	letters := []rune("đây là một câu được gõ để đo xem mỗi phím mất bao lâu. ")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		e.TypedRune(letters[i%len(letters)])
	}
}

func BenchmarkKeyIn500Words(b *testing.B)    { benchmarkKey(b, 500) }
func BenchmarkKeyIn10000Words(b *testing.B)  { benchmarkKey(b, 10_000) }
func BenchmarkKeyIn200000Words(b *testing.B) { benchmarkKey(b, 200_000) }

func BenchmarkOpening10000Words(b *testing.B) {
	e := opened(b, long(10_000), usual)
	a := long(10_000)
	for b.Loop() {
		e.Open(manuscript.New(&a), false)
	}
}

func BenchmarkScrolling10000Words(b *testing.B) {
	e := opened(b, long(10_000), usual)
	for b.Loop() {
		e.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -25)})
		if e.offset >= e.sheet.height-e.Size().Height {
			e.scrollTo(0)
		}
	}
}

// BenchmarkKeyInOneParagraphOf10000Words types into the middle of an unbroken
// paragraph, the worst that a paste can bring.
func BenchmarkKeyInOneParagraphOf10000Words(b *testing.B) {
	a := long(200)
	a.Body = []bulletin.Block{{Kind: bulletin.Paragraph, Text: strings.Repeat("từng chữ một nối nhau ", 2000)}}
	e := opened(b, a, usual)
	e.m.Go(manuscript.Place{Block: e.m.BodyStart(), Offset: 20_000}, false)
	e.moved()
	letters := []rune("gõ vào giữa đoạn ")
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		e.TypedRune(letters[i%len(letters)])
	}
}

// TestNoWordOfABannerStandsAlone: what is centred ends about evenly, typed or
// opened, in no more rows than it must have.
func TestNoWordOfABannerStandsAlone(t *testing.T) {
	const said = "Chủ đề công tác năm 2026: “Gần dân, sát việc – Dựng xây Ngàn Sa xanh, sạch, nghĩa tình”"
	e := opened(t, bulletin.Article{ThemeBanner: said, Headline: "Con đường ba thôn cùng mở"}, usual)
	for width := float32(300); width < 700; width += 7 {
		e.sheet.fit(width)
		l := &e.sheet.blocks[0]
		w := e.sheet.wrapper(0)
		if least := len(w.rows(0, nil)); len(l.rows) != least {
			t.Fatalf("%v wide: %d rows for %d", width, len(l.rows), least)
		}
		longest, shortest := float32(0), w.room
		for _, r := range l.rows {
			long := w.width(r.start, r.end)
			longest, shortest = max(longest, long), min(shortest, long)
		}
		if shortest < longest/2 {
			t.Errorf("%v wide: rows of %v and %v", width, longest, shortest)
		}
	}
}

// TestABinaryPasteIsNoText: some programs answer who asks for text with the
// bytes of the picture that they hold.
func TestABinaryPasteIsNoText(t *testing.T) {
	e := opened(t, bulletin.Article{Headline: "Tít", Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: "Đoạn"}}}, usual)
	asked := 0
	e.OnPasteNothing = func() { asked++ }
	before := article(e)
	e.Paste("\x89PNG\r\n\x1a\n")
	e.PastePlain("\xff\xd8\xff\xe0")
	if after := article(e); asked != 1 || !reflect.DeepEqual(before, after) {
		t.Errorf("the picture was asked for %d times; the sheet says %+v", asked, after)
	}
}
