package viet_test

import (
	"strings"
	"testing"

	"bantin/bulletin/viet"
)

func TestRespell(t *testing.T) {
	for word, want := range map[string]string{
		"hoà": "hòa", "hòa": "hòa", "HOÀ": "HÒA", "Hoà": "Hòa", "khoẻ": "khỏe", "thuỷ": "thủy", "uỷ": "ủy", "UỶ": "ỦY", "oà": "òa", "loạ": "lọa",
		"quý": "quý", "Quỳ": "Quỳ", "quà": "quà", "hoàn": "hoàn", "quả": "quả", "của": "của", "": "", "à": "à", "mỹ": "mỹ", "toạc": "toạc",
	} {
		if got := viet.Respell(word); got != want {
			t.Errorf("%s becomes %s, want %s", word, got, want)
		}
	}
}

// TestOrderOfHeadlines: word by word, numbers by value, without regard to
// quotes, case, and where the tone stands.
func TestOrderOfHeadlines(t *testing.T) {
	for _, order := range []string{
		"ma trận|mà còn|má ơi|mạ non", "ba|ba ba|bà a", "Số 9|Số 10|Số 0011|số 100|Số một",
		"An|“Ăn Tết”|... ân cần", "hoà a|hòa b|hoà c", "Dung|Dũng|Dụng|Đ|đà|đã",
		"1|2|10|10a|a", strings.Repeat("9", 300) + "|1" + strings.Repeat("0", 300),
	} {
		lines := strings.Split(order, "|")
		for i := 1; i < len(lines); i++ {
			if viet.Compare(lines[i-1], lines[i]) >= 0 {
				t.Errorf("%.20s does not come before %.20s", lines[i-1], lines[i])
			}
		}
	}
}

func BenchmarkSortTenThousandHeadlines(b *testing.B) {
	words := strings.Fields("hội nghị tổng kết công tác tuyên giáo đồng chí bí thư Đảng ủy phát biểu Ăn ân đường làng ngõ xóm 2026 10")
	all := make([]string, 10_000)
	for i := range all {
		for k := range 11 {
			all[i] += words[(i*i+i*7+k*13+k*k*i)%len(words)] + " "
		}
	}
	sorted := make([]string, len(all))
	for b.Loop() {
		copy(sorted, all)
		viet.SortFunc(sorted, viet.Key, func(s string) string { return s })
	}
}
