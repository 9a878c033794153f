package intake

import (
	"slices"
	"strings"

	"bantin/bulletin"
	"bantin/bulletin/viet"
)

// BoundPhoto is a photo handed in together with a text.
type BoundPhoto struct {
	SHA256   string
	WidthPx  int // of the upright picture
	HeightPx int
	Caption  string // plain; replaces the caption that the text gives, when not empty
}

// Bind gives photos to the draft's empty frames in the order of the body.
// Photos that find no frame get new ones at the end of the body; frames that
// find no photo stay empty.
func Bind(d *Draft, photos []BoundPhoto) {
	for _, given := range photos {
		p := d.emptyFrame()
		if p == nil {
			p = d.addFrame()
		}
		p.SHA256, p.WidthPx, p.HeightPx = given.SHA256, given.WidthPx, given.HeightPx
		if caption := viet.TidySpaces(viet.Normalize(given.Caption)); caption != "" {
			text, credit := splitCaption(caption)
			p.Caption = emphasised(text)
			if credit != "" {
				p.Credit = credit
			}
		}
	}
	d.creditPhotos()
	d.dropAnswered()
}

// emptyFrame is the first frame in the order of the body that waits for its
// picture, or nil.
func (d *Draft) emptyFrame() *bulletin.Photo {
	for _, b := range d.Article.Body {
		if b.Kind != bulletin.PhotoAnchor {
			continue
		}
		if p := d.Article.PhotoByID(b.Photo); p != nil && p.IsEmptyFrame() {
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
