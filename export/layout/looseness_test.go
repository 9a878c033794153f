package layout

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bantin/assets/styles"
)

// TestAParagraphIsSetALineLongerOrShorter: in another number of lines a paragraph
// has the same words in their order, no line is too full, and none stands more open
// than may be (one and a half of its spaces, twice in narrow columns).
func TestAParagraphIsSetALineLongerOrShorter(t *testing.T) {
	syllables := strings.Fields("bà con trồng cây đường thôn xã nghiêng khánh thành những ngày mưa lũ vừa qua, đội dân quân ở ý 2019 tuyên truyền 5 kg")
	names, set := styles.Names(), 0
	rapid.Check(t, func(r *rapid.T) {
		s, err := styles.ByName(rapid.SampledFrom(names).Draw(r, "style"))
		if err != nil {
			r.Fatal(err)
		}
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(syllables), 20, 160).Draw(r, "text"), " ")
		natural := newSetter(&s).text(text, voiceOf(&s, s.Types.Body), Length(s.ColumnWidth()), Source{})
		n := len(natural.lines)
		for by := -1; by <= 1; by++ {
			if n+by < 1 {
				continue
			}
			bent, demerits, ok := natural.inLines(n + by)
			if !ok {
				continue
			}
			if by != 0 {
				set++
			}
			if len(bent.lines) != n+by || demerits <= 0 || !slices.Equal(wordsOf(bent), wordsOf(natural)) {
				r.Fatalf("%q in %d lines became %q in %d", wordsOf(natural), n, wordsOf(bent), len(bent.lines))
			}
			checkEven(r, s, bent)
		}
	})
	if set == 0 {
		t.Error("no paragraph could be set in another number of lines")
	}
}

// checkEven checks the spaces of a paragraph that was bent.
func checkEven(t *rapid.T, s styles.Style, bent setting) {
	t.Helper()
	most := 1_500
	if s.ColumnWidth() < narrowEms*s.Types.Body.Size {
		most = 2_000
	}
	for i, l := range bent.lines {
		if over := l.natural() - l.room; over > l.room/10 {
			t.Errorf("line %d is %v too full", i, over)
		}
		if gap := bent.gapOver(l, most); gap > most+1 {
			t.Errorf("line %d has spaces of %d thousandths", i, gap)
		}
	}
}

// gapOver is the width of a full line's spaces in thousandths of their own; over
// most where it is not filled as it would have to be opened too far.
func (t setting) gapOver(l line, most int) int {
	if l.ends {
		return 0
	}
	st := t.stretch(l)
	if !st.on {
		return 10 * most
	}
	return l.gapOf(st)
}

func wordsOf(t setting) (all []string) {
	for _, l := range t.lines {
		for _, w := range l.words {
			all = append(all, w.text)
		}
	}
	return all
}
