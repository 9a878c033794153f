// Package reception takes in what reporters hand over: the files of texts and
// of their pictures become articles of a drafts file. The command line and the
// desk both receive through it.
package reception

import (
	"context"
	"path/filepath"

	"bantin/bulletin"
	"bantin/bulletin/intake"
	"bantin/storage"
)

// Delivery is what was handed over at once.
type Delivery struct {
	Texts  []string // paths of text files
	Photos []Photo  // of the one text; several texts come without
}

// Photo is a picture file that goes with a text.
type Photo struct {
	Path    string
	Caption string // plain; "" leaves the caption that the text gives
}

// Received is an article that came of a text.
type Received struct {
	ID       bulletin.ID
	Input    string // path of its text
	Article  bulletin.Article
	Findings []bulletin.Finding // what a person should look at; never nil
}

// TakeIn stores each text of a delivery as a new article, signed by author. It
// reads every text and picture before it writes the first article, so that one
// bad file among them leaves the drafts file as it was. Where the drafts file
// takes no more on the way, those that it has taken are given with the error.
// progress, which may be nil, hears after each picture.
//
// Troubles: photos_of_which, those of Read, of intake.Text, of
// storage.CheckArticle and of storage.File.AddPhotos.
func TakeIn(ctx context.Context, f *storage.File, d Delivery, author string, progress func(done, total int)) ([]Received, error) {
	if len(d.Photos) > 0 && len(d.Texts) > 1 {
		return nil, bulletin.NewTrouble("photos_of_which", nil, nil)
	}
	drafts := make([]intake.Draft, len(d.Texts))
	for i, path := range d.Texts {
		draft, err := readText(path)
		if err != nil {
			return nil, err
		}
		drafts[i] = draft
	}
	bound, err := addPhotos(ctx, f, d.Photos, progress)
	if err != nil {
		return nil, err
	}
	return store(ctx, f, drafts, d.Texts, bound, author)
}

func readText(path string) (intake.Draft, error) {
	raw, err := Read(path)
	if err != nil {
		return intake.Draft{}, err
	}
	draft, err := intake.Read(raw)
	if err == nil {
		err = storage.CheckArticle(draft.Article)
	}
	return draft, naming(path, err)
}

func addPhotos(ctx context.Context, f *storage.File, photos []Photo, progress func(done, total int)) ([]intake.BoundPhoto, error) {
	files := make([]storage.PhotoFile, len(photos))
	for i, photo := range photos {
		raw, err := Read(photo.Path)
		if err != nil {
			return nil, err
		}
		files[i] = storage.PhotoFile{Name: filepath.Base(photo.Path), Original: raw}
	}
	infos, err := f.AddPhotos(ctx, files, progress)
	if err != nil {
		return nil, err
	}
	bound := make([]intake.BoundPhoto, len(infos))
	for i, info := range infos {
		bound[i] = intake.BoundPhoto{
			SHA256: info.SHA256, WidthPx: info.WidthPx, HeightPx: info.HeightPx, Colours: info.Colours,
			Caption: photos[i].Caption,
		}
	}
	return bound, nil
}
