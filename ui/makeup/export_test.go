package makeup

import "fyne.io/fyne/v2"

// FanWords is what the card of variants says of the one that is pointed at.
func (p *Pane) FanWords() string {
	like, _ := p.fans.card.words()
	return like
}

// FanLength is how many variants there are.
func (p *Pane) FanLength() int { return len(p.fans.card.variants) }

// FanCell is the middle of an outline.
func (p *Pane) FanCell(i int) fyne.Position {
	size := p.fans.card.outline()
	return p.fans.card.cells[i].AddXY(fanCell+size.Width/2, fanCell+size.Height/2)
}

// Drop lets the story in a row go at a place of the screen.
func (p *Pane) Drop(row int, at fyne.Position) {
	p.dragged(row, at)
	p.dropped(row, at)
}

// LetGo lets go what is being carried.
func (p *Pane) LetGo(row int, at fyne.Position) { p.dropped(row, at) }

// Carry drags the story in a row over a place of the screen.
func (p *Pane) Carry(row int, at fyne.Position) { p.dragged(row, at) }

// DropLoose lets an article that is in no issue go at a place of the screen.
func (p *Pane) DropLoose(row int, at fyne.Position) {
	p.loose.rows.OnDrag(row, at)
	p.loose.rows.OnDrop(row, at)
}

// EnterLoose is Enter on one.
func (p *Pane) EnterLoose(row int) { p.loose.rows.OnEnter(row) }

// StoryRow is where the middle of the upper half of a story's row is.
func (p *Pane) StoryRow(i int) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(p.rows).AddXY(40, (float32(i)+0.25-p.rows.Top())*storyHeight())
}

// Rooms are how high the stories and the articles in no issue are shown.
func (p *Pane) Rooms() (stories, loose float32) {
	return p.rows.Size().Height, p.loose.rows.Size().Height
}

// LooseRow is where the middle of the row of an article in no issue is.
func (p *Pane) LooseRow(i int) fyne.Position {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(p.loose.rows).AddXY(40, (float32(i)+0.5)*storyHeight())
}
