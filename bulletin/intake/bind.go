package intake

import (
	"slices"
	"strings"

	"bantin/bulletin"
)

// BoundPhoto is a photo handed in together with a text.
type BoundPhoto struct {
	SHA256   string
	WidthPx  int // of the upright picture
	HeightPx int
	Colours  bulletin.Colours
	Caption  string // plain; stands with the caption that the text gives (given.go)
}

// Bind gives photos to the draft's empty frames: first those whose caption the
// text has too, each to its frame, then the others in the order of the body.
// Photos that find no frame get new ones at the end of the body; frames that
// find no photo stay empty.
func Bind(d *Draft, photos []BoundPhoto) {
	rest := photos[:0:0]
	for _, given := range photos {
		if p := d.frameCaptioned(given.Caption); p != nil {
			d.fill(p, given)
		} else {
			rest = append(rest, given)
		}
	}
	for _, given := range rest {
		p := d.emptyFrame(func(*bulletin.Photo) bool { return true })
		if p == nil {
			p = d.addFrame()
		}
		d.fill(p, given)
	}
	d.creditPhotos()
	d.dropAnswered()
}

func (d *Draft) fill(p *bulletin.Photo, given BoundPhoto) {
	p.SHA256, p.WidthPx, p.HeightPx, p.Colours = given.SHA256, given.WidthPx, given.HeightPx, given.Colours
	d.caption(p, given.Caption)
}

// frameCaptioned is the first empty frame that has the given caption, or nil.
func (d *Draft) frameCaptioned(given string) *bulletin.Photo {
	caption, _ := readCaption(given)
	if caption == "" {
		return nil
	}
	return d.emptyFrame(func(p *bulletin.Photo) bool { return sameCaption(p.Caption, caption) })
}

// emptyFrame is the first frame in the order of the body that waits for its
// picture and is wanted, or nil.
func (d *Draft) emptyFrame(wanted func(*bulletin.Photo) bool) *bulletin.Photo {
	for _, b := range d.Article.Body {
		if b.Kind != bulletin.PhotoAnchor {
			continue
		}
		if p := d.Article.PhotoByID(b.Photo); p != nil && p.IsEmptyFrame() && wanted(p) {
			return p
		}
	}
	return nil
}

// addFrame puts a new empty frame at the end of the body.
func (d *Draft) addFrame() *bulletin.Photo {
	a := &d.Article
	n := len(a.Photos) + 1
	for a.PhotoByID(frameID(n)) != nil {
		n++
	}
	a.Photos = append(a.Photos, bulletin.Photo{ID: frameID(n)})
	a.Body = append(a.Body, bulletin.Block{Kind: bulletin.PhotoAnchor, Photo: frameID(n)})
	return &a.Photos[len(a.Photos)-1]
}

// creditPhotos gives the credit for all photos to those that have none.
func (d *Draft) creditPhotos() {
	for i := range d.Article.Photos {
		if p := &d.Article.Photos[i]; strings.TrimSpace(p.Credit) == "" {
			p.Credit = d.PhotoCredit
		}
	}
}

// dropAnswered drops the findings about frames that have their picture now.
func (d *Draft) dropAnswered() {
	d.Findings = slices.DeleteFunc(d.Findings, func(f bulletin.Finding) bool {
		if f.Rule != ruleNoPhoto {
			return false
		}
		p := d.Article.PhotoByID(f.Where.Photo)
		return p != nil && !p.IsEmptyFrame()
	})
}
