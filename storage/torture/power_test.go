package torture_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"bantin/storage"
)

// saveAndAdd does a newsroom's work for a while and ends.
func saveAndAdd(folder string, random *rand.Rand) error {
	f, err := storage.Open(ctx, working(folder))
	if err != nil {
		return err
	}
	w := &worker{f: f, folder: folder, random: random}
	for range 25 {
		if err := w.doSomething(); err != nil {
			return err
		}
	}
	return f.Close()
}

// traced runs the work under strace and gives the files as they were before,
// and what was done to them.
func traced(t *testing.T, folder string, seed uint64) (files map[string][]byte, events []event) {
	t.Helper()
	strace, err := exec.LookPath("strace")
	if err != nil {
		missing(t, "strace is not installed")
	}
	create(t, folder)
	makeOthers(t, folder, seed)
	files = filesBelow(t, folder)
	trace := filepath.Join(memory(t), "trace")
	cmd := play("save and add", folder, seed)
	cmd.Args = []string{
		strace, "-f", "-y", "-xx", "-s", "100000000", "-o", trace,
		"-e", "trace=open,openat,write,pwrite64,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,renameat2,link,linkat", cmd.Path,
	}
	cmd.Path = strace
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	if err := cmd.Run(); err != nil {
		if strings.Contains(complaint.String(), "ptrace") {
			missing(t, "this system lets no program trace another")
		}
		t.Fatalf("%v: %s", err, complaint.String())
	}
	file, err := os.Open(trace)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if events, err = readTrace(file, folder); err != nil {
		t.Fatal(err)
	}
	return files, events
}

// missing skips a test that this system cannot run; where the program is built
// for others, it must.
func missing(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal(why)
	}
	t.Skip(why)
}

// mustBeTheTruth replays a trace to its end: what comes out must be what the
// program left on the real disk, or the trace says nothing.
func mustBeTheTruth(t *testing.T, folder string, files map[string][]byte, events []event) {
	t.Helper()
	d := newDisk(folder, files)
	for n, e := range events {
		d.do(n, e)
	}
	real := filesBelow(t, folder)
	if len(real) != len(d.names) {
		t.Fatalf("%d files in the replay, %d on the disk", len(d.names), len(real))
	}
	for path, b := range real {
		if f := d.names[path]; f == nil || !bytes.Equal(f.now(), b) {
			t.Fatalf("%s differs in the replay", path)
		}
	}
}

// TestPowerCuts replays the writes of real work up to any moment, and drops,
// tears and reorders those that were not synced then: nothing that was said is
// lost, and every file that was handed out is whole.
func TestPowerCuts(t *testing.T) {
	var cuts, saved atomic.Int64
	const ofOne = 100
	t.Run("runs", func(t *testing.T) {
		for run := range (times(100, 3000) + ofOne - 1) / ofOne {
			t.Run(fmt.Sprint(run), func(t *testing.T) {
				t.Parallel()
				folder := memory(t)
				files, events := traced(t, folder, uint64(run))
				mustBeTheTruth(t, folder, files, events)
				random := rand.New(rand.NewPCG(uint64(run), 5))
				points := make([]int, ofOne)
				for i := range points {
					points[i] = random.IntN(len(events))
				}
				slices.Sort(points)
				saved.Add(int64(cutAt(t, newDisk(folder, files), events, points, random)))
				cuts.Add(ofOne)
			})
		}
	})
	t.Logf("%d power cuts; %d acknowledged things looked for after them", cuts.Load(), saved.Load())
}

func cutAt(t *testing.T, d *disk, events []event, points []int, random *rand.Rand) (looked int) {
	t.Helper()
	var said []acknowledged
	for n, e := range events {
		for len(points) > 0 && points[0] == n {
			points = points[1:]
			how := crash(random.IntN(int(crashes)))
			to := memory(t)
			d.cut(t, to, how, random)
			looked += len(said)
			where := fmt.Sprintf("cut before event %d of %d, in way %d", n, len(events), how)
			t.Cleanup(func() {
				if t.Failed() && where != "" {
					t.Log(where)
				}
			})
			mustSurvive(t, d, to, said)
			where = ""
			os.RemoveAll(to)
		}
		if e.call == "say" {
			for line := range strings.Lines(string(e.data)) {
				if kind, what, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
					said = append(said, acknowledged{kind, what})
				}
			}
			continue
		}
		d.do(n, e)
	}
	return looked
}

// mustSurvive looks at what a power cut left in a folder.
func mustSurvive(t *testing.T, d *disk, folder string, said []acknowledged) {
	t.Helper()
	mustHaveAll(t, folder, said)
	for _, a := range said {
		if a.kind != "file" && a.kind != "backup" {
			continue
		}
		if d.names[a.what] == nil {
			continue // tidied away since
		}
		moved := filepath.Join(folder, strings.TrimPrefix(a.what, d.folder))
		if _, err := os.Stat(moved); err != nil {
			t.Fatalf("acknowledged and lost: %v", err)
		}
	}
	for path := range filesBelow(t, folder) {
		name := filepath.Base(path)
		if strings.HasPrefix(name, ".") || filepath.Ext(name) != ".bantin" || name == workingFile {
			continue
		}
		f, err := storage.OpenReadOnly(ctx, path)
		if err != nil {
			t.Fatalf("a file that was handed out: %v", err)
		}
		mustBeSound(t, f)
		f.Close()
	}
}

// TestLyingDisksAreNoticed makes sure that the replay can fail: on a disk that
// only says that it has synced, power cuts do lose things.
func TestLyingDisksAreNoticed(t *testing.T) {
	folder := memory(t)
	files, events := traced(t, folder, 99)
	events = slices.DeleteFunc(events, func(e event) bool { return e.call == "sync" })
	random := rand.New(rand.NewPCG(1, 6))
	lost := 0
	for range 30 {
		d := newDisk(folder, files)
		var said []acknowledged
		for n, e := range events[:len(events)/2+random.IntN(len(events)/2)] {
			if kind, what, ok := strings.Cut(strings.TrimSpace(string(e.data)), " "); e.call == "say" && ok {
				said = append(said, acknowledged{kind, what})
			} else {
				d.do(n, e)
			}
		}
		to := memory(t)
		d.cut(t, to, crash(random.IntN(int(crashes))), random)
		if lookForAll(to, said) != nil {
			lost++
		}
	}
	if lost == 0 {
		t.Error("a disk that lies is not noticed")
	}
}
