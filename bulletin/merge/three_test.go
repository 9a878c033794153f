package merge_test

import (
	"slices"
	"testing"

	"bantin/bulletin"
)

// TestThreeAtOneArticle: what three people make of an article of three
// paragraphs is what somebody who joins the three by hand would make of it.
func TestThreeAtOneArticle(t *testing.T) {
	const (
		road       = "Sáng 12/11, xã Đầm Hà khánh thành đường liên thôn dài 2 km."
		longer     = "Sáng 12/11, xã Đầm Hà khánh thành đường liên thôn dài 2,4 km."
		work       = "Công trình do dân góp 3.000 ngày công và hiến 1.200 m² đất."
		moreWork   = "Công trình do dân góp 3.500 ngày công và hiến 1.200 m² đất."
		moreLand   = "Công trình do dân góp 3.000 ngày công và hiến 1.500 m² đất, không nhận đền bù."
		gifts      = "Dịp này, xã tặng quà cho 20 hộ nghèo."
		chairman   = "Ông Nguyễn Văn Nam, Chủ tịch xã, dự lễ."
		trees      = "Cùng ngày, đoàn thanh niên trồng 200 cây xanh."
		cost       = "Tổng kinh phí là 1,5 tỷ đồng, trong đó dân góp 300 triệu đồng."
		otherWords = "Người dân hiến đất, góp công; công trình xong trước hạn."
	)
	type text = []string
	for name, c := range map[string]struct {
		of        [3]text
		want      []text // one of them: who comes first is a matter of IDs
		conflicts int
	}{
		"each begins another paragraph": {
			[3]text{{chairman, road, work, gifts}, {road, work, gifts, trees}, {road, work, cost, gifts}},
			[]text{{chairman, road, work, cost, gifts, trees}},
			0,
		},
		"the same change twice": {
			[3]text{{road, moreWork, gifts}, {road, work, gifts, trees}, {road, moreWork, gifts}},
			[]text{{road, moreWork, gifts, trees}},
			0,
		},
		"the same change twice, against another": {
			[3]text{{road, moreWork, gifts}, {road, moreLand, gifts}, {road, moreWork, gifts}},
			[]text{{road, moreWork, gifts}, {road, moreLand, gifts}},
			1,
		},
		"one changes, two add": {
			[3]text{{road, moreWork, gifts}, {road, work, gifts, trees}, {road, work, cost, gifts}},
			[]text{{road, moreWork, cost, gifts, trees}},
			0,
		},
		"one takes out what another changes": {
			[3]text{{road, gifts}, {road, moreWork, gifts}, {road, work, gifts, chairman}},
			[]text{{road, moreWork, gifts, chairman}},
			1,
		},
		"the last for another, and each of the others changed": {
			[3]text{{road, work, chairman}, {road, moreWork, gifts}, {longer, work, gifts}},
			[]text{{longer, moreWork, chairman}},
			0,
		},
		"a sentence more, a figure, a paragraph": {
			[3]text{{road, work + " " + cost, gifts}, {road, moreWork, gifts}, {road, chairman, work, gifts}},
			[]text{{road, chairman, moreWork + " " + cost, gifts}},
			0,
		},
		"moved, and changed where it was": {
			[3]text{{work, road, gifts}, {longer, work, gifts}, {road, moreWork, gifts}},
			[]text{{moreWork, longer, gifts}},
			0,
		},
		"written anew, and a figure": {
			[3]text{{road, otherWords, gifts}, {road, moreWork, gifts}, {road, work, gifts, trees}},
			[]text{{road, otherWords, gifts, trees}, {road, moreWork, gifts, trees}},
			1,
		},
		"all add in one place": {
			[3]text{{road, chairman, work, gifts}, {road, trees, work, gifts}, {road, cost, work, gifts}},
			nil, 0,
		},
	} {
		v := branches(t, paragraphs(road, work, gifts), paragraphs(c.of[0]...), paragraphs(c.of[1]...), paragraphs(c.of[2]...)).view(t)
		var a bulletin.Article
		if err := bulletin.ReadJSON(v.Document, &a); err != nil {
			t.Fatal(err)
		}
		var got text
		for _, b := range a.Body {
			got = append(got, b.Text)
		}
		right := c.want == nil && len(got) == 6 && slices.Equal(text{got[0], got[4], got[5]}, text{road, work, gifts})
		for _, want := range c.want {
			right = right || slices.Equal(got, want)
		}
		if !right || len(v.Conflicts) != c.conflicts {
			t.Errorf("%s: %q\n%+v", name, got, v.Conflicts)
		}
	}
}
