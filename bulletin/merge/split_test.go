package merge_test

import (
	"strings"
	"testing"

	"bantin/bulletin/merge"
)

// TestASentenceThatWasSplitIsChosenWhole: one side made two sentences of one that the
// other changed. Whichever side is chosen, its text stands alone, and all of it was
// seen before.
func TestASentenceThatWasSplitIsChosenWhole(t *testing.T) {
	const (
		around = "Trời mưa nhỏ."
		before = "Sáng 12/2, hơn 300 đoàn viên đã tham gia lễ phát động."
		split  = "Sáng 12/2, hơn 300 người nhận giấy mời. Lớp A đã tham gia lễ phát động."
		other  = "Sáng 12/2, hơn 300 cán bộ xã đã tham gia lễ phát động."
	)
	whole := func(s string) string { return around + " " + s }
	for name, sides := range map[string][2]string{"ours": {split, other}, "theirs": {other, split}} {
		all := branches(t, paragraphs(whole(before)), paragraphs(whole(sides[0])), paragraphs(whole(sides[1])))
		conflicts := all.view(t).Conflicts
		if len(conflicts) != 1 {
			t.Fatalf("%s split: asked %+v", name, conflicts)
		}
		seen := map[string]bool{conflicts[0].Ours: true, conflicts[0].Theirs: true, conflicts[0].Base: true}
		if !seen[whole(split)] || !seen[whole(other)] || !seen[whole(before)] {
			t.Errorf("%s split: not all is seen of %+v", name, conflicts)
		}
		for side, want := range map[merge.Side]string{merge.Ours: conflicts[0].Ours, merge.Theirs: conflicts[0].Theirs, merge.Base: conflicts[0].Base} {
			a, err := settled(t, all, merge.Choices{conflicts[0].Key(): side})
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Body) != 1 || a.Body[0].Text != want {
				t.Errorf("%s split, %s chosen: %+v", name, side, a.Body)
			}
		}
	}
}

// TestASentenceAddedBesideAContestedOneStays whichever is chosen: it says something
// else.
func TestASentenceAddedBesideAContestedOneStays(t *testing.T) {
	const added = "Chiều cùng ngày, xã khánh thành nhà văn hóa."
	all := branches(t, paragraphs("Hơn 300 đoàn viên tham gia trồng cây."),
		paragraphs("Hơn 350 đoàn viên tham gia trồng cây. "+added), paragraphs("Gần 400 đoàn viên tham gia trồng cây."))
	conflicts := all.view(t).Conflicts
	if len(conflicts) != 1 || strings.Contains(conflicts[0].Ours, added) {
		t.Fatalf("asked %+v", conflicts)
	}
	a, err := settled(t, all, merge.Choices{conflicts[0].Key(): merge.Theirs})
	if err != nil {
		t.Fatal(err)
	}
	if got := a.Body[0].Text; got != "Gần 400 đoàn viên tham gia trồng cây. "+added {
		t.Errorf("settled: %q", got)
	}
}
