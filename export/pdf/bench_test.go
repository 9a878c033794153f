package pdf_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"testing"

	"bantin/assets/fonts"
	"bantin/export/layout"
	"bantin/export/pdf"
	"bantin/internal/race"
)

// eightPages is text only: three columns of 60 lines a page.
func eightPages(t testing.TB) *layout.Document {
	doc := onPaper()
	doc.Pages = nil
	set := line(t, 0, 0, 9.5, fonts.SerifRegular, "Bà con xã Đầm Hà được mùa lúa chiêm")
	for range 8 {
		var page layout.Page
		for i := range 180 {
			set.X, set.Y = millimetres(15+60*float64(i%3)), millimetres(20+4.2*float64(i/3))
			page.Items = append(page.Items, set)
		}
		doc.Pages = append(doc.Pages, page)
	}
	return doc
}

// fortyPhotos is a photo of 3000 × 2000 a page, so wide on the page.
func fortyPhotos(t testing.TB, wide float64) (*layout.Document, layout.PhotoSource) {
	raw := photo(t, 3000, 2000)
	doc := eightPages(t)
	doc.Pages = nil
	for i := range 40 {
		doc.Pages = append(doc.Pages, layout.Page{Items: []layout.Item{
			line(t, 20, 20, 9.5, fonts.SerifRegular, fmt.Sprintf("Ảnh %d", i)),
			shown(fmt.Sprintf("photo %d", i), 3000, 2000, 15, 30, wide, wide*2/3),
		}})
	}
	return doc, func(string) ([]byte, error) { return bytes.Clone(raw), nil }
}

func benchmark(b *testing.B, doc *layout.Document, photos layout.PhotoSource, profile pdf.Profile) {
	b.ReportAllocs()
	for b.Loop() {
		if err := pdf.Write(context.Background(), io.Discard, doc, photos, pdf.Options{Profile: profile}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEightPages(b *testing.B) { benchmark(b, eightPages(b), nil, pdf.Print) }

// BenchmarkFortyPhotosAsTheyAre has photos of about the right size, which keep
// their bytes.
func BenchmarkFortyPhotosAsTheyAre(b *testing.B) {
	doc, photos := fortyPhotos(b, 180)
	benchmark(b, doc, photos, pdf.Print)
}

// BenchmarkFortyPhotosMadeSmaller has photos three times too large.
func BenchmarkFortyPhotosMadeSmaller(b *testing.B) {
	doc, photos := fortyPhotos(b, 85)
	benchmark(b, doc, photos, pdf.Print)
}

// TestFortyPhotosInModestMemory reads the most memory that this process has
// had, which Linux counts.
func TestFortyPhotosInModestMemory(t *testing.T) {
	if testing.Short() || race.On {
		t.Skip("makes forty large photos smaller and measures memory, which the race detector multiplies")
	}
	const clear, status = "/proc/self/clear_refs", "/proc/self/status"
	if os.WriteFile(clear, []byte("5"), 0) != nil {
		t.Skip("only Linux counts a process's most memory since a moment")
	}
	for _, wide := range []float64{180, 85} {
		doc, photos := fortyPhotos(t, wide)
		debug.FreeOSMemory()
		os.WriteFile(clear, []byte("5"), 0) // 5: forget the peak so far (proc(5))
		if err := pdf.Write(t.Context(), io.Discard, doc, photos, pdf.Options{}); err != nil {
			t.Fatal(err)
		}
		raw, err := os.ReadFile(status)
		if err != nil {
			t.Fatal(err)
		}
		_, after, _ := strings.Cut(string(raw), "VmHWM:")
		var kilobytes int
		fmt.Sscan(after, &kilobytes)
		t.Logf("at %v mm: %d MB", wide, kilobytes/1024)
		if kilobytes > 200*1024 {
			t.Errorf("at %v mm the most memory was %d MB", wide, kilobytes/1024)
		}
	}
}
