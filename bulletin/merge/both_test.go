package merge_test

import (
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/merge"
)

// TestBothSayOnceWhatTheyShare: who keeps both versions of a paragraph has each
// sentence of either, and none twice that stands in both.
func TestBothSayOnceWhatTheyShare(t *testing.T) {
	const (
		first = "Sáng 10/11, chuyến xe chở lúa đầu tiên chạy thẳng xuống chợ."
		last  = "Bà con đứng hai bên đường vẫy tay chào đoàn xe."
	)
	text := func(sentences ...string) string { return strings.Join(sentences, " ") }
	for name, c := range map[string]struct {
		before, ours, theirs string
		want                 int // paragraphs
	}{
		"two sentences of four written anew": {
			text(first, "Đường dài hai cây số.", "Làm trong ba tháng.", last),
			text(first, "Đường dài 2,1 km.", "Làm xong trong tháng mười.", last),
			text(first, "Con đường dài hơn hai cây số.", "Ba tháng thì xong.", last), 1,
		},
		"a paragraph that both have added": {
			"",
			text(first, "Đường dài 2,1 km.", last),
			text(first, "Con đường dài hơn hai cây số.", last), 1,
		},
		"shared sentences in another order": {
			text("Tin cũ một.", "Tin cũ hai."),
			text(first, "Đường dài 2,1 km.", last),
			text(last, "Con đường dài hơn hai cây số.", first), 1,
		},
		"nothing shared": {
			text("Tin cũ một.", "Tin cũ hai."),
			text("Mưa to ở xã.", "Nước lên nhanh."),
			text("Họp bàn về lúa mùa.", "Ai cũng vui."), 1,
		},
	} {
		t.Run(name, func(t *testing.T) {
			all := branches(t, paragraphs(c.before), paragraphs(c.ours), paragraphs(c.theirs))
			choices := merge.Choices{}
			for _, x := range all.view(t).Conflicts {
				choices[x.Key()] = merge.Both
			}
			if len(choices) == 0 {
				t.Fatal("nothing is asked")
			}
			a, err := settled(t, all, choices)
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Body) != c.want {
				t.Errorf("%d paragraphs: %+v", len(a.Body), a.Body)
			}
			got := sentencesOf(a)
			wanted := map[string]bool{}
			for _, one := range append(strings.SplitAfter(c.ours, ". "), strings.SplitAfter(c.theirs, ". ")...) {
				wanted[strings.TrimSpace(one)] = true
			}
			for one := range wanted {
				if got[one] != 1 {
					t.Errorf("%d times: %s\n%+v", got[one], one, a.Body)
				}
			}
		})
	}
}

func sentencesOf(a bulletin.Article) map[string]int {
	count := map[string]int{}
	for _, b := range a.Body {
		for _, one := range strings.SplitAfter(b.Text, ". ") {
			count[strings.TrimSpace(one)]++
		}
	}
	return count
}
