package parts

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
	"bantin/bulletin"
	"bantin/bulletin/viet/telex"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/typing"
)

// TestTheLineStandsUnderItsField: a field of one line beside one of four keeps
// its line below its own text.
func TestTheLineStandsUnderItsField(t *testing.T) {
	test.NewTempApp(t)
	say := translations.For(translations.Vietnamese)
	f := NewForm(say)
	f.Columns = 2
	short := f.Line("office.body", "Trung tâm Văn hóa xã")
	long := f.Lines("office.parents", []string{"Tỉnh", "Huyện", "Xã", "Thôn"})
	f.Cells.Resize(fyne.NewSize(600, 400))
	for i, in := range []fyne.CanvasObject{short, long} {
		line := f.Cells.Objects[i*partsOfCell+2]
		if below := line.Position().Y - in.Position().Y - in.MinSize().Height; below < 0 || below > 6 {
			t.Errorf("the line of field %d stands %v below its text", i, below)
		}
	}
}

// TestABreakBeginsARow: what belongs together stands side by side, whatever
// stands before it.
func TestABreakBeginsARow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	f := NewForm(translations.For(translations.Vietnamese))
	f.Columns = 2
	before := f.Line("office.email", "")
	f.Break()
	left, right := f.Line("office.phone", ""), f.Line("office.body", "")
	f.Wrap(700)
	if left.Position().Y <= before.Position().Y || left.Position().X != before.Position().X {
		t.Errorf("after the break it stands at %v, before it at %v", left.Position(), before.Position())
	}
	if right.Position().Y != left.Position().Y || right.Position().X <= left.Position().X {
		t.Errorf("what belongs together stands at %v and %v", left.Position(), right.Position())
	}
}

// TestADayIsReadAsItIsTyped: and said beside its name where less was typed.
func TestADayIsReadAsItIsTyped(t *testing.T) {
	test.NewTempApp(t)
	f := NewForm(translations.For(translations.Vietnamese))
	in, read := f.Day("issue.date", bulletin.Date{Year: 2026, Month: 4, Day: 10})
	for typed, understood := range map[string]bool{"5/3": true, "10/4/26": true, "10/4/2026": false, "": false, "mai": false} {
		in.Rewrite(typed)
		f.Cells.Resize(fyne.NewSize(400, 100))
		day, err := read()
		if (err != nil) != (typed == "mai") {
			t.Errorf("%q: %v", typed, err)
		}
		if said := f.Cells.Objects[0].(*fieldName).word.Text; strings.Contains(said, "hiểu là "+day.Short()) != understood {
			t.Errorf("%q: %q", typed, said)
		}
	}
}

// TestAnAddressIsTypedAsItIs, and a name as it is composed.
func TestAnAddressIsTypedAsItIs(t *testing.T) {
	was := typing.Chosen()
	defer typing.Choose(was)
	typing.Choose(typing.Manner{Method: telex.Telex})
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	f := NewForm(translations.For(translations.Vietnamese))
	for want, in := range map[string]*field.Field{"aas@xa.vn": f.Code("office.email", ""), "ấ@xa.vn": f.Line("office.body", "")} {
		for _, r := range "aas@xa.vn" {
			in.TypedRune(r)
		}
		if in.Text() != want {
			t.Errorf("%s becomes %q, not %q", in.Name, in.Text(), want)
		}
	}
}

// TestAClickOnTheNameGoesIntoTheField: what is typed after it is not lost.
func TestAClickOnTheNameGoesIntoTheField(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.Theme{})
	f := NewForm(translations.For(translations.Vietnamese))
	f.Line("office.email", "")
	in := f.Line("office.body", "")
	win := test.NewTempWindow(t, f.Cells)
	win.Resize(fyne.NewSize(500, 300))
	test.TapCanvas(win.Canvas(), fyne.CurrentApp().Driver().AbsolutePositionForObject(f.Cells.Objects[partsOfCell]).AddXY(4, 4))
	if win.Canvas().Focused() != fyne.Focusable(in) {
		t.Errorf("%T has the keys", win.Canvas().Focused())
	}
}
