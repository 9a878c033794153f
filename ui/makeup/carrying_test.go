package makeup_test

import (
	"image/color"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"bantin/bulletin"
	"bantin/ui/desk"
)

// framesOf are the frames on the pages that are drawn as wide as that.
func (s *shop) framesOf(width float32) (out []fyne.CanvasObject) {
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *canvas.Rectangle:
			if o.Visible() && o.StrokeWidth == width && o.FillColor == color.Transparent {
				out = append(out, o)
			}
		case *fyne.Container:
			for _, in := range o.Objects {
				walk(in)
			}
		case fyne.Widget:
			for _, in := range test.WidgetRenderer(o).Objects() {
				walk(in)
			}
		}
	}
	walk(s.table.Pages.Object)
	return out
}

const underMouse = 0.75 // how wide the outline is

// TestTheOutlineUnderTheMouseGoesWithIt: whatever pages come under the mouse, it
// is around nothing else, and it goes when the mouse leaves the window unnoticed.
func TestTheOutlineUnderTheMouseGoesWithIt(t *testing.T) {
	s := newShop(t)
	spot := s.story(0)
	s.table.Choose(s.slot(3).Article, false)
	mouse := spot.At.AddXY(20, 12)
	test.MoveMouse(s.win.Canvas(), mouse)
	if n := len(s.framesOf(underMouse)); n != 1 {
		t.Fatalf("%d outlines around the story under the mouse", n)
	}
	for page := range s.table.Pages.Pages {
		s.table.Pages.GoTo(page)
		all := s.framesOf(underMouse) // of a story that goes on there is one on either page
		if len(all) > 0 && !slices.ContainsFunc(all, func(o fyne.CanvasObject) bool { return covers(o, mouse) }) {
			t.Errorf("on page %d an outline stays behind", page+1)
		}
	}
	s.table.Pages.GoTo(0)
	if n := len(s.framesOf(underMouse)); n != 1 {
		t.Errorf("back on the first page there are %d outlines", n)
	}
	s.table.Pages.Leave()
	if n := len(s.framesOf(underMouse)); n != 0 {
		t.Errorf("%d outlines stay when the mouse is gone", n)
	}
}

// covers reports whether an object is at a place of the screen.
func covers(o fyne.CanvasObject, at fyne.Position) bool {
	in, size := at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(o)), o.Size()
	return in.X >= 0 && in.Y >= 0 && in.X <= size.Width && in.Y <= size.Height
}

const offering = 2 // how wide the frame of a small page is that takes what is carried

// TestTheSmallPagesTakeWhatIsCarriedToThem: each can be hit, what is carried
// over one is offered there, and something carried along the end of their row
// reaches those that are not seen.
func TestTheSmallPagesTakeWhatIsCarriedToThem(t *testing.T) {
	s := newShop(t)
	pages := s.table.Pages
	pages.Shape(true, true)
	s.lay()
	size := s.table.Middle.Size()
	from := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.table.Middle)
	var hit []int
	y := float32(0)
	for ; y < size.Height; y += 4 { // the row of small pages is below the large ones
		if page, on := pages.PageAt(from.AddXY(60, size.Height-y)); on && page == 0 && y < 200 {
			break
		}
	}
	for x := float32(0); x < size.Width; x += 5 {
		if page, on := pages.PageAt(from.AddXY(x, size.Height-y)); on && !slices.Contains(hit, page) {
			hit = append(hit, page)
		}
	}
	if len(hit) < 4 || !slices.IsSorted(hit) || hit[0] != 0 {
		t.Fatalf("hit are %v of %d pages", hit, pages.Pages)
	}
	carried := from.AddXY(60+70*2, size.Height-y)
	want, _ := pages.PageAt(carried)
	pages.Carry(carried)
	if got := len(s.framesOf(offering)); got != 1 {
		t.Errorf("%d small pages offer to take it", got)
	}
	pages.OfferPage(-1)
	if got := len(s.framesOf(offering)); got != 0 {
		t.Errorf("%d small pages still offer it", got)
	}
	id := s.slot(5).Article
	s.table.Drop(5, carried)
	if got := s.slot(5).Page; got != want+1 || s.slot(5).Article != id {
		t.Errorf("let go over page %d, it is pinned to %d", want+1, got)
	}
	// In a narrow window not all are seen.
	s.win.Resize(fyne.NewSize(820, 740))
	size, from = s.table.Middle.Size(), fyne.CurrentApp().Driver().AbsolutePositionForObject(s.table.Middle)
	end := from.AddXY(size.Width-6, size.Height-y)
	before, _ := pages.PageAt(end.SubtractXY(20, 0))
	for range 200 {
		pages.Carry(end)
	}
	if after, on := pages.PageAt(end.SubtractXY(20, 0)); !on || after <= before || after != pages.Pages-1 {
		t.Errorf("at the end of the row there is page %d, then %d, of %d", before+1, after+1, pages.Pages)
	}
}

// TestNoCardComesWhileAStoryIsCarried: the mouse that carries a story over the
// pages and rests there asks for no variants of another one, and those that are
// shown or on their way go, with their trials.
func TestNoCardComesWhileAStoryIsCarried(t *testing.T) {
	s := newShop(t)
	stopped, asked := 0, 0
	s.table.OnVariants = func(bulletin.ID, func([]desk.Variant, bool)) func() {
		asked++
		return func() { stopped++ }
	}
	spot := s.story(0)
	at := spot.At.AddXY(20, 12)
	s.table.Choose(s.slot(3).Article, false)
	test.MoveMouse(s.win.Canvas(), at)
	s.wait("the variants are shown", func() bool { return s.fan() != nil })
	s.table.Carry(3, at)
	if s.fan() != nil || stopped != 1 {
		t.Errorf("a story is carried; the card is there: %v; %d searches were ended", s.fan() != nil, stopped)
	}
	test.MoveMouse(s.win.Canvas(), at.AddXY(3, 3))
	s.table.Carry(3, at.AddXY(3, 3))
	s.rest()
	if s.fan() != nil || asked != 1 {
		t.Errorf("resting with a story in hand has opened a card; %d searches were begun", asked)
	}
	s.table.Drop(3, at)
	test.MoveMouse(s.win.Canvas(), at.AddXY(5, 5))
	s.wait("a card is shown again", func() bool { return s.fan() != nil })
	stopped = 0
	s.table.OnWish(s.slot(2).Article, func(slot *bulletin.Slot) { slot.Lead = !slot.Lead })
	if s.fan() != nil || stopped != 1 {
		t.Errorf("the issue was changed; the card is there: %v; %d searches were ended", s.fan() != nil, stopped)
	}
}

// TestTheCardComesWhenPagesWereMadeMeanwhile: the mouse came to rest on a story
// just before an issue changed, and nobody has to shake it.
func TestTheCardComesWhenPagesWereMadeMeanwhile(t *testing.T) {
	s := newShop(t)
	s.table.OnVariants = func(bulletin.ID, func([]desk.Variant, bool)) func() { return func() {} }
	test.MoveMouse(s.win.Canvas(), s.story(0).At.AddXY(20, 12))
	s.issue.Number = "12"
	s.table.Show("Bản tin Ngàn Sa số 12", s.issue)
	s.rest()
	if s.fan() != nil {
		t.Fatal("the card is there before the pages are")
	}
	s.lay()
	for s.fan() == nil {
		(<-s.ui)() // up to the test's own end
	}
}

// rest lets the mouse rest for longer than a card waits to come.
func (s *shop) rest() {
	end := time.After(700 * time.Millisecond)
	for {
		select {
		case do := <-s.ui:
			do()
		case <-end:
			return
		}
	}
}

// TestAWishIsJudgedByPagesMadeForIt: until they have come, it is neither met nor
// unmet, also when another page of the ones before is turned to.
func TestAWishIsJudgedByPagesMadeForIt(t *testing.T) {
	s := newShop(t)
	id := s.slot(1).Article
	s.table.Choose(id, false)
	judged := func() bool {
		return slices.ContainsFunc(wordsIn(s.table.Right), func(w string) bool {
			return strings.HasPrefix(w, "đang ở trang") || w == "✓ được"
		})
	}
	relay := s.table.OnWish
	s.table.OnWish = func(id bulletin.ID, wish func(*bulletin.Slot)) { // the pages are still being made
		s.issue.Slots = slices.Clone(s.issue.Slots)
		wish(&s.issue.Slots[s.at(id)])
		s.table.Show("Bản tin Ngàn Sa số 11", s.issue)
	}
	page := 0
	for _, story := range s.doc.Stories {
		if story.Article == id {
			page = story.FirstPage
		}
	}
	s.table.OnWish(id, func(slot *bulletin.Slot) { slot.Page = page + 1 })
	if judged() {
		t.Errorf("judged before the pages have come: %q", wordsIn(s.table.Right))
	}
	s.table.Laid(s.doc)
	if judged() {
		t.Errorf("judged by the pages before: %q", wordsIn(s.table.Right))
	}
	relay(id, func(*bulletin.Slot) {})
	if !judged() {
		t.Errorf("not judged by the pages that were made for it: %q", wordsIn(s.table.Right))
	}
}

// TestNoCardComesUnderAStillMouseAfterADrop: where the mouse came to be while it
// carried a story, it asked for nothing. Once it moves it does.
func TestNoCardComesUnderAStillMouseAfterADrop(t *testing.T) {
	s := newShop(t)
	asked := 0
	s.table.OnVariants = func(bulletin.ID, func([]desk.Variant, bool)) func() { asked++; return func() {} }
	at := s.story(0).At.AddXY(20, 12)
	s.table.Carry(3, at)
	test.MoveMouse(s.win.Canvas(), at)
	test.MoveMouse(s.win.Canvas(), at.AddXY(3, 3))
	s.table.LetGo(3, at.AddXY(3, 3))
	s.rest()
	if s.fan() != nil || asked > 0 {
		t.Errorf("a card came by itself; %d searches", asked)
	}
	test.MoveMouse(s.win.Canvas(), at.AddXY(5, 5))
	s.wait("a card comes when the mouse moves and rests", func() bool { return s.fan() != nil || asked > 0 })
}

// TestTheStoryThatTheMouseHadHasTheKeys, on the list, after it was let go over a
// page and after a variant of it was taken: Delete takes it out.
func TestTheStoryThatTheMouseHadHasTheKeys(t *testing.T) {
	for name, by := range map[string]func(s *shop, id bulletin.ID){
		"a drop": func(s *shop, id bulletin.ID) { s.table.Drop(s.at(id), s.story(0).At.AddXY(20, 12)) },
		"a variant": func(s *shop, id bulletin.ID) {
			test.MoveMouse(s.win.Canvas(), s.story(s.at(id)).At.AddXY(20, 12))
			s.wait("the variants are shown", func() bool { return s.fan() != nil })
			s.win.Canvas().Unfocus() // as a press on the card does
			s.fan().(fyne.Tappable).Tapped(&fyne.PointEvent{Position: s.table.FanCell(s.table.FanLength() - 1)})
		},
		"a click": func(s *shop, id bulletin.ID) { s.table.Pick(id) },
	} {
		t.Run(name, func(t *testing.T) {
			s := newShop(t)
			id := s.slot(1).Article
			s.win.Canvas().Unfocus()
			by(s, id)
			at := s.win.Canvas().Focused()
			if at == nil {
				t.Fatal("nothing has the keys")
			}
			key(at, fyne.KeyDelete)
			if !slices.Equal(s.out, []bulletin.ID{id}) {
				t.Errorf("Delete took out %q, not %s", s.out, id)
			}
		})
	}
}
