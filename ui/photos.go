package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"bantin/bulletin"
	"bantin/ui/field"
	"bantin/ui/look"
	"bantin/ui/manuscript"
)

// photoCard is a photo on the sheet: the picture, and beside it the words
// that go with it, written in place.
type photoCard struct {
	photo                bulletin.Photo
	caption, credit, alt *field.Field
	picture              *canvas.Image
	frame                *canvas.Rectangle
	waiting              *canvas.Text // in the place of a missing picture
	up, down, tool, drop *quiet
	object               *fyne.Container
	placed               bool // has a place in the text
}

const (
	pictureWidth  = 216
	pictureHeight = 144
	pictureGap    = 18
)

func (s *sheet) newCard(p bulletin.Photo) *photoCard {
	c := &photoCard{photo: p}
	c.caption = s.cardField("caption", captionLook(), p.Caption)
	c.credit = s.cardField("credit", creditLook(), p.Credit)
	c.alt = s.cardField("alt_text", creditLook(), p.AltText)
	c.frame = canvas.NewRectangle(look.Color(theme.ColorNameHover))
	c.frame.CornerRadius = 2
	c.waiting = words(s.say.Say("desk.no_picture", nil), 12, look.Sans, look.Ghost)
	c.picture = canvas.NewImageFromResource(nil)
	c.picture.FillMode = canvas.ImageFillContain
	c.picture.ScaleMode = canvas.ImageScaleSmooth
	tool := func(key string, icon fyne.Resource, do func()) *quiet {
		word := ""
		if icon == nil {
			word = s.say.Say(key, nil)
		}
		q := newQuiet(word, icon, do)
		q.TextSize = 12
		return q
	}
	c.up = tool("", theme.MoveUpIcon(), func() { s.movePhoto(c, -1) })
	c.down = tool("", theme.MoveDownIcon(), func() { s.movePhoto(c, +1) })
	c.tool = tool("desk.change_picture", nil, func() { s.OnReplace(c.photo.ID) })
	c.drop = tool("desk.remove_photo", nil, func() { s.RemovePhoto(c.photo.ID) })
	c.object = container.New(&cardLayout{c, s}, c.frame, c.picture, c.waiting,
		c.caption, c.credit, c.alt, c.up, c.down, c.tool, c.drop)
	for _, q := range []*quiet{c.up, c.down, c.tool, c.drop} {
		show(q, !s.readOnly)
	}
	s.loadPicture(c)
	return c
}

func (s *sheet) cardField(name string, l field.Look, text string) *field.Field {
	f := s.line(name, l)
	f.OnHeight = s.arrangePhotos
	f.SetText(text)
	return f
}

func (s *sheet) loadPicture(c *photoCard) {
	c.waiting.Hide()
	if c.photo.IsEmptyFrame() {
		c.waiting.Show()
		return
	}
	if s.Thumbnail == nil {
		return
	}
	s.Thumbnail(c.photo.SHA256, func(r fyne.Resource) {
		if r == nil {
			c.waiting.Show()
			return
		}
		c.picture.Resource = r
		c.frame.Hide()
		c.picture.Refresh()
	})
}

// cardLayout sets a photo's picture at the left and its words at the right.
type cardLayout struct {
	c *photoCard
	s *sheet
}

func (l *cardLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(pictureWidth, pictureHeight)
}

func (l *cardLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) { l.c.set(size.Width) }

// set places the card's parts for a width and returns its height.
func (c *photoCard) set(width float32) float32 {
	scale := look.Scale()
	pw, ph := pictureWidth*scale, pictureHeight*scale
	if c.photo.WidthPx > 0 && c.photo.HeightPx > 0 {
		ph = min(max(pw*float32(c.photo.HeightPx)/float32(c.photo.WidthPx), 90*scale), 230*scale)
	}
	for _, o := range []fyne.CanvasObject{c.frame, c.picture} {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(fyne.NewSize(pw, ph))
	}
	w := c.waiting.MinSize()
	c.waiting.Resize(w)
	c.waiting.Move(fyne.NewPos((pw-w.Width)/2, (ph-w.Height)/2))
	x, y := pw+pictureGap, float32(-3)
	for _, f := range []*field.Field{c.caption, c.credit, c.alt} {
		height := f.HeightFor(width - x)
		f.Move(fyne.NewPos(x, y))
		f.Resize(fyne.NewSize(width-x, height))
		y += height + 3*scale
	}
	y += 2 * scale
	at := x - quietPadX
	for _, q := range []*quiet{c.up, c.down, c.tool, c.drop} {
		q.Resize(q.MinSize())
		q.Move(fyne.NewPos(at, y))
		at += q.MinSize().Width
	}
	y += c.up.MinSize().Height
	return max(y, ph)
}

// photos is what the cards hold now.
func (s *sheet) photos() []bulletin.Photo {
	out := make([]bulletin.Photo, 0, len(s.cards))
	for _, c := range s.cards {
		p := c.photo
		p.Caption, p.Credit, p.AltText = c.caption.Text(), c.credit.Text(), c.alt.Text()
		out = append(out, p)
	}
	return out
}

func (s *sheet) showPhotos(photos []bulletin.Photo) {
	s.cards = nil
	for _, p := range photos {
		s.cards = append(s.cards, s.newCard(p))
	}
}

func (s *sheet) card(photo string) *photoCard {
	for _, c := range s.cards {
		if c.photo.ID == photo {
			return c
		}
	}
	return nil
}

func (s *sheet) cardOf(f *field.Field) *photoCard {
	for _, c := range s.cards {
		if f == c.caption || f == c.credit || f == c.alt {
			return c
		}
	}
	return nil
}

// roomFor is the room that the body keeps free for a photo.
func (s *sheet) roomFor(photo string) float32 {
	c := s.card(photo)
	if c == nil || s.column.inner == 0 {
		return 0
	}
	return c.set(s.column.inner) + 8*look.Scale()
}

// putPhotos sets each photo at its place in the text, and those without one
// below the text from y on. It returns where the last of these ends.
func (c *column) putPhotos(y float32) float32 {
	for _, card := range c.s.cards {
		card.placed = false
	}
	top := c.s.body.Position().Y
	c.s.body.LinesFrom('[', func(line string, bottom float32) {
		photo, ok := manuscript.ParseAnchor(line)
		if !ok {
			return
		}
		if card := c.s.card(photo); card != nil && !card.placed {
			card.placed = true
			c.putCard(card, top+bottom+2)
		}
	})
	for _, card := range c.s.cards {
		if !card.placed {
			y = c.putCard(card, y) + 16*look.Scale()
		}
	}
	return y
}

func (c *column) putCard(card *photoCard, y float32) float32 {
	height := card.set(c.inner)
	card.object.Move(fyne.NewPos(c.left, y))
	card.object.Resize(fyne.NewSize(c.inner, height))
	return y + height
}

// arrangePhotos follows changes of the photos' heights.
func (s *sheet) arrangePhotos() {
	if len(s.cards) > 0 {
		s.body.Restyle()
		s.arrange()
	}
}

// AddPhoto puts a new photo into the text behind the caret's paragraph.
func (s *sheet) AddPhoto(p bulletin.Photo) {
	p.ID = manuscript.NextPhotoID(s.photos(), s.body.Text())
	s.cards = append(s.cards, s.newCard(p))
	s.fillPage()
	offset := s.body.Caret()
	if f, _ := s.focused(); f != s.body && s.body.Caret() == 0 {
		offset = s.body.Len()
	}
	anchor := manuscript.FormatAnchor(p.ID, s.say.Say("desk.anchor", nil))
	s.body.Rewrite(manuscript.InsertAnchor(s.body.Text(), offset, anchor))
	s.arrangePhotos()
	s.page.Refresh()
	s.focus(s.card(p.ID).caption)
}

// emptyFrame is the first photo in the text that waits for its picture, or "".
func (s *sheet) emptyFrame() string {
	for _, p := range manuscript.OrderPhotos(s.photos(), s.body.Text()) {
		if p.IsEmptyFrame() {
			return p.ID
		}
	}
	return ""
}

// SetPicture gives another picture to a photo; its words stay.
func (s *sheet) SetPicture(photo, sha256 string, widthPx, heightPx int) {
	c := s.card(photo)
	if c == nil {
		return
	}
	c.photo.SHA256, c.photo.WidthPx, c.photo.HeightPx = sha256, widthPx, heightPx
	c.photo.Crop, c.photo.Focus = nil, nil
	s.loadPicture(c)
	s.changed()
}

// RemovePhoto takes a photo and its places off the sheet.
func (s *sheet) RemovePhoto(photo string) {
	s.cards = slices.DeleteFunc(s.cards, func(c *photoCard) bool { return c.photo.ID == photo })
	s.fillPage()
	s.body.Rewrite(manuscript.RemoveAnchors(s.body.Text(), photo))
	s.changed()
	s.arrange()
	s.page.Refresh()
}

// movePhoto moves a photo one paragraph up or down, or puts one without a
// place into the text.
func (s *sheet) movePhoto(c *photoCard, by int) {
	text := s.body.Text()
	if !c.placed {
		anchor := manuscript.FormatAnchor(c.photo.ID, s.say.Say("desk.anchor", nil))
		s.body.Rewrite(manuscript.InsertAnchor(text, s.body.Len(), anchor))
	} else {
		s.body.Rewrite(manuscript.MoveAnchor(text, c.photo.ID, by))
	}
	s.changed()
	s.arrange()
}
