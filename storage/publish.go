package storage

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// Publication says by whom a file was published in a newsroom's folder.
type Publication struct {
	Member string `json:"member"` // random; one working file has one
	Name   string `json:"name"`   // of the PC or the person, for people
	Mark   string `json:"mark"`   // random; another one each time
}

const (
	publicationSetting = "publication"
	membershipSetting  = "newsroom"
)

// Publish writes all of the work to a new file, as Send does with everything,
// and notes in it who has published it.
func (f *File) Publish(ctx context.Context, path string, as Publication, progress func(done, total int)) (Sent, error) {
	if progress == nil {
		progress = func(int, int) {}
	}
	s := &sending{file: f, progress: progress, as: &as}
	if err := s.run(ctx, path, Selection{}); err != nil {
		return Sent{}, fmt.Errorf("publish as %s: %w", path, err)
	}
	return s.sent, nil
}

// PublicationOf says by whom a file was published; the zero Publication where
// it was only sent, or copied. The file is treated as a stranger's.
func PublicationOf(ctx context.Context, path string) (p Publication, err error) {
	s, err := openStranger(ctx, path)
	if err != nil {
		return p, fmt.Errorf("see who published %s: %w", path, explainReading(ctx, path, err))
	}
	defer s.close()
	if err := readSetting(ctx, s.db, publicationSetting, &p); err != nil {
		return p, fmt.Errorf("see who published %s: %w", path, explainReading(ctx, path, err))
	}
	return p, nil
}

// Membership reads what SetMembership has kept; where nothing was, it leaves
// into alone.
func (f *File) Membership(ctx context.Context, into any) error {
	err := f.reading(ctx, func(q querier) error { return readSetting(ctx, q, membershipSetting, into) })
	if err != nil {
		return fmt.Errorf("load the part in the newsroom: %w", err)
	}
	return nil
}

// SetMembership keeps, as JSON, what the package newsroom notes of this file's
// part in a newsroom. It is not sent and not received.
func (f *File) SetMembership(ctx context.Context, v any) error {
	err := f.writing(ctx, func(tx execer) error { return writeSetting(ctx, tx, membershipSetting, v) })
	if err != nil {
		return fmt.Errorf("save the part in the newsroom: %w", err)
	}
	return nil
}

// Extent is how much there is of what Publish would write. Two different
// Extents of one file mean that something was added in between.
type Extent struct {
	Revisions int    `json:"revisions"`
	Photos    int    `json:"photos"`
	Office    string `json:"office"` // hash of the office's settings
}

// IsLessThan reports that something is gone since another Extent of the file.
func (e Extent) IsLessThan(before Extent) bool {
	return e.Revisions < before.Revisions || e.Photos < before.Photos
}

// Extent measures the file.
func (f *File) Extent(ctx context.Context) (e Extent, err error) {
	err = f.reading(ctx, func(q querier) error {
		var office string
		err := q.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM revisions), (SELECT count(*) FROM photos),
			coalesce((SELECT sha256 FROM settings WHERE name = ?), '')`, officeSetting).Scan(&e.Revisions, &e.Photos, &office)
		sum := sha256.Sum256([]byte(office))
		e.Office = hex.EncodeToString(sum[:4])
		return err
	})
	if err != nil {
		return Extent{}, fmt.Errorf("measure %s: %w", f.path, err)
	}
	return e, nil
}
