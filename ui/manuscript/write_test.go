package manuscript_test

import (
	"reflect"
	"strings"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/ui/manuscript"
)

// sheet is a sheet whose clock stands still until somebody moves it.
func sheet(a bulletin.Article) (*manuscript.Manuscript, *time.Time) {
	m := manuscript.New(&a)
	now := time.Unix(1_000_000, 0)
	m.Now = func() time.Time { return now }
	return m, &now
}

func typeAll(m *manuscript.Manuscript, s string) {
	for _, r := range s {
		m.Type(r)
	}
}

func paragraphs(texts ...string) bulletin.Article {
	var a bulletin.Article
	for _, t := range texts {
		a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: t})
	}
	return a
}

// bodyOf are the kinds and texts of a sheet's body.
func bodyOf(m *manuscript.Manuscript) []string {
	var out []string
	for i := m.BodyStart(); i < m.BodyEnd(); i++ {
		out = append(out, m.Block(i).Kind.String()+": "+m.Block(i).Marked())
	}
	return out
}

func wantBody(t *testing.T, m *manuscript.Manuscript, want ...string) {
	t.Helper()
	if got := bodyOf(m); !reflect.DeepEqual(got, want) {
		t.Errorf("body %q, want %q", got, want)
	}
}

func at(block, offset int) manuscript.Place { return manuscript.Place{Block: block, Offset: offset} }

// TestEnterLeadsThroughTheHead: headline, standfirst, body, as one writes.
func TestEnterLeadsThroughTheHead(t *testing.T) {
	m, _ := sheet(bulletin.Article{})
	for _, s := range []string{"Tít", "Sa-pô", "Đoạn một", "Đoạn hai"} {
		typeAll(m, s)
		m.Enter()
	}
	typeAll(m, "## Trung đề")
	m.Enter()
	typeAll(m, "> Lời trích")
	m.Enter()
	typeAll(m, "Hết")
	if m.TextOf(manuscript.Headline) != "Tít" || m.TextOf(manuscript.Standfirst) != "Sa-pô" {
		t.Errorf("head %q", state(m)[:6])
	}
	wantBody(t, m, "paragraph: Đoạn một", "paragraph: Đoạn hai", "crosshead: Trung đề", "quote: Lời trích", "paragraph: Hết")
}

func TestEnterInTheMiddleOfAStandfirstMakesItsRestAParagraph(t *testing.T) {
	m, _ := sheet(bulletin.Article{Standfirst: "Một. <b>Hai</b> ba.", Body: paragraphs("Bốn.").Body})
	m.Go(at(int(manuscript.Standfirst), 5), false)
	m.Enter()
	if got := m.Block(int(manuscript.Standfirst)).Marked(); got != "Một. " {
		t.Errorf("standfirst %q", got)
	}
	wantBody(t, m, "paragraph: <b>Hai</b> ba.", "paragraph: Bốn.")
}

func TestBackspaceJoins(t *testing.T) {
	m, _ := sheet(paragraphs("Một", "hai"))
	first := m.BodyStart()
	m.Go(at(first+1, 0), false)
	m.Backspace()
	wantBody(t, m, "paragraph: Mộthai")
	if m.Caret() != at(first, 3) {
		t.Errorf("caret at %+v", m.Caret())
	}
	m.Turn(manuscript.Quote)
	m.Go(at(first, 0), false)
	m.Backspace()
	wantBody(t, m, "paragraph: Mộthai")
	m.Backspace()
	if m.Caret().Block != int(manuscript.Dateline) {
		t.Errorf("Backspace at the start of the body leads to %+v", m.Caret())
	}
	wantBody(t, m, "paragraph: Mộthai")
}

func TestErasingOverBlocks(t *testing.T) {
	a := paragraphs("Một hai", "ba", "bốn năm")
	a.Headline, a.Byline = "Tít chính", "Mai Thắm"
	m, _ := sheet(a)
	first := m.BodyStart()
	m.Select(at(first, 4), at(first+2, 4))
	m.EraseSelection()
	wantBody(t, m, "paragraph: Một năm")
	m.Select(at(int(manuscript.Headline), 3), at(m.Len()-2, 4))
	m.EraseSelection()
	wantBody(t, m, "paragraph: ")
	if m.TextOf(manuscript.Headline) != "Tít" || m.TextOf(manuscript.Byline) != "Thắm" {
		t.Errorf("left %q and %q", m.TextOf(manuscript.Headline), m.TextOf(manuscript.Byline))
	}
	m.Undo()
	m.Undo()
	wantBody(t, m, "paragraph: Một hai", "paragraph: ba", "paragraph: bốn năm")
}

// TestUndoTakesWhatBelongsTogether: typing runs on until a pause or a move of
// the caret; an input method that writes a word anew is part of it.
func TestUndoTakesWhatBelongsTogether(t *testing.T) {
	m, now := sheet(bulletin.Article{})
	typeAll(m, "Vie")
	m.Backspace()
	m.Backspace()
	typeAll(m, "iệt")
	*now = now.Add(5 * time.Second)
	typeAll(m, " Nam")
	m.Undo()
	if got := m.TextOf(manuscript.Headline); got != "Việt" {
		t.Errorf("after one undo %q", got)
	}
	m.Undo()
	if got := m.TextOf(manuscript.Headline); got != "" {
		t.Errorf("after two %q", got)
	}
	m.Redo()
	m.Redo()
	if got := m.TextOf(manuscript.Headline); got != "Việt Nam" {
		t.Errorf("done again %q", got)
	}
	m.Go(at(int(manuscript.Headline), 0), false)
	typeAll(m, "Ở ")
	m.Undo()
	if got := m.TextOf(manuscript.Headline); got != "Việt Nam" {
		t.Errorf("what was typed elsewhere goes with it: %q", got)
	}
}

// TestAnInputMethodThatRewritesAnOldWordIsOneStep: UniKey adds a mark to a word
// that stood there: Backspaces, then letters, within milliseconds.
func TestAnInputMethodThatRewritesAnOldWordIsOneStep(t *testing.T) {
	m, now := sheet(bulletin.Article{Headline: "Xa Dong Rui"})
	m.Go(at(int(manuscript.Headline), 2), false)
	m.Backspace()
	*now = now.Add(time.Millisecond)
	m.Type('ã')
	*now = now.Add(300 * time.Millisecond)
	typeAll(m, " hội")
	m.Undo()
	if got := m.TextOf(manuscript.Headline); got != "Xa Dong Rui" {
		t.Errorf("after one undo %q", got)
	}
}

func TestMarksAtTheStartOfAParagraphCanBeTakenBack(t *testing.T) {
	m, _ := sheet(bulletin.Article{})
	m.Go(at(m.BodyStart(), 0), false)
	typeAll(m, "## ")
	wantBody(t, m, "crosshead: ")
	m.Undo()
	wantBody(t, m, "paragraph: ## ")
}

func TestEmphasis(t *testing.T) {
	m, _ := sheet(paragraphs("Một hai ba"))
	first := m.BodyStart()
	m.Select(at(first, 4), at(first, 7))
	m.Toggle(manuscript.Bold)
	m.Toggle(manuscript.Italic)
	wantBody(t, m, "paragraph: Một <b><i>hai</i></b> ba")
	m.Toggle(manuscript.Bold)
	wantBody(t, m, "paragraph: Một <i>hai</i> ba")
	m.Go(at(first, 10), false)
	m.Toggle(manuscript.Bold)
	typeAll(m, " bốn")
	wantBody(t, m, "paragraph: Một <i>hai</i> ba<b> bốn</b>")
	m.Go(at(int(manuscript.Headline), 0), false)
	m.Toggle(manuscript.Bold)
	m.Type('T')
	if got := m.Block(int(manuscript.Headline)).Marked(); got != "T" {
		t.Errorf("headline %q", got)
	}
}

func TestPhotosMoveWithTheirWords(t *testing.T) {
	a := paragraphs("Một", "Hai")
	a.Photos = []bulletin.Photo{{ID: "p1", Caption: "Chú thích", SHA256: "aa"}}
	m, _ := sheet(a)
	if m.Figure("p1") < m.BodyEnd() {
		t.Fatal("a photo without a place stands in the text")
	}
	m.PlacePhoto("p1", m.BodyStart()+1)
	wantBody(t, m, "paragraph: Một", "photo: ", "caption: Chú thích", "credit: ", "alt_text: ", "paragraph: Hai")
	m.Move(+1)
	wantBody(t, m, "paragraph: Một", "paragraph: Hai", "photo: ", "caption: Chú thích", "credit: ", "alt_text: ")
	m.Backspace()
	wantBody(t, m, "paragraph: Một", "paragraph: Hai")
	m.Undo()
	if p := m.Photo("p1"); p == nil || p.Caption != "Chú thích" {
		t.Errorf("photo %+v", p)
	}
}

func TestFindingWithAndWithoutMarks(t *testing.T) {
	a := paragraphs("Thăm, Thắm và tham; thámt", "<b>THAM</b> quan")
	m, _ := sheet(a)
	for _, c := range []struct {
		query manuscript.Query
		found int
	}{
		{manuscript.Query{Text: "tham"}, 5},
		{manuscript.Query{Text: "tham", Whole: true}, 4},
		{manuscript.Query{Text: "tham", Marks: true}, 2},
		{manuscript.Query{Text: "tham", Marks: true, Case: true}, 1},
		{manuscript.Query{Text: "thắm"}, 1},
		{manuscript.Query{Text: "tha\u0306\u0301m"}, 1}, // decomposed
		{manuscript.Query{Text: "THAM", Case: true}, 1},
		{manuscript.Query{Text: ""}, 0},
	} {
		if got := m.Matches(c.query); len(got) != c.found {
			t.Errorf("%+v: %d found, not %d", c.query, len(got), c.found)
		}
	}
	if n := m.ReplaceAll(manuscript.Query{Text: "tham", Whole: true}, "x"); n != 4 {
		t.Errorf("%d replaced", n)
	}
	wantBody(t, m, "paragraph: X, X và x; thámt", "paragraph: <b>X</b> quan")
	m.Undo()
	wantBody(t, m, "paragraph: Thăm, Thắm và tham; thámt", "paragraph: <b>THAM</b> quan")
}

// TestATurnLeavesWhatOnlyItsEndReaches: a selection that ends before the first
// letter of a block, as Shift+Down makes it, has nothing of it.
func TestATurnLeavesWhatOnlyItsEndReaches(t *testing.T) {
	m := manuscript.New(&bulletin.Article{Body: []bulletin.Block{
		{Kind: bulletin.Paragraph, Text: "Một"}, {Kind: bulletin.Paragraph, Text: "Hai"}, {Kind: bulletin.Crosshead, Text: "Ba"},
	}})
	first := m.BodyStart()
	m.Select(manuscript.Place{Block: first}, manuscript.Place{Block: first + 2})
	sel := m.Selection()
	m.Turn(manuscript.Quote)
	for i, want := range []manuscript.Kind{manuscript.Quote, manuscript.Quote, manuscript.Crosshead} {
		if got := m.Block(first + i).Kind; got != want {
			t.Errorf("block %d is now of kind %v, not %v", i, got, want)
		}
	}
	if m.Selection() != sel {
		t.Errorf("selected is %+v", m.Selection())
	}
}

func TestTurningBetweenBodyAndFields(t *testing.T) {
	m, _ := sheet(paragraphs("Tít thật", "Sa-pô <b>đậm</b>", "Đoạn"))
	first := m.BodyStart()
	m.Go(at(first, 3), false)
	m.Turn(manuscript.Headline)
	m.Go(at(first, 0), false)
	m.Turn(manuscript.Standfirst)
	wantBody(t, m, "paragraph: Đoạn")
	if m.TextOf(manuscript.Headline) != "Tít thật" || m.Block(int(manuscript.Standfirst)).Marked() != "Sa-pô <b>đậm</b>" {
		t.Errorf("head %q", state(m)[:6])
	}
	m.Go(at(int(manuscript.Headline), 0), false)
	m.Turn(manuscript.Kicker)
	m.Turn(manuscript.Quote)
	wantBody(t, m, "quote: Tít thật", "paragraph: Đoạn")
	m.Turn(manuscript.Standfirst)
	wantBody(t, m, "quote: Sa-pô <b>đậm</b>", "paragraph: Đoạn")
	for m.Undo() {
	}
	wantBody(t, m, "paragraph: Tít thật", "paragraph: Sa-pô <b>đậm</b>", "paragraph: Đoạn")
}

// What is typed after all matches were replaced stands where the caret was,
// and takes no other words away: the range that was selected is that of other
// words by then.
func TestReplacingAllKeepsTheCaretWithItsWords(t *testing.T) {
	const text = "Bí thư Tỉnh ủy, Tỉnh ủy, Tỉnh ủy Huyện"
	for _, with := range []string{"X", "một tên dài hơn nhiều", ""} {
		for _, c := range []struct {
			anchor, caret int
			want          string
		}{
			{5, 5, "Bí thqư *, *, * Huyện"},   // before them all
			{7, 14, "Bí thư *q, *, * Huyện"},  // the first selected
			{25, 32, "Bí thư *, *, *q Huyện"}, // the last
			{32, 25, "Bí thư *, *, q* Huyện"}, // from its end
			{18, 18, "Bí thư *, *q, * Huyện"}, // within the second
			{34, 34, "Bí thư *, *, * Hquyện"}, // behind them all
		} {
			m, _ := sheet(paragraphs(text))
			first := m.BodyStart()
			m.Select(at(first, c.anchor), at(first, c.caret))
			if n := m.ReplaceAll(manuscript.Query{Text: "Tinh uy", Case: true}, with); n != 3 {
				t.Fatalf("%d replaced", n)
			}
			m.Type('q')
			if got, want := m.Block(first).Marked(), strings.ReplaceAll(c.want, "*", with); got != want {
				t.Errorf("caret %d: %q, not %q", c.caret, got, want)
			}
		}
	}
}

// TestWhatReplacesHasTheCapitalsOfWhatStoodThere unless they are told apart, or
// are what is to be changed.
func TestWhatReplacesHasTheCapitalsOfWhatStoodThere(t *testing.T) {
	for _, c := range []struct {
		text  string
		query manuscript.Query
		with  string
		want  string
	}{
		{"Đường mới. Con đường. ĐƯỜNG XA", manuscript.Query{Text: "duong"}, "lo", "Lo mới. Con lo. LO XA"},
		{"Đường mới. Con đường. ĐƯỜNG XA", manuscript.Query{Text: "Đường"}, "ổ gà", "Ổ gà mới. Con ổ gà. Ổ GÀ XA"},
		{"Đường mới. Con đường.", manuscript.Query{Text: "đường", Case: true}, "lo", "Đường mới. Con lo."},
		{"chị Mai Thắm, MAI THẮM", manuscript.Query{Text: "Mai Thắm"}, "Lan Anh", "chị Lan Anh, LAN ANH"},
		{"ở xã, Xã", manuscript.Query{Text: "xã"}, "Mường Lay", "ở Mường Lay, Mường Lay"},
		{"Ông ở Xã, XÃ", manuscript.Query{Text: "Xã"}, "xã", "Ông ở xã, xã"},
		{"tại UBND xã", manuscript.Query{Text: "UBND"}, "ủy ban nhân dân", "tại ủy ban nhân dân xã"},
		{"tại UBND xã", manuscript.Query{Text: "ubnd"}, "Ủy ban nhân dân", "tại Ủy ban nhân dân xã"},
		{"Đường", manuscript.Query{Text: "duong"}, "", ""},
	} {
		m, _ := sheet(paragraphs(c.text))
		found := m.Matches(c.query)
		m.ReplaceAll(c.query, c.with)
		if got := m.Block(m.BodyStart()).Marked(); got != c.want {
			t.Errorf("%q by %q: %q, not %q", c.query.Text, c.with, got, c.want)
		}
		m.Undo()
		for i := len(found) - 1; i >= 0; i-- {
			m.ReplaceFound(c.query, found[i], c.with)
		}
		if got := m.Block(m.BodyStart()).Marked(); got != c.want {
			t.Errorf("%q by %q, one after the other: %q, not %q", c.query.Text, c.with, got, c.want)
		}
	}
	m, _ := sheet(paragraphs("Đường"))
	q := manuscript.Query{Text: "duong"}
	m.ReplaceFound(q, m.Matches(q)[0], "lo")
	if m.Selected() != "Lo" {
		t.Errorf("selected is %q", m.Selected())
	}
}
