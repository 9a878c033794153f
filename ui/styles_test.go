package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"bantin/ui/field"
	"bantin/ui/parts"
	"bantin/ui/setup"
)

// added gives what becomes of a house style in a file of a name.
func (w *window) added(t *testing.T, name, toml string) (style, problem string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	check(t, os.WriteFile(path, []byte(toml), 0o600))
	done := false
	w.addStyle(path, func(_ []setup.Style, name, why string) { style, problem, done = name, why, true })
	wait(t, "the style is read", func() bool { return done })
	return style, problem
}

func TestAHouseStyleIsAddedAndChosenForTheIssue(t *testing.T) {
	w, id := withIssue(t)
	w.makeUp()
	for file, want := range map[string]string{"Mẫu Đồng Rui.toml": "mau-dong-rui", "a4-bulletin.toml": "own-a4-bulletin"} {
		name, problem := w.added(t, file, "based_on = \"a4-bulletin\"\n")
		if name != want || problem != "" || w.shelf().At(want) < 0 {
			t.Fatalf("%s was added as %q: %s", file, name, problem)
		}
	}
	w.styleCame(w.styles, "mau-dong-rui", "")
	wait(t, "the issue has the style", func() bool { return w.issues[w.issueIndex(id)].Issue.Style == "mau-dong-rui" })
	wait(t, "the table says so", func() bool { return w.makeup.StyleTitle == "mau-dong-rui" })
	w.chooseStyle(fyne.NewPos(20, 60))
	if !w.busy() {
		t.Error("no menu of styles")
	}
}

func TestAnOwnStyleIsCalledOtherwiseAndTakenOut(t *testing.T) {
	w, id := withIssue(t)
	w.makeUp()
	name, _ := w.added(t, "rieng.toml", "based_on = \"a4-bulletin\"\n")
	title := func() string {
		if at := w.shelf().At(name); at >= 0 {
			return w.shelf().All[at].Title
		}
		return ""
	}
	w.styleCame(w.styles, name, "")
	wait(t, "the issue has the style", func() bool { return !w.steps.storing && w.issues[w.issueIndex(id)].Issue.Style == name })
	w.askOwnStyles()
	wait(t, "the panel has the keyboard", func() bool { _, ok := w.win.Canvas().Focused().(*field.Field); return ok })
	w.win.Canvas().Focused().(*field.Field).Rewrite("Mẫu của xã")
	w.dialog.(*parts.Panel).Submit()
	wait(t, "it is called otherwise", func() bool { return title() == "Mẫu của xã" })
	wait(t, "on the table, too", func() bool { return w.makeup.StyleTitle == "Mẫu của xã" })
	if user := w.styleUser(name); user != "Bản tin Ngàn Sa số 11 (17)" {
		t.Errorf("it is used by %q", user)
	}
	based, _ := w.added(t, "con.toml", "based_on = \"rieng\"\n")
	w.restyle("")
	wait(t, "the other style uses it", func() bool { return !w.steps.storing && w.styleUser(name) == "mẫu riêng “con”" })
	w.removeStyle(w.shelf().All[w.shelf().At(based)])
	wait(t, "the issue has the usual style", func() bool { return !w.steps.storing && w.styleUser(name) == "" })
	w.removeStyle(w.shelf().All[w.shelf().At(name)])
	wait(t, "it is gone", func() bool { return title() == "" && w.notices.Has(ofNews) })
	w.notices.Act(ofNews)
	wait(t, "and back with its title", func() bool { return title() == "Mẫu của xã" })
}

// TestOwnStylesAreReachedFromTheMenuBar, without the make-up table and before there
// are any: one that is added stands in the list.
func TestOwnStylesAreReachedFromTheMenuBar(t *testing.T) {
	w, _ := withIssue(t)
	word := w.say.Say("desk.menu.own_styles", nil)
	open := func() {
		t.Helper()
		for _, m := range w.win.MainMenu().Items {
			for _, i := range m.Items {
				if i.Label == word {
					i.Action()
					return
				}
			}
		}
		t.Fatalf("no menu offers %q", word)
	}
	open()
	panel, shown := w.dialog.(*parts.Panel)
	if !shown || !panel.Visible() || w.buttons()[w.say.Say("desk.style.add", nil)] == nil {
		t.Fatal("nothing offers to add a style")
	}
	panel.Hide()
	path := filepath.Join(t.TempDir(), "rieng.toml")
	check(t, os.WriteFile(path, []byte("title = \"Mẫu của xã\"\nbased_on = \"a4-bulletin\"\n"), 0o600))
	w.addStyle(path, w.ownStyleCame)
	wait(t, "it stands in the list", func() bool {
		in, ok := w.win.Canvas().Focused().(*field.Field)
		return ok && in.Text() == "Mẫu của xã"
	})
}

func TestAHouseStyleWithAMistakeIsRefusedInWords(t *testing.T) {
	w, _ := withIssue(t)
	name, problem := w.added(t, "sai.toml", "based_on = \"a4-bulletin\"\ncolour_of_sky = 3\n")
	if name != "" || !strings.Contains(problem, "colour_of_sky") || !strings.Contains(problem, "2") {
		t.Errorf("%q: %s", name, problem)
	}
	if w.shelf().At("sai") >= 0 {
		t.Error("it is offered all the same")
	}
}

// TestAStyleThatIsGoneStaysTheIssues: a form that only changes the number does
// not change the style of an issue that came without it.
func TestAStyleThatIsGoneStaysTheIssues(t *testing.T) {
	w, _ := withIssue(t)
	read := w.shelf().Choice(parts.NewForm(w.say), "mau-cua-huyen")
	if read() != "mau-cua-huyen" {
		t.Errorf("the form says %q", read())
	}
}
