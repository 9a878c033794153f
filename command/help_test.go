package command_test

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"bantin/command"
)

// TestHelpInBothLanguages looks that no help text is missing or left in the
// other language.
func TestHelpInBothLanguages(t *testing.T) {
	commands := [][]string{
		{},
		{"new"},
		{"import"},
		{"list"},
		{"show"},
		{"edit"},
		{"search"},
		{"log"},
		{"diff"},
		{"merge"},
		{"settle"},
		{"send"},
		{"delete"},
		{"restore"},
		{"preflight"},
		{"export"},
		{"sample"},
		{"check"},
		{"salvage"},
		{"rebuild"},
		{"backup"},
		{"backup", "list"},
		{"backup", "restore"},
		{"newsroom"},
		{"publish"},
		{"issue"},
		{"issue", "new"},
		{"issue", "list"},
		{"issue", "show"},
		{"style"},
		{"style", "list"},
		{"style", "show"},
		{"style", "export"},
		{"style", "add"},
		{"style", "remove"},
		{"help"},
	}
	untranslated := regexp.MustCompile(`(command|trouble)\.[a-z_.]+`)
	for _, lang := range []string{"vi", "en"} {
		for _, name := range commands {
			var out, errOut bytes.Buffer
			args := append(append([]string{"--lang=" + lang}, name...), "--help")
			if code := command.Run(args, strings.NewReader(""), &out, &errOut, noDesk); code != command.Done {
				t.Errorf("%v: exit code %d %s", args, code, errOut.String())
			}
			if m := untranslated.FindString(out.String()); m != "" {
				t.Errorf("%v: no sentence for %s", args, m)
			}
			for _, word := range []string{"Usage:", "Available", "help for", " FILE", " ID", "string", "(default"} {
				if lang == "vi" && strings.Contains(out.String(), word) {
					t.Errorf("%v says %q:\n%s", args, word, out.String())
				}
			}
		}
	}
}

func TestVersionIsThatOfTheApp(t *testing.T) {
	raw, err := os.ReadFile("../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Fields(mustRun(t, "--version"))
	version := said[len(said)-1]
	if !strings.Contains(string(raw), `Version = "`+version+`"`) {
		t.Errorf("bantin --version says %s, FyneApp.toml says otherwise:\n%s", version, raw)
	}
}
