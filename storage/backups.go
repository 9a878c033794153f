package storage

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// The rule of keeping backups: the newest ones whatever their age; of older
// ones the last of each hour, for a day; the last of each day, for two weeks;
// the last of each week, for half a year. More than backupCount of one file, or
// more than backupBytes together, are not kept: then the oldest go first, but
// never the newest two. The newest one before a migration stays, and a damaged
// one as long as there is none that is newer and whole.
const (
	newestBackups = 5
	backupCount   = 40
	backupBytes   = 2 << 30
)

const (
	backupTime   = "2006-01-02_15-04-05" // local, as people read it
	backupSuffix = ".bantin"
	damagedMark  = "damaged"
)

// name is a backup's file name: time, reason, and whether it is damaged.
func (b *Backup) name() string {
	parts := []string{b.Time.Local().Format(backupTime)}
	if b.Reason != BackupTimer {
		parts = append(parts, string(b.Reason))
	}
	if b.Damaged {
		parts = append(parts, damagedMark)
	}
	return strings.Join(parts, ".") + backupSuffix
}

// readName reads what a file name says of a backup; false for any other file.
func readName(name string) (b Backup, ok bool) {
	parts := strings.Split(strings.TrimSuffix(name, backupSuffix), ".")
	at, err := time.ParseInLocation(backupTime, parts[0], time.Local)
	if err != nil || !strings.HasSuffix(name, backupSuffix) {
		return b, false
	}
	b.Time, b.Reason = at, BackupTimer
	for _, part := range parts[1:] {
		switch {
		case part == damagedMark:
			b.Damaged = true
		case slices.Contains([]BackupReason{BackupAsked, BackupMigration, BackupRestore}, BackupReason(part)):
			b.Reason = BackupReason(part)
		default:
			return b, false
		}
	}
	return b, true
}

// Backups lists the backups of one drafts file, newest first. The file itself
// need not be there any more, and may have been moved or renamed since: it is
// known by what it calls itself, too. Those of a copy of it that is still in
// another place are that copy's.
func Backups(path string) ([]Backup, error) {
	source, err := sourceOf(path)
	if err != nil {
		return nil, err
	}
	folders, err := backupFolders()
	if err != nil {
		return nil, err
	}
	all, err := backupsIn(foldersOf(folders, source, identityAt(context.Background(), source)))
	for i := range all {
		all[i].Elsewhere = !isSamePath(all[i].Source, source)
	}
	return all, err
}

// AllBackups lists the backups of every drafts file, newest first: for who has
// lost the file.
func AllBackups() ([]Backup, error) {
	folders, err := backupFolders()
	if err != nil {
		return nil, err
	}
	return backupsIn(folders)
}

func backupsIn(folders []backupFolder) (all []Backup, err error) {
	for _, folder := range folders {
		some, err := folder.backups()
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	slices.SortStableFunc(all, newestFirst)
	return all, nil
}

func newestFirst(a, b Backup) int {
	return cmp.Or(b.Time.Compare(a.Time), cmp.Compare(b.Path, a.Path))
}

// FindBackup finds a backup of a file by what a person calls it: its number in
// the list, 1 being the newest; the beginning of its time or file name; or the
// path of any drafts file. Trouble backup_missing.
func FindBackup(path, name string) (Backup, error) {
	all, err := Backups(path)
	if err != nil {
		return Backup{}, err
	}
	if n, err := strconv.Atoi(name); err == nil && len(name) < len("2006") {
		if n >= 1 && n <= len(all) {
			return all[n-1], nil
		}
		return Backup{}, missingBackup(name)
	}
	for _, b := range all {
		if name != "" && strings.HasPrefix(filepath.Base(b.Path), strings.ReplaceAll(strings.ReplaceAll(name, " ", "_"), ":", "-")) {
			return b, nil
		}
	}
	if info, err := os.Stat(name); err == nil && !info.IsDir() { // opening it tells what is no file
		return Backup{Path: name, Time: info.ModTime(), Bytes: info.Size()}, nil
	}
	return Backup{}, missingBackup(name)
}

// tidyBackups removes the backups of a file that the rule of keeping does not
// need. What cannot be removed stays for another time.
func tidyBackups(source, file string, now time.Time) {
	folders, err := backupFolders()
	if err != nil {
		return
	}
	all, err := backupsIn(slices.DeleteFunc(folders, func(b backupFolder) bool { return !b.isFor(source, file) }))
	if err != nil {
		return
	}
	for _, b := range superfluous(all, now) {
		os.Remove(b.Path)
	}
}

// superfluous applies the rule of keeping to backups, newest first.
func superfluous(all []Backup, now time.Time) (remove []Backup) {
	spans := map[string]bool{}
	var kept, bytes int64
	migrated, whole := false, 0
	for _, b := range all {
		span := spanOfBackup(b.Time, now)
		wanted := int(kept) < newestBackups || span != "" && !spans[span]
		switch {
		case b.Damaged:
			wanted = whole == 0
		case b.Reason == BackupMigration && !migrated:
			wanted, migrated = true, true
		case whole >= 2 && (kept >= backupCount || bytes+b.Bytes > backupBytes):
			wanted = false
		}
		if !wanted {
			remove = append(remove, b)
			continue
		}
		kept, bytes = kept+1, bytes+b.Bytes
		if !b.Damaged {
			spans[span] = true
			whole++
		}
	}
	return remove
}

// spanOfBackup names the hour, day or week that a backup stands for, "" for
// one that is too old.
func spanOfBackup(at, now time.Time) string {
	at = at.Local()
	switch age := now.Sub(at); {
	case age < 24*time.Hour:
		return at.Format("2006-01-02 15")
	case age < 14*24*time.Hour:
		return at.Format("2006-01-02")
	case age < 26*7*24*time.Hour:
		year, week := at.ISOWeek()
		return fmt.Sprint(year, " week ", week)
	}
	return ""
}
