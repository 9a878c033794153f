package parts

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"pgregory.net/rapid"

	"bantin/ui/look"
)

// TestProseLosesNothingAndStaysInItsRoom: whatever the runs and the width, each
// letter is drawn once, in order, and no line is wider than the room, unless it
// is one letter.
func TestProseLosesNothingAndStaysInItsRoom(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	rapid.Check(t, func(t *rapid.T) {
		var runs []Run
		var want strings.Builder
		for range rapid.IntRange(1, 5).Draw(t, "runs") {
			text := rapid.StringMatching(`[ăđốx \n]{0,40}`).Draw(t, "text")
			style := rapid.SampledFrom([]fyne.TextStyle{look.Sans, look.SansBold, {Italic: true}}).Draw(t, "style")
			fate := rapid.SampledFrom([]Fate{Stayed, Came, Went}).Draw(t, "fate")
			runs = append(runs, Run{text, style, theme.ColorNameForeground, fate})
			want.WriteString(text)
		}
		p := NewProse(runs...)
		width := rapid.Float32Range(5, 300).Draw(t, "width")
		p.Resize(fyne.NewSize(width, 1))
		var got strings.Builder
		y, x := float32(-1), float32(0)
		var word *canvas.Text
		for _, o := range test.WidgetRenderer(p).Objects() {
			if line, isLine := o.(*canvas.Rectangle); isLine {
				wantThrough(t, word, line)
				continue
			}
			word = o.(*canvas.Text)
			got.WriteString(word.Text)
			if word.Position().Y == y && word.Position().X < x-0.01 {
				t.Fatalf("%q begins at %v, before %v", word.Text, word.Position().X, x)
			}
			y, x = word.Position().Y, word.Position().X+word.Size().Width
			trimmed := strings.TrimLeft(word.Text, " ")
			if over := x - width; over > 1 && len([]rune(trimmed)) > 1 && strings.TrimSpace(trimmed) == trimmed && word.Position().X == 0 {
				t.Fatalf("%q ends %v beyond %v", word.Text, over, width)
			}
			if y+word.Size().Height > p.MinSize().Height+0.01 {
				t.Fatalf("%q stands below what the text asks for", word.Text)
			}
		}
		bare := strings.NewReplacer(" ", "", "\n", "").Replace
		if bare(got.String()) != bare(want.String()) {
			t.Fatalf("drawn %q of %q", got.String(), want.String())
		}
	})
}

// wantThrough fails where a line does not go through a word from end to end.
func wantThrough(t *rapid.T, word *canvas.Text, line *canvas.Rectangle) {
	t.Helper()
	y := line.Position().Y - word.Position().Y
	begins := strings.HasPrefix(word.Text, " ") == (line.Position().X > word.Position().X)
	if !begins || line.Position().X+line.Size().Width > word.Position().X+word.Size().Width+0.01 || line.Size().Width <= 0 ||
		y < word.Size().Height/3 || y > word.Size().Height*2/3 {
		t.Fatalf("the line at %v of %v does not go through %q", line.Position(), line.Size(), word.Text)
	}
}

// TestWhatWentIsStruckThrough on each of its lines, and nothing else is.
func TestWhatWentIsStruckThrough(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	p := NewProse(Run{Text: "còn "}, Run{Text: "một hai ba bốn ", Fate: Went}, Run{Text: "mới", Fate: Came})
	p.Resize(fyne.NewSize(look.Width("còn một hai", p.size, look.Sans)+1, 1))
	var struck []string
	var word *canvas.Text
	for _, o := range test.WidgetRenderer(p).Objects() {
		if text, ok := o.(*canvas.Text); ok {
			word = text
		} else {
			struck = append(struck, word.Text)
		}
	}
	if got := strings.Join(struck, "|"); got != "một hai|ba bốn" {
		t.Errorf("struck through is %q", got)
	}
	if got := p.String(); got != "còn −một hai ba bốn +mới" {
		t.Errorf("read aloud it is %q", got)
	}
}

func TestAWordOfTwoStylesIsNotBroken(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	p := NewProse(Run{Text: "một hai", Style: look.Sans, Ink: look.Quiet}, Run{Text: "+ba", Style: look.SansBold, Ink: look.Quiet})
	whole := look.Width("một hai", p.size, look.Sans)
	p.Resize(fyne.NewSize(whole+4, 1)) // "hai" alone would have room
	var lines []string
	for _, o := range test.WidgetRenderer(p).Objects() {
		lines = append(lines, o.(*canvas.Text).Text)
	}
	if strings.Join(lines, "|") != "một|hai|+ba" {
		t.Errorf("it is broken as %q", lines)
	}
}
