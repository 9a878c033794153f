package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bantin/ui/keys"
)

// told is where the sheet of shortcuts tells of the keys of a part of the code: a place
// of keys.Places, or the main menu, with what is held.
type told struct {
	place string
	held  fyne.KeyModifier
}

const inMenu = "the main menu"

// answers are the parts of the code that answer to keys.
var answers = map[string][]told{
	"ui.isWriting":             {{"sheet", 0}},
	"ui.plainKey":              {{"anywhere", 0}, {"panel", 0}},
	"editor.press":             {{"sheet", 0}, {"anywhere", 0}, {"anywhere", keys.Shift}},
	"editor.moveKey":           {{"sheet", 0}, {"sheet", keys.Shift}},
	"editor.moveWithControl":   {{"sheet", keys.Ctrl}},
	"editor.typedWithControl":  {{"sheet", keys.Ctrl}, {"sheet", keys.CtrlShift}, {inMenu, keys.Ctrl}},
	"editor.typedWithAlt":      {{inMenu, keys.Alt}},
	"editor.KindKeys":          {{inMenu, keys.CtrlAlt}},
	"editor.cropKey":           {{"crop", 0}, {"crop", keys.Shift}},
	"editor.arrow":             {{"crop", 0}, {"crop", keys.Shift}, {"crop", keys.Ctrl}, {"crop", keys.CtrlShift}},
	"field.press":              {{"sheet", 0}, {"find", 0}, {"panel", 0}, {"list", 0}, {"files", 0}},
	"field.moveKey":            {{"sheet", 0}, {"sheet", keys.Shift}, {"list", 0}, {"files", 0}},
	"field.typedWithControl":   {{"sheet", keys.Ctrl}, {"sheet", keys.CtrlShift}},
	"pop.TypedKey":             {{"menus", 0}},
	"settle.takes":             {{"settle", 0}},
	"makeup.TypedKey":          {{"variants", 0}},
	"preview.TypedKey":         {{"hole", 0}},
	"findings.walk":            {{"findings", 0}},
	"list.TypedKey":            {{"list", 0}},
	"parts.Pressable.TypedKey": {{"anywhere", 0}, {"findings", 0}},
	"parts.TypedKey":           {{"anywhere", 0}, {"findings", 0}, {"list", 0}, {"list", keys.Shift}, {"table", 0}, {"history", 0}, {"history", keys.Shift}, {"files", 0}, {"files", keys.Shift}},
	"parts.passes":             {{"list", keys.Ctrl}, {"files", keys.Ctrl}},
	"parts.AsksMenu":           {{"anywhere", 0}, {"anywhere", keys.Shift}},
	"parts.walk":               {{"anywhere", 0}},
	"parts.ScrollTop":          {{"panel", 0}},
	"parts.SubmitTop":          {{"panel", 0}},
	"parts.isEnter":            {{"anywhere", 0}, {"panel", 0}},
	"keys.Up":                  {{inMenu, keys.Alt}},
	"keys.Down":                {{inMenu, keys.Alt}},
	"keys.Bold":                {{inMenu, keys.Ctrl}},
	"keys.Italic":              {{inMenu, keys.Ctrl}},
	"keys.Photo":               {{inMenu, keys.CtrlShift}},
	"keys.Send":                {{inMenu, keys.CtrlShift}},
	"keys.Export":              {{inMenu, keys.Ctrl}},
	"keys.MakeUp":              {{inMenu, 0}},
	"keys.IssueFacts":          {{inMenu, keys.CtrlAlt}},
	"keys.DeleteIssue":         {{inMenu, keys.CtrlAlt}},
	"keys.Variants":            {{inMenu, 0}},
	"keys.Delete":              {{"list", 0}, {"table", 0}},
}

// byFyne are the keys that Fyne answers to by itself or hands over in another shape.
var byFyne = map[told][]fyne.KeyName{
	{"sheet", keys.Shift}:    {fyne.KeyReturn, fyne.KeyTab}, // editor.press and field.enter ask whether Shift is held
	{"find", keys.Shift}:     {fyne.KeyReturn},              // the same
	{"anywhere", 0}:          {fyne.KeyTab},                 // walks
	{"anywhere", keys.Shift}: {fyne.KeyTab},
	{"list", keys.Ctrl}:      {fyne.KeyA}, // is a ShortcutSelectAll
	{"files", keys.Ctrl}:     {fyne.KeyA},
	{"crop", keys.Ctrl}:      {fyne.KeyZ}, // is a ShortcutUndo
}

// answersNothing are the parts that name keys and answer to none.
var answersNothing = map[string]string{
	"typing.isHeld":    "keys that are only held",
	"typing.Key":       "tells letters of an input method from keys",
	"typing.ends":      "the same",
	"typing.waits":     "the same",
	"ui.fileMenu":      "the main menu, whose keys are read from it",
	"ui.editMenu":      "the same",
	"ui.articleMenu":   "the same",
	"ui.issueMenu":     "the same",
	"ui.viewMenu":      "the same",
	"ui.helpMenu":      "the same",
	"ui.pluses":        "other keys for some of them; see otherKeys",
	"ui.otherKeys":     "shows those",
	"ui.widthItems":    "the main menu, whose keys are read from it",
	"ui.keyNames":      "names of keys",
	"ui.keyName":       "names of keys",
	"editor.kindNames": "the order of KindKeys",
	"typing.KeyDown":   "Shift alone",
	"parts.Quiet.owed": "keeps keys for others",
	"ui.nextUnasked":   "a key that was held back",
	"ui.lendKeys":      "a key that was held back",
	"keys.Places":      "the sheet itself",
	"keys.writing":     "the same", "keys.listing": "the same", "keys.looking": "the same", "keys.asking": "the same",
}

// withMouse are the parts in which something held changes what the mouse does.
var withMouse = map[string][]string{
	"editor.MouseDown": {"text_to"},
	"field.MouseDown":  {"text_to"},
	"list.tapped":      {"list_more", "list_to"},
	"files.tap":        {"list_more", "list_to"},
	"preview.draw":     {"hole_draw"},
	"preview.Scrolled": {"page_zoom"},
}

// named are the keys and the modifiers that each part of the code names.
func named(t *testing.T) (pressed map[string]map[string]bool, held map[string]bool) {
	t.Helper()
	pressed, held = map[string]map[string]bool{}, map[string]bool{}
	note := func(part string, in ast.Node) {
		ast.Inspect(in, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if from, ok := s.X.(*ast.Ident); !ok || from.Name != "fyne" && from.Name != "desktop" {
				return true
			}
			switch name := s.Sel.Name; {
			case strings.HasPrefix(name, "KeyModifier"):
				held[part] = held[part] || name != "KeyModifier"
			case strings.HasPrefix(name, "Key") && keyCalled[name] != "":
				if pressed[part] == nil {
					pressed[part] = map[string]bool{}
				}
				pressed[part][name] = true
			case strings.HasPrefix(name, "Key") && !slices.Contains([]string{"KeyName", "KeyEvent", "Keyable", "KeyboardShortcut", "KeyUnknown"}, name):
				t.Errorf("%s: %s is in no table of this test", part, name)
			}
			return true
		})
	}
	eachFile(t, func(file *ast.File) {
		for _, decl := range file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				note(file.Name.Name+"."+d.Name.Name, d)
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					if v, ok := spec.(*ast.ValueSpec); ok && d.Tok == token.VAR {
						for i := range v.Values {
							note(file.Name.Name+"."+v.Names[i].Name, v.Values[i])
						}
					}
				}
			}
		}
	})
	return pressed, held
}

// eachFile gives every file of the window's code.
func eachFile(t *testing.T, do func(*ast.File)) {
	t.Helper()
	check(t, filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, "windowtest") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err == nil {
			do(file)
		}
		return err
	}))
}

// keyCalled are the keys by the names that code has for them.
var keyCalled = map[string]fyne.KeyName{
	"KeyUp": fyne.KeyUp, "KeyDown": fyne.KeyDown, "KeyLeft": fyne.KeyLeft, "KeyRight": fyne.KeyRight, "KeyHome": fyne.KeyHome, "KeyEnd": fyne.KeyEnd,
	"KeyPageUp": fyne.KeyPageUp, "KeyPageDown": fyne.KeyPageDown, "KeyReturn": fyne.KeyReturn, "KeyEnter": fyne.KeyReturn, "KeyEscape": fyne.KeyEscape,
	"KeySpace": fyne.KeySpace, "KeyTab": fyne.KeyTab, "KeyDelete": fyne.KeyDelete, "KeyBackspace": fyne.KeyBackspace, "KeyMenu": desktop.KeyMenu,
	"KeyPlus": fyne.KeyPlus, "KeyEqual": fyne.KeyEqual, "KeyMinus": fyne.KeyMinus, "KeyComma": fyne.KeyComma,
	"Key0": fyne.Key0, "Key1": fyne.Key1, "Key2": fyne.Key2, "Key3": fyne.Key3, "Key4": fyne.Key4, "Key5": fyne.Key5, "Key6": fyne.Key6, "Key7": fyne.Key7, "Key8": fyne.Key8, "Key9": fyne.Key9,
	"KeyF1": fyne.KeyF1, "KeyF4": fyne.KeyF4, "KeyF5": fyne.KeyF5, "KeyF6": fyne.KeyF6, "KeyF7": fyne.KeyF7, "KeyF8": fyne.KeyF8, "KeyF9": fyne.KeyF9, "KeyF10": fyne.KeyF10,
	"KeyA": fyne.KeyA, "KeyB": fyne.KeyB, "KeyE": fyne.KeyE, "KeyF": fyne.KeyF, "KeyG": fyne.KeyG, "KeyH": fyne.KeyH, "KeyI": fyne.KeyI, "KeyK": fyne.KeyK,
	"KeyM": fyne.KeyM, "KeyN": fyne.KeyN, "KeyO": fyne.KeyO, "KeyP": fyne.KeyP, "KeyQ": fyne.KeyQ, "KeyR": fyne.KeyR, "KeyS": fyne.KeyS, "KeyV": fyne.KeyV,
	"KeyX": fyne.KeyX, "KeyZ": fyne.KeyZ, "KeyLeftBracket": fyne.KeyLeftBracket, "KeyRightBracket": fyne.KeyRightBracket,
	"KeyControlLeft": desktop.KeyControlLeft, "KeyControlRight": desktop.KeyControlRight, "KeyShiftLeft": desktop.KeyShiftLeft, "KeyShiftRight": desktop.KeyShiftRight,
	"KeyAltLeft": desktop.KeyAltLeft, "KeyAltRight": desktop.KeyAltRight, "KeySuperLeft": desktop.KeySuperLeft, "KeySuperRight": desktop.KeySuperRight,
}

// TestTheSheetTellsEveryKeyThatTheCodeAnswersTo, and none that it does not.
func TestTheSheetTellsEveryKeyThatTheCodeAnswersTo(t *testing.T) {
	w := opened(t, 1)
	sheet := map[told]map[fyne.KeyName]bool{}
	tell := func(at told, k fyne.KeyName) {
		if sheet[at] == nil {
			sheet[at] = map[fyne.KeyName]bool{}
		}
		sheet[at][k] = false
	}
	for _, m := range w.menu().Items {
		for _, i := range keyed(m) {
			k := i.Shortcut.(fyne.KeyboardShortcut)
			tell(told{inMenu, k.Mod()}, k.Key())
		}
	}
	for _, place := range keys.Places() {
		for _, l := range place.Lines {
			for _, k := range l.Keys {
				if k != keys.Digits && k != keys.Letters {
					tell(told{place.Name, l.Held}, k)
				}
			}
		}
	}
	pressed, _ := named(t)
	for _, part := range slices.Sorted(maps.Keys(pressed)) {
		if answersNothing[part] != "" {
			continue
		}
		for name := range pressed[part] {
			isTold := false
			for _, at := range answers[part] {
				if _, ok := sheet[at][keyCalled[name]]; ok {
					sheet[at][keyCalled[name]], isTold = true, true
				}
			}
			if !isTold {
				t.Errorf("%s answers to %s, which the sheet does not tell", part, name)
			}
		}
	}
	for at, all := range sheet {
		for k, answered := range all {
			if at.place != inMenu && !answered && !slices.Contains(byFyne[at], k) {
				t.Errorf("the sheet tells in %q, with %v held, of %s, to which nothing answers", at.place, at.held, k)
			}
		}
	}
}

// rowsAt are the places of the lists, by the packages that make them, and rowsAnswer what
// a list answers to where such a field of it is set.
var (
	rowsAt     = map[string]string{"list": "list", "makeup": "table", "history": "history", "files": "files"}
	rowsAnswer = map[string]keys.Line{
		"OnTap":   {Keys: []fyne.KeyName{fyne.KeyUp, fyne.KeyDown}},
		"OnEnter": {Keys: []fyne.KeyName{fyne.KeyReturn}},
		"OnErase": {Keys: []fyne.KeyName{fyne.KeyDelete}},
		"OnBack":  {Keys: []fyne.KeyName{fyne.KeyBackspace}},
		"OnRune":  {Keys: []fyne.KeyName{keys.Letters}},
		"OnAll":   {Held: keys.Ctrl, Keys: []fyne.KeyName{fyne.KeyA}},
	}
)

// TestTheSheetTellsWhatEachListAnswersTo.
func TestTheSheetTellsWhatEachListAnswersTo(t *testing.T) {
	told := map[string][]keys.Line{}
	for _, p := range keys.Places() {
		told[p.Name] = p.Lines
	}
	lists := 0
	eachFile(t, func(file *ast.File) {
		ast.Inspect(file, func(n ast.Node) bool {
			made, ok := n.(*ast.CompositeLit)
			if !ok {
				return true
			}
			if of, ok := made.Type.(*ast.SelectorExpr); !ok || of.Sel.Name != "Rows" {
				return true
			}
			lists++
			place := rowsAt[file.Name.Name]
			for _, e := range made.Elts {
				field := e.(*ast.KeyValueExpr).Key.(*ast.Ident).Name
				want, answers := rowsAnswer[field]
				if answers && !slices.ContainsFunc(told[place], func(l keys.Line) bool {
					return l.Held == want.Held && slices.Contains(l.Keys, want.Keys[0])
				}) {
					t.Errorf("%s: %s of a list, at %q: the sheet does not tell of %v", file.Name.Name, field, place, want.Keys)
				}
			}
			return true
		})
	})
	if lists < len(rowsAt) {
		t.Errorf("only %d lists were found", lists)
	}
}

// TestTheSheetTellsWhatIsHeldWithTheMouse.
func TestTheSheetTellsWhatIsHeldWithTheMouse(t *testing.T) {
	gestures := map[string]fyne.KeyModifier{}
	for _, g := range keys.Gestures() {
		gestures[g.Name] = g.Held
	}
	_, held := named(t)
	for _, part := range slices.Sorted(maps.Keys(held)) {
		if !held[part] || withMouse[part] == nil && (answers[part] != nil || answersNothing[part] != "" || heldByKeys[part] != "") {
			continue
		}
		if len(withMouse[part]) == 0 {
			t.Errorf("%s minds what is held, and the sheet does not tell", part)
		}
		for _, name := range withMouse[part] {
			if gestures[name] == 0 {
				t.Errorf("the sheet does not tell of %s", name)
			}
		}
	}
}

// heldByKeys are the parts that mind what is held with keys of a table above.
var heldByKeys = map[string]string{
	"editor.cropWith":     "hands Ctrl and an arrow on to cropWithControl",
	"editor.typedWith":    "hands on to parts by what is held",
	"typing.Held":         "Shift alone",
	"ui.heldWord":         "names of what is held",
	"parts.Dragged":       "nothing",
	"parts.TypedShortcut": "hands Ctrl and an arrow on to passes",
}
