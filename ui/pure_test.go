package ui

import "testing"

func TestNamesOfPDFs(t *testing.T) {
	for headline, want := range map[string]string{
		"Xã ra quân":               "Xã ra quân.pdf",
		`Hỏi: "Ai?" / Đáp \ <tôi>`: "Hỏi Ai  Đáp  tôi.pdf",
		"":                         "Chưa có tít.pdf",
		"...":                      "Chưa có tít.pdf",
	} {
		if got := cleanName(headline, "Chưa có tít") + pdfEnding; got != want {
			t.Errorf("%q: %q, want %q", headline, got, want)
		}
	}
}

func TestPastedTextIsTidied(t *testing.T) {
	got := cleanPasted("Một\u00a0 hai\r\n\r\n  ba\u200b\v5\x1e7 \uFFFC", false)
	if got != "Một hai\nba\n5-7" {
		t.Errorf("got %q", got)
	}
}
