package command_test

import (
	"fmt"
	"path/filepath"
	"testing"
)

type sidesShown struct {
	Headline  string
	Conflicts []struct {
		Field, Ours, Theirs string
		OursFrom            struct{ Revision, Author string } `json:"ours_from"`
	}
}

// people give one article to several, who each write a headline of their own.
func people(t *testing.T, n int, salt string) (files []string, id string) {
	t.Helper()
	t.Setenv("BANTIN_AUTHOR", "Gốc")
	first, id := imported(t)
	for i := range n {
		name := string(rune('A' + i))
		file := filepath.Join(t.TempDir(), name+".bantin")
		mustRun(t, "send", first, file)
		t.Setenv("BANTIN_AUTHOR", name)
		runWith(t, fmt.Sprintf(`{"headline":"Tít của %s %s"}`, name, salt), "edit", file, id)
		files = append(files, file)
	}
	return files, id
}

// TestOursIsWhatWasWrittenHere: in each of two files.
func TestOursIsWhatWasWrittenHere(t *testing.T) {
	for try := range 3 {
		salt := fmt.Sprint(try)
		files, id := people(t, 2, salt)
		for i, file := range files {
			other := files[1-i]
			if i == 1 { // as it was before
				again, newID := people(t, 2, salt+"n")
				file, other, id = again[1], again[0], newID
				salt += "n"
			}
			want := "Tít của " + string(rune('A'+i)) + " " + salt
			c := fromJSON[sidesShown](t, run(t, "merge", file, other, "--json").out).Conflicts[0]
			if c.Ours != want || c.OursFrom.Author != string(rune('A'+i)) || c.Theirs == want {
				t.Errorf("file %d: %+v", i, c)
			}
			mustRun(t, "settle", file, id, "--take", "ours")
			if now := fromJSON[sidesShown](t, mustRun(t, "show", file, id, "--json")); now.Headline != want {
				t.Errorf("file %d took %q, not %q", i, now.Headline, want)
			}
		}
	}
}

// TestOneAnswerForAllPlacesOfAField: of three headlines one is named by its
// author, or by its version.
func TestOneAnswerForAllPlacesOfAField(t *testing.T) {
	for _, name := range []string{"A", "B", "C"} {
		files, id := people(t, 3, name)
		run(t, "merge", files[0], files[1], files[2])
		refused(t, run(t, "settle", files[0], id, "--field", "headline", "--take", "Z"))
		mustRun(t, "settle", files[0], id, "--field", "headline", "--take", name)
		if now := fromJSON[sidesShown](t, mustRun(t, "show", files[0], id, "--json")); now.Headline != "Tít của "+name+" "+name || len(now.Conflicts) > 0 {
			t.Errorf("took %+v for %s", now, name)
		}
	}
	files, id := people(t, 3, "mã")
	run(t, "merge", files[0], files[1], files[2])
	c := fromJSON[sidesShown](t, mustRun(t, "show", files[0], id, "--json")).Conflicts[1]
	mustRun(t, "settle", files[0], id, "--field", "headline", "--take", c.OursFrom.Revision[:10])
	if now := fromJSON[sidesShown](t, mustRun(t, "show", files[0], id, "--json")); now.Headline != c.Ours {
		t.Errorf("took %q, not %q", now.Headline, c.Ours)
	}
}
