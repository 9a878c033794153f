package settle_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/bulletin/merge"
	_ "bantin/ui/locale"
	"bantin/ui/look"
	"bantin/ui/parts"
	"bantin/ui/settle"
)

// asked are questions about conflicts, as the desk asks them.
func asked(conflicts ...merge.Conflict) (all []settle.Question) {
	for _, q := range merge.Questions(conflicts, 2) {
		one := settle.Question{What: q.Conflicts[0].Field}
		for _, o := range q.Offers {
			one.Offers = append(one.Offers, settle.Offer{Who: "Thu", Before: o.Of.Base, Text: o.Text(), Both: o.Side == merge.Both, Answers: o.Answers})
		}
		all = append(all, one)
	}
	return all
}

func TestConflictsAreSettledByOneKeyEach(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.Theme{})
	win := a.NewWindow("")
	defer win.Close()
	win.Resize(fyne.NewSize(1366, 740))
	var settled merge.Choices
	p := &settle.Panel{
		Say: translations.For(translations.Vietnamese), Title: "Trồng rừng",
		Questions: asked(
			merge.Conflict{Field: "headline", Base: "Trồng rừng", Ours: "Trồng rừng đước", Theirs: "Ra quân trồng rừng"},
			merge.Conflict{Field: "body", Base: "Một.", Ours: "", Theirs: "Một hai.", CanBoth: true},
			merge.Conflict{Field: "body", Nth: 2, Base: "Ba.", Ours: "Bốn.", Theirs: "Năm.", CanBoth: true},
		),
		Settle: func(c merge.Choices) error { settled = c; return nil },
	}
	panel := p.Show(win)
	key := func(name fyne.KeyName) { win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	key(fyne.Key2)
	key(fyne.Key4)
	key(fyne.KeyUp) // back to the second
	key(fyne.Key1)
	panel.Submit() // not everything is chosen; the button does not answer to a click
	if settled["body#2"] != "" {
		t.Fatal("settled without a choice")
	}
	panel.Hide()
	panel = p.Show(win)
	for _, k := range []fyne.KeyName{fyne.Key2, fyne.Key4, fyne.Key3} {
		key(k)
	}
	key(fyne.KeyReturn) // the button has the focus
	want := merge.Choices{"headline": merge.Theirs, "body": merge.Both, "body#2": merge.Base}
	for k, side := range want {
		if settled[k] != side {
			t.Errorf("%s is settled by %q, want %q", k, settled[k], side)
		}
	}
	if panel.Visible() {
		t.Error("the panel stays")
	}
}

// TestTheNumbersAnswerFromTheButtonBelowTheTexts, to which Tab leads, too.
func TestTheNumbersAnswerFromTheButtonBelowTheTexts(t *testing.T) {
	win := test.NewTempApp(t).NewWindow("")
	defer win.Close()
	win.Resize(fyne.NewSize(1366, 740))
	var settled merge.Choices
	p := &settle.Panel{
		Say: translations.For(translations.Vietnamese), Title: "Trồng rừng",
		Questions: asked(merge.Conflict{Field: "body", Base: "Một.", Ours: "Hai.", Theirs: "Ba.", CanBoth: true}),
		Settle:    func(c merge.Choices) error { settled = c; return nil },
	}
	p.Show(win)
	card := win.Canvas().Focused()
	win.Canvas().FocusNext()
	if button, ok := win.Canvas().Focused().(*parts.Quiet); !ok || win.Canvas().Focused() == card {
		t.Fatalf("Tab leads to %T", button)
	}
	for _, name := range []fyne.KeyName{fyne.Key2, fyne.KeyReturn} {
		win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	}
	if settled["body"] != merge.Theirs {
		t.Errorf("2 on the button settles it by %q", settled["body"])
	}
}

func TestManyConflictsAreThereSoon(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(look.Theme{})
	win := a.NewWindow("")
	defer win.Close()
	win.Resize(fyne.NewSize(1366, 740))
	settled := 0
	p := &settle.Panel{
		Say: translations.For(translations.Vietnamese), Settle: func(c merge.Choices) error { settled = len(c); return nil },
	}
	const many = 25
	for i := range many {
		c := merge.Conflict{Field: "body", Nth: i + 1, Block: i, Base: "Một.", Ours: "Hai.", Theirs: "Ba."}
		p.Questions = append(p.Questions, asked(c)...)
	}
	var later []func()
	before := parts.OnUI
	parts.OnUI = func(do func()) { later = append(later, do) }
	defer func() { parts.OnUI = before }()
	panel := p.Show(win)
	turns := 0
	for ; len(later) > 0; turns++ {
		do := later[0]
		later = later[1:]
		do()
	}
	if turns < 2 {
		t.Errorf("%d cards are made in %d turns", many, turns+1)
	}
	for range many {
		win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.Key1})
	}
	panel.Submit()
	if settled != many {
		t.Errorf("%d of %d are settled", settled, many)
	}
}

// BenchmarkLongConflicts is the panel with as many cards as are made in one go,
// each with three long texts.
func BenchmarkLongConflicts(b *testing.B) {
	a := test.NewTempApp(b)
	a.Settings().SetTheme(look.Theme{})
	win := a.NewWindow("")
	defer win.Close()
	win.Resize(fyne.NewSize(1366, 740))
	p := &settle.Panel{
		Say: translations.For(translations.Vietnamese),
	}
	base := strings.Repeat("Sáng nay bà con năm thôn đã xuống bãi từ khi nước còn rút. ", 8)
	for i := range 6 {
		p.Questions = append(p.Questions, asked(merge.Conflict{
			Field: "body", Nth: i + 1, Base: base, Ours: strings.Replace(base, "nước", "gió", 3), Theirs: strings.Replace(base, "bãi", "đồng", 4),
		})...)
	}
	b.ReportAllocs()
	for b.Loop() {
		p.Show(win).Hide()
	}
}
