package command_test

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// TestManyPhotosAreOneLine: what is wrong with many photos of a story is told once,
// with the first of them; for programs each stays by itself.
func TestManyPhotosAreOneLine(t *testing.T) {
	file, id := imported(t)
	photos := make([]map[string]any, 12)
	for i := range photos {
		photos[i] = map[string]any{"id": fmt.Sprint("p", i+1)}
	}
	article, err := json.Marshal(map[string]any{"photos": photos})
	if err != nil {
		t.Fatal(err)
	}
	runWith(t, string(article), "edit", file, id)
	told := run(t, "preflight", file, "--article", id)
	if n := strings.Count(told.out, "no photo"); n != 1 || !strings.Contains(told.out, "12 frames") || !strings.Contains(told.out, "…") {
		t.Errorf("told %d times:\n%s", n, told.out)
	}
	each := fromJSON[struct {
		Findings []struct{ Rule string } `json:"findings"`
	}](t, run(t, "preflight", file, "--article", id, "--json").out)
	n := 0
	for _, f := range each.Findings {
		if f.Rule == "empty_frame" {
			n++
		}
	}
	if n != 12 {
		t.Errorf("%d of 12 for programs", n)
	}
}

// TestAWishThatCannotBeIsNamed by the headline of its story and the house style.
func TestAWishThatCannotBeIsNamed(t *testing.T) {
	file, id := imported(t)
	list := filepath.Join(t.TempDir(), "so.toml")
	write(t, list, "number = \"4\"\nstyle = \"a4-bulletin-3\"\n[[story]]\narticle = \""+id+"\"\ncolumns = 9\n")
	r := run(t, "issue", "new", file, "--from", list)
	if !strings.Contains(r.err, "“Ra quân trồng cây đầu xuân”") || !strings.Contains(r.err, "a4-bulletin-3") {
		t.Errorf("%d %s", r.code, r.err)
	}
}
