package parts

import (
	"testing"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"bantin/ui/look"
)

// TestAParagraphKeepsItsLinesInABox: what is put into a box that has no size yet
// is as high as its lines at the width that was asked for.
func TestAParagraphKeepsItsLinesInABox(t *testing.T) {
	test.NewTempApp(t)
	alone := Paragraph("4 bài mới trong tệp này", 400, look.Quiet).MinSize().Height
	box := container.NewVBox()
	box.Add(Paragraph("4 bài mới trong tệp này", 400, look.Quiet))
	box.Add(Space(1, 1)) // which lays the box out once more
	if in := box.Objects[0].MinSize().Height; in != alone {
		t.Errorf("alone it is %v high, in a box %v", alone, in)
	}
}
