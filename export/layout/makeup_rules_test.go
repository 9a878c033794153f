package layout_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"

	"pgregory.net/rapid"
)

// checkJumps fails where "Xem tiếp trang N" and "Tiếp theo trang N" do not
// agree with each other, with the links, and with where the story stands.
func checkJumps(t fataler, d *layout.Document) {
	t.Helper()
	type jump struct {
		article  bulletin.ID
		from, to int
	}
	going, coming := map[jump]int{}, map[jump]int{}
	for i, p := range d.Pages {
		jumps := 0
		for _, item := range p.Items {
			s, ok := item.(layout.Text)
			if !ok || s.Source.Part != layout.PartJump {
				continue
			}
			var page int
			switch words := strings.TrimSpace(text(s)); {
			case scan(words, "(Xem tiếp trang %d)", &page):
				going[jump{s.Source.Article, i + 1, page}]++
			case scan(words, "(Tiếp theo trang %d)", &page):
				coming[jump{s.Source.Article, page, i + 1}]++
			default:
				continue // the short headline
			}
			jumps++
		}
		if listed := len(contentsOf(d, i)); len(p.Links) != jumps+listed {
			t.Fatalf("page %d: %d links for %d jumps and %d entries of the contents", i+1, len(p.Links), jumps, listed)
		}
	}
	for _, s := range d.Stories {
		from := s.FirstPage
		for _, to := range s.Continued {
			j := jump{s.Article, from, to}
			if going[j] != 1 || coming[j] != 1 {
				t.Fatalf("%+v from page %d to %d: said %d and %d times", s, from, to, going[j], coming[j])
			}
			delete(going, j)
			delete(coming, j)
			from = to
		}
		if from != s.LastPage {
			t.Fatalf("%s ends on page %d, not %d", s.Article, s.LastPage, from)
		}
	}
	if len(going)+len(coming) > 0 {
		t.Fatalf("jumps that no story makes: %v %v", going, coming)
	}
}

func scan(words, format string, page *int) bool {
	n, err := fmt.Sscanf(words, format, page)
	return err == nil && n == 1
}

// checkWidows fails where a column begins or ends with a single line of a
// longer paragraph.
func checkWidows(t fataler, d *layout.Document) {
	t.Helper()
	type block struct {
		article bulletin.ID
		block   int
	}
	runs := map[block][]int{} // lines in each column, in order
	var last block
	var lastY layout.Length
	lastPage := -1
	for i, p := range d.Pages {
		for _, item := range p.Items {
			s, ok := item.(layout.Text)
			if !ok || s.Source.Field != bulletin.FieldBody || s.Source.Part != "" {
				continue
			}
			b := block{s.Source.Article, s.Source.Block}
			switch {
			case b != last || lastPage != i || s.Y < lastY:
				runs[b] = append(runs[b], 1)
			case s.Y > lastY:
				runs[b][len(runs[b])-1]++
			}
			last, lastY, lastPage = b, s.Y, i
		}
	}
	for b, lines := range runs {
		if len(lines) < 2 {
			continue
		}
		for _, n := range lines {
			if n < 2 {
				t.Fatalf("%v stands in columns of %v lines", b, lines)
			}
		}
	}
}

// randomIssue has wishes of every kind, those that cannot be met among them.
func randomIssue(r *rapid.T) (bulletin.Issue, []layout.Piece) {
	n := number4()
	n.PageMultiple = rapid.SampledFrom([]int{0, 0, 2, 4}).Draw(r, "multiple")
	var pieces []layout.Piece
	for i := range rapid.IntRange(0, 9).Draw(r, "stories") {
		id := bulletin.ID(fmt.Sprintf("bai%d", i+1))
		pieces = append(pieces, layout.Piece{ID: id, Article: randomArticle(r)})
		slot := bulletin.Slot{Article: id}
		if rapid.IntRange(0, 2).Draw(r, "wish") == 0 {
			slot.Page = rapid.SampledFrom([]int{0, 0, 1, 2, 3, 50}).Draw(r, "page")
			slot.Columns = rapid.SampledFrom([]int{0, 0, 1, 2, 3, 9}).Draw(r, "columns")
			slot.Lead, slot.Filler = rapid.Bool().Draw(r, "lead"), rapid.Bool().Draw(r, "filler")
			slot.NoJump = rapid.Bool().Draw(r, "no jump")
			slot.HeadlineSize = rapid.SampledFrom([]bulletin.HeadlineWish{"", "large", "medium", "small", "odd"}).Draw(r, "headline")
			slot.PhotoSize = rapid.SampledFrom([]bulletin.SizeWish{"", "small", "column", "wide", "odd"}).Draw(r, "photo")
		}
		n.Slots = append(n.Slots, slot)
	}
	for range rapid.IntRange(0, 2).Draw(r, "holes") {
		n.Holes = append(n.Holes, bulletin.Hole{
			Page: rapid.IntRange(-1, 4).Draw(r, "hole page"), Columns: rapid.IntRange(0, 4).Draw(r, "hole columns"), Rows: rapid.IntRange(0, 90).Draw(r, "hole rows"),
		})
	}
	n.Normalize()
	return n, pieces
}

// TestRandomIssuesInEveryStyle makes up a thousand issues in CI and a tenth of
// that elsewhere.
func TestRandomIssuesInEveryStyle(t *testing.T) {
	rounds := 1
	if os.Getenv("CI") != "" && !testing.Short() {
		rounds = 10
	}
	names := styles.Names()
	for round := range rounds {
		t.Run(fmt.Sprint(round), func(t *testing.T) {
			rapid.Check(t, func(r *rapid.T) {
				s := style(t, rapid.SampledFrom(names).Draw(r, "style"))
				n, pieces := randomIssue(r)
				d, err := layout.Issue(n, pieces, s)
				if err != nil {
					r.Fatal(err)
				}
				checkPages(r, d)
				checkJumps(r, d)
				checkContents(r, d, pageOfContents(s))
				if len(findings(d, "overset")) == 0 {
					checkWidows(r, d)
				}
				for _, p := range pieces {
					if leftOut(d, p.ID) {
						continue
					}
					checkText(r, d, p.ID, p.Article, false)
					checkHeadline(r, d, p.ID)
				}
				var known layout.Memory
				for range 2 {
					again, err := known.Issue(n, pieces, s)
					if err != nil {
						r.Fatal(err)
					}
					if dump(again) != dump(d) {
						r.Fatalf("the same issue gave other pages")
					}
				}
			})
		})
	}
}
