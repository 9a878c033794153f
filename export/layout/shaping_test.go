package layout_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"bantin/assets/fonts"
	"bantin/bulletin"
	"bantin/export/layout"
)

// shaped is a glyph as hb-shape tells of it, in font units.
type shaped struct {
	Advance int64 `json:"ax"`
	Cluster int   `json:"cl"`
}

// harfbuzz shapes a word as the layout means to: kerning, and each letter its
// own glyph.
func harfbuzz(t *testing.T, file, word string) []shaped {
	t.Helper()
	const features = "kern,-liga,-clig,-dlig,-rlig,-calt,-rclt,-ccmp,-locl,-mark,-mkmk"
	command := exec.Command("hb-shape", "--output-format=json", "--no-glyph-names", "--features="+features,
		"--script=latn", "--language=vi", file, word)
	command.Env = append(os.Environ(), "LC_ALL=C.UTF-8") // by which it reads its arguments
	out, err := command.Output()
	if err != nil {
		t.Fatalf("hb-shape %s: %v", word, err)
	}
	var glyphs []shaped
	if err := json.Unmarshal(out, &glyphs); err != nil {
		t.Fatal(err)
	}
	return glyphs
}

// TestKerningIsHarfBuzzs compares the letters of a line with HarfBuzz itself,
// in every face.
func TestKerningIsHarfBuzzs(t *testing.T) {
	if _, err := exec.LookPath("hb-shape"); err != nil {
		t.Fatal("This test needs hb-shape: install the package libharfbuzz-bin.")
	}
	words := strings.Fields("Tết trồng cây Trang Ta, AVATAR “Việt” Vũ Yên Từ. Đầm LỚP fjord kỷ")
	dir := t.TempDir()
	for _, face := range fonts.Faces() {
		file := filepath.Join(dir, string(face)+".ttf")
		if err := os.WriteFile(file, face.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		s := style(t, "a4-article")
		s.Types.Kicker.Face, s.Types.Kicker.Size = face, 10_000
		d, err := layout.Article(layout.Piece{ID: "bai", Article: bulletin.Article{Kicker: strings.Join(words, " ")}}, s)
		if err != nil {
			t.Fatal(err)
		}
		letters, advances := []rune{}, []layout.Length{}
		for _, item := range d.Pages[0].Items {
			if set, ok := item.(layout.Text); ok && set.Source.Field == bulletin.FieldKicker {
				for _, g := range set.Glyphs {
					letters, advances = append(letters, g.Rune), append(advances, g.Advance)
				}
			}
		}
		at := 0
		for _, word := range words {
			for i, g := range harfbuzz(t, file, word) {
				// Units of 1/1000 em are thousandths of a point times ten.
				if want := layout.Length(g.Advance * 10); letters[at] != []rune(word)[i] || abs(advances[at]-want) > 1 {
					t.Errorf("%s: %q in %s is %d wide, HarfBuzz says %d", face, letters[at], word, advances[at], want)
				}
				at++
			}
			at++ // the space
		}
	}
}

func abs(l layout.Length) layout.Length { return max(l, -l) }
