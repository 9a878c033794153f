package merge_test

import (
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// TestApprovalIsOfOneText: what a machine has joined nobody has approved.
func TestApprovalIsOfOneText(t *testing.T) {
	article := func(headline, byline string, s bulletin.Status) bulletin.Article {
		return bulletin.Article{Headline: headline, Byline: byline, Status: s}
	}
	const e, a, p = bulletin.Edited, bulletin.Approved, bulletin.Published
	for name, c := range map[string]struct {
		base bulletin.Article
		over []bulletin.Article
		want bulletin.Status
		asks int
	}{
		"approved here, changed there":           {article("cũ", "", e), []bulletin.Article{article("cũ", "", a), article("mới", "", e)}, e, 0},
		"changed on both sides since":            {article("cũ", "", a), []bulletin.Article{article("cũ", "Nam", a), article("mới", "", a)}, e, 0},
		"changed there, this and more approved":  {article("cũ", "", e), []bulletin.Article{article("mới", "Nam", a), article("mới", "", e)}, a, 0},
		"both approved the same":                 {article("cũ", "", e), []bulletin.Article{article("mới", "", a), article("mới", "", a)}, a, 0},
		"published here, changed there":          {article("cũ", "", a), []bulletin.Article{article("cũ", "", p), article("mới", "", a)}, p, 0},
		"approved here, taken back there":        {article("cũ", "", e), []bulletin.Article{article("cũ", "", a), article("cũ", "", bulletin.Draft)}, bulletin.Draft, 1},
		"approved, taken back, changed by three": {article("cũ", "", e), []bulletin.Article{article("cũ", "", a), article("cũ", "", bulletin.Draft), article("mới", "", e)}, bulletin.Draft, 1},
	} {
		all := branches(t, c.base, c.over...)
		v := all.view(t)
		var got bulletin.Article
		if err := bulletin.ReadJSON(v.Document, &got); err != nil {
			t.Fatal(err)
		}
		if got.Status != c.want || len(v.Conflicts) != c.asks {
			t.Errorf("%s: %s, want %s: %+v", name, got.Status, c.want, v.Conflicts)
		}
		for _, conflict := range v.Conflicts {
			side := merge.Ours
			if conflict.Theirs == string(a) {
				side = merge.Theirs
			}
			if got, err := settled(t, all, merge.Choices{conflict.Key(): side}); err != nil || got.Status != a {
				t.Errorf("%s, and chosen all the same: %s, %v", name, got.Status, err)
			}
		}
	}
}
