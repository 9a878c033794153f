package newsroom_test

import (
	"bufio"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/newsroom"
	"bantin/storage"
)

// Torture runs this test program again as one PC of the newsroom: these
// variables say which working file it has, where the newsroom is, its name, and
// by how much its clock is wrong; or what it is in place of a PC.
const (
	workVariable   = "NEWSROOM_TEST_FILE"
	folderVariable = "NEWSROOM_TEST_FOLDER"
	nameVariable   = "NEWSROOM_TEST_NAME"
	clockVariable  = "NEWSROOM_TEST_CLOCK"
	roleVariable   = "NEWSROOM_TEST_ROLE"
)

func TestMain(m *testing.M) {
	if os.Getenv(workVariable) == "" {
		os.Exit(m.Run())
	}
	work, ok := map[string]func() error{"colleague": writeUntilKilled, "stick": putBackUntilKilled}[os.Getenv(roleVariable)]
	if !ok {
		work = workUntilKilled
	}
	if err := work(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// articlesEach is how many articles a PC writes on, each many times.
const articlesEach = 12

// workUntilKilled saves and exchanges by turns, and prints the revision of each
// save after it was acknowledged.
func workUntilKilled() error {
	f, err := storage.Open(ctx, os.Getenv(workVariable))
	if err != nil {
		return err
	}
	n, err := newsroom.Join(ctx, f, os.Getenv(folderVariable), os.Getenv(nameVariable))
	if err != nil {
		return err
	}
	wrong, err := time.ParseDuration(os.Getenv(clockVariable))
	if err != nil {
		return err
	}
	n.SetClock(func() time.Time { return time.Now().Add(wrong) })
	fmt.Println("ready")
	for i := 0; ; i++ {
		if err := saveSomething(f, i); err != nil {
			return err
		}
		if i%3 == 2 {
			if _, err := n.Exchange(ctx, nil); err != nil {
				return err
			}
		}
	}
}

// saveSomething writes over any article, also one that another PC has begun.
func saveSomething(f *storage.File, i int) error {
	id, article, save := bulletin.NewID(), bulletin.Article{}, storage.Save{Author: os.Getenv(nameVariable)}
	known, err := f.Articles(ctx, storage.Query{})
	if err != nil {
		return err
	}
	if len(known) >= articlesEach {
		stored, err := f.Article(ctx, known[rand.IntN(len(known))].ID)
		if err != nil {
			return err
		}
		id, article, save.Expected = stored.ID, stored.Article, stored.Heads
	}
	article.Headline = fmt.Sprintf("%s %d %d", save.Author, i, rand.Int())
	saved, err := f.SaveArticle(ctx, id, article, save)
	if err != nil {
		return err
	}
	fmt.Println(saved.Revision)
	return nil
}

// worker is one PC as a process, or somebody else.
type worker struct {
	path, name, clock string
	role              string // "" is a PC of the newsroom
	acknowledged      map[string]bool
}

// longestStart is how long a process has, on the slowest machine, until its
// while begins. One that never does is killed and told of.
const longestStart = 5 * time.Minute

// live lets the PC work for a while, kills it and notes what it had
// acknowledged. The while of who is no PC of the newsroom begins with a save.
func (w *worker) live(t *testing.T, folder string, life time.Duration) {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), workVariable+"="+w.path, folderVariable+"="+folder, nameVariable+"="+w.name, clockVariable+"="+w.clock, roleVariable+"="+w.role)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		t.Error(err)
		return
	}
	lines := bufio.NewScanner(out)
	late := time.AfterFunc(longestStart, func() { cmd.Process.Kill() })
	began := lines.Scan()
	if began && w.role != "" {
		if began = lines.Scan(); began {
			w.acknowledged[lines.Text()] = true
		}
	}
	if !late.Stop() || !began {
		t.Errorf("%s did not begin: %v", w.name, cmd.Wait())
		return
	}
	timer := time.AfterFunc(life, func() { cmd.Process.Kill() })
	for lines.Scan() {
		w.acknowledged[lines.Text()] = true
	}
	if timer.Stop() {
		t.Errorf("%s ended by itself", w.name)
	}
	_ = cmd.Wait() // it was killed
}

// TestTorture kills the PCs of a newsroom at any moment, while half-copied
// files come and go in the folder, clocks are wrong by years, and a colleague
// saves straight in published files. Whatever was acknowledged must have reached
// everybody in the end.
func TestTorture(t *testing.T) {
	pcs, lives := 3, 8
	if os.Getenv("BANTIN_TORTURE") != "" {
		pcs, lives = 5, 200
	}
	folder := t.TempDir()
	workers := make([]*worker, pcs, pcs+1)
	for i := range workers {
		w := &worker{
			path: filepath.Join(t.TempDir(), "a.bantin"), name: "Máy " + strconv.Itoa(i), acknowledged: map[string]bool{},
			clock: []string{"0s", "-87600h", "26280h", "-1h", "876000h"}[i%5], // ten years slow, three fast, a century fast
		}
		if i == 4 {
			w.name = workers[0].name // two PCs of one name
		}
		f, err := storage.Create(ctx, w.path)
		if err != nil {
			t.Fatal(err)
		}
		publishFirst(t, f, folder, w.name)
		workers[i] = w
	}
	colleague := &worker{path: filepath.Join(folder, writtenInPlace), name: "Hà", role: "colleague", acknowledged: map[string]bool{}}
	workers = append(workers, colleague)
	stop, stopped := make(chan struct{}), make(chan struct{})
	go vandalize(folder, stop, stopped)
	done := make(chan struct{})
	for _, w := range workers {
		go func() {
			for range lives {
				w.live(t, folder, time.Duration(20+rand.IntN(400))*time.Millisecond)
			}
			done <- struct{}{}
		}()
	}
	for range workers {
		<-done
	}
	close(stop)
	<-stopped
	if len(colleague.acknowledged) == 0 {
		t.Error("nothing was saved in published files")
	}
	lastExchange(t, folder, workers[:pcs], colleague)
}

// publishFirst publishes a first article of a PC, so that there is something to be
// written into, however short the PC's lives are on a slow machine.
func publishFirst(t *testing.T, f *storage.File, folder, name string) {
	t.Helper()
	defer f.Close()
	if _, err := f.SaveArticle(ctx, bulletin.NewID(), bulletin.Article{Headline: "Bài đầu của " + name}, storage.Save{Author: name}); err != nil {
		t.Fatal(err)
	}
	if _, err := join(t, f, folder, name).Exchange(ctx, nil); err != nil {
		t.Fatal(err)
	}
}

// lastExchange lets everybody exchange undisturbed and looks whether each has
// all of it.
func lastExchange(t *testing.T, folder string, workers []*worker, colleague *worker) {
	all := maps.Clone(colleague.acknowledged)
	open := make([]*pc, len(workers))
	for i, w := range workers {
		f, err := storage.Open(ctx, w.path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		open[i] = &pc{t, f, join(t, f, folder, w.name)}
		for revision := range w.acknowledged {
			all[revision] = true
		}
	}
	for range 3 {
		for _, p := range open {
			p.exchange()
		}
	}
	lost := 0
	for i, p := range open {
		for revision := range all {
			if _, err := p.file.Revision(ctx, bulletin.RevisionID(revision)); err != nil {
				lost++
				t.Logf("%s lacks %s: %v", workers[i].name, revision, err)
			}
		}
		if damage, err := p.file.Check(ctx, nil); err != nil || len(damage) > 0 {
			t.Errorf("%s: %v %v", workers[i].name, damage, err)
		}
	}
	t.Logf("%d acknowledged saves on %d PCs and %d in published files, %d lost; in the folder: %s",
		len(all)-len(colleague.acknowledged), len(open), len(colleague.acknowledged), lost, files(t, folder))
	if lost > 0 || len(all) == 0 {
		t.Errorf("%d of %d acknowledged saves did not reach everybody", lost, len(all))
	}
}

// vandalize is a bad program that keeps a folder the same elsewhere: it leaves
// half of files under other names, and takes published files away or half away
// for a moment. The files that somebody writes into are not taken away: what is
// in them alone would be gone, whatever the PCs do.
func vandalize(folder string, stop, stopped chan struct{}) {
	defer close(stopped)
	for {
		select {
		case <-stop:
			removeVandalism(folder)
			return
		case <-time.After(time.Duration(20+rand.IntN(100)) * time.Millisecond):
		}
		names, err := filepath.Glob(filepath.Join(folder, "M*.bantin"))
		if err != nil || len(names) == 0 {
			continue
		}
		name := names[rand.IntN(len(names))]
		whole, err := os.ReadFile(name)
		if err != nil || len(whole) == 0 {
			continue
		}
		half := whole[:rand.IntN(len(whole))]
		do := rand.IntN(4)
		if inPlace, _ := filepath.Match(writtenInPlace, filepath.Base(name)); inPlace {
			do &^= 1
		}
		switch do {
		case 0:
			_ = os.WriteFile(filepath.Join(folder, "nửa chừng.bantin"), half, 0o600)
		case 1:
			_ = os.WriteFile(name, half, 0o600)
		case 2:
			_ = os.WriteFile(filepath.Join(folder, "cũ "+strings.TrimPrefix(filepath.Base(name), ".")), whole, 0o600)
		case 3:
			_ = os.Remove(name)
		}
	}
}

func removeVandalism(folder string) {
	for _, pattern := range []string{"nửa chừng*", "cũ *"} {
		names, _ := filepath.Glob(filepath.Join(folder, pattern))
		for _, name := range names {
			os.Remove(name)
		}
	}
}
