package editor

import (
	"testing"

	"fyne.io/fyne/v2"

	"bantin/bulletin"
)

// TestAPhotoIsCroppedByKeys: size, proportions, place and the point that must stay in
// view.
func TestAPhotoIsCroppedByKeys(t *testing.T) {
	e := opened(t, withPhoto(), usual)
	e.redraw()
	e.startCrop(e.m.Figure("p1"))
	for range 4 { // 8,000 × 8,000
		pressShift(e, fyne.KeyMinus)
	}
	press(e, fyne.KeyLeft)
	pressCtrl(e, fyne.KeyUp, fyne.KeyModifierShift)
	pressCtrl(e, fyne.KeyLeft, 0)
	pressCtrl(e, fyne.KeyLeft, 0)
	pressCtrl(e, fyne.KeyRight, 0)
	press(e, fyne.KeySpace) // the point, in the middle
	pressShift(e, fyne.KeyUp)
	press(e, fyne.KeyLeft)
	press(e, fyne.KeySpace, fyne.KeyDown) // the frame again
	press(e, fyne.KeyReturn)
	p := e.m.Photo("p1")
	if want := (bulletin.Crop{Left: 900, Top: 1100, Width: 7900, Height: 7500}); p.Crop == nil || *p.Crop != want {
		t.Errorf("crop %+v, want %+v", p.Crop, want)
	}
	if want := (bulletin.Focus{X: 4750, Y: 4250}); p.Focus == nil || *p.Focus != want {
		t.Errorf("point %+v, want %+v", p.Focus, want)
	}
	e.startCrop(e.m.Figure("p1"))
	press(e, fyne.KeySpace, fyne.KeyDelete, fyne.KeyReturn)
	if p := e.m.Photo("p1"); p.Crop == nil || p.Focus != nil {
		t.Errorf("Delete, when the arrows had the point, left crop %+v and point %+v", p.Crop, p.Focus)
	}
}

// TestThePointStaysInTheFrame as far as arrows can move it, and the frame in the picture.
func TestThePointStaysInTheFrame(t *testing.T) {
	e := opened(t, withPhoto(), usual)
	e.redraw()
	e.startCrop(e.m.Figure("p1"))
	pressCtrl(e, fyne.KeyLeft, fyne.KeyModifierShift)
	for range 60 {
		pressCtrl(e, fyne.KeyRight, fyne.KeyModifierShift)
		pressCtrl(e, fyne.KeyUp, fyne.KeyModifierShift)
	}
	press(e, fyne.KeySpace)
	for range 60 {
		pressShift(e, fyne.KeyRight, fyne.KeyDown)
	}
	press(e, fyne.KeyReturn)
	p := e.m.Photo("p1")
	if want := (bulletin.Crop{Width: bulletin.CropUnit, Height: leastCrop}); p.Crop == nil || *p.Crop != want {
		t.Errorf("crop %+v, want %+v", p.Crop, want)
	}
	if want := (bulletin.Focus{X: bulletin.CropUnit, Y: leastCrop}); p.Focus == nil || *p.Focus != want {
		t.Errorf("point %+v, want %+v", p.Focus, want)
	}
}

// TestACropIsTakenBackStepByStep, by keys and by mouse, and leaves the text alone.
func TestACropIsTakenBackStepByStep(t *testing.T) {
	e := opened(t, withPhoto(), usual)
	e.redraw()
	was := article(e)
	e.startCrop(e.m.Figure("p1"))
	at, size := e.stage(e.m.Figure("p1"))
	e.drag(at.AddXY(1, 1), at.AddXY(size.Width/4, size.Height/4), at.AddXY(size.Width/2, size.Height/2))
	dragged := e.crop.frame
	pressCtrl(e, fyne.KeyLeft, 0)
	press(e, fyne.KeySpace, fyne.KeyUp)
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: fyne.CurrentApp().Clipboard()})
	e.TypedShortcut(&fyne.ShortcutUndo{})
	e.TypedShortcut(&fyne.ShortcutUndo{})
	if c := e.crop; c.focus != nil || c.onFocus || c.frame == dragged {
		t.Errorf("the point is taken back: %+v, frame %+v", c.focus, c.frame)
	}
	e.TypedShortcut(&fyne.ShortcutUndo{})
	if e.crop.frame != dragged {
		t.Errorf("frame %+v, want that of the drag %+v", e.crop.frame, dragged)
	}
	e.TypedShortcut(&fyne.ShortcutUndo{})
	if e.crop == nil || e.crop.frame != wholePicture {
		t.Fatal("the drag is not one step")
	}
	e.TypedShortcut(&fyne.ShortcutUndo{})
	if e.crop != nil {
		t.Error("with nothing to take back the frame stays")
	}
	if now := article(e); now.Headline != was.Headline || len(now.Body) != len(was.Body) || now.Photos[0].Crop != nil {
		t.Errorf("the article is another: %+v", now)
	}
}
