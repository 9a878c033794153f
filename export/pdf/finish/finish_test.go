package finish_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bantin/export/pdf/finish"
	"bantin/export/pdf/object"
)

// What gofpdf calls things: a kind and a hash.
const (
	longFont    = "F" + "ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12"
	longPicture = "I" + "cd34cd34cd34cd34cd34cd34cd34cd34cd34cd34"
)

// painted is a file as gofpdf writes it, small: a page, a font, a stand-in.
func painted() []byte {
	return assemble(
		"<</Type /Pages\n/Kids [3 0 R ]\n/Count 1\n/MediaBox [0 0 100.00 200.00]\n>>",
		"<<\n/ProcSet [/PDF /Text]\n/Font <<\n/"+longFont+" 5 0 R\n>>\n/XObject <<\n/"+longPicture+" 11 0 R\n>>\n>>",
		"<</Type /Page\n/Parent 1 0 R\n/TrimBox [9.00 9.00 91.00 191.00]\n/Resources 2 0 R\n"+
			"/Group <</Type /Group /S /Transparency /CS /DeviceRGB>>\n/Contents 4 0 R>>",
		stream("", "0 J\n0 j\n0.57 w\nBT /"+longFont+" 1.00 Tf ET\nBT (\x00A) Tj ET\nq /"+longPicture+" Do Q\n/"),
		"<</Type /Font\n/Subtype /Type0\n/BaseFont /utf8serif-bold\n/Encoding /Identity-H\n/DescendantFonts [6 0 R]\n/ToUnicode 7 0 R>>",
		"<</Type /Font\n/Subtype /CIDFontType2\n/BaseFont /utf8serif-bold\n/CIDSystemInfo 8 0 R\n/FontDescriptor 9 0 R\n/DW 500\n/W [ 65 [ 600 ]\n ]\n/CIDToGIDMap 10 0 R>>",
		stream("", "1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange\n"),
		"<</Registry (Adobe)\n/Ordering (UCS)\n/Supplement 0>>",
		"<</Type /FontDescriptor /FontName /utf8serif-bold\n /Flags 4 /MissingWidth 500/FontFile2 12 0 R>>",
		stream("", "\x00\x00\x00\x01"),
		stream("/Type /XObject\n/Subtype /Image\n/Width 1\n/Height 1\n/ColorSpace /DeviceGray\n/Filter /DCTDecode\n", "stand-in"),
		stream("/Length1 108\n", fontFile("head", "name", "glyf")),
		"<<\n/Producer (FPDF 1.7)\n>>",
		"<<\n/Type /Catalog\n/Pages 1 0 R\n/Names <<\n/EmbeddedFiles << /Names [\n \n] >>\n>>\n>>",
	)
}

// fontFile has tables of these names, each with fifteen bytes.
func fontFile(names ...string) string {
	b := []byte("\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00")
	b[5] = byte(len(names))
	for i, name := range names {
		b = append(b, name...)
		at := 12 + 16*len(names) + 16*i
		b = append(b, 0, 0, 0, 0, 0, 0, 0, byte(at), 0, 0, 0, 15)
	}
	for _, name := range names {
		b = append(b, "data of "+name+"...\x00"...)
	}
	return string(b)
}

func stream(entries, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", entries, len(data), data)
}

func assemble(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.3\n")
	offsets := make([]int, len(objects))
	for i, o := range objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n>>\nstartxref\n%d\n%%%%EOF\n",
		len(objects)+1, len(objects), len(objects)-1, start)
	return b.Bytes()
}

func book() finish.Book {
	return finish.Book{
		Title: "Bản tin <số 4> & phụ trương", Author: "Trung tâm (Đầm Hà)", Language: "vi-VN",
		Date:  time.Date(2026, 4, 10, 0, 0, 0, 0, time.UTC),
		Media: finish.Box{Right: 100_000, Top: 200_000}, Bleed: finish.Box{Right: 100_000, Top: 200_000},
		Trim: finish.Box{Left: 8504, Bottom: 8504, Right: 91_496, Top: 191_496}, Press: true,
		Fonts: []finish.Font{{Family: "serif-bold", Name: "Serif-Bold", Runes: []rune("ABCđư₫")}},
		Pictures: []finish.Picture{func() (finish.Image, error) {
			return finish.Image{Data: []byte("photo"), Width: 30, Height: 20}, nil
		}},
		Links: []finish.Link{{Area: finish.Box{Left: 9000, Bottom: 20_000, Right: 40_000, Top: 30_000}, Top: 99_500, Says: "Xem tiếp trang 1"}},
		Structure: &finish.Element{Kind: "Document", Kids: []finish.Kid{
			&finish.Element{Kind: "P", Kids: []finish.Kid{finish.Stretch{}, finish.Stretch{Number: 3}, finish.Stretch{Page: 8}}},
			&finish.Element{Kind: "Figure", Alt: "Đồng lúa", Kids: []finish.Kid{finish.Stretch{Number: 1}}},
			&finish.Element{Kind: "Link", Kids: []finish.Kid{finish.LinkArea(0), finish.Stretch{Number: 2}, finish.LinkArea(7)}},
		}},
		Outline: []finish.Bookmark{{Title: "Một", Top: 150_000}, {Title: "ngoài", Page: 7}, {Title: "Hai", Top: 50_500}},
	}
}

func finished(t *testing.T, b finish.Book) string {
	t.Helper()
	var out bytes.Buffer
	if err := finish.Write(&out, painted(), b); err != nil {
		t.Fatal(err)
	}
	if _, err := object.Read(out.Bytes()); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestWhatGofpdfWritesWronglyIsPutRight(t *testing.T) {
	got := finished(t, book())
	for mark, times := range map[string]int{
		"%PDF-1.6": 1, "/Group": 0, "utf8serif": 0, "+Serif-Bold": 3, "/ProcSet": 0, "/EmbeddedFiles": 0,
		"FPDF": 0, "stand-in": 0, "\nphoto\n": 1, "/Width 30": 1, "/DeviceRGB": 0, "/ICCBased": 1,
		"/MediaBox [0 0 100 200]\n/BleedBox [0 0 100 200]\n/TrimBox [8.504 8.504 91.496 191.496]": 1,
		"/GTS_PDFX": 1, "/Ordering (Identity)": 1, "/Trapped /False": 1,
		"/S /Link": 1, "/Type /OBJR": 1, "/Alt <FEFF": 1, "/StructParents 0": 1, "/Tabs /S": 1, "/K [0 3]": 1, "/Pg": 4,
		"/Overprint": 1, "/OPM 1": 1, "/ScreenColour": 0, "/Registration": 0, "/XYZ null 99.5 null": 1,
		"/Lang (vi-VN)": 1, "/Count 2": 1, "/MissingWidth": 0, "/Length1 76": 1, "/F1 ": 1, "/I1 ": 1, longFont: 0, longPicture: 0,
		"/CreationDate (D:20260410000000+00'00')": 1, "<xmp:CreateDate>2026-04-10T00:00:00+00:00<": 1,
		"Bản tin &lt;số 4&gt; &amp; phụ trương": 1, "/XYZ null 150 null": 1,
	} {
		if n := strings.Count(got, mark); n != times {
			t.Errorf("%q stands %d times, want %d", mark, n, times)
		}
	}
}

// TestBothMetadataSayTheSame: what XML cannot carry is in neither of them.
func TestBothMetadataSayTheSame(t *testing.T) {
	b := book()
	b.Title, b.Author = "Tin\x01 so 4\uFFFF", "Lan\x02"
	got := finished(t, b)
	for _, mark := range []string{"/Title (Tin so 4)", ">Tin so 4<", "/Author (Lan)", ">Lan<"} {
		if !strings.Contains(got, mark) {
			t.Errorf("%q does not stand there", mark)
		}
	}
	if strings.Contains(got, "\uFFFD") {
		t.Error("the metadata have U+FFFD")
	}
}

func TestIdentityIsThatOfTheContent(t *testing.T) {
	one, again := finished(t, book()), finished(t, book())
	if one != again {
		t.Error("the same book gave two files")
	}
	changed := book()
	changed.Title = "Bản tin khác"
	if identity(one) == identity(finished(t, changed)) {
		t.Error("another book has the same identity")
	}
}

func identity(file string) string {
	_, after, _ := strings.Cut(file, "/ID [")
	id, _, _ := strings.Cut(after, "]")
	return id
}

func TestErrorsOfPicturesComeThrough(t *testing.T) {
	broken := errors.New("photo is gone")
	b := book()
	b.Pictures[0] = func() (finish.Image, error) { return finish.Image{}, broken }
	if err := finish.Write(io.Discard, painted(), b); !errors.Is(err, broken) {
		t.Errorf("error %v", err)
	}
}

func TestWhatDoesNotFitTogetherIsAnError(t *testing.T) {
	more, none, astray := book(), book(), book()
	astray.Links[0].To = 4
	more.Pictures = append(more.Pictures, more.Pictures[0])
	none.Fonts = nil
	for name, b := range map[string]finish.Book{"a photo without stand-in": more, "a font that nobody knows": none, "a link to nowhere": astray} {
		if finish.Write(io.Discard, painted(), b) == nil {
			t.Errorf("%s was taken", name)
		}
	}
	if finish.Write(io.Discard, []byte("xin chào"), book()) == nil {
		t.Error("a greeting was taken for a painted file")
	}
}

// FuzzWrite wants no panic, and a file that can be read.
func FuzzWrite(f *testing.F) {
	f.Add(painted())
	f.Add(assemble("<</Kids [1 0 R]>>", "<</Pages 1 0 R>>"))
	f.Add(assemble("<<>>", "<</Pages 1 0 R>>"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		var out bytes.Buffer
		if finish.Write(&out, raw, book()) != nil {
			return
		}
		if _, err := object.Read(out.Bytes()); err != nil {
			t.Error(err)
		}
	})
}

// TestPackedFilesSayTheSameInLess: qpdf finds the same objects in them.
func TestPackedFilesSayTheSameInLess(t *testing.T) {
	plain, packed := book(), book()
	packed.Packed = true
	var files [2]string
	for i, b := range []finish.Book{plain, packed} {
		var out bytes.Buffer
		if err := finish.Write(&out, painted(), b); err != nil {
			t.Fatal(err)
		}
		files[i] = out.String()
	}
	if len(files[1]) >= len(files[0]) || strings.Contains(files[1], "\nxref\n") {
		t.Errorf("packed %d bytes, plain %d", len(files[1]), len(files[0]))
	}
	path := filepath.Join(t.TempDir(), "packed.pdf")
	if err := os.WriteFile(path, []byte(files[1]), 0o600); err != nil {
		t.Fatal(err)
	}
	unpacked, err := exec.Command("qpdf", "--qdf", "--object-streams=disable", path, "-").Output()
	if err != nil {
		t.Fatalf("qpdf (Debian's package qpdf): %v", err)
	}
	for _, mark := range []string{"/GTS_PDFX", "/Trapped /False", "/Type /OBJR", "/Lang (vi-VN)"} {
		if !bytes.Contains(unpacked, []byte(mark)) {
			t.Errorf("%s is lost", mark)
		}
	}
}
