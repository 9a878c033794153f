package reception

import (
	"context"
	"fmt"

	"bantin/bulletin"
	"bantin/bulletin/intake"
	"bantin/storage"
)

// Refused is a file that was not taken in.
type Refused struct {
	Input string // its path
	Err   error
}

// TakeGood stores what is good of a delivery and tells what is not: a file that
// is missing or cannot be read does not keep the others out. The pictures go to
// the one text that can be read. They are left, without being refused, where
// there is none; where there are several, each is refused with photos_of_which.
// err is of what keeps everything out: ctx, or a drafts file that takes nothing;
// received then are those that were stored before.
// progress, which may be nil, hears after each picture.
func TakeGood(ctx context.Context, f *storage.File, d Delivery, author string, progress func(done, total int)) (received []Received, refused []Refused, err error) {
	var drafts []intake.Draft
	var texts []string
	for _, path := range d.Texts {
		draft, err := readText(path)
		if err != nil {
			refused = append(refused, Refused{path, err})
			continue
		}
		drafts, texts = append(drafts, draft), append(texts, path)
	}
	if len(drafts) == 0 {
		return nil, refused, nil
	}
	var bound []intake.BoundPhoto
	for i, photo := range d.Photos {
		if len(drafts) > 1 {
			refused = append(refused, Refused{photo.Path, bulletin.NewTrouble("photos_of_which", nil, nil)})
			continue
		}
		one, err := addPhotos(ctx, f, d.Photos[i:i+1], nil)
		if ctx.Err() != nil {
			return nil, nil, fmt.Errorf("take in %s: %w", photo.Path, ctx.Err())
		}
		if err != nil {
			refused = append(refused, Refused{photo.Path, err})
		}
		bound = append(bound, one...)
		if progress != nil {
			progress(i+1, len(d.Photos))
		}
	}
	received, err = store(ctx, f, drafts, texts, bound, author)
	return received, refused, err
}

// store keeps each draft as a new article. Where one cannot be kept, those before
// it are given with the error: they are in the file.
func store(ctx context.Context, f *storage.File, drafts []intake.Draft, texts []string, photos []intake.BoundPhoto, author string) ([]Received, error) {
	received := make([]Received, 0, len(drafts))
	for i := range drafts {
		intake.Bind(&drafts[i], photos)
		r := Received{bulletin.NewID(), texts[i], drafts[i].Article, append([]bulletin.Finding{}, drafts[i].Findings...)}
		_, err := f.SaveArticle(ctx, r.ID, r.Article, storage.Save{Author: author, Reason: bulletin.ReasonImport})
		if err != nil {
			return received, fmt.Errorf("import %s: %w", r.Input, err)
		}
		received = append(received, r)
	}
	return received, nil
}
