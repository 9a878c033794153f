package press

import (
	"math"

	"bantin/bulletin"
	"bantin/export/layout"
)

// Makeup says how the pages look and why, in the unit of layout.Badness: one
// blank line of one column is 1.
type Makeup struct {
	Badness float64      `json:"badness"`
	Pages   []PageMakeup `json:"pages"` // page 0 is the issue as a whole
}

// PageMakeup is what an editor would object to on one page, in the order of
// the page.
type PageMakeup struct {
	Page    int          `json:"page"`
	Badness float64      `json:"badness"`
	Flaws   []FlawMakeup `json:"flaws"`
}

// FlawMakeup is one objection. Its words are flaw.NAME in the catalogue.
type FlawMakeup struct {
	Flaw    layout.Flaw `json:"flaw"`
	Article bulletin.ID `json:"article,omitempty"`
	Badness float64     `json:"badness"`
}

// StoryMakeup is how one story came out.
type StoryMakeup struct {
	Article   bulletin.ID `json:"article"`
	Headline  string      `json:"headline"`
	FirstPage int         `json:"first_page"`
	LastPage  int         `json:"last_page"`
	Continued []int       `json:"continued,omitempty"` // the pages that it goes on on
	Columns   int         `json:"columns"`
	Lines     int         `json:"lines"`   // of body text
	Overset   int         `json:"overset"` // lines that found no room
	Copyfit   int         `json:"copyfit"` // lines over its place, or, negative, under
	Badness   float64     `json:"badness"`
}

// makeupOf tells how a document came out.
func makeupOf(doc *layout.Document) (Makeup, []StoryMakeup) {
	m := Makeup{Badness: inLines(doc.Badness()), Pages: []PageMakeup{}}
	for page := range len(doc.Pages) + 1 {
		p := PageMakeup{Page: page, Badness: inLines(doc.PageBadness(page)), Flaws: []FlawMakeup{}}
		for _, f := range doc.Faults {
			if f.Page == page {
				p.Flaws = append(p.Flaws, FlawMakeup{f.Flaw, f.Article, inLines(f.Badness)})
			}
		}
		if page > 0 || len(p.Flaws) > 0 {
			m.Pages = append(m.Pages, p)
		}
	}
	stories := make([]StoryMakeup, 0, len(doc.Stories))
	for _, s := range doc.Stories {
		stories = append(stories, StoryMakeup{
			Article: s.Article, Headline: s.Headline, FirstPage: s.FirstPage, LastPage: s.LastPage,
			Continued: s.Continued, Columns: s.Columns, Lines: s.Lines, Overset: s.Overset, Copyfit: s.Copyfit,
			Badness: inLines(doc.StoryBadness(s.Article)),
		})
	}
	return m, stories
}

func inLines(b layout.Badness) float64 { return math.Round(b.Lines()*100) / 100 }
