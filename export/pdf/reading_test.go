package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/export/pdf"
)

// TestFolioPartsNoParagraph reads pages as poppler does by default, by where
// things stand and not by their order in the file: paragraphs that go from
// the left column to the right one come out whole, the folio after them.
func TestFolioPartsNoParagraph(t *testing.T) {
	for _, affiliation := range []string{"", "Trung tâm Văn hóa – Thông tin xã Tân Lập"} {
		doc := counted(t, affiliation)
		path, _ := write(t, doc, nil, pdf.Print)
		next := 1
		for page := range doc.Pages {
			n := fmt.Sprint(page + 1)
			got := strings.Fields(tool(t, "pdftotext", "-f", n, "-l", n, path, "-"))
			folio := strings.Fields(affiliation + " Trang " + n)
			body := got[:len(got)-len(folio)]
			if strings.Join(got[len(body):], " ") != strings.Join(folio, " ") {
				t.Fatalf("page %s does not end with its folio but with %q", n, got[len(body):])
			}
			for _, word := range body {
				if word != fmt.Sprintf("tiếng%d", next) {
					t.Fatalf("page %s reads %q where tiếng%d should follow", n, word, next)
				}
				next++
			}
		}
	}
}

// counted is an article of several pages in long paragraphs of numbered words.
func counted(t *testing.T, affiliation string) *layout.Document {
	t.Helper()
	const words, paragraph = 2600, 230
	var a bulletin.Article
	for first := 1; first <= words; first += paragraph {
		var text []string
		for i := range paragraph {
			text = append(text, fmt.Sprintf("tiếng%d", first+i))
		}
		a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: strings.Join(text, " ")})
	}
	style, err := styles.ByName(styles.DefaultIssue)
	if err != nil {
		t.Fatal(err)
	}
	article := layout.Piece{ID: "bai", Article: a}
	if affiliation == "" {
		doc, err := layout.Article(article, style)
		return ended(t, doc, err)
	}
	article.Article.Affiliation = affiliation
	doc, err := layout.Article(article, style)
	return withoutByline(ended(t, doc, err))
}

func ended(t *testing.T, doc *layout.Document, err error) *layout.Document {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Pages) < 3 {
		t.Fatalf("%d pages are too few to see left and right ones", len(doc.Pages))
	}
	return doc
}

// withoutByline leaves the affiliation in the folio alone.
func withoutByline(doc *layout.Document) *layout.Document {
	last := &doc.Pages[len(doc.Pages)-1]
	var rest []layout.Item
	for _, item := range last.Items {
		if text, ok := item.(layout.Text); ok && text.Source.Field == bulletin.FieldAffiliation {
			continue
		}
		rest = append(rest, item)
	}
	last.Items = rest
	return doc
}
