package look

import (
	"image/color"
	"os"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"bantin/internal/real"
)

var styles = map[string]fyne.TextStyle{
	"sans": Sans, "bold sans": SansBold, "serif": Serif, "bold serif": SerifBold,
	"italic serif": {Monospace: true, Italic: true}, "italic": {Italic: true},
}

// TestWidthsAreThoseThatArePainted: of words, lines and letters of other scripts.
func TestWidthsAreThoseThatArePainted(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	raw, err := os.ReadFile(real.Article(t))
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, line := range strings.Split(string(raw), "\n") {
		texts = append(texts, line)
		texts = append(texts, strings.Fields(line)...)
	}
	texts = append(texts, " ", "   ", "“Diễn", "123", "12/5", "A\u0301", "日本 và Việt", "a\tb", "fi ffi AVATAR", "😀", "\u00a0")
	for name, style := range styles {
		for _, size := range []float32{12, 17, 31} {
			for _, s := range texts {
				if s == "" {
					continue
				}
				if got, want := widthOf(s, size, style), measure(s, size, style).Width; got != want {
					t.Fatalf("%s %v: %q is %v wide, painted %v", name, size, s, got, want)
				}
			}
		}
	}
}

// BenchmarkMeasuring compares measuring a syllable here and by Fyne.
func BenchmarkMeasuring(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(Theme{})
	b.Run("shaped", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			shaped("nghiêng", 17+float32(i)/1000, Serif)
		}
	})
	b.Run("fyne", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			measure("nghiêng", 17+float32(i)/1000, Serif) // which it has not met
		}
	})
}

// TestMeasuringBesideThePainter: what measures on another goroutine while the
// window shows a typeface for the first time shares nothing with it that either
// writes to. It is for the race detector.
func TestMeasuringBesideThePainter(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	faces.Clear() // so that Fyne has not met the typefaces, nor have we
	widths.Lock()
	clear(widths.known)
	widths.Unlock()
	var beside sync.WaitGroup
	for name, style := range styles {
		for range 2 {
			beside.Go(func() {
				for i := range 40 {
					if Width("nghiêng", 12+float32(i)/100, style) <= 0 {
						t.Errorf("%s has no width", name)
					}
				}
			})
		}
		for i := range 4 {
			text := canvas.NewText("nghiêng", color.Black)
			Set(text, 12+float32(i), style)
			software.Render(text, Theme{})
		}
	}
	beside.Wait()
}

// TestMeasuringWaitsForNobody: while one goroutine has a shaper in its hands, the
// window's measures with another, and comes to the same widths.
func TestMeasuringWaitsForNobody(t *testing.T) {
	alone, _ := shaped("Diễn đàn", 17, Serif)
	other := borrowShaper()
	defer other.giveBack()
	if beside, known := shaped("Diễn đàn", 17, Serif); !known || beside != alone {
		t.Errorf("it is %v wide, %v alone", beside, alone)
	}
}

// BenchmarkWordWhileAnotherMeasures is a word that the window measures while a long
// text is measured ahead.
func BenchmarkWordWhileAnotherMeasures(b *testing.B) {
	long := strings.Repeat("Sáng nay bà con năm thôn xuống bãi từ khi nước còn rút. ", 200)
	done := make(chan struct{})
	defer close(done)
	go func() {
		for {
			select {
			case <-done:
				return
			default:
				shaped(long, 17, Serif)
			}
		}
	}()
	for b.Loop() {
		shaped("Diễn", 17, Serif)
	}
}

// TestALineIsMeasuredOnce: laying out asks for the same line several times.
func TestALineIsMeasuredOnce(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(Theme{})
	const line = "Ban Tuyên giáo Tỉnh ủy làm việc với huyện"
	want := measure(line, 13, Serif).Width
	if got := Width(line, 13, Serif); got != want {
		t.Errorf("it is %v wide, not %v", got, want)
	}
	if made := testing.AllocsPerRun(20, func() { Width(line, 13, Serif) }); made > 0 {
		t.Errorf("it is measured again: %v things are made", made)
	}
	for i := range 2*lines.most + 7 {
		Width(line, 20+float32(i)/1000, Serif)
	}
	if n := len(lines.known); n > lines.most {
		t.Errorf("%d lines are remembered", n)
	}
}
