package storage_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// words is Vietnamese enough for sizes and speeds.
var words = strings.Fields(`sáng nay ủy ban nhân dân xã tổ chức hội nghị tổng kết công tác tuyên giáo đồng chí
	bí thư đảng ủy phát biểu chỉ đạo nhiệm vụ trọng tâm xây dựng nông thôn mới đường làng ngõ xóm sạch đẹp`)

func prose(n, seed int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(words[(i*i+i*7+seed*13)%len(words)])
		b.WriteByte(' ')
	}
	return b.String()
}

func BenchmarkSaveOf1000Words(b *testing.B) {
	f := create(b)
	id := bulletin.NewID()
	var heads []bulletin.RevisionID
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		heads = save(b, f, id, article(fmt.Sprint("Bài ", i), prose(1000, i)), heads...).Heads
	}
}

func BenchmarkAddPhoto(b *testing.B) {
	f := create(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		original := append(photo(b, 7), fmt.Sprint(i)...) // bytes after the end are no part of the picture
		addPhoto(b, f, "ảnh.jpg", original)
	}
}

// Ten thousand articles of 300 words: years of a newsroom's work.
func BenchmarkTenThousand(b *testing.B) {
	f := create(b)
	for i := range 10_000 {
		a := article(fmt.Sprintf("Bài số %d ở thôn %s", i, words[i%len(words)]), prose(300, i))
		if i%1000 == 0 {
			a.Note = "hiếm có"
		}
		save(b, f, bulletin.NewID(), a)
	}
	b.ResetTimer()
	for name, q := range map[string]storage.Query{
		"list all": {}, "list 50": {Limit: 50}, "filter": {Status: bulletin.Draft, Limit: 50},
		"rare word": {Text: "hiếm", Limit: 50}, "common words": {Text: "đồng chí", Limit: 50},
		"first letter": {Text: "n", Limit: 50}, "all hits": {Text: "dong chi"},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				list(b, f, q)
			}
		})
	}
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			g, err := storage.Open(ctx, f.Path())
			if err != nil {
				b.Fatal(err)
			}
			g.Close()
		}
	})
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
				b.Fatal(damage, err)
			}
		}
	})
}

// BenchmarkCheck checks 5,000 articles and 100 MB of photos, and says how much
// longer that takes than to read the file through.
func BenchmarkCheck(b *testing.B) {
	path := crowd(b, 5000, 35)
	f, err := storage.OpenReadOnly(ctx, path)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	start := cpuTime()
	for range 10 {
		if _, err := os.ReadFile(path); err != nil {
			b.Fatal(err)
		}
	}
	readOnce := (cpuTime() - start).Seconds() / 10
	start = cpuTime()
	for b.Loop() {
		if damage, err := f.Check(ctx, nil); err != nil || len(damage) > 0 {
			b.Fatal(damage, err)
		}
	}
	checked := (cpuTime() - start).Seconds() / float64(b.N)
	b.ReportMetric(checked*1000, "cpu-ms/op")
	b.ReportMetric(checked/readOnce, "times-reading")
}
