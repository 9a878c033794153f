package layout_test

import (
	"fmt"
	"testing"

	"bantin/assets/styles"
	"bantin/bulletin"
	"bantin/export/layout"

	"pgregory.net/rapid"
)

// wishes is an issue of stories some of which belong on a page, with holes.
type wishes struct {
	style   styles.Style
	lengths []int // of the stories, in paragraphs, the leading one first
	pins    []int // pages, 0 for none
	holes   []bulletin.Hole
}

func (w *wishes) layout(t interface{ Fatal(...any) }, pinned bool) *layout.Document {
	issue, pieces := wishing(w.lengths, func(i *bulletin.Issue) {
		for k, page := range w.pins {
			if pinned {
				i.Slots[k].Page = page
			}
		}
		if pinned {
			i.Holes = w.holes
		}
	})
	d, err := layout.Issue(issue, pieces, w.style)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// headAt is the first baseline of a story on a page, and the size of what stands
// on it; 0 where there is none.
func headAt(p layout.Page, id bulletin.ID) (y, size layout.Length) {
	for _, item := range p.Items {
		if text, ok := item.(layout.Text); ok && text.Source.Article == id && (y == 0 || text.Y < y) {
			y, size = text.Y, text.Size
		}
	}
	return y, size
}

// leadsPageOne reports that nothing of another story stands higher on page one
// than the leading one.
func leadsPageOne(d *layout.Document, stories int) bool {
	lead, size := headAt(d.Pages[0], "bai1")
	if lead == 0 {
		return false
	}
	for i := 1; i < stories; i++ {
		if y, _ := headAt(d.Pages[0], bulletin.ID(fmt.Sprint("bai", i+1))); y > 0 && y < lead-size {
			return false
		}
	}
	return true
}

// roomOnPageOne is how many cells, each a line of one column, stories have under
// the nameplate.
func (w *wishes) roomOnPageOne(d *layout.Document) int {
	y, size := headAt(d.Pages[0], "bai1")
	used := int(y-size-layout.Length(w.style.Page.Top)) / int(w.style.Grid.Leading)
	return (w.style.Grid.Rows - used) * w.style.Grid.Columns
}

// need is about how many cells a story takes with its head and its photo.
func (w *wishes) need(d *layout.Document, i int) int {
	head, photo := 5*w.style.Grid.Columns, 0
	if i%2 == 1 && w.lengths[i] > 1 {
		photo = 20
	}
	for _, s := range d.Stories {
		if s.Article == bulletin.ID(fmt.Sprint("bai", i+1)) {
			return head + photo + s.Lines
		}
	}
	return head + photo
}

func (w *wishes) draw(r *rapid.T) {
	name := rapid.SampledFrom(wholeStyles).Draw(r, "style")
	s, err := styles.ByName(name)
	if err != nil {
		r.Fatal(err)
	}
	w.style = s
	w.lengths = rapid.SliceOfN(rapid.IntRange(1, 12), 4, 12).Draw(r, "lengths")
	w.lengths[0] = rapid.IntRange(3, 60).Draw(r, "lead")
	w.pins = make([]int, len(w.lengths))
}

// TestTheLeadIsTheHeadOfPageOne: whatever is pinned to page one, and whatever space
// is left there, the leading story begins at its head with all of that on its page,
// if page one has the room with a sixth to spare.
func TestTheLeadIsTheHeadOfPageOne(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var w wishes
		w.draw(r)
		free := w.layout(r, false)
		columns := w.style.Grid.Columns
		room := w.roomOnPageOne(free)*5/6 - 14*columns // of the leading story, a beginning
		for range rapid.IntRange(0, 2).Draw(r, "holes") {
			h := bulletin.Hole{Page: 1, Columns: rapid.IntRange(1, columns).Draw(r, "columns"), Rows: rapid.IntRange(4, 40).Draw(r, "rows")}
			if need := (h.Rows + 2) * columns; need <= room {
				w.holes, room = append(w.holes, h), room-need
			}
		}
		for range rapid.IntRange(0, 4).Draw(r, "pins") {
			i := rapid.IntRange(1, len(w.lengths)-1).Draw(r, "pinned")
			if need := w.need(free, i); w.pins[i] == 0 && need <= room {
				w.pins[i], room = 1, room-need
			}
		}
		d := w.layout(r, true)
		checkPages(r, d)
		if s := d.Stories[0]; s.Article != "bai1" || s.FirstPage != 1 || !leadsPageOne(d, len(w.lengths)) {
			r.Fatalf("the first story is %s on page %d", s.Article, s.FirstPage)
		}
		if told := append(findings(d, "wish_page"), findings(d, "hole_page")...); len(told) > 0 || len(d.Holes) != len(w.holes) {
			r.Fatalf("not met: %v", told)
		}
	})
}

// TestPinsOfAllPagesAreKept: what is pinned to a page stands there, and the leading
// story at the head of page one, if all pages have the room with a quarter to spare.
func TestPinsOfAllPagesAreKept(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var w wishes
		w.draw(r)
		free := w.layout(r, false)
		columns := w.style.Grid.Columns
		front := w.roomOnPageOne(free) * 3 / 4
		beginning := 14 * columns // of the leading story
		room := []int{front - beginning}
		for range len(free.Pages) - 1 {
			room = append(room, w.style.Grid.Rows*columns*3/4)
		}
		// What page one has no room for goes on overleaf.
		over := max(0, w.need(free, 0)-beginning)
		for page := 1; page < len(room); page++ {
			over, room[page] = over-room[page], room[page]-over
		}
		// Stories enough stay free to fill the pages before.
		for range rapid.IntRange(1, 1+len(w.lengths)/3).Draw(r, "pins") {
			i := rapid.IntRange(1, len(w.lengths)-1).Draw(r, "pinned")
			page := rapid.IntRange(1, max(1, len(room)-1)).Draw(r, "page")
			if need := w.need(free, i); w.pins[i] == 0 && need <= room[page-1] {
				w.pins[i], room[page-1] = page, room[page-1]-need
			}
		}
		d := w.layout(r, true)
		checkPages(r, d)
		if s := d.Stories[0]; s.Article != "bai1" || s.FirstPage != 1 || !leadsPageOne(d, len(w.lengths)) {
			r.Fatalf("the first story is %s on page %d", s.Article, s.FirstPage)
		}
		if told := findings(d, "wish_page"); len(told) > 0 {
			r.Fatalf("%v, pinned to %v: %v", w.lengths, w.pins, told)
		}
	})
}
