package command_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/command"
)

// spoil changes words wherever they stand in a file, as a disk may do.
func spoil(t *testing.T, path, words, into string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(words) != len(into) || !bytes.Contains(raw, []byte(words)) {
		t.Fatalf("%q cannot become %q", words, into)
	}
	if err := os.WriteFile(path, bytes.ReplaceAll(raw, []byte(words), []byte(into)), 0o600); err != nil {
		t.Fatal(err)
	}
}

// addNews adds an article of one version.
func addNews(t *testing.T, path string) {
	t.Helper()
	input := filepath.Join(t.TempDir(), "cầu.txt")
	if err := os.WriteFile(input, []byte("Cầu mới\n\nCầu vừa khánh thành."), 0o600); err != nil {
		t.Fatal(err)
	}
	mustRun(t, "import", path, input)
}

// TestListsNameWhatTheyLack: an article that cannot be read is in no list and
// no search, and each of them says so, by its name and its exit code.
func TestListsNameWhatTheyLack(t *testing.T) {
	path := library(t)
	addNews(t, path)
	spoil(t, path, "Cầu mới", "Cầu mớj")
	for _, args := range [][]string{{"list", path}, {"list", path, "--json"}, {"search", path, "tôm"}, {"search", path, "tôm", "--json"}} {
		got := run(t, args...)
		if got.code != command.TroubleFound || !strings.Contains(got.err, "Cầu m") || !strings.Contains(got.err, "bantin salvage") {
			t.Errorf("%v: %d %s", args, got.code, got.err)
		}
		if strings.Contains(got.out, "Cầu m") || !strings.Contains(got.out, "Đầm Hà vào mùa tôm") {
			t.Errorf("%v shows %s", args, got.out)
		}
	}
	if got := run(t, "send", path, filepath.Join(t.TempDir(), "gửi.bantin")); got.code != command.TroubleFound || !strings.Contains(got.err, "Cầu m") {
		t.Errorf("send: %d %s", got.code, got.err)
	}
}

// TestAnOldVersionThatIsDamagedKeepsNobodyFromSending: the rest goes out, and
// what was left out is named.
func TestAnOldVersionThatIsDamagedKeepsNobodyFromSending(t *testing.T) {
	path, out := library(t), filepath.Join(t.TempDir(), "gửi.bantin")
	spoil(t, path, "Bài mới", "Bài mớj")
	if got := run(t, "send", path, out); got.code != command.TroubleFound || !strings.Contains(got.err, "Bài m") {
		t.Fatalf("%d %s", got.code, got.err)
	}
	for _, file := range []string{out, path} {
		onward := filepath.Join(t.TempDir(), "tiếp.bantin")
		if got := run(t, "send", file, onward); got.code == command.NotDone {
			t.Errorf("%s: %d %s", file, got.code, got.err)
		}
		if list := mustRun(t, "list", onward); strings.Count(list, "\n") != 6 {
			t.Errorf("%s", list)
		}
	}
}

// TestAnIssueThatCannotBeReadHidesNoOther: the others are listed, and it is
// named; a bulletin with a story that cannot be read is not made without it.
func TestAnIssueThatCannotBeReadHidesNoOther(t *testing.T) {
	path := library(t)
	addNews(t, path)
	first := fromJSON[[]struct{ ID string }](t, mustRun(t, "list", path, "--sort", "headline", "--json"))
	var all []string
	for _, a := range first {
		all = append(all, a.ID)
	}
	mustRun(t, "issue", "new", path, "--name", "Số mùa xuân", "--articles", strings.Join(all, ","))
	whole := fromJSON[struct{ ID string }](t, mustRun(t, "issue", "new", path, "--name", "Số mùa hạ", "--articles", strings.Join(all, ","), "--json")).ID
	spoil(t, path, "Số mùa xuân", "Số mùa xuâm")
	got := run(t, "issue", "list", path)
	if got.code != command.TroubleFound || !strings.Contains(got.out, "Số mùa hạ") || strings.Contains(got.out, "Số mùa xu") || !strings.Contains(got.err, "Số mùa xu") {
		t.Errorf("%d %s%s", got.code, got.out, got.err)
	}
	spoil(t, path, "Cầu mới", "Cầu mớj")
	out := filepath.Join(t.TempDir(), "số.pdf")
	if got := run(t, "export", path, "--issue", whole, "-o", out); got.code != command.NotDone || !strings.Contains(got.err, "Cầu m") {
		t.Errorf("export: %d %s", got.code, got.err)
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a bulletin was made that lacks a story")
	}
}
