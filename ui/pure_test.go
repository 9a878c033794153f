package ui

import "testing"

func TestTurningALine(t *testing.T) {
	for _, c := range []struct {
		text, mark, want string
		at, moved        int
	}{
		{"Một\nHai", "## ", "Một\n## Hai", 5, 3},
		{"Một\n## Hai", "## ", "Một\nHai", 9, -3},
		{"> Một", "## ", "## Một", 2, 1},
		{"> Một", "", "Một", 2, -2},
		{"[ảnh 1]", "## ", "[ảnh 1]", 2, 0},
		{"", "> ", "> ", 0, 2},
	} {
		if got, moved := turnLine(c.text, c.at, c.mark); got != c.want || moved != c.moved {
			t.Errorf("%q with %q: %q moved %d, want %q moved %d", c.text, c.mark, got, moved, c.want, c.moved)
		}
	}
}

func TestNamesOfPDFs(t *testing.T) {
	for headline, want := range map[string]string{
		"Xã ra quân":               "Xã ra quân.pdf",
		`Hỏi: "Ai?" / Đáp \ <tôi>`: "Hỏi Ai  Đáp  tôi.pdf",
		"":                         "Chưa có tít.pdf",
		"...":                      "Chưa có tít.pdf",
	} {
		if got := pdfName(headline, "Chưa có tít"); got != want {
			t.Errorf("%q: %q, want %q", headline, got, want)
		}
	}
}

func TestPastedTextIsTidied(t *testing.T) {
	got := cleanPasted("Một\u00a0 hai\r\n\r\n  ba\u200b ", false)
	if got != "Một hai\nba" {
		t.Errorf("got %q", got)
	}
}
