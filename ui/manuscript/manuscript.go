// Package manuscript is an article as it is written: one sheet of blocks with
// a caret, changed by edits that can be taken back. It is pure: no window, no
// file, no clock but the one it is given.
package manuscript

import (
	"time"

	"bantin/bulletin"
)

// Manuscript is the sheet. It is not safe for concurrent use.
type Manuscript struct {
	blocks  []*Block
	sel     Selection
	pen     *Style // of what is typed next, where the person has chosen one
	words   int    // -1 when not counted
	held    *Block // that one writes in while something comes beside it
	history history

	// Now tells the time; typing that runs on is taken back in one step.
	Now func() time.Time
	// OnEdit, if set, hears of every change, in order, right after it.
	OnEdit func(Edited)
}

// Edited says what a change did: blocks [Block, Block+Out) were replaced by
// the In blocks that stand there now; where Text is set it is the one block's
// text, of which [At, At+Removed) was replaced by Inserted letters.
type Edited struct {
	Block, Out, In        int
	Text                  bool
	At, Removed, Inserted int
}

// New makes the sheet of an article. Nothing of the article's texts and photos
// is lost; an empty body is one empty paragraph.
func New(a *bulletin.Article) *Manuscript {
	m := &Manuscript{words: -1, Now: time.Now}
	for _, f := range headFields(a) {
		m.blocks = append(m.blocks, newBlock(f.kind, *f.text))
	}
	m.readBody(a)
	for _, f := range footFields(a) {
		m.blocks = append(m.blocks, newBlock(f.kind, *f.text))
	}
	at := Place{Block: int(Headline)}
	m.sel = Selection{at, at}
	return m
}

type fieldText struct {
	kind Kind
	text *string
}

func headFields(a *bulletin.Article) []fieldText {
	return []fieldText{
		{Banner, &a.ThemeBanner},
		{Kicker, &a.Kicker},
		{Headline, &a.Headline},
		{Deck, &a.Deck},
		{Standfirst, &a.Standfirst},
		{Dateline, &a.Dateline},
	}
}

func footFields(a *bulletin.Article) []fieldText {
	return []fieldText{{Byline, &a.Byline}, {Affiliation, &a.Affiliation}}
}

func (m *Manuscript) readBody(a *bulletin.Article) {
	placed := map[string]bool{}
	wrote := false
	for _, b := range a.Body {
		if b.Kind != bulletin.PhotoAnchor {
			text := newBlock(blockKinds[b.Kind], b.Text)
			text.extras = b.Extras
			m.blocks = append(m.blocks, text)
			wrote = true
			continue
		}
		photo := a.PhotoByID(b.Photo)
		if photo == nil || placed[b.Photo] {
			m.blocks = append(m.blocks, &Block{Kind: Echo, Photo: bulletin.Photo{ID: b.Photo}, extras: b.Extras, words: -1})
			continue
		}
		placed[b.Photo] = true
		figure := figureOf(*photo, false)
		figure[0].extras = b.Extras
		m.blocks = append(m.blocks, figure...)
	}
	if !wrote {
		m.blocks = append(m.blocks, newBlock(Paragraph, ""))
	}
	for _, p := range a.Photos {
		if !placed[p.ID] {
			placed[p.ID] = true
			m.blocks = append(m.blocks, figureOf(p, true)...)
		}
	}
}

// figureOf makes the four blocks of a photo.
func figureOf(p bulletin.Photo, loose bool) []*Block {
	words := []*Block{newBlock(Caption, p.Caption), newBlock(Credit, p.Credit), newBlock(AltText, p.AltText)}
	p.Caption, p.Credit, p.AltText = "", "", ""
	return append([]*Block{{Kind: Figure, Photo: p, Loose: loose, words: -1}}, words...)
}

// Write puts what stands on the sheet into the article and leaves its other
// facts alone. Empty paragraphs are left out; photos come in the order of
// their places, those without one last.
func (m *Manuscript) Write(a *bulletin.Article) {
	for i, f := range headFields(a) {
		*f.text = m.blocks[i].Marked()
	}
	foot := len(m.blocks) - len(footFields(a))
	for i, f := range footFields(a) {
		*f.text = m.blocks[foot+i].Marked()
	}
	a.Body, a.Photos = []bulletin.Block{}, []bulletin.Photo{}
	for i := m.BodyStart(); i < foot; i++ {
		switch b := m.blocks[i]; {
		case b.Kind == Figure:
			a.Photos = append(a.Photos, m.photoAt(i))
			if !b.Loose {
				a.Body = append(a.Body, bulletin.Block{Kind: bulletin.PhotoAnchor, Photo: b.Photo.ID, Extras: b.extras})
			}
		case b.Kind == Echo:
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.PhotoAnchor, Photo: b.Photo.ID, Extras: b.extras})
		case b.Kind.IsText() && !b.IsBlank():
			a.Body = append(a.Body, bulletin.Block{Kind: bulletin.BlockKind(b.Kind.String()), Text: b.Marked(), Extras: b.extras})
		}
	}
}

// photoAt is the photo of the Figure at i with its words.
func (m *Manuscript) photoAt(i int) bulletin.Photo {
	p := m.blocks[i].Photo
	p.Caption, p.Credit, p.AltText = m.blocks[i+1].Marked(), m.blocks[i+2].Marked(), m.blocks[i+3].Marked()
	return p
}

// Len is the number of blocks.
func (m *Manuscript) Len() int { return len(m.blocks) }

// Block is the block at i.
func (m *Manuscript) Block(i int) *Block { return m.blocks[i] }

// BodyStart is the first block of the body.
func (m *Manuscript) BodyStart() int { return int(Dateline) + 1 }

// BodyEnd is the block behind the body, photos without a place not counted.
func (m *Manuscript) BodyEnd() int {
	end := m.footStart()
	for end > m.BodyStart() && m.loose(end-1) {
		end--
	}
	return end
}

func (m *Manuscript) loose(i int) bool {
	b := m.blocks[i]
	return b.Loose || b.Kind.OfPhoto() && m.blocks[m.FigureOf(i)].Loose
}

// footStart is the byline's block.
func (m *Manuscript) footStart() int { return len(m.blocks) - 2 }

// FigureOf is the Figure that block i is, or whose words it holds; -1 when it
// is none.
func (m *Manuscript) FigureOf(i int) int {
	switch k := m.blocks[i].Kind; {
	case k == Figure:
		return i
	case k.OfPhoto():
		return i - int(k-Figure)
	}
	return -1
}

// Find gives the first block of a kind, or -1.
func (m *Manuscript) Find(k Kind) int {
	for i, b := range m.blocks {
		if b.Kind == k {
			return i
		}
	}
	return -1
}

// Words counts the words that were written for readers, as Article.Words does.
func (m *Manuscript) Words() int {
	if m.words < 0 {
		m.words = 0
		for _, b := range m.blocks {
			m.words += b.Words()
		}
	}
	return m.words
}

// IsBlank reports whether nothing of a story stands on the sheet: at most what
// the office has in every article, which are banner, byline and affiliation.
func (m *Manuscript) IsBlank() bool {
	for _, b := range m.blocks {
		switch {
		case b.Kind == Banner, b.Kind == Byline, b.Kind == Affiliation:
		case b.Kind.IsObject() || !b.IsBlank():
			return false
		}
	}
	return true
}

// TextOf is the text of the first block of a kind.
func (m *Manuscript) TextOf(k Kind) string {
	if i := m.Find(k); i >= 0 {
		return m.blocks[i].String()
	}
	return ""
}
