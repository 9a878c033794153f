package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"bantin/bulletin"
	"bantin/internal/atomicfile"
)

// RestoreBackup puts a whole copy of a backup, or of any drafts file, to path.
// A file that is there is not overwritten: it stays beside it under the name
// that is given back ("" where there was none), with its journal. The copy is
// checked to the last hash before anything is moved. Damage that it has is given
// back, and keeps it from taking the place of a file that is whole (trouble
// backup_damaged), but of no other, for it may be all there is. Troubles
// besides: those of OpenReadOnly and CopyTo.
func RestoreBackup(ctx context.Context, backup, path string, progress func(done, total int)) (aside string, damage []Damage, err error) {
	return restoring{backup: backup, path: path}.run(ctx, progress)
}

// RestoreDamagedBackup is RestoreBackup also where the backup is damaged and
// the file is whole.
func RestoreDamagedBackup(ctx context.Context, backup, path string, progress func(done, total int)) (aside string, damage []Damage, err error) {
	return restoring{backup: backup, path: path, evenDamaged: true}.run(ctx, progress)
}

// restoring is a backup that is put back.
type restoring struct {
	backup, path string
	evenDamaged  bool
}

func (r restoring) run(ctx context.Context, progress func(done, total int)) (aside string, damage []Damage, err error) {
	aside, damage, err = r.restore(ctx, progress)
	if err != nil {
		return "", nil, fmt.Errorf("restore %s to %s: %w", r.backup, r.path, err)
	}
	return aside, damage, nil
}

func (r restoring) restore(ctx context.Context, progress func(done, total int)) (aside string, damage []Damage, err error) {
	full, err := sourceOf(r.path)
	if err != nil {
		return "", nil, err
	}
	if info, err := os.Stat(full); err == nil && info.IsDir() {
		return "", nil, fileTrouble("file_is_folder", full, nil)
	} else if err == nil && !info.Mode().IsRegular() {
		return "", nil, fileTrouble("not_a_file", full, nil)
	}
	from, err := OpenReadOnly(ctx, r.backup)
	if err != nil {
		return "", nil, err
	}
	defer from.Close()
	fresh := temporaryName(full)
	defer os.Remove(fresh)
	if damage, err = from.copyTo(ctx, fresh, progress); err != nil {
		return "", nil, err
	}
	if len(damage) > 0 && !r.evenDamaged && isWholeFile(ctx, full) {
		return "", nil, bulletin.NewTrouble("backup_damaged", bulletin.Args{"file": filepath.Base(full), "n": len(damage)}, nil)
	}
	if aside, err = setAside(full, time.Now()); err != nil {
		return "", nil, explain(ctx, full, err)
	}
	if err := os.Rename(fresh, full); err != nil {
		return "", nil, explain(ctx, full, err)
	}
	return aside, damage, explain(ctx, full, atomicfile.SyncFolder(filepath.Dir(full)))
}

// isWholeFile reports a drafts file in which no version and no photo is damaged.
func isWholeFile(ctx context.Context, path string) bool {
	f, err := OpenReadOnly(ctx, path)
	if err != nil {
		return false
	}
	defer f.Close()
	damage, err := f.essentials(ctx)
	return err == nil && len(damage) == 0
}

// setAside gives a file a second name and takes its journal along, without
// which it may not be whole, and which must not be mistaken for the next file's.
// Where the disk knows no second names the file is moved.
func setAside(path string, now time.Time) (aside string, err error) {
	if !exists(path) {
		return "", errors.Join(moveAside(path+journalSuffix, now), moveAside(path+logSuffix, now))
	}
	ext := filepath.Ext(path)
	stem := strings.TrimSuffix(path, ext) + " " + now.Format("2006-01-02 15-04-05")
	for aside = stem + ext; exists(aside); aside = stem + ext {
		stem += "+"
	}
	if err := os.Link(path, aside); err != nil {
		if err := os.Rename(path, aside); err != nil {
			return "", err
		}
	}
	for _, suffix := range []string{journalSuffix, logSuffix} {
		if err := os.Rename(path+suffix, aside+suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", err
		}
	}
	os.Remove(path + "-shm")
	return aside, nil
}

// moveAside renames a journal whose file is gone.
func moveAside(path string, now time.Time) error {
	err := os.Rename(path, path+" "+now.Format("2006-01-02 15-04-05"))
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}
