package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/field"
	"bantin/ui/look"
)

// list is the left pane: the search, the statuses with their counts, and the
// drafts.
type list struct {
	say      *translations.Catalogue
	listing  *desk.Listing
	search   *field.Field
	shelves  *fyne.Container
	rows     *rowList
	nothing  *fyne.Container
	pane     fyne.CanvasObject
	choosing bool // the program selects a row itself

	OnSearch func(text string)
	OnOpen   func(bulletin.ID)
	About    func(storage.Summary) aboutRow

	issues     []shelvedIssue // the newest first
	OnIssue    func()         // an issue was chosen, or left
	OtherIssue func(fyne.Position, []shelvedIssue)
}

func newList(say *translations.Catalogue, listing *desk.Listing) *list {
	l := &list{say: say, listing: listing}
	l.search = l.newSearch()
	l.shelves = container.New(layout.NewCustomPaddedVBoxLayout(0))
	l.nothing = container.NewStack()
	l.rows = newRowList(listing.Len,
		func() fyne.CanvasObject { return newRow() },
		func(i widget.ListItemID, o fyne.CanvasObject) {
			if i < listing.Len() {
				s := listing.At(i)
				o.(*row).Fill(s, say.Say("desk.untitled", nil), l.About(s))
			}
		})
	l.rows.HideSeparators = true
	l.rows.OnSelected = func(i widget.ListItemID) {
		if !l.choosing && i < listing.Len() {
			l.OnOpen(listing.At(i).ID)
		}
	}
	top := container.New(layout.NewCustomPaddedVBoxLayout(0), l.searchBox(), rule(), space(1, 5), l.shelves, space(1, 5), rule())
	l.pane = container.NewStack(ground(theme.ColorNameBackground),
		container.NewBorder(top, nil, nil, nil, container.NewStack(l.rows, l.nothing)))
	return l
}

func (l *list) newSearch() *field.Field {
	f := field.New(field.Look{Size: look.Text(13), Leading: 1.5})
	f.ChosenInk = look.Chosen
	f.Name, f.OneRow = "search", true
	f.Ghost = l.say.Say("desk.search", nil)
	f.OnChanged = func() { l.OnSearch(f.Text()) }
	f.OnEscape = func() {
		if f.Len() > 0 {
			f.Rewrite("")
		}
	}
	f.OnEnter = func() { l.openRow(0) }
	f.OnLeave = func(to field.Direction, _ float32) {
		if to == field.Down {
			l.openRow(max(0, l.selected()))
		}
	}
	return f
}

func (l *list) selected() int { return -1 }

func (l *list) openRow(i int) {
	if i < l.listing.Len() {
		l.rows.Select(i)
	}
}

func (l *list) searchBox() fyne.CanvasObject {
	glass := canvas.NewImageFromResource(theme.NewColoredResource(theme.SearchIcon(), look.Ghost))
	glass.FillMode = canvas.ImageFillContain
	glass.SetMinSize(fyne.NewSquareSize(16 * look.Scale()))
	box := container.NewBorder(nil, nil, container.NewCenter(glass), nil, container.NewPadded(l.search))
	return container.New(layout.NewCustomPaddedLayout(6, 6, 12, 10), box)
}

// Show shows the listing as it is now, with id selected where it is listed.
func (l *list) Show(id bulletin.ID, searching bool) {
	l.fillShelves()
	l.rows.Refresh()
	l.Select(id)
	l.nothing.RemoveAll()
	if l.listing.Len() == 0 {
		l.nothing.Add(l.emptiness(searching))
	}
}

// Select marks the row of an article without opening it.
func (l *list) Select(id bulletin.ID) {
	l.choosing = true
	defer func() { l.choosing = false }()
	if i := l.listing.Row(id); i >= 0 {
		l.rows.Select(i)
	} else {
		l.rows.UnselectAll()
	}
}

// emptiness says why there is nothing.
func (l *list) emptiness(searching bool) fyne.CanvasObject {
	key := "desk.no_drafts"
	switch {
	case searching:
		key = "desk.nothing_found"
	case l.listing.Deleted():
		key = "desk.none_deleted"
	case l.listing.Status() != "":
		key = "desk.none_in_status"
	case l.listing.Issue() != "":
		key = "desk.none_in_issue"
	}
	text := widget.NewLabel(l.say.Say(key, nil))
	text.Wrapping = fyne.TextWrapWord
	text.Alignment = fyne.TextAlignCenter
	text.Importance = widget.LowImportance
	return container.NewVBox(space(1, 40), text)
}

// fillShelves lists the statuses that have articles, and all of them, and the
// deleted ones.
func (l *list) fillShelves() {
	counts, all := l.listing.Counts()
	l.shelves.RemoveAll()
	l.shelves.Add(l.shelf("", l.say.Say("desk.all_drafts", nil), all))
	for _, s := range bulletin.Statuses() {
		if counts[s] > 0 || s == l.listing.Status() {
			l.shelves.Add(l.shelf(s, l.say.Say("status."+string(s), nil), counts[s]))
		}
	}
	if n := l.listing.CountDeleted(); n > 0 || l.listing.Deleted() {
		l.shelves.Add(newShelf(look.DeletedMark, l.say.Say("desk.deleted_drafts", nil), l.say.Number(n), l.listing.Deleted(), l.chooseDeleted))
	}
	l.fillIssues()
}

// chooseDeleted shows the deleted articles.
func (l *list) chooseDeleted() {
	l.listing.ShowDeleted()
	l.chosen()
}

func (l *list) shelf(s bulletin.Status, name string, count int) fyne.CanvasObject {
	var mark fyne.Resource
	if s != "" {
		mark = look.StatusMark(s)
	}
	chosen := l.listing.Status() == s && l.listing.Issue() == "" && !l.listing.Deleted()
	return newShelf(mark, name, l.say.Number(count), chosen, func() {
		l.listing.Show(s)
		l.chosen()
	})
}

// chosen shows what stands on the shelf that was chosen.
func (l *list) chosen() {
	l.Show("", l.search.Len() > 0)
	l.rows.ScrollToTop()
	l.OnIssue()
}

// rowList is a list that gives the keys that it has no use for to the window.
type rowList struct{ widget.List }

func newRowList(length func() int, create func() fyne.CanvasObject, update func(widget.ListItemID, fyne.CanvasObject)) *rowList {
	l := &rowList{List: widget.List{Length: length, CreateItem: create, UpdateItem: update}}
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey walks through the list, or passes the key on.
func (l *rowList) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		l.List.TypedKey(key)
	default:
		passOn(l, key)
	}
}
