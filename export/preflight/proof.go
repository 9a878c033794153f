package preflight

import (
	"slices"
	"strings"

	"bantin/assets/rules"
	"bantin/bulletin"
	"bantin/export/layout"
)

// proof is an Input with what several rules need of it, found once.
type proof struct {
	Input
	law    rules.Set
	lawful bool // whether there is any law to go by
	spots  map[spot][]placed
	photos map[photoKey]int // page of each placed photo, 1 for the first
}

// spot is a text of an article, or a photo of it.
type spot struct {
	article bulletin.ID
	field   bulletin.Field
	block   int
	photo   string
}

type photoKey struct {
	article bulletin.ID
	photo   string
}

// placed says on which page the text from an offset on stands.
type placed struct{ offset, page int }

func newProof(in Input) *proof {
	if in.Document == nil {
		in.Document = &layout.Document{}
	}
	if in.Purpose == "" {
		in.Purpose = Print
	}
	p := &proof{Input: in, spots: map[spot][]placed{}, photos: map[photoKey]int{}}
	p.law, p.lawful = rules.For(in.Day, slices.Concat(in.Rules, in.Kept, rules.Shipped()))
	p.each(func(page int, item layout.Item) {
		switch it := item.(type) {
		case layout.Text:
			at := spotOf(it.Source)
			p.spots[at] = append(p.spots[at], placed{it.Source.Offset, page})
			p.sees(it.Source, page)
		case layout.Picture:
			p.sees(it.Source, page)
		}
	})
	return p
}

func spotOf(s layout.Source) spot { return spot{s.Article, s.Field, s.Block, s.Photo} }

// sees notes the first page on which something of a photo stands.
func (p *proof) sees(s layout.Source, page int) {
	key := photoKey{s.Article, s.Photo}
	if _, known := p.photos[key]; s.Photo != "" && !known {
		p.photos[key] = page
	}
}

// each walks everything on the pages; page is 1 for the first.
func (p *proof) each(visit func(page int, item layout.Item)) {
	for i := range p.Document.Pages {
		for _, item := range p.Document.Pages[i].Items {
			visit(i+1, item)
		}
	}
}

// pageOf is where a place stands: the page of its photo, of its text, else of
// its story's beginning; 0 where it stands nowhere.
func (p *proof) pageOf(w bulletin.Place) int {
	page, offset := 0, 0
	for _, at := range p.spots[spot{w.Article, w.Field, w.Block, w.Photo}] {
		if page == 0 || at.offset <= w.Offset && at.offset > offset {
			page, offset = at.page, at.offset
		}
	}
	if page == 0 {
		page = p.photos[photoKey{w.Article, w.Photo}]
	}
	if page == 0 && w.Article != "" {
		page = p.storyPage(w.Article, 1)
	}
	return page
}

// storyPage is the page on which a story begins for the nth time.
func (p *proof) storyPage(id bulletin.ID, nth int) int {
	for _, s := range p.Document.Stories {
		if s.Article == id {
			if nth--; nth == 0 {
				return s.FirstPage
			}
		}
	}
	return 0
}

// distinct lists the stories that can be read, each once.
func (p *proof) distinct() []*Story {
	var out []*Story
	seen := map[bulletin.ID]bool{}
	for i := range p.Stories {
		s := &p.Stories[i]
		if !s.Missing && !seen[s.ID] {
			seen[s.ID] = true
			out = append(out, s)
		}
	}
	return out
}

// printed lists those that the pages have: an issue leaves out what was deleted.
func (p *proof) printed() []*Story {
	return slices.DeleteFunc(p.distinct(), func(s *Story) bool { return s.Deleted && p.Issue != nil })
}

// hits makes a hit of each story that a rule objects to.
func (p *proof) hits(objects func(*Story) bool, fix bulletin.Fix) []hit {
	var out []hit
	for _, s := range p.distinct() {
		if objects(s) {
			out = append(out, p.storyHit(s, fix))
		}
	}
	return out
}

func (p *proof) storyHit(s *Story, fix bulletin.Fix) hit {
	if p.Issue == nil {
		fix = "" // there is no issue to mend
	}
	return hit{
		where: bulletin.Place{Article: s.ID, Block: -1, Page: p.storyPage(s.ID, 1)},
		args:  bulletin.Args{"headline": nameOf(&s.Article)},
		fix:   fix,
	}
}

// longestQuote is how many letters of a text a finding quotes.
const longestQuote = 60

// nameOf is what a story is called: its headline, or the first words that it
// has.
func nameOf(a *bulletin.Article) string {
	texts := []string{a.Headline, a.Standfirst}
	for _, b := range a.Body {
		texts = append(texts, b.Text)
	}
	for _, text := range texts {
		if text = strings.TrimSpace(bulletin.Plain(text)); text != "" {
			return shortened(text)
		}
	}
	return "…"
}

func shortened(text string) string {
	runes := []rune(text)
	if len(runes) <= longestQuote {
		return text
	}
	return string(runes[:longestQuote-1]) + "…"
}
