package storage

import (
	"context"
	"fmt"
	"strings"
)

// KeptStyle is a house style of the office's own, as it stands in the drafts
// file: the name that issues know it by, and its file, word for word.
type KeptStyle struct{ Name, File string }

// stylePrefix begins the names of the settings that hold house styles.
const stylePrefix = "style/"

// Styles lists the office's own house styles by name. Trouble
// settings_damaged.
func (f *File) Styles(ctx context.Context) ([]KeptStyle, error) {
	var kept []KeptStyle
	err := f.reading(ctx, func(q querier) error {
		names, err := collect(ctx, q, scanString[string], `SELECT name FROM settings WHERE name GLOB 'style/*' ORDER BY name`)
		for _, name := range names {
			k := KeptStyle{Name: strings.TrimPrefix(name, stylePrefix)}
			if err := readSetting(ctx, q, name, &k.File); err != nil {
				return err
			}
			kept = append(kept, k)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("load the house styles: %w", err)
	}
	return kept, nil
}

// SetStyle keeps a house style, in the place of one of the same name. Troubles
// as those of SaveArticle.
func (f *File) SetStyle(ctx context.Context, s KeptStyle) error {
	err := f.writing(ctx, func(tx execer) error { return writeSetting(ctx, tx, stylePrefix+s.Name, s.File) })
	if err != nil {
		return fmt.Errorf("save house style %s: %w", s.Name, err)
	}
	return nil
}

// RemoveStyle takes a house style out of the file; one that is not there is no
// error.
func (f *File) RemoveStyle(ctx context.Context, name string) error {
	err := f.writing(ctx, func(tx execer) error { return dropSetting(ctx, tx, stylePrefix+name) })
	if err != nil {
		return fmt.Errorf("remove house style %s: %w", name, err)
	}
	return nil
}
