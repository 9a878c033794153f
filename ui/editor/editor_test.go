package editor

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"bantin/bulletin"
	"bantin/ui/manuscript"
)

// seen are the texts on screen, from top to bottom.
func (e *Editor) seen() []string {
	var texts []*canvas.Text
	for _, o := range e.drawing.Objects() {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" {
			texts = append(texts, t)
		}
	}
	slices.SortStableFunc(texts, func(a, b *canvas.Text) int { return int(a.Position().Y - b.Position().Y) })
	var out []string
	for _, t := range texts {
		out = append(out, t.Text)
	}
	return out
}

func (e *Editor) shows(t *testing.T, want string) bool {
	t.Helper()
	return strings.Contains(strings.Join(e.seen(), "\n"), want)
}

func typeIn(e *Editor, s string) {
	for _, r := range s {
		e.TypedRune(r)
	}
}

func press(e *Editor, names ...fyne.KeyName) {
	for _, n := range names {
		e.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

// pressShift presses a key with Shift held.
func pressShift(e *Editor, names ...fyne.KeyName) {
	e.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(e, names...)
	e.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

func pressCtrl(e *Editor, name fyne.KeyName, more fyne.KeyModifier) {
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: ctrl | more})
}

func article(e *Editor) bulletin.Article {
	var a bulletin.Article
	e.m.Write(&a)
	return a
}

// pointOf is where a place stands in the view.
func (e *Editor) pointOf(p manuscript.Place) fyne.Position {
	x, y, height := e.sheet.point(p)
	return fyne.NewPos(x, y+height/2-e.offset)
}

func (e *Editor) down(p fyne.Position, button desktop.MouseButton, more fyne.KeyModifier) {
	ev := &desktop.MouseEvent{Button: button, Modifier: more}
	ev.Position = p
	e.MouseDown(ev)
}

func (e *Editor) up(p fyne.Position) {
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.Position = p
	e.MouseUp(ev)
}

func (e *Editor) click(p fyne.Position) {
	e.down(p, desktop.MouseButtonPrimary, 0)
	e.up(p)
}

func (e *Editor) drag(from fyne.Position, to ...fyne.Position) {
	e.down(from, desktop.MouseButtonPrimary, 0)
	for _, p := range to {
		ev := &fyne.DragEvent{}
		ev.Position = p
		e.Dragged(ev)
	}
	e.DragEnd()
	e.up(to[len(to)-1])
}

func TestAnEmptyArticleShowsWhatMayBeWritten(t *testing.T) {
	e := opened(t, bulletin.Article{}, usual)
	e.FocusStart()
	for _, want := range []string{"Băng chủ đề…", "Tít chính…", "Sa-pô…", "Viết bài ở đây…", "Tác giả…", "tít chính"} {
		if !e.shows(t, want) {
			t.Errorf("%q is not among %q", want, e.seen())
		}
	}
}

func TestArrowsWalkThroughTheWholeSheet(t *testing.T) {
	e := opened(t, long(120), usual)
	e.m.Go(manuscript.Place{}, false)
	blocks := map[int]bool{}
	for range 200 {
		blocks[e.m.Caret().Block] = true
		press(e, fyne.KeyDown)
	}
	if len(blocks) != e.m.Len() || e.m.Caret() != e.m.End() {
		t.Errorf("down comes through %d of %d blocks to %+v", len(blocks), e.m.Len(), e.m.Caret())
	}
	for range 200 {
		press(e, fyne.KeyUp)
	}
	if e.m.Caret() != (manuscript.Place{}) {
		t.Errorf("up comes to %+v", e.m.Caret())
	}
}

func TestTabLeadsFromFieldToFieldAndOut(t *testing.T) {
	e := opened(t, bulletin.Article{}, usual)
	e.m.Go(manuscript.Place{}, false)
	var kinds []string
	for range 8 {
		kinds = append(kinds, e.m.Block(e.m.Caret().Block).Kind.String())
		press(e, fyne.KeyTab)
	}
	want := []string{"theme_banner", "kicker", "headline", "deck", "standfirst", "dateline", "paragraph", "byline"}
	if !slices.Equal(kinds, want) {
		t.Errorf("Tab leads through %q", kinds)
	}
	pressShift(e, fyne.KeyTab)
	if k := e.m.Block(e.m.Caret().Block).Kind; k != manuscript.Byline {
		t.Errorf("Shift+Tab from the last field leads to %s", k)
	}
}

func TestSelectingByMouseAndKeyboardOverBlocks(t *testing.T) {
	e := opened(t, bulletin.Article{Headline: "Tít", Body: []bulletin.Block{
		{Kind: bulletin.Paragraph, Text: "Một hai ba"}, {Kind: bulletin.Paragraph, Text: "bốn năm"},
	}}, usual)
	first := e.m.BodyStart()
	from, to := manuscript.Place{Block: first, Offset: 4}, manuscript.Place{Block: first + 1, Offset: 3}
	e.drag(e.pointOf(from), e.pointOf(manuscript.Place{Block: first, Offset: 6}), e.pointOf(to))
	if got := e.m.Selected(); got != "hai ba\n\nbốn" {
		t.Errorf("dragged over %q", got)
	}
	word := e.pointOf(manuscript.Place{Block: first, Offset: 5})
	e.click(word)
	e.click(word)
	if got := e.m.Selected(); got != "hai" {
		t.Errorf("a double click selects %q", got)
	}
	e.click(word)
	if got := e.m.Selected(); got != "Một hai ba" {
		t.Errorf("a triple click selects %q", got)
	}
	e.click(word)
	if got := e.m.Selected(); got != "" {
		t.Errorf("a fourth click selects %q", got)
	}
	e.click(e.pointOf(from))
	e.down(e.pointOf(to), desktop.MouseButtonPrimary, fyne.KeyModifierShift)
	if got := e.m.Selected(); got != "hai ba\n\nbốn" {
		t.Errorf("a click with Shift selects %q", got)
	}
	e.click(e.pointOf(from))
	pressShift(e, fyne.KeyEnd)
	if got := e.m.Selected(); got != "hai ba" {
		t.Errorf("Shift+End selects %q", got)
	}
	pressCtrl(e, fyne.KeyHome, fyne.KeyModifierShift)
	if got := e.m.Selected(); !strings.HasSuffix(got, "Một ") || !strings.HasPrefix(got, "") {
		t.Errorf("Ctrl+Shift+Home selects %q", got)
	}
	typeIn(e, "x")
	if a := article(e); a.Body[0].Text != "xhai ba" && a.Headline != "" {
		t.Errorf("typed over the selection: %+v", a)
	}
}

func TestTheCaretStaysInView(t *testing.T) {
	e := opened(t, long(2000), usual)
	check := func(what string) {
		t.Helper()
		_, y, height := e.sheet.point(e.m.Caret())
		if y < e.offset || y+height > e.offset+e.Size().Height {
			t.Errorf("%s: the caret at %v is not in %v … %v", what, y, e.offset, e.offset+e.Size().Height)
		}
	}
	pressCtrl(e, fyne.KeyEnd, 0)
	check("Ctrl+End")
	for range 5 {
		press(e, fyne.KeyPageUp)
		check("Page Up")
	}
	pressCtrl(e, fyne.KeyHome, 0)
	check("Ctrl+Home")
	press(e, fyne.KeyPageDown)
	before := e.m.Caret()
	press(e, fyne.KeyPageUp, fyne.KeyPageDown)
	if e.m.Caret() != before {
		t.Errorf("a page up and down leads from %+v to %+v", before, e.m.Caret())
	}
}

func TestBlocksMoveAndTurnByKey(t *testing.T) {
	e := opened(t, bulletin.Article{Body: []bulletin.Block{
		{Kind: bulletin.Paragraph, Text: "một"}, {Kind: bulletin.Paragraph, Text: "hai"},
	}}, usual)
	e.m.Go(manuscript.Place{Block: e.m.BodyStart() + 1, Offset: 1}, false)
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.Key2, Modifier: ctrlAlt})
	a := article(e)
	if a.Body[0].Text != "hai" || a.Body[0].Kind != bulletin.Crosshead || a.Body[1].Text != "một" {
		t.Errorf("body %+v", a.Body)
	}
	e.Undo()
	e.Undo()
	if a := article(e); a.Body[0].Text != "một" || a.Body[1].Kind != bulletin.Paragraph {
		t.Errorf("taken back: %+v", a.Body)
	}
}

func TestCopyingBetweenSheetsKeepsStructure(t *testing.T) {
	e := opened(t, bulletin.Article{Body: []bulletin.Block{
		{Kind: bulletin.Crosshead, Text: "Đầu"}, {Kind: bulletin.Quote, Text: "<b>Lời</b>"},
	}}, usual)
	e.m.Select(manuscript.Place{Block: e.m.BodyStart()}, manuscript.Place{Block: e.m.BodyStart() + 1, Offset: 3})
	clipboard := test.NewClipboard()
	e.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	if got := clipboard.Content(); got != "Đầu\n\nLời" {
		t.Errorf("the clipboard holds %q", got)
	}
	e.Open(manuscript.New(&bulletin.Article{}), false)
	e.m.Go(manuscript.Place{Block: e.m.BodyStart()}, false)
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if a := article(e); len(a.Body) != 2 || a.Body[0].Kind != bulletin.Crosshead || a.Body[1].Text != "<b>Lời</b>" {
		t.Errorf("pasted %+v", a.Body)
	}
	clipboard.SetContent("Một\u00a0 hai\n\nba\u0301")
	pressCtrl(e, fyne.KeyEnd, 0)
	e.m.Go(manuscript.Place{Block: e.m.BodyEnd() - 1, Offset: 99}, false)
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clipboard})
	if a := article(e); a.Body[len(a.Body)-1].Text != "bá" {
		t.Errorf("pasted from outside: %+v", a.Body)
	}
}

func TestAPasteFromOutsideIsTakenBackByItself(t *testing.T) {
	e := opened(t, bulletin.Article{Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: "Đầu"}}}, usual)
	blocks, takeBack := e.m.Len(), func() {}
	e.OnPasted = func(blocks int, tidied manuscript.Tidied, undo func()) {
		if blocks != 2 || !tidied.Any() {
			t.Errorf("told of %d blocks, tidied %v", blocks, tidied)
		}
		takeBack = undo
	}
	e.m.Go(manuscript.Place{Block: e.m.BodyStart(), Offset: 3}, false)
	e.Paste("một\u00a0\nhai")
	if takeBack(); e.m.Len() != blocks || article(e).Body[0].Text != "Đầu" {
		t.Errorf("body %+v", article(e).Body)
	}
	e.Paste("một\u00a0\nhai")
	typeIn(e, " ba")
	takeBack() // too late: what was written since stays
	if a := article(e); len(a.Body) != 2 || a.Body[1].Text != "hai ba" {
		t.Errorf("body after writing on %+v", a.Body)
	}
}

func TestFindingsMarkTheirWordsAndMoveWithThem(t *testing.T) {
	e := opened(t, bulletin.Article{
		Headline: "Xã huớng tới",
		Body:     []bulletin.Block{{Kind: bulletin.Paragraph, Text: "Một đuợc hai"}},
		Photos:   []bulletin.Photo{{ID: "p1", SHA256: "aa", Caption: "Anh chụp"}},
	}, usual)
	find := func(p bulletin.Place, offset, length int) bulletin.Finding {
		p.Offset, p.Length = offset, length
		return bulletin.Finding{Rule: "unreadable_character", Severity: bulletin.Error, Where: p, Args: bulletin.Args{"n": 1, "better": "được"}}
	}
	body := find(bulletin.InBlock("", 0), 4, 4)
	e.SetFindings([]bulletin.Finding{
		find(bulletin.InField("", bulletin.FieldHeadline), 3, 5), body,
		find(bulletin.Place{Field: bulletin.FieldCaption, Photo: "p1", Block: -1}, 0, 3),
		find(bulletin.InBlock("", 7), 0, 1), // nowhere
	})
	first := e.m.BodyStart()
	if got := []int{len(e.marks.of[2]), len(e.marks.of[first]), len(e.marks.of[e.m.Figure("p1")+1])}; !slices.Equal(got, []int{1, 1, 1}) {
		t.Fatalf("marks %v", got)
	}
	e.m.Go(manuscript.Place{Block: first}, false)
	typeIn(e, "Ô, ")
	e.Turn(manuscript.Crosshead)
	e.m.Go(manuscript.Place{Block: int(manuscript.Standfirst), Offset: 0}, false)
	typeIn(e, "Sa-pô")
	m, ok := e.markOf(body)
	if !ok || string(e.m.Block(m.Block).Runes()[m.From:m.To]) != "đuợc" {
		t.Errorf("the mark has moved to %+v, %v", m, ok)
	}
	e.m.Go(manuscript.Place{Block: m.Block, Offset: m.From + 1}, false)
	typeIn(e, "x")
	if _, ok := e.markOf(body); ok {
		t.Error("a word that was changed is still marked")
	}
}

func TestASuggestionIsTaken(t *testing.T) {
	e := opened(t, bulletin.Article{Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: "Một đuợc hai"}}}, usual)
	f := bulletin.Finding{Rule: "unreadable_character", Where: bulletin.InBlock("", 0), Args: bulletin.Args{"n": 1, "better": []string{"được", "đước"}}}
	f.Where.Offset, f.Where.Length = 4, 4
	e.SetFindings([]bulletin.Finding{f})
	e.m.Go(manuscript.Place{Block: e.m.BodyStart()}, false)
	typeIn(e, "Ô, ")
	e.m.Go(manuscript.Place{Block: e.m.BodyStart(), Offset: 8}, false)
	menu := e.contextMenu()
	if menu.Items[1].Label != "“được”" {
		t.Fatalf("offered %q", menu.Items[1].Label)
	}
	menu.Items[1].Action()
	if a := article(e); a.Body[0].Text != "Ô, Một được hai" || len(e.findingsAt(e.m.Caret())) > 0 {
		t.Errorf("after it: %q", a.Body[0].Text)
	}
}

// TestOnlyWhatIsOnScreenIsDrawn: a book shows no more than a notice.
func TestOnlyWhatIsOnScreenIsDrawn(t *testing.T) {
	e := opened(t, long(20_000), usual)
	if n := len(e.drawing.Objects()); n > 80 {
		t.Errorf("%d objects", n)
	}
	e.scrollTo(e.sheet.height / 2)
	e.redraw()
	if n := len(e.drawing.Objects()); n > 80 || n < 15 {
		t.Errorf("%d objects in the middle", n)
	}
}

// TestTheFootSaysWhereLinesGoOn: what stands on another page is nothing to cut.
func TestTheFootSaysWhereLinesGoOn(t *testing.T) {
	e := opened(t, long(430), usual)
	e.SetPrinted(Printed{Known: true, Over: 87, Onto: 2})
	var said []string
	for _, t := range e.foot.said {
		said = append(said, t.Text)
	}
	if got := strings.Join(said, " · "); !strings.Contains(got, "87 dòng sang trang 2") || strings.Contains(got, "thừa") {
		t.Errorf("the foot says %q", got)
	}
}

func TestTheFootCounts(t *testing.T) {
	e := opened(t, long(430), usual)
	e.SetPrinted(Printed{Known: true, Overset: 7, HeadlineLines: 4, HeadlineMost: 3})
	var said []string
	for _, t := range e.foot.said {
		said = append(said, t.Text)
	}
	if got := strings.Join(said, " · "); !strings.Contains(got, "đọc 2 phút") || !strings.Contains(got, "thừa 7 dòng") || !strings.Contains(got, "tít 4 dòng, tối đa 3") {
		t.Errorf("the foot says %q", got)
	}
}
