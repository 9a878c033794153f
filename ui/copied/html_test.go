package copied

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestHTMLIsReadInEveryLetterThatProgramsUse(t *testing.T) {
	const page = "<p>Giữ rừng</p>"
	little, big := []byte{0xFF, 0xFE}, []byte{0xFE, 0xFF}
	for _, r := range page {
		little = append(little, byte(r), byte(r>>8))
		big = append(big, byte(r>>8), byte(r))
	}
	for name, raw := range map[string][]byte{
		"UTF-8": []byte(page), "with its mark": []byte("\xEF\xBB\xBF" + page), "ended by nought": []byte(page + "\x00"),
		"UTF-16": little, "UTF-16, the other way": big,
		"Windows": fromCFHTML([]byte("Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000120\r\n" + page)),
	} {
		if got := decodeHTML(raw); got != page {
			t.Errorf("%s: %q", name, got)
		}
	}
	if got := decodeHTML([]byte("<p>\xFF\xC3</p>")); got != "" {
		t.Errorf("broken letters: %q", got)
	}
}

// TestOnlyWhatWasCopiedIsTaken of a page that Windows hands over.
func TestOnlyWhatWasCopiedIsTaken(t *testing.T) {
	const before, fragment, after = "<html><body><p>Thanh bên</p><!--StartFragment-->", "<p>Giữ rừng</p>", "<!--EndFragment--></body></html>"
	wrap := func(from, to int) []byte {
		return fmt.Appendf(nil, "Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:%010d\r\nStartFragment:%010d\r\nEndFragment:%010d\r\n%s%s%s",
			0, from, to, before, fragment, after)
	}
	head := bytes.IndexByte(wrap(0, 0), '<')
	from := head + len(before)
	if got := string(fromCFHTML(wrap(from, from+len(fragment)))); got != fragment {
		t.Errorf("of the page it is %q", got)
	}
	for _, wrong := range [][2]int{{0, 10}, {-1, -1}, {from, 1 << 40}, {from + 5, from}, {head - 1, from}} {
		if got := string(fromCFHTML(wrap(wrong[0], wrong[1]))); got != before+fragment+after {
			t.Errorf("%v: %q", wrong, got)
		}
	}
}

func FuzzHTML(f *testing.F) {
	f.Add([]byte("<p>Giữ rừng</p>"))
	f.Add([]byte("\xFF\xFE<\x00p\x00>"))
	f.Add([]byte("StartFragment:36\r\nEndFragment:40\r\n<p>Giữ</p>"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if got := decodeHTML(fromCFHTML(raw)); !utf8.ValidString(got) || strings.HasSuffix(got, "\x00") {
			t.Errorf("%q", got)
		}
	})
}
