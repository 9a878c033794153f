package storage

import (
	"context"
	"fmt"

	"bantin/bulletin"
)

// fileSetting holds the file's own name for itself: random, given once, and
// kept wherever the file goes. A copy of the file has the same one.
const fileSetting = "file"

// identityOf reads a file's own name for itself, "" where it has none or where
// it is not to be read.
func identityOf(ctx context.Context, q querier) string {
	var id bulletin.ID
	if err := readSetting(ctx, q, fileSetting, &id); err != nil || !id.Valid() {
		return ""
	}
	return string(id)
}

// identityAt is identityOf for a file that is not open, which is only looked at.
func identityAt(ctx context.Context, path string) string {
	if look(path) != nil {
		return ""
	}
	db, err := connect(path, toPeek)
	if err != nil {
		return ""
	}
	defer db.Close()
	return identityOf(ctx, db)
}

// Identity is the file's own name for itself, the same wherever it goes, and in
// every copy of it but those that are sent. "" where it has none and cannot be
// written.
func (f *File) Identity(ctx context.Context) (string, error) { return f.identify(ctx) }

// identify gives the file a name for itself where it has none: that by which
// its backups are known already, if it was restored from one that had none.
func (f *File) identify(ctx context.Context) (string, error) {
	var id string
	err := f.reading(ctx, func(q querier) error {
		id = identityOf(ctx, q)
		return nil
	})
	if err != nil || id != "" || f.write == nil {
		return id, err
	}
	if id = knownIdentity(f.path); id == "" {
		id = string(bulletin.NewID())
	}
	err = f.writing(ctx, func(tx execer) error {
		if now := identityOf(ctx, tx); now != "" { // another program was faster
			id = now
			return nil
		}
		return writeSetting(ctx, tx, fileSetting, bulletin.ID(id))
	})
	if err != nil {
		return "", fmt.Errorf("name %s for its backups: %w", f.path, err)
	}
	return id, nil
}

// knownIdentity is the file's name for itself that its backups were made under.
func knownIdentity(path string) string {
	source, err := sourceOf(path)
	if err != nil {
		return ""
	}
	folders, err := backupFolders()
	if err != nil {
		return ""
	}
	for _, folder := range folders {
		if folder.file != "" && isSamePath(folder.source, source) {
			return folder.file
		}
	}
	return ""
}
