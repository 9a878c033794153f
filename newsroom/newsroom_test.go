package newsroom_test

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/newsroom"
	"bantin/storage"
)

var ctx = context.Background()

// pc is one PC of an office.
type pc struct {
	t    testing.TB
	file *storage.File
	room *newsroom.Newsroom
}

func newPC(t testing.TB, folder, name string) *pc {
	t.Helper()
	f, err := storage.Create(ctx, filepath.Join(t.TempDir(), "máy này.bantin"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return &pc{t, f, join(t, f, folder, name)}
}

func join(t testing.TB, f *storage.File, folder, name string) *newsroom.Newsroom {
	t.Helper()
	n, err := newsroom.Join(ctx, f, folder, name)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func (p *pc) write(headline string) {
	p.t.Helper()
	a := bulletin.Article{Headline: headline, Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: "Bài " + headline}}}
	if _, err := p.file.SaveArticle(ctx, bulletin.NewID(), a, storage.Save{Author: "Lan"}); err != nil {
		p.t.Fatal(err)
	}
}

func (p *pc) exchange() newsroom.Exchanged {
	p.t.Helper()
	e, err := p.room.Exchange(ctx, nil)
	if err != nil {
		p.t.Fatal(err)
	}
	return e
}

// has lists the headlines, in the order of letters.
func (p *pc) has() string {
	p.t.Helper()
	found, err := p.file.Articles(ctx, storage.Query{Sort: storage.SortHeadline})
	if err != nil {
		p.t.Fatal(err)
	}
	var all []string
	for _, s := range found {
		all = append(all, s.Headline)
	}
	return strings.Join(all, " ")
}

func files(t testing.TB, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

func TestThreePCs(t *testing.T) {
	folder := t.TempDir()
	lan, minh, thu := newPC(t, folder, "Lan"), newPC(t, folder, "Minh"), newPC(t, folder, "Thu")
	lan.write("a")
	minh.write("b")
	thu.write("c")
	for range 2 {
		for _, p := range []*pc{lan, minh, thu} {
			p.exchange()
		}
	}
	for _, p := range []*pc{lan, minh, thu} {
		if got := p.has(); got != "a b c" {
			t.Errorf("has %s", got)
		}
		// All is quiet now: nothing is written, nothing received.
		if e := p.exchange(); e.Published != "" || len(e.Received)+len(e.Skipped)+len(e.Left) > 0 {
			t.Errorf("%+v", e)
		}
	}
	if got := files(t, folder); got != "Lan.bantin, Minh.bantin, Thu.bantin" {
		t.Error(got)
	}
	lan.write("d")
	if e := lan.exchange(); e.Published != "Lan.bantin" {
		t.Errorf("%+v", e)
	}
	if e := minh.exchange(); len(e.Received) != 1 || e.Received[0].From != "Lan" || e.Received[0].NewArticles != 1 || e.Published != "" {
		t.Errorf("what came from the newsroom is published again: %+v", e)
	}
	if e := thu.exchange(); len(e.Received) != 1 || thu.has() != "a b c d" {
		t.Errorf("%+v", e)
	}
}

// TestOneName: two PCs of one name, a copied working file, a renamed PC.
func TestOneName(t *testing.T) {
	folder := t.TempDir()
	first, second := newPC(t, folder, "Máy 1"), newPC(t, folder, "máy 1")
	first.write("a")
	second.write("b")
	for range 2 {
		first.exchange()
		second.exchange()
	}
	if first.has() != "a b" || second.has() != "a b" || files(t, folder) != "Máy 1.bantin, máy 1 2.bantin" && files(t, folder) != "Máy 1.bantin, máy 1.bantin" {
		t.Error(first.has(), second.has(), files(t, folder))
	}

	// The second is given another name.
	second.room = join(t, second.file, folder, "Thủy: phóng viên/2")
	second.exchange()
	if got := files(t, folder); got != "Máy 1.bantin, Thủy phóng viên 2.bantin" {
		t.Error(got)
	}

	// The first one's working file is copied to a third PC, and both go on.
	path := filepath.Join(t.TempDir(), "sao.bantin")
	if _, err := first.file.CopyTo(ctx, path, nil); err != nil {
		t.Fatal(err)
	}
	f, err := storage.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	third := &pc{t, f, join(t, f, folder, "Máy 1")}
	first.write("c")
	third.write("d")
	for range 3 {
		first.exchange()
		third.exchange()
		second.exchange()
	}
	for _, p := range []*pc{first, second, third} {
		if p.has() != "a b c d" {
			t.Error(p.has())
		}
	}
	if got := files(t, folder); got != "Máy 1 2.bantin, Máy 1.bantin, Thủy phóng viên 2.bantin" {
		t.Error(got)
	}
}

// TestWhatIsNotWhole: half-copied files, foreign ones, an own one that was
// damaged or removed.
func TestWhatIsNotWhole(t *testing.T) {
	folder := t.TempDir()
	lan, minh := newPC(t, folder, "Lan"), newPC(t, folder, "Minh")
	lan.write("a")
	lan.exchange()
	whole, err := os.ReadFile(filepath.Join(folder, "Lan.bantin"))
	if err != nil {
		t.Fatal(err)
	}
	put := func(name string, b []byte) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("Lan.bantin", whole[:len(whole)/2])
	put("Ghi chú.bantin", []byte("không phải bản thảo"))
	put("trống.bantin", nil)
	put("Lan.txt", []byte("khác"))
	e := minh.exchange()
	if len(e.Skipped) != 3 || minh.has() != "" {
		t.Errorf("%+v", e)
	}
	for _, s := range e.Skipped {
		if bulletin.TroubleKey(s.Why) == "" {
			t.Errorf("no sentence: %v", s.Why)
		}
	}
	put("Lan.bantin", whole)
	if e := minh.exchange(); len(e.Skipped) != 2 || minh.has() != "a" {
		t.Errorf("%+v", e)
	}
	put("Lan.bantin", whole[:len(whole)/2])
	if e := lan.exchange(); e.Published != "Lan.bantin" {
		t.Errorf("its own damaged file is not mended: %+v", e)
	}
	os.Remove(filepath.Join(folder, "Lan.bantin"))
	if e := lan.exchange(); e.Published != "Lan.bantin" {
		t.Errorf("its own file is not brought back: %+v", e)
	}
	// Minh has written nothing yet, and so has put nothing there.
	if got := files(t, folder); got != "Ghi chú.bantin, Lan.bantin, Lan.txt, trống.bantin" {
		t.Error(got)
	}
	info, err := os.Stat(filepath.Join(folder, "Lan.bantin"))
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm()&0o444 != 0o444 {
		t.Errorf("others cannot read it: %v %v", info.Mode(), err)
	}
}

// TestLeftovers: what a crash of another PC left is swept after a day, by this
// PC's patience and not by anybody's clock; nothing else is touched.
func TestLeftovers(t *testing.T) {
	folder := t.TempDir()
	lan := newPC(t, folder, "Lan")
	left := "." + strings.Repeat("A", 26) + "-ABCDEFGH.tmp"
	foreign := ".ghi chú.tmp"
	for _, name := range []string{left, foreign} {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
		at := time.Now().AddDate(-10, 0, 0)
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	lan.write("a")
	lan.exchange()
	if got := files(t, folder); got != left+", "+foreign+", Lan.bantin" {
		t.Error(got)
	}
	lan.room.WaitADay()
	lan.write("b")
	lan.exchange()
	if got := files(t, folder); got != foreign+", Lan.bantin" {
		t.Error(got)
	}
}

func TestJoinRefuses(t *testing.T) {
	f := newPC(t, t.TempDir(), "Lan").file
	for key, where := range map[string][2]string{
		"newsroom_folder_missing": {filepath.Join(t.TempDir(), "không có"), "Lan"},
		"newsroom_name":           {t.TempDir(), " ../. "},
		"newsroom_inside":         {filepath.Dir(f.Path()), "Lan"},
	} {
		if _, err := newsroom.Join(ctx, f, where[0], where[1]); bulletin.TroubleKey(err) != key {
			t.Errorf("%v, want %s", err, key)
		}
	}
	folder := filepath.Join(t.TempDir(), "chung")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	n := join(t, f, folder, "Lan")
	os.Remove(folder)
	if _, err := n.Exchange(ctx, nil); bulletin.TroubleKey(err) != "newsroom_folder_missing" {
		t.Error(err)
	}
}

func TestFileName(t *testing.T) {
	for name, want := range map[string]string{
		"Lan": "Lan.bantin", "Lan.bantin": "Lan.bantin", `PC\phòng: "tin"`: "PC phòng tin.bantin", "con": "con_.bantin", "COM1.x": "COM1.x_.bantin",
		"...": "", " ": "", "a/b": "a b.bantin", ".ẩn.": "ẩn.bantin", strings.Repeat("ă", 100): strings.Repeat("ă", 60) + ".bantin", "\x00\n": "",
	} {
		if got := newsroom.FileName(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
