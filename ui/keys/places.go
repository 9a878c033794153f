package keys

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Line is some keys that do the same, or the same in several directions.
type Line struct {
	Does string // the sentence "desk.key.PLACE.DOES" says what
	Held fyne.KeyModifier
	Keys []fyne.KeyName
}

// Place is where the keyboard can be, with the keys that are answered there beside
// those of the main menu. Its name is the sentence "desk.key.NAME".
type Place struct {
	Name  string
	Lines []Line
}

func line(does string, held fyne.KeyModifier, keys ...fyne.KeyName) Line {
	return Line{does, held, keys}
}

const (
	up, down, left, right = fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight
	home, end             = fyne.KeyHome, fyne.KeyEnd
	pageUp, pageDown      = fyne.KeyPageUp, fyne.KeyPageDown
	enter, escape, space  = fyne.KeyReturn, fyne.KeyEscape, fyne.KeySpace
	del, backspace        = fyne.KeyDelete, fyne.KeyBackspace
)

// Digits stand for the numbers of what is offered, from 1 on.
const Digits fyne.KeyName = "1 2 3"

// Letters stand for whatever is typed.
const Letters fyne.KeyName = "a b c"

// Places are all of them, in the order in which the sheet of shortcuts shows them. A
// test compares them with what the code answers to.
func Places() []Place { return slices.Concat(writing(), listing(), looking(), asking()) }

// writing is where text has the keyboard, and what holds everywhere.
func writing() []Place {
	return []Place{
		{"sheet", []Line{
			line("next_line", 0, enter),
			line("line_break", Shift, enter),
			line("field", 0, fyne.KeyTab),
			line("field_back", Shift, fyne.KeyTab),
			line("move", 0, up, down, left, right, home, end, pageUp, pageDown),
			line("select", Shift, up, down, left, right, home, end, pageUp, pageDown),
			line("word", Ctrl, left, right),
			line("block", Ctrl, up, down),
			line("edge", Ctrl, home, end),
			line("erase", 0, backspace, del),
			line("erase_word", Ctrl, backspace, del),
			line("redo", CtrlShift, fyne.KeyZ),
			line("leave", 0, escape),
		}},
		{"anywhere", []Line{
			line("menu", 0, desktop.KeyMenu),
			line("menu", Shift, fyne.KeyF10),
			line("next", 0, fyne.KeyTab),
			line("back", Shift, fyne.KeyTab),
			line("press", 0, space, enter),
			line("choose", 0, up, down, left, right),
			line("leave", 0, escape),
		}},
	}
}

// listing is where articles and stories are listed and made up.
func listing() []Place {
	return []Place{
		{"list", []Line{
			line("search", 0, enter, down),
			line("walk", 0, up, down, home, end, pageUp, pageDown),
			line("several", Shift, up, down, home, end, pageUp, pageDown),
			line("pass", Ctrl, up, down),
			line("one_more", 0, space),
			line("all", Ctrl, fyne.KeyA),
			line("delete", 0, del),
		}},
		{"table", []Line{
			line("walk", 0, up, down, home, end, pageUp, pageDown),
			line("open", 0, enter),
			line("put", 0, enter),
			line("out", 0, del),
		}},
		{"variants", []Line{
			line("walk", 0, up, down, left, right, home, end),
			line("take", 0, enter, space),
			line("shut", 0, escape),
		}},
		{"hole", []Line{
			line("width", 0, left, right),
			line("height", 0, up, down),
			line("page", 0, pageUp, pageDown),
			line("out", 0, del, backspace),
		}},
	}
}

// looking is beside the text.
func looking() []Place {
	return []Place{
		{"crop", []Line{
			line("move", 0, up, down, left, right),
			line("far", Shift, up, down, left, right),
			line("size", 0, fyne.KeyPlus, fyne.KeyEqual, fyne.KeyMinus),
			line("stretch", Ctrl, left, right, up, down),
			line("stretch_far", CtrlShift, left, right, up, down),
			line("focus", 0, space),
			line("undo", Ctrl, fyne.KeyZ),
			line("whole", 0, del, backspace),
			line("keep", 0, enter),
			line("leave", 0, escape, fyne.KeyTab),
		}},
		{"find", []Line{
			line("next", 0, enter),
			line("previous", Shift, enter),
			line("replace", 0, enter),
			line("shut", 0, escape),
		}},
		{"findings", []Line{
			line("walk", 0, up, down, home, end),
			line("go", 0, enter, space),
		}},
		{"history", []Line{
			line("walk", 0, up, down, home, end, pageUp, pageDown),
			line("compare", Shift, up, down, home, end, pageUp, pageDown),
			line("compare", 0, space),
		}},
	}
}

// asking is before the window.
func asking() []Place {
	return []Place{
		{"settle", []Line{
			line("take", 0, Digits),
			line("walk", 0, up, down, home, end),
			line("page", 0, pageUp, pageDown),
		}},
		{"panel", []Line{
			line("field", 0, enter),
			line("agree", 0, enter),
			line("scroll", 0, up, down, home, end, pageUp, pageDown),
			line("shut", 0, escape),
		}},
		{"files", []Line{
			line("look", 0, Letters),
			line("walk", 0, down),
			line("choose", 0, up, down, home, end, pageUp, pageDown),
			line("open", 0, enter),
			line("up", 0, backspace),
			line("pass", Ctrl, up, down),
			line("one_more", 0, space),
			line("several", Shift, up, down, home, end, pageUp, pageDown),
			line("all", Ctrl, fyne.KeyA),
		}},
		{"menus", []Line{
			line("walk", 0, up, down, home, end, fyne.KeyTab),
			line("open", 0, right),
			line("shut", 0, left),
			line("find", 0, Letters),
			line("take", 0, enter),
			line("leave", 0, escape),
		}},
	}
}

// Gesture is something that is done with the mouse, with what is held meanwhile. The
// sentence "desk.mouse.NAME" says how, "desk.mouse.NAME.does" what it does.
type Gesture struct {
	Name string
	Held fyne.KeyModifier
}

// Gestures are those of the mouse that one does not see, and what by keys does the same
// stands in the menus.
func Gestures() []Gesture {
	return []Gesture{
		{"right", 0},
		{"double_text", 0},
		{"triple_text", 0},
		{"text_to", Shift},
		{"name", 0},
		{"list_more", Ctrl},
		{"list_to", Shift},
		{"list_drag", 0},
		{"compare", Shift},
		{"story_order", 0},
		{"story_pin", 0},
		{"story_rest", 0},
		{"hole_draw", Ctrl},
		{"hole_drag", 0},
		{"page_zoom", Ctrl},
		{"page_text", 0},
		{"edge", 0},
		{"photo_drag", 0},
		{"crop", 0},
		{"drop", 0},
	}
}
