package desk

import (
	"context"
	"slices"
	"strings"

	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/press"
)

// Variant is one way in which a story of an issue can stand on its pages, as
// the pages really come out with it.
type Variant struct {
	// What an editor wishes to have it so: all three are zero where the
	// make-up chooses.
	Columns  int
	Headline bulletin.HeadlineWish
	Photo    bulletin.SizeWish

	Now     bool // the issue is made up so
	Outline Outline
	Story   layout.Story
	Pages   int // of the issue
	Over    int // lines of the whole issue that find no room
	White   int // lines of one column that the whole issue leaves white
}

// Wish makes the variant what is wished of a story.
func (v Variant) Wish(s *bulletin.Slot) {
	s.Columns, s.HeadlineSize, s.PhotoSize = v.Columns, v.Headline, v.Photo
}

// Variants tells the variants of a story one after another, as they are found:
// first what the make-up chooses, then by columns, photo and headline. Two that
// look the same are told once. It ends early when ctx does.
func Variants(ctx context.Context, t *press.Trial, article bulletin.ID, tell func(Variant)) error {
	at := slices.IndexFunc(t.Issue().Slots, func(s bulletin.Slot) bool { return s.Article == article })
	if at < 0 {
		return nil
	}
	v := variants{trial: t, article: article, at: at, seen: map[appearance]bool{}}
	now := t.Issue().Slots[at]
	v.now = Variant{Columns: now.Columns, Headline: now.HeadlineSize, Photo: now.PhotoSize}
	auto, doc, err := v.try(Variant{})
	if err != nil || doc == nil {
		return err
	}
	tell(auto)
	photos := []bulletin.SizeWish{bulletin.SizeAuto}
	if v.pictured(doc) {
		photos = []bulletin.SizeWish{bulletin.SizeWide, bulletin.SizeColumn, bulletin.SizeSmall}
	}
	for columns := doc.Grid.Columns; columns >= 1; columns-- {
		for _, photo := range photos {
			for _, headline := range []bulletin.HeadlineWish{bulletin.HeadlineLarge, bulletin.HeadlineMedium, bulletin.HeadlineSmall} {
				if ctx.Err() != nil {
					return ctx.Err()
				}
				found, doc, err := v.try(Variant{Columns: columns, Headline: headline, Photo: photo})
				if err != nil {
					return err
				}
				if doc != nil && v.isNew(found) {
					tell(found)
				}
			}
		}
	}
	return nil
}

type variants struct {
	trial   *press.Trial
	article bulletin.ID
	at      int
	now     Variant
	seen    map[appearance]bool
}

// appearance is by what people tell two variants apart.
type appearance struct {
	columns, photos int
	headline, width layout.Length
}

// try lays the issue out with a variant; no document says that it cannot be
// had.
func (v *variants) try(w Variant) (Variant, *layout.Document, error) {
	doc, err := v.trial.Layout(func(s *bulletin.Issue) { w.Wish(&s.Slots[v.at]) })
	if err != nil {
		return w, nil, err
	}
	at := slices.IndexFunc(doc.Stories, func(s layout.Story) bool { return s.Article == v.article })
	if at < 0 {
		return w, nil, nil // a filler that is left out
	}
	w.Story = doc.Stories[at]
	if w.Columns > 0 && (w.Story.Columns != w.Columns || v.isUnmet(doc)) {
		return w, nil, nil
	}
	w.Now = w.Columns == v.now.Columns && w.Headline == v.now.Headline && w.Photo == v.now.Photo
	w.Outline = outlineOf(doc, w.Story)
	w.Pages = len(doc.Pages)
	for _, s := range doc.Stories {
		w.Over += s.Overset
	}
	for _, p := range doc.Pages {
		w.White += p.White
	}
	return w, doc, nil
}

// isUnmet reports whether the layout tells that it could not set the story so.
// Where the story stands is not what a variant wishes.
func (v *variants) isUnmet(doc *layout.Document) bool {
	return slices.ContainsFunc(doc.Findings, func(f bulletin.Finding) bool {
		return f.Where.Article == v.article && strings.HasPrefix(f.Rule, "wish_") && f.Rule != "wish_page" && f.Rule != "wish_no_jump"
	})
}

// isNew reports whether nothing that looks like a variant was told; one that
// is in force is always told.
func (v *variants) isNew(w Variant) bool {
	l := appearance{columns: w.Columns, photos: len(w.Outline.Photos), headline: w.Outline.Headline}
	for _, p := range w.Outline.Photos {
		l.width = max(l.width, p.Width)
	}
	fresh := !v.seen[l] || w.Now
	v.seen[l] = true
	return fresh
}

func (v *variants) pictured(doc *layout.Document) bool {
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			if p, is := item.(layout.Picture); is && p.Source.Article == v.article {
				return true
			}
		}
	}
	return false
}

// Outline is a page with one story on it, as lengths of the page.
type Outline struct {
	Page     layout.Size
	Heads    []layout.Rect // lines of the headline
	Photos   []layout.Rect
	Lines    []layout.Rect // of all other text
	Headline layout.Length // its type size; 0 for none
	Goes     int           // the page that the story goes on on, or 0
}

// outlineOf is the outline of a story's first page.
func outlineOf(doc *layout.Document, s layout.Story) Outline {
	o := Outline{Page: doc.Trim}
	if len(s.Continued) > 0 {
		o.Goes = s.Continued[0]
	}
	if s.FirstPage < 1 || s.FirstPage > len(doc.Pages) {
		return o
	}
	for _, item := range doc.Pages[s.FirstPage-1].Items {
		source, box, yes := boxOf(item)
		if !yes || source.Article != s.Article {
			continue
		}
		text, is := item.(layout.Text)
		switch {
		case !is:
			o.Photos = append(o.Photos, box)
		case source.Field == bulletin.FieldHeadline:
			o.Headline = max(o.Headline, text.Size)
			o.Heads = append(o.Heads, box)
		case source.Photo == "":
			o.Lines = append(o.Lines, box)
		}
	}
	return o
}
