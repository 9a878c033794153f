package press

import (
	"context"
	"slices"

	"bantin/bulletin"
	"bantin/storage"
)

// dropWish takes back the wish that a finding speaks of.
func dropWish(ctx context.Context, f *storage.File, id bulletin.ID, finding bulletin.Finding, save storage.Save) error {
	stored, err := f.Issue(ctx, id)
	if err != nil {
		return err
	}
	issue := stored.Issue
	issue.Slots, issue.Holes = slices.Clone(issue.Slots), slices.Clone(issue.Holes)
	if !withoutWish(&issue, finding) {
		return fixGone(finding)
	}
	save.Expected = stored.Heads
	_, err = f.SaveIssue(ctx, id, issue, save)
	return err
}

// withoutWish changes an issue; false where it has no such wish.
func withoutWish(issue *bulletin.Issue, finding bulletin.Finding) bool {
	switch finding.Rule {
	case "wish_multiple":
		had := issue.PageMultiple
		issue.PageMultiple = 0
		return had != 0
	case "hole_page", "hole_beyond", "hole_impossible":
		return dropHole(issue, finding)
	}
	for i := range issue.Slots {
		if issue.Slots[i].Article == finding.Where.Article {
			before := issue.Slots[i]
			dropFrom(&issue.Slots[i], finding)
			after := issue.Slots[i]
			before.Extras, after.Extras = "", ""
			return before != after
		}
	}
	return false
}

func dropFrom(slot *bulletin.Slot, finding bulletin.Finding) {
	switch finding.Rule {
	case "wish_page", "wish_beyond", "wish_page_number", "blank_pinned":
		slot.Page = 0
	case "lead_twice":
		slot.Lead = false
	case "wish_columns":
		slot.Columns = 0
	case "wish_no_jump":
		slot.NoJump = false
	case "wish_photo_none", "wish_photo_wide":
		slot.PhotoSize = bulletin.SizeAuto
	case "wish_unknown":
		if finding.Args["key"] == "headline_size" {
			slot.HeadlineSize = bulletin.HeadlineAuto
			return
		}
		slot.PhotoSize = bulletin.SizeAuto
	}
}

// dropHole takes out the hole of that size, on the page where it was wanted.
func dropHole(issue *bulletin.Issue, finding bulletin.Finding) bool {
	for i, h := range issue.Holes {
		wanted, moved := finding.Args["wanted"].(int)
		if h.Columns == finding.Args["columns"] && h.Rows == finding.Args["rows"] && (!moved || h.Page == wanted) {
			issue.Holes = slices.Delete(issue.Holes, i, i+1)
			return true
		}
	}
	return false
}
