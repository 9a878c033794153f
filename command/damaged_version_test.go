package command_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bantin/command"
)

type versionLogged struct {
	Revision string
	Damaged  bool
}

func TestADamagedNewestVersionLocksNothing(t *testing.T) {
	file, id := imported(t)
	runWith(t, `{"headline":"TÍT HAI","deck":"Lần hai"}`, "edit", file, id)
	first := fromJSON[[]versionLogged](t, mustRun(t, "log", file, id, "--json"))[1].Revision
	runWith(t, `{"headline":"TÍT BA"}`, "edit", file, id)
	spoil(t, file, `"headline":"TÍT BA`, `"headline":"TÍT BO`)

	logged := run(t, "log", file, id, "--json")
	versions := fromJSON[[]versionLogged](t, logged.out)
	if len(versions) != 3 || !versions[0].Damaged || versions[1].Damaged || versions[2].Damaged || logged.code != command.TroubleFound {
		t.Fatalf("%d %+v", logged.code, versions)
	}
	if said := run(t, "log", file, id).out; strings.Count(said, "damaged") != 1 {
		t.Errorf("the log says\n%s", said)
	}
	bad, second := versions[0].Revision, versions[1].Revision
	if shown := fromJSON[map[string]any](t, mustRun(t, "show", file, id, "--revision", second, "--json")); shown["headline"] != "TÍT HAI" ||
		strings.HasPrefix(shown["created_at"].(string), "0001") {
		t.Errorf("the version before is %v", shown)
	}
	if said := mustRun(t, "diff", file, id, first, second); !strings.Contains(said, "TÍT HAI") {
		t.Errorf("two sound versions differ in %q", said)
	}
	older := run(t, "show", file, id, "--json")
	if shown := fromJSON[map[string]any](t, older.out); older.code != command.TroubleFound || shown["headline"] != "TÍT HAI" ||
		shown["revision"] != second || !slices.Equal(shown["heads"].([]any), []any{bad}) || !strings.Contains(older.err, "restore FILE "+id+" "+second[:7]) {
		t.Errorf("the newest whole version is shown as %d %v\n%s", older.code, shown, older.err)
	}
	pdf := filepath.Join(t.TempDir(), "bài.pdf")
	if got := run(t, "export", file, "--article", id, "-o", pdf); got.code != command.TroubleFound || !strings.Contains(got.err, "prints the newest whole one") {
		t.Errorf("an older version is printed unasked: %d %s", got.code, got.err)
	} else if _, err := os.Stat(pdf); err == nil {
		t.Error("an older version is printed unasked")
	}
	if got := run(t, "export", file, "--article", id, "--force", "-o", pdf); got.code != command.Done || !strings.Contains(got.err, "prints the newest whole one") {
		t.Errorf("forced: %d %s", got.code, got.err)
	}
	if text := tool(t, "pdftotext", pdf, "-"); !strings.Contains(text, "TÍT HAI") {
		t.Errorf("the page says %s", text)
	}
	edited := runWith(t, `{"headline":"TÍT BỐN"}`, "edit", file, id)
	refused(t, edited)
	deleted := run(t, "delete", file, id)
	refused(t, deleted)
	for _, got := range []ran{edited, deleted} {
		if !strings.Contains(got.err, "bantin restore FILE ID "+second[:7]) {
			t.Errorf("what to do is not said: %s", got.err)
		}
	}
	issue := fromJSON[map[string]string](t, mustRun(t, "issue", "new", file, "--articles", id, "--json"))["id"]
	if got := run(t, "issue", "show", file, issue); got.code != command.TroubleFound || !strings.Contains(got.out, "TÍT HAI") || !strings.Contains(got.err, "is damaged") {
		t.Errorf("an issue with it: %d %s %s", got.code, got.out, got.err)
	}
	for _, args := range [][]string{
		{"show", file, id, "--revision", bad},
		{"restore", file, id, bad},
		{"diff", file, id},
		{"diff", file, id, second, bad},
		{"diff", file, id, bad, second},
	} {
		got := run(t, args...)
		refused(t, got)
		if !strings.Contains(got.err, "is damaged") {
			t.Errorf("%v: %s", args, got.err)
		}
	}

	mustRun(t, "restore", file, id, second)
	got := run(t, "show", file, id, "--json")
	if shown := fromJSON[map[string]any](t, got.out); shown["headline"] != "TÍT HAI" || shown["deck"] != "Lần hai" {
		t.Errorf("restored %v", shown)
	}
	if !strings.Contains(got.err, "damaged") {
		t.Errorf("it is forgotten that a version is damaged: %q", got.err)
	}
	refused(t, run(t, "diff", file, id, bad)) // against the present state
	runWith(t, `{"deck":"Lần ba"}`, "edit", file, id)
	if shown := fromJSON[map[string]any](t, run(t, "show", file, id, "--json").out); shown["deck"] != "Lần ba" {
		t.Errorf("edited %v", shown)
	}
}

// TestRestoringOverADamagedVersionLosesNothing: where that is whole, its words
// stay beside what was written since.
func TestRestoringOverADamagedVersionLosesNothing(t *testing.T) {
	file, id := imported(t)
	other := t.TempDir() + "/b.bantin"
	before := fromJSON[[]versionLogged](t, mustRun(t, "log", file, id, "--json"))[0].Revision
	runWith(t, `{"headline":"TÍT HAI"}`, "edit", file, id)
	mustRun(t, "send", file, other)
	spoil(t, file, `"headline":"TÍT HAI`, `"headline":"TÍT HOI`)
	mustRun(t, "restore", file, id, before)
	runWith(t, `{"deck":"Thêm tít phụ"}`, "edit", file, id)
	run(t, "merge", other, file)
	if shown := fromJSON[map[string]any](t, mustRun(t, "show", other, id, "--json")); shown["headline"] != "TÍT HAI" || shown["deck"] != "Thêm tít phụ" {
		t.Errorf("%v", shown)
	}
}

// TestMergingSaysWhatItMended: what is damaged here and whole in the other file
// is whole again, and the command says so in its sentence and in its JSON.
func TestMergingSaysWhatItMended(t *testing.T) {
	for _, asJSON := range []bool{false, true} {
		file, id := imported(t)
		runWith(t, `{"headline":"TÍT HAI"}`, "edit", file, id)
		copied := filepath.Join(t.TempDir(), "bản gửi.bantin")
		mustRun(t, "send", file, copied)
		spoil(t, file, `"headline":"TÍT HAI`, `"headline":"TÍT HAY`)
		if r := run(t, "check", file); r.code != command.TroubleFound {
			t.Fatalf("before: %+v", r)
		}
		if asJSON {
			if got := fromJSON[map[string]any](t, mustRun(t, "merge", file, copied, "--json")); got["mended"] != 1.0 || got["new_revisions"] != 0.0 {
				t.Errorf("%v", got)
			}
		} else if said := mustRun(t, "merge", file, copied); !strings.Contains(said, "Mended 1 version or photo that was damaged here") {
			t.Errorf("merge says %q", said)
		}
		mustRun(t, "check", file)
	}
}
