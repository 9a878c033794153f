package storage

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"

	"bantin/bulletin"
)

const officeSetting = "office"

// Office gives the settings of the publishing body; a file that has none yet
// gives the zero Office, normalised. Trouble settings_damaged.
func (f *File) Office(ctx context.Context) (bulletin.Office, error) {
	var o bulletin.Office
	err := f.reading(ctx, func(q querier) error { return readSetting(ctx, q, officeSetting, &o) })
	if err != nil {
		return bulletin.Office{}, fmt.Errorf("load the office: %w", err)
	}
	o.Normalize()
	return o, nil
}

// SetOffice keeps the settings of the publishing body. Troubles as those of
// SaveArticle.
func (f *File) SetOffice(ctx context.Context, o bulletin.Office) error {
	o = cloneOffice(o)
	o.Normalize()
	err := f.writing(ctx, func(tx execer) error { return writeSetting(ctx, tx, officeSetting, o) })
	if err == nil {
		err = f.readSettingBack(ctx, officeSetting)
	}
	if err != nil {
		return fmt.Errorf("save the office: %w", err)
	}
	return nil
}

// readSettingBack is readBack for a setting.
func (f *File) readSettingBack(ctx context.Context, name string) error {
	ctx = context.WithoutCancel(ctx)
	return f.reading(ctx, func(q querier) error {
		var value any
		err := readSetting(ctx, q, name, &value)
		if bulletin.TroubleKey(err) == "settings_damaged" {
			return fileTrouble("disk_write_failed", f.path, fmt.Errorf("read the setting back: %w", err))
		}
		return err
	})
}

// readSetting fills into from a setting's JSON, or leaves it alone where the
// setting was never written.
func readSetting(ctx context.Context, q querier, name string, into any) error {
	var sum, value string
	err := q.QueryRowContext(ctx, `SELECT sha256, value FROM settings WHERE name = ?`, name).Scan(&sum, &value)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	if hashOf([]byte(value)) != sum {
		return bulletin.NewTrouble("settings_damaged", nil, fmt.Errorf("hash of setting %s", name))
	}
	if err := bulletin.ReadJSON([]byte(value), into); err != nil {
		return fmt.Errorf("read setting %s: %w", name, err)
	}
	return nil
}

// isHurtSetting reports a setting that is not what was written.
func isHurtSetting(err error) bool { return bulletin.TroubleKey(err) == "settings_damaged" }

func writeSetting(ctx context.Context, tx execer, name string, value any) error {
	document, err := bulletin.CanonicalJSON(value)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT OR REPLACE INTO settings (name, sha256, value) VALUES (?, ?, ?)`,
		name, hashOf(document), string(document))
	return err
}

// dropSetting takes a setting out; one that is not there is no error.
func dropSetting(ctx context.Context, tx execer, name string) error {
	_, err := tx.ExecContext(ctx, `DELETE FROM settings WHERE name = ?`, name)
	return err
}

// hashOf is the SHA-256 of some bytes in hexadecimal.
func hashOf(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
