package command_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"bantin/command"
)

// codes are what nobody should have to read: IDs, hashes, JSON and the words of
// the program.
var codes = regexp.MustCompile(`\b[0-9a-z]*[0-9][0-9a-z]{14,}\b|[{}]\s*"|\bp\d\b|slots/|photos/|\btrue\b|\bsubmitted\b|a5-bulletin`)

// inWords removes what only names a place for --field, and versions, and fails
// where a code is left.
func inWords(t *testing.T, said string, want ...string) {
	t.Helper()
	plain := regexp.MustCompile(`\((slots|photos|holes|deleted|headline|status|style)[^)]*\)`).ReplaceAllString(said, "")
	if code := codes.FindString(plain); code != "" {
		t.Errorf("%q stands in:\n%s", code, said)
	}
	for _, w := range want {
		if !strings.Contains(said, w) {
			t.Errorf("%q is missing in:\n%s", w, said)
		}
	}
}

func TestDifferencesInWords(t *testing.T) {
	file := library(t)
	ids := fromJSON[[]struct{ ID, Headline string }](t, mustRun(t, "list", file, "--json"))
	mustRun(t, "issue", "new", file, "--articles", ids[0].ID+","+ids[1].ID, "--number", "4")
	issue := fromJSON[[]struct{ ID string }](t, mustRun(t, "issue", "list", file, "--json"))[0].ID
	runWith(t, `{"style": "a5-bulletin", "slots": [{"article": "`+ids[1].ID+`", "lead": true, "headline_size": "large"}, {"article": "`+ids[0].ID+`"}, {"article": "`+ids[2].ID+`"}], "holes": [{"page": 2, "columns": 1, "rows": 12}]}`,
		"issue", "edit", file, issue)
	inWords(t, mustRun(t, "diff", file, issue), ids[0].Headline, ids[1].Headline, ids[2].Headline, "yes", "large", "page 2")

	if r := runWith(t, `{"status": "submitted"}`, "edit", file, ids[0].ID); r.code != command.Done {
		t.Fatalf("%+v", r)
	}
	inWords(t, mustRun(t, "diff", file, ids[0].ID), "Submitted")
}

func TestConflictsInWords(t *testing.T) {
	file := library(t)
	article := fromJSON[[]struct{ ID, Headline string }](t, mustRun(t, "list", file, "--json"))[0]
	mustRun(t, "issue", "new", file, "--articles", article.ID, "--number", "4")
	issue := fromJSON[[]struct{ ID string }](t, mustRun(t, "issue", "list", file, "--json"))[0].ID
	other := copied(t, file)
	edit := func(file, json string, args ...string) {
		t.Helper()
		if r := runWith(t, json, args...); r.code == command.NotDone {
			t.Fatalf("%+v", r)
		}
	}
	edit(file, `{"status": "submitted"}`, "edit", file, article.ID)
	mustRun(t, "delete", other, article.ID)
	edit(file, `{"slots": [{"article": "`+article.ID+`", "page": 2}]}`, "issue", "edit", file, issue)
	edit(other, `{"slots": [{"article": "`+article.ID+`", "page": 3}]}`, "issue", "edit", other, issue)
	r := run(t, "merge", file, other)
	if r.code != command.TroubleFound {
		t.Fatalf("%+v", r)
	}
	inWords(t, strings.NewReplacer(article.ID, "", issue, "").Replace(r.out), "(deleted)", article.Headline)
	inWords(t, strings.ReplaceAll(run(t, "show", file, article.ID).out, article.ID, ""), "(deleted)")

	shown := fromJSON[struct {
		Conflicts []struct {
			OursFrom   struct{ Revision string } `json:"ours_from"`
			TheirsFrom struct{ Revision string } `json:"theirs_from"`
		}
	}](t, mustRun(t, "issue", "show", file, issue, "--json"))
	if len(shown.Conflicts) != 1 || shown.Conflicts[0].OursFrom.Revision == "" || shown.Conflicts[0].TheirsFrom.Revision == "" {
		t.Errorf("%+v", shown)
	}

	// An earlier version does not settle what is still to be chosen unasked.
	log := fromJSON[[]struct{ Revision string }](t, mustRun(t, "log", file, issue, "--json"))
	first := log[len(log)-1].Revision
	if r := run(t, "restore", file, issue, first); r.code != command.NotDone || !strings.Contains(r.err, "--settle") {
		t.Errorf("%+v", r)
	}
	inWords(t, strings.NewReplacer(article.ID, "", issue, "").Replace(mustRun(t, "restore", file, issue, first, "--settle")))
	if strings.Contains(mustRun(t, "issue", "show", file, issue, "--json"), "ours_from") {
		t.Error("something is still to be chosen")
	}
}

func TestEditRefusesAnotherAuthor(t *testing.T) {
	file := library(t)
	id := fromJSON[[]struct{ ID string }](t, mustRun(t, "list", file, "--json"))[0].ID
	r := runWith(t, `{"headline": "Khác", "author": "Ai đó"}`, "edit", file, id)
	refused(t, r)
	if !strings.Contains(r.err, "Ai đó") {
		t.Error(r.err)
	}
	if r := runWith(t, mustRun(t, "show", file, id, "--json"), "edit", file, id); r.code != command.Done {
		t.Errorf("what show gave is not taken back: %+v", r)
	}
	for _, every := range []string{"-5s", "0s", "10ms"} {
		refused(t, run(t, "newsroom", file, t.TempDir(), "--every", every))
	}
}

// TestAPhotoIsNamedOnce: "Caption of photo 1", and not of photo photo 1.
func TestAPhotoIsNamedOnce(t *testing.T) {
	file := library(t)
	id := fromJSON[[]struct{ ID string }](t, mustRun(t, "list", file, "--json"))[0].ID
	for _, caption := range []string{"Gói bánh", "Gói bánh chưng"} {
		if r := runWith(t, `{"photos": [{"id": "p1", "caption": "`+caption+`"}]}`, "edit", file, id); r.code != command.Done {
			t.Fatalf("%+v", r)
		}
	}
	for language, want := range map[string]string{"en": "Caption of photo 1 “Gói bánh chưng”", "vi": "Chú thích của ảnh 1 “Gói bánh chưng”"} {
		var said bytes.Buffer
		if command.Run([]string{"--lang", language, "diff", file, id}, strings.NewReader(""), &said, &said, noDesk); !strings.Contains(said.String(), want) {
			t.Errorf("%q is not in:\n%s", want, said.String())
		}
	}
}
