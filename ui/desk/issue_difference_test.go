package desk_test

import (
	"fmt"
	"slices"
	"testing"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/bulletin/merge"
	"bantin/ui/desk"
)

func issueWords() desk.IssueWords {
	say := translations.For(translations.Vietnamese)
	return desk.IssueWords{Say: say.Say, Has: say.Has, Headline: func(id bulletin.ID) string { return "Bài " + string(id) }}
}

func TestDifferenceOfTwoIssues(t *testing.T) {
	before := bulletin.Issue{Number: "11", Date: bulletin.Date{Year: 2026, Month: 11, Day: 16}, Slots: []bulletin.Slot{
		{Article: "a"}, {Article: "b"}, {Article: "c"}, {Article: "d"},
	}}
	after := before
	after.Number, after.Imprint.Responsible = "12", "Bà Lê Thị Hoa"
	after.Holes = []bulletin.Hole{{Page: 2, Columns: 1, Rows: 14}}
	after.Slots = []bulletin.Slot{{Article: "d", Page: 3, Lead: true}, {Article: "a"}, {Article: "c"}, {Article: "e"}}
	var got []string
	for _, c := range issueWords().Difference(before, after) {
		got = append(got, fmt.Sprint(c.What, ": ", written(c.Pieces)))
	}
	want := []string{
		"Số: [-11 ][+12]",
		"Chịu trách nhiệm xuất bản: [+Bà Lê Thị Hoa]",
		"Bài d: [-thứ 4 ][+thứ 1]; Ghim vào: [-tự chọn ][+trang 3]; Bài chính: [-không ][+có]",
		"Bài e: [+thêm vào số, thứ 4]",
		"Bài b: [-rút khỏi số]",
		"Chỗ trống cho ảnh: [+trang 2: 1 cột × 14 dòng]",
	}
	if !slices.Equal(got, want) {
		t.Errorf("told\n%q\nnot\n%q", got, want)
	}
	if len(issueWords().Difference(after, after)) != 0 {
		t.Error("an issue differs from itself")
	}
}

func TestConflictsOfAnIssueAreInWords(t *testing.T) {
	w := issueWords()
	for _, c := range []struct{ field, raw, what, value string }{
		{"number", "12", "Số", "12"},
		{"date", "2026-11-20", "Ngày ra", "20/11/2026"},
		{"slots", "a, b", "Thứ tự các bài", "1. Bài a\n2. Bài b"},
		{"slots/a", "a", "“Bài a”", "Bài a"},
		{"slots/a/page", "3", "“Bài a” · Ghim vào", "trang 3"},
		{"slots/a/columns", "2", "“Bài a” · Rộng", "2 cột"},
		{"slots/a/photo_size", "wide", "“Bài a” · Ảnh đầu", "hết chiều ngang"},
		{"slots/a/lead", "true", "“Bài a” · Bài chính", "có"},
		{"slots/a/alone", "true", "“Bài a” · Đứng riêng", "có"},
		{"no_contents", "true", "Bỏ mục “Trong số này”", "có"},
		{"imprint/responsible", "Lê Hoa", "Chịu trách nhiệm xuất bản", "Lê Hoa"},
		{"office/body", "Trung tâm", "Cơ quan xuất bản", "Trung tâm"},
		{"theme_banner", "Gần dân", "Chủ đề công tác năm", "Gần dân"},
		{"holes/1", `{"page":2,"columns":1,"rows":14}`, "Chỗ trống cho ảnh", "trang 2: 1 cột × 14 dòng"},
		{"deleted", "deleted", "xóa số bản tin", "(đã xóa)"},
	} {
		if got := w.Field(c.field); got != c.what {
			t.Errorf("%s is called %q", c.field, got)
		}
		said := w.Conflict(merge.Conflict{Field: c.field, Ours: c.raw})
		if said.Ours != c.value || said.Base != "" {
			t.Errorf("%s: %q is %q, nothing is %q", c.field, c.raw, said.Ours, said.Base)
		}
	}
}
