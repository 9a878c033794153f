package files

import (
	"image"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/bulletin/viet"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// chooser is the panel that asks where the system has no dialog.
type chooser struct {
	say   *translations.Catalogue
	q     Question
	give  func([]string)
	panel *parts.Panel

	folder  string
	all     []entry
	shown   []entry
	chosen  map[string]bool // names
	from    int             // where choosing with Shift began
	kind    int
	reads   int    // counts the readings of folders; only the last one is shown
	came    int    // of them, the last that has come back
	replace string // the file that was said to be there already
	done    bool

	name  *field.Field
	rows  *parts.Rows
	path  *canvas.Text
	empty *canvas.Text
	sides []*parts.Quiet // the places
	where []place
	small smalls // of the pictures that are asked for
}

const (
	chooserWidth  = 780
	chooserHeight = 420
	placesWidth   = 150
)

func newChooser(say *translations.Catalogue, q Question, give func([]string)) *chooser {
	c := &chooser{say: say, q: q, give: give, where: places(), chosen: map[string]bool{}}
	c.panel = &parts.Panel{
		Say: say, Title: q.Title, Width: chooserWidth, Height: chooserHeight, Bare: true,
		Agree: q.Agree, OnAgree: c.agree, OnShut: func() { c.small.end(); c.finish(nil) },
	}
	c.name = parts.NewField(say, 14)
	c.name.Single, c.name.Name = true, "file name"
	c.name.Ghost = c.word("find")
	if q.What == New {
		c.name.Ghost = c.word("name")
		c.name.SetText(q.Name)
	}
	c.name.Plainly(func() bool { return isPath(c.name.Text()) })
	c.name.OnEnter = c.panel.Submit
	c.name.OnEscape = c.panel.Hide
	c.name.OnLeave = func(field.Direction, float32) { c.walk() }
	c.name.OnChanged = c.typed
	c.rows = (&parts.Rows{
		Length: func() int { return len(c.shown) }, Height: func() float32 { return rowHeight(q.Small != nil) },
		Fresh:  func() fyne.CanvasObject { return newRow(q.Small != nil) },
		Fill:   func(i int, o fyne.CanvasObject) { o.(*row).fill(c.shown[i], c.smallOf(c.shown[i])) },
		Chosen: func(i int) bool { return c.chosen[c.shown[i].name] },
		OnTap:  c.tap, OnEnter: c.enter, OnAll: c.chooseAll, OnRune: c.runeInRows, OnBack: c.up,
	}).Prepare()
	c.small.read, c.small.shown = q.Small, c.rows.Refresh
	c.panel.Body = c.lay()
	c.panel.First = c.name
	return c
}

// smallOf is the small picture of a file, where it has one and it is read.
func (c *chooser) smallOf(e entry) image.Image {
	if e.folder {
		return nil
	}
	return c.small.of(filepath.Join(c.folder, e.name))
}

func (c *chooser) word(key string) string { return c.say.Say("desk.files."+key, nil) }

// lay puts the places at the left, the path above and the name below the list.
func (c *chooser) lay() fyne.CanvasObject {
	side := container.New(layout.NewCustomPaddedVBoxLayout(1))
	for _, p := range c.where {
		name := filepath.Base(p.path)
		if p.key != "" {
			name = c.word("place." + p.key)
		}
		b := parts.NewQuiet(name, nil, func() { c.goTo(p.path, "") })
		b.Left, b.Hint = true, p.path
		c.sides = append(c.sides, b)
		side.Add(b)
	}
	c.path = parts.Words("", 13, look.SansBold, theme.ColorNameForeground)
	c.empty = parts.Words("", 13, look.Sans, look.Quiet)
	up := parts.NewQuiet("", theme.MoveUpIcon(), c.up)
	up.Hint = c.word("up")
	above := container.NewBorder(nil, nil, up, nil, container.New(layout.NewCustomPaddedLayout(4, 4, 4, 0), c.path))
	if q := c.q; q.What == New || q.What == Folder {
		made := parts.NewQuiet(c.word("new_folder"), theme.FolderNewIcon(), c.makeFolder)
		above = container.NewBorder(nil, nil, up, made, container.New(layout.NewCustomPaddedLayout(4, 4, 4, 0), c.path))
	}
	below := container.NewBorder(parts.Rule(), nil, nil, nil, container.New(layout.NewCustomPaddedLayout(6, 0, 6, 0), c.name))
	if len(c.q.Kinds) > 1 && c.q.What != Folder {
		names := make([]string, len(c.q.Kinds))
		for i, k := range c.q.Kinds {
			names[i] = k.Name
		}
		kinds := parts.NewPick(names, 0, func(i int) { c.kind = i; c.fill() })
		below = container.NewBorder(parts.Rule(), nil, nil, container.NewCenter(kinds.Button),
			container.New(layout.NewCustomPaddedLayout(6, 0, 6, 14), c.name))
	}
	list := container.NewStack(c.rows, container.NewCenter(c.empty))
	left := container.New(layout.NewCustomPaddedLayout(0, 0, 0, 14),
		container.NewStack(parts.Space(placesWidth*look.Scale(), 1), container.NewVScroll(side)))
	aligned := layout.NewCustomPaddedLayout(0, 0, 0, parts.ScrollRoom) // with the buttons; the list has its bar there
	return parts.Frame(nil, nil, left, nil, parts.Frame(
		container.New(aligned, container.NewVBox(above, parts.Rule())), container.New(aligned, below), nil, nil, list))
}

func (c *chooser) show(win fyne.Window) {
	c.panel.Show(win)
	if c.q.What == New {
		name := c.name.Text()
		c.name.Select(0, len([]rune(strings.TrimSuffix(name, filepath.Ext(name)))))
	}
	c.folder = filepath.Clean(c.q.Folder) // who answers before it is read means it, too
	c.goTo(c.q.Folder, "")
}

// goTo shows a folder, with one of its entries chosen. It is read in the
// background: it may lie behind a slow line.
func (c *chooser) goTo(folder, choose string) {
	c.reads++
	number := c.reads
	go func() {
		all, err := readFolder(folder)
		parts.OnUI(func() {
			c.came = max(c.came, number)
			switch {
			case number != c.reads || c.done:
			case err != nil:
				c.panel.Complain(c.say.Explain(err))
			default:
				c.panel.Complain("")
				c.folder, c.all = filepath.Clean(folder), all
				c.small.begin()
				if c.q.What != New {
					c.name.SetText("")
				}
				c.fill()
				c.stand(choose)
			}
		})
	}()
}

// stand chooses the entry of that name and brings it into view.
func (c *chooser) stand(name string) {
	for i, e := range c.shown {
		if e.name == name {
			c.chosen, c.from = map[string]bool{name: true}, i
			c.rows.StandAt(i)
			return
		}
	}
	c.rows.ScrollToTop()
	c.rows.StandAt(-1)
}

// emptyWord says why nothing is shown of a folder, where nothing is.
func (c *chooser) emptyWord(wanted string) string {
	switch {
	case len(c.shown) > 0:
		return ""
	case wanted != "":
		return c.word("not_found")
	case c.q.What == Folder:
		return c.say.Say("desk.files.no_folders", bulletin.Args{"word": c.q.Agree})
	}
	return c.word("empty")
}

// fill shows what fits of the folder.
func (c *chooser) fill() {
	wanted := ""
	if c.q.What != New && !isPath(c.name.Text()) {
		wanted = c.name.Text()
	}
	c.shown = fitting(c.all, &c.q, c.kind, wanted)
	c.chosen, c.from = map[string]bool{}, 0
	c.empty.Text = c.emptyWord(wanted)
	c.empty.Refresh()
	room := (chooserWidth - placesWidth - 180) * look.Scale()
	c.path.Text = field.Clamp(c.folder, field.Look{Size: c.path.TextSize, Leading: 1.4}, room, 1)[0]
	c.path.Refresh()
	for i, b := range c.sides {
		b.Chosen = c.where[i].path == c.folder
		b.Refresh()
	}
	c.rows.Refresh()
}

// typed looks for what was typed among the names.
func (c *chooser) typed() {
	c.replace = ""
	c.panel.Complain("")
	if c.q.What != New {
		c.fill()
	}
}

// walk leads from the name into the list.
func (c *chooser) walk() {
	if len(c.shown) > 0 {
		c.panel.Focus(c.rows.Focusable())
		c.rows.StandAt(max(0, c.rows.At()))
		c.tap(c.rows.At(), 0)
	}
}

// runeInRows goes on to look for what is typed while the keys stand in the
// list; where a new file gets its name, it goes to the next name that begins
// so.
func (c *chooser) runeInRows(r rune) {
	if c.q.What != New {
		c.name.SetText(c.name.Text() + string(r))
		c.typed()
		c.panel.Focus(c.name)
		c.name.SetCaret(c.name.Len())
		return
	}
	for n := range c.shown {
		i := (c.rows.At() + 1 + n) % len(c.shown)
		if strings.HasPrefix(viet.Fold(c.shown[i].name), viet.Fold(string(r))) {
			c.rows.StandAt(i)
			c.tap(i, 0)
			return
		}
	}
}

func (c *chooser) tap(i int, with fyne.KeyModifier) {
	e := c.shown[i]
	switch {
	case c.q.What == Many && with&fyne.KeyModifierShortcutDefault != 0:
		c.chosen[e.name] = !c.chosen[e.name]
		c.from = i
	case c.q.What == Many && with&fyne.KeyModifierShift != 0:
		c.chosen = map[string]bool{}
		for n := min(i, c.from); n <= max(i, c.from); n++ {
			c.chosen[c.shown[n].name] = true
		}
	default:
		c.chosen, c.from = map[string]bool{e.name: true}, i
	}
	if c.q.What == New && !e.folder {
		c.name.SetText(e.name)
		c.replace = ""
	}
	c.panel.Complain("")
	c.rows.Refresh()
}

func (c *chooser) chooseAll() {
	if c.q.What != Many {
		return
	}
	for _, e := range c.shown {
		c.chosen[e.name] = !e.folder
	}
	c.rows.Refresh()
}

// enter goes into a folder, or takes what was chosen.
func (c *chooser) enter(i int) {
	if c.shown[i].folder {
		c.goTo(filepath.Join(c.folder, c.shown[i].name), "")
		return
	}
	c.panel.Submit()
}

// up goes to the folder above and shows where one came from.
func (c *chooser) up() {
	if above := filepath.Dir(c.folder); above != c.folder {
		c.goTo(above, filepath.Base(c.folder))
	}
}

// makeFolder makes a folder here and goes into it; as long as it is empty, its
// name can be changed elsewhere.
func (c *chooser) makeFolder() {
	path := freeName(c.folder, c.word("new_folder"))
	if typed := strings.TrimSpace(c.name.Text()); c.q.What == Folder && typed != "" {
		path = resolve(c.folder, typed)
	}
	if err := os.Mkdir(path, 0o755); err != nil {
		c.panel.Complain(c.say.Explain(bulletin.NewTrouble("folder_not_made", bulletin.Args{"folder": path}, err)))
		return
	}
	c.goTo(path, "")
}

// agree takes what is chosen or typed; where that is a folder to look into, the
// panel stays.
func (c *chooser) agree() error {
	if c.q.What == New {
		return c.agreeNew()
	}
	typed := strings.TrimSpace(c.name.Text())
	paths := c.chosenPaths()
	switch {
	case len(paths) == 0 && typed != "":
		path := resolve(c.folder, typed)
		_, err := os.Stat(path)
		switch {
		case err == nil:
			paths = []string{path}
		case isPath(typed) || len(c.shown) == 0: // what is shown does not come of it
			return bulletin.NewTrouble("path_missing", bulletin.Args{"name": filepath.Base(path), "folder": filepath.Dir(path)}, nil)
		case len(c.shown) == 1:
			paths = []string{filepath.Join(c.folder, c.shown[0].name)}
		}
	case len(paths) == 0 && c.q.What == Folder:
		paths = []string{c.folder}
	}
	switch {
	case len(paths) == 0:
		return bulletin.NewTrouble("file_not_chosen", nil, nil)
	case c.q.What == Folder && !isFolder(paths[0]):
		return bulletin.NewTrouble("folder_missing", bulletin.Args{"folder": paths[0]}, nil)
	case c.q.What != Folder && isFolder(paths[0]):
		c.goTo(paths[0], "")
		return parts.ErrStay
	}
	c.finish(paths)
	return nil
}

// chosenPaths are what is chosen in the list, in its order: files, or the one
// folder.
func (c *chooser) chosenPaths() (paths []string) {
	for _, e := range c.shown {
		if c.chosen[e.name] && (!e.folder || c.q.What == Folder || len(c.chosen) == 1) {
			paths = append(paths, filepath.Join(c.folder, e.name))
		}
	}
	return paths
}

// agreeNew takes the name of a new file. Of one that is there already it asks
// once whether the new one shall take its place.
func (c *chooser) agreeNew() error {
	typed := strings.TrimSpace(c.name.Text())
	if typed == "" {
		return bulletin.NewTrouble("file_not_named", nil, nil)
	}
	path := resolve(c.folder, typed)
	if isFolder(path) {
		c.name.SetText("")
		c.goTo(path, "")
		return parts.ErrStay
	}
	path = c.q.named(path)
	if !isFolder(filepath.Dir(path)) {
		return bulletin.NewTrouble("folder_missing", bulletin.Args{"folder": filepath.Dir(path)}, nil)
	}
	if _, err := os.Lstat(path); err == nil && c.replace != path {
		c.replace = path
		return bulletin.NewTrouble("file_there", bulletin.Args{"file": filepath.Base(path), "word": c.q.Agree}, nil)
	}
	c.finish([]string{path})
	return nil
}

// finish answers once.
func (c *chooser) finish(paths []string) {
	if c.done {
		return
	}
	c.done = true
	parts.OnUI(func() { c.give(paths) }) // when the panel is gone
}
