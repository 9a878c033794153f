package ui

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/ui/desk"
	"bantin/ui/habits"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// monitor is a screen that the desk stands on, in pixels, without what the system
// takes at its foot.
type monitor struct {
	name          string
	width, height int
	scale         float32
}

var monitors = []monitor{
	{"1366", 1366, 728, 1},
	{"1920", 1920, 1040, 1},
	{"200", 1920, 1040, 2},
}

// content is the room below the menu bar of a window as large as the screen, in units.
func (m monitor) content() fyne.Size {
	const menuBar = 37
	return fyne.NewSize(float32(m.width)/m.scale, float32(m.height)/m.scale-titleBar-menuBar)
}

// TestEveryScreenStandsInItsWindow: on the small screens of offices and on large ones,
// at the usual scale and at 200 %, in both languages, with nothing, with much, and
// where much is wrong: no word is cut off or painted into another, and nothing that
// one presses is out of reach. With BANTIN_SCREENS each screen is painted into that
// folder, in light and dark, to be looked at: "make screens".
func TestEveryScreenStandsInItsWindow(t *testing.T) {
	paths := filesOf(t)
	for _, m := range monitors {
		for _, language := range translations.Languages() {
			for _, shade := range shadesTried() {
				for _, s := range []state{noFile, emptyFile, fullFile, brokeFile} {
					name := fmt.Sprintf("%s-%s-%s-%s", m.name, language, shade, s)
					t.Run(name, func(t *testing.T) { tryScreens(t, m, language, shade, s, paths[s]) })
				}
			}
		}
	}
}

// shadesTried are the shades that are looked at: where nothing is painted, the words
// stand alike in both.
func shadesTried() []look.Shade {
	if os.Getenv("BANTIN_SCREENS") == "" {
		return []look.Shade{look.Light}
	}
	return []look.Shade{look.Light, look.Dark}
}

func tryScreens(t *testing.T, m monitor, language translations.Language, shade look.Shade, s state, path string) {
	shown := screens
	if s == noFile {
		shown = started
	}
	p := habits.Read("")
	p.SetString(keyShade, string(shade))
	p.SetString(keyAuthor, "Nguyễn Thị Mai Thắm")
	w := standOn(t, m, newWindow(test.NewTempApp(t), p, language), path)
	home := w.writing.id
	for _, screen := range shown {
		screen.show(w)
		w.rest()
		for _, wrong := range w.lookAgain(m) {
			t.Errorf("%s: %s", screen.name, wrong)
		}
		w.paint(t, fmt.Sprintf("%s-%s-%s-%s-%s.png", screen.name, s, m.name, language, shade))
		w.shutAll(home)
	}
}

// standOn puts a desk on a screen, with a file unless it has never had one.
func standOn(t *testing.T, m monitor, w *window, path string) *window {
	t.Helper()
	w.workArea = func() (width, height int) { return m.width, m.height }
	w.win.Canvas().(test.WindowlessCanvas).SetScale(m.scale)
	w.win.Resize(m.content())
	if path == "" {
		w.rebuild()
	} else {
		path = putAside(t, path)
		f, office := openedCopy(t, path)
		w.workOn(f, office, path)
	}
	w.win.Resize(m.content())
	t.Cleanup(func() {
		w.flush()
		if w.file != nil {
			w.leaveFile()
		}
		w.win.Close()
	})
	w.rest()
	return w
}

// rest lets what goes on in the background come to its end, or nearly.
func (w *window) rest() {
	quiet, most := 30*time.Millisecond, 4*time.Second
	if os.Getenv("BANTIN_SCREENS") != "" { // until pages are painted, too
		quiet = 350 * time.Millisecond
	}
	end := time.After(most)
	for {
		select {
		case show := <-toShow:
			show()
		case <-time.After(quiet):
			return
		case <-end:
			return
		}
	}
}

// lookAgain is what is wrong with the screen once it is laid out, and what came while
// one looked: on a crowded machine that may be some time later.
func (w *window) lookAgain(m monitor) (wrong []string) {
	for range 3 {
		w.layAnew(m)
		if wrong = lookAt(w.win.Canvas()); len(wrong) == 0 {
			return nil
		}
		time.Sleep(time.Second)
	}
	return wrong
}

// layAnew lays out what has become higher or lower, as a real window does before it
// paints.
func (w *window) layAnew(m monitor) {
	for _, higher := range []float32{1, 0} {
		w.win.Resize(m.content().AddWidthHeight(0, higher))
	}
	w.rest()
}

// shutAll shuts what stands before the desk, undoes what was chosen on it, and opens
// the article that it began with.
func (w *window) shutAll(home bulletin.ID) {
	c := w.win.Canvas()
	for range 5 {
		if top := c.Overlays().Top(); top == nil {
			break
		} else if !parts.ShutTop(c) {
			c.Overlays().Remove(top)
		}
	}
	if w.file == nil {
		w.rebuild()
		return
	}
	if w.making != "" {
		w.preview.Shape(false, false)
		w.leaveMakeup("")
	}
	w.sheet.CloseFind()
	w.preview.Shape(false, false)
	w.panes.ShowRight(!w.isNarrow())
	w.openTab(tabPages)
	for about := range w.notices.cards {
		w.notices.Drop(subject(about))
	}
	w.list.Search.SetText("")
	w.list.Filter(desk.Filter{})
	w.list.ShowAll()
	w.list.Chosen.Only(home)
	w.search()
	if home != "" {
		w.open(home)
	}
	w.rest()
}

// paint writes what the window shows to a file in the folder of BANTIN_SCREENS.
func (w *window) paint(t *testing.T, name string) {
	t.Helper()
	folder := os.Getenv("BANTIN_SCREENS")
	if folder == "" {
		return
	}
	check(t, os.MkdirAll(folder, 0o755))
	out, err := os.Create(filepath.Join(folder, name))
	check(t, err)
	check(t, png.Encode(out, w.win.Canvas().Capture()))
	check(t, out.Close())
}
