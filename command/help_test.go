package command_test

import (
	"bytes"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bantin/command"
)

// TestHelpInBothLanguages walks through every command that help lists, and
// looks that no text is missing or left in the other language, and that scripts
// can ask each for JSON.
func TestHelpInBothLanguages(t *testing.T) {
	untranslated := regexp.MustCompile(`(command|trouble)\.[a-z_.]+`)
	listed := regexp.MustCompile(`(?m)^  ([a-z]+)  +\S`)
	for _, lang := range []string{"vi", "en"} {
		commands := [][]string{{}, {"help"}}
		for i := 0; i < len(commands); i++ {
			said := help(t, lang, commands[i])
			if m := untranslated.FindString(said); m != "" {
				t.Errorf("%s %v: no sentence for %s", lang, commands[i], m)
			}
			for _, word := range []string{"Usage:", "Available", "help for", " FILE", " ID", "string", "(default"} {
				if lang == "vi" && strings.Contains(said, word) {
					t.Errorf("%v says %q:\n%s", commands[i], word, said)
				}
			}
			below := listed.FindAllStringSubmatch(said, -1)
			if len(below) == 0 && !slices.Equal(commands[i], []string{"help"}) && !strings.Contains(said, "--json") {
				t.Errorf("%s %v has no --json", lang, commands[i])
			}
			for _, m := range below {
				commands = append(commands, append(slices.Clone(commands[i]), m[1]))
			}
		}
		if len(commands) < 36 {
			t.Errorf("%s: help lists only %d commands: %v", lang, len(commands), commands)
		}
	}
}

// TestHelpSaysHowToUseWhatHasCommandsBelow: "backup" backs up and has others
// below it; "issue" only has those.
func TestHelpSaysHowToUseWhatHasCommandsBelow(t *testing.T) {
	if said := help(t, "vi", []string{"backup"}); !strings.Contains(said, "\n  bantin backup LỆNH\n  bantin backup TỆP\n") {
		t.Errorf("help of backup is\n%s", said)
	}
	if said := help(t, "vi", []string{"issue"}); strings.Count(said, "\n  bantin issue ") != 1 {
		t.Errorf("help of issue is\n%s", said)
	}
}

// TestFlagsSayWhatTheyWant compares help with what happens where a flag stands
// alone: one that then complains wants a value, and its line has a word for it.
func TestFlagsSayWhatTheyWant(t *testing.T) {
	flag := regexp.MustCompile(`(?m)^  (?:-\w,|   ) --([a-z-]+)(?: (\S+))?  `)
	for _, name := range [][]string{{"backup"}, {"export"}, {"import"}, {"issue", "new"}, {"list"}, {"newsroom"}, {"office"}, {"send"}, {"settle"}, {"show"}, {"style", "add"}, {"rules", "add"}} {
		for _, m := range flag.FindAllStringSubmatch(help(t, "vi", name), -1) {
			var out, errOut bytes.Buffer
			args := append(slices.Clone(name), "--"+m[1])
			command.Run(args, strings.NewReader(""), &out, &errOut, noDesk)
			wants := strings.Contains(errOut.String(), "Sau --"+m[1]+" phải ghi")
			if wants != (m[2] != "") {
				t.Errorf("bantin %s --%s: wants a value: %v, help says %q", strings.Join(name, " "), m[1], wants, m[2])
			}
		}
	}
}

// help gives the help text of a command.
func help(t *testing.T, lang string, name []string) string {
	t.Helper()
	var out, errOut bytes.Buffer
	args := append(append([]string{"--lang=" + lang}, name...), "--help")
	if code := command.Run(args, strings.NewReader(""), &out, &errOut, noDesk); code != command.Done {
		t.Errorf("%v: exit code %d %s", args, code, errOut.String())
	}
	return out.String()
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
