package makeup

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/desk"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/parts"
)

type fanDrawing struct {
	f       *fan
	ground  *canvas.Rectangle
	mark    *canvas.Rectangle // under what is pointed at
	title   *canvas.Text
	foot    []*canvas.Text
	pages   []*canvas.Image
	frames  []*canvas.Rectangle // around what is in force
	heads   []*canvas.Text
	objects []fyne.CanvasObject
}

// sharp is how many pixels an outline has for a unit of the screen.
const sharp = 2

func (d *fanDrawing) Destroy()                     {}
func (d *fanDrawing) Objects() []fyne.CanvasObject { return d.objects }
func (d *fanDrawing) MinSize() fyne.Size           { return d.f.size }
func (d *fanDrawing) Layout(fyne.Size)             { d.draw() }

// Refresh draws what has come and what is pointed at.
func (d *fanDrawing) Refresh() {
	d.draw()
	canvas.Refresh(d.f)
}

func (d *fanDrawing) draw() {
	f := d.f
	d.ground.FillColor, d.ground.StrokeColor, d.ground.StrokeWidth = look.Color(theme.ColorNameMenuBackground), look.Color(theme.ColorNameInputBorder), 1
	d.ground.CornerRadius = 8
	d.ground.Resize(f.size)
	set := field.Look{Size: look.Text(13), Style: look.SansBold, Leading: 1.4}
	d.title.Text = field.Clamp(f.headline, set, f.size.Width-2*fanPad, 1)[0]
	d.title.Move(fyne.NewPos(fanPad+fanCell, fanPad-2))
	d.objects = append(d.objects[:0], d.ground, d.mark, d.title)
	d.putHeads()
	d.putPages()
	d.putFoot()
}

func (d *fanDrawing) putHeads() {
	for i, h := range d.f.heads {
		if i == len(d.heads) {
			d.heads = append(d.heads, parts.Words("", 11, look.Sans, look.Quiet))
		}
		d.heads[i].Text = h.words
		d.heads[i].Move(h.at)
		d.objects = append(d.objects, d.heads[i])
	}
}

func (d *fanDrawing) putPages() {
	f, size := d.f, d.f.outline()
	ink := inks{
		paper: look.Color(look.Paper), edge: look.Color(theme.ColorNameInputBorder), text: look.Color(look.Faint),
		head: look.Color(theme.ColorNameForeground), photo: look.Color(theme.ColorNameInputBorder), mark: look.Color(theme.ColorNamePrimary),
	}
	d.mark.FillColor, d.mark.StrokeWidth, d.mark.CornerRadius = color.Transparent, 0, 4
	for i, at := range f.cells {
		if i == len(d.pages) {
			page := canvas.NewImageFromImage(drawOutline(f.variants[i].Outline, int(size.Height*sharp), ink))
			page.FillMode, page.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
			frame := canvas.NewRectangle(color.Transparent)
			frame.CornerRadius = 4
			d.pages, d.frames = append(d.pages, page), append(d.frames, frame)
		}
		cell := size.AddWidthHeight(2*fanCell, 2*fanCell)
		if i == f.at {
			d.mark.FillColor = look.Color(theme.ColorNameSelection)
			d.mark.StrokeColor = look.Color(theme.ColorNamePrimary)
			if f.focused {
				d.mark.StrokeWidth = 1.5
			}
			d.mark.Move(at)
			d.mark.Resize(cell)
		}
		d.pages[i].Move(at.AddXY(fanCell, fanCell))
		d.pages[i].Resize(size)
		d.objects = append(d.objects, d.pages[i])
		if f.variants[i].Now {
			d.frames[i].StrokeColor, d.frames[i].StrokeWidth = look.Color(theme.ColorNamePrimary), 2
			d.frames[i].Move(at.AddXY(fanCell-2, fanCell-2))
			d.frames[i].Resize(size.AddWidthHeight(4, 4))
			d.objects = append(d.objects, d.frames[i])
		}
	}
}

func (d *fanDrawing) putFoot() {
	f := d.f
	first, second := f.words()
	line, lines := look.Text(12)*1.45, f.footLines()
	set := field.Look{Size: look.Text(12), Style: look.Sans, Leading: 1.4}
	y := f.size.Height - fanPad - 2*float32(lines)*line + 4
	n := 0
	say := func(sentence string, ink fyne.ThemeColorName) {
		for _, words := range field.Clamp(sentence, set, f.footRoom(), lines) {
			if n == len(d.foot) {
				d.foot = append(d.foot, parts.Words("", 12, look.Sans, ink))
			}
			d.foot[n].Text, d.foot[n].Color = words, look.Color(ink)
			d.foot[n].Move(fyne.NewPos(fanPad+fanCell, y))
			d.objects = append(d.objects, d.foot[n])
			n, y = n+1, y+line
		}
	}
	say(first, theme.ColorNameForeground)
	say(second, look.Quiet)
	d.title.Color = look.Color(theme.ColorNameForeground)
}

// words are what is said of the variant that is pointed at: what it is like,
// and what becomes of the issue.
func (f *fan) words() (like, issue string) {
	if f.at < 0 || f.at >= len(f.variants) {
		if !f.ended {
			return f.say.Say("desk.makeup.variants_wait", nil), ""
		}
		return f.say.Say("desk.makeup.variants_hint", nil), ""
	}
	return f.wordsOf(f.at)
}

// wordsOf says the same of any variant.
func (f *fan) wordsOf(i int) (like, issue string) {
	v := f.variants[i]
	like = f.say.Wish(v.Story.Columns, "", "")
	if v.Headline != "" {
		like += " · " + f.say.Wish(0, v.Headline, "")
	}
	if v.Photo != "" {
		like += " · " + f.say.Wish(0, "", v.Photo)
	}
	if v.Columns == 0 {
		like = f.say.Say("desk.makeup.like_auto", bulletin.Args{"like": like})
	}
	if v.Now {
		like += " · " + f.say.Say("desk.makeup.like_now", nil)
	}
	return like, f.effect(v)
}

// effect says what becomes of the issue with a variant, beside how it is now.
func (f *fan) effect(v desk.Variant) string {
	out := f.say.Say("desk.makeup.like_page", bulletin.Args{"page": v.Story.FirstPage})
	if v.Outline.Goes > 0 {
		out = f.say.Say("desk.makeup.like_jump", bulletin.Args{"page": v.Story.FirstPage, "next": v.Outline.Goes})
	}
	key := "desk.makeup.like_issue"
	if v.Over > 0 {
		key = "desk.makeup.like_over"
	}
	return out + " · " + f.say.Say(key, bulletin.Args{"pages": v.Pages, "white": v.White, "over": v.Over})
}
