package desk_test

import (
	"strings"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/ui/desk"
)

func written(pieces []merge.Piece) string {
	out := ""
	for _, p := range pieces {
		switch p.Kind {
		case merge.Added:
			out += "[+" + p.Text + "]"
		case merge.Removed:
			out += "[-" + p.Text + "]"
		default:
			out += p.Text
		}
	}
	return out
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
	want := "status: [-draft ][+approved]\ncrosshead: [+Mở]\nparagraph: Giữa[+ chừng]."
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
