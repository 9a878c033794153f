package manuscript_test

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"bantin/bulletin"
	"bantin/ui/manuscript"
)

// TestASheetBecomesAnotherArticleInOneStep: whatever was changed, the sheet then
// says it, one undo says what stood there before, and one redo says it again.
func TestASheetBecomesAnotherArticleInOneStep(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyArticle().Draw(t, "before"), anyArticle().Draw(t, "after")
		m := manuscript.New(&a)
		m.Go(manuscript.Place{Block: rapid.IntRange(0, m.Len()-1).Draw(t, "block"), Offset: rapid.IntRange(0, 9).Draw(t, "offset")}, false)
		m.Type('x')
		typed, caret := written(m), m.Caret()
		fresh := manuscript.New(&b)
		m.Become(&b)
		said := written(m)
		if want := written(fresh); !reflect.DeepEqual(said, want) {
			t.Fatalf("it became\n%+v, not\n%+v", said, want)
		}
		if m.Words() != fresh.Words() || m.Len() != fresh.Len() {
			t.Fatalf("%d words in %d blocks, not %d in %d", m.Words(), m.Len(), fresh.Words(), fresh.Len())
		}
		if c := m.Caret(); c.Block >= m.Len() || c.Offset > m.Block(c.Block).Len() {
			t.Fatalf("the caret is at %+v, which is nowhere", c)
		}
		if m.Become(&b) {
			t.Fatal("it became what it was")
		}
		if reflect.DeepEqual(typed, said) {
			return
		}
		m.Undo()
		if got := written(m); !reflect.DeepEqual(got, typed) || m.Caret() != caret {
			t.Fatalf("taken back it says\n%+v, not\n%+v, with the caret at %v, not %v", got, typed, m.Caret(), caret)
		}
		m.Redo()
		if got := written(m); !reflect.DeepEqual(got, said) {
			t.Fatalf("done again it says\n%+v, not\n%+v", got, said)
		}
	})
}

// TestTheCaretStaysAtItsLetterWhenTheSheetChanges: before, in and behind what is
// changed, in its paragraph and below.
func TestTheCaretStaysAtItsLetterWhenTheSheetChanges(t *testing.T) {
	article := func(first string, more ...string) bulletin.Article {
		var a bulletin.Article
		for _, s := range append([]string{first}, more...) {
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: s})
		}
		return a
	}
	for _, c := range []struct {
		name      string
		after     bulletin.Article
		block, at int // counted from the body
		want      manuscript.Place
	}{
		{"before", article("Trời mưa rất to.", "Hết."), 0, 4, manuscript.Place{Block: 0, Offset: 4}},
		{"behind", article("Trời mưa rất to.", "Hết."), 0, 11, manuscript.Place{Block: 0, Offset: 15}},
		{"another block", article("Trời mưa rất to.", "Hết."), 1, 2, manuscript.Place{Block: 1, Offset: 2}},
		{"below a new one", article("Một.", "Trời mưa to.", "Hết."), 1, 2, manuscript.Place{Block: 2, Offset: 2}},
	} {
		a := article("Trời mưa to.", "Hết.")
		m := manuscript.New(&a)
		body := m.BodyStart()
		m.Go(manuscript.Place{Block: body + c.block, Offset: c.at}, false)
		m.Become(&c.after)
		want := manuscript.Place{Block: body + c.want.Block, Offset: c.want.Offset}
		if m.Caret() != want {
			t.Errorf("%s: the caret is at %v, not %v", c.name, m.Caret(), want)
		}
	}
}
