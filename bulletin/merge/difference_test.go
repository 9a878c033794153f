package merge_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

func canonical(t testing.TB, v any) []byte {
	t.Helper()
	raw, err := bulletin.CanonicalJSON(v)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func told(changes []merge.Change) string {
	var lines []string
	for _, c := range changes {
		var b strings.Builder
		for _, p := range c.Pieces {
			b.WriteString(map[merge.ChangeKind]string{merge.Removed: "[-" + p.Text + "-]", merge.Added: "{+" + p.Text + "+}", "": p.Text}[p.Kind])
		}
		lines = append(lines, fmt.Sprintf("%s %s %d: %s", c.Field, c.Kind, c.Block, b.String()))
	}
	return strings.Join(lines, "\n")
}

func TestDifference(t *testing.T) {
	before := bulletin.Article{
		Headline: "Mùa tôm ở Đầm Hà", Kicker: "Nông thôn mới", EventDate: bulletin.Date{Year: 2026, Month: 4, Day: 1},
		Body: []bulletin.Block{
			{Kind: bulletin.Paragraph, Text: "Sáng nay, bà con ra đầm thả giống."},
			{Kind: bulletin.Paragraph, Text: "Trời nắng đẹp."},
			{Kind: bulletin.Paragraph, Text: "Câu này không đổi gì cả."},
			{Kind: bulletin.Paragraph, Text: "Cuối cùng là lời kết."},
		},
		Photos: []bulletin.Photo{{ID: "p1", Caption: "Thả giống", Credit: "Hà"}, {ID: "p2", Caption: "Đầm"}},
	}
	after := before.Clone()
	after.Headline, after.Kicker, after.Deck = "Vụ tôm ở Đầm Hà", "", "Được mùa"
	after.EventDate.Day = 2
	after.Body = []bulletin.Block{
		{Kind: bulletin.Paragraph, Text: "Cuối cùng là lời kết."},
		{Kind: bulletin.Paragraph, Text: "Sáng qua, bà con ra đầm thả giống mới."},
		{Kind: bulletin.Crosshead, Text: "Câu này không đổi gì cả."},
		{Kind: bulletin.Paragraph, Text: "Thêm một đoạn khác hẳn."},
	}
	after.Photos = []bulletin.Photo{{ID: "p2", Caption: "Đầm"}, {ID: "p1", Caption: "Thả tôm giống", Credit: "Hà"}, {ID: "p3"}}
	got, err := merge.Difference(bulletin.SubjectArticle, canonical(t, before), canonical(t, after))
	want := strings.Join([]string{
		"kicker removed -1: [-Nông thôn mới-]",
		"headline changed -1: [-Mùa-]{+Vụ+} tôm ở Đầm Hà",
		"deck added -1: {+Được mùa+}",
		"body moved 0: Cuối cùng là lời kết.",
		"body changed 1: Sáng [-nay-]{+qua+}, bà con ra đầm thả giống{+ mới+}.",
		"body removed 1: [-Trời nắng đẹp.-]",
		"body/kind changed 2: [-paragraph-]{+crosshead+}",
		"body added 3: {+Thêm một đoạn khác hẳn.+}",
		"photos/p1/caption changed -1: Thả {+tôm +}giống",
		"photos/p3 added -1: {+p3+}",
		"photos moved -1: [-p1-]{+p2+}, [-p2-]{+p1+}",
		"event_date changed -1: 2026-04-[-01-]{+02+}",
	}, "\n")
	if err != nil || told(got) != want {
		t.Errorf("%v\n got:\n%s\nwant:\n%s", err, told(got), want)
	}
	if none, err := merge.Difference(bulletin.SubjectArticle, canonical(t, after), canonical(t, after)); err != nil || len(none) != 0 {
		t.Errorf("%v %v", none, err)
	}
}

func TestDifferenceOfIssuesAndDeletions(t *testing.T) {
	s := bulletin.Issue{Name: "Bản tin", Slots: []bulletin.Slot{{Article: "a"}, {Article: "b"}}}
	s.Normalize()
	next := s
	next.Slots = []bulletin.Slot{{Article: "b", Page: 2}, {Article: "c"}}
	next.Imprint.Licence = "12/GP"
	next.Office.Parents = []string{"Tỉnh", "Huyện"}
	got, err := merge.Difference(bulletin.SubjectIssue, canonical(t, s), canonical(t, next))
	want := strings.Join([]string{
		"office/parents added -1: {+Tỉnh\nHuyện+}",
		"imprint/licence added -1: {+12/GP+}",
		"slots/b/page added -1: {+2+}",
		"slots/c added -1: {+c+}",
		"slots/a removed -1: [-a-]",
	}, "\n")
	if err != nil || told(got) != want {
		t.Errorf("%v\n%s", err, told(got))
	}
	gone, err := merge.Difference(bulletin.SubjectArticle, canonical(t, bulletin.Article{Headline: "Tít"}), []byte("null"))
	if err != nil || !strings.Contains(told(gone), "headline removed -1: [-Tít-]") {
		t.Errorf("%v\n%s", err, told(gone))
	}
}

// The pieces hold both texts, whole.
func TestWordsHoldBothTexts(t *testing.T) {
	text := rapid.StringMatching(`([a-cđ]{0,2}[ .,\n]{0,2}){0,12}`)
	rapid.Check(t, func(t *rapid.T) {
		before, after := text.Draw(t, "before"), text.Draw(t, "after")
		var old, now strings.Builder
		for _, p := range merge.Words(before, after) {
			if p.Kind != merge.Added {
				old.WriteString(p.Text)
			}
			if p.Kind != merge.Removed {
				now.WriteString(p.Text)
			}
		}
		if old.String() != before || now.String() != after {
			t.Fatalf("%q %q", old.String(), now.String())
		}
	})
}

func TestWordsThatCameAndWent(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"Xã ra quân trồng rừng", "Xã ra quân trồng rừng đước", "Xã ra quân trồng rừng[+ đước]"},
		{"Sáng 10/4, đoàn đến.", "Sáng 11/4, đoàn đến.", "Sáng [-10][+11]/4, đoàn đến."},
		{"Bài số 1 về rừng", "Tít mới hẳn", "[-Bài số 1 về rừng][+Tít mới hẳn]"},
		{"Ông Ba đến rừng", "Bà Tư đến bãi", "[-Ông Ba][+Bà Tư] đến [-rừng][+bãi]"},
		{"", "Mới", "[+Mới]"},
		{"Cũ", "", "[-Cũ]"},
		{"Như cũ.", "Như cũ.", "Như cũ."},
	} {
		got := ""
		for _, p := range merge.Words(c.before, c.after) {
			switch p.Kind {
			case merge.Added:
				got += "[+" + p.Text + "]"
			case merge.Removed:
				got += "[-" + p.Text + "]"
			default:
				got += p.Text
			}
		}
		if got != c.want {
			t.Errorf("%q to %q: %s, want %s", c.before, c.after, got, c.want)
		}
	}
}

// TestANumberDiffersAsAWhole: no part of it stays as if it were the same.
func TestANumberDiffersAsAWhole(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"Thu 1.000,5 tạ.", "Thu 1.200 tạ.", "Thu [-1.000,5-]{+1.200+} tạ."},
		{"Sáng 10/4, 12,5 kg.", "Sáng 10/5, 12,6 kg.", "Sáng 10/[-4-]{+5+}, [-12,5-]{+12,6+} kg."},
		{"Năm 2025.", "Năm 2026.", "Năm [-2025-]{+2026+}."},
	} {
		got := strings.TrimPrefix(told([]merge.Change{{Pieces: merge.Words(c.before, c.after)}}), "  0: ")
		if got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
