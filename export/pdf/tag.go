package pdf

import (
	"strconv"
	"strings"

	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/export/pdf/finish"
)

// tagger notes for those who have the pages read aloud what each thing on them
// is, in reading order, as a tree: the document, its stories, their headings,
// paragraphs and figures (ISO 32000-1, 14.7 and 14.8). What is painted of one
// element on one page, up to where something else comes between, is one
// stretch of the page with a number.
type tagger struct {
	root    *finish.Element
	stories map[bulletin.ID]*finish.Element
	known   map[tagKey]*finish.Element
	levels  int    // heading levels above those of stories
	page    int    // being painted, from 0
	next    int    // number of the next stretch on it
	key     tagKey // of the open stretch
	open    bool   // whether there is one
	last    layout.Text
}

// tagKey tells elements apart.
type tagKey struct {
	kind    string
	article bulletin.ID
	field   bulletin.Field
	block   int
	photo   string
	part    layout.Part
	link    int // index of a link, or -1
}

// artifact is the kind of what is no content: rules, grounds, folios.
const artifact = "Artifact"

func newTagger(doc *layout.Document) *tagger {
	t := &tagger{
		root:    &finish.Element{Kind: "Document"},
		stories: map[bulletin.ID]*finish.Element{}, known: map[tagKey]*finish.Element{},
	}
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			if text, ok := item.(layout.Text); ok && text.Source.Part == layout.PartNameplate {
				t.levels = 1 // the bulletin's name is the first heading
			}
		}
	}
	return t
}

// tag begins the stretch that an item belongs to, if it is not open yet.
func (p *painter) tag(item layout.Item) {
	if p.tags == nil {
		return
	}
	key, alt := p.keyOf(item)
	t := p.tags
	last := t.last
	if text, ok := item.(layout.Text); ok && key.link >= 0 {
		link := &p.links[key.link]
		if link.says != "" && apart(last, text) {
			link.says += " "
		}
		link.says += wordsOf(text)
	}
	if goesOn := t.goesOn(item); goesOn && t.open && t.key == key {
		p.part(last, item)
		return
	}
	p.endTag()
	t.key, t.open = key, true
	if key.kind == artifact {
		p.content.WriteString("/Artifact BMC\n")
		return
	}
	element := t.element(key)
	if alt != "" {
		element.Alt = alt
	}
	element.Kids = append(element.Kids, finish.Stretch{Page: t.page, Number: t.next})
	p.content.WriteString("/" + element.Kind + " <</MCID " + strconv.Itoa(t.next) + ">> BDC\n")
	t.next++
}

// part puts a space between two texts of one element that have none, such as
// two lines of a headline, and that do not follow each other in the same word:
// who reads the element, reads them as one.
func (p *painter) part(last layout.Text, next layout.Item) {
	text, ok := next.(layout.Text)
	if !ok || p.tags.key.kind == artifact || !apart(last, text) {
		return
	}
	last.X, last.Glyphs = endOf(last), []layout.Glyph{{Rune: ' '}}
	_ = p.text(last) // in a face that is known, since it has just been painted with
}

// apart reports whether two texts, one painted after the other, are not parts
// of one word and have no space between them.
func apart(last, text layout.Text) bool {
	n := len(last.Glyphs)
	if n == 0 || last.Glyphs[n-1].Rune == ' ' {
		return false
	}
	sameLine := text.Y == last.Y && text.X-endOf(last) < last.Size/10
	sameWord := last.Source.Offset > 0 && text.Source.Offset == last.Source.Offset+n
	return !sameLine && !sameWord
}

// goesOn reports whether an item is one with the last one of the same key. The
// issue's own words, such as those of the nameplate, have no places in a text
// that tell them apart: they are one as long as they look alike and no line is
// missing between them.
func (t *tagger) goesOn(item layout.Item) bool {
	text, isText := item.(layout.Text)
	last := t.last
	t.last = text
	switch {
	case !isText:
		return t.key.kind == artifact
	case text.Source.Article != "" || t.key.kind == artifact:
		return true
	case text.Y == last.Y:
		return text.X-endOf(last) < text.Size
	}
	return text.Face == last.Face && text.Size == last.Size && text.Y > last.Y && text.Y-last.Y < 2*text.Size
}

func endOf(t layout.Text) layout.Length {
	x := t.X
	for _, g := range t.Glyphs {
		x += g.Advance
	}
	return x
}

// endTag ends the open stretch.
func (p *painter) endTag() {
	if p.tags == nil || !p.tags.open {
		return
	}
	p.tags.open = false
	p.content.WriteString("EMC\n")
}

// turnTo begins a page.
func (t *tagger) turnTo(page int) {
	if t != nil {
		t.page, t.next = page, 0
	}
}

func (p *painter) keyOf(item layout.Item) (key tagKey, alt string) {
	switch item := item.(type) {
	case layout.Text:
		s := item.Source
		if s.Part == layout.PartFolio {
			return tagKey{kind: artifact, link: -1}, ""
		}
		if s.Part == layout.PartContents {
			s.Article = "" // it speaks of the story, and is no part of it
		}
		key = tagKey{article: s.Article, field: s.Field, block: s.Block, photo: s.Photo, part: s.Part, link: p.linkAt(p.tags.page, item)}
		key.kind = p.tags.kindOf(key)
		return key, ""
	case layout.Picture:
		s := item.Source
		return tagKey{kind: "Figure", article: s.Article, block: s.Block, photo: s.Photo, link: -1}, item.Alt
	}
	return tagKey{kind: artifact, link: -1}, ""
}

// kindOf is the standard structure type of a text (ISO 32000-1, 14.8.4).
func (t *tagger) kindOf(key tagKey) string {
	switch {
	case key.link >= 0:
		return "Link"
	case key.part == layout.PartNameplate:
		return heading(1)
	case key.field == bulletin.FieldHeadline:
		return heading(t.levels + 1)
	case key.part == layout.PartCrosshead:
		return heading(t.levels + 2)
	case key.part == layout.PartQuote:
		return "BlockQuote"
	case key.field == bulletin.FieldCaption || key.field == bulletin.FieldCredit:
		return "Caption"
	}
	return "P"
}

func heading(level int) string { return "H" + strconv.Itoa(level) }

// element is that of a key. A story's paragraph that goes on in another column
// or on another page is one element; what belongs to the issue begins anew
// each time.
func (t *tagger) element(key tagKey) *finish.Element {
	if found := t.known[key]; found != nil && (key.article != "" || key.part == layout.PartContents) {
		return found
	}
	e := &finish.Element{Kind: key.kind}
	t.known[key] = e
	above := t.storyOf(key.article)
	if key.link >= 0 { // which stands in a line
		e.Kids = append(e.Kids, finish.LinkArea(key.link))
		line := &finish.Element{Kind: "P"}
		above.Kids = append(above.Kids, line)
		above = line
	}
	above.Kids = append(above.Kids, e)
	return e
}

func (t *tagger) storyOf(id bulletin.ID) *finish.Element {
	if id == "" {
		return t.root
	}
	story := t.stories[id]
	if story == nil {
		story = &finish.Element{Kind: "Art"}
		t.stories[id] = story
		t.root.Kids = append(t.root.Kids, story)
	}
	return story
}

// structure is the whole tree. Areas to click on without a text of their own
// come at its end.
func (p *painter) structure() *finish.Element {
	for i, link := range p.links {
		if link.says == "" {
			area := &finish.Element{Kind: "Link", Kids: []finish.Kid{finish.LinkArea(i)}}
			p.tags.root.Kids = append(p.tags.root.Kids, &finish.Element{Kind: "P", Kids: []finish.Kid{area}})
		}
	}
	return p.tags.root
}

func wordsOf(t layout.Text) string {
	var b strings.Builder
	for _, g := range t.Glyphs {
		b.WriteRune(g.Rune)
	}
	return b.String()
}
