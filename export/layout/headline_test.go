package layout_test

import (
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
)

// TestHeadlinesBreakBySense looks at headlines of several lines: no line ends
// inside a word or a name where another end costs little.
func TestHeadlinesBreakBySense(t *testing.T) {
	cases := map[string]string{
		"Lịch tiếp dân và một số việc cần biết từ ngày 16/11 đến ngày 15/12/2026":                                     "cần|biết từ|ngày ngày|16/11 ngày|15/12/2026",
		"32 chiếc xe đạp và một lời hứa không ai nghỉ học giữa chừng trong năm nay":                                   "xe|đạp lời|hứa không|ai",
		"Đình Hạ mở cửa đình, mời cả thôn ngồi chung mâm trong ngày hội lớn nhất năm":                                 "mời|cả chung|mâm",
		"Ban Tuyên giáo Tỉnh ủy làm việc với Thường trực Huyện ủy về triển khai công tác tuyên giáo năm 2019":         "triển|khai công|tác tuyên|giáo làm|việc năm|2019",
		"Hội đồng nhân dân xã họp chuyên đề: dồn vốn cho nước sạch và đường thôn trong hai năm tới đây":               "nhân|dân chuyên|đề:",
		"Đoàn viên thanh niên ra quân dọn vệ sinh môi trường, trồng một nghìn cây xanh ở khu di tích lịch sử Đồi Sim": "thanh|niên ra|quân môi|trường, di|tích lịch|sử Đồi|Sim",
	}
	for headline, pairs := range cases {
		s := style(t, "a4-article")
		s.Headline.Lead = styles.Sizes{{Size: 20_000, Leading: 25_000}}
		d, err := layout.Article(layout.Piece{ID: "bai", Article: bulletin.Article{Headline: headline}}, s)
		if err != nil {
			t.Fatal(err)
		}
		lines, _ := linesOf(d, bulletin.FieldHeadline, -1)
		if len(lines) < 2 {
			t.Fatalf("%q is on one line", headline)
		}
		for i := 1; i < len(lines); i++ {
			before, after := strings.Fields(lines[i-1]), strings.Fields(lines[i])
			end := before[len(before)-1] + "|" + after[0]
			if strings.Contains(" "+pairs+" ", " "+end+" ") {
				t.Errorf("%q: a line ends inside %s", headline, end)
			}
		}
	}
}
