package makeup_test

import (
	"context"
	"fmt"
	"image"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/export/layout"
	"bantin/press"
	"bantin/sample"
	"bantin/storage"
	"bantin/ui/desk"
	"bantin/ui/findings"
	"bantin/ui/history"
	"bantin/ui/look"
	"bantin/ui/makeup"
	"bantin/ui/parts"
	"bantin/ui/preview"
)

// shop is the sample bulletin on a make-up table that stores nothing: what it
// is told is done to the issue at once.
type shop struct {
	t     testing.TB
	trial *press.Trial
	issue bulletin.Issue
	doc   *layout.Document
	table *makeup.Pane
	win   fyne.Window
	out   []bulletin.ID
	ui    chan func()
}

// sampled is the sample's drafts file, made once for all tests.
var sampled = sync.OnceValues(func() (string, bulletin.ID) {
	path := filepath.Join(folder, "mau.bantin")
	f, id, err := sample.Create(context.Background(), path, func(int, int) {})
	if err != nil {
		panic(err)
	}
	if err := f.Close(); err != nil {
		panic(err)
	}
	return path, id
})

func newShop(t testing.TB) *shop {
	t.Helper()
	path, id := sampled()
	f, err := storage.OpenReadOnly(context.Background(), path)
	check(t, err)
	t.Cleanup(func() { f.Close() })
	var c press.Composer
	s := &shop{t: t, ui: make(chan func(), 100)}
	s.trial, err = c.Trial(context.Background(), f, press.Job{Issue: id})
	check(t, err)
	s.issue = s.trial.Issue()
	test.NewTempApp(t).Settings().SetTheme(look.Theme{Shade: look.Light, Scale: 1})
	before := parts.OnUI
	parts.OnUI = func(do func()) { s.ui <- do }
	t.Cleanup(func() { parts.OnUI = before })
	s.open()
	return s
}

func check(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// open makes the table with its callbacks.
func (s *shop) open() {
	say := translations.For(translations.Vietnamese)
	pages, found := preview.New(say), findings.New(say)
	s.table = makeup.New(say, pages, found, history.New(say, "chưa có"))
	m := s.table
	m.Headline = func(id bulletin.ID) string { return "Bài " + string(id) }
	m.OnWish = func(id bulletin.ID, wish func(*bulletin.Slot)) {
		s.issue.Slots = slices.Clone(s.issue.Slots)
		wish(&s.issue.Slots[s.at(id)])
		s.lay()
	}
	m.OnHoles = func(change func([]bulletin.Hole) []bulletin.Hole) {
		s.issue.Holes = change(slices.Clone(s.issue.Holes))
		s.lay()
	}
	m.OnMissed = func() {}
	m.OnMove = func(ids []bulletin.ID, before bulletin.ID) {
		s.issue.Slots = desk.MoveSlots(s.issue.Slots, ids, before)
		s.lay()
	}
	m.OnPut = func(id, before bulletin.ID, page int) {
		s.issue.Slots = desk.MoveSlots(append(slices.Clone(s.issue.Slots), bulletin.Slot{Article: id, Page: page}), []bulletin.ID{id}, before)
		s.table.Show("Bản tin Ngàn Sa số 11", s.issue)
	}
	m.OnOut = func(id bulletin.ID) { s.out = append(s.out, id) }
	m.OnHistory = func() {}
	m.OnVariants = func(article bulletin.ID, tell func([]desk.Variant, bool)) func() {
		var all []desk.Variant
		check(s.t, desk.Variants(context.Background(), s.trial, article, func(v desk.Variant) { all = append(all, v) }))
		tell(all, true)
		return func() {}
	}
	pages.OnAsk = s.show
	pages.OnShape = func() {}
	pages.OnPlace = func(p bulletin.Place) { m.Choose(p.Article, false) }
	pages.Shape(true, false)
	s.win = test.NewTempWindow(s.t, container.NewBorder(nil, nil, m.Stories, m.Right, m.Middle))
	s.win.Resize(fyne.NewSize(1366, 740))
	s.lay()
}

func (s *shop) at(id bulletin.ID) int {
	return slices.IndexFunc(s.issue.Slots, func(slot bulletin.Slot) bool { return slot.Article == id })
}

func (s *shop) slot(i int) bulletin.Slot { return s.issue.Slots[i] }

// lay makes the pages of the issue as it is now.
func (s *shop) lay() {
	var err error
	s.doc, err = s.trial.Layout(func(to *bulletin.Issue) { *to = s.issue })
	check(s.t, err)
	s.table.Show("Bản tin Ngàn Sa số 11", s.issue)
	s.show()
}

// show puts the pages that are wanted on the stage, as blank paper.
func (s *shop) show() {
	doc, page := s.doc, s.table.Pages.Page
	view := desk.View{Page: page, Pages: len(doc.Pages), Document: doc}
	for _, p := range []int{page - (page+1)%2, page - (page+1)%2 + 1} {
		if p >= 0 && p < len(doc.Pages) {
			view.Leaves = append(view.Leaves, desk.Leaf{Page: p, Picture: image.NewRGBA(image.Rect(0, 0, 4, 4))})
		}
	}
	s.table.Pages.Show(view)
	s.table.Laid(doc)
}

// wait does what was to be done on the window's goroutine until something is
// so.
func (s *shop) wait(what string, so func() bool) {
	s.t.Helper()
	end := time.After(time.Minute)
	for !so() {
		select {
		case do := <-s.ui:
			do()
		case <-end:
			s.t.Fatalf("never: %s", what)
		}
	}
}

// story is where a story is seen, as the table tells it.
func (s *shop) story(i int) preview.Spot {
	s.t.Helper()
	s.table.Choose(s.slot(i).Article, true)
	spot, ok := s.table.Pages.Spot(s.slot(i).Article)
	if !ok {
		s.t.Fatal("the story is not on the pages that are shown")
	}
	return spot
}

// fan is the card of variants over the pages, nil while there is none.
func (s *shop) fan() fyne.CanvasObject {
	layer := s.table.Middle.(*fyne.Container).Objects[1].(*fyne.Container)
	if len(layer.Objects) == 0 {
		return nil
	}
	return layer.Objects[0]
}

func key(o any, names ...fyne.KeyName) {
	for _, name := range names {
		o.(fyne.Focusable).TypedKey(&fyne.KeyEvent{Name: name})
	}
}

func TestRestingOnAStoryShowsItsVariantsAndAClickTakesOne(t *testing.T) {
	s := newShop(t)
	spot := s.story(0)
	s.table.Choose(s.slot(3).Article, false)
	test.MoveMouse(s.win.Canvas(), spot.At.AddXY(20, 12))
	s.wait("the variants are shown", func() bool { return s.fan() != nil })
	fan := s.fan()
	if !strings.Contains(s.table.FanWords(), "đang dùng") {
		t.Errorf("it is said %q", s.table.FanWords())
	}
	// The second line of outlines is of other columns; a click in it takes one.
	at := s.table.FanCell(s.table.FanLength() - 1)
	fan.(desktop.Hoverable).MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	words := s.table.FanWords()
	fan.(fyne.Tappable).Tapped(&fyne.PointEvent{Position: at})
	if s.fan() != nil {
		t.Error("the card stays")
	}
	slot := s.slot(0)
	if slot.Columns == 0 || slot.HeadlineSize == "" || !strings.HasPrefix(words, fmt.Sprint(slot.Columns, " cột")) {
		t.Errorf("taken %+v by %q", slot, words)
	}
	if s.table.Chosen() != slot.Article {
		t.Error("the story is not chosen")
	}
}

func TestVariantsGoWhenTheMouseGoes(t *testing.T) {
	s := newShop(t)
	spot := s.story(0)
	test.MoveMouse(s.win.Canvas(), spot.At.AddXY(20, 12))
	s.wait("the variants are shown", func() bool { return s.fan() != nil })
	test.MoveMouse(s.win.Canvas(), fyne.NewPos(40, 400))
	s.wait("they are gone", func() bool { return s.fan() == nil })
}

func TestVariantsByTheKeys(t *testing.T) {
	s := newShop(t)
	s.table.Choose(s.slot(1).Article, false)
	s.table.Variants()
	fan := s.fan()
	if fan == nil || s.win.Canvas().Focused() != fan.(fyne.Focusable) {
		t.Fatal("the card has not the keys")
	}
	key(fan, fyne.KeyHome, fyne.KeyRight, fyne.KeyDown, fyne.KeyUp)
	key(fan, fyne.KeyEscape)
	if s.fan() != nil || s.slot(1).Columns != 0 {
		t.Error("Escape does not shut the card, or takes something")
	}
	s.table.Variants()
	key(s.fan(), fyne.KeyEnd, fyne.KeyReturn)
	if s.fan() != nil || s.slot(1).Columns == 0 {
		t.Errorf("taken %+v", s.slot(1))
	}
	// What is in force is found again.
	s.table.Variants()
	if s.fan() == nil {
		t.Fatal("no card")
	}
}

// TestWishesSayWhetherTheyAreMet: a pin to a page that holds something else
// already says where the story stands instead.
func TestWishesSayWhetherTheyAreMet(t *testing.T) {
	s := newShop(t)
	id := s.slot(1).Article
	s.table.Choose(id, false)
	if words := wordsIn(s.table.Right); slices.Contains(words, "✓ được") {
		t.Error("what was not wished is met")
	}
	s.table.OnWish(id, func(slot *bulletin.Slot) { slot.HeadlineSize = bulletin.HeadlineSmall })
	if words := wordsIn(s.table.Right); !slices.Contains(words, "✓ được") {
		t.Errorf("the wish for a small headline is not said to be met: %q", words)
	}
	s.table.OnWish(id, func(slot *bulletin.Slot) { slot.Columns = 9 })
	words := wordsIn(s.table.Right)
	if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, "đang ") }) {
		t.Errorf("nine columns are not said to be missing: %q", words)
	}
}

func TestPagesAreSaidInWords(t *testing.T) {
	s := newShop(t)
	for page := range s.table.Pages.Pages {
		s.table.Pages.GoTo(page)
		said := s.table.Pages.Verdict()
		if !strings.Contains(said, "Trang ") || strings.Contains(said, "Vừa khuôn") {
			t.Errorf("of page %d it is said %q", page+1, said)
		}
	}
	goesOn := slices.ContainsFunc(s.table.Pages.View.Document.Stories, func(story layout.Story) bool { return len(story.Continued) > 0 })
	if said := s.table.String(); strings.Contains(said, "dòng sang trang") != goesOn {
		t.Errorf("a story goes on overleaf: %v, but it is said\n%s", goesOn, said)
	}
}

func TestAnEmptyIssueSaysWhatToDo(t *testing.T) {
	s := newShop(t)
	s.issue.Slots = nil
	s.lay()
	if said := s.table.Pages.Verdict(); !strings.Contains(said, "chưa có bài") {
		t.Errorf("it is said %q", said)
	}
}

func TestAPinIsPulledOut(t *testing.T) {
	s := newShop(t)
	id := s.slot(2).Article
	s.table.OnWish(id, func(slot *bulletin.Slot) { slot.Page = 2 })
	if !strings.Contains(s.table.String(), "pinned true") {
		t.Fatal("the pin is not shown")
	}
	spot := s.story(2)
	test.TapCanvas(s.win.Canvas(), spot.At.AddXY(spot.Size.Width, 0)) // where the pin sticks
	if strings.Contains(s.table.String(), "pinned true") || s.slot(2).Page != 0 {
		t.Error("a click does not pull it out")
	}
}

// wordsIn are the words of the buttons that are in sight.
func wordsIn(o fyne.CanvasObject) []string {
	var out []string
	switch o := o.(type) {
	case *parts.Quiet:
		out = append(out, o.Word)
	case *container.Scroll:
		out = wordsIn(o.Content)
	case *fyne.Container:
		for _, in := range o.Objects {
			if in.Visible() {
				out = append(out, wordsIn(in)...)
			}
		}
	}
	return out
}

func BenchmarkTheTable(b *testing.B) {
	s := newShop(b)
	doc := s.table.Pages.View.Document
	b.ReportAllocs()
	for b.Loop() {
		s.table.Show("Bản tin Ngàn Sa số 11", s.issue)
		s.table.Laid(doc)
	}
}

func BenchmarkTheVariantsCard(b *testing.B) {
	s := newShop(b)
	s.table.Choose(s.slot(1).Article, true)
	var all []desk.Variant
	check(b, desk.Variants(context.Background(), s.trial, s.slot(1).Article, func(v desk.Variant) { all = append(all, v) }))
	s.table.OnVariants = func(_ bulletin.ID, tell func([]desk.Variant, bool)) func() {
		tell(all, true)
		return func() {}
	}
	b.ReportAllocs()
	for b.Loop() {
		s.table.Variants()
	}
}
