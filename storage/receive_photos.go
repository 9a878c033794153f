package storage

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"sync"

	"bantin/bulletin"
	"bantin/internal/cores"
	"bantin/storage/picture"
)

// strangePhoto is a photo of somebody else's file.
type strangePhoto struct {
	sha      string // its name: the hash of the original
	stripped string // the hash of its bytes where they are not the original's, or ""
	bytes    int64  // with the print derivative

	name     string
	original []byte
	picture  picture.Picture // what it brings along, then what was admitted
	taken    bool            // the picture's derivatives are those that it brought
	refused  error
}

// How many photos are listed, and what may be in memory of those that are
// judged, and again of those that are being written.
const (
	photosAtOnce     = 32
	photoBytesAtOnce = 8 << 20
)

// photoPortion is some photos that are received together.
type photoPortion struct {
	photos []strangePhoto
	bytes  int64
	looked int // photos that are done with when these are: they, or others that were here
}

// photos receives what photos this file lacks, a few megabytes at a time: while
// some are being written, the next ones are read and judged.
func (r *receiving) photos(ctx context.Context) error {
	return ahead(ctx, r.examinePhotos, func(p photoPortion) error {
		if err := r.keepPhotos(ctx, p.photos); err != nil {
			return err
		}
		if p.bytes > photoBytesAtOnce/2 {
			debug.FreeOSMemory() // these pictures, before more come
		}
		r.step(p.looked)
		return nil
	})
}

// examinePhotos hands on portions of what photos this file lacks, judged.
func (r *receiving) examinePhotos(ctx context.Context, hand func(photoPortion) error) error {
	last := ""
	for {
		listed, err := r.listPhotos(ctx, last)
		if err != nil || len(listed) == 0 {
			return err
		}
		last = listed[len(listed)-1].sha
		wanted, err := r.wantedPhotos(ctx, listed)
		if err == nil {
			err = hand(photoPortion{looked: len(listed) - len(wanted)})
		}
		for err == nil && len(wanted) > 0 {
			p := photoPortion{looked: 1, bytes: wanted[0].bytes}
			for p.looked < len(wanted) && p.bytes+wanted[p.looked].bytes <= photoBytesAtOnce {
				p.bytes += wanted[p.looked].bytes
				p.looked++
			}
			p.photos, wanted = wanted[:p.looked:p.looked], slices.Clone(wanted[p.looked:]) // so that none outlives its portion
			if err = r.judge(ctx, p.photos); err == nil {
				err = hand(p)
			}
		}
		if err != nil {
			return err
		}
	}
}

// judge reads photos and says which of them are taken over.
func (r *receiving) judge(ctx context.Context, photos []strangePhoto) error {
	for i := range photos {
		if err := r.loadPhoto(ctx, &photos[i]); err != nil {
			return err
		}
	}
	admitAll(ctx, photos)
	return ctx.Err()
}

func (r *receiving) listPhotos(ctx context.Context, after string) (listed []strangePhoto, err error) {
	stripped := `''`
	if r.from.version >= strippedSince {
		stripped = `coalesce((SELECT s.sha256 FROM photo_stripped AS s WHERE s.photo = photos.sha256), '')`
	}
	err = r.reading(ctx, func(q querier) (err error) {
		listed, err = collect(ctx, q, func(s scanner) (p strangePhoto, err error) {
			err = s.Scan(&p.sha, &p.bytes, &p.stripped)
			return p, err
		}, `SELECT sha256, octet_length(original) + coalesce((SELECT octet_length(picture) FROM photo_print WHERE photo = photos.sha256), 0), `+stripped+` FROM photos WHERE sha256 > ? ORDER BY sha256 LIMIT ?`, after, photosAtOnce)
		return err
	})
	return listed, err
}

// The versions of the format that first had photos in half their size, and
// stripped ones.
const (
	halfSince     = 5
	strippedSince = 6
)

// wantedPhotos are those that this file lacks, or has only stripped or damaged.
func (r *receiving) wantedPhotos(ctx context.Context, listed []strangePhoto) (wanted []strangePhoto, err error) {
	for _, p := range listed {
		err = r.file.reading(ctx, func(q querier) error {
			known, whole, err := hasPhoto(ctx, q, p.sha)
			wants := !known || !whole && p.stripped == ""
			if err == nil && !wants {
				wants, err = isPhotoDamaged(ctx, q, p.sha)
			}
			if wants {
				wanted = append(wanted, p)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return wanted, nil
}

// isPhotoDamaged reports a photo whose bytes are not what its hash says.
func isPhotoDamaged(ctx context.Context, q querier, sha string) (bool, error) {
	_, err := originalPhoto(ctx, q, sha)
	if bulletin.TroubleKey(err) == "photo_damaged" {
		return true, nil
	}
	return false, err
}

// hasPhoto tells whether a photo is in the file, and whether its bytes are
// those of the original.
func hasPhoto(ctx context.Context, q querier, sha string) (known, whole bool, err error) {
	known, err = has(ctx, q, `SELECT 1 FROM photos WHERE sha256 = ?`, sha)
	if err != nil || !known {
		return known, false, err
	}
	stripped, err := has(ctx, q, `SELECT 1 FROM photo_stripped WHERE photo = ?`, sha)
	return known, !stripped, err
}

// keepPhotos writes photos in one transaction, and reads them back.
func (r *receiving) keepPhotos(ctx context.Context, photos []strangePhoto) error {
	if len(photos) == 0 {
		return nil
	}
	n, mended := 0, 0
	err := r.file.writing(ctx, func(tx execer) error {
		n, mended = 0, 0
		for _, p := range photos {
			if p.refused != nil {
				continue
			}
			isMended, err := replacePhoto(ctx, tx, p)
			if err != nil {
				return err
			}
			if isMended {
				mended++
			} else {
				n++
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, p := range photos {
		if p.refused != nil {
			r.refuse(refusal(p.label(), p.refused))
		} else if _, err := r.file.OriginalPhoto(context.WithoutCancel(ctx), p.sha); err != nil {
			return fileTrouble("disk_write_failed", r.file.path, err)
		}
	}
	r.came.NewPhotos += n
	r.came.Mended += mended
	return nil
}

func (p *strangePhoto) label() string {
	if p.name != "" {
		return shortened(p.name)
	}
	return fmt.Sprintf("%.10s", p.sha)
}

func (r *receiving) loadPhoto(ctx context.Context, p *strangePhoto) error {
	if p.bytes > mostBytes {
		p.refused = tooMuch(p.label(), fmt.Errorf("%d bytes", p.bytes))
		return nil
	}
	return r.reading(ctx, func(q querier) error {
		err := q.QueryRowContext(ctx, `SELECT name, original FROM photos WHERE sha256 = ?`, p.sha).Scan(&p.name, &p.original)
		if err != nil {
			return err
		}
		p.name = tidyName(p.name)
		if p.picture.Print, err = smallDerivative(ctx, q, printed, p.sha); err != nil {
			return err
		}
		if r.from.version >= halfSince {
			if p.picture.Half, err = smallDerivative(ctx, q, half, p.sha); err != nil {
				return err
			}
		}
		p.picture.Thumbnail, err = smallDerivative(ctx, q, thumbnail, p.sha)
		return err
	})
}

// mostDerivative is more than any print derivative weighs.
const mostDerivative = 32 << 20

// smallDerivative reads a derivative that is sound and not out of proportion,
// or nil.
func smallDerivative(ctx context.Context, q querier, d derivative, sha string) ([]byte, error) {
	small, err := has(ctx, q, `SELECT 1 FROM `+d.table()+` WHERE photo = ? AND octet_length(picture) < ?`, sha, mostDerivative)
	if err != nil || !small {
		return nil, err
	}
	return readDerivative(ctx, q, d, sha)
}

// admitAll judges photos side by side, on as many processors as there are.
func admitAll(ctx context.Context, photos []strangePhoto) {
	var running sync.WaitGroup
	slots := make(chan struct{}, max(1, cores.Count()))
	for i := range photos {
		p := &photos[i]
		if p.refused != nil {
			continue
		}
		slots <- struct{}{}
		running.Go(func() {
			p.admit(ctx)
			<-slots
		})
	}
	running.Wait()
}

func (p *strangePhoto) admit(ctx context.Context) {
	want := p.sha
	if p.stripped != "" {
		want = p.stripped
	}
	if hash := hashOf(p.original); hash != want {
		p.refused = bulletin.NewTrouble("received_damaged", bulletin.Args{"what": p.label()}, fmt.Errorf("photo %.10s hashes to %.10s", want, hash))
		return
	}
	p.picture, p.taken, p.refused = picture.Admit(ctx, p.label(), p.original, p.picture)
	p.picture.SHA256 = p.sha
}

// replacePhoto adds a photo, or puts the original in the place of its stripped
// form, and a sound one in that of a damaged one.
func replacePhoto(ctx context.Context, tx execer, p strangePhoto) (mended bool, err error) {
	if mended, err = mendPhoto(ctx, tx, p.original, p.picture); err != nil {
		return false, err
	}
	if p.stripped == "" {
		if err := makeWhole(ctx, tx, p.sha, p.original); err != nil {
			return false, err
		}
	}
	if err := insertPhoto(ctx, tx, p.name, p.original, p.picture); err != nil {
		return false, err
	}
	if p.taken {
		if err := markUnproven(ctx, tx, p.picture); err != nil {
			return false, err
		}
	}
	if p.stripped == "" {
		return mended, nil
	}
	_, err = tx.ExecContext(ctx, `INSERT OR IGNORE INTO photo_stripped (photo, sha256) VALUES (?, ?)`, p.sha, p.stripped)
	return mended, err
}

// mendPhoto puts sound bytes in the place of those of a photo that is damaged;
// another one it leaves alone. Whether they are those of the original or of a
// stripped photo is noted by the caller.
func mendPhoto(ctx context.Context, tx execer, sound []byte, p picture.Picture) (mended bool, err error) {
	known, _, err := hasPhoto(ctx, tx, p.SHA256)
	if err != nil || !known {
		return false, err
	}
	if damaged, err := isPhotoDamaged(ctx, tx, p.SHA256); err != nil || !damaged {
		return false, err
	}
	if _, err := tx.ExecContext(ctx, `UPDATE photos SET original = ?, format = ?, width_px = ?, height_px = ? WHERE sha256 = ?`,
		sound, p.Format, p.WidthPx, p.HeightPx, p.SHA256); err != nil {
		return false, fmt.Errorf("mend the photo %.10s: %w", p.SHA256, err)
	}
	_, err = tx.ExecContext(ctx, `DELETE FROM photo_stripped WHERE photo = ?`, p.SHA256)
	return true, err
}

// makeWhole puts the original's bytes in the place of those of a photo that is
// stripped; of another photo it changes nothing.
func makeWhole(ctx context.Context, tx execer, sha string, original []byte) error {
	if _, err := tx.ExecContext(ctx, `UPDATE photos SET original = ?
		WHERE sha256 = ? AND sha256 IN (SELECT photo FROM photo_stripped)`, original, sha); err != nil {
		return fmt.Errorf("put the original in its place: %w", err)
	}
	_, err := tx.ExecContext(ctx, `DELETE FROM photo_stripped WHERE photo = ?`, sha)
	return err
}
