package command_test

import (
	"path/filepath"
	"strings"
	"testing"

	"bantin/command"
)

func TestDeletedAndBroughtBack(t *testing.T) {
	file, id := imported(t)
	issue := fromJSON[map[string]string](t, mustRun(t, "issue", "new", file, "--articles", id, "--number", "4", "--json"))["id"]
	for _, which := range []string{id, issue} {
		before := mustRun(t, "list", file) + mustRun(t, "issue", "list", file)
		said := strings.Fields(mustRun(t, "delete", file, which))
		if now := mustRun(t, "list", file) + mustRun(t, "issue", "list", file); strings.Contains(now, which) {
			t.Errorf("still listed: %s", now)
		}
		if again := mustRun(t, "delete", file, which); !strings.Contains(again, "already") {
			t.Errorf("deleted twice: %s", again)
		}
		revision := strings.TrimSuffix(said[len(said)-1], ".")
		mustRun(t, "restore", file, which, revision)
		if now := mustRun(t, "list", file) + mustRun(t, "issue", "list", file); strings.Count(now, "\n") != strings.Count(before, "\n") || !strings.Contains(now, which) {
			t.Errorf("not brought back by %s:\n%s", revision, now)
		}
	}
	refused(t, run(t, "delete", file, "khôngcó"))
}

func TestDeletedAndBroughtBackForScripts(t *testing.T) {
	type standing struct {
		ID, Kind, Revision string
		Deleted            bool
	}
	file, id := imported(t)
	newest := func() string {
		return fromJSON[[]struct{ Revision string }](t, mustRun(t, "log", file, id, "--json"))[0].Revision
	}
	first := newest()
	for range 2 { // the second time nothing changes
		if got := fromJSON[standing](t, mustRun(t, "delete", file, id, "--json")); got != (standing{id, "article", newest(), true}) {
			t.Errorf("delete says %+v, the newest version is %s", got, newest())
		}
	}
	if got := fromJSON[standing](t, mustRun(t, "restore", file, id, first, "--json")); got != (standing{id, "article", newest(), false}) {
		t.Errorf("restore says %+v, the newest version is %s", got, newest())
	}
	if got := fromJSON[standing](t, mustRun(t, "settle", file, id, "--json")); got != (standing{id, "article", newest(), false}) {
		t.Errorf("settle says %+v, the newest version is %s", got, newest())
	}
}

// TestAConflictIsNotDeletedUnawares: what was still to be chosen would go with
// the article, unread.
func TestAConflictIsNotDeletedUnawares(t *testing.T) {
	mine, theirs, id := two(t)
	run(t, "merge", mine, theirs)
	refused(t, run(t, "delete", mine, id))
	if r := run(t, "show", mine, id); r.code != command.Done || !strings.Contains(r.out, "Tít của Minh") {
		t.Errorf("%+v", r)
	}
}

// TestReadIsNotChosen: where both versions went together by themselves, nothing
// is chosen, and it is not said that it was.
func TestReadIsNotChosen(t *testing.T) {
	file := library(t)
	other := filepath.Join(t.TempDir(), "của Minh.bantin")
	mustRun(t, "send", file, other)
	id := fromJSON[[]struct{ ID string }](t, mustRun(t, "list", file, "--json"))[0].ID
	for path, json := range map[string]string{file: `{"kicker": "Xuân"}`, other: `{"deck": "Bánh"}`} {
		if r := runWith(t, json, "edit", path, id); r.code != command.Done {
			t.Fatalf("%+v", r)
		}
	}
	mustRun(t, "merge", file, other)
	if said := mustRun(t, "settle", file, id); !strings.Contains(said, "marked as read") || strings.Contains(said, "Settled") {
		t.Error(said)
	}
}

func TestSettlingTellsWhatItCameTo(t *testing.T) {
	mine, theirs, id := two(t)
	run(t, "merge", mine, theirs)
	r := run(t, "settle", mine, id, "--take", "foo")
	if r.code != command.NotDone || !strings.Contains(r.err, "ours, theirs, base") {
		t.Errorf("it is not said what can be chosen: %+v", r)
	}
	for _, side := range []string{"ours", "theirs"} {
		said := mustRun(t, "settle", mine, id, "--take", side)
		shown := fromJSON[map[string]any](t, mustRun(t, "show", mine, id, "--json"))
		if !strings.Contains(said, shown["headline"].(string)) {
			t.Errorf("%s: %s, and it is %q", side, said, shown["headline"])
		}
		mine, theirs, id = two(t)
		run(t, "merge", mine, theirs)
	}
}
