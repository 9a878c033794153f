package layout_test

import (
	"strings"
	"testing"

	"bantin/bulletin"
)

// TestAnAddressIsCutWhereItsPartsEnd: without a hyphen, which who types the
// address would type along, and behind one of its marks but in parts that are
// longer than a good word.
func TestAnAddressIsCutWhereItsPartsEnd(t *testing.T) {
	const marks, longPart = "/.-@:", 24
	for _, address := range []string{
		"https://quangninh.example.vn/bai-viet/nong-thon-moi-nang-cao-2026/xa-dong-rui/ket-qua",
		"www.congdulieuquocgia.example.vn/phuongankhongthecatnghiengnghiengchutnaocadau/1",
		"vanphonguybannhandan@hopthudientu.huyentienyen.tinhquangninh.example.vn",
	} {
		for n := range 16 {
			text := strings.Repeat("xã ", n) + "Xem tại " + address + strings.Repeat(" rừng cây", 14) + "."
			lines, _ := linesOf(article(t, bulletin.Article{Body: paragraphs(text)}), bulletin.FieldBody, 0)
			if !strings.Contains(strings.Join(lines, ""), address) {
				t.Errorf("%d: it reads %q", n, lines)
				continue
			}
			cut := 0
			for _, line := range lines {
				_, begun, _ := strings.Cut(line, "tại ")
				if cut > 0 {
					begun, _, _ = strings.Cut(line, " ")
				}
				if cut += len(begun); cut == 0 || cut >= len(address) {
					continue
				}
				before, after := address[:cut], address[cut:]
				part := len(before) - 1 - strings.LastIndexAny(before, marks) + strings.IndexAny(after+"/", marks)
				if !strings.ContainsAny(before[cut-1:], marks) && part <= longPart {
					t.Errorf("%d: it is cut behind %q", n, before)
				}
			}
		}
	}
}
