package command_test

import (
	"fmt"
	"strings"
	"testing"

	"bantin/command"
)

// TestAnEditOfAMergedIssueIsOverBothVersions: what one side added and the editor
// takes out of the merged issue does not come back with the next reading, and
// nobody is said to have saved meanwhile. It hung on which version's hash came
// first, so it is done several times.
func TestAnEditOfAMergedIssueIsOverBothVersions(t *testing.T) {
	file := library(t)
	ids := fromJSON[[]struct{ ID string }](t, mustRun(t, "list", file, "--json"))
	issue := fromJSON[struct{ ID string }](t, mustRun(t, "issue", "new", file, "--articles", ids[0].ID+","+ids[1].ID, "--number", "4", "--json")).ID
	story := func(i int) string { return `{"article": "` + ids[i].ID + `"}` }
	two, three := story(0)+","+story(1), story(0)+","+story(1)+","+story(2)
	edit := func(file, json string) {
		t.Helper()
		if r := runWith(t, json, "issue", "edit", file, issue); r.code != command.Done {
			t.Fatalf("%s: %+v", json, r)
		}
	}
	for round := range 6 {
		other := copied(t, file)
		edit(file, fmt.Sprintf(`{"number": "%d"}`, 10+round))
		edit(other, `{"slots": [`+three+`]}`)
		mustRun(t, "merge", file, other)
		if shown := fromJSON[issueShown](t, mustRun(t, "issue", "show", file, issue, "--json")); len(shown.Slots) != 3 {
			t.Fatalf("%d stories were merged", len(shown.Slots))
		}
		edit(file, `{"slots": [`+two+`]}`)
		shown := fromJSON[issueShown](t, mustRun(t, "issue", "show", file, issue, "--json"))
		if len(shown.Slots) != 2 || shown.Number != fmt.Sprint(10+round) {
			t.Errorf("round %d: number %s, %d stories", round, shown.Number, len(shown.Slots))
		}
	}
}

// TestAnEditLeavesOpenWhatIsContested, and says that of it.
func TestAnEditLeavesOpenWhatIsContested(t *testing.T) {
	file := library(t)
	article := fromJSON[[]struct{ ID string }](t, mustRun(t, "list", file, "--json"))[0].ID
	issue := fromJSON[struct{ ID string }](t, mustRun(t, "issue", "new", file, "--articles", article, "--number", "4", "--json")).ID
	other := copied(t, file)
	runWith(t, `{"number": "5"}`, "issue", "edit", file, issue)
	runWith(t, `{"number": "6"}`, "issue", "edit", other, issue)
	run(t, "merge", file, other)
	shown := fromJSON[issueShown](t, mustRun(t, "issue", "show", file, issue, "--json")).Number
	r := runWith(t, `{"name": "Bản tin khác"}`, "issue", "edit", file, issue)
	if !strings.Contains(r.out, "still open") {
		t.Error(r.out)
	}
	after := mustRun(t, "issue", "show", file, issue, "--json")
	if got := fromJSON[issueShown](t, after); r.code != command.TroubleFound || got.Number != shown || got.Name != "Bản tin khác" {
		t.Errorf("code %d, %q %q", r.code, got.Name, got.Number)
	}
	if n := len(fromJSON[struct{ Conflicts []struct{ Field string } }](t, after).Conflicts); n != 1 {
		t.Errorf("%d conflicts", n)
	}
}

// TestTheLinesOfAnIssueSayHowMuchIsContested, in numbers.
func TestTheLinesOfAnIssueSayHowMuchIsContested(t *testing.T) {
	file := library(t)
	article := fromJSON[[]struct{ ID string }](t, mustRun(t, "list", file, "--json"))[0].ID
	issue := fromJSON[struct{ ID string }](t, mustRun(t, "issue", "new", file, "--articles", article, "--number", "4", "--json")).ID
	other := copied(t, file)
	runWith(t, `{"number": "5"}`, "issue", "edit", file, issue)
	runWith(t, `{"number": "6"}`, "issue", "edit", other, issue)
	run(t, "merge", file, other)
	for _, line := range []string{run(t, "issue", "list", file).out, run(t, "issue", "show", file, issue).out} {
		if strings.Contains(line, "{n") || !strings.Contains(line, "1 place was changed differently") {
			t.Error(line)
		}
	}
}
