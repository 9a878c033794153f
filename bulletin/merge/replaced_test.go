package merge_test

import (
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// TestWhatBothWroteAnewIsAskedWithWhatWasThere: two people who each put other
// words in the place of a text are asked which of the two it is to be, and may
// have back the one that both took out.
func TestWhatBothWroteAnewIsAskedWithWhatWasThere(t *testing.T) {
	const (
		before = "Sáng 10/11, chuyến xe chở lúa đầu tiên chạy thẳng xuống chợ. Con đường ấy bắt đầu từ một buổi tối nhóm bếp."
		end    = " Ai cũng vui."
	)
	body := func(text string) bulletin.Article {
		a := bulletin.Article{}
		for _, p := range []string{"Đoạn đầu giữ nguyên.", text, "Đoạn cuối giữ nguyên."} {
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: p})
		}
		return a
	}
	standfirst := func(text string) bulletin.Article { return bulletin.Article{Standfirst: text} }
	for name, c := range map[string]struct {
		of                   func(string) bulletin.Article
		before, ours, theirs string
	}{
		"a standfirst, alike":              {standfirst, before, "Sapo 1", "Sapo 2"},
		"a standfirst, unlike":             {standfirst, before, "Mưa to ở xã.", "Họp bàn về lúa mùa."},
		"two sentences of three, alike":    {standfirst, before + end, "Sapo 1." + end, "Sapo 2." + end},
		"two sentences of three, unlike":   {standfirst, before + end, "Mưa to ở xã." + end, "Họp bàn về lúa mùa." + end},
		"a paragraph of the body, alike":   {body, before, "Đoạn giữa 1", "Đoạn giữa 2"},
		"a paragraph, and one of its like": {body, before, "Đoạn giữa viết lại lần một.", "Đoạn giữa viết lại lần hai."},
	} {
		of := branches(t, c.of(c.before), c.of(c.ours), c.of(c.theirs))
		v := of.view(t)
		if len(v.Conflicts) != 1 || v.Conflicts[0].Base != c.before || v.Conflicts[0].NoBase {
			t.Errorf("%s: %+v", name, v.Conflicts)
			continue
		}
		got := []string{v.Conflicts[0].Ours, v.Conflicts[0].Theirs}
		if got[0] == c.theirs {
			got[0], got[1] = got[1], got[0]
		}
		if got[0] != c.ours || got[1] != c.theirs {
			t.Errorf("%s: %q", name, got)
		}
		chosen, err := merge.Heads(bulletin.SubjectArticle, of.heads(), of, merge.Choices{v.Conflicts[0].Key(): merge.Base})
		if err != nil {
			t.Fatal(err)
		}
		want, err := bulletin.CanonicalJSON(normal(c.of(c.before)))
		if err != nil {
			t.Fatal(err)
		}
		if string(chosen.Document) != string(want) {
			t.Errorf("%s: what was there is %s", name, chosen.Document)
		}
	}
}

func normal(a bulletin.Article) bulletin.Article {
	a.Normalize()
	return a
}
