package translations_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"bantin/assets/translations"
	"bantin/bulletin"
)

// ofCommands are sentences that only commands say.
var ofCommands = []string{
	"command_unknown", "command_flag_bare", "command_flag_value", "creep_booklet", "edit_conflict", "edit_deleted",
	"every_too_short", "export_what", "export_where", "issue_empty", "json_field_kind", "json_unreadable", "logo_by_picture",
	"paper_office", "pdf_booklet_office", "pdf_marks_print", "preflight_what", "restore_conflict", "settle_pairs",
	"style_name", "style_shipped", // the window makes a name of its own
}

var aCommand = regexp.MustCompile(`(^|[^.])\bbantin [a-z]+|(^| )--[a-z]+`)

// TestTheWindowNamesNoCommand: who sits before the window has no command line.
func TestTheWindowNamesNoCommand(t *testing.T) {
	for _, l := range translations.Languages() {
		w := translations.For(l).InWindow()
		if w.Language() != l {
			t.Errorf("the window speaks %s, not %s", w.Language(), l)
		}
		for _, key := range w.Keys() {
			prefix, name, _ := strings.Cut(key, ".")
			if prefix == "command" || strings.HasPrefix(key, "desk.no_") || key == "desk.unreachable" || slices.Contains(ofCommands, name) {
				continue
			}
			if said := aCommand.FindString(w.Say(key, nil)); said != "" {
				t.Errorf("%s: %s names “%s”", l, key, said)
			}
		}
	}
}

// TestWindowWordings: each is another wording of a sentence that there is, with
// no other facts, and the command line keeps its own.
func TestWindowWordings(t *testing.T) {
	for _, l := range translations.Languages() {
		_, said := sentences(t, l)
		n := 0
		for key, sentence := range said {
			of, ok := strings.CutPrefix(key, "window.")
			if !ok {
				continue
			}
			n++
			for _, fact := range factsOf(sentence) {
				if !slices.Contains(factsOf(said[of]), fact) {
					t.Errorf("%s: %s has {%s}, %q has not", l, key, fact, said[of])
				}
			}
			if said[of] == sentence || translations.For(l).Say(of, nil) != said[of] || translations.For(l).InWindow().Say(of, nil) != sentence {
				t.Errorf("%s: %s is not another wording of %q", l, key, said[of])
			}
			namesItsMenu(t, l, said, key)
		}
		if n < 10 {
			t.Errorf("%s: %d sentences have a wording for the window", l, n)
		}
	}
}

var quoted = regexp.MustCompile(`“([^”{]+)”`)

// namesItsMenu: what a sentence puts in quotes is a menu's word or a button's.
func namesItsMenu(t *testing.T, l translations.Language, said map[string]string, key string) {
	t.Helper()
	for _, m := range quoted.FindAllStringSubmatch(said[key], -1) {
		isWord := false
		for other, word := range said {
			isWord = isWord || word == m[1] && strings.HasPrefix(other, "desk.")
		}
		if !isWord {
			t.Errorf("%s: %s speaks of “%s”, which nothing in the window is called", l, key, m[1])
		}
	}
}

func TestExplainInWindow(t *testing.T) {
	torn := bulletin.NewTrouble("file_torn", bulletin.Args{"file": "x.bantin"}, nil)
	c := translations.For(translations.Vietnamese)
	if said := c.InWindow().Explain(torn); !strings.Contains(said, "x.bantin") || !strings.Contains(said, "nhờ gửi lại") || strings.Contains(said, "salvage") {
		t.Error(said)
	}
	if said := c.Explain(torn); !strings.Contains(said, "bantin salvage") {
		t.Error(said)
	}
}
