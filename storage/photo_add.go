package storage

import (
	"context"
	"fmt"

	"bantin/bulletin"
	"bantin/storage/picture"
)

// PhotoFile is a picture file as it comes in.
type PhotoFile struct {
	Name     string // of the file, for people
	Original []byte
}

// AddPhoto is AddPhotos for a single picture.
func (f *File) AddPhoto(ctx context.Context, name string, original []byte) (PhotoInfo, error) {
	infos, err := f.AddPhotos(ctx, []PhotoFile{{name, original}}, nil)
	if err != nil {
		return PhotoInfo{}, err
	}
	return infos[0], nil
}

// AddPhotos develops pictures and keeps their original bytes and derivatives:
// all of them or, when one is refused, none. A picture that is in the file
// already is found by its bytes and keeps its first name; where it is damaged
// there, it is whole again. progress, which may
// be nil, hears after each picture. Troubles: those of picture.Develop and of
// SaveArticle.
func (f *File) AddPhotos(ctx context.Context, files []PhotoFile, progress func(done, total int)) ([]PhotoInfo, error) {
	if f.ReadOnly() {
		return nil, fmt.Errorf("add photos: %w", fileTrouble("file_read_only", f.path, nil))
	}
	infos := make([]PhotoInfo, len(files))
	var fresh []freshPhoto
	for i, file := range files {
		info, developed, err := f.develop(ctx, PhotoFile{tidyName(file.Name), file.Original})
		if err != nil {
			return nil, fmt.Errorf("add photo %s: %w", file.Name, err)
		}
		infos[i] = info
		if developed != nil {
			fresh = append(fresh, *developed)
		}
		if progress != nil {
			progress(i+1, len(files))
		}
	}
	if err := f.keep(ctx, fresh); err != nil {
		return nil, fmt.Errorf("add photos: %w", err)
	}
	return infos, nil
}

// freshPhoto is a developed picture that is not in the file yet.
type freshPhoto struct {
	PhotoFile
	picture picture.Picture
}

// develop finds a picture in the file or, when it is new, develops it.
func (f *File) develop(ctx context.Context, file PhotoFile) (PhotoInfo, *freshPhoto, error) {
	known, err := f.Photo(ctx, hashOf(file.Original))
	whole := true
	if err == nil {
		whole, err = f.isWhole(ctx, known.SHA256)
	}
	if err == nil && whole || err != nil && bulletin.TroubleKey(err) != "photo_missing" {
		known.Colours = picture.Colours(file.Original)
		return known, nil, err
	}
	p, err := picture.Develop(ctx, file.Name, file.Original)
	if err != nil {
		return PhotoInfo{}, nil, err
	}
	info := PhotoInfo{
		SHA256: p.SHA256, Format: p.Format, WidthPx: p.WidthPx, HeightPx: p.HeightPx,
		Bytes: int64(len(file.Original)), Name: file.Name, Colours: picture.Colours(file.Original),
	}
	return info, &freshPhoto{file, p}, nil
}

// isWhole tells a photo whose original is in the file, sound, from one that
// came without what the camera noted, or is damaged.
func (f *File) isWhole(ctx context.Context, sha string) (whole bool, err error) {
	err = f.reading(ctx, func(q querier) (err error) {
		if _, whole, err = hasPhoto(ctx, q, sha); err != nil || !whole {
			return err
		}
		damaged, err := isPhotoDamaged(ctx, q, sha)
		whole = !damaged
		return err
	})
	return whole, err
}

// keep stores developed pictures in one transaction and reads each one back.
func (f *File) keep(ctx context.Context, fresh []freshPhoto) error {
	if len(fresh) == 0 {
		return nil
	}
	err := f.writing(ctx, func(tx execer) error {
		for _, photo := range fresh {
			if _, err := mendPhoto(ctx, tx, photo.Original, photo.picture); err != nil {
				return err
			}
			if err := makeWhole(ctx, tx, photo.picture.SHA256, photo.Original); err != nil {
				return err
			}
			if err := insertPhoto(ctx, tx, photo.Name, photo.Original, photo.picture); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, photo := range fresh {
		if _, err := f.OriginalPhoto(context.WithoutCancel(ctx), photo.picture.SHA256); err != nil {
			return err
		}
	}
	return nil
}
