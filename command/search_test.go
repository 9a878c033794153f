package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bantin/command"
)

// library makes a drafts file with three articles.
func library(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "a.bantin")
	mustRun(t, "new", file)
	for _, fields := range []string{
		`{"headline": "Đầm Hà vào mùa tôm", "byline": "Mai Thắm", "section": "Kinh tế", "status": "approved", "body": [{"kind": "paragraph", "text": "Bà con <b>nuôi tôm</b> phấn khởi."}]}`,
		`{"headline": "Đường tới trường", "byline": "Hoàng Ân", "body": [{"kind": "paragraph", "text": "Xã Đầm Hà có đường mới."}]}`,
		`{"headline": "Ăn Tết", "byline": "Lê Bình", "body": [{"kind": "paragraph", "text": "Nhà nhà gói bánh."}]}`,
	} {
		input := filepath.Join(t.TempDir(), "a.txt")
		if err := os.WriteFile(input, []byte("Bài mới\n\nChữ."), 0o600); err != nil {
			t.Fatal(err)
		}
		mustRun(t, "import", file, input)
		id := fromJSON[[]struct{ ID string }](t, mustRun(t, "list", file, "--json"))[0].ID
		if r := runWith(t, fields, "edit", file, id); r.code != command.Done {
			t.Fatal(r)
		}
	}
	return file
}

type hit struct {
	Headline      string
	HeadlineFound []struct{ Start, End int } `json:"headline_found"`
	Snippet       string
	SnippetFound  []struct{ Start, End int } `json:"snippet_found"`
}

func hits(t *testing.T, args ...string) []hit {
	t.Helper()
	return fromJSON[[]hit](t, mustRun(t, append(args, "--json")...))
}

func headlinesOf(found []hit) string {
	var all []string
	for _, h := range found {
		all = append(all, h.Headline)
	}
	return strings.Join(all, " · ")
}

func TestSearchCommand(t *testing.T) {
	file := library(t)
	for query, want := range map[string]string{
		"dam ha": "Đầm Hà vào mùa tôm · Đường tới trường", `"nuôi tôm"`: "Đầm Hà vào mùa tôm", "tacgia:an": "Đường tới trường",
		"đầm hà -tôm": "Đường tới trường", "trangthai:daduyet": "Đầm Hà vào mùa tôm", "không có": "",
	} {
		if got := headlinesOf(hits(t, "search", file, query)); got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
	if got := headlinesOf(hits(t, "search", file, "dam", "ha", "--sort", "newest", "--limit", "1")); got != "Đường tới trường" {
		t.Error(got)
	}
	for _, args := range [][]string{
		{"search", file, "đầm hà", "-tôm"},
		{"search", file, "-tôm", "đầm hà", "--sort", "newest"},
		{"search", "--limit=2", file, "--sort", "newest", "--", "-tôm", "đầm hà"},
	} {
		found := fromJSON[[]hit](t, mustRun(t, append([]string{"search", "--json"}, args[1:]...)...))
		if got := headlinesOf(found); got != "Đường tới trường" {
			t.Errorf("%q finds %q", args[2:], got)
		}
	}
	if r := run(t, "search", file, "tôm", "--srot", "newest"); r.code != command.NotDone || !strings.Contains(r.err, "srot") {
		t.Errorf("%+v", r)
	}
	h := hits(t, "search", file, "nuoi")[0]
	if at := h.SnippetFound; len(at) != 1 || string([]rune(h.Snippet)[at[0].Start:at[0].End]) != "nuôi" || len(h.HeadlineFound) != 0 {
		t.Errorf("%+v", h)
	}
	if out := mustRun(t, "search", file, "nuoi tom"); !strings.Contains(out, "Bà con nuôi tôm phấn khởi.") {
		t.Error(out)
	}
	if r := run(t, "search", file, "tu:32/13"); r.code != command.NotDone || !strings.Contains(r.err, "32/13") {
		t.Error(r)
	}
}

// TestAStrangersTextDoesNotSteerTheTerminal: escapes, bells and turns of the
// direction of writing are left out of what people read, and JSON keeps them.
func TestAStrangersTextDoesNotSteerTheTerminal(t *testing.T) {
	file, id := imported(t)
	in := `{"headline":"Tít\u001b[2J \u0007mới\u202Eđảo","note":"\u202E"}`
	if r := runWith(t, in, "edit", file, id); r.code != command.Done {
		t.Fatalf("%+v", r)
	}
	for _, args := range [][]string{{"list", file}, {"show", file, id}, {"search", file, "đảo"}, {"diff", file, id}, {"settle", file, id}, {"search", file, "tu:\x1b[2J"}} {
		r := run(t, args...)
		if strings.ContainsAny(r.out+r.err, "\x1b\a\u202e") {
			t.Errorf("%q steers the terminal: %q", args, r.out+r.err)
		}
	}
	if shown := fromJSON[map[string]any](t, mustRun(t, "show", file, id, "--json")); shown["note"] != "\u202e" {
		t.Errorf("%q", shown["note"])
	}
}

func TestListInOrder(t *testing.T) {
	file := library(t)
	for _, c := range []struct{ flags, want string }{
		{"--sort headline", "Ăn Tết · Đầm Hà vào mùa tôm · Đường tới trường"},
		{"--sort byline", "Đường tới trường · Ăn Tết · Đầm Hà vào mùa tôm"},
		{"--sort newest --reverse --limit 1", "Đầm Hà vào mùa tôm"},
		{"--deleted", ""},
	} {
		if got := headlinesOf(hits(t, append([]string{"list", file}, strings.Fields(c.flags)...)...)); got != c.want {
			t.Errorf("%s: %s, want %s", c.flags, got, c.want)
		}
	}
	if r := run(t, "list", file, "--sort", "price"); r.code != command.NotDone || !strings.Contains(r.err, "headline") {
		t.Error(r)
	}
}
