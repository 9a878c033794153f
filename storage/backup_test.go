package storage_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/storage"
)

func backups(t *testing.T, path string) []storage.Backup {
	t.Helper()
	all, err := storage.Backups(path)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestBackUpAndRestore(t *testing.T) {
	path := full(t)
	f := open(t, path)
	b, err := f.BackUp(ctx, storage.BackupAsked, nil)
	if err != nil || b.Damaged || b.Bytes == 0 || filepath.Dir(b.Path) == filepath.Dir(path) {
		t.Fatal(b, err)
	}
	id := list(t, f, storage.Query{Text: "le hoi"})[0].ID
	save(t, f, id, article("Sửa sau"), load(t, f, id).Heads...)
	f.Close()

	aside, damage, err := storage.RestoreBackup(ctx, b.Path, path, nil)
	if err != nil || len(damage) > 0 {
		t.Fatal(damage, err)
	}
	if a := load(t, open(t, path), id); a.Article.Headline != "Lễ hội làng" {
		t.Errorf("restored: %q", a.Article.Headline)
	}
	if a := load(t, open(t, aside), id); a.Article.Headline != "Sửa sau" {
		t.Errorf("set aside: %q", a.Article.Headline)
	}
}

// Two windows on one file back it up at the same moment, and a backup that was
// cut short is in nobody's way.
func TestBackUpsInOneSecond(t *testing.T) {
	path := full(t)
	cutShort, cancel := context.WithCancel(ctx)
	first := open(t, path)
	if _, err := first.BackUp(cutShort, storage.BackupAsked, func(int, int) { cancel() }); err == nil {
		t.Fatal("a cancelled backup was made")
	}
	var running sync.WaitGroup
	for _, f := range []*storage.File{first, open(t, path), open(t, path)} {
		running.Go(func() {
			for range 2 {
				if _, err := f.BackUp(ctx, storage.BackupAsked, nil); err != nil {
					t.Error(err)
				}
			}
		})
	}
	running.Wait()
	if n := len(backups(t, path)); n == 0 || n > 6 {
		t.Errorf("%d backups", n)
	}
}

func TestRestoreWhatIsLost(t *testing.T) {
	path := full(t)
	f := open(t, path)
	if _, err := f.BackUp(ctx, storage.BackupAsked, nil); err != nil {
		t.Fatal(err)
	}
	f.Close()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	b, err := storage.FindBackup(path, "1")
	if err != nil {
		t.Fatal(err)
	}
	aside, _, err := storage.RestoreBackup(ctx, b.Path, path, nil)
	if err != nil || aside != "" {
		t.Fatal(aside, err)
	}
	if damage, err := open(t, path).Check(ctx, nil); err != nil || len(damage) > 0 {
		t.Error(damage, err)
	}
	if all, err := storage.AllBackups(); err != nil || !slices.ContainsFunc(all, func(b storage.Backup) bool { return b.Source == path }) {
		t.Errorf("%v %v", all, err)
	}
}

// The journal of a file that a crash left belongs to that file and not to the
// one that takes its place.
func TestRestoreOverAHotJournal(t *testing.T) {
	path := full(t)
	f := open(t, path)
	b, err := f.BackUp(ctx, storage.BackupAsked, nil)
	if err != nil {
		t.Fatal(err)
	}
	f.Close()
	hot := filepath.Join(t.TempDir(), "hot.bantin")
	leaveHotJournal(t, path, hot)
	aside, _, err := storage.RestoreBackup(ctx, b.Path, hot, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []string{hot, aside} {
		if damage, err := open(t, p).Check(ctx, nil); err != nil || len(damage) > 0 {
			t.Errorf("%s: %v %v", p, damage, err)
		}
	}
}

func TestBackUpOnlyWhatChanged(t *testing.T) {
	f := open(t, full(t))
	for _, c := range []struct {
		change func()
		made   bool
	}{
		{func() {}, true},
		{func() {}, false},
		{func() { save(t, f, bulletin.NewID(), article("Mới")) }, true},
		{func() { addPhoto(t, f, "mới.jpg", photo(t, 7)) }, true},
		{func() {
			if err := f.SetOffice(ctx, bulletin.Office{Body: "Khác"}); err != nil {
				t.Fatal(err)
			}
		}, true},
		{func() {}, false},
	} {
		c.change()
		if _, made, err := f.BackUpIfChanged(ctx, nil); err != nil || made != c.made {
			t.Errorf("made %v, want %v, %v", made, c.made, err)
		}
	}
	if n := len(backups(t, f.Path())); n != 4 {
		t.Errorf("%d backups", n)
	}
}

// A damaged file does not drive out the backups from when it was whole.
func TestBackupsOfADamagedFile(t *testing.T) {
	path := full(t)
	f := open(t, path)
	now := time.Now()
	for n := range 12 {
		if _, err := f.BackUpAt(ctx, storage.BackupTimer, now.Add(time.Duration(n-400)*24*time.Hour)); err != nil {
			t.Fatal(err)
		}
	}
	before := len(backups(t, path))
	f.Close()
	sqlite(t, path, "UPDATE revisions SET document = replace(document, 'Đông vui', 'Đông vuj')")
	f = open(t, path)
	for range 3 {
		b, err := f.BackUp(ctx, storage.BackupTimer, nil)
		if err != nil || !b.Damaged {
			t.Fatal(b, err)
		}
	}
	after := backups(t, path)
	if len(after) != before+3 || !after[0].Damaged {
		t.Errorf("%d backups before, %d after", before, len(after))
	}
}

// Whatever the times and sizes of backups: the newest two stay, count and size
// are bounded, and of a long time some of each part is left.
func TestTheRuleOfKeepingBackups(t *testing.T) {
	now := time.Now()
	var all []storage.Backup
	var kept []storage.Backup
	for n := range 24 * 120 { // one an hour for 120 days, tidied each time
		at := now.Add(time.Duration(n-24*120) * time.Hour)
		all = slices.Insert(kept, 0, storage.Backup{Path: fmt.Sprint(n), Time: at, Reason: storage.BackupTimer, Bytes: 1 << 20})
		kept = without(all, storage.Superfluous(all, at))
		if kept[0].Path != fmt.Sprint(n) || n > 0 && kept[1].Path != fmt.Sprint(n-1) {
			t.Fatal("a newest backup was removed")
		}
	}
	ages := map[string]int{}
	for _, b := range kept {
		switch age := now.Sub(b.Time); {
		case age < 24*time.Hour:
			ages["day"]++
		case age < 14*24*time.Hour:
			ages["fortnight"]++
		default:
			ages["older"]++
		}
	}
	if len(kept) > 40 || ages["day"] < 20 || ages["fortnight"] < 10 {
		t.Errorf("kept %d: %v", len(kept), ages)
	}
	for i := range kept {
		kept[i].Bytes = 1 << 30
	}
	if kept = without(kept, storage.Superfluous(kept, now)); len(kept) != 2 {
		t.Errorf("of gigabytes %d were kept", len(kept))
	}
}

func without(all, removed []storage.Backup) []storage.Backup {
	return slices.DeleteFunc(slices.Clone(all), func(b storage.Backup) bool {
		return slices.ContainsFunc(removed, func(r storage.Backup) bool { return r.Path == b.Path })
	})
}

func TestFindBackup(t *testing.T) {
	f := open(t, full(t))
	b, err := f.BackUp(ctx, storage.BackupAsked, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"1", filepath.Base(b.Path), b.Time.Format("2006-01-02 15:04"), b.Path} {
		if found, err := storage.FindBackup(f.Path(), name); err != nil || found.Path != b.Path {
			t.Errorf("%q: %+v %v", name, found, err)
		}
	}
	for _, name := range []string{"", "0", "2", "1999", "không có"} {
		_, err := storage.FindBackup(f.Path(), name)
		wantTrouble(t, err, "backup_missing")
	}
}

func TestRestoreRefuses(t *testing.T) {
	path := full(t)
	before := bytesOf(t, path)
	torn := filepath.Join(t.TempDir(), "torn.bantin")
	if err := os.WriteFile(torn, []byte(before[:9000]), 0o600); err != nil {
		t.Fatal(err)
	}
	_, _, err := storage.RestoreBackup(ctx, torn, path, nil)
	wantTrouble(t, err, "file_torn")
	_, _, err = storage.RestoreBackup(ctx, path, filepath.Dir(path), nil)
	wantTrouble(t, err, "file_is_folder")
	if bytesOf(t, path) != before || len(beside(t, path)) != 1 {
		t.Errorf("the file was touched, or something is left: %v", beside(t, path))
	}
	t.Setenv("BANTIN_BACKUPS", torn)
	f := open(t, path)
	_, err = f.BackUp(ctx, storage.BackupAsked, nil)
	wantTrouble(t, err, "backup_folder")
}

// moved gives a file another name, in another folder.
func moved(t *testing.T, path string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), "tên mới.bantin")
	if err := os.Rename(path, to); err != nil {
		t.Fatal(err)
	}
	return to
}

func backUp(t *testing.T, path string) storage.Backup {
	t.Helper()
	f := open(t, path)
	defer f.Close()
	b, err := f.BackUp(ctx, storage.BackupAsked, nil)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestBackupsFollowTheFile: a file that was moved and renamed has its backups
// still, those that are made from then on stand with them, and one of them
// brings the file back.
func TestBackupsFollowTheFile(t *testing.T) {
	path := full(t)
	first := backUp(t, path)
	to := moved(t, path)
	if all := backups(t, to); len(all) != 1 || all[0].Path != first.Path || all[0].Source != path || !all[0].Elsewhere {
		t.Fatalf("after it was moved: %+v", all)
	}
	second := backUp(t, to)
	if all := backups(t, to); len(all) != 2 || all[0].Path != second.Path || all[1].Source != to || all[1].Elsewhere || filepath.Dir(first.Path) != filepath.Dir(second.Path) {
		t.Errorf("after another one: %+v", all)
	}
	if all := backups(t, path); len(all) != 0 {
		t.Errorf("there is no such file any more: %+v", all)
	}
	if err := os.Remove(to); err != nil {
		t.Fatal(err)
	}
	if _, damage, err := storage.RestoreBackup(ctx, first.Path, to, nil); err != nil || len(damage) > 0 {
		t.Fatal(damage, err)
	}
	if all := backups(t, moved(t, to)); len(all) != 2 {
		t.Errorf("after it was restored and moved again: %+v", all)
	}
}

// TestBackupsOfACopy: a copy of a file calls itself what the file does; each has
// the backups of its own place, and none tidies up those of the other.
func TestBackupsOfACopy(t *testing.T) {
	path := full(t)
	mine := backUp(t, path)
	other := filepath.Join(t.TempDir(), filepath.Base(path))
	if err := os.WriteFile(other, []byte(bytesOf(t, path)), 0o600); err != nil {
		t.Fatal(err)
	}
	if all := backups(t, other); len(all) != 0 {
		t.Errorf("the copy has the backups of the file: %+v", all)
	}
	f := open(t, other)
	for n := range 12 {
		if _, err := f.BackUpAt(ctx, storage.BackupTimer, time.Now().Add(time.Duration(n)*time.Minute)); err != nil {
			t.Fatal(err)
		}
	}
	f.Close()
	if all := backups(t, path); len(all) != 1 || all[0].Path != mine.Path {
		t.Errorf("the file has %+v", all)
	}
	of := len(backups(t, other))
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if all := backups(t, other); len(all) != of+1 { // whose else, now
		t.Errorf("%d of the copy, and after the file is gone %d", of, len(all))
	}
	if all := backups(t, path); len(all) != 1 || all[0].Path != mine.Path {
		t.Errorf("the lost file has %+v", all)
	}
}

// A disk that is not connected has taken its file along: backups of the file on
// it are not those of a copy, to be tidied up with them.
func TestBackupsOfAnAbsentDisk(t *testing.T) {
	disk := filepath.Join(t.TempDir(), "USB")
	if err := os.Mkdir(disk, 0o700); err != nil {
		t.Fatal(err)
	}
	there, path := filepath.Join(disk, "a.bantin"), full(t)
	if err := os.WriteFile(there, []byte(bytesOf(t, path)), 0o600); err != nil {
		t.Fatal(err)
	}
	b := backUp(t, there)
	if err := os.Rename(disk, disk+" away"); err != nil {
		t.Fatal(err)
	}
	if backUp(t, path); len(backups(t, path)) != 2 {
		t.Errorf("%+v", backups(t, path))
	}
	if err := os.Rename(disk+" away", disk); err != nil {
		t.Fatal(err)
	}
	if all := backups(t, there); len(all) != 1 || all[0].Path != b.Path {
		t.Errorf("connected again: %+v", all)
	}
}

// TestBackupsByPathAlone: those that older versions of the program made, of
// files that did not call themselves anything, are found, used on, and follow
// the file from then on.
func TestBackupsByPathAlone(t *testing.T) {
	path := full(t)
	forget := func(path string) { sqlite(t, path, `DELETE FROM settings WHERE name = 'file'`) }
	forget(path)
	r, err := storage.OpenReadOnly(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	old, err := r.BackUp(ctx, storage.BackupAsked, nil) // a file that cannot be written to has none, too
	r.Close()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(filepath.Dir(old.Path), "source.txt"), []byte(path+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if all := backups(t, path); len(all) != 1 || all[0].Path != old.Path {
		t.Fatalf("by its path: %+v", all)
	}
	if b := backUp(t, path); filepath.Dir(b.Path) != filepath.Dir(old.Path) {
		t.Errorf("another folder: %s", b.Path)
	}
	if _, _, err := storage.RestoreBackup(ctx, old.Path, path, nil); err != nil {
		t.Fatal(err)
	}
	open(t, path).Close() // takes the name by which its backups are known
	if all := backups(t, moved(t, path)); len(all) != 2 {
		t.Errorf("moved after being restored from it: %+v", all)
	}
}
