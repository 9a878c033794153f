package editor

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"bantin/bulletin"
	"bantin/ui/look"
	"bantin/ui/manuscript"
)

// inkedBy counts the grounds of a colour.
func (e *Editor) inkedBy(ink fyne.ThemeColorName) int {
	n := 0
	for _, r := range e.drawing.Objects() {
		if r, ok := r.(*canvas.Rectangle); ok && r.FillColor == look.Color(ink) {
			n++
		}
	}
	return n
}

func TestFindAndReplace(t *testing.T) {
	e := opened(t, bulletin.Article{Headline: "Thắm", Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: "thăm và THAM"}}}, usual)
	e.OpenFind(true)
	for _, r := range "tham" {
		e.find.query.TypedRune(r)
	}
	if len(e.matches) != 3 || e.find.count.Text != "1 / 3" { // it stands out already
		t.Fatalf("%d found, told %q", len(e.matches), e.find.count.Text)
	}
	e.FindNext(true)
	if got := e.m.Selected(); got != "Thắm" || e.find.count.Text != "1 / 3" {
		t.Errorf("the first is %q, told %q", got, e.find.count.Text)
	}
	if here, others := e.inkedBy(look.FoundHere), e.inkedBy(look.Found); here != 1 || others < 2 {
		t.Errorf("%d matches stand out, of %d more", here, others)
	}
	e.FindNext(false)
	if got := e.m.Selected(); got != "THAM" {
		t.Errorf("before the first is %q", got)
	}
	for _, r := range "gặp" {
		e.find.with.TypedRune(r)
	}
	e.find.replaceOne()
	if a := article(e); a.Body[0].Text != "thăm và GẶP" {
		t.Errorf("one replaced: %q", a.Body[0].Text)
	}
	e.find.replaceAll()
	if a := article(e); a.Headline != "Gặp" || a.Body[0].Text != "gặp và GẶP" || e.find.count.Text != "Đã thay 2 chỗ" {
		t.Errorf("all replaced: %+v, told %q", a, e.find.count.Text)
	}
	if e.find.due.Stop() {
		t.Error("a search is due that will find none and say so instead")
	}
	e.Undo()
	if a := article(e); a.Headline != "Thắm" || a.Body[0].Text != "thăm và GẶP" {
		t.Errorf("taken back: %+v", a)
	}
	e.press(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if e.find.isOpen() || len(e.matches) > 0 {
		t.Error("Escape leaves the bar open")
	}
}

// TestWhatStandsInAFieldOfTheBarIsWrittenOver when Tab comes to it, each time: it
// is from the search before.
// TestWhatStandsOutIsReplacedAtOnce: the match that is marked as the one at hand
// is the one that "Replace" means; where one has scrolled away from it, it is
// shown first.
func TestWhatStandsOutIsReplacedAtOnce(t *testing.T) {
	a := bulletin.Article{Headline: "Đầu", Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: "ông Bảy và ông Tám"}}}
	for range 60 {
		a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: "Một đoạn nữa."})
	}
	e := opened(t, a, usual)
	e.OpenFind(true)
	for _, r := range "ông" {
		e.find.query.TypedRune(r)
	}
	for _, r := range "chú" {
		e.find.with.TypedRune(r)
	}
	e.find.replaceOne()
	if a := article(e); a.Body[0].Text != "chú Bảy và ông Tám" || e.m.Selected() != "ông" || e.find.count.Text != "1 / 1" {
		t.Fatalf("replaced: %q, selected %q, told %q", a.Body[0].Text, e.m.Selected(), e.find.count.Text)
	}
	e.m.Go(e.m.Caret(), false)
	e.find.searchAgain()
	e.scrollTo(900)
	e.find.replaceOne()
	if a := article(e); a.Body[0].Text != "chú Bảy và ông Tám" || e.m.Selected() != "ông" {
		t.Errorf("what nobody saw became %q, selected %q", a.Body[0].Text, e.m.Selected())
	}
}

// TestAllThatIsSelectedIsNoMoreThanThereIs: captions and names count among what is
// selected where nothing else is.
func TestAllThatIsSelectedIsNoMoreThanThereIs(t *testing.T) {
	e := opened(t, bulletin.Article{Headline: "Hai chữ", Byline: "Mai Thắm", Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: "Ba chữ nữa"}}}, usual)
	e.m.Select(manuscript.Place{}, e.m.End())
	if n, all := e.m.SelectedWords(), e.m.Words(); n != all || all != 5 {
		t.Errorf("%d words selected of %d", n, all)
	}
	by := e.m.Find(manuscript.Byline)
	e.m.Select(manuscript.Place{Block: by}, manuscript.Place{Block: by, Offset: 8})
	if n := e.m.SelectedWords(); n != 2 {
		t.Errorf("the name has %d words", n)
	}
}

func TestWhatStandsInAFieldOfTheBarIsWrittenOver(t *testing.T) {
	e := opened(t, bulletin.Article{Headline: "Thắm"}, usual)
	e.OpenFind(true)
	c := fyne.CurrentApp().Driver().CanvasForObject(e)
	for _, s := range []string{"yên vui", "huyện mới"} {
		c.Focus(e.find.query)
		c.FocusNext()
		if c.Focused() != fyne.Focusable(e.find.with) {
			t.Fatalf("Tab leads to %T", c.Focused())
		}
		for _, r := range s {
			e.find.with.TypedRune(r)
		}
		if e.find.with.Text() != s {
			t.Errorf("%q stands there, not %q", e.find.with.Text(), s)
		}
	}
}
