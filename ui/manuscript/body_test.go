package manuscript

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"bantin/bulletin"
)

func TestBodyIsWrittenAsPeopleReadIt(t *testing.T) {
	text := FormatBody([]bulletin.Block{
		{Kind: bulletin.Paragraph, Text: "Sáng 12/5, xã ra quân."},
		{Kind: bulletin.PhotoAnchor, Photo: "p1"},
		{Kind: bulletin.Crosshead, Text: "Dân làm chủ"},
		{Kind: bulletin.Quote, Text: "Làm đường là làm <b>cho mình</b>."},
	}, "ảnh")
	want := "Sáng 12/5, xã ra quân.\n[ảnh 1]\n## Dân làm chủ\n> Làm đường là làm <b>cho mình</b>."
	if text != want {
		t.Errorf("got %q, want %q", text, want)
	}
}

func TestReadingALine(t *testing.T) {
	for line, want := range map[string]bulletin.Block{
		"## Trung đề":     {Kind: bulletin.Crosshead, Text: "Trung đề"},
		"##Không cách":    {Kind: bulletin.Paragraph, Text: "##Không cách"},
		"> Lời trích":     {Kind: bulletin.Quote, Text: "Lời trích"},
		"[ảnh 12]":        {Kind: bulletin.PhotoAnchor, Photo: "p12"},
		"[photo 2]":       {Kind: bulletin.PhotoAnchor, Photo: "p2"},
		"[a\u0309nh 3]":   {Kind: bulletin.PhotoAnchor, Photo: "p3"},
		"[ảnh 1] ở trên":  {Kind: bulletin.Paragraph, Text: "[ảnh 1] ở trên"},
		`\## không phải`:  {Kind: bulletin.Paragraph, Text: "## không phải"},
		`\\## hai gạch`:   {Kind: bulletin.Paragraph, Text: `\## hai gạch`},
		`\đường dẫn`:      {Kind: bulletin.Paragraph, Text: `\đường dẫn`},
		"a\u2028b":        {Kind: bulletin.Paragraph, Text: "a\nb"},
		"[ảnh #b%C3%ACa]": {Kind: bulletin.PhotoAnchor, Photo: "bìa"},
		"[ảnh một]":       {Kind: bulletin.Paragraph, Text: "[ảnh một]"},
	} {
		if got := ParseLine(line); got != want {
			t.Errorf("ParseLine(%q) = %+v, want %+v", line, got, want)
		}
	}
}

func TestBodyComesBackAsItWas(t *testing.T) {
	piece := rapid.SampledFrom([]string{"## ", "> ", `\`, "[ảnh 1]", "[photo 2]", "ế", " ", "<b>", "\n", "[", "]", "#", "x"})
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 1, 6).Draw(t, "pieces"), "")
	}).Filter(func(s string) bool { return strings.TrimSpace(s) != "" })
	block := rapid.Custom(func(t *rapid.T) bulletin.Block {
		kind := rapid.SampledFrom(bulletin.BlockKinds()).Draw(t, "kind")
		if kind == bulletin.PhotoAnchor {
			id := rapid.SampledFrom([]string{"p1", "p07", "7", "bìa", "a]b", "p", "#1", "x y"}).Draw(t, "photo")
			return bulletin.Block{Kind: kind, Photo: id}
		}
		return bulletin.Block{Kind: kind, Text: text.Draw(t, "text")}
	})
	rapid.Check(t, func(t *rapid.T) {
		blocks := rapid.SliceOf(block).Draw(t, "blocks")
		word := rapid.SampledFrom([]string{"ảnh", "photo"}).Draw(t, "word")
		got := ParseBody(FormatBody(blocks, word))
		if len(got) != len(blocks) {
			t.Fatalf("%d blocks came back as %d: %q", len(blocks), len(got), FormatBody(blocks, word))
		}
		for i := range got {
			if got[i] != blocks[i] {
				t.Fatalf("block %d: %+v came back as %+v", i, blocks[i], got[i])
			}
		}
	})
}

func FuzzParseBody(f *testing.F) {
	f.Add("Đoạn\n\n## Tít\n[ảnh 1]\n> trích\n\\## x")
	f.Fuzz(func(t *testing.T, text string) {
		once := ParseBody(text)
		twice := ParseBody(FormatBody(once, "ảnh"))
		if len(once) != len(twice) {
			t.Fatalf("%d blocks, then %d", len(once), len(twice))
		}
		for i := range once {
			if once[i] != twice[i] {
				t.Fatalf("block %d: %+v, then %+v", i, once[i], twice[i])
			}
		}
	})
}
