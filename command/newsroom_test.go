package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/command"
)

func TestNewsroomCommand(t *testing.T) {
	folder := t.TempDir()
	mine, other := library(t), filepath.Join(t.TempDir(), "b.bantin")
	mustRun(t, "new", other)
	if out := mustRun(t, "newsroom", mine, folder, "--once", "--name", "Lan"); !strings.Contains(out, "Lan.bantin") {
		t.Error(out)
	}
	type answer struct {
		Published string
		Received  []struct {
			From        string
			NewArticles int `json:"new_articles"`
		}
		Skipped []struct{ What, Why string }
	}
	got := fromJSON[answer](t, mustRun(t, "newsroom", other, folder, "--once", "--name", "Minh", "--json"))
	if len(got.Received) != 1 || got.Received[0].From != "Lan" || got.Received[0].NewArticles != 3 {
		t.Errorf("%+v", got)
	}
	if out := mustRun(t, "newsroom", mine, folder, "--once", "--name", "Lan"); !strings.Contains(out, "Nothing new") {
		t.Error(out)
	}
	// The name is remembered.
	mustRun(t, "newsroom", mine, folder, "--once")
	if _, err := os.Stat(filepath.Join(folder, "Lan.bantin")); err != nil {
		t.Error("the PC's file was renamed:", err)
	}
	if err := os.WriteFile(filepath.Join(folder, "Hỏng.bantin"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if r := run(t, "newsroom", mine, folder, "--once"); r.code != command.TroubleFound || strings.Count(r.err, "Hỏng.bantin") != 1 {
		t.Errorf("%+v", r)
	}
	third := filepath.Join(t.TempDir(), "c.bantin")
	mustRun(t, "new", third)
	if r := run(t, "newsroom", third, folder, "--once"); !strings.Contains(r.out, ": 3 new articles, ") || strings.Contains(r.out, " 0 ") {
		t.Errorf("%+v", r)
	}
	if r := run(t, "newsroom", mine, filepath.Join(folder, "không có"), "--once"); r.code != command.NotDone || !strings.Contains(r.err, "không có") {
		t.Errorf("%+v", r)
	}
}

func TestPublishCommand(t *testing.T) {
	mine, other := library(t), filepath.Join(t.TempDir(), "b.bantin")
	stick := filepath.Join(t.TempDir(), "bài chung.bantin")
	mustRun(t, "new", other)
	if out := mustRun(t, "publish", mine, stick); !strings.Contains(out, stick) {
		t.Error(out)
	}
	type answer struct {
		File        string
		NewArticles int `json:"new_articles"`
	}
	if got := fromJSON[answer](t, mustRun(t, "publish", other, stick, "--json")); got.File != stick || got.NewArticles != 3 {
		t.Errorf("%+v", got)
	}
	if got := headlinesOf(hits(t, "list", other)); got != headlinesOf(hits(t, "list", mine)) {
		t.Error(got)
	}
	if got := run(t, "publish", library(t), stick); strings.Contains(got.out, "{") || !strings.Contains(got.out, "Received 3 new articles") {
		t.Errorf("it is not said what came: %q", got.out)
	}
	folder := t.TempDir()
	if out := mustRun(t, "publish", mine, folder); !strings.Contains(out, filepath.Join(folder, filepath.Base(mine))) {
		t.Errorf("not put into the folder: %q", out)
	}
}

// TestARestoredFileKeepsItsNameInTheNewsroom: restored by a command, too, it does
// not come into the folder as a second PC.
func TestARestoredFileKeepsItsNameInTheNewsroom(t *testing.T) {
	t.Setenv("BANTIN_BACKUPS", t.TempDir())
	folder, file := t.TempDir(), library(t)
	mustRun(t, "newsroom", file, folder, "--once", "--name", "Lan")
	mustRun(t, "backup", file)
	id := fromJSON[[]struct{ ID string }](t, mustRun(t, "list", file, "--json"))[0].ID
	if r := runWith(t, `{"headline": "Viết sau bản sao lưu"}`, "edit", file, id); r.code != command.Done {
		t.Fatalf("%+v", r)
	}
	mustRun(t, "newsroom", file, folder, "--once")
	mustRun(t, "backup", "restore", file, "1")
	mustRun(t, "newsroom", file, folder, "--once", "--name", "Lan")
	files, err := filepath.Glob(filepath.Join(folder, "*.bantin"))
	if err != nil || len(files) != 1 || filepath.Base(files[0]) != "Lan.bantin" {
		t.Errorf("%v, %v are in the folder", files, err)
	}
}
