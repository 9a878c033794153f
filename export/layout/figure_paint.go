package layout

import (
	"strings"

	"bantin/bulletin"
)

// paint places the figure with its column's left edge at x and the top of its
// first grid line at top. In mid-column the white above and below is evened.
func (f *figure) paint(inset, gap Length, x, top Length, atTop bool) []Item {
	y := top + inset
	if !atTop {
		y += whiteAbove + f.slack/2
	}
	box := Rect{x, y, f.box.Width, f.box.Height}
	items := f.picture(box)
	wordsX, wordsY := x, box.Bottom()+gap
	if f.beside {
		wordsX, wordsY = box.Right()+besideGap, box.Bottom()-f.wordsHeight()
	}
	items = append(items, f.caption.paint(wordsX, wordsY, f.source)...)
	src := f.source
	src.Field = "credit"
	if f.inline {
		last := f.credit.lines[0]
		baseline := wordsY + f.caption.height() - f.caption.voice.leading + f.caption.voice.baseline()
		return append(items, f.credit.place(last, wordsX+last.room-last.natural(), baseline, src)...)
	}
	return append(items, f.credit.paint(wordsX, wordsY+f.caption.height(), src)...)
}

// picture is the photo, or a light box that says that one is missing.
func (f *figure) picture(box Rect) []Item {
	if !f.empty {
		return []Item{Picture{
			Box: box, SHA256: f.photo.Picture(), Shown: f.shown, Alt: spokenPhoto(f.photo), Source: f.source,
			Pixels: PixelSize{f.photo.WidthPx, f.photo.HeightPx},
		}}
	}
	items := []Item{Fill{Box: box, Ink: f.frameInk}}
	if f.text.height() > box.Height {
		return items
	}
	src := Source{Article: f.source.Article, Block: -1, Photo: f.photo.ID}
	return append(items, f.text.paint(box.X, box.Y+(box.Height-f.text.height())/2, src)...)
}

// baseline is where a line of the voice stands below the top of its own
// leading: capitals in the middle.
func (v voice) baseline() Length { return v.leading/2 + v.size*34/100 }

// paint places all lines from top down, each in its own leading.
func (t setting) paint(x, top Length, src Source) []Item {
	var items []Item
	for i, l := range t.lines {
		items = append(items, t.place(l, x, top+Length(i)*t.voice.leading+t.voice.baseline(), src)...)
	}
	return items
}

// spokenPhoto says what a photo shows to those who have it read aloud: in its
// own words for that, else by its caption.
func spokenPhoto(p *bulletin.Photo) string {
	if alt := strings.TrimSpace(p.AltText); alt != "" {
		return alt
	}
	return strings.TrimSpace(bulletin.Plain(p.Caption))
}
