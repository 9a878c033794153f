package preflight

import (
	"slices"
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/viet"
	"bantin/export/layout"
)

// The resolutions, in pixels an inch on paper, below which a photo looks soft
// and below which its pixels show. 220 is three quarters of what print houses
// ask for (300), a loss that a 150-line screen hides; 150 is its half.
const (
	softBelow    = 220
	blurredBelow = 150
)

// tinyBelow is the width, in millimetres, under which nobody places a photo: one
// that is sharp no wider has too few pixels for any place.
const tinyBelow = 30

func blurredPhotos(p *proof) []hit { return p.blurred("") }
func tinyPhotos(p *proof) []hit    { return p.blurred(fewOfAll) }
func cutPhotos(p *proof) []hit     { return p.blurred(fewOfPart) }
func softPhotos(p *proof) []hit    { return p.resolved(blurredBelow, softBelow) }

// Why a photo is sharp in no size: it has too few pixels, or the part of it that
// was chosen has.
const (
	fewOfAll  = "all"
	fewOfPart = "part"
)

// blurred finds the photos whose pixels show, those that are sharp in no size
// for that reason or, where it is empty, the others.
func (p *proof) blurred(reason string) []hit {
	return slices.DeleteFunc(p.resolved(1, blurredBelow), func(h hit) bool { return h.few != reason })
}

// fewPixels is why a picture at so many pixels an inch is sharp in no size; ""
// where a smaller one would be. What the make-up cuts off is not counted, as in
// another place it would not be cut off.
func (p *proof) fewPixels(pic layout.Picture, dpi int64) string {
	sharp := func(pixels int) int { return widthFor(pic, dpi) * pixels / max(1, pic.Shown.Width) }
	chosen := pic.Pixels.Width
	if photo := p.photoOf(pic.Source); photo != nil {
		_, _, chosen, _ = photo.Shown()
	}
	switch {
	case sharp(pic.Pixels.Width) < tinyBelow:
		return fewOfAll
	case sharp(chosen) < tinyBelow:
		return fewOfPart
	}
	return ""
}

// photoOf is the photo that a picture shows; nil where its story has none.
func (p *proof) photoOf(src layout.Source) *bulletin.Photo {
	at := slices.IndexFunc(p.Stories, func(s Story) bool { return s.ID == src.Article })
	if at < 0 {
		return nil
	}
	return p.Stories[at].Article.PhotoByID(src.Photo)
}

// resolved finds the photos placed at from to under below pixels an inch.
func (p *proof) resolved(from, below int64) []hit {
	var out []hit
	p.each(func(page int, item layout.Item) {
		pic, ok := item.(layout.Picture)
		if !ok || pic.Source.Part == layout.PartLogo {
			return
		}
		dpi := p.resolution(pic)
		if dpi < from || dpi >= below {
			return
		}
		h := hit{
			where: bulletin.Place{
				Article: pic.Source.Article, Field: pic.Source.Field, Block: pic.Source.Block,
				Photo: pic.Source.Photo, Page: page,
			},
			args: bulletin.Args{
				"dpi": int(dpi), "photo": pic.Source.Photo, "width_mm": widthFor(pic, dpi),
			},
		}
		if dpi < blurredBelow {
			h.few = p.fewPixels(pic, dpi)
		}
		if h.few != "" {
			h.args["width"], h.args["height"] = pic.Pixels.Width, pic.Pixels.Height
			h.args["part_width"], h.args["part_height"] = pic.Shown.Width, pic.Shown.Height
		} else if size := p.smaller(pic); size != "" {
			h.fix, h.args["size"] = bulletin.FixSmallerPhoto, string(size)
		}
		out = append(out, h)
	})
	return out
}

// resolution is that of the coarser direction, at least 1, in pixels an inch
// of the picture that is printed: the derivative, which may be smaller than
// the original.
func (p *proof) resolution(pic layout.Picture) int64 {
	shown := pic.Shown
	if p.Printed != nil && pic.Pixels.Width > 0 && pic.Pixels.Height > 0 {
		d := p.Printed(pic.Pixels)
		shown.Width = shown.Width * d.Width / pic.Pixels.Width
		shown.Height = shown.Height * d.Height / pic.Pixels.Height
	}
	return max(1, min(perInch(shown.Width, pic.Box.Width), perInch(shown.Height, pic.Box.Height)))
}

const inch = 72 * layout.Point

func perInch(pixels int, length layout.Length) int64 {
	return int64(pixels) * int64(inch) / max(1, int64(length))
}

// widthFor is how wide, in whole millimetres, the photo would be sharp enough.
func widthFor(pic layout.Picture, dpi int64) int {
	return int(dpi * int64(pic.Box.Width) / softBelow * 254 / (10 * int64(inch)))
}

// sameWidth is by how much a photo may be wider than a size and still has it.
const sameWidth = 500 // micrometres

// smaller is the next smaller size that can be wished for the photo and that
// changes something: one column instead of several, else a part of one; ""
// where there is none.
func (p *proof) smaller(pic layout.Picture) bulletin.SizeWish {
	photo := p.photoOf(pic.Source)
	if photo == nil || photo.Size == bulletin.SizeSmall || p.sizedElsewhere(pic.Source.Article, photo) {
		return ""
	}
	over := func(width layout.Length) bool { return pic.Box.Width > width+layout.Micrometres(sameWidth) }
	switch {
	case photo.Size == bulletin.SizeWide && over(p.Photos.Column):
		return bulletin.SizeColumn
	case p.Photos.Small > 0 && !over(p.Photos.Small):
		return ""
	}
	return bulletin.SizeSmall
}

// sizedElsewhere reports a photo whose size its article does not decide: a wish
// of the issue does, or the rows of a story told in photos.
func (p *proof) sizedElsewhere(id bulletin.ID, photo *bulletin.Photo) bool {
	at := slices.IndexFunc(p.Stories, func(s Story) bool { return s.ID == id })
	a := &p.Stories[at].Article
	if p.Photos.Gallery > 0 && a.Genre == bulletin.PhotoStory && len(a.Photos) >= p.Photos.Gallery {
		return true
	}
	if p.Issue == nil {
		return false
	}
	return slices.ContainsFunc(p.Issue.Slots, func(s bulletin.Slot) bool {
		if s.Article != id {
			return false
		}
		ofLead := s.PhotoSize == bulletin.SizeColumn || s.PhotoSize == bulletin.SizeWide
		return s.PhotoSize == bulletin.SizeSmall || ofLead && layout.LeadPhoto(a) == photo.ID
	})
}

func uncaptionedPhotos(p *proof) []hit {
	return p.wordless(bulletin.FieldCaption, func(f *bulletin.Photo) string { return bulletin.Plain(f.Caption) })
}

func uncreditedPhotos(p *proof) []hit {
	return p.wordless(bulletin.FieldCredit, func(f *bulletin.Photo) string { return f.Credit })
}

func undescribedPhotos(p *proof) []hit {
	return p.wordless("", func(f *bulletin.Photo) string { return f.AltText })
}

// wordless finds the photos without a letter in one of their texts.
func (p *proof) wordless(field bulletin.Field, text func(*bulletin.Photo) string) []hit {
	return p.photosWith(field, func(f *bulletin.Photo) bool { return !strings.ContainsFunc(text(f), viet.InWord) })
}

// Every photo is kept in sRGB, whatever colours it came in. From inks of a press
// that is not told and from profiles that are not read that is a guess.
func estimatedPhotos(p *proof) []hit { return p.photosOf(bulletin.ColoursInks) }
func unreadPhotos(p *proof) []hit    { return p.photosOf(bulletin.ColoursUnread) }

func (p *proof) photosOf(c bulletin.Colours) []hit {
	return p.photosWith("", func(f *bulletin.Photo) bool { return f.Colours == c })
}

// photosWith finds the photos that are of a kind. Empty frames have a finding
// of their own.
func (p *proof) photosWith(field bulletin.Field, is func(*bulletin.Photo) bool) []hit {
	var out []hit
	for _, s := range p.printed() {
		for i := range s.Article.Photos {
			photo := &s.Article.Photos[i]
			if photo.IsEmptyFrame() || !is(photo) {
				continue
			}
			where := bulletin.Place{Article: s.ID, Field: field, Block: -1, Photo: photo.ID}
			where.Page = p.photos[photoKey{s.ID, photo.ID}]
			out = append(out, hit{where: where, args: bulletin.Args{"photo": photo.ID}})
		}
	}
	return out
}
