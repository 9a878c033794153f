package preview

import (
	"image"
	"math"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/export/layout"
	"bantin/ui/desk"
	"bantin/ui/look"
	"bantin/ui/parts"
)

// painted is a pane whose pages are blank, in the size that is asked for.
type painted struct {
	t      *testing.T
	p      *Pane
	win    fyne.Window
	asked  []float64
	posted chan func()
}

func newPainted(t *testing.T) *painted {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Shade: look.Light, Scale: 1})
	r := &painted{t: t, p: New(translations.For(translations.Vietnamese)), posted: make(chan func(), 100)}
	before := parts.OnUI
	parts.OnUI = func(do func()) { r.posted <- do }
	t.Cleanup(func() { parts.OnUI = before })
	r.p.OnAsk = r.paint
	r.win = test.NewTempWindow(t, r.p.Object)
	r.win.Resize(fyne.NewSize(500, 760))
	doc := &layout.Document{Trim: layout.Size{Width: layout.Millimetres(210), Height: layout.Millimetres(297)}, Pages: make([]layout.Page, 1)}
	r.p.Show(desk.View{Document: doc, Pages: 1})
	r.paint()
	r.asked = nil
	return r
}

// paint gives the page as it is asked for.
func (r *painted) paint() {
	dpi, doc := r.p.DPI(r.win.Canvas().Scale()), r.p.View.Document
	r.asked = append(r.asked, dpi)
	length := func(l layout.Length) int { return int(math.Round(l.Points() * dpi / 72)) }
	picture := image.NewRGBA(image.Rect(0, 0, length(doc.Trim.Width), length(doc.Trim.Height)))
	r.p.Show(desk.View{Document: doc, Pages: 1, Leaves: []desk.Leaf{{Picture: picture}}})
}

func (r *painted) leaf() *canvas.Image { return r.p.stage.pictures[0] }

// repainted waits until the page has been asked for anew.
func (r *painted) repainted() {
	r.t.Helper()
	end := time.After(time.Minute)
	for n := len(r.asked); len(r.asked) == n; {
		select {
		case do := <-r.posted:
			do()
		case <-end:
			r.t.Fatal("the page is never painted anew")
		}
	}
}

// TestAPageIsPaintedAnewInTheSizeItGets: when its room changes, it is stretched
// smoothly at once, without rows left out, and painted anew when the size rests.
func TestAPageIsPaintedAnewInTheSizeItGets(t *testing.T) {
	r := newPainted(t)
	if r.leaf().ScaleMode != canvas.ImageScalePixels {
		t.Fatal("a page in its own size is not shown pixel by pixel")
	}
	changes := map[string]func(){
		"the window":  func() { r.win.Resize(fyne.NewSize(430, 620)) },
		"the verdict": func() { r.p.Words = threeLines; r.p.Show(r.p.View) },
	}
	for _, what := range []string{"the window", "the verdict"} {
		before := r.leaf().Size()
		changes[what]()
		if r.leaf().Size() == before {
			t.Fatalf("%s does not change the page's size", what)
		}
		if r.leaf().ScaleMode == canvas.ImageScalePixels {
			t.Errorf("%s: rows and columns of the page are left out", what)
		}
		r.asked = nil
		r.repainted()
		got, shown := r.leaf().Image.Bounds(), r.leaf().Size() // the window of tests cuts parts of pixels off
		if math.Abs(float64(got.Dx())-float64(shown.Width)) > 0.5 || math.Abs(float64(got.Dy())-float64(shown.Height)) > 0.5 {
			t.Errorf("%s: the page was painted in %v pixels and is shown in %v", what, got.Size(), shown)
		}
		if r.p.painting.due.Stop() {
			t.Errorf("%s: it is to be painted once more", what)
		}
	}
}

func threeLines() []Said {
	line := Said{Text: "Còn thừa chữ ở cuối bài.", Ink: look.Quiet}
	return []Said{line, line, line, line}
}

// TestASizeIsAskedForOnce: a page that does not come in the size that it is
// asked for is not asked for without end.
func TestASizeIsAskedForOnce(t *testing.T) {
	r := newPainted(t)
	r.p.OnAsk = func() { r.asked = append(r.asked, 0); r.p.Show(r.p.View) }
	r.win.Resize(fyne.NewSize(430, 620))
	r.repainted()
	(<-r.posted)() // the wait that showing the page began
	if len(r.asked) != 1 {
		t.Errorf("asked %d times", len(r.asked))
	}
}
