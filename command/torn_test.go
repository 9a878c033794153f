package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/command"
)

// tear makes a drafts file that cannot be opened any more although every text in
// it is whole: the leaves of its indexes are zeroed.
func tear(t *testing.T, path string) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const page, leafOfIndex = 4096, 0x0a
	for at := page; at < len(raw); at += page {
		if raw[at] == leafOfIndex {
			clear(raw[at : at+page])
		}
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestATornFileIsSalvagedBeforeABackup: who goes back to a backup loses the last
// saves, which salvage often still finds. Each refusal says so, and it is so.
func TestATornFileIsSalvagedBeforeABackup(t *testing.T) {
	torn, mine := library(t), filepath.Join(t.TempDir(), "của tôi.bantin")
	id := fromJSON[[]struct{ ID string }](t, mustRun(t, "list", torn, "--json"))[0].ID
	tear(t, torn)
	mustRun(t, "new", mine)
	for _, args := range [][]string{{"list", torn}, {"show", torn, id}, {"edit", torn, id}, {"check", torn}} {
		got := runWith(t, `{"kicker": "Xuân"}`, args...)
		if got.code == command.Done || !strings.Contains(got.out+got.err, "bantin salvage") || !strings.Contains(got.out+got.err, "last saves") {
			t.Errorf("%s: %d %s%s", args[0], got.code, got.out, got.err)
		}
	}
	saved := filepath.Join(t.TempDir(), "cứu.bantin")
	if got := run(t, "salvage", torn, saved); got.code == command.NotDone {
		t.Fatal(got.err)
	}
	mustRun(t, "merge", mine, saved)
	for _, headline := range []string{"Đầm Hà vào mùa tôm", "Đường tới trường", "Ăn Tết"} {
		if list := mustRun(t, "list", mine); !strings.Contains(list, headline) {
			t.Errorf("%s is not in\n%s", headline, list)
		}
	}
}

// TestOfATornFileAllIsMerged: merging and publishing take what is whole, as salvage
// does, which is everything here; publishing leaves a whole file in its place.
func TestOfATornFileAllIsMerged(t *testing.T) {
	for _, verb := range []string{"merge", "publish"} {
		torn, mine := library(t), filepath.Join(t.TempDir(), "của tôi.bantin")
		tear(t, torn)
		mustRun(t, "new", mine)
		mustRun(t, verb, mine, torn)
		whole := []string{mine}
		if verb == "publish" {
			whole = append(whole, torn)
		}
		for _, file := range whole {
			mustRun(t, "check", file)
			for _, headline := range []string{"Đầm Hà vào mùa tôm", "Đường tới trường", "Ăn Tết"} {
				if list := mustRun(t, "list", file); !strings.Contains(list, headline) {
					t.Errorf("%s: %s is not in\n%s", verb, headline, list)
				}
			}
		}
	}
}

// TestAFileWithoutItsHeadIsSalvaged: what is not recognised any more may still
// hold everything.
func TestAFileWithoutItsHeadIsSalvaged(t *testing.T) {
	headless := library(t)
	raw, err := os.ReadFile(headless)
	if err != nil {
		t.Fatal(err)
	}
	clear(raw[:16])
	if err := os.WriteFile(headless, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	if got := run(t, "list", headless); got.code != command.NotDone || !strings.Contains(got.err, "bantin salvage") {
		t.Errorf("%d %s", got.code, got.err)
	}
	saved := filepath.Join(t.TempDir(), "cứu.bantin")
	run(t, "salvage", headless, saved)
	if list := mustRun(t, "list", saved); !strings.Contains(list, "Ăn Tết") {
		t.Error(list)
	}
}
