package storage_test

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"bantin/bulletin/viet"
	"bantin/storage"
)

// archive is a drafts file of many articles. BANTIN_ARTICLES says how many
// (10,000 otherwise; 100,000 are decades of a newsroom's work), and
// BANTIN_ARCHIVE where the file is kept for the next time.
func archive(b *testing.B) *storage.File {
	b.Helper()
	path := cmp.Or(os.Getenv("BANTIN_ARCHIVE"), filepath.Join(b.TempDir(), "archive.bantin"))
	if _, err := os.Stat(path); err == nil {
		f := open(b, path)
		f.LookedOver() // or that would be measured, too
		return f
	}
	f, err := storage.Create(ctx, path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { f.Close() })
	n, err := strconv.Atoi(cmp.Or(os.Getenv("BANTIN_ARTICLES"), "10000"))
	if err != nil {
		b.Fatal(err)
	}
	if err := f.Fill(ctx, n, newCorpus().article); err != nil {
		b.Fatal(err)
	}
	return f
}

// typing is what stands in the search box while words are typed letter by
// letter.
func typing(words ...string) (states []string) {
	for _, word := range words {
		runes := []rune(word)
		for i := range runes {
			states = append(states, string(runes[:i+1]))
		}
	}
	return states
}

// BenchmarkKeystroke searches as a person types, the first fifty hits with
// their snippets after each key, and reports how long the slowest twentieth,
// and the slowest, took.
func BenchmarkKeystroke(b *testing.B) {
	f := archive(b)
	c := newCorpus()
	var pairs []string // every beginning of two letters
	for _, first := range "abcdeghiklmnopqrstuvxy0123456789" {
		for _, second := range "abcdeghiklmnopqrstuvxy0123456789" {
			pairs = append(pairs, string(first)+string(second))
		}
	}
	rare := func(n int) string { return c.name(n * 397) }
	s := c.syllables
	for _, group := range []struct {
		name    string
		queries []string
	}{
		{"common", typing(s[0], s[1], s[2], s[5], s[10], s[20], s[40])},
		{"common without marks", typing(viet.Fold(s[0]), viet.Fold(s[3]), viet.Fold(s[7]), viet.Fold(s[30]))},
		{"middling", typing(s[200], s[300], s[500], s[800])},
		{"rare", typing(s[len(s)-1], s[len(s)-2], rare(1), rare(2), rare(3), rare(4), "98765", "nothing")},
		{"two letters", pairs},
		{"several words", typing(s[0]+" "+s[1]+" "+s[2], s[4]+" "+s[300]+" "+rare(5), s[12]+" "+s[13])},
		{"fields and phrases", typing(`tieude:`+s[3], `tacgia:mai `+s[8], `"`+s[0]+` `+s[1]+`"`, s[6]+` -`+s[9], `muc:"thoi su" `+s[11], `tu:1/1/2024 `+s[14])},
	} {
		b.Run(group.name, func(b *testing.B) { keystrokes(b, f, group.queries) })
	}
}

// keystrokes reports both what the clock says and the processor time: the
// latter is right on a machine that does other things, too.
func keystrokes(b *testing.B, f *storage.File, queries []string) {
	var took, worked []time.Duration
	slow := map[string]time.Duration{}
	for b.Loop() {
		for _, text := range queries {
			start, used := time.Now(), cpuTime()
			list(b, f, storage.Query{Text: text, Limit: 50})
			took, worked = append(took, time.Since(start)), append(worked, cpuTime()-used)
			if last := worked[len(worked)-1]; last > slowKeystroke {
				slow[text] = max(slow[text], last)
			}
		}
	}
	for name, times := range map[string][]time.Duration{"ms": took, "cpu-ms": worked} {
		slices.Sort(times)
		ms := func(share float64) float64 {
			return float64(times[int(share*float64(len(times)-1))].Microseconds()) / 1000
		}
		b.ReportMetric(ms(0.5), "p50-"+name)
		b.ReportMetric(ms(0.95), "p95-"+name)
		b.ReportMetric(ms(1), "max-"+name)
	}
	b.ReportMetric(0, "ns/op")
	b.Logf("of %d keystrokes slow: %v", len(queries), slow)
}

// slowKeystroke is what a person begins to feel.
const slowKeystroke = 20 * time.Millisecond

// BenchmarkArchive is what else is done with many articles.
func BenchmarkArchive(b *testing.B) {
	f := archive(b)
	s := newCorpus().syllables
	for name, q := range map[string]storage.Query{
		"first screen": {Limit: 50}, "list all": {}, "by headline": {Sort: storage.SortHeadline, Limit: 50},
		"by author": {Sort: storage.SortByline, Limit: 50}, "ranked common": {Text: s[0], Ranked: true, Limit: 50},
		"ranked rare": {Text: s[1500], Ranked: true, Limit: 50},
	} {
		b.Run(name, func(b *testing.B) {
			used := cpuTime()
			for b.Loop() {
				list(b, f, q)
			}
			b.ReportMetric(float64((cpuTime()-used).Microseconds())/1000/float64(b.N), "cpu-ms/op")
		})
	}
	b.Run("count common", func(b *testing.B) {
		for b.Loop() {
			if _, err := f.Count(ctx, storage.Query{Text: s[0]}); err != nil {
				b.Fatal(err)
			}
		}
	})
	path := f.Path()
	f.Close()
	b.Run("open and first screen", func(b *testing.B) {
		for b.Loop() {
			g, err := storage.Open(ctx, path)
			if err != nil {
				b.Fatal(err)
			}
			list(b, g, storage.Query{Limit: 50})
			g.Close()
		}
	})
	b.Log(memory())
}

// memory is the most that this process has had, where the system says.
func memory() string {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return fmt.Sprintf("Go holds %d MB", m.Sys>>20)
	}
	for line := range strings.Lines(string(status)) {
		if strings.HasPrefix(line, "VmHWM") {
			return line
		}
	}
	return ""
}
