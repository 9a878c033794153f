package editor

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/keys"
	"bantin/ui/look"
	"bantin/ui/manuscript"
)

// tool is what can be done with a photo by a click on a word over it.
type tool uint8

const (
	noTool tool = iota
	toolTurn
	toolCrop
	toolReplace
	toolRemove
)

var toolKeys = []string{toolTurn: "desk.photo.turn", toolCrop: "desk.photo.crop", toolReplace: "desk.photo.replace", toolRemove: "desk.photo.remove"}

// toolsFor are the tools that a photo has.
func (e *Editor) toolsFor(p *bulletin.Photo) []tool {
	switch {
	case e.readOnly:
		return nil
	case p.IsEmptyFrame():
		return []tool{toolReplace, toolRemove}
	}
	return []tool{toolTurn, toolCrop, toolReplace, toolRemove}
}

// toolPlaces lays the tools out from the right end of the picture, at its top or,
// where that is out of sight, at the top of what is seen of it.
func (e *Editor) toolPlaces(i int) (tools []tool, x []float32, y float32) {
	b := e.m.Block(i)
	size := figureSize(&b.Photo, e.sheet.column)
	tools = e.toolsFor(&b.Photo)
	at := e.sheet.left + (e.sheet.column+size.Width)/2 - toolInset
	x = make([]float32, len(tools))
	for n := len(tools) - 1; n >= 0; n-- {
		at -= e.toolWidth(tools[n])
		x[n] = at
		at -= 6
	}
	top := e.sheet.blocks[i].top - e.offset
	return tools, x, max(top, min(0, top+size.Height-pillHeight()-2*toolInset)) + toolInset
}

// toolInset is how far the tools are from the edges of the picture.
const toolInset = 8

func (e *Editor) toolWidth(t tool) float32 {
	return look.Width(e.say.Say(toolKeys[t], nil), look.Text(12), look.Sans) + 16
}

// toolsShown reports whether the mouse or the caret is on a photo.
func (e *Editor) toolsShown(i int) bool {
	return e.mouse.over == i || e.m.Caret().Block == i && e.focused
}

// tools writes the tools over a photo that the mouse or the caret is on.
func (d *drawing) tools(i int, _, _ float32, _ fyne.Size) {
	e := d.e
	if !e.toolsShown(i) {
		return
	}
	tools, x, y := e.toolPlaces(i)
	for n, t := range tools {
		ink := color.Color(color.White)
		if e.mouse.over == i && e.mouse.onTool == t {
			ink = color.NRGBA{R: 0xFF, G: 0xC4, B: 0xA8, A: 0xFF}
		}
		d.pill(e.say.Say(toolKeys[t], nil), x[n], y, ink)
	}
}

// toolAt is the tool under a point of the view.
func (e *Editor) toolAt(p fyne.Position, block int) tool {
	if block < 0 || block >= e.m.Len() || e.m.Block(block).Kind != manuscript.Figure || e.crop != nil {
		return noTool
	}
	tools, x, y := e.toolPlaces(block)
	for n, t := range tools {
		if p.Y >= y && p.Y <= y+pillHeight() && p.X >= x[n] && p.X <= x[n]+e.toolWidth(t) {
			return t
		}
	}
	return noTool
}

func (e *Editor) useTool(i int, t tool) {
	e.m.Go(manuscript.Place{Block: i}, false)
	e.Focus()
	id := e.m.Block(i).Photo.ID
	switch t {
	case toolTurn:
		e.turnPhoto(id, +1)
	case toolCrop:
		e.startCrop(i)
	case toolReplace:
		if e.OnReplace != nil {
			e.OnReplace(id)
		}
	case toolRemove:
		e.Do(func(m *manuscript.Manuscript) { m.RemovePhoto(id) })
	}
}

// turnPhoto turns a photo by quarter turns clockwise.
func (e *Editor) turnPhoto(id string, quarters int) {
	if p := e.m.Photo(id); p != nil {
		turned := p.Turned(quarters)
		e.Do(func(m *manuscript.Manuscript) { m.SetPhoto(turned) })
	}
}

// photoMenu is everything that can be done with a photo.
func (e *Editor) photoMenu(i int) *fyne.Menu {
	p := e.m.Block(i).Photo
	var items []*fyne.MenuItem
	for _, t := range e.toolsFor(&p) {
		items = append(items, e.item(toolKeys[t], func() { e.useTool(e.m.Figure(p.ID), t) }))
		if t == toolTurn {
			items = append(items, e.item("desk.photo.turn_back", func() { e.turnPhoto(p.ID, -1) }))
		}
	}
	items = append(items, fyne.NewMenuItemSeparator(),
		keys.Shown(e.item("desk.edit.up", func() { e.MoveBlock(-1) }), keys.Up),
		keys.Shown(e.item("desk.edit.down", func() { e.MoveBlock(+1) }), keys.Down))
	if e.m.Block(i).Loose {
		items = append(items, e.item("desk.photo.place", func() {
			e.Do(func(m *manuscript.Manuscript) { m.PlacePhoto(p.ID, m.BodyEnd()) })
		}))
	}
	items = append(items, fyne.NewMenuItemSeparator())
	for _, s := range []bulletin.SizeWish{bulletin.SizeAuto, bulletin.SizeSmall, bulletin.SizeColumn, bulletin.SizeWide} {
		key := "desk.photo.size." + string(s)
		if s == bulletin.SizeAuto {
			key = "desk.photo.size.auto"
		}
		item := e.item(key, func() {
			if p := e.m.Photo(p.ID); p != nil {
				p.Size = s
				e.Do(func(m *manuscript.Manuscript) { m.SetPhoto(*p) })
			}
		})
		item.Checked = p.Size == s
		items = append(items, item)
	}
	return fyne.NewMenu("", items...)
}

// dropAt is the block in front of which a carried photo would be put down.
func (e *Editor) dropAt(y float32) int {
	for i := e.m.BodyStart(); i < e.m.BodyEnd(); i++ {
		if f := e.m.FigureOf(i); f >= 0 && f != i {
			continue
		}
		last := i
		if e.m.Block(i).Kind == manuscript.Figure {
			last = i + 3
		}
		if y < (e.sheet.blocks[i].top+e.sheet.blocks[last].bottom())/2 {
			return i
		}
	}
	return e.m.BodyEnd()
}

// dropLine shows where a carried photo would be put down.
func (d *drawing) dropLine() {
	e := d.e
	if e.mouse.dragging != draggingPhoto || !e.mouse.moved {
		return
	}
	y := e.sheet.blocks[e.mouse.drop].top - e.sheet.blocks[e.mouse.drop].set.above
	if i := e.mouse.drop; i > 0 {
		y = (e.sheet.blocks[i-1].bottom() + e.sheet.blocks[i].top) / 2
	}
	d.overs.put(e.sheet.left, whole(y-e.offset)-1, e.sheet.column, 3, look.Color(theme.ColorNamePrimary), 1.5)
}
