package storage_test

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"bantin/bulletin"
	"bantin/storage"
)

// BenchmarkReceive takes over 5,000 articles of 700 words and 35 photos of
// 12 megapixels, 100 MB, and then the same file again, which has nothing new.
func BenchmarkReceive(b *testing.B) {
	path := crowd(b, 5000, 35)
	b.Run("new", func(b *testing.B) {
		b.ReportAllocs()
		used := cpuTime()
		defer func() { b.ReportMetric((cpuTime()-used).Seconds()/float64(b.N), "cpu-s/op") }()
		for b.Loop() {
			f := create(b)
			if came := receive(b, f, path); came.NewArticles != 5000 || came.NewPhotos != 35 {
				b.Fatalf("%+v", came)
			}
			b.ReportMetric(peakMemory(b), "MB-peak")
		}
	})
	b.Run("again", func(b *testing.B) {
		f := create(b)
		receive(b, f, path)
		for b.Loop() {
			if came := receive(b, f, path); came.NewRevisions+came.NewPhotos != 0 {
				b.Fatalf("%+v", came)
			}
		}
	})
}

// crowd makes a drafts file with many articles and large photos.
func crowd(b *testing.B, articles, photos int) string {
	b.Helper()
	kept := filepath.Join(os.Getenv("BANTIN_CROWD"), "crowd.bantin")
	if _, err := os.Stat(kept); err == nil && os.Getenv("BANTIN_CROWD") != "" {
		return kept
	}
	f := create(b)
	var shas []storage.PhotoInfo
	for i := range photos {
		shas = append(shas, addPhoto(b, f, fmt.Sprintf("ảnh %d.jpg", i), largePhoto(b, uint64(i))))
	}
	for i := range articles {
		a := article(fmt.Sprintf("Bài số %d ở thôn %s", i, words[i%len(words)]), prose(350, i), prose(350, i+1))
		if i < photos {
			a.Photos = []bulletin.Photo{{ID: "p1", SHA256: shas[i].SHA256, WidthPx: shas[i].WidthPx, HeightPx: shas[i].HeightPx}}
		}
		save(b, f, bulletin.NewID(), a)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	if os.Getenv("BANTIN_CROWD") != "" {
		if err := os.Rename(f.Path(), kept); err != nil {
			b.Fatal(err)
		}
		return kept
	}
	return f.Path()
}

// largePhoto is 4000 × 3000 px of about 2.5 MB.
func largePhoto(b *testing.B, seed uint64) []byte {
	b.Helper()
	random := rand.New(rand.NewPCG(seed, 1))
	m := image.NewYCbCr(image.Rect(0, 0, 4000, 3000), image.YCbCrSubsampleRatio420)
	for i := range m.Y {
		m.Y[i] = uint8(i>>4) + uint8(random.IntN(6))
	}
	for i := range m.Cb {
		m.Cb[i], m.Cr[i] = uint8(i>>6), uint8(i>>7)
	}
	var out bytes.Buffer
	if err := jpeg.Encode(&out, m, &jpeg.Options{Quality: 80}); err != nil {
		b.Fatal(err)
	}
	return out.Bytes()
}

// peakMemory is the most memory that the process has had at once, in MB (0
// where the system does not tell). Making the file to receive takes part in it
// where it was made in the same run: keep it with BANTIN_CROWD=FOLDER.
func peakMemory(b *testing.B) float64 {
	b.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	var kb float64
	if i := bytes.Index(status, []byte("VmHWM:")); i >= 0 {
		fmt.Sscanf(string(status[i+len("VmHWM:"):]), "%f", &kb)
	}
	return kb / 1024
}
