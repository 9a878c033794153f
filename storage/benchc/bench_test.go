//go:build sqlite_fts5 && unix

package benchc

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"bantin/bulletin"
	"bantin/storage"
	"bantin/storage/internal/engine"
)

var ctx = context.Background()

// both makes a drafts file on each library: the one in Go, then the one in C.
func both(b *testing.B) (files [2]*storage.File) {
	b.Helper()
	inGo := engine.Name
	defer func() { engine.Name = inGo }()
	for i, name := range []string{inGo, inC} {
		engine.Name = name
		f, err := storage.Create(ctx, filepath.Join(b.TempDir(), "a.bantin"))
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { f.Close() })
		files[i] = f
	}
	return files
}

// compare does the same to both files by turns and reports how long the one in
// Go takes in the middle, and how many times as long as the one in C; and the
// latter once more in processor time, which is right on a busy machine, too.
func compare(b *testing.B, files [2]*storage.File, do func(f *storage.File, round int)) {
	b.Helper()
	var took, worked [2][]time.Duration
	for round := 0; b.Loop(); round++ {
		for i := range files {
			i = (i + round) % 2
			start, used := time.Now(), cpuTime()
			do(files[i], round)
			took[i], worked[i] = append(took[i], time.Since(start)), append(worked[i], cpuTime()-used)
		}
	}
	b.ReportMetric(middle(took[0]), "go-ms")
	b.ReportMetric(middle(took[1]), "c-ms")
	b.ReportMetric(middle(took[0])/middle(took[1]), "go/c")
	b.ReportMetric(middle(worked[0])/middle(worked[1]), "go/c-cpu")
	b.ReportMetric(0, "ns/op")
}

// middle is the median in milliseconds.
func middle(all []time.Duration) float64 {
	slices.Sort(all)
	return float64(all[len(all)/2].Microseconds()) / 1000
}

func cpuTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

var words = strings.Fields(`sáng nay ủy ban nhân dân xã tổ chức hội nghị tổng kết công tác tuyên giáo đồng chí
	bí thư đảng ủy phát biểu chỉ đạo nhiệm vụ trọng tâm xây dựng nông thôn mới đường làng ngõ xóm sạch đẹp`)

func article(n, seed int) bulletin.Article {
	var b strings.Builder
	for i := range n {
		b.WriteString(words[(i*i+i*7+seed*13)%len(words)] + " ")
	}
	return bulletin.Article{
		Headline: fmt.Sprintf("Bài số %d ở thôn %s", seed, words[seed%len(words)]), Byline: "Mai Thắm",
		Genre: bulletin.News, Status: bulletin.Draft,
		Body: []bulletin.Block{{Kind: bulletin.Paragraph, Text: b.String()}},
	}
}

func BenchmarkSaveOf1000Words(b *testing.B) {
	files := both(b)
	id := bulletin.NewID()
	heads := map[*storage.File][]bulletin.RevisionID{}
	compare(b, files, func(f *storage.File, round int) {
		saved, err := f.SaveArticle(ctx, id, article(1000, round), storage.Save{Author: "Lan", Expected: heads[f]})
		if err != nil {
			b.Fatal(err)
		}
		heads[f] = saved.Heads
	})
}

// BenchmarkTenThousand lists and searches ten thousand articles.
func BenchmarkTenThousand(b *testing.B) {
	files := both(b)
	for i := range 10_000 {
		for _, f := range files {
			if _, err := f.SaveArticle(ctx, bulletin.NewID(), article(100, i), storage.Save{Author: "Lan"}); err != nil {
				b.Fatal(err)
			}
		}
	}
	for _, c := range []struct {
		name  string
		query storage.Query
	}{
		{"list all", storage.Query{}},
		{"list by headline", storage.Query{Sort: storage.SortHeadline}},
		{"first screen", storage.Query{Limit: 50}},
		{"search common word", storage.Query{Text: "đồng chí", Limit: 50}},
		{"search beginning", storage.Query{Text: "tuye", Limit: 50}},
		{"search ranked", storage.Query{Text: "đồng chí", Ranked: true, Limit: 50}},
	} {
		b.Run(c.name, func(b *testing.B) {
			compare(b, files, func(f *storage.File, _ int) {
				if found, err := f.Articles(ctx, c.query); err != nil || len(found) == 0 {
					b.Fatal(len(found), err)
				}
			})
		})
	}
}
