// Package press brings the drafts file and the pages together: it loads an
// article or an issue, lays it out in a house style and writes it as PDF or as
// pictures. The command line and the desk both print through it, so that they
// give the same pages.
package press

import (
	"context"

	"bantin/assets/rules"
	"bantin/bulletin"
	"bantin/export/impose"
	"bantin/export/layout"
	"bantin/export/pdf"
	"bantin/storage"
)

// Job is one thing to print: an article or an issue, never both.
type Job struct {
	Article bulletin.ID
	Issue   bulletin.ID
	Style   string        // house style by name; "" takes the issue's own, or the default
	Profile pdf.Profile   // "" is pdf.Print
	Pages   Pages         // that are wanted; none are all
	Paper   impose.Paper  // of the office profile; impose.Auto chooses
	Booklet bool          // folds the office profile
	Creep   layout.Length // thickness of the booklet's paper, 0 where it does not show
	Marks   bool          // puts crop and register marks around the pages of the print profile
	Rules   []rules.Set   // given with the job, preferred to those of the drafts file and the shipped ones
	// RefuseErrors keeps Export from writing a PDF for print while preflight
	// finds errors; see Report.Refused. An article by itself that was deleted is
	// the trouble export_deleted.
	RefuseErrors bool
	// Written are stories of the issue as they stand on a sheet, newer than the
	// drafts file has them: a preview need not wait until they are saved.
	Written map[bulletin.ID]bulletin.Article
}

// Layout loads what the job names and lays it out. A story that is not in the
// drafts file is the trouble article_missing.
func Layout(ctx context.Context, f *storage.File, job Job) (*layout.Document, error) {
	var c Composer
	return c.Layout(ctx, f, job)
}

// Composer lays jobs out one after another and keeps what it found out: after
// an edit only what was changed is set anew, so that a preview can follow the
// typing. The zero Composer is ready for use.
type Composer struct {
	known layout.Memory
	shelf shelf
}

// Layout is the function Layout, with what is known from before.
func (c *Composer) Layout(ctx context.Context, f *storage.File, job Job) (*layout.Document, error) {
	m, err := load(ctx, f, job, &c.shelf)
	if err == nil {
		err = m.missing()
	}
	if err != nil {
		return nil, err
	}
	return m.layOut(&c.known)
}

// Photos gives the painters the photos of a drafts file.
func Photos(ctx context.Context, f *storage.File) layout.PhotoSource {
	return turned(func(sha256 string) ([]byte, error) { return f.PrintPhoto(ctx, sha256) })
}

// halfPhotos gives the painters the photos in half their size; see
// storage.File.HalfPhoto.
func halfPhotos(ctx context.Context, f *storage.File) layout.PhotoSource {
	return turned(func(sha256 string) ([]byte, error) { return f.HalfPhoto(ctx, sha256) })
}

// PreviewPhotos gives the painters of pictures of up to 150 dots an inch
// photos that are quick to paint: in half their size, where there is one.
func PreviewPhotos(ctx context.Context, f *storage.File) layout.PhotoSource {
	return turned(func(sha256 string) ([]byte, error) {
		if half, err := f.HalfPhoto(ctx, sha256); half != nil || err != nil {
			return half, err
		}
		return f.PrintPhoto(ctx, sha256)
	})
}

// PhotosFor gives the painters of pictures of so many dots an inch the photos
// of a drafts file: in the smallest size that will do, which is the quickest.
func PhotosFor(ctx context.Context, f *storage.File, dpi float64) layout.PhotoSource {
	const thumbnailWillDo, halfWillDo = 30, 150
	switch {
	case dpi <= thumbnailWillDo:
		return turned(func(sha256 string) ([]byte, error) { return f.Thumbnail(ctx, sha256) })
	case dpi <= halfWillDo:
		return PreviewPhotos(ctx, f)
	}
	return Photos(ctx, f)
}

// firstOf gives the first that is not empty.
func firstOf(names ...string) string {
	for _, name := range names {
		if name != "" {
			return name
		}
	}
	return ""
}
