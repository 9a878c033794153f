package command_test

import (
	"fmt"
	"os"
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

// TestOursOfThree: where three stand against each other, ours is still what was
// written in this file, and theirs is refused as it names two; in different
// places both are one text each.
func TestOursOfThree(t *testing.T) {
	type shown struct {
		Headline  string
		Body      []struct{ Text string }
		Conflicts []struct{ Field string }
	}
	for try := range 3 {
		salt := fmt.Sprint(try)
		files, id := people(t, 3, salt)
		for i, file := range files {
			t.Setenv("BANTIN_AUTHOR", string(rune('A'+i)))
			runWith(t, fmt.Sprintf(`{"body":[{"kind":"paragraph","text":"Đoạn một. Câu hai của %c %s. Câu ba kết thúc."}]}`, 'A'+i, salt), "edit", file, id)
		}
		for i, file := range files {
			for j := range files {
				if i != j {
					run(t, "merge", file, files[j])
				}
			}
			t.Setenv("BANTIN_AUTHOR", string(rune('A'+i)))
			whole, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			copied := filepath.Join(t.TempDir(), "thử.bantin")
			if err := os.WriteFile(copied, whole, 0o600); err != nil {
				t.Fatal(err)
			}
			refused(t, run(t, "settle", copied, id, "--take", "theirs"))
			if now := fromJSON[shown](t, mustRun(t, "show", copied, id, "--json")); len(now.Conflicts) != 4 {
				t.Errorf("%d conflicts after a refusal: %+v", len(now.Conflicts), now)
			}
			mustRun(t, "settle", copied, id, "--take", "ours")
			now := fromJSON[shown](t, mustRun(t, "show", copied, id, "--json"))
			who := fmt.Sprintf("của %c %s", 'A'+i, salt)
			if now.Headline != "Tít "+who || len(now.Body) != 1 || now.Body[0].Text != "Đoạn một. Câu hai "+who+". Câu ba kết thúc." || len(now.Conflicts) > 0 {
				t.Errorf("ours of %c is %+v", 'A'+i, now)
			}
		}
	}
}
