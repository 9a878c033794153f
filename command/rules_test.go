package command_test

import (
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/command"
)

type rulesAnswer struct {
	Name, Law, Clause string
	Own               bool
	From, Until       bulletin.Date
	Holds, Measures   bool
	Problem, File     string
}

const ownLaw = `# Thay cho Luật Báo chí 2016
law = "Luật Báo chí số 126/2025/QH15"
clause = "Điều 30"
in_force_from = "2026-07-01"

[[rule]]
kind = "max_pages"
pages = 1
severity = "error"

[[rule]]
kind = "page_one"
items = ["address"]
`

// TestOwnRules goes the way of an office on the day of a new law: takes the old
// rules out, adds its own, is measured by them everywhere, removes them.
func TestOwnRules(t *testing.T) {
	file, id := importReal(t)
	dir := t.TempDir()
	issue := fromJSON[map[string]string](t, mustRun(t, "issue", "new", file, "--articles", id, "--date", "10/8/2026", "--json"))["id"]
	findings := func(more ...string) (preflightAnswer, int) {
		r := run(t, append([]string{"preflight", file, "--issue", issue, "--json"}, more...)...)
		return fromJSON[preflightAnswer](t, r.out), r.code
	}
	before, code := findings() // no licence: that lasts, whatever law is in force
	if at := messageOf(before, "law_outdated"); code != command.TroubleFound || !strings.Contains(at, "bantin rules add") {
		t.Fatalf("%d %q", code, at)
	}
	out := filepath.Join(dir, "cu.toml")
	mustRun(t, "rules", "export", file, "press-law-2016", out)
	if taken, shown := string(read(t, out)), mustRun(t, "rules", "show", file, "press-law-2016"); taken != shown || !strings.Contains(taken, `clause = "Điều 34 khoản 1"`) {
		t.Errorf("exported %q, shown %q", taken, shown)
	}

	own := filepath.Join(dir, "Luat-2025.toml")
	write(t, own, ownLaw)
	added := fromJSON[rulesAnswer](t, mustRun(t, "rules", "add", file, own, "--json"))
	if added.Name != "luat-2025" || !added.Own || added.Law != "Luật Báo chí số 126/2025/QH15" || added.Clause != "Điều 30" || added.From.String() != "2026-07-01" || !added.Until.IsZero() {
		t.Errorf("%+v", added)
	}
	all := fromJSON[[]rulesAnswer](t, mustRun(t, "rules", file, "--json"))
	measuring := 0
	for _, r := range all {
		if r.Measures {
			measuring++
		}
	}
	if len(all) != 2 || all[0].Name != "press-law-2016" || all[0].Own || all[0].Until.String() != "2026-07-01" || all[1].Name != "luat-2025" || measuring != 1 {
		t.Errorf("%+v", all)
	}
	if said := mustRun(t, "rules", file); !strings.Contains(said, "luat-2025\n  Luật Báo chí số 126/2025/QH15, Điều 30 · the office’s own · in force from 1/7/2026") ||
		!strings.Contains(said, "replaced on 1/7/2026 by Luật số 126/2025/QH15") {
		t.Error(said)
	}
	if shown := fromJSON[rulesAnswer](t, mustRun(t, "rules", "show", file, "luat-2025", "--json")); shown.File != ownLaw || !shown.Own {
		t.Errorf("%+v", shown)
	}
	if shown := mustRun(t, "rules", "show", file, "luat-2025"); shown != ownLaw {
		t.Errorf("%q", shown)
	}

	after, code := findings()
	if at := messageOf(after, "law_address"); code != command.TroubleFound || !strings.Contains(at, "126/2025/QH15, Điều 30") ||
		messageOf(after, "law_pages") == "" || strings.Contains(after.rules(), "outdated") || strings.Contains(after.rules(), "law_licence") {
		t.Errorf("%d %s %q", code, after.rules(), at)
	}
	pdf := filepath.Join(dir, "a.pdf")
	if r := run(t, "export", file, "--issue", issue, "-o", pdf); r.code != command.TroubleFound || !strings.Contains(r.err, "126/2025/QH15") {
		t.Errorf("the office's own law did not stop the export: %d %s", r.code, r.err)
	}
	given := filepath.Join(dir, "quy-che.toml")
	write(t, given, "law = \"Quy chế của xã\"\nclause = \"mục 3\"\n[[rule]]\nkind = \"max_trim\"\nwidth_mm = 148\nheight_mm = 210\n")
	if once, _ := findings("--rules", given); !strings.Contains(messageOf(once, "law_trim"), "Quy chế của xã") || strings.Contains(once.rules(), "law_address") {
		t.Errorf("--rules does not go first: %s", once.rules())
	}
	if said := mustRun(t, "check", file); strings.Contains(said, "rules/") {
		t.Errorf("check: %s", said)
	}

	sent, to := filepath.Join(dir, "gửi.bantin"), filepath.Join(dir, "nhận.bantin")
	mustRun(t, "send", file, sent)
	mustRun(t, "new", to)
	mustRun(t, "merge", to, sent)
	for path, want := range map[string]int{sent: 2, to: 1} {
		if all := fromJSON[[]rulesAnswer](t, mustRun(t, "rules", path, "--json")); len(all) != want {
			t.Errorf("%s has %d rule sets, want %d", filepath.Base(path), len(all), want)
		}
	}

	mustRun(t, "rules", "remove", file, "luat-2025")
	refused(t, run(t, "rules", "show", file, "luat-2025"))
	if again, _ := findings(); again.rules() != before.rules() {
		t.Errorf("after the removal %s, before %s", again.rules(), before.rules())
	}
}

// TestALawToComeIsNoTrouble: a set that holds from a later day is kept for that
// day, and nothing is said of it before.
func TestALawToComeIsNoTrouble(t *testing.T) {
	file, id := importReal(t)
	issue := issueOf(t, file, id)
	before := fromJSON[preflightAnswer](t, run(t, "preflight", file, "--issue", issue, "--json").out)
	own := filepath.Join(t.TempDir(), "sau.toml")
	write(t, own, strings.Replace(ownLaw, "2026-07-01", "2030-01-01", 1))
	mustRun(t, "rules", "add", file, own)
	if after := fromJSON[preflightAnswer](t, run(t, "preflight", file, "--issue", issue, "--json").out); after.rules() != before.rules() {
		t.Errorf("%s, before %s", after.rules(), before.rules())
	}
	if all := fromJSON[[]rulesAnswer](t, mustRun(t, "rules", file, "--json")); all[1].Holds || all[1].Measures || !all[0].Measures {
		t.Errorf("%+v", all)
	}
}

func messageOf(a preflightAnswer, rule string) string {
	for _, f := range a.Findings {
		if f.Rule == rule {
			return f.Message
		}
	}
	return ""
}

func TestRulesThatCannotBeMeant(t *testing.T) {
	file, _ := imported(t)
	dir := t.TempDir()
	good, bad := filepath.Join(dir, "tot.toml"), filepath.Join(dir, "hong.toml")
	write(t, good, ownLaw)
	write(t, bad, "law = \"x\"\nclause = \"y\"\n\n[[rule]]\nkind = \"page_one\"\nitems = [\"xyz\"]\n")
	r := run(t, "rules", "add", file, bad)
	if r.code != command.NotDone || !strings.Contains(r.err, "line 6, rule[1].items: “xyz” cannot be used here. Choose from: words, name") {
		t.Errorf("%d %s", r.code, r.err)
	}
	for _, args := range [][]string{
		{"rules"},
		{"rules", filepath.Join(dir, "khong-co.bantin")},
		{"rules", "show", file},
		{"rules", "show", file, "khong-co"},
		{"rules", "export", file, "khong-co", filepath.Join(dir, "x.toml")},
		{"rules", "export", file, "press-law-2016", file},
		{"rules", "add", file, bad},
		{"rules", "add", file, good, "--name", "Luật mới"},
		{"rules", "add", file, good, "--name", "press-law-2016"},
		{"rules", "add", file, filepath.Join(dir, "khong-co.toml")},
		{"rules", "remove", file, "press-law-2016"},
		{"rules", "remove", file, "khong-co"},
	} {
		t.Run(strings.Join(args, " "), func(t *testing.T) { refused(t, run(t, args...)) })
	}
	if all := fromJSON[[]rulesAnswer](t, mustRun(t, "rules", file, "--json")); len(all) != 1 {
		t.Errorf("%d rule sets", len(all))
	}
}
