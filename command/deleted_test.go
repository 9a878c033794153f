package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/command"
)

// copied gives a drafts file to somebody else.
func copied(t *testing.T, file string) string {
	t.Helper()
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "kia.bantin")
	if err := os.WriteFile(other, whole, 0o600); err != nil {
		t.Fatal(err)
	}
	return other
}

// TestDeletedTextIsNotPrinted: neither by itself, unless that is wanted, nor with
// an issue whose list still has it.
func TestDeletedTextIsNotPrinted(t *testing.T) {
	file := library(t)
	ids := fromJSON[[]struct{ ID, Headline string }](t, mustRun(t, "list", file, "--json"))
	issue := fromJSON[struct{ ID string }](t, mustRun(t, "issue", "new", file, "--articles", ids[0].ID+","+ids[1].ID, "--number", "4", "--json")).ID
	runWith(t, `{"headline":"TÍT ĐÃ BỎ"}`, "edit", file, ids[0].ID)
	mustRun(t, "delete", file, ids[0].ID)
	if got := run(t, "issue", "new", file, "--articles", ids[0].ID+","+ids[1].ID); got.code != command.Done || strings.Count(got.err, "the pages leave it out") != 1 {
		t.Errorf("a new issue says nothing of a deleted story: %+v", got)
	}

	pdf := filepath.Join(t.TempDir(), "bài.pdf")
	got := run(t, "export", file, "--article", ids[0].ID, "-o", pdf)
	refused(t, got)
	if _, err := os.Stat(pdf); err == nil || !strings.Contains(got.err, "bantin restore") {
		t.Errorf("%v %s", err, got.err)
	}
	mustRun(t, "export", file, "--article", ids[0].ID, "--force", "-o", pdf)
	if text := tool(t, "pdftotext", pdf, "-"); !strings.Contains(text, "TÍT ĐÃ BỎ") {
		t.Error(text)
	}
	for _, flags := range [][]string{{"--profile", "screen"}, {"--profile", "office"}, {"--force"}} {
		out := filepath.Join(t.TempDir(), "số.pdf")
		got := run(t, append([]string{"export", file, "--issue", issue, "-o", out}, flags...)...)
		if got.code != command.Done || !strings.Contains(got.err, "the pages leave it out") {
			t.Errorf("%v: %+v", flags, got)
		}
		if text := tool(t, "pdftotext", out, "-"); strings.Contains(text, "TÍT ĐÃ BỎ") {
			t.Errorf("%v: it is printed", flags)
		}
	}
	if said := mustRun(t, "issue", "show", file, issue); !strings.Contains(said, "TÍT ĐÃ BỎ  (deleted)") {
		t.Error(said)
	}
}

// TestAContestedDeletionIsSaid, in list, sides and answer; and what is only to be
// looked over.
func TestAContestedDeletionIsSaid(t *testing.T) {
	file := library(t)
	if said := mustRun(t, "list", file, "--deleted"); strings.Contains(said, "import") || !strings.Contains(said, "deleted") {
		t.Errorf("nothing is deleted: %s", said)
	}
	article := fromJSON[[]struct{ ID string }](t, mustRun(t, "list", file, "--json"))[0].ID
	issue := fromJSON[struct{ ID string }](t, mustRun(t, "issue", "new", file, "--articles", article, "--number", "4", "--json")).ID
	other := copied(t, file)

	runWith(t, `{"number": "5"}`, "issue", "edit", file, issue)
	runWith(t, `{"name": "Bản tin khác"}`, "issue", "edit", other, issue)
	mustRun(t, "merge", file, other)
	if listed, shown := mustRun(t, "issue", "list", file), run(t, "issue", "show", file, issue); !strings.Contains(listed, "needs an eye") || !strings.Contains(shown.err, "nobody has looked it over") {
		t.Errorf("%s%+v", listed, shown)
	}
	mustRun(t, "settle", file, issue)
	if listed := mustRun(t, "issue", "list", file); strings.Contains(listed, "eye") {
		t.Error(listed)
	}

	other = copied(t, file)
	mustRun(t, "delete", file, issue)
	runWith(t, `{"number": "6"}`, "issue", "edit", other, issue)
	run(t, "merge", file, other)
	if listed := mustRun(t, "issue", "list", file); !strings.Contains(listed, "deleted on one side") {
		t.Error(listed)
	}
	if shown := mustRun(t, "issue", "show", file, issue); !strings.Contains(shown, "(deleted)") || !strings.Contains(shown, "(kept)") || strings.Contains(shown, "(nothing)") {
		t.Error(shown)
	}
	if said := mustRun(t, "settle", file, issue, "--take", "ours"); !strings.Contains(said, "is deleted") {
		t.Error(said)
	}
}

// TestWhoPublishesIsNotSentToHimself: what is damaged in one's own file is mended
// by somebody else's, or found in a backup.
func TestWhoPublishesIsNotSentToHimself(t *testing.T) {
	file, id := imported(t)
	runWith(t, `{"headline":"TÍT HAI"}`, "edit", file, id)
	whole := copied(t, file)
	spoil(t, file, `"headline":"TÍT HAI`, `"headline":"TÍT HOI`)
	got := run(t, "publish", file, filepath.Join(t.TempDir(), "usb.bantin"))
	if got.code != command.TroubleFound || strings.Contains(got.err, "sender") || !strings.Contains(got.err, "bantin merge") || !strings.Contains(got.err, "backup") {
		t.Errorf("%+v", got)
	}
	if said := run(t, "check", file); !strings.Contains(said.out, "receive that file and it is mended") {
		t.Errorf("%+v", said)
	}
	mustRun(t, "merge", file, whole)
	mustRun(t, "check", file)
}
