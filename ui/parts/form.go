package parts

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/bulletin/viet"
	"bantin/ui/field"
	"bantin/ui/look"
)

// Form is fields under their names, in columns.
type Form struct {
	Say     *translations.Catalogue
	Columns int // at most: as many as there is room for
	Cells   *fyne.Container
	Fields  []*field.Field

	panel *Panel                       // that the form is in, if any
	width float32                      // that it is laid out to
	heads map[int]bool                 // cells that begin a row
	names map[fyne.CanvasObject]string // whole; where a cell is narrow, less of them is shown
}

// NewForm makes an empty form of one column.
func NewForm(say *translations.Catalogue) *Form {
	f := &Form{Say: say, Columns: 1, names: map[fyne.CanvasObject]string{}, heads: map[int]bool{}}
	f.Cells = container.New(&formLayout{f})
	return f
}

// Line adds a field of one line. Its name is the sentence "desk.KEY"; the
// sentence "desk.KEY.ghost", where there is one, is an example.
func (f *Form) Line(key, text string) *field.Field {
	in := f.field(key, text)
	in.Single = true
	in.OnEnter = func() { f.enter(in) }
	return in
}

// Code is Line for what is no language, an address of mail or a number: nothing is
// composed of its letters.
func (f *Form) Code(key, text string) *field.Field {
	in := f.Line(key, text)
	in.Plainly(field.Always)
	return in
}

// Day adds a field for a day, and gives what it reads there. Beside its name
// stands how something shorter than the whole day was understood.
func (f *Form) Day(key string, day bulletin.Date) (*field.Field, func() (bulletin.Date, error)) {
	in := f.Code(key, day.Short())
	label := f.Cells.Objects[len(f.Cells.Objects)-partsOfCell]
	name := f.names[label]
	read := func() (bulletin.Date, error) { return bulletin.ReadDate(in.Text(), bulletin.DateOf(time.Now())) }
	in.OnChanged = func() {
		f.names[label] = name
		if d, err := read(); err == nil {
			if said := Understood(f.Say, in.Text(), d); said != "" {
				f.names[label] += " · " + said
			}
		}
		f.Cells.Refresh()
	}
	return in, read
}

// Understood says how a day was understood that was not written out; "" of one
// that was.
func Understood(say *translations.Catalogue, typed string, day bulletin.Date) string {
	if d, err := bulletin.ParseDate(strings.TrimSpace(typed)); err == nil && d == day || day.IsZero() {
		return ""
	}
	return say.Say("desk.date_understood", bulletin.Args{"date": day.Short()})
}

// Lines adds a field with something else on each line; see Line.
func (f *Form) Lines(key string, text []string) *field.Field {
	return f.field(key, strings.Join(text, "\n"))
}

// Under adds an object under a name; see Line.
func (f *Form) Under(key string, o fyne.CanvasObject) {
	f.label(key)
	f.Cells.Add(o)
	f.Cells.Add(Space(1, 1))
}

// Break makes what is added next begin a row, beside what comes after it.
func (f *Form) Break() { f.heads[len(f.Cells.Objects)/partsOfCell] = true }

// label adds the name of a field or an object.
func (f *Form) label(key string) {
	name := f.Say.Say("desk."+key, nil)
	l := newFieldName(name)
	f.names[l] = name
	f.Cells.Add(l)
}

func (f *Form) field(key, text string) *field.Field {
	in := NewField(f.Say, 14)
	in.Name = key
	if ghost := "desk." + key + ".ghost"; f.Say.Has(ghost) {
		in.Ghost = f.Say.Say(ghost, nil)
	}
	in.SetText(text)
	in.OnHeight = func() { f.Cells.Refresh() }
	in.OnEscape = func() {
		if f.panel != nil {
			f.panel.Hide()
		}
	}
	f.Fields = append(f.Fields, in)
	f.label(key)
	f.Cells.Objects[len(f.Cells.Objects)-1].(*fieldName).of = in
	f.Cells.Add(in)
	f.Cells.Add(Rule())
	return in
}

// NewField makes a text field that looks and speaks as all of the desk do.
func NewField(say *translations.Catalogue, size float32) *field.Field {
	in := field.New(field.Look{Size: look.Text(size), Leading: 1.5})
	in.ChosenInk, in.GhostInk = look.Chosen, look.Faint
	in.MenuWord = func(action string) string { return say.Say("desk.edit."+action, nil) }
	in.Clean = CleanPasted
	FollowCaret(in)
	return in
}

// CleanPasted brings pasted text in shape: composed letters, single spaces,
// no empty lines.
func CleanPasted(s string, single bool) string {
	out := ""
	for _, line := range SplitLines(viet.Legible(viet.Normalize(s))) {
		if tidy := viet.TidySpaces(line); tidy != "" || !single {
			if out != "" && tidy != "" {
				out += "\n"
			}
			out += tidy
		}
	}
	return out
}

// SplitLines splits text at the ends of lines of any system.
func SplitLines(s string) []string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Split(strings.ReplaceAll(s, "\r", "\n"), "\n")
}

// Filled are the lines of a text that hold something, trimmed.
func Filled(text string) []string {
	var out []string
	for _, line := range SplitLines(text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// Named is the field of a key, nil where there is none.
func (f *Form) Named(key string) *field.Field {
	for _, in := range f.Fields {
		if in.Name == key {
			return in
		}
	}
	return nil
}

// enter goes on to the next field, and from the last one takes the form.
func (f *Form) enter(from *field.Field) {
	if f.panel == nil {
		return
	}
	if from == f.Fields[len(f.Fields)-1] {
		f.panel.Submit()
		return
	}
	f.panel.win.Canvas().FocusNext()
}

// In puts the form into a panel, as its body. The panel's Width must be set.
func (f *Form) In(p *Panel) *Panel {
	f.panel = p
	p.Body = Padded(2, 0, f.Cells)
	f.Wrap(p.Width * look.Scale())
	if len(f.Fields) > 0 && p.First == nil {
		p.First = f.Fields[0]
	}
	return p
}

// Follow brings the form in line with what it is about, which others have changed
// since it was filled in as was and would be filled in as now. Fields that the
// person has left as they were follow; what was typed stays. The keys of those
// that both have changed are given.
func (f *Form) Follow(was, now *Form) (both []string) {
	for i, in := range f.Fields {
		before, after := was.Fields[i].Text(), now.Fields[i].Text()
		switch {
		case before == after:
		case in.Text() == before:
			in.Rewrite(after)
		case in.Text() != after:
			both = append(both, in.Name)
		}
	}
	return both
}

// Inside tells the form which panel it is in, when something else is the
// panel's body.
func (f *Form) Inside(p *Panel) { f.panel = p }

// Complain says in the form's panel what is wrong; "" takes it away.
func (f *Form) Complain(sentence string) {
	if f.panel != nil {
		f.panel.Complain(sentence)
	}
}

// ParseWhole reads a number as people write it, with or without marks between
// its thousands; nothing is 0. Trouble not_a_number.
func ParseWhole(s string) (int, error) {
	plain := strings.NewReplacer(".", "", ",", "", " ", "", "\u00a0", "").Replace(s)
	if plain == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(plain)
	if err != nil || n < 0 {
		return 0, bulletin.NewTrouble("not_a_number", bulletin.Args{"text": s}, err)
	}
	return n, nil
}

// Wrap sets the form to a width, so that its height is known.
func (f *Form) Wrap(width float32) {
	(&formLayout{f}).Layout(f.Cells.Objects, fyne.NewSize(width, 1))
}

// formLayout sets label, field and rule one below another, in columns.
type formLayout struct{ f *Form }

const (
	partsOfCell = 3
	formGap     = 14
	formColumns = 28 // between them
	leastCell   = 200
)

// columns is how many there is room for.
func (l *formLayout) columns(width float32) int {
	n := l.f.Columns
	for ; n > 1 && (width-formColumns*float32(n-1))/float32(n) < leastCell*look.Scale(); n-- {
	}
	return n
}

func (l *formLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	const usual = 260
	width := l.f.width
	if width == 0 {
		width = usual
	}
	return fyne.NewSize(usual, l.height(width))
}

func (l *formLayout) cellWidth(width float32) float32 {
	n := float32(l.columns(width))
	return (width - formColumns*(n-1)) / n
}

func (l *formLayout) cellHeight(objects []fyne.CanvasObject, i int, cell float32) float32 {
	height := objects[i*partsOfCell+1].MinSize().Height
	if in, ok := objects[i*partsOfCell+1].(*field.Field); ok {
		height = in.HeightFor(cell)
	}
	return objects[i*partsOfCell].MinSize().Height + 2 + height + 4
}

// row gives the height of the row that begins with the i-th cell, and the cell
// that begins the next one.
func (l *formLayout) row(i int, width float32) (height float32, next int) {
	objects := l.f.Cells.Objects
	last := min(i+l.columns(width), len(objects)/partsOfCell)
	for next = i + 1; next < last && !l.f.heads[next]; {
		next++
	}
	for n := i; n < next; n++ {
		height = max(height, l.cellHeight(objects, n, l.cellWidth(width)))
	}
	return height, next
}

// height is how high all rows are at a width.
func (l *formLayout) height(width float32) float32 {
	total := float32(0)
	for i := 0; i < len(l.f.Cells.Objects)/partsOfCell; {
		height, next := l.row(i, width)
		total += height + formGap*look.Scale()
		i = next
	}
	return total
}

func (l *formLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.f.width = size.Width
	cell, y := l.cellWidth(size.Width), float32(0)
	for i := 0; i < len(objects)/partsOfCell; {
		height, next := l.row(i, size.Width)
		for n := i; n < next; n++ {
			l.put(objects, n, fyne.NewPos(float32(n-i)*(cell+formColumns), y), cell)
		}
		y += height + formGap*look.Scale()
		i = next
	}
}

// put sets the n-th cell: label, field and rule.
func (l *formLayout) put(objects []fyne.CanvasObject, n int, at fyne.Position, cell float32) {
	label, in, line := objects[n*partsOfCell], objects[n*partsOfCell+1], objects[n*partsOfCell+2]
	if n, ok := label.(*fieldName); ok {
		n.word.Text = field.Clamp(l.f.names[n], field.Look{Size: n.word.TextSize, Leading: 1.4}, cell, 1)[0]
		n.Refresh()
	}
	label.Move(at)
	label.Resize(label.MinSize())
	in.Move(at.AddXY(0, label.MinSize().Height+2))
	own := l.cellHeight(objects, n, cell) // the line stands under its field, however high the row is
	in.Resize(fyne.NewSize(cell, own-label.MinSize().Height-6))
	line.Move(at.AddXY(0, own-1))
	line.Resize(fyne.NewSize(cell, 1))
}
