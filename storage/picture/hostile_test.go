package picture_test

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/jpeg"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bantin/internal/race"
	"bantin/storage/picture"
)

func TestWhatIsNoPicture(t *testing.T) {
	wantTrouble(t, "empty", nil, "photo_empty")
	wantTrouble(t, "text", []byte("Sáng nay, ủy ban xã…"), "photo_not_picture")
	wantTrouble(t, "zip", []byte("PK\x03\x04…………………"), "photo_not_picture")
	wantTrouble(t, "gif", []byte("GIF89a…………"), "photo_format")
	wantTrouble(t, "tiff", []byte("II*\x00…………"), "photo_format")
	wantTrouble(t, "pdf", []byte("%PDF-1.7…………"), "photo_format")
	wantTrouble(t, "heic", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"), "photo_heic")
	wantTrouble(t, "avif", []byte("\x00\x00\x00\x18ftypavif\x00\x00\x00\x00mif1"), "photo_format")
}

// A photo cut anywhere is refused: image/jpeg alone would need luck for that.
func TestCutShort(t *testing.T) {
	for _, name := range []string{
		"plain.jpg", "progressive.jpg", "cmyk.jpg", "rgb8.png", "interlaced.png", "lossy.webp", "lossless.webp", "alpha.webp",
	} {
		whole := file(t, name)
		for n := 13; n < len(whole); n++ {
			wantTrouble(t, name+" cut", whole[:n], "photo_truncated")
		}
	}
}

// Half of a photo with the end marker put after it looks whole to a walk over
// its segments; the decoder must notice that data are missing.
func TestCutShortWithAnEnd(t *testing.T) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, noise(400, 300), nil); err != nil {
		t.Fatal(err)
	}
	for _, part := range []int{3, 5, 8, 9} {
		cut := append(slices.Clone(b.Bytes()[:b.Len()*part/10]), 0xFF, 0xD9)
		wantTrouble(t, "cut with an end", cut, "photo_truncated", "photo_broken")
	}
}

func noise(width, height int) image.Image {
	m := image.NewGray(image.Rect(0, 0, width, height))
	state := uint32(1)
	for i := range m.Pix {
		state = state*1664525 + 1013904223
		m.Pix[i] = uint8(state >> 24)
	}
	return m
}

// pngOf builds a PNG of 8-bit RGB with that size in its header and those
// (unpacked) pixel data in it.
func pngOf(width, height uint32, pixels []byte) []byte {
	header := binary.BigEndian.AppendUint32(nil, width)
	header = binary.BigEndian.AppendUint32(header, height)
	return slices.Concat([]byte("\x89PNG\r\n\x1a\n"),
		chunk("IHDR", append(header, 8, 2, 0, 0, 0)), chunk("IDAT", deflated(pixels)), chunk("IEND", nil))
}

func deflated(b []byte) []byte {
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	w.Write(b)
	w.Close()
	return packed.Bytes()
}

func chunk(kind string, body []byte) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(append(b, kind...), body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:]))
}

func TestHeadersThatLie(t *testing.T) {
	rows := make([]byte, 100*(1+3*100)) // 100 × 100
	wantTrouble(t, "more promised than there is", pngOf(100, 200, rows), "photo_truncated", "photo_lies")
	wantTrouble(t, "less promised than there is", pngOf(100, 50, rows), "photo_lies")
	wantTrouble(t, "nothing promised", pngOf(0, 50, rows), "photo_broken")
	wantTrouble(t, "60,000 × 60,000", pngOf(60_000, 60_000, rows), "photo_too_large")
	wantTrouble(t, "4 billion × 4 billion", pngOf(1<<32-1, 1<<32-1, rows), "photo_too_large")
	wantTrouble(t, "two headers", twoHeaders(), "photo_broken")
}

func twoHeaders() []byte {
	b := pngOf(10, 10, make([]byte, 10*31))
	return slices.Concat(b[:33], b[8:33], b[33:])
}

// resized gives a JPEG with another size in its frame header.
func resized(t *testing.T, name string, frame byte, width, height int) []byte {
	t.Helper()
	b := file(t, name)
	at := bytes.Index(b, []byte{0xFF, frame})
	b[at+5], b[at+6], b[at+7], b[at+8] = byte(height>>8), byte(height), byte(width>>8), byte(width)
	return b
}

func TestHugeJPEG(t *testing.T) {
	wantTrouble(t, "progressive", resized(t, "progressive.jpg", 0xC2, 65500, 65500), "photo_too_large")
	wantTrouble(t, "baseline", resized(t, "plain.jpg", 0xC0, 65500, 65500), "photo_too_large")
	wantTrouble(t, "cmyk", resized(t, "cmyk.jpg", 0xC0, 8000, 8000), "photo_too_large")
	wantTrouble(t, "no height", resized(t, "plain.jpg", 0xC0, 48, 0), "photo_broken")
	wantTrouble(t, "larger than its data", resized(t, "plain.jpg", 0xC0, 480, 320), "photo_broken", "photo_truncated")
}

// A picture that is no larger than the sentence of photo_too_large asks for is
// refused for how it is stored.
func TestHeavyPictures(t *testing.T) {
	deep := pngOf(6000, 4000, make([]byte, 4000*(1+6*6000)))
	deep[24] = 16 // bits a sample
	binary.BigEndian.PutUint32(deep[29:], crc32.ChecksumIEEE(deep[12:29]))
	wantTrouble(t, "16-bit PNG", deep, "photo_too_heavy")
	wantTrouble(t, "progressive", resized(t, "progressive.jpg", 0xC2, 6000, 4000), "photo_too_heavy")
}

func TestScansWithoutEnd(t *testing.T) {
	b := file(t, "progressive.jpg")
	at := bytes.LastIndex(b, []byte{0xFF, 0xDA})
	scan := b[at : len(b)-2]
	many := slices.Concat(b[:at], bytes.Repeat(scan, 5000), b[len(b)-2:])
	wantTrouble(t, "5,000 scans", many, "photo_broken")
}

// The worst pictures that the header lets in, one after the other in a process
// of its own, must keep it below 300 MB.
func TestMemory(t *testing.T) {
	if runtime.GOOS != "linux" || race.On {
		t.Skip("the peak of memory is read from /proc, and the race detector takes some itself")
	}
	if folder := os.Getenv("PICTURE_MEMORY"); folder != "" {
		developAll(t, folder)
		return
	}
	folder := t.TempDir()
	for name, b := range map[string][]byte{
		"a PNG of 24 megapixels":                 pngOf(6000, 4000, make([]byte, 4000*(1+3*6000))),
		"a PNG that unpacks to half a gigabyte":  pngOf(100, 100, make([]byte, 1<<29)),
		"a progressive JPEG of 11 megapixels":    resized(t, "progressive.jpg", 0xC2, 3900, 2900),
		"a JPEG with a header of 100 megapixels": resized(t, "plain.jpg", 0xC0, 8000, 7500),
		"a JPEG of 64 megapixels":                evenJPEG(t, 8000, 8000),
		"a WebP with a header of 16 megapixels":  resizedWebP(t, 4000, 4000),
	} {
		if err := os.WriteFile(filepath.Join(folder, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestMemory$", "-test.v")
	cmd.Env = append(os.Environ(), "PICTURE_MEMORY="+folder)
	out, err := cmd.CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Fatal(err)
	}
}

func developAll(t *testing.T, folder string) {
	names, err := filepath.Glob(filepath.Join(folder, "*"))
	if err != nil || len(names) == 0 {
		t.Fatalf("%v %v", names, err)
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, err = picture.Develop(t.Context(), filepath.Base(name), b)
		t.Logf("%s: %v; peak so far %d MB", filepath.Base(name), err, peakMegabytes(t))
	}
	if peak := peakMegabytes(t); peak >= 300 {
		t.Errorf("peak of %d MB", peak)
	}
}

func evenJPEG(t *testing.T, width, height int) []byte {
	t.Helper()
	var b bytes.Buffer
	m := image.NewYCbCr(image.Rect(0, 0, width, height), image.YCbCrSubsampleRatio420)
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// resizedWebP gives a lossy WebP with another size in its frame header.
func resizedWebP(t *testing.T, width, height uint16) []byte {
	t.Helper()
	b := file(t, "lossy.webp")
	at := bytes.Index(b, []byte{0x9D, 0x01, 0x2A})
	binary.LittleEndian.PutUint16(b[at+3:], width)
	binary.LittleEndian.PutUint16(b[at+5:], height)
	return b
}

func peakMegabytes(t *testing.T) int {
	t.Helper()
	f, err := os.Open("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if rest, ok := strings.CutPrefix(lines.Text(), "VmHWM:"); ok {
			kilobytes, err := strconv.Atoi(strings.Fields(rest)[0])
			if err != nil {
				t.Fatal(err)
			}
			return kilobytes / 1024
		}
	}
	t.Fatal("no VmHWM")
	return 0
}
