package newsroom_test

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"bantin/bulletin"
	"bantin/newsroom"
	"bantin/storage"
)

// writeInto saves an article straight in a file of the folder, as a colleague
// in a hurry does.
func writeInto(t testing.TB, path, headline string) {
	t.Helper()
	f, err := storage.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	(&pc{t: t, file: f}).write(headline)
}

// office is two PCs that have exchanged everything.
func office(t *testing.T) (folder string, lan, minh *pc) {
	folder = t.TempDir()
	lan, minh = newPC(t, folder, "Lan"), newPC(t, folder, "Minh")
	lan.write("a")
	minh.write("b")
	for range 2 {
		lan.exchange()
		minh.exchange()
	}
	return folder, lan, minh
}

// TestWordsInAPublishedFile: what somebody saves straight in a PC's file in the
// folder is received by that PC, too, before it is overwritten.
func TestWordsInAPublishedFile(t *testing.T) {
	folder, lan, minh := office(t)
	writeInto(t, filepath.Join(folder, "Minh.bantin"), "c")
	if e := minh.exchange(); len(e.Received) != 1 || e.Received[0].File != "Minh.bantin" || minh.has() != "a b c" {
		t.Errorf("%+v; has %s", e, minh.has())
	}
	minh.write("d")
	minh.exchange()
	if lan.exchange(); lan.has() != "a b c d" {
		t.Errorf("Lan has %s", lan.has())
	}
	for _, p := range []*pc{lan, minh} {
		p.exchange()
		if e := p.exchange(); e.Published != "" || len(e.Received)+len(e.Skipped) > 0 {
			t.Errorf("not quiet: %+v", e)
		}
	}
	if got := files(t, folder); got != "Lan.bantin, Minh.bantin" {
		t.Error(got)
	}
}

// TestWordsThatLeaveTimeAndSize: a clock of two seconds and free pages hide a
// save from who looks at time and size only.
func TestWordsThatLeaveTimeAndSize(t *testing.T) {
	folder, _, minh := office(t)
	path := filepath.Join(folder, "Minh.bantin")
	harm(t, path, `CREATE TABLE once (b BLOB)`, `INSERT INTO once VALUES (zeroblob(1000000))`, `DROP TABLE once`)
	minh.exchange()
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	writeInto(t, path, "c")
	if err := os.Chtimes(path, before.ModTime(), before.ModTime()); err != nil {
		t.Fatal(err)
	}
	if after, err := os.Stat(path); err != nil || after.Size() != before.Size() {
		t.Fatalf("%v; %d bytes, before %d", err, after.Size(), before.Size())
	}
	minh.exchange()
	if minh.has() != "a b c" {
		t.Errorf("has %s", minh.has())
	}
}

// TestWordsInAFileOfAFormerName: a PC that is renamed takes with it what was
// written into its file.
func TestWordsInAFileOfAFormerName(t *testing.T) {
	folder, lan, minh := office(t)
	writeInto(t, filepath.Join(folder, "Minh.bantin"), "c")
	minh.room = join(t, minh.file, folder, "Minh mới")
	minh.exchange()
	if got := files(t, folder); minh.has() != "a b c" || got != "Lan.bantin, Minh mới.bantin" {
		t.Errorf("has %s; in the folder: %s", minh.has(), got)
	}
	if lan.exchange(); lan.has() != "a b c" {
		t.Errorf("Lan has %s", lan.has())
	}
}

// TestWordsWhilePublishing: what is saved in the file between receiving it and
// replacing it is received first.
func TestWordsWhilePublishing(t *testing.T) {
	for _, renamed := range []bool{false, true} {
		folder, _, minh := office(t)
		minh.write("d")
		if renamed {
			minh.room = join(t, minh.file, folder, "Minh mới")
		}
		written := false
		e, err := minh.room.Exchange(ctx, func(int, int) {
			if !written { // nothing is to be received: it is publishing
				written = true
				writeInto(t, filepath.Join(folder, "Minh.bantin"), "c")
			}
		})
		if err != nil || !written {
			t.Fatal(err, written)
		}
		minh.exchange()
		if minh.has() != "a b c d" || len(e.Skipped) > 0 {
			t.Errorf("renamed %v: has %s; %+v", renamed, minh.has(), e)
		}
		want := "Lan.bantin, Minh.bantin"
		if renamed {
			want = "Lan.bantin, Minh mới.bantin"
		}
		if got := files(t, folder); got != want {
			t.Error(got)
		}
		thu := newPC(t, folder, "Thu")
		if thu.exchange(); thu.has() != "a b c d" {
			t.Errorf("renamed %v: Thu has %s", renamed, thu.has())
		}
	}
}

// TestWordsWithoutEnd: somebody saves again and again; nothing is replaced, and
// it is told.
func TestWordsWithoutEnd(t *testing.T) {
	folder, _, minh := office(t)
	minh.write("d")
	letter := 'e'
	done := 0
	e, err := minh.room.Exchange(ctx, func(now, _ int) {
		if now == 0 || done > 100 {
			return
		}
		done++
		writeInto(t, filepath.Join(folder, "Minh.bantin"), string(letter))
	})
	if err != nil || len(e.Skipped) != 1 || bulletin.TroubleKey(e.Skipped[0].Why) != "newsroom_busy" || e.Published != "" {
		t.Fatalf("%+v %v", e, err)
	}
	minh.exchange()
	if got := strings.Count(minh.has(), "e"); got != done || done == 0 {
		t.Errorf("%d of %d articles came", got, done)
	}
}

// TestWordsInHalfAFile: the file with somebody's words is torn then; what is
// whole of it is taken before it is replaced.
func TestWordsInHalfAFile(t *testing.T) {
	folder, lan, minh := office(t)
	path := filepath.Join(folder, "Minh.bantin")
	writeInto(t, path, "c")
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copy(b, bytes.Repeat([]byte{0}, 4096)) // header and schema are gone
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	if e := minh.exchange(); minh.has() != "a b c" || e.Published != "Minh.bantin" {
		t.Errorf("has %s; %+v", minh.has(), e)
	}
	if lan.exchange(); lan.has() != "a b c" {
		t.Errorf("Lan has %s", lan.has())
	}
}

// TestWordsOfANewerVersion: a file that only a newer version of the program can
// read is left as it is.
func TestWordsOfANewerVersion(t *testing.T) {
	folder, lan, minh := office(t)
	path := filepath.Join(folder, "Minh.bantin")
	writeInto(t, path, "c")
	harm(t, path, `PRAGMA user_version = 100000`)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	minh.write("d")
	for range 2 {
		if e := minh.exchange(); len(e.Skipped) != 1 {
			t.Errorf("%+v", e)
		}
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Error("it was replaced", err)
	}
	if lan.exchange(); lan.has() != "a b d" || files(t, folder) != "Lan.bantin, Minh 2.bantin, Minh.bantin" {
		t.Errorf("Lan has %s; in the folder: %s", lan.has(), files(t, folder))
	}
	// With the newer version it can be read, and all is as it was.
	harm(t, path, `PRAGMA user_version = `+versionOf(t, lan.file.Path()))
	for range 2 {
		minh.exchange()
	}
	if minh.has() != "a b c d" || files(t, folder) != "Lan.bantin, Minh.bantin" {
		t.Errorf("has %s; in the folder: %s", minh.has(), files(t, folder))
	}
}

func versionOf(t *testing.T, path string) (version string) {
	t.Helper()
	tx := begin(t, path, "")
	defer tx.Rollback()
	if err := tx.QueryRow(`PRAGMA user_version`).Scan(&version); err != nil {
		t.Fatal(err)
	}
	return version
}

// TestWordsThatCannotBeReceived: a file with a version that this PC refuses is
// not replaced.
func TestWordsThatCannotBeReceived(t *testing.T) {
	folder, lan, minh := office(t)
	path := filepath.Join(folder, "Minh.bantin")
	addInadmissible(t, path)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	minh.write("d")
	if e := minh.exchange(); e.Published != "Minh 2.bantin" || len(e.Received) == 0 {
		t.Errorf("%+v", e)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Error("the only one that has it was replaced", err)
	}
	if e := minh.exchange(); e.Published != "" {
		t.Errorf("not quiet: %+v", e)
	}
	if lan.exchange(); lan.has() != "a b d" {
		t.Errorf("Lan has %s", lan.has())
	}
}

// TestWhileAColleagueWrites: a published file that somebody is saving to is not
// replaced under his hands.
func TestWhileAColleagueWrites(t *testing.T) {
	folder, _, minh := office(t)
	path := filepath.Join(folder, "Minh.bantin")
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	tx := begin(t, path, "_txlock=immediate")
	minh.write("d")
	if e := minh.exchange(); e.Published == "" || e.Published == "Minh.bantin" {
		t.Errorf("%+v", e)
	}
	if after, err := os.Stat(path); err != nil || !os.SameFile(before, after) {
		t.Error("it was replaced", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		minh.exchange()
	}
	if got := files(t, folder); got != "Lan.bantin, Minh.bantin" {
		t.Error(got)
	}
}

// TestNamesThatWindowsCannotTellApart: no file is put beside one whose name
// differs in capitals or in how its accents are written only.
func TestNamesThatWindowsCannotTellApart(t *testing.T) {
	folder := t.TempDir()
	first, second := newPC(t, folder, "Máy chị Hà"), newPC(t, folder, "máy chị hà")
	first.write("a")
	second.write("b")
	for range 2 {
		first.exchange()
		second.exchange()
	}
	if got := files(t, folder); got != "Máy chị Hà.bantin, máy chị hà 2.bantin" {
		t.Error(got)
	}
	// Not even beside something that is no drafts file, or was named on a Mac.
	decomposed := norm.NFD.String("Tổ ảnh.bantin")
	if err := os.WriteFile(filepath.Join(folder, decomposed), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	third := newPC(t, folder, "TỔ ẢNH")
	third.write("c")
	if e := third.exchange(); e.Published != "TỔ ẢNH 2.bantin" {
		t.Errorf("%+v", e)
	}
}

// TestAPCInOtherCapitals: a PC that is called the same in other capitals has one
// file all the same.
func TestAPCInOtherCapitals(t *testing.T) {
	folder := t.TempDir()
	first := newPC(t, folder, "máy chị hà")
	first.write("a")
	first.exchange()
	first.room = join(t, first.file, folder, "Máy chị Hà")
	for range 2 {
		first.exchange()
	}
	first.write("b")
	first.exchange()
	got := files(t, folder)
	if runtime.GOOS == "linux" && got != "Máy chị Hà.bantin" || strings.Contains(got, ",") {
		t.Error(got)
	}
}

// TestKnownName: the name that was chosen for a folder is remembered in the
// working file.
func TestKnownName(t *testing.T) {
	folder, other := t.TempDir(), t.TempDir()
	lan := newPC(t, folder, "Máy Lan")
	if name, err := newsroom.NameIn(ctx, lan.file, folder); name != "" || err != nil {
		t.Errorf("%q %v", name, err)
	}
	for where, name := range map[string]string{folder: "Máy Lan", other: "Máy ở nhà"} {
		if err := join(t, lan.file, where, name).KeepName(ctx); err != nil {
			t.Fatal(err)
		}
	}
	lan.write("a")
	lan.exchange()
	for where, want := range map[string]string{folder: "Máy Lan", other: "Máy ở nhà"} {
		if name, err := newsroom.NameIn(ctx, lan.file, where); name != want || err != nil {
			t.Errorf("%q %v, want %q", name, err, want)
		}
	}
}
