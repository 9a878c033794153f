package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"bantin/ui/keys"
	"bantin/ui/look"
	"bantin/ui/manuscript"
	"bantin/ui/pop"
)

// nameGap parts the name of a block from its text.
const nameGap = 15

var nameSize = float32(11)

// hasMargin reports whether there is room for the names of blocks.
func (e *Editor) hasMargin() bool { return e.sheet.left >= (nameMargin-4)*look.Scale() }

// margin writes the names of the block that is being written and of the one
// under the mouse beside them.
func (d *drawing) margin() {
	e := d.e
	if !e.hasMargin() {
		return
	}
	caret := e.m.Caret().Block
	if e.focused {
		d.name(caret, look.Ghost)
	}
	if over := e.mouse.over; over >= 0 && over < e.m.Len() && (over != caret || !e.focused || e.mouse.onName) {
		ink := look.Faint
		if e.mouse.onName {
			ink = theme.ColorNamePrimary
		}
		if over != caret || !e.focused || e.mouse.onName {
			d.name(over, ink)
		}
	}
}

func (d *drawing) name(block int, ink fyne.ThemeColorName) {
	word := d.e.nameOf(block)
	x, y, _ := d.e.namePlace(block)
	d.names.put(word, look.Text(nameSize), look.Sans, look.Color(ink), x, y-d.e.offset)
}

func (e *Editor) nameOf(block int) string {
	return e.say.Say("desk.block."+e.m.Block(block).Kind.String(), nil)
}

// namePlace is where the name of a block stands on the sheet, and how wide it
// is.
func (e *Editor) namePlace(block int) (x, y, width float32) {
	l := &e.sheet.blocks[block]
	size := look.Text(nameSize)
	width = look.Width(e.nameOf(block), size, look.Sans)
	height := look.Height(size, look.Sans)
	first := l.set.leading
	if first == 0 {
		first = height
	}
	return whole(e.sheet.left - nameGap - width), whole(l.top + (first-height)/2), width
}

// onName reports whether a point of the view lies on the name of a block.
func (e *Editor) onName(p fyne.Position, block int) bool {
	if !e.hasMargin() || block < 0 || block >= e.m.Len() {
		return false
	}
	x, y, width := e.namePlace(block)
	y -= e.offset
	const around = 6
	return p.X >= x-around && p.X <= x+width+around && p.Y >= y-around && p.Y <= y+look.Height(look.Text(nameSize), look.Sans)+around
}

// openKinds shows what else the block may be.
func (e *Editor) openKinds(block int) {
	e.m.Go(manuscript.Place{Block: block, Offset: min(e.m.Caret().Offset, e.m.Block(block).Len())}, false)
	e.Focus()
	x, y, _ := e.namePlace(block)
	e.popUp(e.kindMenu(block), fyne.NewPos(x, y-e.offset+look.Height(look.Text(nameSize), look.Sans)+4))
}

func (e *Editor) kindMenu(block int) *fyne.Menu {
	k := e.m.Block(block).Kind
	if figure := e.m.FigureOf(block); figure >= 0 {
		return e.photoMenu(figure)
	}
	if k == manuscript.Echo {
		return fyne.NewMenu("", keys.Shown(e.item("desk.edit.remove_place", func() { e.Do((*manuscript.Manuscript).Delete) }), keys.Delete))
	}
	items := append(e.offerItems(block), e.kindItems(block)...)
	if k.IsText() {
		items = append(items, fyne.NewMenuItemSeparator(),
			keys.Shown(e.item("desk.edit.up", func() { e.MoveBlock(-1) }), keys.Up),
			keys.Shown(e.item("desk.edit.down", func() { e.MoveBlock(+1) }), keys.Down))
	}
	return fyne.NewMenu("", items...)
}

// offerItems put in the field what the office usually has there.
func (e *Editor) offerItems(block int) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	k := e.m.Block(block).Kind
	for _, offer := range e.Offers[k] {
		i := fyne.NewMenuItem(offer, func() {
			e.Do(func(m *manuscript.Manuscript) { m.SetText(k, offer) })
		})
		i.Disabled = e.readOnly
		i.Checked = e.m.Block(block).String() == offer
		items = append(items, i)
	}
	if len(items) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	return items
}

// kindNames are the keys that give a block its kind, in their order; those of
// running text come first.
var kindNames = []fyne.KeyName{
	fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9,
}

// kindItems are the kinds that a block may become, its own marked.
func (e *Editor) kindItems(block int) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	own := e.m.Block(block).Kind
	for _, name := range kindNames {
		k := KindKeys[name]
		if k == manuscript.Standfirst {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		i := e.item("desk.kind."+k.String(), func() {
			if e.m.Block(e.m.Caret().Block).Kind != k {
				e.Turn(k)
			}
		})
		i.Checked = own == k
		items = append(items, keys.Shown(i, keys.On(name, ctrlAlt)))
	}
	return items
}

func (e *Editor) item(key string, do func()) *fyne.MenuItem {
	i := fyne.NewMenuItem(e.say.Say(key, nil), do)
	i.Disabled = e.readOnly
	return i
}

// popUp shows a menu at a point of the view.
func (e *Editor) popUp(menu *fyne.Menu, at fyne.Position) {
	c := fyne.CurrentApp().Driver().CanvasForObject(e)
	if c == nil {
		return
	}
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(e)
	pop.Show(menu, c, origin.Add(at))
}
