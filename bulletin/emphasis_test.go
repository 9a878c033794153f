package bulletin_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bantin/bulletin"
)

// tricky is text full of what emphasis is written with.
func tricky() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{"<b>", "</b>", "<i>", "</i>", `\`, `\\`, "<", ">", "b>", "/b>", "Đầm Hà", " ", "<a>", "*"}),
		rapid.String(),
	)
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 0, 8).Draw(t, "pieces"), "")
	})
}

func TestRuns(t *testing.T) {
	for marked, want := range map[string][]bulletin.Run{
		"":                        nil,
		"TT&VH":                   {{Text: "TT&VH"}},
		"a <b>b</b> c":            {{Text: "a "}, {Text: "b", Bold: true}, {Text: " c"}},
		"<b>a<i>b</i></b>":        {{Text: "a", Bold: true}, {Text: "b", Bold: true, Italic: true}},
		"<b>a<i>b</b>c":           {{Text: "a", Bold: true}, {Text: "b", Bold: true, Italic: true}, {Text: "c", Italic: true}},
		"never <i>closed":         {{Text: "never "}, {Text: "closed", Italic: true}},
		"</b>never opened":        {{Text: "never opened"}},
		"a<b></b>b":               {{Text: "ab"}},
		`\<b>`:                    {{Text: "<b>"}},
		`\\<b>a`:                  {{Text: `\`}, {Text: "a", Bold: true}},
		`\\\<b>`:                  {{Text: `\<b>`}},
		`C:\bài\tin`:              {{Text: `C:\bài\tin`}},
		"<a> 1<2 <B> <strong>đậm": {{Text: "<a> 1<2 <B> <strong>đậm"}},
		"<<b>a":                   {{Text: "<"}, {Text: "a", Bold: true}},
	} {
		if got := bulletin.Runs(marked); !slices.Equal(got, want) {
			t.Errorf("Runs(%q) = %+v, want %+v", marked, got, want)
		}
	}
}

// TestMarkPlain: whatever a person typed comes back.
func TestMarkPlain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := tricky().Draw(t, "s")
		if got := bulletin.Plain(bulletin.MarkPlain(s)); got != s {
			t.Fatalf("%q became %q by way of %q", s, got, bulletin.MarkPlain(s))
		}
	})
}

// TestMarkKeepsRuns: Runs gives back what Mark wrote, neighbours of one style
// joined and empty runs left out.
func TestMarkKeepsRuns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		runs := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) bulletin.Run {
			return bulletin.Run{
				Text: tricky().Draw(t, "text"), Bold: rapid.Bool().Draw(t, "bold"), Italic: rapid.Bool().Draw(t, "italic"),
			}
		}), 0, 6).Draw(t, "runs")
		var want []bulletin.Run
		for _, r := range runs {
			n := len(want)
			switch {
			case r.Text == "":
			case n > 0 && want[n-1].Bold == r.Bold && want[n-1].Italic == r.Italic:
				want[n-1].Text += r.Text
			default:
				want = append(want, r)
			}
		}
		marked := bulletin.Mark(runs)
		if got := bulletin.Runs(marked); !slices.Equal(got, want) {
			t.Fatalf("%+v became %+v by way of %q", want, got, marked)
		}
	})
}

// TestMarkIsCanonical: reading and writing again changes a text at most once,
// never its meaning.
func TestMarkIsCanonical(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		marked := tricky().Draw(t, "marked")
		runs := bulletin.Runs(marked)
		canonical := bulletin.Mark(runs)
		if !slices.Equal(bulletin.Runs(canonical), runs) {
			t.Fatalf("%q and its canonical form %q differ", marked, canonical)
		}
		if again := bulletin.Mark(bulletin.Runs(canonical)); again != canonical {
			t.Fatalf("%q became %q", canonical, again)
		}
		if bulletin.Plain(marked) != bulletin.Plain(canonical) {
			t.Fatalf("plain text of %q and %q differ", marked, canonical)
		}
		for i, r := range runs {
			if r.Text == "" || i > 0 && r.Bold == runs[i-1].Bold && r.Italic == runs[i-1].Italic {
				t.Fatalf("run %d of %+v should not be", i, runs)
			}
		}
	})
}

func BenchmarkRuns(b *testing.B) {
	text := strings.Repeat("Ban Tuyên giáo <b>Tỉnh ủy</b> làm việc với TT&VH, 3 < 5, <i>rất vui</i>. ", 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		bulletin.Runs(text)
	}
}
