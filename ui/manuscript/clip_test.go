package manuscript_test

import (
	"reflect"
	"testing"

	"bantin/bulletin"
	"bantin/ui/manuscript"
)

func TestWhatComesFromOutsideIsCleaned(t *testing.T) {
	for pasted, want := range map[string][]bulletin.Block{
		"Một\u00a0 \u00a0hai\r\n\r\n\u200bba\u0323 \n": {
			{Kind: bulletin.Paragraph, Text: "Một hai"}, {Kind: bulletin.Paragraph, Text: "bạ"},
		},
		"## Trung đề\n> Lời": {{Kind: bulletin.Crosshead, Text: "Trung đề"}, {Kind: bulletin.Quote, Text: "Lời"}},
		"một chữ ":           {{Kind: bulletin.Paragraph, Text: "một chữ "}},
		`<html><head><title>x</title></head><body><h2>Đầu&nbsp;đề</h2><p>Một <b>đậm</b>
			và <em>nghiêng</em><br>dòng hai</p><script>bad()</script><blockquote><p>Lời</p></blockquote></body></html>`: {
			{Kind: bulletin.Crosshead, Text: "Đầu đề"},
			{Kind: bulletin.Paragraph, Text: "Một <b>đậm</b> và <i>nghiêng</i>\ndòng hai"},
			{Kind: bulletin.Quote, Text: "Lời"},
		},
		"\n \n":                                    nil,
		"trang\ao\x1fnoi\x1ehai \uFFFC anh":        {{Kind: bulletin.Paragraph, Text: "trang onoi-hai anh"}},
		"Câu một\vcâu hai\n\uF0B7\tMục":            {{Kind: bulletin.Paragraph, Text: "Câu một"}, {Kind: bulletin.Paragraph, Text: "câu hai"}, {Kind: bulletin.Paragraph, Text: "• Mục"}},
		"<p>no\x1ehai&#7;ô \uFFFC<br>\uF0B7 b</p>": {{Kind: bulletin.Paragraph, Text: "no-hai ô \n• b"}},
	} {
		got := manuscript.ReadClip(pasted, manuscript.Paragraph).Article()
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v, want %+v", pasted, got, want)
		}
	}
}

func TestWhatIsCleanedIsTold(t *testing.T) {
	for s, want := range map[string]bool{
		"Một hai\n\nba": false, " một ": false, "Một  hai": true, "một\u00a0hai": true, "ba\u0323": true, "a\tb": true, "a\x1eb": true, "a \uFFFC": true,
	} {
		if got := manuscript.TidiedOf(s).Any(); got != want {
			t.Errorf("%q is untidy: %v", s, got)
		}
	}
}

// TestWhatIsCleanedIsToldAsWhatItIs: a sign that is gone is no blank.
func TestWhatIsCleanedIsToldAsWhatItIs(t *testing.T) {
	for s, want := range map[string]manuscript.Tidied{
		"Một hai": {}, "Một\x1f hai": {Signs: true}, "Một\x1a": {Signs: true}, "một\u00a0hai": {Blanks: true}, "Một  hai": {Blanks: true},
		"ba\u0323": {Marks: true}, "ba\u0323  x\x1f": {Blanks: true, Marks: true, Signs: true},
	} {
		if got := manuscript.TidiedOf(s); got != want {
			t.Errorf("%q: %+v, not %+v", s, got, want)
		}
	}
}

func TestManyParagraphsBecomeManyBlocks(t *testing.T) {
	m, _ := sheet(paragraphs("Trước sau"))
	m.Go(at(m.BodyStart(), 6), false)
	m.Paste(manuscript.ReadClip("một\nhai\nba", manuscript.Paragraph))
	wantBody(t, m, "paragraph: Trước một", "paragraph: hai", "paragraph: basau")
	if c := m.Caret(); c != at(m.BodyStart()+2, 2) {
		t.Errorf("caret at %+v", c)
	}
	m.Undo()
	wantBody(t, m, "paragraph: Trước sau")
}

func TestAWholeArticlePastedIntoTheHeadline(t *testing.T) {
	m, _ := sheet(bulletin.Article{})
	m.Paste(manuscript.ReadClip("Tít\nMột\nHai", manuscript.Headline))
	if got := m.TextOf(manuscript.Headline); got != "Tít" {
		t.Errorf("headline %q", got)
	}
	wantBody(t, m, "paragraph: Một", "paragraph: Hai")
}

func TestCopyingKeepsStructure(t *testing.T) {
	a := bulletin.Article{
		Body: []bulletin.Block{
			{Kind: bulletin.Crosshead, Text: "Đầu"},
			{Kind: bulletin.Paragraph, Text: "<b>Một</b> hai"},
			{Kind: bulletin.PhotoAnchor, Photo: "p1"},
			{Kind: bulletin.Quote, Text: "Lời"},
		},
		Photos: []bulletin.Photo{{ID: "p1", SHA256: "aa", Caption: "Chú thích"}},
	}
	m, _ := sheet(a)
	m.Select(at(m.BodyStart(), 0), at(m.BodyEnd()-1, 3))
	clip := m.Copy()
	other, _ := sheet(paragraphs(""))
	other.Go(at(other.BodyStart(), 0), false)
	other.Paste(clip)
	wantBody(t, other, "crosshead: Đầu", "paragraph: <b>Một</b> hai", "photo: ", "caption: Chú thích", "credit: ", "alt_text: ", "quote: Lời")
	other.Paste(clip) // once more, behind: the photo is another one then
	if other.Photos() != 2 || other.Photo("p2") == nil {
		t.Errorf("photos after pasting twice: %q", bodyOf(other))
	}
}

// FuzzReadClip: whatever is on the clipboard, nothing breaks.
func FuzzReadClip(f *testing.F) {
	f.Add("<p>a<b>b", uint8(6))
	f.Add("a\r\n## b\n> c", uint8(2))
	f.Fuzz(func(t *testing.T, s string, where uint8) {
		m := manuscript.New(&bulletin.Article{})
		k := manuscript.Kind(int(where) % len(manuscript.Kinds()))
		if i := m.Find(k); i >= 0 {
			m.Go(at(i, 0), false)
		}
		m.Paste(manuscript.ReadClip(s, k))
		var a bulletin.Article
		m.Write(&a)
		if a.Words() != m.Words() {
			t.Errorf("%d words, the article has %d", m.Words(), a.Words())
		}
	})
}

// TestManyLinesPastedIntoAFieldOfOneLine: none runs into another.
func TestManyLinesPastedIntoAFieldOfOneLine(t *testing.T) {
	for pasted, want := range map[string]bulletin.Article{
		"Mai Thắm\nTrung tâm Truyền thông": {Byline: "Mai Thắm", Affiliation: "Trung tâm Truyền thông"},
		"Mai Thắm\nĐoạn hai.\nĐoạn ba.":    {Byline: "Mai Thắm", Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: "Đoạn hai."}, {Kind: bulletin.Paragraph, Text: "Đoạn ba."}}},
	} {
		m := manuscript.New(&bulletin.Article{})
		m.Go(manuscript.Place{Block: m.Find(manuscript.Byline)}, false)
		m.Paste(manuscript.ReadClip(pasted, manuscript.Byline))
		var a bulletin.Article
		m.Write(&a)
		want.Photos = []bulletin.Photo{}
		if want.Body == nil {
			want.Body = []bulletin.Block{}
		}
		if !reflect.DeepEqual(a, want) {
			t.Errorf("%q became %+v", pasted, a)
		}
		m.Undo()
		if !m.IsBlank() || m.TextOf(manuscript.Byline) != "" || m.CanUndo() {
			t.Errorf("%q is not taken back in one step", pasted)
		}
	}
	m := manuscript.New(&bulletin.Article{Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: "Có sẵn."}}, Affiliation: "Đài"})
	m.Go(m.End(), false)
	m.Paste(manuscript.ReadClip(" Khe Mây\nThêm.", manuscript.Affiliation))
	if m.TextOf(manuscript.Affiliation) != "ĐàiKhe Mây" || m.Block(m.Caret().Block).String() != "Thêm." {
		t.Errorf("%q, and the caret in %q", m.TextOf(manuscript.Affiliation), m.Block(m.Caret().Block).String())
	}
}

func wholeArticle() bulletin.Article {
	return bulletin.Article{
		ThemeBanner: "Năm kỷ cương", Kicker: "Khe Mây", Headline: "Trồng rừng", Deck: "Ba héc-ta kín cây", Standfirst: "Sáng 12/3, <i>cả xã</i> ra bãi.",
		Dateline: "Khe Mây, 12/3", Byline: "Hà Vân", Affiliation: "Đài huyện",
		Body: []bulletin.Block{
			{Kind: bulletin.Paragraph, Text: "Đoạn <b>một</b>."},
			{Kind: bulletin.PhotoAnchor, Photo: "p1"},
			{Kind: bulletin.Crosshead, Text: "Rừng giữ đất"},
			{Kind: bulletin.PhotoAnchor, Photo: "p1"},
			{Kind: bulletin.Quote, Text: "Vui lắm."},
		},
		Photos: []bulletin.Photo{
			{ID: "p1", SHA256: "aa", Caption: "Trồng đước", Credit: "Hà Vân", AltText: "Người trồng cây", WidthPx: 30, HeightPx: 20, Crop: &bulletin.Crop{Width: 5000, Height: 5000}},
			{ID: "p2", SHA256: "bb", Caption: "Không có chỗ", Credit: "Mai"},
		},
	}
}

// TestAWholeSheetComesBackWhole: all that was copied of a sheet is on a blank one
// after it was pasted there, be the caret where it may; one undo takes it back.
func TestAWholeSheetComesBackWhole(t *testing.T) {
	want := wholeArticle()
	from := manuscript.New(&want)
	from.Select(manuscript.Place{}, from.End())
	clip := from.Copy()
	for _, k := range []manuscript.Kind{manuscript.Banner, manuscript.Headline, manuscript.Paragraph, manuscript.Affiliation} {
		blank := bulletin.Article{ThemeBanner: "Chủ đề khác", Byline: "Người khác"}
		m := manuscript.New(&blank)
		m.Go(at(m.Find(k), 0), false)
		m.Paste(clip)
		var got bulletin.Article
		m.Write(&got)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("with the caret in the %s:\n%+v, want\n%+v", k, got, want)
		}
		m.Undo()
		if !m.IsBlank() || m.TextOf(manuscript.Banner) != "Chủ đề khác" || m.CanUndo() {
			t.Errorf("with the caret in the %s: not taken back in one step", k)
		}
	}
	from.EraseSelection() // cut, and pasted where it was
	from.Paste(clip)
	var got bulletin.Article
	from.Write(&got)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("cut and pasted: %+v", got)
	}
}

// TestPartsOfASheetGoWhereTheyBelong: fields into fields that are free; what
// stands there stays, and nothing of the piece is lost.
func TestPartsOfASheetGoWhereTheyBelong(t *testing.T) {
	a := wholeArticle()
	from := manuscript.New(&a)
	from.Select(at(int(manuscript.Headline), 0), at(from.BodyStart(), 5)) // headline, deck, standfirst, dateline, "Đoạn "
	clip := from.Copy()

	m := manuscript.New(&bulletin.Article{Headline: "Có rồi", Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: "Thân bài."}}})
	m.Go(at(int(manuscript.Kicker), 0), false)
	m.Paste(clip)
	var got bulletin.Article
	m.Write(&got)
	if got.Headline != "Có rồi" || got.Deck != a.Deck || got.Standfirst != a.Standfirst || got.Dateline != a.Dateline {
		t.Errorf("the head is %+v", got)
	}
	wantBody(t, m, "paragraph: Trồng rừng", "paragraph: Đoạn ", "paragraph: Thân bài.")

	m = manuscript.New(&bulletin.Article{Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: "Thân bài."}}})
	m.Go(at(m.BodyStart(), 9), false)
	m.Paste(clip) // into running text all is running text
	if got := m.TextOf(manuscript.Headline); got != "" {
		t.Errorf("the headline is %q", got)
	}
	wantBody(t, m, "paragraph: Thân bài.Trồng rừng", "paragraph: Ba héc-ta kín cây", "paragraph: Sáng 12/3, <i>cả xã</i> ra bãi.", "paragraph: Khe Mây, 12/3", "paragraph: Đoạn ")
}

// TestPicturesStayInTheirFile: elsewhere photos are frames with their words.
func TestPicturesStayInTheirFile(t *testing.T) {
	a := wholeArticle()
	from := manuscript.New(&a)
	from.Select(manuscript.Place{}, from.End())
	clip, frames := from.Copy().WithoutPictures()
	m := manuscript.New(&bulletin.Article{})
	m.Paste(clip)
	var got bulletin.Article
	m.Write(&got)
	if frames != 2 || m.Photos() != 0 || len(got.Photos) != 2 || got.Photos[0].Caption != "Trồng đước" || got.Photos[0].Credit != "Hà Vân" || got.Photos[0].Crop != nil {
		t.Errorf("%d frames: %+v", frames, got.Photos)
	}
}
