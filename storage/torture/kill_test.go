package torture_test

import (
	"bufio"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/storage"
)

// worker does everything that a newsroom does with a file, and says after each
// thing that it was done: what was said must be true for ever.
type worker struct {
	f        *storage.File
	folder   string
	random   *rand.Rand
	articles []bulletin.ID
}

// work goes on until it is killed.
func work(folder string, random *rand.Rand) error {
	f, err := storage.Open(ctx, working(folder))
	if err != nil {
		return err
	}
	w := &worker{f: f, folder: folder, random: random}
	known, err := f.Articles(ctx, storage.Query{})
	if err != nil {
		return err
	}
	for _, s := range known {
		w.articles = append(w.articles, s.ID)
	}
	for {
		if err := w.doSomething(); err != nil {
			return err
		}
	}
}

// say acknowledges.
func say(kind string, what any) { fmt.Println(kind, what) }

func (w *worker) doSomething() error {
	switch n := w.random.IntN(20); {
	case n < 11 || len(w.articles) == 0:
		return w.save()
	case n < 14:
		return w.addPhoto()
	case n < 15:
		return w.deleteOne()
	case n < 17:
		return w.receive()
	case n < 18:
		return w.send()
	case n < 19:
		return w.backUp()
	}
	return w.saveIssue()
}

func (w *worker) save() error {
	id, s := bulletin.NewID(), storage.Save{Author: "Lan", Reason: bulletin.ReasonAutosave}
	if len(w.articles) > 3 || len(w.articles) > 0 && w.random.IntN(2) == 0 {
		id = w.articles[w.random.IntN(len(w.articles))]
		a, err := w.f.Article(ctx, id)
		if err != nil {
			return err
		}
		s.Expected = a.Heads[:1+w.random.IntN(len(a.Heads))]
	} else {
		w.articles = append(w.articles, id)
	}
	saved, err := w.f.SaveArticle(ctx, id, article(w.random), s)
	if err == nil {
		say("revision", saved.Revision)
	}
	return err
}

func (w *worker) deleteOne() error {
	id := w.articles[w.random.IntN(len(w.articles))]
	a, err := w.f.Article(ctx, id)
	if err != nil {
		return err
	}
	saved, err := w.f.DeleteArticle(ctx, id, storage.Save{Expected: a.Heads})
	if err == nil {
		say("revision", saved.Revision)
	}
	return err
}

func (w *worker) saveIssue() error {
	issue := bulletin.Issue{Name: words(w.random, 2), Slots: []bulletin.Slot{{Article: w.articles[0]}}}
	saved, err := w.f.SaveIssue(ctx, bulletin.NewID(), issue, storage.Save{})
	if err == nil {
		say("revision", saved.Revision)
	}
	return err
}

func (w *worker) addPhoto() error {
	info, err := w.f.AddPhoto(ctx, "ảnh.jpg", photo(w.random))
	if err == nil {
		say("photo", info.SHA256)
	}
	return err
}

// receive merges one of the files that others have left in the folder.
func (w *worker) receive() error {
	others, err := filepath.Glob(filepath.Join(w.folder, "other-*"))
	if err != nil || len(others) == 0 {
		return err
	}
	other := others[w.random.IntN(len(others))]
	if _, err := w.f.Receive(ctx, other, nil); err != nil {
		return err
	}
	say("received", filepath.Base(other))
	return nil
}

func (w *worker) send() error {
	out := filepath.Join(w.folder, fmt.Sprint("sent-", bulletin.NewID(), ".bantin"))
	if _, err := w.f.Send(ctx, out, storage.Selection{}, nil); err != nil {
		return err
	}
	say("file", out)
	return nil
}

func (w *worker) backUp() error {
	b, err := w.f.BackUp(ctx, storage.BackupTimer, nil)
	if err == nil && !b.Damaged {
		say("backup", b.Path)
	}
	return err
}

// acknowledged is what a worker said before it was killed.
type acknowledged struct{ kind, what string }

// killOnce lets a worker work for a while, kills it and gives what it said.
func killOnce(t testing.TB, folder string, seed uint64, random *rand.Rand) (said []acknowledged) {
	t.Helper()
	cmd := play("work", folder, seed)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	hear := func() bool {
		if !lines.Scan() {
			return false
		}
		kind, what, ok := strings.Cut(lines.Text(), " ")
		if ok {
			said = append(said, acknowledged{kind, what})
		}
		return true
	}
	for range random.IntN(4) {
		if !hear() {
			t.Fatal("the worker gave up")
		}
	}
	time.Sleep(time.Duration(random.IntN(9000)) * time.Microsecond)
	_ = cmd.Process.Kill()
	for hear() {
	}
	_ = cmd.Wait() // it was killed
	return said
}

// killsOfOneFile is how often the work with one file is killed.
const killsOfOneFile = 20

// TestKills kills a working program at random moments: nothing that it said is
// lost, and the file is sound each time.
func TestKills(t *testing.T) {
	var kills, said atomic.Int64
	t.Run("files", func(t *testing.T) {
		for file := range (times(60, 10_000) + killsOfOneFile - 1) / killsOfOneFile {
			t.Run(fmt.Sprint(file), func(t *testing.T) {
				t.Parallel()
				said.Add(int64(killMany(t, uint64(file))))
				if n := kills.Add(killsOfOneFile); n%500 == 0 {
					t.Logf("%d kills, %d things acknowledged", n, said.Load())
				}
			})
		}
	})
	t.Logf("%d kills, %d things acknowledged, each of them looked for after every later kill", kills.Load(), said.Load())
}

func killMany(t *testing.T, seed uint64) int {
	folder := memory(t)
	create(t, folder)
	makeOthers(t, folder, seed)
	random := rand.New(rand.NewPCG(seed, 2))
	var all []acknowledged
	for range killsOfOneFile {
		fresh := killOnce(t, folder, random.Uint64(), random)
		all = append(all, fresh...)
		mustHaveAll(t, folder, all)
		mustBeWhole(t, fresh)
	}
	return len(all)
}

// makeOthers leaves files to receive, with the revisions that they hold in a
// list beside them.
func makeOthers(t testing.TB, folder string, seed uint64) {
	t.Helper()
	random := rand.New(rand.NewPCG(seed, 3))
	for n := range 3 {
		f, err := storage.Create(ctx, filepath.Join(folder, fmt.Sprint("other-", n)))
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		var heads []bulletin.RevisionID
		id := bulletin.NewID()
		for range 3 {
			saved, err := f.SaveArticle(ctx, id, article(random), storage.Save{Expected: heads})
			if err != nil {
				t.Fatal(err)
			}
			heads, ids = saved.Heads, append(ids, string(saved.Revision))
		}
		if _, err := f.AddPhoto(ctx, "khác.jpg", photo(random)); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprint("list-", n)), []byte(strings.Join(ids, "\n")), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// mustHaveAll opens the file as after a crash and looks for everything that was
// acknowledged.
func mustHaveAll(t testing.TB, folder string, said []acknowledged) {
	t.Helper()
	if err := lookForAll(folder, said); err != nil {
		t.Fatal(err)
	}
}

// lookForAll says what is lost or damaged, or nil.
func lookForAll(folder string, said []acknowledged) error {
	f, err := storage.Open(ctx, working(folder))
	if err != nil {
		return err
	}
	defer f.Close()
	damage, err := f.Check(ctx, nil)
	if err != nil || len(damage) > 0 {
		return fmt.Errorf("%v %w", damage, err)
	}
	for _, a := range said {
		switch a.kind {
		case "revision":
			_, err = f.Revision(ctx, bulletin.RevisionID(a.what))
		case "photo":
			_, err = f.OriginalPhoto(ctx, a.what)
		case "received":
			err = hasReceived(f, filepath.Join(folder, strings.Replace(a.what, "other", "list", 1)))
		}
		if err != nil {
			return fmt.Errorf("acknowledged and lost: %s %s: %w", a.kind, a.what, err)
		}
	}
	return nil
}

// hasReceived looks for the revisions that a list names.
func hasReceived(f *storage.File, list string) error {
	ids, err := os.ReadFile(list)
	if err != nil {
		return err
	}
	for id := range strings.FieldsSeq(string(ids)) {
		if _, err := f.Revision(ctx, bulletin.RevisionID(id)); err != nil {
			return err
		}
	}
	return nil
}

// mustBeWhole looks at the files that were handed out.
func mustBeWhole(t testing.TB, said []acknowledged) {
	t.Helper()
	for _, a := range said {
		if a.kind != "file" && a.kind != "backup" {
			continue
		}
		if _, err := os.Stat(a.what); err != nil && a.kind == "backup" {
			continue // tidied away by the rule
		}
		f, err := storage.OpenReadOnly(ctx, a.what)
		if err != nil {
			t.Fatalf("%s %s: %v", a.kind, a.what, err)
		}
		mustBeSound(t, f)
		f.Close()
		if a.kind == "file" {
			os.Remove(a.what)
		}
	}
}
