package copied

import (
	"encoding/binary"
	"slices"
	"testing"
	"unicode/utf16"
)

func TestFilesOfAListOfAddresses(t *testing.T) {
	for raw, want := range map[string][]string{
		"file:///home/thu/%E1%BA%A2nh%201.jpg\r\n":                      {"/home/thu/Ảnh 1.jpg"},
		"# hai ảnh\r\nfile:///a.png\r\nfile://localhost/b.png\r\n\x00":  {"/a.png", "/b.png"},
		"https://bantin.example/a.png\nfile:///c.png\nfile://\n%zz\n\n": {"/c.png"},
		"file://maychu/chung/a.png\n":                                   nil,
		"":                                                              nil,
	} {
		if got := fromURIList([]byte(raw)); !slices.Equal(got, want) {
			t.Errorf("%q: %q", raw, got)
		}
	}
}

func TestPathOfAnAddress(t *testing.T) {
	for address, want := range map[string][2]string{ // on Unix, on Windows
		"file:///home/thu/a%20b.png":   {"/home/thu/a b.png", `\home\thu\a b.png`},
		"file://localhost/a.png":       {"/a.png", `\a.png`},
		"file://MAY-CUA-LAN/a.png":     {"/a.png", `\a.png`},
		"file:///C:/%E1%BA%A2nh/1.jpg": {"/C:/Ảnh/1.jpg", `C:\Ảnh\1.jpg`},
		"file://maychu/chung/a.png":    {"", `\\maychu\chung\a.png`},
		"https://bantin.example/a.png": {"", ""},
		"file://":                      {"", ""},
		"/home/thu/a.png":              {"", ""},
	} {
		for i, windows := range []bool{false, true} {
			if got := pathOf(address, "may-cua-lan", windows); got != want[i] {
				t.Errorf("%s, on Windows %v: %q", address, windows, got)
			}
		}
	}
}

// dropFiles is the structure DROPFILES as Explorer gives it.
func dropFiles(paths ...string) []byte {
	raw := make([]byte, dropHeader)
	raw[dropList], raw[dropWide] = dropHeader, 1
	for _, p := range append(paths, "") {
		for _, letter := range append(utf16.Encode([]rune(p)), 0) {
			raw = binary.LittleEndian.AppendUint16(raw, letter)
		}
	}
	return raw
}

func TestFilesThatExplorerCopied(t *testing.T) {
	want := []string{`C:\Ảnh\một.jpg`, `D:\hai.png`}
	whole := dropFiles(want...)
	if got := fromDropFiles(append(whole, 0, 0, 'x', 0)); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	for n := range whole { // cut anywhere
		for _, p := range fromDropFiles(whole[:n]) {
			if !slices.Contains(want, p) {
				t.Errorf("cut at %d: %q", n, p)
			}
		}
	}
	whole[dropList+3] = 0xFF
	if got := fromDropFiles(whole); got != nil {
		t.Errorf("beyond its end: %q", got)
	}
}
