package editor

import (
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bantin/bulletin"
	"bantin/ui/look"
	"bantin/ui/manuscript"
)

func withPhoto() bulletin.Article {
	return bulletin.Article{
		Body: []bulletin.Block{
			{Kind: bulletin.Paragraph, Text: "một"}, {Kind: bulletin.PhotoAnchor, Photo: "p1"}, {Kind: bulletin.Paragraph, Text: "hai"},
		},
		Photos: []bulletin.Photo{{ID: "p1", SHA256: "aa", WidthPx: 600, HeightPx: 300}},
	}
}

func TestAPhotoIsDraggedToAnotherPlace(t *testing.T) {
	e := opened(t, withPhoto(), usual)
	e.Picture = func(_ string, _ int, give func(image.Image)) { give(image.NewRGBA(image.Rect(0, 0, 60, 30))) }
	e.redraw()
	figure := e.m.Figure("p1")
	top := e.pointOf(manuscript.Place{Block: figure})
	e.drag(top.AddXY(60, 0), top.AddXY(60, 20), e.pointOf(manuscript.Place{Block: e.m.BodyEnd() - 1}).AddXY(0, 14))
	if a := article(e); a.Body[2].Kind != bulletin.PhotoAnchor {
		t.Errorf("body %+v", a.Body)
	}
	e.Undo()
	if a := article(e); a.Body[1].Kind != bulletin.PhotoAnchor {
		t.Errorf("taken back: %+v", a.Body)
	}
}

// TestAPhotoLetGoBesideTheSheetGoesWhereItsLineStands: the sheet goes on while
// the mouse is held below it, and that is where one lets go; no MouseUp comes
// from there.
func TestAPhotoLetGoBesideTheSheetGoesWhereItsLineStands(t *testing.T) {
	for name, below := range map[string]bool{"below": true, "above": false} {
		t.Run(name, func(t *testing.T) {
			e := opened(t, withPhoto(), usual)
			e.Picture = func(_ string, _ int, give func(image.Image)) { give(image.NewRGBA(image.Rect(0, 0, 60, 30))) }
			e.redraw()
			top := e.pointOf(manuscript.Place{Block: e.m.Figure("p1")})
			beside, want := fyne.NewPos(60, -20), 0
			if below {
				beside, want = fyne.NewPos(60, e.Size().Height+2000), 2
			}
			e.down(top.AddXY(60, 0), desktop.MouseButtonPrimary, 0)
			for _, p := range []fyne.Position{top.AddXY(60, 20), beside} {
				ev := &fyne.DragEvent{}
				ev.Position = p
				e.Dragged(ev)
			}
			e.DragEnd()
			if a := article(e); a.Body[want].Kind != bulletin.PhotoAnchor {
				t.Errorf("body %+v", a.Body)
			}
			if e.mouse.dragging != draggingNothing {
				t.Error("the line of the place stays")
			}
		})
	}
}

func TestAPhotoIsCroppedAndTurned(t *testing.T) {
	e := opened(t, withPhoto(), usual)
	e.redraw()
	e.startCrop(e.m.Figure("p1"))
	at, size := e.stage(e.m.Figure("p1"))
	e.drag(at.AddXY(1, 1), at.AddXY(size.Width/4, size.Height/2))
	e.click(at.AddXY(size.Width/2, size.Height*0.75))
	press(e, fyne.KeyReturn)
	p := e.m.Photo("p1")
	if p.Crop == nil || abs(float32(p.Crop.Left)-2500) > 60 || abs(float32(p.Crop.Top)-5000) > 60 || p.Crop.Left+p.Crop.Width != bulletin.CropUnit {
		t.Fatalf("crop %+v", p.Crop)
	}
	e.useTool(e.m.Figure("p1"), toolTurn)
	if p := e.m.Photo("p1"); p.Turn != 1 || p.WidthPx != 300 || abs(float32(p.Crop.Width)-5000) > 60 {
		t.Errorf("turned: %+v %+v", p, p.Crop)
	}
	e.Undo()
	e.Undo()
	if p := e.m.Photo("p1"); p.Crop != nil || p.Turn != 0 {
		t.Errorf("taken back: %+v", p)
	}
	e.startCrop(e.m.Figure("p1"))
	e.click(at.AddXY(size.Width/2, size.Height/2))
	press(e, fyne.KeyReturn)
	if f := e.m.Photo("p1").Focus; f == nil || abs(float32(f.X)-5000) > 60 {
		t.Errorf("focus %+v", f)
	}
}

func TestTheFocalPointOfACroppedPhoto(t *testing.T) {
	e := opened(t, withPhoto(), usual)
	e.redraw()
	e.startCrop(e.m.Figure("p1"))
	at, size := e.stage(e.m.Figure("p1"))
	e.drag(at.AddXY(1, 1), at.AddXY(size.Width/4, size.Height/2))
	e.click(at.AddXY(size.Width*0.1, size.Height*0.2)) // beside the frame
	if e.crop.focus != nil {
		t.Errorf("what is cut away became the point: %+v", e.crop.focus)
	}
	e.click(at.AddXY(size.Width*0.6, size.Height*0.8))
	press(e, fyne.KeyReturn)
	p := e.m.Photo("p1")
	if p.Crop == nil || abs(float32(p.Crop.Left)-2500) > 60 || p.Focus == nil || abs(float32(p.Focus.X)-6000) > 60 || abs(float32(p.Focus.Y)-8000) > 60 {
		t.Fatalf("crop %+v, focus %+v", p.Crop, p.Focus)
	}
	was := *p.Focus
	e.startCrop(e.m.Figure("p1"))
	e.drag(at.AddXY(size.Width*0.8, size.Height*0.6), at.AddXY(size.Width*0.7, size.Height*0.6))
	press(e, fyne.KeyReturn)
	if p := e.m.Photo("p1"); p.Crop.Left >= 2400 || *p.Focus != was {
		t.Errorf("after moving the frame: crop %+v, focus %+v", p.Crop, p.Focus)
	}
}

// TestWhatIsSaidOnAPhotoStaysOnIt: on a small screen it takes several lines.
func TestWhatIsSaidOnAPhotoStaysOnIt(t *testing.T) {
	const said = "Kéo góc để cắt, bấm vào điểm phải giữ · Enter: xong · Esc: thôi"
	wide := look.Width(said, look.Text(12), look.Sans) + 16
	if lines := pillLines(said, wide); len(lines) != 1 || lines[0] != said {
		t.Errorf("where there is room: %q", lines)
	}
	for room := wide - 1; room > wide*0.65; room -= 20 {
		lines := pillLines(said, room)
		for _, line := range lines {
			if width := look.Width(line, look.Text(12), look.Sans) + 16; width > room {
				t.Errorf("%q is %v wide in %v", line, width, room)
			}
		}
		if len(lines) < 2 || strings.Join(lines, " · ") != said {
			t.Errorf("in %v: %q", room, lines)
		}
	}
}

// TestACropGoesOnWhenOthersTextComes, and keeps what they made of the photo; one
// of another picture is left.
func TestACropGoesOnWhenOthersTextComes(t *testing.T) {
	e := opened(t, withPhoto(), usual)
	e.startCrop(e.m.Figure("p1"))
	e.cropKey(fyne.KeyMinus)
	var a bulletin.Article
	e.m.Write(&a)
	a.Headline, a.Photos[0].Size = "Tít của người khác", bulletin.SizeWide
	e.m.Become(&a)
	e.Open(e.m, false)
	if e.crop == nil {
		t.Fatal("the frame is gone")
	}
	e.cropKey(fyne.KeyReturn)
	if p := e.m.Photo("p1"); p.Crop == nil || p.Size != bulletin.SizeWide {
		t.Errorf("the photo is %+v", p)
	}
	e.startCrop(e.m.Figure("p1"))
	e.m.Write(&a)
	a.Photos[0].SHA256 = "another"
	e.m.Become(&a)
	e.Open(e.m, false)
	if e.crop != nil {
		t.Error("the frame of one picture is on another")
	}
}
