package storage

import (
	"context"
	"fmt"
)

// writerSetting holds the name of who works in this file.
const writerSetting = "writer"

// Writer is the name of the person who works in this file, as SetWriter has
// noted it; "" where nobody has. Trouble settings_damaged.
func (f *File) Writer(ctx context.Context) (name string, err error) {
	err = f.reading(ctx, func(q querier) error { return readSetting(ctx, q, writerSetting, &name) })
	if err != nil {
		return "", fmt.Errorf("load who works in the file: %w", err)
	}
	return name, nil
}

// SetWriter notes who works in this file, for programs that cannot ask. It is
// neither sent nor received. Nothing is written where it is noted already.
// Troubles as those of SaveArticle.
func (f *File) SetWriter(ctx context.Context, name string) error {
	if now, err := f.Writer(ctx); err == nil && now == name {
		return nil
	}
	err := f.writing(ctx, func(tx execer) error { return writeSetting(ctx, tx, writerSetting, name) })
	if err != nil {
		return fmt.Errorf("save who works in the file: %w", err)
	}
	return nil
}
