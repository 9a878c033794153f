package intake_test

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/bulletin/intake"
)

const sample = "Khe Mây gieo vụ lúa mới\n\nSáng nay, bà con thôn Nà Pản ra đồng từ rất sớm để kịp gieo cấy trước khi trời mưa.\n"

func utf16Bytes(s string, bigEndian, mark bool) []byte {
	units := utf16.Encode([]rune(s))
	if mark {
		units = append([]uint16{0xFEFF}, units...)
	}
	var out []byte
	for _, u := range units {
		if bigEndian {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

func utf32Bytes(s string, order binary.AppendByteOrder, mark bool) []byte {
	if mark {
		s = "\uFEFF" + s
	}
	var out []byte
	for _, r := range s {
		out = order.AppendUint32(out, uint32(r))
	}
	return out
}

// noise is what a compressed file looks like.
func noise(n int) []byte {
	random := rand.New(rand.NewPCG(1, 2))
	out := make([]byte, n)
	for i := range out {
		out[i] = byte(random.UintN(256))
	}
	return out
}

func TestRefused(t *testing.T) {
	tcvn3 := strings.Repeat("Huy\xd6n \xf1y \xae\xb7 t\xe6 ch\xf8c h\xe9i ngh\xde, tri\xd3n khai nhi\xd6m v\xf4\n", 20)
	for _, c := range []struct {
		name string
		raw  []byte
		want string
	}{
		{"nothing", nil, "text_empty"},
		{"only a BOM", []byte("\uFEFF"), "text_empty"},
		{"only blanks", []byte(" \t\r\n\u00a0\u3000\u200b\u2028"), "text_empty"},
		{"only rules", []byte("-----\n*****\n"), "text_empty"},
		{"UTF-16 little endian with BOM", utf16Bytes(sample, false, true), "text_utf16"},
		{"UTF-16 big endian with BOM", utf16Bytes(sample, true, true), "text_utf16"},
		{"UTF-16 little endian", utf16Bytes(sample, false, false), "text_utf16"},
		{"UTF-16 big endian", utf16Bytes(sample, true, false), "text_utf16"},
		{"UTF-32 little endian with BOM", utf32Bytes(sample, binary.LittleEndian, true), "text_utf32"},
		{"UTF-32 big endian with BOM", utf32Bytes(sample, binary.BigEndian, true), "text_utf32"},
		{"UTF-32 little endian", utf32Bytes(sample, binary.LittleEndian, false), "text_utf32"},
		{"UTF-32 big endian", utf32Bytes(sample, binary.BigEndian, false), "text_utf32"},
		{"noise", noise(4096), "text_binary"},
		{"zeros", make([]byte, 100), "text_binary"},
		{"a docx", append([]byte("PK\x03\x04"), sample...), "text_binary"},
		{"a PDF", append([]byte("%PDF-1.7\n"), sample...), "text_binary"},
		{"an RTF", []byte(`{\rtf1\ansi ` + sample + `}`), "text_binary"},
		{"broken bytes only", []byte("\xff\x81\xff"), "text_binary"},
		{"TCVN3", []byte(tcvn3), "text_not_utf8"},
		{"21 MB", bytes.Repeat([]byte("a "), 10_500_000), "text_too_large"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := intake.Text(c.raw)
			if got := bulletin.TroubleKey(err); got != c.want {
				t.Fatalf("trouble %q (%v), want %q", got, err, c.want)
			}
			for _, language := range translations.Languages() {
				sentence := translations.For(language).Explain(err)
				if strings.Contains(sentence, "{") || strings.Contains(sentence, c.want) {
					t.Errorf("%s: %q", language, sentence)
				}
			}
		})
	}
}

// TestStrayBytes: a few broken bytes cost a visible stand-in and a finding,
// not the text.
func TestStrayBytes(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"unpaired surrogate", "Vụ \xed\xa0\xbd lúa", "Vụ \uFFFD lúa"},
		{"a dash of Windows-1252", "Vụ \x96 lúa", "Vụ \uFFFD lúa"},
		{"a control character", "Vụ\x01lúa", "Vụ\uFFFDlúa"},
		{"a zero", "Vụ\x00lúa", "Vụ\uFFFDlúa"},
		{"a letter cut in half", "Vụ l\xc3", "Vụ l\uFFFD"},
		{"already lost", "V\uFFFD lúa", "V\uFFFD lúa"},
	} {
		d, err := intake.Text([]byte("Tít của bài\n\n" + c.raw + "\n"))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := d.Article.Body[0].Text; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if len(d.Findings) != 1 || d.Findings[0].Rule != "unreadable_character" || d.Findings[0].Where.Block != 0 ||
			[]rune(c.want)[d.Findings[0].Where.Offset] != '\uFFFD' {
			t.Errorf("%s: findings %+v", c.name, d.Findings)
		}
	}
}

// TestCharacters: what word processors and web pages leave in a text.
func TestCharacters(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"no-break spaces", "Mai\u00a0\u00a0 \u00a0Thắm ơi", "Mai Thắm ơi"},
		{"invisible", "V\u200b\u00ad\u202a\u2066ụ\u202c\u2069 lúa\ufeff", "Vụ lúa"},
		{"tone in front of circumflex", "Ca\u0301\u0302y lu\u0301a va\u0323\u0302y", "Cấy lúa vậy"},
		{"tokens of ours", "Ghi <b>to</b> và <i>", `Ghi \<b>to\</b> và \<i>`},
		{"markdown", "Có **hai** từ và 2*3*4", "Có <b>hai</b> từ và 2*3*4"},
		{"list mark of Word", "\uf0b7 Mục", "• Mục"},
		{"no-break hyphen of Word", "Mát\x1excơ\x1eva ơi", "Mát-xcơ-va ơi"},
		{"emoji", "Vui quá 😀", "Vui quá 😀"},
		{"Ð as typed", "Ðầm Hà", "Ðầm Hà"},
	} {
		d, err := intake.Text([]byte("Tít của bài\n\n" + c.raw + " nhé.\n\nĐoạn sau cũng có chữ."))
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		if got := d.Article.Body[0].Text; got != c.want+" nhé." {
			t.Errorf("%s: %q, want %q", c.name, got, c.want+" nhé.")
		}
	}
}

// TestLineEnds: the same text with any kind of line end is the same article.
func TestLineEnds(t *testing.T) {
	want, err := intake.Text([]byte(sample))
	if err != nil {
		t.Fatal(err)
	}
	for _, end := range []string{"\r\n", "\r", "\u0085", "\u2028", "\u2029", "\v", "\f", "\n\n"} {
		for _, mark := range []string{"", "\uFEFF"} {
			d, err := intake.Text([]byte(mark + strings.ReplaceAll(sample, "\n", end)))
			if err != nil {
				t.Fatalf("%q: %v", end, err)
			}
			if readable(d) != readable(want) {
				t.Errorf("%q:\n%s", mark+end, readable(d))
			}
		}
	}
}

// TestLargeText: a large text is read in a time that grows with its length,
// whatever it is made of. One that grew with its square would take hours here.
func TestLargeText(t *testing.T) {
	poem, err := os.ReadFile("testdata/poem.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, piece := range []string{
		string(poem), "a\n", "(", "Mai Thắm - ", "Mai Thắm\n", "**a** ", "<b>", "\\<i>", "<", "![a](b)\n", "Ảnh: Mai Thắm\n",
		"một dòng dài vừa đúng bảy mươi hai cột của những trình soạn thảo xưa\n",
		"1. Một\n", "Thời gian: nay\n", "Ngày 1/2. ", "A.", "“",
	} {
		if _, err := intake.Text([]byte(strings.Repeat(piece, 1<<18/len(piece)))); err != nil {
			t.Errorf("%.20q: %v", piece, err)
		}
	}
}
