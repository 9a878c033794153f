package parts

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bantin/assets/translations"
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
