package makeup

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bantin/bulletin"
	"bantin/ui/desk"
	"bantin/ui/parts"
	"bantin/ui/preview"
)

// How long the mouse rests on a story before its variants are shown, and how
// long it may be away from story and card on its way between them.
const (
	fanWaits = 450 * time.Millisecond
	fanStays = 350 * time.Millisecond
)

// fanning is the card of variants over the pages, as it comes and goes.
type fanning struct {
	layer *fyne.Container // above the pages; it takes no mouse
	card  *fan            // nil while none is shown
	of    bulletin.ID
	spot  preview.Spot // what the mouse is over
	asked bulletin.ID  // the story that the mouse came to rest on, until its card is shown
	count int          // of changes of mind: only the last one is carried out
	keys  bool         // it was opened by the keys
	again bulletin.ID  // whose card was opened by the keys and waits for the pages of an issue that changed
	stop  func()       // ends the search for variants
}

// newFanning makes the place for the card above the pages.
func newFanning() *fanning { return &fanning{layer: container.NewWithoutLayout()} }

// after does something in a while, unless there was a change of mind.
func (p *Pane) after(wait time.Duration, do func()) {
	p.fans.count++
	number := p.fans.count
	time.AfterFunc(wait, func() {
		parts.OnUI(func() {
			if number == p.fans.count {
				do()
			}
		})
	})
}

// hovered hears which story the mouse is over.
func (p *Pane) hovered(spot preview.Spot) {
	f := p.fans
	same := f.spot.Article == spot.Article && f.spot.Page == spot.Page
	f.spot = spot
	if f.card == nil && p.carried == nil {
		f.asked = spot.Article
	}
	switch {
	case p.carried != nil || p.relaying: // nobody asks for another story's card
	case f.keys && f.card != nil: // it stays until it is shut
	case spot.Article == "" && f.card != nil:
		if !same {
			p.after(fanStays, p.shutFan)
		}
	case spot.Article == "":
		f.count++
	case f.card != nil && f.of == spot.Article:
		f.count++
	case !same || f.card == nil:
		p.after(fanWaits, func() { p.openFan(f.spot, false) })
	}
}

// askAgain asks for the card of the story that the mouse rests on, or that the
// keys asked for, where new pages came between.
func (p *Pane) askAgain() {
	f := p.fans
	if again := f.again; again != "" && !p.relaying {
		f.again = ""
		if again == p.chosen && f.card == nil {
			p.Variants()
		}
	}
	if f.card == nil && f.asked != "" && f.asked == f.spot.Article && !p.relaying {
		p.after(fanWaits, func() { p.openFan(f.spot, false) })
	}
}

// Variants shows the variants of the chosen story and gives them the keys.
func (p *Pane) Variants() {
	if p.chosen == "" {
		return
	}
	if s := p.laid(p.chosen); s != nil {
		p.Pages.GoTo(s.FirstPage - 1)
	}
	spot, ok := p.Pages.Spot(p.chosen)
	if !ok { // its page is being painted; the card stands over the middle meanwhile
		driver := fyne.CurrentApp().Driver()
		at := driver.AbsolutePositionForObject(p.fans.layer)
		room := p.fans.layer.Size()
		spot = preview.Spot{Article: p.chosen, At: at.AddXY(room.Width/4, room.Height/5), Mouse: at}
	}
	p.openFan(spot, true)
}

// openFan shows the variants of a story beside it.
func (p *Pane) openFan(spot preview.Spot, keys bool) {
	p.shutFan()
	if p.carried != nil || p.relaying && !keys {
		return
	}
	i := slotOf(p.issue, spot.Article)
	if p.OnVariants == nil || i < 0 || p.laid(spot.Article) == nil {
		return
	}
	f := p.fans
	card := newFan(p.say, p.Headline(spot.Article), f.layer.Size().Width-2*fanBeside)
	f.card, f.of, f.keys, f.asked = card, spot.Article, keys, ""
	card.OnIn = func() { f.count++ }
	card.OnOut = func() {
		if f.card == card {
			p.after(fanStays, p.shutFan)
		}
	}
	card.OnShut = p.shutFan
	card.OnTake = func(v desk.Variant) { p.take(spot.Article, v) }
	f.layer.Objects = []fyne.CanvasObject{card}
	p.placeFan(spot)
	f.stop = p.OnVariants(spot.Article, func(all []desk.Variant, ended bool) {
		if f.card != card {
			return
		}
		for _, v := range all {
			card.add(v)
		}
		if ended {
			card.end()
		}
		p.placeFan(spot)
		p.seatFan()
	})
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.layer); keys && c != nil {
		c.Focus(card)
	}
}

// fanBeside is what is left between the card and what it stands beside.
const fanBeside = 8

// placeFan puts the card beside the story: at its right or where there is more
// room, so that as much of it is seen as can be.
func (p *Pane) placeFan(spot preview.Spot) {
	f := p.fans
	from := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.layer)
	at, mouse, room, size := spot.At.Subtract(from), spot.Mouse.Subtract(from), f.layer.Size(), f.card.MinSize()
	const gap = fanBeside
	right := at.X + spot.Size.Width + gap
	x := min(right, room.Width-size.Width-gap)
	if at.X > room.Width-right && right+size.Width > room.Width-gap {
		x = max(gap, at.X-size.Width-gap)
	}
	y := min(max(mouse.Y-size.Height/3, gap), room.Height-size.Height-gap)
	f.card.Resize(size)
	f.card.Move(fyne.NewPos(max(x, gap), max(y, gap)))
	f.layer.Refresh()
}

// seatFan puts a card that the keys opened beside its story, when the page of
// that is seen.
func (p *Pane) seatFan() {
	if f := p.fans; f.card != nil && f.keys {
		if spot, ok := p.Pages.Spot(f.of); ok {
			p.placeFan(spot)
		}
	}
}

// shutFan takes the card away.
func (p *Pane) shutFan() {
	f := p.fans
	f.count++
	if f.card == nil {
		return
	}
	card, keys := f.card, f.keys
	f.card, f.of, f.keys = nil, "", false
	if f.stop != nil {
		f.stop()
		f.stop = nil
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.layer); c != nil && (keys || c.Focused() == card) {
		p.focusRows()
	}
	f.layer.Objects = nil
	f.layer.Refresh()
}

// take makes a variant what is wished of a story.
func (p *Pane) take(article bulletin.ID, v desk.Variant) {
	p.shutFan()
	p.Pick(article)
	p.OnWish(article, v.Wish)
}
