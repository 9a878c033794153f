package layout

import (
	"bantin/assets/styles"
	"bantin/assets/translations"
	"bantin/bulletin"
)

// figure is a photo with the words under it, measured for one width.
type figure struct {
	photo      *bulletin.Photo
	empty      bool
	width      Length // of the column
	box        Size   // of the picture
	natural    Length // height of the picture uncropped, in the box's width
	least      Length // height under which it may not be cropped
	leastShown Length // percent of its height that cropping must leave
	shown      PixelRect
	caption    setting
	credit     setting
	beside     bool // the words stand to the right of a narrow picture
	inline     bool // the credit stands on the caption's last line
	rows       int
	slack      Length  // below the words, over the least
	text       setting // in an empty frame
	frameInk   Ink
	source     Source
	overflow   []sourced // words that are too many to stay with the picture
}

// sourced is a setting with the place that its text came from.
type sourced struct {
	setting
	source Source
}

// Empty frames are as broad as most photos.
const frameWidth, frameHeight = 3, 2

// widthBeside is the widest picture, in percent of its column, that has its
// words beside it.
const widthBeside = 66

// besideGap parts a picture from the words beside it.
const besideGap = 9 * Point

// leastBelow is the white under the words of a figure at the head of a column;
// further down some of it stands above the picture (whiteAbove).
const leastBelow = 8 * Point

const whiteAbove = 3 * Point

func (st *setter) figure(article bulletin.ID, p *bulletin.Photo, block int, width Length) figure {
	src := Source{Article: article, Field: bulletin.FieldCaption, Block: block, Photo: p.ID}
	f := figure{photo: p, width: width, source: src, leastShown: Length(st.style.Photo.LeastShown)}
	f.empty = p.IsEmptyFrame() || p.WidthPx <= 0 || p.HeightPx <= 0
	f.frameInk = inkOf(st.style, st.style.Photo.FrameInk)
	f.size(st)
	if f.empty {
		st.findings = append(st.findings, bulletin.Finding{
			Rule: "empty_frame", Severity: bulletin.Warning, Where: placeOf(src, 0, 0),
			Args: bulletin.Args{"photo": p.ID},
		})
		words := translations.For(translations.Vietnamese).Say("page.empty_frame", nil)
		f.text = st.plain(words, voiceOf(st.style, st.style.Types.Frame), f.box.Width, Source{Article: article, Block: -1, Photo: p.ID})
	}
	f.words(st)
	f.cutWords()
	f.natural = f.box.Height
	if f.shown.Width > 0 {
		f.natural = max(Point, f.box.Width*Length(f.shown.Height)/Length(f.shown.Width))
	}
	f.fitGrid(st)
	return f
}

// size chooses the picture's box from the wish and the picture's own shape.
func (f *figure) size(st *setter) {
	w, h := Length(frameWidth), Length(frameHeight)
	if !f.empty {
		x, y, sw, sh := f.photo.Shown()
		f.shown = PixelRect{x, y, sw, sh}
		w, h = Length(sw), Length(sh)
	}
	f.box.Width = f.width
	if f.photo.Size == bulletin.SizeSmall {
		f.box.Width = f.width * Length(st.style.Photo.SmallPart) / 100
	}
	f.sharp(st.style)
	f.box.Height = f.box.Width * h / w
	f.least = f.box.Height * f.leastShown / 100
	tallest := f.tallest(st.style)
	if f.box.Height <= tallest {
		return
	}
	if f.mayCrop() && f.least <= tallest {
		f.box.Height = tallest
		return
	}
	f.narrow(w, h, tallest)
}

// narrow makes a picture that is too tall narrow enough to have its words
// beside it: one almost as wide as its column looks like a mistake. Cropping
// may bring it to that width, so that pictures of several shapes match; one
// that is still narrower is shown whole.
func (f *figure) narrow(w, h, tallest Length) {
	widest := min(f.width*widthBeside/100, f.box.Width)
	natural := widest * h / w
	if least := natural * f.leastShown / 100; f.mayCrop() && least <= tallest {
		f.box, f.least = Size{widest, min(natural, tallest)}, least
		return
	}
	f.box.Width = max(Point, min(tallest*w/h, widest))
	f.box.Height = min(f.box.Width*h/w, tallest)
	f.least = f.box.Height * f.leastShown / 100
}

// tallest is the height that the picture may have. One across the columns is
// made lower by cropping alone, as far as that goes: it keeps its width.
func (f *figure) tallest(s *styles.Style) Length {
	leading := Length(s.Grid.Leading)
	most := Length(s.Photo.MaxRows) * leading
	if f.width <= Length(s.ColumnWidth()) {
		column := Length(s.Photo.ColumnRows) * leading
		if f.shown.Height > f.shown.Width {
			column += column / 2 // one that is upright would be too small to see
		}
		return min(most, column)
	}
	wide := Length(s.Photo.WideRows) * leading
	if !f.mayCrop() {
		return most
	}
	return min(most, max(wide, f.least))
}

// mayCrop reports whether the make-up may take a little off the picture: not
// where somebody has chosen what to show.
func (f *figure) mayCrop() bool { return !f.empty && f.photo.Crop == nil }

// words sets caption and credit, beside a narrow picture where they fit there.
func (f *figure) words(st *setter) {
	rest := f.width - f.box.Width - besideGap
	if f.box.Width <= f.width*widthBeside/100 && rest >= 50*Point {
		f.setWords(st, rest)
		if f.wordsHeight() <= f.box.Height {
			f.beside = true
			return
		}
	}
	f.setWords(st, f.width)
}

func (f *figure) setWords(st *setter, width Length) {
	f.caption = st.text(f.photo.Caption, voiceOf(st.style, st.style.Types.Caption), width, f.source)
	f.credit = setting{}
	f.inline = false
	if !hasText(f.photo.Credit) {
		return
	}
	say := translations.For(translations.Vietnamese)
	src := f.source
	src.Field = bulletin.FieldCredit
	words := say.Say("page.photo_by", bulletin.Args{"name": f.photo.Credit})
	f.credit = st.plain(words, voiceOf(st.style, st.style.Types.Credit), width, src)
	if len(f.caption.lines) == 0 || len(f.credit.lines) != 1 {
		return
	}
	last := f.caption.lines[len(f.caption.lines)-1].natural()
	f.inline = last+f.credit.lines[0].natural()+f.caption.voice.size <= width
}

// cutWords leaves captionLines with the picture.
func (f *figure) cutWords() {
	if len(f.caption.lines) > captionLines {
		rest := f.caption
		rest.lines = rest.lines[captionLines:]
		f.caption.lines = f.caption.lines[:captionLines]
		f.overflow = append(f.overflow, sourced{rest, f.source})
	}
	if len(f.credit.lines) > 0 && (len(f.overflow) > 0 || len(f.credit.lines) > captionLines) {
		src := f.source
		src.Field = bulletin.FieldCredit
		f.overflow = append(f.overflow, sourced{f.credit, src})
		f.credit, f.inline = setting{}, false
	}
}

func (f *figure) wordsHeight() Length {
	if f.inline {
		return f.caption.height()
	}
	return f.caption.height() + f.credit.height()
}

// fitGrid makes the figure a whole number of grid lines high: by a few percent
// off the picture where that is allowed, else by white below.
func (f *figure) fitGrid(st *setter) {
	leading, around := Length(st.style.Grid.Leading), f.around(st)
	needed := around + f.box.Height
	f.rows = int((needed + leading - 1) / leading)
	nearest := int((needed + leading/2) / leading)
	if height := Length(nearest)*leading - around; f.mayCrop() && height > 0 && height >= f.least &&
		height*100 >= f.box.Height*(100-toGrid) && height*100 <= f.box.Height*(100+toGrid) {
		f.rows, f.box.Height = nearest, height
	}
	f.slack = Length(f.rows)*leading - around - f.box.Height
	if f.mayCrop() {
		f.shown = cropTo(f.shown, f.box, f.photo)
	}
}

// around is what a figure is higher than its picture.
func (f *figure) around(st *setter) Length {
	around := st.capInset() + leastBelow
	if h := f.wordsHeight(); h > 0 && !f.beside {
		around += Length(st.style.Photo.Gap) + h
	}
	return around
}

// capInset is the white in a text line above its capitals: pictures begin
// there, level with the text of the next column.
func (st *setter) capInset() Length {
	return max(0, Length(st.style.Grid.Ascent)-Length(st.style.Types.Body.Size)*67/100)
}

// cropTo takes off what the box's shape leaves over, round the photo's focus.
func cropTo(shown PixelRect, box Size, p *bulletin.Photo) PixelRect {
	focus := bulletin.Focus{X: bulletin.CropUnit / 2, Y: bulletin.CropUnit / 2}
	if p.Focus != nil {
		focus = *p.Focus
	}
	w, h := Length(shown.Width), Length(shown.Height)
	if w*box.Height > h*box.Width {
		width := max(1, int(h*box.Width/box.Height))
		shown.X += around(focus.X*shown.Width/bulletin.CropUnit, width, shown.Width)
		shown.Width = width
		return shown
	}
	height := max(1, min(shown.Height, int(w*box.Height/box.Width)))
	shown.Y += around(focus.Y*shown.Height/bulletin.CropUnit, height, shown.Height)
	shown.Height = height
	return shown
}

// around is where a part of some size begins so that centre is in its middle,
// as far as the whole allows.
func around(centre, part, whole int) int {
	return min(max(centre-part/2, 0), whole-part)
}

func hasText(s string) bool { return len(characters(nil, s)) > 0 }
