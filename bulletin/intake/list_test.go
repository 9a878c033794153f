package intake_test

import (
	"testing"

	"bantin/bulletin"
	"bantin/bulletin/intake"
)

// TestTheLastOfAListIsNoCrosshead, although text follows it; numbers that stand each
// above their own text are.
func TestTheLastOfAListIsNoCrosshead(t *testing.T) {
	const text = "Sáng 28/11, xã Ngàn Sa họp với các thôn và giao những việc phải xong trước ngày 20 tháng sau."
	for body, crossheads := range map[string]int{
		"1. Nạo vét kênh mương\n2. Sửa đường liên thôn\n\n" + text:                      0,
		"1. Nạo vét kênh mương\n2. Sửa đường liên thôn\n3. Trồng cây đầu xuân\n" + text: 0,
		"1. Việc đã làm\n" + text + "\n2. Việc sắp tới\n" + text:                        2,
		"I. Kết quả\n1. Việc đã làm\n" + text + "\n2. Việc sắp tới\n" + text:            3,
	} {
		d, err := intake.Text([]byte("Xã Ngàn Sa giao việc tháng 12\n\n" + text + "\n\n" + body + "\n\n" + text + "\n"))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, b := range d.Article.Body {
			if b.Kind == bulletin.Crosshead {
				n++
			}
		}
		if n != crossheads {
			t.Errorf("%d crossheads, not %d, in %q: %+v", n, crossheads, body, d.Article.Body)
		}
	}
}
