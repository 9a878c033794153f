package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/command"
	"bantin/internal/person"
	"bantin/storage"
)

// exchanged is what merge --json says.
type exchanged struct {
	NewArticles  int      `json:"new_articles"`
	NewRevisions int      `json:"new_revisions"`
	Merged       []string `json:"merged"`
	Conflicts    []struct {
		ID, Field, Base, Ours, Theirs string
	} `json:"conflicts"`
	Refused []struct{ What, Why string } `json:"refused"`
}

// two makes two drafts files with the same article, edited in each.
func two(t *testing.T) (mine, theirs, id string) {
	t.Helper()
	mine, id = imported(t)
	theirs = filepath.Join(t.TempDir(), "của Minh.bantin")
	mustRun(t, "send", mine, theirs)
	runWith(t, `{"headline":"Tít của Lan","kicker":"Dẫn của Lan"}`, "edit", mine, id)
	runWith(t, `{"headline":"Tít của Minh","deck":"Phụ của Minh"}`, "edit", theirs, id)
	return mine, theirs, id
}

func TestMergeShowSettle(t *testing.T) {
	mine, theirs, id := two(t)
	r := run(t, "merge", mine, theirs, "--json")
	got := fromJSON[exchanged](t, r.out)
	if r.code != command.TroubleFound || got.NewArticles != 0 || got.NewRevisions != 1 || len(got.Merged) != 1 || len(got.Conflicts) != 1 || len(got.Refused) != 0 {
		t.Fatalf("%d %s%s", r.code, r.out, r.err)
	}
	if c := got.Conflicts[0]; c.ID != id || c.Field != "headline" || c.Base == "" || !strings.HasPrefix(c.Ours, "Tít của") || c.Ours == c.Theirs {
		t.Errorf("%+v", c)
	}
	shown := fromJSON[map[string]any](t, mustRun(t, "show", mine, id, "--json"))
	if shown["kicker"] != "Dẫn của Lan" || shown["deck"] != "Phụ của Minh" || shown["needs_eye"] != true || len(shown["conflicts"].([]any)) != 1 {
		t.Errorf("%v", shown)
	}
	for _, lang := range []string{"vi", "en"} {
		if said := mustRun(t, "--lang="+lang, "show", mine, id); !strings.Contains(said, "Tít của Minh") || !strings.Contains(said, "Tít của Lan") {
			t.Errorf("%s: both sides are not told:\n%s", lang, said)
		}
	}
	refused(t, run(t, "settle", mine, id))
	refused(t, run(t, "settle", mine, id, "--field", "deck", "--take", "ours"))
	refused(t, run(t, "settle", mine, id, "--field", "headline"))
	mustRun(t, "settle", mine, id, "--field", "headline", "--take", "base")
	shown = fromJSON[map[string]any](t, mustRun(t, "show", mine, id, "--json"))
	if shown["headline"] != got.Conflicts[0].Base || shown["needs_eye"] != false {
		t.Errorf("%v", shown)
	}
	if again := run(t, "merge", mine, theirs); again.code != command.Done || !strings.Contains(again.out, "Nothing new") {
		t.Errorf("%d %s", again.code, again.out)
	}
	mustRun(t, "settle", mine, id) // nothing to do, and that is said
}

// TestAConflictIsToldUntilItIsSettled: receiving the same file again does not
// make it look as if all were well.
func TestAConflictIsToldUntilItIsSettled(t *testing.T) {
	mine, theirs, id := two(t)
	run(t, "merge", mine, theirs)
	again := run(t, "merge", mine, theirs, "--json")
	if got := fromJSON[exchanged](t, again.out); again.code != command.TroubleFound || len(got.Merged) != 0 || len(got.Conflicts) != 1 || got.Conflicts[0].ID != id {
		t.Errorf("%d %s", again.code, again.out)
	}
	if r := run(t, "merge", mine, theirs); r.code != command.TroubleFound || !strings.Contains(r.out, "from before") || !strings.Contains(r.out, "Tít của Minh") {
		t.Errorf("%d %s", r.code, r.out)
	}
}

// TestASideIsNamedByItsAuthor: "ours" may be another's; who wrote a side and
// when is told, and its version names it.
func TestASideIsNamedByItsAuthor(t *testing.T) {
	t.Setenv("BANTIN_AUTHOR", "Trần Thị Lan")
	mine, theirs, id := two(t)
	type from struct{ Revision, Author string }
	type sides struct {
		Conflicts []struct {
			Ours       string
			OursFrom   from `json:"ours_from"`
			TheirsFrom from `json:"theirs_from"`
		} `json:"conflicts"`
	}
	came := fromJSON[sides](t, run(t, "merge", mine, theirs, "--json").out)
	shown := fromJSON[sides](t, mustRun(t, "show", mine, id, "--json"))
	c := shown.Conflicts[0]
	if c != came.Conflicts[0] || c.OursFrom.Revision == c.TheirsFrom.Revision || c.OursFrom.Author == "" {
		t.Fatalf("%+v %+v", came, shown)
	}
	if said := mustRun(t, "show", mine, id); !strings.Contains(said, c.TheirsFrom.Revision[:10]) || !strings.Contains(said, c.OursFrom.Author) {
		t.Errorf("it is not told who wrote what: %s", said)
	}
	mustRun(t, "settle", mine, id, "--take", c.OursFrom.Revision[:8])
	if now := fromJSON[article](t, mustRun(t, "show", mine, id, "--json")); now.Headline != c.Ours {
		t.Errorf("took %q, want %q", now.Headline, c.Ours)
	}
}

// TestRestoringTellsWhatItSettles: what was still to be chosen is not passed
// over in silence.
func TestRestoringTellsWhatItSettles(t *testing.T) {
	mine, theirs, id := two(t)
	run(t, "merge", mine, theirs)
	log := fromJSON[[]map[string]any](t, mustRun(t, "log", mine, id, "--json"))
	first := log[len(log)-1]["revision"].(string)
	refused(t, run(t, "restore", mine, id, first[:8]))
	said := mustRun(t, "restore", mine, id, first[:8], "--settle")
	if !strings.Contains(said, "still to be chosen here: 1") || !strings.Contains(said, "Tít của Lan") || !strings.Contains(said, "Tít của Minh") {
		t.Errorf("what was open is not told: %s", said)
	}
	if said := mustRun(t, "restore", mine, id, first[:8]); strings.Contains(said, "chosen") {
		t.Errorf("nothing is open: %s", said)
	}
}

func TestMergeRefusals(t *testing.T) {
	mine, theirs, _ := two(t)
	refused(t, run(t, "merge", mine, filepath.Join(t.TempDir(), "không có.bantin")))
	refused(t, run(t, "merge", mine, mine))
	broken := filepath.Join(t.TempDir(), "hỏng.bantin")
	if err := os.WriteFile(broken, []byte("PK\x03\x04 một tệp khác"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := run(t, "merge", mine, broken, theirs, "--json")
	got := fromJSON[exchanged](t, r.out)
	if r.code != command.TroubleFound || got.NewRevisions != 1 || len(got.Refused) != 1 || got.Refused[0].What != broken || got.Refused[0].Why == "" {
		t.Errorf("%d %s%s", r.code, r.out, r.err)
	}
}

func TestEditOverAConflict(t *testing.T) {
	mine, theirs, id := two(t)
	run(t, "merge", mine, theirs)
	asRead := mustRun(t, "show", mine, id, "--json")
	changed := strings.Replace(asRead, `"byline": "`, `"byline": "Hoa và `, 1)
	if r := runWith(t, changed, "edit", mine, id); r.code != command.TroubleFound {
		t.Errorf("%d %s%s", r.code, r.out, r.err)
	}
	shown := fromJSON[map[string]any](t, mustRun(t, "show", mine, id, "--json"))
	if len(shown["conflicts"].([]any)) != 1 || !strings.HasPrefix(shown["byline"].(string), "Hoa và") || shown["deck"] != "Phụ của Minh" {
		t.Errorf("%v", shown)
	}
	mustRun(t, "settle", mine, id, "--take", "theirs")
}

// TestABlindEditLeavesTheMark: a script that has not read what the machine
// merged does not vouch for it; one that names what it read does.
func TestABlindEditLeavesTheMark(t *testing.T) {
	mine, id := imported(t)
	theirs := filepath.Join(t.TempDir(), "của Minh.bantin")
	mustRun(t, "send", mine, theirs)
	runWith(t, `{"kicker":"Của Lan"}`, "edit", mine, id)
	runWith(t, `{"deck":"Của Minh"}`, "edit", theirs, id)
	mustRun(t, "merge", mine, theirs)
	for _, note := range []string{"một", "hai", "hai"} {
		if r := runWith(t, `{"note":"`+note+`"}`, "edit", mine, id); r.code != command.Done {
			t.Fatalf("%+v", r)
		}
		shown := fromJSON[map[string]any](t, mustRun(t, "show", mine, id, "--json"))
		if shown["needs_eye"] != true || shown["note"] != note || shown["kicker"] != "Của Lan" || shown["deck"] != "Của Minh" {
			t.Errorf("%v", shown)
		}
	}
	asRead := mustRun(t, "show", mine, id, "--json")
	if r := runWith(t, asRead, "edit", mine, id); r.code != command.Done {
		t.Fatalf("%+v", r)
	}
	if shown := fromJSON[map[string]any](t, mustRun(t, "show", mine, id, "--json")); shown["needs_eye"] != false {
		t.Errorf("what was read and saved still needs an eye: %v", shown)
	}
}

func TestDiff(t *testing.T) {
	mine, _, id := two(t)
	type changes struct {
		From, To string
		Changes  []struct{ Field, Kind, Before, After string }
	}
	got := fromJSON[changes](t, mustRun(t, "diff", mine, id, "--json"))
	if len(got.Changes) != 2 || got.Changes[0].Field != "kicker" || got.Changes[1].After != "Tít của Lan" || got.From == "" || got.To == "" {
		t.Errorf("%+v", got)
	}
	said := mustRun(t, "diff", mine, id, got.From[:8], got.To[:8])
	if !strings.Contains(said, "{+Dẫn của Lan+}") || !strings.Contains(said, "[-") || !strings.Contains(said, "Headline") {
		t.Errorf("%s", said)
	}
	if said := mustRun(t, "diff", mine, id, got.To[:8]); !strings.Contains(said, "same") {
		t.Errorf("%s", said)
	}
	runWith(t, `{"status":"approved"}`, "edit", mine, id)
	if said := mustRun(t, "diff", mine, id); !strings.Contains(said, "[-Draft-]{+Approved+}") {
		t.Errorf("the status is told as a code: %s", said)
	}
	refused(t, run(t, "diff", mine, id, "ffffffff"))
	refused(t, run(t, "diff", mine, "khôngcó"))
}

// Issues have history as articles do.
func TestHistoryOfAnIssue(t *testing.T) {
	mine, _, id := two(t)
	made := fromJSON[map[string]string](t, mustRun(t, "issue", "new", mine, "--articles", id, "--number", "4", "--json"))
	log := fromJSON[[]map[string]any](t, mustRun(t, "log", mine, made["id"], "--json"))
	if len(log) != 1 {
		t.Fatalf("%v", log)
	}
	mustRun(t, "diff", mine, made["id"])
	mustRun(t, "restore", mine, made["id"], log[0]["revision"].(string)[:8])
	out := filepath.Join(t.TempDir(), "số 4.bantin")
	if said := mustRun(t, "send", mine, out, "--issue", made["id"]); !strings.Contains(said, "1 ") {
		t.Errorf("%s", said)
	}
	shown := fromJSON[map[string]any](t, mustRun(t, "issue", "show", out, made["id"], "--json"))
	if shown["number"] != "4" {
		t.Errorf("%v", shown)
	}
	if listed := fromJSON[[]map[string]any](t, mustRun(t, "list", out, "--json")); len(listed) != 1 {
		t.Errorf("%v", listed)
	}
	refused(t, run(t, "send", mine, out))
	refused(t, run(t, "send", mine, out+"2", "--article", "khôngcó"))
}

// TestWhoSigns: a login name signs nothing; where the system knows no full name
// it is who works in the file.
func TestWhoSigns(t *testing.T) {
	file := drafts(t)
	id := fromJSON[[]struct{ ID string }](t, mustRun(t, "list", file, "--json"))[0].ID
	signed := func(headline string) string {
		t.Helper()
		runWith(t, `{"headline": "`+headline+`"}`, "edit", file, id, "--json", "-")
		return fromJSON[[]struct{ Author string }](t, mustRun(t, "log", file, id, "--json"))[0].Author
	}
	t.Setenv("BANTIN_AUTHOR", "root")
	if person.FullName() == "" {
		if name := signed("Một"); name != "" {
			t.Errorf("nobody is known, but %q signs", name)
		}
		f, err := storage.Open(t.Context(), file)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetWriter(t.Context(), "Nguyễn Thị Lan"); err != nil {
			t.Fatal(err)
		}
		f.Close()
		if name := signed("Hai"); name != "Nguyễn Thị Lan" {
			t.Errorf("%q signs in Lan's file", name)
		}
	}
	t.Setenv("BANTIN_AUTHOR", "Trần Minh")
	if name := signed("Ba"); name != "Trần Minh" {
		t.Errorf("Minh has signed as %q", name)
	}
}

// TestApprovalDoesNotOutliveAChange: what one PC approved and the other changed
// is approved no more when it is merged, until somebody approves the whole.
func TestApprovalDoesNotOutliveAChange(t *testing.T) {
	mine, id := imported(t)
	theirs := filepath.Join(t.TempDir(), "của Minh.bantin")
	mustRun(t, "send", mine, theirs)
	runWith(t, `{"status":"approved"}`, "edit", mine, id)
	runWith(t, `{"deck":"Phụ của Minh"}`, "edit", theirs, id)
	for _, file := range []string{mine, theirs} {
		mustRun(t, "merge", mine, theirs)
		mustRun(t, "merge", theirs, mine)
		shown := fromJSON[map[string]any](t, mustRun(t, "show", file, id, "--json"))
		if shown["status"] != "edited" || shown["needs_eye"] != true || shown["deck"] != "Phụ của Minh" {
			t.Errorf("%v", shown)
		}
		if listed := mustRun(t, "list", file, "--json"); !strings.Contains(listed, `"edited"`) || strings.Contains(listed, `"approved"`) {
			t.Errorf("listed as approved: %s", listed)
		}
	}
	if r := run(t, "preflight", mine, "--article", id, "--json"); !strings.Contains(r.out, `"story_merged"`) {
		t.Errorf("preflight: %+v", r)
	}
	if r := runWith(t, `{"status":"approved"}`, "edit", mine, id); r.code != command.Done {
		t.Fatalf("%+v", r)
	}
	if shown := fromJSON[map[string]any](t, mustRun(t, "show", mine, id, "--json")); shown["status"] != "approved" || shown["needs_eye"] != false {
		t.Errorf("approved as a whole: %v", shown)
	}
}
