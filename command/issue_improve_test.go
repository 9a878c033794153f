package command_test

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/command"
)

type improvedAnswer struct {
	Revision string
	Saved    bool
	Wishes   []struct {
		Article      bulletin.ID
		Columns      int
		HeadlineSize bulletin.HeadlineWish `json:"headline_size"`
		PhotoSize    bulletin.SizeWish     `json:"photo_size"`
	}
	BadnessBefore float64 `json:"badness_before"`
	BadnessAfter  float64 `json:"badness_after"`
	PagesBefore   int     `json:"pages_before"`
	PagesAfter    int     `json:"pages_after"`
}

// TestAnIssueIsImproved looks for a better make-up of the sample, whose editor
// asked for a large headline over each of the first stories, and exports what was
// saved.
func TestAnIssueIsImproved(t *testing.T) {
	const style = "19x27-bulletin-3"
	file := filepath.Join(t.TempDir(), "mau.bantin")
	mustRun(t, "sample", file)
	id := string(fromJSON[[]issueShown](t, mustRun(t, "issue", "list", file, "--json"))[0].ID)
	askForLargeHeadlines(t, file, id)
	before := fromJSON[issueShown](t, mustRun(t, "issue", "show", file, id, "--json"))

	plan := fromJSON[improvedAnswer](t, mustRun(t, "issue", "improve", file, id, "--style", style, "--dry-run", "--json"))
	if after := fromJSON[issueShown](t, mustRun(t, "issue", "show", file, id, "--json")); plan.Saved || after.Revision != before.Revision {
		t.Errorf("a dry run saved: %+v", plan)
	}
	if len(plan.Wishes) == 0 || plan.BadnessAfter > plan.BadnessBefore*19/20 || plan.PagesAfter > plan.PagesBefore {
		t.Fatalf("%+v", plan)
	}
	said := mustRun(t, "issue", "improve", file, id, "--style", style)
	for _, w := range plan.Wishes {
		headline := fromJSON[struct{ Headline string }](t, mustRun(t, "show", file, string(w.Article), "--json")).Headline
		if !strings.Contains(said, headline) {
			t.Errorf("%q does not tell of %q", said, headline)
		}
	}

	after := fromJSON[issueShown](t, mustRun(t, "issue", "show", file, id, "--json"))
	if after.Revision == before.Revision {
		t.Error("nothing was saved")
	}
	want := before.Slots
	for _, w := range plan.Wishes {
		for i := range want {
			if want[i].Article != w.Article {
				continue
			}
			want[i].Columns += w.Columns
			want[i].HeadlineSize += w.HeadlineSize
			want[i].PhotoSize += w.PhotoSize
		}
	}
	for i := range want {
		if after.Slots[i] != want[i] {
			t.Errorf("slot %d is %+v, not %+v", i, after.Slots[i], want[i])
		}
	}
	out := filepath.Join(t.TempDir(), "o.pdf")
	report := fromJSON[struct {
		Pages  int
		Makeup struct{ Badness float64 }
	}](t, mustRun(t, "export", file, "--issue", id, "--style", style, "-o", out, "--json"))
	if report.Pages != plan.PagesAfter || report.Makeup.Badness-plan.BadnessAfter > 0.01 || plan.BadnessAfter-report.Makeup.Badness > 0.01 {
		t.Errorf("exported %+v, promised %+v", report, plan)
	}
	if r := run(t, "issue", "improve", file, "zzzz"); r.code != command.NotDone {
		t.Errorf("exit code %d for an issue that there is not", r.code)
	}
}

// askForLargeHeadlines wishes them for the first eight stories of an issue.
func askForLargeHeadlines(t *testing.T, file, id string) {
	t.Helper()
	slots := fromJSON[issueShown](t, mustRun(t, "issue", "show", file, id, "--json")).Slots
	for i := range 8 {
		slots[i].HeadlineSize = bulletin.HeadlineLarge
	}
	raw, err := json.Marshal(map[string]any{"slots": slots})
	if err != nil {
		t.Fatal(err)
	}
	if r := runWith(t, string(raw), "issue", "edit", file, id, "--json", "-"); r.code != command.Done {
		t.Fatalf("%+v", r)
	}
}
