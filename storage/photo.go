package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"bantin/bulletin"
	"bantin/bulletin/viet"
	"bantin/storage/picture"
)

// tidyName is the file name alone, whichever system's path it came with.
func tidyName(name string) string {
	name = filepath.Base(strings.ReplaceAll(name, `\`, "/"))
	return viet.Normalize(strings.ReplaceAll(name, "\x00", ""))
}

func insertPhoto(ctx context.Context, tx execer, name string, original []byte, p picture.Picture) error {
	_, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO photos
		(sha256, name, format, width_px, height_px, added_ms, original) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		p.SHA256, name, p.Format, p.WidthPx, p.HeightPx, time.Now().UnixMilli(), original)
	if err != nil {
		return fmt.Errorf("insert the original: %w", err)
	}
	return insertDerivatives(ctx, tx, p)
}

func insertDerivatives(ctx context.Context, tx execer, p picture.Picture) error {
	for _, d := range []derivative{printed, half, thumbnail} {
		made := d.of(p)
		if made == nil {
			continue
		}
		_, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO `+d.table()+` (photo, sha256, picture) VALUES (?, ?, ?)`,
			p.SHA256, hashOf(made), made)
		if err != nil {
			return fmt.Errorf("insert into %s: %w", d.table(), err)
		}
	}
	_, err := tx.ExecContext(ctx, `DELETE FROM photo_unproven WHERE photo = ?`, p.SHA256)
	return err
}

// Photo tells what is known of a picture by its SHA-256. Trouble
// photo_missing.
func (f *File) Photo(ctx context.Context, sha string) (PhotoInfo, error) {
	var info PhotoInfo
	err := f.reading(ctx, func(q querier) (err error) {
		info, err = photoInfo(ctx, q, sha)
		return err
	})
	if err != nil {
		return PhotoInfo{}, fmt.Errorf("load photo %.10s: %w", sha, err)
	}
	return info, nil
}

func photoInfo(ctx context.Context, q querier, sha string) (PhotoInfo, error) {
	info := PhotoInfo{SHA256: sha}
	err := q.QueryRowContext(ctx, `SELECT format, width_px, height_px, length(original), name FROM photos WHERE sha256 = ?`, sha).
		Scan(&info.Format, &info.WidthPx, &info.HeightPx, &info.Bytes, &info.Name)
	if errors.Is(err, sql.ErrNoRows) {
		err = bulletin.NewTrouble("photo_missing", bulletin.Args{"photo": fmt.Sprintf("%.10s", sha)}, nil)
	}
	return info, err
}

// OriginalPhoto gives the picture's bytes as they came in, verified; of a photo
// that came in a file that was sent, without what Strip takes away. Troubles:
// photo_missing, photo_damaged.
func (f *File) OriginalPhoto(ctx context.Context, sha string) ([]byte, error) {
	var original []byte
	err := f.reading(ctx, func(q querier) (err error) {
		original, err = originalPhoto(ctx, q, sha)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("load the original of photo %.10s: %w", sha, err)
	}
	return original, nil
}

// bytesHash is the hash that a photo's bytes must have: its name, or for a
// stripped one that of what is left.
func bytesHash(ctx context.Context, q querier, sha string) (string, error) {
	want := sha
	err := q.QueryRowContext(ctx, `SELECT sha256 FROM photo_stripped WHERE photo = ?`, sha).Scan(&want)
	if errors.Is(err, sql.ErrNoRows) {
		return sha, nil
	}
	return want, err
}

func originalPhoto(ctx context.Context, q querier, sha string) ([]byte, error) {
	info, err := photoInfo(ctx, q, sha)
	if err != nil {
		return nil, err
	}
	var original []byte
	if err := q.QueryRowContext(ctx, `SELECT original FROM photos WHERE sha256 = ?`, sha).Scan(&original); err != nil {
		return nil, err
	}
	want, err := bytesHash(ctx, q, sha)
	if err != nil {
		return nil, err
	}
	if hash := hashOf(original); hash != want {
		return nil, bulletin.NewTrouble("photo_damaged", bulletin.Args{"photo": info.Name}, fmt.Errorf("hashes to %s", hash))
	}
	return original, nil
}
