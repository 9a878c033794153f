package illustration

import "testing"

func BenchmarkJPEG(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := JPEG("communal-house", 2400); err != nil {
			b.Fatal(err)
		}
	}
}
