package layout_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGolden(t *testing.T) {
	brief := bulletin.Article{
		Section: "Đời sống", Headline: "Lịch tiêm phòng cho chó, mèo",
		Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: "Từ ngày 15/4 đến ngày 20/4, cán bộ thú y tiêm phòng tại nhà văn hóa các thôn, buổi sáng từ 7 giờ 30. Mỗi mũi tiêm 5.000 đồng; hộ nghèo không phải trả tiền."}},
	}
	for name, d := range map[string]*layout.Document{
		"article": article(t, planting()),
		"empty":   article(t, bulletin.Article{}),
		"issue":   issue(t, number4(), planting(), brief),
	} {
		t.Run(name, func(t *testing.T) { golden(t, name, dump(d)) })
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s differs at line %d (-update writes it anew):\n got %s\nwant %s", path, i+1, at(g, i), at(w, i))
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(nothing)"
}
