package layout_test

import (
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

// linesOn is on how many lines of a page text of the body of a story begins, and
// whether the page has a photo of it.
func linesOn(p layout.Page, article bulletin.ID) (lines int, pictured bool) {
	rows := map[layout.Length]bool{}
	for _, item := range p.Items {
		switch item := item.(type) {
		case layout.Text:
			if item.Source.Article == article && item.Source.Field == bulletin.FieldBody {
				rows[item.Y] = true
			}
		case layout.Picture:
			pictured = pictured || item.Source.Article == article
		}
	}
	return len(rows), pictured
}

// TestALeadingStoryBeginsWithItsText: under its photo, page one has more of the
// leading story than a few lines before it sends the reader overleaf.
func TestALeadingStoryBeginsWithItsText(t *testing.T) {
	for _, stories := range []int{1, 8} {
		issue, pieces := realIssue(t, stories)
		d, err := layout.Issue(issue, pieces, style(t, "a4-bulletin"))
		if err != nil {
			t.Fatal(err)
		}
		if lines, pictured := linesOn(d.Pages[0], "bai1"); lines < 8 || !pictured {
			t.Errorf("%d stories: %d lines of the leading story on page one; pictured: %v", stories, lines, pictured)
		}
	}
}

// TestASmallPageOpensWithAPhoto: where there is no room across the column,
// the photo of the leading story has its words beside it.
func TestASmallPageOpensWithAPhoto(t *testing.T) {
	for _, stories := range []int{1, 8} {
		issue, pieces := realIssue(t, stories)
		d, err := layout.Issue(issue, pieces, style(t, "a5-bulletin"))
		if err != nil {
			t.Fatal(err)
		}
		if lines, pictured := linesOn(d.Pages[0], "bai1"); lines < 4 || !pictured {
			t.Errorf("%d stories: %d lines of the leading story on page one; pictured: %v", stories, lines, pictured)
		}
	}
}

// TestNoJumpLeavesNoPageOneEmpty: a leading story that has room on a page of its
// own, but not under the nameplate, goes on overleaf all the same, and that is
// told.
func TestNoJumpLeavesNoPageOneEmpty(t *testing.T) {
	told := 0
	for paragraphs := 8; paragraphs <= 40; paragraphs += 2 {
		d := wished(t, func(i *bulletin.Issue) { i.Slots[0].NoJump = true }, paragraphs, 9, 12, 7, 10, 5)
		lead := d.Stories[0]
		if lead.FirstPage != 1 {
			t.Errorf("%d paragraphs: the leading story begins on page %d", paragraphs, lead.FirstPage)
		}
		unmet := len(findings(d, "wish_no_jump"))
		if jumps := lead.FirstPage != lead.LastPage; jumps != (unmet > 0) {
			t.Errorf("%d paragraphs: goes on overleaf: %v, findings: %d", paragraphs, jumps, unmet)
		}
		told += unmet
	}
	if told == 0 {
		t.Error("every story had room on page one")
	}
}
