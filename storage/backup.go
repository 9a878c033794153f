package storage

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/adrg/xdg"

	"bantin/bulletin"
)

// BackupReason is why a backup was made.
type BackupReason string

// The reasons.
const (
	BackupTimer     BackupReason = "timer"     // the program, while people worked
	BackupAsked     BackupReason = "asked"     // somebody asked for it
	BackupMigration BackupReason = "migration" // before the file was brought to a newer version of the format
	BackupRestore   BackupReason = "restore"   // the file as it was before an older backup took its place
)

// Backup is one whole copy of a drafts file. It is a drafts file itself and can
// be opened like any other.
type Backup struct {
	Path    string
	Source  string // full path of the file it is a copy of
	Time    time.Time
	Reason  BackupReason
	Bytes   int64
	Damaged bool // the file was already damaged when it was made
	// Elsewhere says, of a backup that was asked for by a file's path, that the
	// file was at Source then, from where it was moved or renamed since.
	Elsewhere bool
}

// backupsVariable names another folder for backups than the user's own, such
// as a second disk.
const backupsVariable = "BANTIN_BACKUPS"

// BackupFolder is where all backups are kept: what BANTIN_BACKUPS says, or
// bantin/backups among the user's data. It is never the working folder, so that
// who loses one folder does not lose both.
func BackupFolder() string {
	if folder := os.Getenv(backupsVariable); folder != "" {
		return folder
	}
	return filepath.Join(xdg.DataHome, "bantin", "backups")
}

// BackUp makes a backup of the file without stopping the work: saves wait for a
// few milliseconds at most. The copy is checked to the last hash before it
// counts. Then the backups that the rule of keeping does not need are removed
// (see tidyBackups), but none as long as the file is damaged. Troubles: those
// of CopyTo.
func (f *File) BackUp(ctx context.Context, reason BackupReason, progress func(done, total int)) (Backup, error) {
	b, err := f.backUp(ctx, reason, time.Now(), progress)
	if err != nil {
		return b, fmt.Errorf("back up %s: %w", f.path, err)
	}
	return b, nil
}

// BackUpIfChanged is BackUp for a timer: it does nothing, and says false, when
// the newest backup has everything that the file has.
func (f *File) BackUpIfChanged(ctx context.Context, progress func(done, total int)) (Backup, bool, error) {
	all, err := Backups(f.path)
	if err != nil {
		return Backup{}, false, err
	}
	if len(all) > 0 && !all[0].Damaged {
		same, err := f.sameAs(ctx, all[0].Path)
		if err == nil && same {
			return all[0], false, nil
		}
	}
	b, err := f.BackUp(ctx, BackupTimer, progress)
	return b, err == nil, err
}

func (f *File) backUp(ctx context.Context, reason BackupReason, now time.Time, progress func(done, total int)) (Backup, error) {
	file, err := f.identify(ctx)
	if err != nil && !f.ReadOnly() {
		file = "" // such as on a full disk: the path will do
	}
	b, folder, err := newBackup(f.path, file, reason, now)
	if err != nil {
		return b, err
	}
	whole := b.Path
	b.Path = temporaryName(whole)
	damage, err := f.copyTo(ctx, b.Path, progress)
	if err != nil {
		return b, err
	}
	b.Damaged = len(damage) > 0
	if err := b.finish(folder); err != nil {
		return b, explain(ctx, whole, err)
	}
	if !b.Damaged {
		tidyBackups(b.Source, file, now)
	}
	return b, nil
}

// newBackup prepares the folder for a backup of a file, which calls itself
// file, and names it.
func newBackup(path, file string, reason BackupReason, now time.Time) (Backup, string, error) {
	source, err := sourceOf(path)
	if err != nil {
		return Backup{}, "", err
	}
	folder, err := folderForBackups(source, file)
	if err != nil {
		return Backup{}, "", err
	}
	made, err := folder.backups()
	if err != nil {
		return Backup{}, "", err
	}
	b := Backup{Source: source, Time: now.Truncate(time.Second), Reason: reason}
	for slices.ContainsFunc(made, func(m Backup) bool { return m.Time.Equal(b.Time) }) {
		b.Time = b.Time.Add(time.Second) // several in one second
	}
	b.Path = filepath.Join(folder.path, b.name())
	return b, folder.path, nil
}

// finish gives a checked copy the name that says when it was made and how it
// came out.
func (b *Backup) finish(folder string) error {
	final := filepath.Join(folder, b.name())
	err := giveName(b.Path, final)
	for bulletin.TroubleKey(err) == "file_exists" { // another program made one in the same second
		b.Time = b.Time.Add(time.Second)
		final = filepath.Join(folder, b.name())
		err = giveName(b.Path, final)
	}
	if err != nil {
		return err
	}
	b.Path = final
	info, err := os.Stat(final)
	if err != nil {
		return err
	}
	b.Bytes = info.Size()
	return nil
}

// sameAs reports whether another drafts file has all that this one has, going
// by the newest rows: rows are only ever added.
func (f *File) sameAs(ctx context.Context, path string) (bool, error) {
	other, err := OpenReadOnly(ctx, path)
	if err != nil {
		return false, err
	}
	defer other.Close()
	var newest [2]string
	for i, file := range []*File{f, other} {
		err := file.reading(ctx, func(q querier) error {
			return q.QueryRowContext(ctx, `SELECT
				coalesce((SELECT number || ' ' || id FROM revisions ORDER BY number DESC LIMIT 1), '') || ' ' ||
				coalesce((SELECT number || ' ' || sha256 FROM photos ORDER BY number DESC LIMIT 1), '') || ' ' ||
				coalesce((SELECT group_concat(name || ' ' || sha256, ' ') FROM (SELECT * FROM settings WHERE name NOT IN (?, ?, ?) ORDER BY name)), '')`, searchSumSetting, fileSetting, writerSetting).
				Scan(&newest[i])
		})
		if err != nil {
			return false, err
		}
	}
	return newest[0] == newest[1], nil
}

// backUpOld keeps a copy of a file as it is before it is migrated: among its
// backups or, where that cannot be, beside it. Its structure is checked; its
// rows are those of an older version of the program.
func backUpOld(ctx context.Context, path string, w *File, version int) error {
	b, _, err := newBackup(path, identityOf(ctx, w.write), BackupMigration, time.Now())
	if err == nil {
		err = copyOld(ctx, w, b.Path)
	}
	if err == nil {
		return nil
	}
	beside := fmt.Sprintf("%s.v%d.bak", path, version)
	for n := 2; exists(beside); n++ {
		beside = fmt.Sprintf("%s.v%d-%d.bak", path, version, n)
	}
	if err := copyOld(ctx, w, beside); err != nil {
		return fmt.Errorf("back up to %s: %w", beside, err)
	}
	return nil
}

func copyOld(ctx context.Context, w *File, to string) error {
	temp := temporaryName(to)
	defer os.Remove(temp)
	if err := claim(temp); err != nil {
		return err
	}
	if err := copyAtOnce(ctx, w.write, temp); err != nil {
		return err
	}
	if err := syncFile(temp); err != nil {
		return err
	}
	db, err := connect(temp, toReadOnly)
	if err != nil {
		return err
	}
	_, err = quickCheck(ctx, temp, db)
	db.Close()
	if err != nil {
		return err
	}
	return giveName(temp, to)
}

// missingBackup is the trouble of a backup that is not there.
func missingBackup(name string) error {
	return bulletin.NewTrouble("backup_missing", bulletin.Args{"backup": name}, nil)
}
