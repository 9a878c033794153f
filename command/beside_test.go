package command_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bantin/command"
)

// everyCommand has each command once; FILE, OTHER, ID, ISSUE, REVISION and OUT
// stand for what a test puts in.
var everyCommand = []string{
	"new OUT/a.bantin", "import FILE TEXT", "list FILE", "show FILE ID", "edit FILE ID --json PATCH", "search FILE tôm",
	"log FILE ID", "diff FILE ID REVISION REVISION", "delete FILE ID", "restore FILE ID REVISION", "merge FILE OTHER",
	"settle FILE ID", "send FILE OUT/b.bantin", "issue list FILE", "issue show FILE ISSUE", "issue new FILE --articles ID",
	"office FILE", "style list FILE", "rules FILE", "preflight FILE --issue ISSUE", "export FILE --article ID -o OUT/c.pdf", "sample OUT/d.bantin",
	"check FILE", "salvage FILE OUT/e.bantin", "rebuild FILE", "backup FILE", "backup list FILE", "publish FILE OUT/f.bantin",
	"newsroom FILE OUT --once --name Lan",
}

func TestEveryCommandIsTried(t *testing.T) {
	tried := map[string]bool{"help": true, "completion": true}
	for _, line := range everyCommand {
		tried[strings.Fields(line)[0]] = true
	}
	found := regexp.MustCompile(`(?m)^  ([a-z]+)  `).FindAllStringSubmatch(mustRun(t, "help"), -1)
	if len(found) < 20 {
		t.Fatalf("help names %d commands", len(found))
	}
	for _, m := range found {
		if !tried[m[1]] {
			t.Errorf("%s is missing in everyCommand", m[1])
		}
	}
}

// TestNothingStaysBesideTheFile: a closed drafts file is one file, whatever was
// done to it and whatever lay beside it before.
func TestNothingStaysBesideTheFile(t *testing.T) {
	wholeLog := strings.Repeat("\x37\x7f\x06\x82\x00\x2d\xe2\x18", 4)
	strays := map[string]map[string]string{
		"nothing":             nil,
		"an empty log":        {"-wal": ""},
		"a log of noise":      {"-wal": strings.Repeat("nhiễu ", 9000)},
		"a log that looks so": {"-wal": wholeLog},
		"a log with index":    {"-wal": wholeLog, "-shm": strings.Repeat("\x00", 32768)},
		"an empty journal":    {"-journal": ""},
	}
	made := drafts(t)
	id := fromJSON[[]struct{ ID string }](t, mustRun(t, "list", made, "--json"))[0].ID
	mustRun(t, "issue", "new", made, "--articles", id)
	issue := fromJSON[[]struct{ ID string }](t, mustRun(t, "issue", "list", made, "--json"))[0].ID
	revision := fromJSON[[]struct{ Revision string }](t, mustRun(t, "log", made, id, "--json"))[0].Revision
	other, patch := filepath.Join(t.TempDir(), "kia.bantin"), filepath.Join(t.TempDir(), "sửa.json")
	mustRun(t, "send", made, other)
	whole, err := os.ReadFile(made)
	if err == nil {
		err = os.WriteFile(patch, []byte(`{"headline": "Mùa tôm mới"}`), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	text := filepath.Join(filepath.Dir(made), "bài.txt")
	for stray, files := range strays {
		for _, line := range everyCommand {
			if stray != "nothing" && !strings.Contains(line, "FILE") {
				continue
			}
			t.Run(stray+", "+line, func(t *testing.T) {
				t.Parallel()
				folder, out := t.TempDir(), t.TempDir()
				file := filepath.Join(folder, "tháng 11.bantin")
				for suffix, content := range files {
					if err := os.WriteFile(file+suffix, []byte(content), 0o600); err != nil {
						t.Fatal(err)
					}
				}
				if err := os.WriteFile(file, whole, 0o600); err != nil {
					t.Fatal(err)
				}
				before := namesIn(t, folder)
				args := strings.Fields(line)
				for i := range args {
					args[i] = strings.NewReplacer("FILE", file, "OTHER", other, "ID", id, "ISSUE", issue, "REVISION", revision,
						"OUT", out, "TEXT", text, "PATCH", patch).Replace(args[i])
				}
				if r := run(t, args...); r.code == command.NotDone {
					t.Errorf("%+v", r)
				}
				for _, name := range namesIn(t, folder) {
					if !slices.Contains(before, name) {
						t.Errorf("%s stays behind", name)
					}
				}
				mustRun(t, "check", file)
				if r := run(t, "import", file, text); r.code != command.Done {
					t.Fatalf("%+v", r)
				}
				if names := namesIn(t, folder); !slices.Equal(names, []string{filepath.Base(file)}) {
					t.Errorf("after a save: %v", names)
				}
			})
		}
	}
}

func namesIn(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}
