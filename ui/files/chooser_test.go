package files

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/bulletin/viet/telex"
	"bantin/ui/look"
	"bantin/ui/parts"
	"bantin/ui/typing"
)

// desk is a window with a chooser before it, on a folder of photos and texts.
type desk struct {
	t      *testing.T
	win    fyne.Window
	c      *chooser
	folder string
	todo   chan func()
	answer []string
	gave   int
}

func ask(t *testing.T, q Question) *desk {
	t.Helper()
	d := askAtOnce(t, q)
	d.settle()
	return d
}

// askAtOnce is ask whose folder is not read yet.
func askAtOnce(t *testing.T, q Question) *desk {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Shade: look.Light, Scale: 1})
	d := &desk{t: t, folder: t.TempDir(), todo: make(chan func(), 100)}
	before := parts.OnUI
	parts.OnUI = func(do func()) { d.todo <- do }
	t.Cleanup(func() { parts.OnUI = before })
	for _, name := range []string{"Ảnh 2.JPG", "ảnh 1.jpg", "đường.png", "bài.txt", ".ẩn.jpg"} {
		d.write(name)
	}
	for _, name := range []string{"Số cũ", "ảnh Tết"} {
		if err := os.Mkdir(filepath.Join(d.folder, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	d.win = test.NewTempWindow(t, nil)
	d.win.Resize(fyne.NewSize(1200, 700))
	q.Folder, q.Title, q.Agree = d.folder, "Chọn ảnh", "Chọn"
	d.c = newChooser(translations.For(translations.Vietnamese), q, func(paths []string) { d.answer, d.gave = paths, d.gave+1 })
	d.c.show(d.win)
	return d
}

func (d *desk) write(name string) {
	if err := os.WriteFile(filepath.Join(d.folder, name), []byte(name), 0o600); err != nil {
		d.t.Fatal(err)
	}
}

// settle runs what background work has to show, until every folder that was asked
// for is read.
func (d *desk) settle() {
	for d.c.came < d.c.reads || len(d.todo) > 0 {
		(<-d.todo)()
	}
}

func (d *desk) shown() string {
	var names []string
	for _, e := range d.c.shown {
		names = append(names, e.name)
	}
	return strings.Join(names, "|")
}

// press presses keys where the focus is.
func (d *desk) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		d.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
		d.settle()
	}
}

func (d *desk) typed(s string) {
	for _, r := range s {
		d.win.Canvas().Focused().TypedRune(r)
	}
	d.settle()
}

func (d *desk) wants(names ...string) {
	d.t.Helper()
	var paths []string
	for _, n := range names {
		paths = append(paths, filepath.Join(d.folder, n))
	}
	if d.gave != 1 || !slices.Equal(d.answer, paths) || d.c.panel.Visible() {
		d.t.Errorf("answered %d times, %q; wanted %q", d.gave, d.answer, names)
	}
}

var photos = []Kind{{Name: "Ảnh", Endings: []string{".jpg", ".png"}}, {Name: "Mọi tệp"}}

func TestSeveralPhotosAreChosenByKeys(t *testing.T) {
	d := ask(t, Question{What: Many, Kinds: photos})
	if got := d.shown(); got != "ảnh Tết|Số cũ|ảnh 1.jpg|Ảnh 2.JPG|đường.png" {
		t.Fatalf("shown: %s", got)
	}
	d.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown) // into the list, to the first photo
	d.c.tap(4, fyne.KeyModifierShift)
	d.press(fyne.KeyReturn)
	d.wants("ảnh 1.jpg", "Ảnh 2.JPG", "đường.png")
}

// TestPhotosThatStandApartAreChosenByKeys: Ctrl and an arrow leave what is chosen.
func TestPhotosThatStandApartAreChosenByKeys(t *testing.T) {
	d := ask(t, Question{What: Many, Kinds: photos})
	d.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown) // into the list, to the first photo
	rows := d.win.Canvas().Focused().(fyne.Shortcutable)
	for range 2 {
		rows.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierShortcutDefault})
	}
	d.press(fyne.KeySpace, fyne.KeyReturn)
	d.wants("ảnh 1.jpg", "đường.png")
}

func TestLettersLookForNamesWithoutMarks(t *testing.T) {
	d := ask(t, Question{What: One, Kinds: photos})
	d.typed("duong")
	if got := d.shown(); got != "đường.png" {
		t.Fatalf("shown: %s", got)
	}
	d.press(fyne.KeyReturn)
	d.wants("đường.png")
}

func TestEscapeShutsWhileTheNameHasTheFocus(t *testing.T) {
	d := ask(t, Question{What: New, Name: "Số 11.pdf", Kinds: []Kind{{Name: "PDF", Endings: []string{".pdf"}}}})
	if got := d.c.name.Selected(); got != "Số 11" {
		t.Errorf("%q is selected", got)
	}
	d.press(fyne.KeyEscape)
	d.wants()
}

func TestANewFileGetsItsEndingAndReplacesOnlyWhatWasAgreed(t *testing.T) {
	d := ask(t, Question{What: New, Name: "bản tin", Kinds: []Kind{{Name: "PDF", Endings: []string{".pdf"}}}})
	d.write("Số 4.pdf")
	d.c.name.SetText("Số 4")
	d.press(fyne.KeyReturn)
	if d.gave != 0 || !d.c.panel.Visible() {
		t.Fatal("a file that is there was taken without a word")
	}
	d.press(fyne.KeyReturn)
	d.wants("Số 4.pdf")
	if raw, err := os.ReadFile(filepath.Join(d.folder, "Số 4.pdf")); err != nil || string(raw) != "Số 4.pdf" {
		t.Errorf("choosing has changed it: %q, %v", raw, err)
	}
	q := Question{What: New, Kinds: []Kind{{Name: "PDF", Endings: []string{".pdf"}}}}
	at := func(name string) string { return filepath.Join(d.folder, name) }
	for name, want := range map[string]string{"Số 4": "Số 4 (2).pdf", "Số 5": "Số 5.pdf", "Số 4.PDF": "Số 4.PDF", "bài.txt": "bài.txt.pdf", "so.pdf.pdf": "so.pdf"} {
		if got := q.agreed(at(name)); got != at(want) {
			t.Errorf("the system's %q becomes %q", name, got)
		}
	}
}

func TestFoldersAreWalkedThrough(t *testing.T) {
	d := ask(t, Question{What: Many, Kinds: photos})
	d.write(filepath.Join("Số cũ", "bìa.jpg"))
	d.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // into the second folder
	if got := d.shown(); got != "bìa.jpg" {
		t.Fatalf("shown: %s", got)
	}
	d.press(fyne.KeyBackspace)
	if e := d.c.shown[d.c.rows.At()]; e.name != "Số cũ" {
		t.Errorf("back up, the keys stand at %q", e.name)
	}
	d.c.name.SetText(filepath.Join(d.folder, "bài.txt")) // a path, of whatever kind
	d.c.typed()
	d.c.panel.Submit()
	d.settle()
	d.wants("bài.txt")
}

func TestAFolderIsChosenOrTheOneThatIsOpen(t *testing.T) {
	d := ask(t, Question{What: Folder})
	if got := d.shown(); got != "ảnh Tết|Số cũ" {
		t.Fatalf("shown: %s", got)
	}
	d.c.panel.Submit()
	d.settle()
	d.wants("")
	d = ask(t, Question{What: Folder})
	d.press(fyne.KeyDown)
	d.c.panel.Submit()
	d.settle()
	d.wants("ảnh Tết")
}

func TestAFolderThatIsGoneIsSaid(t *testing.T) {
	d := ask(t, Question{What: One})
	d.c.goTo(filepath.Join(d.folder, "không có"), "")
	d.settle()
	if d.c.folder != d.folder || len(d.c.shown) == 0 {
		t.Errorf("the list shows %q of %q", d.shown(), d.c.folder)
	}
	d.c.panel.Submit()
	if d.gave != 0 || !d.c.panel.Visible() {
		t.Error("nothing was taken for something")
	}
}

// TestNamesAreOnScreen: what is in the folder is painted, not only known.
func TestNamesAreOnScreen(t *testing.T) {
	d := ask(t, Question{What: Many, Kinds: photos})
	seen := map[string]bool{}
	for _, o := range test.LaidOutObjects(d.win.Canvas().Overlays().Top()) {
		if text, ok := o.(*canvas.Text); ok {
			seen[text.Text] = true
		}
	}
	for _, name := range []string{"ảnh Tết", "đường.png"} {
		if !seen[name] {
			t.Errorf("%q is not on screen", name)
		}
	}
}

// TestANameIsTakenBeforeTheFolderIsRead: who is faster than the disk has the
// file where the chooser was to begin, and nowhere else.
func TestANameIsTakenBeforeTheFolderIsRead(t *testing.T) {
	d := askAtOnce(t, Question{What: New, Name: "Gửi.bantin", Kinds: []Kind{{Endings: []string{".bantin"}}}})
	d.c.panel.Submit()
	d.settle()
	if want := filepath.Join(d.folder, "Gửi.bantin"); d.gave != 1 || len(d.answer) != 1 || d.answer[0] != want {
		t.Errorf("answered %q, %d times", d.answer, d.gave)
	}
}

// TestAnEmptyFolderIsNoDeadEnd: who looks for a folder and has gone into one
// without others is told how to take it.
func TestAnEmptyFolderIsNoDeadEnd(t *testing.T) {
	d := ask(t, Question{What: Folder})
	d.c.goTo(filepath.Join(d.folder, "Số cũ"), "")
	d.settle()
	if got := d.c.empty.Text; !strings.Contains(got, "thư mục này") || !strings.Contains(got, "Chọn") {
		t.Errorf("an empty folder says %q", got)
	}
}

// TestTheArrowLeadsFromANameThatIsNotPaintedYet: what is that new stands nowhere by
// Fyne's reckoning; who is quick with the keys is in the list all the same, and
// back in the name by a letter.
func TestTheArrowLeadsFromANameThatIsNotPaintedYet(t *testing.T) {
	d := ask(t, Question{What: One})
	test.NewTempWindow(t, nil) // where Fyne takes everything to be, here
	d.c.walk()
	if d.win.Canvas().Focused() != d.c.rows.Focusable() {
		t.Errorf("the keyboard is at %T, not in the list", d.win.Canvas().Focused())
	}
	d.c.runeInRows('a')
	if d.win.Canvas().Focused() != fyne.Focusable(d.c.name) {
		t.Errorf("the keyboard is at %T, not in the name", d.win.Canvas().Focused())
	}
}

// TestAPathThatIsNotThereIsSaid, of a folder with one entry and of an empty one, and
// what was typed stays; nothing else is taken for it.
func TestAPathThatIsNotThereIsSaid(t *testing.T) {
	for _, what := range []What{One, Many, Folder} {
		for _, one := range []bool{true, false} {
			d := ask(t, Question{What: what})
			empty := filepath.Join(d.folder, "ảnh Tết")
			if one {
				if err := os.Mkdir(filepath.Join(empty, "xuân"), 0o755); err != nil {
					t.Fatal(err)
				}
			}
			d.c.goTo(empty, "")
			d.settle()
			for _, typed := range []string{filepath.Join(d.folder, "photos"), "photos/mot.jpg", "photos"} {
				if typed == "photos" && what == Folder {
					continue // looked for among what is shown
				}
				d.c.panel.Focus(d.c.name)
				d.c.name.SetText("")
				d.typed(typed)
				d.press(fyne.KeyReturn)
				d.settle()
				said := d.c.panel.Complaint()
				name := filepath.Base(typed)
				if d.c.folder != empty || d.gave > 0 || !strings.Contains(said, "“"+name+"”") || d.c.name.Text() != typed {
					t.Errorf("%v, one entry %v, %q: in %s, said %q, typed stays %q", what, one, typed, d.c.folder, said, d.c.name.Text())
				}
			}
		}
	}
}

// TestAPathIsTypedAsItIs, however else is typed; a name may be Vietnamese.
func TestAPathIsTypedAsItIs(t *testing.T) {
	was := typing.Chosen()
	defer typing.Choose(was)
	typing.Choose(typing.Manner{Method: telex.Telex})
	d := ask(t, Question{What: One})
	for typed, want := range map[string]string{"/photos/aas": "/photos/aas", "~/photos": "~/photos", "ddoongf": "đồng"} {
		d.c.name.SetText("")
		d.c.panel.Focus(d.c.name)
		d.typed(typed)
		if got := d.c.name.Text(); got != want {
			t.Errorf("%q becomes %q, not %q", typed, got, want)
		}
	}
}
