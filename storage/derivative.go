package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"bantin/storage/picture"
)

// derivative is one of the pictures that are made of an original.
type derivative int

const (
	printed derivative = iota
	half
	thumbnail
)

func (d derivative) table() string {
	return [...]string{printed: "photo_print", half: "photo_half", thumbnail: "photo_thumb"}[d]
}

func (d derivative) of(p picture.Picture) []byte {
	return [...][]byte{printed: p.Print, half: p.Half, thumbnail: p.Thumbnail}[d]
}

// PrintPhoto gives the picture for print: upright, sRGB, a baseline JPEG
// without metadata. Where the stored one is damaged or absent it is made anew
// from the original. Troubles: photo_missing, photo_damaged.
func (f *File) PrintPhoto(ctx context.Context, sha string) ([]byte, error) {
	return f.derivative(ctx, printed, sha)
}

// HalfPhoto gives the picture for print in half its size both ways, which is
// faster to work with; nil where there is none: the photo is small, came into
// the file before there were any, or its Half is damaged.
func (f *File) HalfPhoto(ctx context.Context, sha string) (made []byte, err error) {
	err = f.reading(ctx, func(q querier) error {
		made, err = f.soundDerivative(ctx, q, half, sha)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("load photo %.10s: %w", sha, err)
	}
	return made, nil
}

// Thumbnail gives the picture in small, to fit 360 × 360 pixels; see
// PrintPhoto.
func (f *File) Thumbnail(ctx context.Context, sha string) ([]byte, error) {
	return f.derivative(ctx, thumbnail, sha)
}

func (f *File) derivative(ctx context.Context, d derivative, sha string) ([]byte, error) {
	var made, original []byte
	var name string
	err := f.reading(ctx, func(q querier) (err error) {
		if made, err = f.soundDerivative(ctx, q, d, sha); made != nil || err != nil {
			return err
		}
		if original, err = originalPhoto(ctx, q, sha); err != nil {
			return err
		}
		info, err := photoInfo(ctx, q, sha)
		name = info.Name
		return err
	})
	if err == nil && made == nil {
		made, err = redevelop(ctx, d, name, original)
	}
	if err != nil {
		return nil, fmt.Errorf("load photo %.10s: %w", sha, err)
	}
	return made, nil
}

func redevelop(ctx context.Context, d derivative, name string, original []byte) ([]byte, error) {
	p, err := picture.Develop(ctx, name, original)
	if err != nil {
		return nil, err
	}
	return d.of(p), nil
}

// readDerivative reads a stored derivative; nil stands for one that is absent,
// on pages that are torn, or has another hash than it should.
func readDerivative(ctx context.Context, q querier, d derivative, sha string) ([]byte, error) {
	var sum string
	var made []byte
	err := q.QueryRowContext(ctx, `SELECT sha256, picture FROM `+d.table()+` WHERE photo = ?`, sha).Scan(&sum, &made)
	if errors.Is(err, sql.ErrNoRows) || isTorn(err) || (err == nil && hashOf(made) != sum) {
		return nil, nil
	}
	return made, err
}
