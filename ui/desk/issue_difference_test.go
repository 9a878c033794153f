package desk_test

import (
	"fmt"
	"slices"
	"testing"

	"bantin/assets/translations"
	"bantin/bulletin"
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
