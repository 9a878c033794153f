package storage_test

import (
	"path/filepath"
	"slices"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// TestRulesAreKeptWordForWord keeps, replaces and removes rule sets, sends them
// along, and takes none in from another file.
func TestRulesAreKeptWordForWord(t *testing.T) {
	f := create(t)
	first := storage.KeptRules{Name: "xa", File: "# Quy chế của xã\nlaw = \"Quy chế\"\n"}
	second := storage.KeptRules{Name: "luat-2025", File: "law = \"Luật\"\n"}
	for _, k := range []storage.KeptRules{{Name: "xa", File: "cũ"}, first, second} {
		if err := f.SetRules(ctx, k); err != nil {
			t.Fatal(err)
		}
	}
	want := []storage.KeptRules{second, first}
	if got, err := f.Rules(ctx); err != nil || !slices.Equal(got, want) {
		t.Errorf("kept %+v, %v", got, err)
	}
	sound(t, f)
	if _, err := f.SaveIssue(ctx, bulletin.NewID(), bulletin.Issue{Name: "Bản tin"}, storage.Save{}); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "gửi.bantin")
	if _, err := f.Send(ctx, out, storage.Selection{}, nil); err != nil {
		t.Fatal(err)
	}
	sent := open(t, out)
	sound(t, sent)
	if got, err := sent.Rules(ctx); err != nil || !slices.Equal(got, want) {
		t.Errorf("sent %+v, %v", got, err)
	}
	to := create(t)
	if came, err := to.Receive(ctx, out, nil); err != nil || came.NewIssues != 1 {
		t.Fatalf("%+v %v", came, err)
	}
	if got, err := to.Rules(ctx); err != nil || len(got) != 0 {
		t.Errorf("what another office measures by came in: %+v %v", got, err)
	}
	for range 2 { // what is not there is no error
		if err := f.RemoveRules(ctx, "xa"); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := f.Rules(ctx); err != nil || !slices.Equal(got, want[:1]) {
		t.Errorf("left %+v, %v", got, err)
	}
}

// TestADamagedRuleSetIsNamed: it stands in the list without its file, and the
// others are read.
func TestADamagedRuleSetIsNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.bantin")
	f, err := storage.Create(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	good := storage.KeptRules{Name: "b", File: "law = \"Luật\"\n"}
	for _, k := range []storage.KeptRules{{Name: "a", File: "x"}, good} {
		if err := f.SetRules(ctx, k); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	sqlite(t, path, `UPDATE settings SET value = '"y"' WHERE name = 'rules/a'`)
	f = open(t, path)
	if got, err := f.Rules(ctx); err != nil || !slices.Equal(got, []storage.KeptRules{{Name: "a", Damaged: true}, good}) {
		t.Errorf("%+v %v", got, err)
	}
}
