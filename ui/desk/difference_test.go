package desk_test

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"bantin/bulletin"
	"bantin/ui/desk"
)

func written(pieces []desk.Piece) string {
	out := ""
	for _, p := range pieces {
		switch p.Kind {
		case desk.Came:
			out += "[+" + p.Text + "]"
		case desk.Went:
			out += "[-" + p.Text + "]"
		default:
			out += p.Text
		}
	}
	return out
}

func TestWordsThatCameAndWent(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"Xã ra quân trồng rừng", "Xã ra quân trồng rừng đước", "Xã ra quân trồng [-rừng][+rừng đước]"},
		{"Sáng 10/4, đoàn đến.", "Sáng 11/4, đoàn đến.", "Sáng [-10][+11]/4, đoàn đến."},
		{"", "Mới", "[+Mới]"},
		{"Cũ", "", "[-Cũ]"},
		{"Như cũ.", "Như cũ.", "Như cũ."},
	} {
		if got := written(desk.CompareWords(c.a, c.b)); got != c.want {
			t.Errorf("%q to %q: %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

func TestPiecesGiveBothTextsBack(t *testing.T) {
	word := rapid.SampledFrom([]string{"xã ", "ra ", "quân", ", ", "rừng ", "“", "đước.", "\n"})
	text := rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(word, 0, 30).Draw(t, "words"), "") })
	rapid.Check(t, func(t *rapid.T) {
		a, b := text.Draw(t, "before"), text.Draw(t, "after")
		before, after := "", ""
		for _, p := range desk.CompareWords(a, b) {
			if p.Kind != desk.Came {
				before += p.Text
			}
			if p.Kind != desk.Went {
				after += p.Text
			}
		}
		if before != a || after != b {
			t.Fatalf("%q and %q came out as %q and %q", a, b, before, after)
		}
	})
}

func TestDifferenceOfTwoVersions(t *testing.T) {
	same := func(_, value string) string { return value }
	before := bulletin.Article{Headline: "Một", Status: bulletin.Draft, Body: []bulletin.Block{
		{Kind: bulletin.Paragraph, Text: "Đầu."}, {Kind: bulletin.Paragraph, Text: "Giữa."}, {Kind: bulletin.Paragraph, Text: "Cuối."},
	}}
	after := before.Clone()
	after.Status = bulletin.Approved
	after.Body = append([]bulletin.Block{{Kind: bulletin.Crosshead, Text: "Mở"}}, after.Body...)
	after.Body[2].Text = "Giữa chừng."
	var got []string
	for _, c := range desk.Difference(before, after, same) {
		got = append(got, c.What+": "+written(c.Pieces))
	}
	want := "status: [-draft ][+approved]\ncrosshead: [+Mở]\nparagraph: [-Giữa][+Giữa chừng]."
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("difference\n%s\nwant\n%s", s, want)
	}
}

func TestAutosavesAreOneStep(t *testing.T) {
	at := time.Date(2026, 4, 10, 14, 0, 0, 0, time.UTC)
	r := func(minutes int, author string, reason bulletin.Reason) bulletin.Revision {
		return bulletin.Revision{Author: author, Time: at.Add(time.Duration(minutes) * time.Minute), Reason: reason, Document: []byte(`{"headline":"a"}`)}
	}
	steps := desk.Versions([]bulletin.Revision{
		r(60, "Thu", bulletin.ReasonSave), r(59, "Thu", bulletin.ReasonAutosave), r(58, "Thu", bulletin.ReasonAutosave),
		r(40, "Hường", bulletin.ReasonAutosave), r(5, "Hường", bulletin.ReasonAutosave),
		{Author: "Hường"},
		r(1, "Hường", bulletin.ReasonImport),
	})
	var got []int
	for _, s := range steps {
		got = append(got, s.Saves)
	}
	if len(got) != 4 || got[0] != 3 || got[1] != 1 {
		t.Errorf("steps of %v saves", got)
	}
}
