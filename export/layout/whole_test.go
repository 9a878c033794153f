package layout_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/export/layout"
)

// wholeStyles are the styles of issues.
var wholeStyles = []string{"a3-wall", "a4-bulletin", "a4-bulletin-3", "19x27-bulletin", "19x27-bulletin-3", "a5-bulletin"}

// look is what an issue looks like: white in percent of all pages, and of the
// page with the most of it but for the last.
type look struct{ pages, jumps, white, worst int }

func lookOf(d *layout.Document, area int) look {
	l, white := look{pages: len(d.Pages)}, 0
	for i, p := range d.Pages {
		white += p.White
		if i+1 < len(d.Pages) {
			l.worst = max(l.worst, p.White*100/area)
		}
	}
	for _, s := range d.Stories {
		l.jumps += len(s.Continued)
	}
	l.white = white * 100 / (area * len(d.Pages))
	return l
}

// TestWholeIssuesLookNoWorse makes up the real article once, eight and forty
// times in every style and holds pages, jumps and white against
// testdata/whole.txt. BANTIN_RECORD=1 records anew.
func TestWholeIssuesLookNoWorse(t *testing.T) {
	a, _ := realArticle(t, 1)
	path := filepath.Join("testdata", "whole.txt")
	raw, err := os.ReadFile(path)
	if err != nil && os.Getenv("BANTIN_RECORD") == "" {
		t.Fatal(err)
	}
	recorded := map[string]look{}
	for line := range strings.Lines(string(raw)) {
		var name string
		var times int
		var l look
		if _, err := fmt.Sscanf(line, "%s %d stories %d pages %d jumps %d%% white %d%% at most", &name, &times, &l.pages, &l.jumps, &l.white, &l.worst); err != nil {
			t.Fatalf("%s: %q: %v", path, line, err)
		}
		recorded[fmt.Sprint(name, times)] = l
	}
	var now strings.Builder
	for _, name := range wholeStyles {
		for _, times := range []int{1, 8, 40} {
			var pieces []layout.Piece
			for i := range times {
				pieces = append(pieces, layout.Piece{ID: bulletin.ID(fmt.Sprint("bai", i+1)), Article: a})
			}
			s := style(t, name)
			d, err := layout.Issue(number4(), pieces, s)
			if err != nil {
				t.Fatal(err)
			}
			l, was := lookOf(d, s.Grid.Rows*s.Grid.Columns), recorded[fmt.Sprint(name, times)]
			fmt.Fprintf(&now, "%s %d stories %d pages %d jumps %d%% white %d%% at most\n", name, times, l.pages, l.jumps, l.white, l.worst)
			if l.jumps > was.jumps+was.jumps/10 || l.white > was.white+1 || l.worst > was.worst+4 {
				t.Errorf("%s, %d stories: %+v, recorded were %+v", name, times, l, was)
			}
		}
	}
	if os.Getenv("BANTIN_RECORD") != "" {
		if err := os.WriteFile(path, []byte(now.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestStoriesThatFillAPageDoNotPushEachOther: where the leading story goes on
// overleaf, those after it that a page holds begin on pages of their own
// instead of going on over one page after the other.
func TestStoriesThatFillAPageDoNotPushEachOther(t *testing.T) {
	for _, name := range []string{"a4-bulletin-3", "19x27-bulletin-3"} {
		_, pieces := realIssue(t, 12)
		d, err := layout.Issue(number4(), pieces, style(t, name))
		if err != nil {
			t.Fatal(err)
		}
		jumps := 0
		for _, s := range d.Stories {
			jumps += len(s.Continued)
		}
		if jumps > 3 {
			t.Errorf("%s: %d jumps", name, jumps)
		}
	}
}
