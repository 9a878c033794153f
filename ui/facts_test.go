package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"bantin/bulletin"
	"bantin/ui/look"
	"bantin/ui/manuscript"
	"bantin/ui/pop"
)

// TestANoteOpensAsHighAsItIs: the sheet of paper of a long note is no higher
// than its lines, and hides neither the line that it was opened from nor half
// of the window.
func TestANoteOpensAsHighAsItIs(t *testing.T) {
	w := opened(t, 1)
	w.facts.article.Note = strings.Repeat("Số hộ hiến đất đã đối chiếu với danh sách. ", 3)
	at := fyne.NewPos(600, 60)
	w.facts.writeNote(at)
	paper, ok := w.win.Canvas().Overlays().Top().(*widget.PopUp)
	if !ok {
		t.Fatal("no paper to write on")
	}
	if lines := look.Text(13) * 1.5 * 4; paper.Content.Size().Height > lines+40 {
		t.Errorf("three lines open a paper %v high", paper.Content.Size().Height)
	}
}

// TestAnotherAuthorIsWrittenOnTheSheet: the menu of authors ends with one that is not
// in the list, and that leads to the line that is printed.
func TestAnotherAuthorIsWrittenOnTheSheet(t *testing.T) {
	w := opened(t, 1)
	w.facts.Offer(bulletin.Office{Authors: []string{"Mai Thắm", "Hải Yên"}})
	w.facts.author.Tapped(nil)
	menu, ok := w.win.Canvas().Overlays().Top().(*pop.Menu)
	if !ok {
		t.Fatal("the author opens no menu")
	}
	items := menu.Offered().Items
	last := items[len(items)-1]
	if last.Label != "Tác giả khác…" {
		t.Fatalf("the menu ends with %q", last.Label)
	}
	menu.Hide()
	last.Action()
	if w.win.Canvas().Focused() != fyne.Focusable(w.sheet) {
		t.Fatalf("%T has the keys", w.win.Canvas().Focused())
	}
	typeInto(w.sheet, "Khánh Chi")
	if got := w.textOf(manuscript.Byline); got != "Khánh Chi" {
		t.Errorf("the byline is %q", got)
	}
}

// TestAShortLineLeadsToAllFacts: what the line has no room for is offered
// behind its dots, with what it says, and can be chosen there.
func TestAShortLineLeadsToAllFacts(t *testing.T) {
	w := opened(t, 1)
	f := w.facts
	f.Offer(bulletin.Office{Authors: []string{"Mai Thắm"}, Sections: []string{"Xây dựng nông thôn mới"}})
	f.article.Section, f.article.Note = "Xây dựng nông thôn mới", "Đối chiếu số hộ"
	f.refresh()
	height := f.pane.MinSize().Height
	f.pane.Resize(fyne.NewSize(1200, height))
	if f.more.Visible() || len(f.left) > 0 {
		t.Errorf("a long line leaves out %d facts", len(f.left))
	}
	f.pane.Resize(fyne.NewSize(330, height))
	for _, q := range []*quiet{f.section, f.author, f.note} {
		if q.Visible() {
			t.Errorf("a short line has room for %q", q.Word)
		}
	}
	if !f.more.Visible() || f.more.Position().X+f.more.Size().Width > f.saved.Position().X {
		t.Fatal("a short line leads nowhere")
	}
	f.more.Tapped(nil)
	menu, ok := w.win.Canvas().Overlays().Top().(*pop.Menu)
	if !ok {
		t.Fatal("the dots open no menu")
	}
	var words []string
	for _, i := range menu.Offered().Items {
		words = append(words, i.Label)
	}
	said, want := strings.Join(words, "|"), "Chuyên mục: Xây dựng nông thôn mới|Tác giả: Mai Thắm|Ngày diễn ra|Lời nhắn: Đối chiếu số hộ"
	if said != want {
		t.Errorf("behind the dots: %q, wanted %q", said, want)
	}
	menu.Hide()
	menu.Offered().Items[0].Action()
	if sections, ok := w.win.Canvas().Overlays().Top().(*pop.Menu); !ok || sections.Offered().Items[0].Label != "Xây dựng nông thôn mới" {
		t.Error("the section cannot be chosen from there")
	}
}

// TestTheShortestLineStaysInItsRoom: beside the pages on a small screen the genre
// and the time of the save make room, too.
func TestTheShortestLineStaysInItsRoom(t *testing.T) {
	w := opened(t, 1)
	f := w.facts
	f.Saved("Đã lưu 14:02", false)
	f.pane.Resize(fyne.NewSize(200, f.pane.MinSize().Height))
	for _, q := range []*quiet{f.status, f.more} {
		if !q.Visible() || q.Position().X < 0 || q.Position().X+q.Size().Width > 200-16-12 {
			t.Errorf("%q is at %v, %v wide, of 172", q.Word, q.Position().X, q.Size().Width)
		}
	}
	if f.genre.Visible() || f.saved.Visible() {
		t.Error("genre and save stand where there is no room for them")
	}
	f.more.Tapped(nil)
	menu, ok := w.win.Canvas().Overlays().Top().(*pop.Menu)
	if !ok || !strings.HasPrefix(menu.Offered().Items[0].Label, "Thể loại") {
		t.Fatal("the genre is not behind the dots")
	}
	menu.Hide()
	f.Saved("Chưa lưu được", true)
	if !f.saved.Visible() {
		t.Error("trouble is not told")
	}
}

// TestTheNameOfWhoSignsIsShownWhereItFits: whole, else the given name, else the
// mark alone; and whatever stood there before, the same width shows the same.
func TestTheNameOfWhoSignsIsShownWhereItFits(t *testing.T) {
	w := opened(t, 1)
	f := w.facts
	f.Offer(bulletin.Office{Authors: []string{"Mai Thắm"}})
	f.Byline = func() string { return "Mai Thắm" }
	f.refresh()
	height := f.pane.MinSize().Height
	shown := map[float32]string{}
	look := func(width float32) {
		f.pane.Resize(fyne.NewSize(width, height))
		f.Saved("Đã lưu 11:36", false)
		now := f.author.Word + "|" + f.section.Word
		if was, ok := shown[width]; ok && was != now {
			t.Errorf("%v wide it shows %q, before %q", width, now, was)
		}
		shown[width] = now
	}
	for x := float32(400); x < 900; x++ {
		look(x)
		if x > 700 && f.author.Word != "Mai Thắm" {
			t.Errorf("%v wide it shows %q", x, f.author.Word)
		}
		free := f.saved.Position().X - f.note.Position().X - f.note.Size().Width
		if len(f.left) == 0 && f.author.Word == "" && free > 55 {
			t.Errorf("%v wide, %v are free and nobody signs", x, free)
		}
	}
	for x := float32(899); x >= 400; x-- {
		look(x)
	}
}
