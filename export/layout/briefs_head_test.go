package layout_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

// TestHeadlinesOfBriefsAreBalanced: of two lines over a brief none holds less
// than half of what the other does, as long as a word may still be moved.
func TestHeadlinesOfBriefsAreBalanced(t *testing.T) {
	heads := []string{
		"147 đơn vị máu trong một buổi sáng",
		"16 quầy rau Chợ Ngàn có mã truy xuất",
		"Xã ra quân trồng cây đầu xuân tại bãi bồi",
		"Trường mầm non thôn Thượng nhận lớp mới",
	}
	for _, name := range []string{"19x27-bulletin-3", "a4-bulletin-3", "a3-wall"} {
		_, pieces := realIssue(t, 2)
		for i, head := range heads {
			b := brief(pieces[0].Article, i)
			b.Article.Headline = head
			pieces = append(pieces, b)
		}
		d, err := layout.Issue(number4(), pieces, style(t, name))
		if err != nil {
			t.Fatal(err)
		}
		for i := range heads {
			lines := linesOfHead(d, bulletin.ID(fmt.Sprintf("tin%d", i+1)))
			t.Logf("%s: %q", name, lines)
			if len(lines) == 2 && 2*min(len(lines[0]), len(lines[1])) < max(len(lines[0]), len(lines[1])) {
				t.Errorf("%s: %q", name, lines)
			}
		}
	}
}

// linesOfHead are the lines of a story's headline.
func linesOfHead(d *layout.Document, id bulletin.ID) (lines []string) {
	rows := map[layout.Length]string{}
	for _, p := range d.Pages {
		for _, item := range p.Items {
			if s, ok := item.(layout.Text); ok && s.Source.Article == id && s.Source.Field == bulletin.FieldHeadline {
				for _, g := range s.Glyphs {
					rows[s.Y] += string(g.Rune)
				}
			}
		}
	}
	for _, y := range slices.Sorted(maps.Keys(rows)) {
		lines = append(lines, rows[y])
	}
	return lines
}
