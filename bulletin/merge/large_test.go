package merge_test

import (
	"fmt"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// Documents as large as they are received, changed everywhere on both sides,
// do not cost more than their size: the test ends.
func TestLargestDocuments(t *testing.T) {
	var root bulletin.Article
	for i := range 5000 {
		root.Body = append(root.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: fmt.Sprintf("Đoạn %d. Câu %d. Hết %d.", i, i, i)})
	}
	for i := range 1000 {
		root.Photos = append(root.Photos, bulletin.Photo{ID: fmt.Sprint("p", i), SHA256: fmt.Sprint("s", i)})
	}
	root.Standfirst = strings.Repeat("Một câu nữa. ", 50_000)
	w := newWorld(t, 1, 1)
	base := w.revision(nil, root, bulletin.ReasonSave)
	all := replica{base.ID: base}
	for side := range 2 {
		next := root.Clone()
		for i := range next.Body {
			next.Body[i].Text = fmt.Sprintf("Khác %d %d. Hết %d.", side, i, i)
		}
		for i := range next.Photos {
			next.Photos[i].SHA256, next.Photos[i].ID = fmt.Sprint("t", side, i), fmt.Sprint("q", i)
		}
		next.Standfirst = strings.Repeat(fmt.Sprintf("Câu khác %d. ", side), 50_000)
		r := w.revision([]bulletin.RevisionID{base.ID}, next, bulletin.ReasonSave)
		all[r.ID] = r
	}
	v := all.view(t)
	if len(v.Conflicts) == 0 {
		t.Error("no conflicts")
	}
	if _, _, err := merge.Over(bulletin.SubjectArticle, all.heads(), all); err != nil {
		t.Error(err)
	}
}
