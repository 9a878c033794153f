package command_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"bantin/command"
	"bantin/internal/real"
)

const goodText = "Ra quân trồng cây đầu xuân\n\nSáng 5/2, hơn 200 người đã tham gia trồng cây.\n\nBà con mang theo cuốc xẻng từ sớm.\n"

// TestBadInputIsRefusedWithASentence hands in what must not be taken and looks
// that each is answered with a sentence and exit code 2, and that the drafts
// file is as it was.
func TestBadInputIsRefusedWithASentence(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write(t, at("good.txt"), goodText)
	write(t, at("garbage.txt"), string(noise(4096)))
	write(t, at("utf16.txt"), utf16Text(goodText))
	write(t, at("empty.txt"), "")
	photo, err := os.ReadFile(real.Photo(t, "LadyBird.jpg"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, at("truncated.jpg"), string(photo[:len(photo)/2]))
	write(t, at("huge.png"), pngClaiming(60_000, 60_000))
	write(t, at("notes.jpg"), "this is not a picture")

	for name, input := range map[string][]string{
		"missing file":         {at("nowhere.txt")},
		"folder":               {dir},
		"binary garbage":       {at("garbage.txt")},
		"UTF-16":               {at("utf16.txt")},
		"empty text":           {at("empty.txt")},
		"one bad among good":   {at("good.txt"), at("garbage.txt")},
		"missing photo":        {at("good.txt"), "--photo", at("nowhere.jpg")},
		"truncated JPEG":       {at("good.txt"), "--photo", at("truncated.jpg")},
		"good photo, then bad": {at("good.txt"), "--photo", real.Photo(t, "Garden.jpg"), "--photo", at("truncated.jpg")},
		"PNG of 60000×60000":   {at("good.txt"), "--photo", at("huge.png")},
		"text as photo":        {at("good.txt"), "--photo", at("notes.jpg")},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "drafts.bantin")
			mustRun(t, "new", file)
			before := read(t, file)
			r := run(t, append([]string{"import", file}, input...)...)
			refused(t, r)
			if bad := filepath.Base(input[len(input)-1]); !strings.Contains(r.err, bad) {
				t.Errorf("the sentence does not say which file is meant: %s", r.err)
			}
			if !bytes.Equal(before, read(t, file)) {
				t.Error("the drafts file was changed")
			}
		})
	}
}

// refused checks that a command ended with a sentence for people.
func refused(t *testing.T, r ran) {
	t.Helper()
	if r.code != command.NotDone {
		t.Errorf("exit code %d, want %d\n%s%s", r.code, command.NotDone, r.out, r.err)
	}
	sentence := strings.TrimSpace(r.err)
	if len(strings.Fields(sentence)) < 5 || strings.Contains(sentence, "unforeseen") || strings.Contains(sentence, "trouble.") {
		t.Errorf("not a sentence that says what to do: %q", sentence)
	}
	if r.out != "" {
		t.Errorf("printed to standard output: %q", r.out)
	}
}

func TestDraftsFilesThatAreNotOurs(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write(t, at("empty.bantin"), "")
	write(t, at("text.bantin"), strings.Repeat("not a database ", 100))
	mustRun(t, "new", at("newer.bantin"))
	raw := read(t, at("newer.bantin"))
	binary.BigEndian.PutUint32(raw[60:], 9999) // user_version, SQLite file format 1.3
	write(t, at("newer.bantin"), string(raw))
	mustRun(t, "new", at("foreign.bantin"))
	raw = read(t, at("foreign.bantin"))
	binary.BigEndian.PutUint32(raw[68:], 0) // application_id
	write(t, at("foreign.bantin"), string(raw))

	for _, name := range []string{"missing", "empty", "text", "newer", "foreign", "."} {
		file := at(name + ".bantin")
		if name == "." {
			file = dir
		}
		t.Run(name, func(t *testing.T) {
			before, _ := os.ReadFile(file)
			for _, args := range [][]string{{"list", file}, {"check", file}, {"import", file, real.Article(t)}} {
				refused(t, run(t, args...))
			}
			after, _ := os.ReadFile(file)
			if !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
		})
	}
	refused(t, run(t, "new", at("empty.bantin")))
	refused(t, run(t, "sample", at("empty.bantin")))
}

// Half a drafts file is damage that check names; reading it is refused with a
// sentence that is not about writing.
func TestHalfADraftsFile(t *testing.T) {
	file, id := imported(t)
	whole := read(t, file)
	write(t, file, string(whole[:len(whole)/2]))
	r := run(t, "check", file)
	if r.code != command.TroubleFound || !strings.Contains(r.out, "cut short") || strings.Count(r.out, "\n") != 1 || r.err != "" {
		t.Errorf("%+v", r)
	}
	answer := fromJSON[struct {
		Sound  bool
		Damage []struct{ Kind string }
	}](t, run(t, "check", file, "--json").out)
	if answer.Sound || len(answer.Damage) != 1 || answer.Damage[0].Kind != "unreadable" {
		t.Errorf("%+v", answer)
	}
	for _, args := range [][]string{{"list", file}, {"show", file, id}} {
		r := run(t, args...)
		refused(t, r)
		if strings.Contains(r.err, "writ") {
			t.Errorf("%s: %s", args[0], r.err)
		}
	}
}

func TestWrongCommands(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.bantin")
	mustRun(t, "new", file)
	for _, args := range [][]string{
		{"frobnicate"},
		{"new"},
		{"new", "a", "b"},
		{"list"},
		{"show", file},
		{"show", file, "zzzz"},
		{"list", file, "--no-such-flag"},
		{"export", file, "-o", "x.pdf"},
		{"export", file, "--article", "a"},
		{"export", file, "--article", "zzzz", "-o", "x.pdf"},
		{"export", file, "--issue", "zzzz", "-o", "x.pdf"},
		{"export", file, "--article", "a", "-o", "x.pdf", "--profile", "gold"},
		{"export", file, "--article", "a", "--png", "x", "--dpi", "100000"},
		{"issue", "new", file},
		{"list", file, "--lang=fr"},
		{"issue", "show", file, "zz"},
		{"log", file, "zz"},
		{"help", "frobnicate"},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) { refused(t, run(t, args...)) })
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// noise is n bytes that are no text, always the same.
func noise(n int) []byte {
	out := make([]byte, n)
	state := uint32(1)
	for i := range out {
		state = state*1664525 + 1013904223
		out[i] = byte(state >> 24)
	}
	return out
}

func utf16Text(s string) string {
	out := []byte{0xFF, 0xFE}
	for _, unit := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, unit)
	}
	return string(out)
}

// pngClaiming is a PNG whose header claims a size that its data do not hold.
func pngClaiming(width, height uint32) string {
	return pngSignature + pngHeader(width, height) + pngChunk("IDAT", []byte{0x78, 0x9c, 3, 0, 0, 0, 0, 1}) + pngChunk("IEND", nil)
}

const pngSignature = "\x89PNG\r\n\x1a\n"

func pngHeader(width, height uint32) string {
	var h []byte
	h = binary.BigEndian.AppendUint32(h, width)
	h = binary.BigEndian.AppendUint32(h, height)
	return pngChunk("IHDR", append(h, 8, 2, 0, 0, 0)) // 8 bits, RGB
}

func pngChunk(kind string, body []byte) string {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	out = append(append(out, kind...), body...)
	return string(binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:])))
}
