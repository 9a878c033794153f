package command_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/command"
)

// drafts makes a drafts file with one article, and keeps its backups in a
// folder of the test's own.
func drafts(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	t.Setenv("BANTIN_BACKUPS", filepath.Join(folder, "backups"))
	file, text := filepath.Join(folder, "tháng 11.bantin"), filepath.Join(folder, "bài.txt")
	if err := os.WriteFile(text, []byte("Mùa tôm ở Đầm Hà\n\nSáng nay, bà con ra đầm."), 0o600); err != nil {
		t.Fatal(err)
	}
	mustRun(t, "new", file)
	mustRun(t, "import", file, text)
	return file
}

func TestBackupListRestore(t *testing.T) {
	file := drafts(t)
	if said := mustRun(t, "backup", "list", file); !strings.Contains(said, "no backup") {
		t.Errorf("%s", said)
	}
	mustRun(t, "backup", file)
	var listed []struct {
		Path, Source, Reason string
		Bytes                int64
	}
	if err := json.Unmarshal([]byte(mustRun(t, "backup", "list", "--json")), &listed); err != nil {
		t.Fatal(err)
	}
	if len(listed) != 1 || listed[0].Reason != "asked" || listed[0].Bytes == 0 || filepath.Base(listed[0].Source) != filepath.Base(file) {
		t.Fatalf("%+v", listed)
	}
	if said := mustRun(t, "backup", "list", file); !strings.Contains(said, "asked for") {
		t.Errorf("%s", said)
	}

	out := filepath.Join(filepath.Dir(file), "khác.bantin")
	mustRun(t, "backup", "restore", file, "1", "-o", out)
	if said := mustRun(t, "list", out); !strings.Contains(said, "Mùa tôm") {
		t.Errorf("%s", said)
	}
	if err := os.WriteFile(file, []byte("hỏng"), 0o600); err != nil {
		t.Fatal(err)
	}
	said := mustRun(t, "backup", "restore", file, "1")
	if !strings.Contains(said, "still there") || !strings.Contains(mustRun(t, "list", file), "Mùa tôm") {
		t.Errorf("%s", said)
	}
	if r := run(t, "backup", "restore", file, "7"); r.code != command.NotDone || !strings.Contains(r.err, "“7”") {
		t.Errorf("%+v", r)
	}
}

func TestRebuild(t *testing.T) {
	file := drafts(t)
	mustRun(t, "rebuild", file)
	if said := mustRun(t, "check", file); !strings.Contains(said, "tháng 11") {
		t.Errorf("%s", said)
	}
	if said := mustRun(t, "search", file, "mua tom"); !strings.Contains(said, "Đầm Hà") {
		t.Errorf("%s", said)
	}
}

func TestSalvage(t *testing.T) {
	file := drafts(t)
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	clear(raw[:4096]) // header and schema
	if err := os.WriteFile(file, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	if r := run(t, "check", file); r.code == command.Done {
		t.Errorf("%+v", r)
	}
	out := filepath.Join(filepath.Dir(file), "cứu.bantin")
	if said := mustRun(t, "salvage", file, out); !strings.Contains(said, "1 article,") || !strings.Contains(said, "Nothing is lost") {
		t.Errorf("%s", said)
	}
	if said := mustRun(t, "list", out); !strings.Contains(said, "Mùa tôm") {
		t.Errorf("%s", said)
	}
	if r := run(t, "salvage", file, out); r.code != command.NotDone {
		t.Errorf("%+v", r)
	}
}

// TestBackupsOfAMovedFile: a file that was renamed finds its backups, is told
// where it was then, and how large they are as people of that language write it.
func TestBackupsOfAMovedFile(t *testing.T) {
	file := drafts(t)
	mustRun(t, "backup", file)
	renamed := filepath.Join(filepath.Dir(file), "tháng 12.bantin")
	if err := os.Rename(file, renamed); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	command.Run([]string{"--lang=vi", "backup", "list", renamed}, strings.NewReader(""), &said, &said, noDesk)
	if !strings.Contains(said.String(), "hồi tệp còn ở "+file) || !strings.Contains(said.String(), "0,1 MB") {
		t.Error(said.String())
	}
	mustRun(t, "backup", "restore", renamed, "1")
	if said := mustRun(t, "list", renamed); !strings.Contains(said, "Mùa tôm") {
		t.Errorf("%s", said)
	}
}

// TestTornListsAreTold: who changes a file whose lists were torn hears that they
// were made anew.
func TestTornListsAreTold(t *testing.T) {
	file := drafts(t)
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	const size = 4096
	torn := 0
	for page := range len(b) / size { // those of list and search hold the headline, but no field's name
		if p := b[page*size:][:size]; bytes.Contains(p, []byte("Đầm Hà")) && !bytes.Contains(p, []byte(`"headline"`)) {
			copy(p, bytes.Repeat([]byte{0xa5}, size))
			torn++
		}
	}
	if err := os.WriteFile(file, b, 0o600); err != nil || torn == 0 {
		t.Fatal(torn, err)
	}
	id := fromJSON[[]struct{ ID string }](t, mustRun(t, "list", file, "--json"))[0].ID
	for _, told := range []bool{true, false} {
		r := runWith(t, `{"headline": "Tôm được giá"}`, "edit", file, id, "--json", "-")
		if r.code != command.Done || strings.Contains(r.err, "no word is lost") != told {
			t.Errorf("%d %s", r.code, r.err)
		}
	}
	if said := mustRun(t, "list", file); !strings.Contains(said, "Tôm được giá") {
		t.Error(said)
	}
}

// TestBackupsOfALostRenamedFile: a file that was renamed after its last backup
// and is lost is not known by its new name; the backups that there are are shown.
func TestBackupsOfALostRenamedFile(t *testing.T) {
	file := drafts(t)
	mustRun(t, "backup", file)
	renamed := filepath.Join(filepath.Dir(file), "bản tin.bantin")
	if err := os.Rename(file, renamed); err != nil {
		t.Fatal(err)
	}
	if said := mustRun(t, "backup", "list", renamed); !strings.Contains(said, file) || strings.Contains(said, "no backup") {
		t.Errorf("it is there, and not known by what it calls itself: %s", said)
	}
	if err := os.Remove(renamed); err != nil {
		t.Fatal(err)
	}
	said := mustRun(t, "backup", "list", renamed)
	if !strings.Contains(said, "no backup of "+renamed) || !strings.Contains(said, file) {
		t.Errorf("%s", said)
	}
	lines := strings.Split(strings.TrimSpace(said), "\n")
	mustRun(t, "backup", "restore", renamed, strings.TrimSpace(lines[len(lines)-1]))
	if got := hits(t, "list", renamed); len(got) != 1 {
		t.Errorf("restored: %v", got)
	}
	if said := mustRun(t, "backup", "list", renamed, "--json"); !json.Valid([]byte(said)) {
		t.Errorf("%s", said)
	}
}
