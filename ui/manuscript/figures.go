package manuscript

import (
	"strconv"
	"strings"

	"bantin/bulletin"
)

// nextPhotoID gives an ID that no photo and no place of one uses yet: "p1",
// "p2", …
func (m *Manuscript) nextPhotoID() string {
	highest := 0
	for _, b := range m.blocks {
		highest = max(highest, numberOf(b.Photo.ID))
	}
	return "p" + strconv.Itoa(highest+1)
}

func nextID(id string) string { return "p" + strconv.Itoa(numberOf(id)+1) }

// numberOf is the number in an ID that the program gave, else 0.
func numberOf(id string) int {
	n, err := strconv.Atoi(strings.TrimPrefix(id, "p"))
	if err != nil {
		return 0
	}
	return n
}

// AddPhoto puts a new photo behind the caret's paragraph and the photos that follow
// it already, or at the end of the body when the caret is elsewhere, and puts the
// caret into its caption. An empty paragraph makes room for it. It returns the
// photo's ID.
func (m *Manuscript) AddPhoto(p bulletin.Photo) string {
	return m.AddPhotoAt(p, m.photoPlace())
}

func (m *Manuscript) photoPlace() int {
	i := m.sel.Caret.Block
	if !m.blocks[i].Kind.IsBody() || m.loose(i) {
		return m.BodyEnd()
	}
	_, to := m.unit(i)
	for m.blocks[i].Kind.IsText() && m.blocks[i].Len() > 0 && m.blocks[to].Kind.IsObject() && !m.loose(to) {
		_, to = m.unit(to) // those that were added from here before stand in front of it
	}
	return to
}

// OfFigure is how many blocks a photo takes: itself and its words.
const OfFigure = 4

// AddPhotoAt puts a new photo in front of a block of the body.
func (m *Manuscript) AddPhotoAt(p bulletin.Photo, before int) string {
	before = m.seam(before)
	p.ID = m.nextPhotoID()
	m.do(byCommand, func() {
		if i := before - 1; i >= m.BodyStart() && m.blocks[i].Kind == Paragraph && m.blocks[i].Len() == 0 && m.blocks[i] != m.held && m.texts() > 1 {
			m.splice(i, before)
			before = i
		}
		m.splice(before, before, figureOf(p, false)...)
		m.caretTo(Place{before + 1, 0})
	})
	return p.ID
}

// seam is the place for a photo nearest to a block: between two things of the
// body.
func (m *Manuscript) seam(before int) int {
	before = min(max(before, m.BodyStart()), m.BodyEnd())
	if from, _ := m.unit(before); before < m.BodyEnd() {
		return from
	}
	return before
}

// Figure is the block of a photo, or -1.
func (m *Manuscript) Figure(photo string) int {
	for i, b := range m.blocks {
		if b.Kind == Figure && b.Photo.ID == photo {
			return i
		}
	}
	return -1
}

// Photo is a photo with its words, nil when the sheet has none of that ID.
func (m *Manuscript) Photo(id string) *bulletin.Photo {
	i := m.Figure(id)
	if i < 0 {
		return nil
	}
	p := m.photoAt(i)
	return &p
}

// FrameAtCaret is the photo whose frame, still empty, or whose words the caret is in;
// "" where it is elsewhere.
func (m *Manuscript) FrameAtCaret() string {
	if i := m.FigureOf(m.Caret().Block); i >= 0 && m.blocks[i].Photo.IsEmptyFrame() {
		return m.blocks[i].Photo.ID
	}
	return ""
}

// SetPhoto changes a photo, its words excepted, as one step.
func (m *Manuscript) SetPhoto(p bulletin.Photo) {
	i := m.Figure(p.ID)
	if i < 0 {
		return
	}
	p.Caption, p.Credit, p.AltText = "", "", ""
	changed := *m.blocks[i]
	changed.Photo = p
	m.do(byCommand, func() {
		m.splice(i, i+1, &changed)
		m.caretTo(Place{i, 0})
	})
}

// RemovePhoto takes a photo, its words and all its places off the sheet.
func (m *Manuscript) RemovePhoto(id string) {
	m.do(byCommand, func() {
		for i := m.footStart() - 1; i >= m.BodyStart(); i-- {
			if b := m.blocks[i]; b.Kind.IsObject() && b.Photo.ID == id {
				m.removeObject(i)
			}
		}
	})
}

// removeObject takes a photo or a place of one away, within a command.
func (m *Manuscript) removeObject(i int) {
	from, to := m.unit(i)
	id := m.blocks[i].Photo.ID
	isFigure := m.blocks[i].Kind == Figure
	m.splice(from, to)
	if isFigure { // its further places would point at nothing
		for j := m.footStart() - 1; j >= m.BodyStart(); j-- {
			if b := m.blocks[j]; b.Kind == Echo && b.Photo.ID == id {
				m.splice(j, j+1)
			}
		}
	}
	m.keepText()
	if at := from - 1; from > m.BodyStart() || !m.blocks[from].Kind.IsText() {
		m.caretTo(m.endAbove(at + 1))
	} else {
		m.caretTo(Place{from, 0})
	}
}

// PlacePhoto moves a photo in front of a block of the body, which also gives a
// place to one that had none.
func (m *Manuscript) PlacePhoto(id string, before int) {
	i := m.Figure(id)
	if i < 0 {
		return
	}
	before = m.seam(before)
	if before >= i && before <= i+OfFigure && !m.blocks[i].Loose {
		return
	}
	figure := *m.blocks[i]
	figure.Loose = false
	moved := append([]*Block{&figure}, m.blocks[i+1:i+OfFigure]...)
	m.do(byCommand, func() {
		m.splice(i, i+OfFigure)
		if before > i {
			before -= OfFigure
		}
		m.splice(before, before, moved...)
		m.caretTo(Place{before, 0})
	})
}

// EmptyFrame is the first photo that waits for its picture, or the first behind
// another photo, unless that is ""; "" where none does.
func (m *Manuscript) EmptyFrame(behind string) string {
	from := 0
	if behind != "" {
		if from = m.Figure(behind); from < 0 {
			return ""
		}
	}
	for _, b := range m.blocks[from:] {
		if b.Kind == Figure && b.Photo.IsEmptyFrame() {
			return b.Photo.ID
		}
	}
	return ""
}

// Photos counts the photos that are there; a frame that waits for its picture
// is none.
func (m *Manuscript) Photos() int {
	n := 0
	for _, b := range m.blocks {
		if b.Kind == Figure && !b.Photo.IsEmptyFrame() {
			n++
		}
	}
	return n
}

// SetText replaces the text of the first block of a kind, as one step.
func (m *Manuscript) SetText(k Kind, text string) {
	i := m.Find(k)
	if i < 0 || m.blocks[i].String() == text {
		return
	}
	keep := m.sel
	m.do(byCommand, func() {
		m.change(i, 0, m.blocks[i].Len(), plainPiece(text, Plain))
		m.sel = Selection{m.pull(keep.Anchor), m.pull(keep.Caret)}
	})
}
