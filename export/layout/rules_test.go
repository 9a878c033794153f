package layout_test

import (
	"fmt"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

// checkPages fails where something leaves its page or lies on something else.
func checkPages(t fataler, d *layout.Document) {
	t.Helper()
	for i, p := range d.Pages {
		var taken []layout.Rect
		for _, item := range p.Items {
			r, solid := extent(item)
			if r.X < -d.Bleed || r.Y < -d.Bleed || r.Right() > d.Trim.Width+d.Bleed || r.Bottom() > d.Trim.Height+d.Bleed {
				t.Fatalf("page %d: leaves the page: %v", i+1, describe(item))
			}
			if !solid {
				continue
			}
			for _, other := range taken {
				if overlap(r, other) {
					t.Fatalf("page %d: %s lies on something at %v", i+1, describe(item), other)
				}
			}
			taken = append(taken, r)
		}
	}
}

type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// extent is the area of an item; fills are grounds and rules, under others. A
// text counts from its x-height to its baseline, without a space at its end.
func extent(item layout.Item) (r layout.Rect, solid bool) {
	switch it := item.(type) {
	case layout.Text:
		w := width(it)
		if n := len(it.Glyphs); n > 0 && it.Glyphs[n-1].Rune == ' ' {
			w -= it.Glyphs[n-1].Advance
		}
		return layout.Rect{X: it.X, Y: it.Y - it.Size/2, Width: w, Height: it.Size / 2}, true
	case layout.Picture:
		return it.Box, true
	case layout.Fill:
		return it.Box, false
	}
	panic("unknown item")
}

// overlap leaves a hundredth of a point for kerning between faces.
func overlap(a, b layout.Rect) bool {
	const touch = layout.Point / 100
	return a.X+touch < b.Right() && b.X+touch < a.Right() && a.Y+touch < b.Bottom() && b.Y+touch < a.Bottom()
}

func describe(item layout.Item) string {
	if t, ok := item.(layout.Text); ok {
		return fmt.Sprintf("%q %s at %s,%s", text(t), t.Source.Field, pt(t.X), pt(t.Y))
	}
	return fmt.Sprintf("%T %+v", item, item)
}

// place is one text of an article.
type place struct {
	article bulletin.ID
	field   bulletin.Field
	block   int
	photo   string
}

// printed collects what stands on the pages for each text, in page order.
func printed(d *layout.Document) map[place]string {
	out := map[place]string{}
	for _, p := range d.Pages {
		for _, item := range p.Items {
			if t, ok := item.(layout.Text); ok && t.Source.Field != "" {
				s := t.Source
				if s.Photo != "" {
					s.Block = -1
				}
				out[place{s.Article, s.Field, s.Block, s.Photo}] += text(t)
			}
		}
	}
	return out
}

// checkText fails where a word of the article is lost, doubled or out of
// order. words says whether spaces must agree too (no word was broken).
func checkText(t fataler, d *layout.Document, id bulletin.ID, a bulletin.Article, words bool) {
	t.Helper()
	got := printed(d)
	check := func(p place, want string) {
		t.Helper()
		want, have := strings.Join(strings.Fields(bulletin.Plain(want)), " "), got[p]
		if !words {
			strip := strings.NewReplacer(" ", "", "-", "")
			want, have = strip.Replace(want), strip.Replace(have)
		}
		if have != want {
			t.Fatalf("%+v:\n got %q\nwant %q", p, have, want)
		}
	}
	for field, want := range map[bulletin.Field]string{
		bulletin.FieldKicker: a.Kicker, bulletin.FieldHeadline: a.Headline, bulletin.FieldDeck: a.Deck,
		bulletin.FieldByline: a.Byline, bulletin.FieldAffiliation: a.Affiliation, bulletin.FieldDateline: a.Dateline,
	} {
		check(place{id, field, -1, ""}, bulletin.MarkPlain(want))
	}
	check(place{id, bulletin.FieldStandfirst, -1, ""}, a.Standfirst)
	for i, b := range a.Body {
		if b.Kind != bulletin.PhotoAnchor {
			check(place{id, bulletin.FieldBody, i, ""}, b.Text)
		}
	}
	for _, p := range a.Photos {
		check(place{id, bulletin.FieldCaption, -1, p.ID}, p.Caption)
	}
	checkOrder(t, d, id)
}

// checkOrder fails where body blocks do not follow each other in the reading.
func checkOrder(t fataler, d *layout.Document, id bulletin.ID) {
	t.Helper()
	block, offset := -1, -1
	for _, p := range d.Pages {
		for _, item := range p.Items {
			s, ok := item.(layout.Text)
			if !ok || s.Source.Article != id || s.Source.Field != bulletin.FieldBody {
				continue
			}
			if s.Source.Block < block || s.Source.Block == block && s.Source.Offset < offset {
				t.Fatalf("block %d offset %d comes after block %d offset %d", s.Source.Block, s.Source.Offset, block, offset)
			}
			block, offset = s.Source.Block, s.Source.Offset
		}
	}
}

// checkHeadline fails where the end of a headline stands on a page without
// anything of its story's body.
func checkHeadline(t fataler, d *layout.Document, id bulletin.ID) {
	t.Helper()
	headline, body := 0, map[int]bool{}
	for i, p := range d.Pages {
		for _, item := range p.Items {
			switch it := item.(type) {
			case layout.Picture:
				body[i+1] = body[i+1] || it.Source.Article == id
			case layout.Text:
				if it.Source.Part == layout.PartContents {
					continue
				}
				switch it.Source.Field {
				case bulletin.FieldHeadline:
					if it.Source.Article == id {
						headline = i + 1
					}
				case bulletin.FieldBody, bulletin.FieldCaption, bulletin.FieldDateline, bulletin.FieldByline, "":
					body[i+1] = body[i+1] || it.Source.Article == id
				}
			}
		}
	}
	if headline > 0 && len(body) > 0 && !body[headline] {
		for page, has := range body {
			if has {
				t.Fatalf("story %s: headline on page %d, body on page %d only", id, headline, page)
			}
		}
	}
}

func TestOursKeepsTheRules(t *testing.T) {
	a := planting()
	d := article(t, a)
	checkPages(t, d)
	checkText(t, d, "bai", a, true)
	i := issue(t, number4(), a, a)
	checkPages(t, i)
	checkText(t, i, "bai1", a, true)
	checkText(t, i, "bai2", a, true)
}
