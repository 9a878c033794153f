package editor

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/loop"
	"bantin/ui/manuscript"
	"bantin/ui/parts"
)

// searchAfter is how long a pause in typing is searched after.
const searchAfter = 200 * time.Millisecond

// findBar searches the sheet, and replaces what it finds.
type findBar struct {
	e                     *Editor
	query, with           *field.Field
	count                 *canvas.Text
	marks, capitals, word *parts.Quiet
	replacing             []fyne.CanvasObject
	pane                  *fyne.Container
	current               int // of the matches; -1 for none
	due                   loop.Due
}

func newFindBar(e *Editor) *findBar {
	f := &findBar{e: e, current: -1}
	f.query = f.field("find", f.queried, func() { e.FindNext(!e.shiftHeld(f.query)) })
	f.with = f.field("replace", func() {}, f.replaceOne)
	f.count = parts.Words("", 12, look.Sans, look.Quiet)
	f.marks = f.toggle("desk.find.marks", "desk.find.marks.hint")
	f.capitals = f.toggle("desk.find.case", "desk.find.case.hint")
	f.word = f.toggle("desk.find.whole", "desk.find.whole.hint")
	back := f.button("desk.find.previous", theme.MoveUpIcon(), func() { e.FindNext(false) })
	on := f.button("desk.find.next", theme.MoveDownIcon(), func() { e.FindNext(true) })
	shut := f.button("desk.find.shut", theme.CancelIcon(), f.close)
	one := parts.NewQuiet(e.say.Say("desk.find.replace", nil), nil, f.onSheet(f.replaceOne))
	all := parts.NewQuiet(e.say.Say("desk.find.replace_all", nil), nil, f.onSheet(f.replaceAll))
	one.Hint, all.Hint = e.say.Say("desk.find.replace.hint", nil), e.say.Say("desk.find.replace_all.hint", nil)
	f.replacing = []fyne.CanvasObject{f.with, one, all}
	row := barRow{
		search:   container.NewHBox(container.NewCenter(f.count), back, on),
		manners:  container.NewHBox(f.marks, f.capitals, f.word),
		shut:     container.NewHBox(shut),
		replaces: container.NewHBox(one, all),
	}
	f.pane = container.NewVBox(container.New(&barLayout{f, row}, f.query, f.with, row.search, row.manners, row.shut, row.replaces), parts.Rule())
	f.pane.Hide()
	return f
}

// barRow are the buttons of the bar: those of the search, how it is to be done,
// and of replacing.
type barRow struct{ search, manners, shut, replaces *fyne.Container }

// barLayout lays the bar over the column of text: the two fields, which follow
// each other for Tab, each with its buttons at the right. Where they leave the
// field too little room, how to search stands in a row below.
type barLayout struct {
	f   *findBar
	row barRow
}

const (
	barPad   = 6
	barGap   = 12  // between a field and its buttons
	barField = 150 // a field has at least that, at the usual text size
)

func (l *barLayout) rowHeight() float32 { return l.row.search.MinSize().Height + 4 }

// edges are where the bar begins and ends: with the column, or at the edges of
// the sheet where that is too narrow.
func (l *barLayout) edges(width float32) (left, right float32) {
	s := &l.f.e.sheet
	right = min(s.left+s.column+parts.QuietPadX, width-8)
	return max(8, min(s.left, right-l.buttons()-180)), right
}

// buttons is how wide those of the search are in one row.
func (l *barLayout) buttons() float32 {
	return l.row.search.MinSize().Width + l.row.manners.MinSize().Width + l.row.shut.MinSize().Width
}

// isNarrow reports whether how to search needs a row of its own.
func (l *barLayout) isNarrow(width float32) bool {
	left, right := l.edges(width)
	return right-left-l.buttons()-barGap < barField*look.Scale()
}

// MinSize is one row, or two for replacing, and one more where it is narrow.
func (l *barLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	rows := float32(1)
	if l.f.with.Visible() {
		rows++
	}
	if l.isNarrow(l.f.e.Size().Width) {
		rows++
	}
	return fyne.NewSize(200, rows*l.rowHeight()+2*barPad)
}

func (l *barLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	left, right := l.edges(size.Width)
	first, second, third := float32(barPad), barPad+l.rowHeight(), barPad+2*l.rowHeight()
	at := l.put(right, first, l.row.shut)
	if !l.isNarrow(size.Width) {
		at = l.put(at, first, l.row.manners)
	} else if l.f.with.Visible() {
		l.put(right, third, l.row.manners)
	} else {
		l.put(right, second, l.row.manners)
	}
	l.write(left, l.put(at, first, l.row.search), first, l.f.query)
	l.write(left, l.put(right, second, l.row.replaces), second, l.f.with)
}

// put puts buttons so that they end at right, and tells where they begin.
func (l *barLayout) put(right, y float32, buttons *fyne.Container) (left float32) {
	min := buttons.MinSize()
	buttons.Move(fyne.NewPos(right-min.Width, y))
	buttons.Resize(fyne.NewSize(min.Width, l.rowHeight()))
	return right - min.Width
}

// write gives a field the room from left to the buttons at its right.
func (l *barLayout) write(left, buttons, y float32, in *field.Field) {
	width := buttons - barGap - left
	height := in.HeightFor(width)
	in.Move(fyne.NewPos(left, y+(l.rowHeight()-height)/2))
	in.Resize(fyne.NewSize(width, height))
}

func (f *findBar) field(name string, changed, enter func()) *field.Field {
	in := field.New(field.Look{Size: look.Text(14), Style: look.Serif, Leading: 1.5})
	in.Name, in.OneRow, in.Anew, in.ChosenInk = name, true, true, look.Chosen
	in.Ghost = f.e.say.Say("desk.find."+name+".ghost", nil)
	in.MenuWord = func(action string) string { return f.e.say.Say("desk.edit."+action, nil) }
	in.OnChanged, in.OnEnter, in.OnEscape = changed, enter, f.close
	return in
}

func (f *findBar) button(hint string, icon fyne.Resource, do func()) *parts.Quiet {
	q := parts.NewQuiet("", icon, do)
	q.Hint = f.e.say.Say(hint, nil)
	return q
}

func (f *findBar) toggle(word, hint string) *parts.Quiet {
	q := parts.NewQuiet(f.e.say.Say(word, nil), nil, nil)
	q.TextSize = 12
	q.Hint = f.e.say.Say(hint, nil)
	q.OnTap = func() {
		q.Chosen = !q.Chosen
		q.Refresh()
		f.searchAgain()
	}
	return q
}

func (f *findBar) isOpen() bool { return f.pane.Visible() }

// OpenFind opens the bar for searching, with what is selected as what is
// searched for; replacing shows what it is to be replaced by, too.
func (e *Editor) OpenFind(replacing bool) {
	f := e.find
	for _, o := range f.replacing {
		parts.Show(o, replacing && !e.readOnly)
	}
	f.pane.Show()
	if sel := e.m.Selection(); !sel.IsEmpty() && sel.Anchor.Block == sel.Caret.Block {
		f.query.Rewrite(strings.TrimSpace(e.m.Selected()))
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil {
		c.Focus(f.query)
	}
	f.query.SelectAll()
	e.pane.Refresh()
	f.queried()
}

// CloseFind closes the bar for searching and reports whether it was open.
func (e *Editor) CloseFind() bool {
	open := e.find.isOpen()
	if open {
		e.find.close()
	}
	return open
}

func (f *findBar) close() {
	f.due.Stop()
	f.pane.Hide()
	f.e.matches = nil
	f.e.pane.Refresh()
	f.e.Focus()
	f.e.redraw()
}

func (f *findBar) asked() manuscript.Query {
	return manuscript.Query{Text: f.query.Text(), Marks: f.marks.Chosen, Case: f.capitals.Chosen, Whole: f.word.Chosen}
}

// searchSoon searches again after a pause in typing.
func (f *findBar) searchSoon() {
	if !f.isOpen() {
		return
	}
	f.e.matches = nil // their places are no longer true
	f.due.In(searchAfter, onUI, func() {
		if f.e.isOnWindow() {
			f.searchAgain()
		}
	})
}

// queried searches for another text and brings the first match on screen.
func (f *findBar) queried() {
	f.searchAgain()
	if f.current < 0 && len(f.e.matches) > 0 {
		f.current = 0
	}
	if f.current >= 0 {
		m := f.e.matches[f.current]
		f.e.bringIntoView(manuscript.Place{Block: m.Block, Offset: m.From})
		f.e.redraw()
	}
}

// searchAgain finds every match; the current one is the first behind the caret.
func (f *findBar) searchAgain() {
	e := f.e
	if !f.isOpen() {
		e.matches = nil
		return
	}
	e.matches = e.m.Matches(f.asked())
	f.current = -1
	from, _ := e.m.Selection().Ends()
	for i, m := range e.matches {
		if !(manuscript.Place{Block: m.Block, Offset: m.From}).Before(from) {
			f.current = i
			break
		}
	}
	f.tell()
	e.redraw()
}

func (f *findBar) tell() {
	said := ""
	switch n := len(f.e.matches); {
	case f.query.Text() == "":
	case n == 0:
		said = f.e.say.Say("desk.find.none", nil)
	case f.isHere():
		said = f.e.say.Say("desk.find.at", bulletin.Args{"i": f.current + 1, "n": n})
	default:
		said = f.e.say.Say("desk.find.all", bulletin.Args{"n": n})
	}
	if f.count.Text != said {
		f.count.Text = said
		f.count.Refresh()
		f.e.pane.Refresh() // there may be room for one row less, or more
	}
}

// isHere reports whether a match stands out before the others.
func (f *findBar) isHere() bool { return f.current >= 0 && f.current < len(f.e.matches) }

// isSeen reports whether that match is on screen.
func (f *findBar) isSeen() bool {
	if !f.isHere() {
		return false
	}
	m := f.e.matches[f.current]
	_, y, height := f.e.sheet.point(manuscript.Place{Block: m.Block, Offset: m.From})
	return y >= f.e.offset && y+height <= f.e.offset+f.e.Size().Height
}

// selected reports whether the current match is what is selected.
func (f *findBar) selected() bool {
	if !f.isHere() {
		return false
	}
	from, to := f.e.m.Selection().Ends()
	m := f.e.matches[f.current]
	return from == manuscript.Place{Block: m.Block, Offset: m.From} && to == manuscript.Place{Block: m.Block, Offset: m.To}
}

// FindNext selects the next match, or the one before; from the last it goes on
// to the first.
func (e *Editor) FindNext(forward bool) {
	f := e.find
	if !f.isOpen() {
		e.OpenFind(false)
		return
	}
	if e.matches == nil {
		f.searchAgain()
	}
	n := len(e.matches)
	if n == 0 {
		return
	}
	switch {
	case f.current < 0 && forward:
		f.current = 0
	case !forward:
		f.current = (max(f.current, 0) - 1 + n) % n
	case f.selected():
		f.current = (f.current + 1) % n
	}
	m := e.matches[f.current]
	e.m.Select(manuscript.Place{Block: m.Block, Offset: m.From}, manuscript.Place{Block: m.Block, Offset: m.To})
	e.keepInView()
	f.tell()
	e.redraw()
}

// replaceOne replaces the match that stands out, where one sees it, and goes on to
// the next.
func (f *findBar) replaceOne() {
	if f.selected() || f.isSeen() {
		at := f.e.matches[f.current]
		f.e.Do(func(m *manuscript.Manuscript) {
			m.ReplaceFound(f.asked(), at, f.with.Text())
			m.Go(m.Caret(), false)
		})
		f.searchAgain()
	}
	f.e.FindNext(true)
}

// onSheet gives the sheet the keyboard after what a button does to it, so that
// the next Ctrl+Z takes that back, not what was typed into a field of the bar.
func (f *findBar) onSheet(act func()) func() {
	return func() {
		act()
		f.e.Focus()
	}
}

func (f *findBar) replaceAll() {
	n := 0
	f.e.Do(func(m *manuscript.Manuscript) { n = m.ReplaceAll(f.asked(), f.with.Text()) })
	f.due.Stop() // it would say how few are left instead
	f.searchAgain()
	f.count.Text = f.e.say.Say("desk.find.replaced", bulletin.Args{"n": n})
	f.count.Refresh()
	f.pane.Refresh()
}

// matchesIn are the matches in a block.
func (e *Editor) matchesIn(block int) []manuscript.Match {
	from := 0
	for to := len(e.matches); from < to; {
		if mid := (from + to) / 2; e.matches[mid].Block < block {
			from = mid + 1
		} else {
			to = mid
		}
	}
	end := from
	for end < len(e.matches) && e.matches[end].Block == block {
		end++
	}
	return e.matches[from:end]
}

// shiftHeld reports whether Shift is held in a field of the bar.
func (e *Editor) shiftHeld(in *field.Field) bool { return in.ShiftHeld() }
