package editor

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/manuscript"
)

func TestEveryWordOfAnArticleIsMeasuredAheadOnce(t *testing.T) {
	a := bulletin.Article{
		Headline: "Trồng rừng", Standfirst: "Sáng nay, rừng",
		Body: []bulletin.Block{
			{Kind: bulletin.Paragraph, Text: "rừng  giữ đất\nrừng giữ nước"},
			{Kind: bulletin.Quote, Text: "rừng"},
		},
	}
	got := map[manuscript.Kind]string{}
	for _, w := range wordsOf(manuscript.New(&a)) {
		if w.text != " " {
			got[w.kind] += w.text + "|"
		}
	}
	for kind, want := range map[manuscript.Kind]string{
		manuscript.Headline: "Trồng|rừng|", manuscript.Standfirst: "Sáng|nay,|rừng|",
		manuscript.Paragraph: "rừng|  |giữ|đất||nước|", manuscript.Quote: "rừng|",
	} {
		if got[kind] != want {
			t.Errorf("kind %v: %q, want %q", kind, got[kind], want)
		}
	}
}

// TestMeasuringGivesWay: when its time is over it has measured one word and
// leaves the rest for another turn, until nothing is left.
func TestMeasuringGivesWay(t *testing.T) {
	test.NewTempApp(t)
	words := wordsOf(manuscript.New(&bulletin.Article{Headline: "một hai ba"}))
	before := len(words)
	if got := len(measureSome(words, time.Now().Add(-time.Second))); got != before-1 {
		t.Errorf("%d of %d words are left", got, before)
	}
	turns := 0
	MeasureAhead(&bulletin.Article{Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: strings.Repeat("rừng ", 20)}}}, func(do func()) { turns++; do() })
	if turns == 0 {
		t.Error("nothing was measured on the window's goroutine")
	}
}

// BenchmarkOpeningLong opens an article of 10,000 words, 3,000 of them
// different, whose words are new to the screen; ahead is what of that is done
// before, in turns.
func BenchmarkOpeningLong(b *testing.B) {
	test.NewTempApp(b)
	for _, ahead := range []bool{false, true} {
		name := map[bool]string{false: "at once", true: "measured ahead"}[ahead]
		b.Run(name, func(b *testing.B) {
			e := New(translations.For(translations.Vietnamese))
			e.Resize(e.MinSize().AddWidthHeight(900, 700))
			for i := 0; b.Loop(); i++ {
				b.StopTimer()
				a := longWith(i)
				if ahead {
					MeasureAhead(&a, func(do func()) { do() })
				}
				m := manuscript.New(&a)
				b.StartTimer()
				e.Open(m, false)
			}
		})
	}
}

func longWith(seed int) bulletin.Article {
	var a bulletin.Article
	for p := range 100 {
		var text strings.Builder
		for n := range 100 {
			text.WriteString(syllable((p*100+n*7)%3000) + strconv.Itoa(seed) + " ")
		}
		a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: text.String()})
	}
	a.Normalize()
	return a
}

func syllable(n int) string {
	heads, tails := []rune("bcdđghklmnpqrstvx"), []string{"ang", "ươi", "iễn", "ọc", "âu", "ình", "ồng", "ất", "uyền", "ại"}
	return string(heads[n%17]) + tails[n/17%10] + string(heads[n/170%17])
}
