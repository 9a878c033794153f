// Package list is the left pane of the desk: the search with its filters, the
// shelves of statuses and issues, and the drafts. It shows a desk.Listing and
// tells what people choose.
package list

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// Pane is the list with everything above and below it. Set its callbacks
// before it is shown.
type Pane struct {
	Object fyne.CanvasObject
	Search *field.Field
	Rows   *parts.Rows
	Chosen desk.Selection

	Sort     storage.Sort // the order in force
	Ranked   bool         // what fits the search best comes first, since Enter
	OnSearch func()
	OnSort   func(storage.Sort)
	OnOpen   func(bulletin.ID)
	About    func(storage.Summary) About

	Issues     []Issue // the newest first
	OnIssue    func()  // an issue was chosen, or left
	OtherIssue func(fyne.Position, []Issue)

	Gone         []Issue // the issues that are deleted
	OnIssueMenu  func(Issue, fyne.Position)
	OnEraseIssue func(Issue)
	OnGoneIssue  func(Issue, fyne.Position) // a deleted one was pressed

	// Acts are what can be done with the chosen articles; "" is a line between
	// two of them. OnAct does it.
	Acts  []string
	OnAct func(act string, ids []bulletin.ID, at fyne.Position)
	// OnMove puts stories of the issue that is shown before the story in a row.
	OnMove func(ids []bulletin.ID, before int)
	// OnInto puts articles that were dragged onto an issue into it.
	OnInto func(ids []bulletin.ID, issue bulletin.ID)

	say       *translations.Catalogue
	listing   *desk.Listing
	column    *fyne.Container // all of the pane
	shelves   *fyne.Container
	onShelves *container.Scroll // that they are in
	chips     *fyne.Container
	head      *fyne.Container
	order     *parts.Quiet
	byEnter   *parts.Quiet // says that Enter ranks
	wantsBest bool         // what fits best is opened when it is found
	awaits    bool         // other words were typed than those that the list answers
	wantsDown bool         // the keys go into the list when it answers them
	filter    *parts.Quiet
	bar       *fyne.Container
	nothing   *fyne.Container
	onIssues  []*shelf
	carried   []bulletin.ID // what is being dragged
}

// shelvesPad is the room above and below the shelves.
const shelvesPad = 5

// New makes the pane.
func New(say *translations.Catalogue, listing *desk.Listing) *Pane {
	l := &Pane{say: say, listing: listing}
	l.Search = l.newSearch()
	l.shelves = container.New(layout.NewCustomPaddedVBoxLayout(0))
	l.chips = container.New(layout.NewCustomPaddedVBoxLayout(0))
	l.nothing, l.bar = container.NewStack(), container.NewStack()
	l.Rows = l.newRows()
	l.order = parts.NewQuiet("", nil, nil)
	l.order.TextSize, l.order.At, l.order.Hint = 12, l.chooseOrder, say.Say("desk.list.order_hint", nil)
	l.head = container.New(layout.NewCustomPaddedLayout(0, 0, 4, 8),
		container.NewBorder(nil, nil, l.order, l.newByEnter()))
	tight := layout.NewCustomPaddedVBoxLayout(0)
	search := container.New(tight, l.searchBox(), l.chips, parts.Rule())
	shelves := parts.Padded(shelvesPad, 0, l.shelves)
	l.onShelves = container.NewVScroll(shelves)
	order := container.New(tight, parts.Rule(), l.head)
	l.column = container.New(&column{shelves}, search, l.onShelves, order, container.NewStack(l.Rows, l.nothing), l.bar)
	l.Object = l.column
	return l
}

func (l *Pane) newRows() *parts.Rows {
	r := &parts.Rows{
		Length: l.listing.Len,
		Fresh:  func() fyne.CanvasObject { return newRow() },
		Fill:   l.fill,
		Height: rowHeight,
		Chosen: func(i int) bool { return i < l.listing.Len() && l.Chosen.Has(l.listing.At(i).ID) },
		OnTap:  l.tapped,
		OnAll:  func() { l.Chosen.All(l.listing); l.chose() },
		OnMenu: func(_ int, at fyne.Position) { l.offerActs(at) },
		OnErase: func() {
			if ids := l.Chosen.In(l.listing); len(ids) > 0 && l.OnAct != nil {
				l.OnAct("delete", ids, fyne.Position{})
			}
		},
		OnDrag: l.dragged,
		OnDrop: l.dropped,
	}
	return r.Prepare()
}

func (l *Pane) fill(i int, o fyne.CanvasObject) {
	if i >= l.listing.Len() {
		return
	}
	s := l.listing.At(i)
	row := o.(*row)
	row.unread = l.listing.Unread.Has(s.ID)
	begins := l.listing.Begins[s.ID]
	row.begun = begins != ""
	row.fill(s, cmp.Or(begins, l.say.Say("desk.untitled", nil)), l.About(s))
}

// tapped chooses a row, or with Ctrl and Shift several.
func (l *Pane) tapped(i int, with fyne.KeyModifier) {
	if i >= l.listing.Len() {
		return
	}
	id := l.listing.At(i).ID
	switch {
	case with&fyne.KeyModifierShift != 0:
		l.Chosen.Reach(l.listing, i)
	case with&fyne.KeyModifierShortcutDefault != 0:
		if only := l.Chosen.In(l.listing); len(only) != 1 || only[0] != id { // the open one stays the first of several
			l.Chosen.Toggle(id)
		}
	default:
		l.Chosen.Only(id)
		l.chose()
		l.OnOpen(id)
		return
	}
	l.chose()
}

// chose shows what is chosen, and what can be done with several.
func (l *Pane) chose() {
	l.Rows.Refresh()
	l.bar.RemoveAll()
	if ids := l.Chosen.In(l.listing); len(ids) > 1 {
		l.bar.Add(l.actBar(len(ids)))
	}
	l.bar.Refresh()
	l.lay()
}

func (l *Pane) newSearch() *field.Field {
	f := field.New(field.Look{Size: look.Text(13), Leading: 1.5})
	f.ChosenInk = look.Chosen
	f.Name, f.OneRow = "search", true
	f.Ghost = l.say.Say("desk.search", nil)
	f.MenuWord = func(action string) string { return l.say.Say("desk.edit."+action, nil) }
	f.OnChanged = func() {
		l.Ranked, l.wantsBest = false, false
		l.awaits, l.wantsDown = true, false
		l.OnSearch()
	}
	f.OnEscape = func() {
		if f.Len() > 0 {
			f.Rewrite("")
		}
	}
	f.OnEnter = func() {
		if f.Len() == 0 {
			l.openRow(0)
			return
		}
		l.wantsBest = true
		l.rank()
	}
	f.OnLeave = func(to field.Direction, _ float32) {
		if to == field.Down && l.listing.Len() > 0 {
			l.goDown()
		}
	}
	return f
}

// goDown leads the keys from the search into the list: to the article that is
// open where it is among those found, else to the first. While an answer is on
// its way the list still shows what is not meant, so they wait for it.
func (l *Pane) goDown() {
	if c := l.canvas(); c != nil {
		c.Focus(l.Rows.Focusable())
	}
	if l.wantsDown = l.awaits; l.wantsDown {
		return
	}
	first := 0
	if chosen := l.Chosen.In(l.listing); len(chosen) > 0 {
		first = l.listing.Row(chosen[0])
	}
	l.openRow(first)
}

func (l *Pane) openRow(i int) {
	if i < l.listing.Len() {
		l.Rows.StandAt(i)
		l.tapped(i, 0)
	}
}

func (l *Pane) searchBox() fyne.CanvasObject {
	glass := look.Picture(theme.NewColoredResource(theme.SearchIcon(), look.Ghost))
	glass.SetMinSize(fyne.NewSquareSize(16 * look.Scale()))
	l.filter = parts.NewQuiet("", look.FilterMark, nil)
	l.filter.At, l.filter.Hint = l.chooseFilter, l.say.Say("desk.list.filter_hint", nil)
	box := container.NewBorder(nil, nil, container.NewCenter(glass), container.NewCenter(l.filter), container.NewPadded(l.Search))
	return container.New(layout.NewCustomPaddedLayout(6, 6, 12, 5), box)
}

// Show shows the listing as it is now, with id chosen where it is listed.
func (l *Pane) Show(id bulletin.ID) {
	l.fillShelves()
	l.fillChips()
	l.showOrder()
	parts.Show(l.head, l.listing.Issue() == "")
	l.lay()
	l.Select(id)
	l.nothing.RemoveAll()
	if l.listing.Len() == 0 {
		l.nothing.Add(l.emptiness())
	}
	l.nothing.Refresh()
}

// lay gives every part of the pane the room that it wants now.
func (l *Pane) lay() { l.column.Layout.Layout(l.column.Objects, l.column.Size()) }

// Select marks the row of an article without opening it; where several are
// chosen and it is one of them, they stay so.
func (l *Pane) Select(id bulletin.ID) {
	if several := l.Chosen.In(l.listing); len(several) < 2 || !l.Chosen.Has(id) && id != "" {
		l.Chosen.Only(id)
		if i := l.listing.Row(id); i >= 0 && i != l.Rows.At() {
			l.Rows.StandAt(i)
		}
	}
	l.chose()
}

// emptiness says why there is nothing, and offers the way out.
func (l *Pane) emptiness() fyne.CanvasObject {
	key := "desk.no_drafts"
	filtered := !l.listing.Filtered().IsZero()
	switch {
	case l.listing.Issue() != "" && l.Search.Len() == 0:
		key = "desk.none_in_issue"
	case filtered:
		key = "desk.none_filtered"
	case l.Search.Len() > 0:
		key = "desk.nothing_found"
	case l.listing.Deleted() && len(l.Gone) > 0:
		key = "desk.none_deleted_but_issues"
	case l.listing.Deleted():
		key = "desk.none_deleted"
	case l.listing.Status() != "":
		key = "desk.none_in_status"
	}
	box := container.NewVBox(parts.Space(1, 36), parts.Nothing(l.say.Say(key, nil)))
	if filtered {
		out := parts.NewQuiet(l.say.Say("desk.list.no_filter", nil), nil, func() { l.Filter(desk.Filter{}) })
		out.Ink, out.Bold = theme.ColorNamePrimary, true
		box.Add(container.NewCenter(out))
	}
	return box
}

// ShowAll leaves every shelf and shows all drafts.
func (l *Pane) ShowAll() {
	l.listing.Show("")
	l.chosen()
}

// chosen shows what stands on the shelf that was chosen.
func (l *Pane) chosen() {
	l.Show("")
	l.Rows.ScrollToTop()
	l.OnIssue()
}
