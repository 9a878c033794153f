package merge_test

import (
	"fmt"
	"slices"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// TestEachSideIsNamedByWhoWroteIt: one moves and rewrites a paragraph, two
// others rewrite it where it was. Wherever a text stands in a conflict, it is
// laid to the version that has it.
func TestEachSideIsNamedByWhoWroteIt(t *testing.T) {
	for i := range 12 { // the order of heads is that of their hashes
		sidesNamed(t, fmt.Sprintf("Trồng cây %d", i))
	}
}

func sidesNamed(t *testing.T, headline string) {
	t.Helper()
	const was = "Ngay từ sớm, các tổ đã có mặt. Mỗi tổ nhận một trăm cây giống."
	text := func(lines ...string) bulletin.Article {
		a := bulletin.Article{Headline: headline}
		for _, line := range lines {
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: line})
		}
		return a
	}
	over := []bulletin.Article{
		text("Bà Mây mong cây lớn nhanh.", "Ngay từ sớm, các tổ đã có mặt. Mỗi tổ nhận 120 cây giống.", "Đến trưa thì xong."),
		text("Từ 5 giờ, các tổ đã có mặt. Mỗi tổ nhận một trăm cây giống.", "Bà Mây mong cây lớn nhanh.", "Đến trưa thì xong."),
		text("Ngay từ sớm, các tổ đã có mặt. Mỗi tổ nhận một trăm rưỡi cây giống.", "Bà Mây mong cây lớn nhanh.", "Đến trưa thì xong."),
	}
	all := branches(t, text(was, "Bà Mây mong cây lớn nhanh.", "Đến trưa thì xong."), over...)
	v, err := merge.Heads(bulletin.SubjectArticle, all.heads(), all, nil)
	if err != nil {
		t.Fatal(err)
	}
	found, err := merge.Origins(bulletin.SubjectArticle, all.heads(), all, v)
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 {
		t.Fatalf("%d conflicts: %+v", len(found), found)
	}
	has := func(head bulletin.RevisionID, text string) bool {
		a := all.article(t, head)
		return slices.ContainsFunc(a.Body, func(b bulletin.Block) bool { return b.Text == text })
	}
	for _, c := range found {
		for head, text := range map[bulletin.RevisionID]string{c.OursHead: c.Ours, c.Head: c.Theirs} {
			written := slices.ContainsFunc(all.heads(), func(h bulletin.RevisionID) bool { return has(h, text) })
			if written && !has(head, text) { // what was joined from two is in none
				t.Errorf("%s: %q is laid to %s, which has not got it", c.Key(), text, head)
			}
		}
	}
}
