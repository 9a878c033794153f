package pdf_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/export/pdf"
)

// realArticle lays out the real article with real photos in the usual style.
func realArticle(t testing.TB) (*layout.Document, layout.PhotoSource) {
	t.Helper()
	style, err := styles.ByName(styles.DefaultArticle)
	if err != nil {
		t.Fatal(err)
	}
	return realArticleIn(t, style)
}

func realArticleIn(t testing.TB, style styles.Style) (*layout.Document, layout.PhotoSource) {
	t.Helper()
	article, photos := realDraft(t)
	doc, err := layout.Article(layout.Piece{ID: bulletin.ID("0123456789abcdef"), Article: article}, style)
	if err != nil {
		t.Fatal(err)
	}
	return doc, photos
}

func TestRealArticleWholeAndInOrder(t *testing.T) {
	doc, photos := realArticle(t)
	path, raw := write(t, doc, photos, pdf.Print)
	tool(t, "qpdf", "--check", path)
	fontsAreSubsets(t, path)
	got := strings.Join(strings.Fields(tool(t, "pdftotext", "-raw", path, "-")), " ")
	if want := strings.Join(strings.Fields(textOf(doc)), " "); got != want {
		t.Errorf("the file reads\n%s\nwant\n%s", got, want)
	}
	if keep := os.Getenv("BANTIN_KEEP"); keep != "" {
		os.WriteFile(filepath.Join(keep, "article.pdf"), raw, 0o644)
	}
}

// textOf reads a document's text off its pages; what does not go on where the
// text before it ended begins a new word.
func textOf(doc *layout.Document) string {
	var b strings.Builder
	for _, page := range doc.Pages {
		var pen [2]layout.Length
		for _, item := range page.Items {
			if text, ok := item.(layout.Text); ok {
				if pen != [2]layout.Length{text.X, text.Y} {
					b.WriteByte('\n')
				}
				pen = [2]layout.Length{text.X, text.Y}
				for _, g := range text.Glyphs {
					b.WriteRune(g.Rune)
					pen[0] += g.Advance
				}
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}
