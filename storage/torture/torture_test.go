package torture_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

var ctx = context.Background()

// The test program runs itself with this variable saying what to do.
const roleVariable = "TORTURE_ROLE"

var roles = map[string]func(folder string, random *rand.Rand) error{
	"work":         work,
	"save and add": saveAndAdd,
}

func TestMain(m *testing.M) {
	role, ok := roles[os.Getenv(roleVariable)]
	if !ok {
		os.Exit(m.Run())
	}
	var seed uint64
	_, _ = fmt.Sscan(os.Getenv("TORTURE_SEED"), &seed) // 0 is a seed, too
	if err := role(os.Getenv("TORTURE_FOLDER"), rand.New(rand.NewPCG(seed, 1))); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// play prepares a process that plays a role in a folder.
func play(role, folder string, seed uint64) *exec.Cmd {
	self, err := os.Executable()
	if err != nil {
		self = os.Args[0]
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), roleVariable+"="+role, "TORTURE_FOLDER="+folder,
		fmt.Sprint("TORTURE_SEED=", seed), "BANTIN_BACKUPS="+filepath.Join(folder, "backups"))
	cmd.Stderr = os.Stderr
	return cmd
}

// times is how often something is done: briefly, or at full length. Both can be
// set with BANTIN_TORTURE_TIMES.
func times(short, long int) int {
	var n int
	if _, err := fmt.Sscan(os.Getenv("BANTIN_TORTURE_TIMES"), &n); err == nil && n > 0 {
		return n
	}
	if os.Getenv("BANTIN_TORTURE") != "" {
		return long
	}
	if testing.Short() {
		return max(1, short/4)
	}
	return short
}

// memory is a folder in memory where there is one: a kill does not ask whether
// the disk has anything yet, and most of a long run would be waiting for it.
func memory(t testing.TB) string {
	t.Helper()
	folder, err := os.MkdirTemp("/dev/shm", "bantin-torture-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	return folder
}

const workingFile = "làm việc.bantin"

func working(folder string) string { return filepath.Join(folder, workingFile) }

// words is a text that no other is like.
func words(random *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		fmt.Fprintf(&b, "chữ%d ", random.IntN(1_000_000))
	}
	return b.String()
}

func article(random *rand.Rand) bulletin.Article {
	a := bulletin.Article{Headline: words(random, 4), Genre: bulletin.News, Status: bulletin.Draft}
	for range 1 + random.IntN(6) {
		a.Body = append(a.Body, bulletin.Block{Kind: bulletin.Paragraph, Text: words(random, random.IntN(300))})
	}
	return a
}

// photo is a small JPEG that no other is like.
func photo(random *rand.Rand) []byte {
	m := image.NewGray(image.Rect(0, 0, 60, 40))
	for i := range m.Pix {
		m.Pix[i] = byte(random.IntN(256))
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		panic(err) // into memory
	}
	return b.Bytes()
}

// create makes an empty working file.
func create(t testing.TB, folder string) {
	t.Helper()
	f, err := storage.Create(ctx, working(folder))
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// mustBeSound checks a file to the last row.
func mustBeSound(t testing.TB, f *storage.File) {
	t.Helper()
	damage, err := f.Check(ctx, nil)
	if err != nil || len(damage) > 0 {
		t.Fatalf("%s: %v %v", f.Path(), damage, err)
	}
}
