package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/internal/real"
)

// realParagraphs are the lines of the real article that are its body, and
// captionLines those that are captions, counted from 1.
var (
	paragraphLines = []int{7, 9, 11, 15, 19}
	captionLines   = []int{13, 17}
)

type article struct {
	ID string `json:"id"`
	bulletin.Article
	Words int `json:"words"`
}

type importAnswer struct {
	Articles []struct {
		ID string `json:"id"`
	} `json:"articles"`
}

// importReal makes a drafts file with the real article and two photos.
func importReal(t *testing.T) (file, id string) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "real.bantin")
	mustRun(t, "new", file)
	out := mustRun(t, "import", file, real.Article(t), "--json",
		"--photo", real.Photo(t, "Garden.jpg"), "--photo", real.Photo(t, "exif-orientation6.jpg"))
	return file, fromJSON[importAnswer](t, out).Articles[0].ID
}

func realLines(t *testing.T) []string {
	t.Helper()
	raw, err := os.ReadFile(real.Article(t))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(raw), "\n")
	for i, line := range lines {
		lines[i] = strings.Join(strings.Fields(line), " ") // Fields splits at no-break spaces too
	}
	return lines
}

func TestRealArticleIsReadAsItIs(t *testing.T) {
	file, id := importReal(t)
	a := fromJSON[article](t, mustRun(t, "show", file, id[:6], "--json"))
	lines := realLines(t)
	line := func(n int) string { return lines[n-1] }

	check := func(what, got, want string) {
		t.Helper()
		if got != want {
			t.Errorf("%s\n got %q\nwant %q", what, got, want)
		}
	}
	check("theme banner", a.ThemeBanner, line(1))
	check("headline", a.Headline, line(3))
	check("standfirst", a.Standfirst, line(5))
	check("byline", a.Byline, "Mai Thắm")
	check("affiliation", a.Affiliation, "Trung tâm TT&VH Đầm Hà")

	var text, order []string
	for _, b := range a.Body {
		order = append(order, string(b.Kind))
		if b.Kind == bulletin.Paragraph {
			text = append(text, b.Text)
		}
	}
	check("order of the body", strings.Join(order, " "),
		"paragraph paragraph paragraph photo paragraph photo paragraph")
	for i, n := range paragraphLines {
		check("paragraph", text[i], line(n))
	}
	for i, n := range captionLines {
		photo := a.Photos[i]
		check("caption", photo.Caption, line(n))
		if photo.SHA256 == "" {
			t.Errorf("photo %d has no picture", i+1)
		}
	}
	if got := a.Photos[1]; got.WidthPx <= got.HeightPx {
		t.Errorf("the photo stored on its side came out %d×%d, not upright", got.WidthPx, got.HeightPx)
	}
}

func TestRealArticleComesOutWhole(t *testing.T) {
	file, id := importReal(t)
	out := filepath.Join(t.TempDir(), "page.pdf")
	report := fromJSON[map[string]any](t, mustRun(t, "export", file, "--article", id, "-o", out, "--json"))
	for _, key := range []string{"pages", "trim_mm", "profile", "pdf_bytes", "overset", "layout_ms", "paint_ms"} {
		if _, ok := report[key]; !ok {
			t.Errorf("export --json does not say %s", key)
		}
	}
	tool(t, "qpdf", "--check", out)
	text := strings.Join(strings.Fields(tool(t, "pdftotext", out, "-")), " ")
	at := 0
	for _, n := range paragraphLines {
		paragraph := realLines(t)[n-1]
		found := strings.Index(text[at:], paragraph)
		if found < 0 {
			t.Fatalf("line %d is not whole and in order in the PDF:\n%s\n\n%s", n, paragraph, text)
		}
		at += found + len(paragraph)
	}
	for _, font := range strings.Split(strings.TrimSpace(tool(t, "pdffonts", out)), "\n")[2:] {
		fields := strings.Fields(font)
		if len(fields) < 8 || fields[len(fields)-5] != "yes" || fields[len(fields)-4] != "yes" {
			t.Errorf("font not embedded and subset: %s", font)
		}
	}
}

func TestTwoExportsAreTheSameBytes(t *testing.T) {
	file, id := importReal(t)
	dir := t.TempDir()
	var files [2][]byte
	for i, name := range []string{"a.pdf", "b.pdf"} {
		path := filepath.Join(dir, name)
		mustRun(t, "export", file, "--article", id, "-o", path)
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[i] = raw
	}
	if string(files[0]) != string(files[1]) {
		t.Error("two exports of the same article differ")
	}
}

func TestTextPagesPrintInBlackInkOnly(t *testing.T) {
	file := filepath.Join(t.TempDir(), "plain.bantin")
	mustRun(t, "new", file)
	text := filepath.Join(t.TempDir(), "plain.txt")
	write(t, text, "Ra quân trồng cây đầu xuân\n\nSáng 5/2, hơn 200 người đã tham gia trồng cây dọc tuyến đê.\n\n"+
		strings.Repeat("Bà con các thôn mang theo cuốc xẻng từ sớm, mỗi tổ nhận một đoạn đê dài chừng trăm mét. ", 20)+"\n")
	id := fromJSON[importAnswer](t, mustRun(t, "import", file, text, "--json")).Articles[0].ID
	out := filepath.Join(t.TempDir(), "plain.pdf")
	mustRun(t, "export", file, "--article", id, "-o", out)
	ink := strings.Fields(tool(t, "gs", "-q", "-o", "-", "-sDEVICE=inkcov", out))
	if len(ink) < 4 || ink[0] != "0.00000" || ink[1] != "0.00000" || ink[2] != "0.00000" || ink[3] == "0.00000" {
		t.Errorf("a page of text alone has ink C M Y K = %v, want black only", ink)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
