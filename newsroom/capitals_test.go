package newsroom_test

import (
	"os"
	"path/filepath"
	"testing"
)

// TestNamesThatDifferInCapitals: a folder that tells capitals apart may hold
// both; each PC goes on under its own.
func TestNamesThatDifferInCapitals(t *testing.T) {
	folder := t.TempDir()
	first, second := newPC(t, folder, "Máy 1"), newPC(t, folder, "Máy 2")
	first.write("a")
	first.exchange()
	second.write("b")
	second.exchange()
	if err := os.Rename(filepath.Join(folder, "Máy 2.bantin"), filepath.Join(folder, "máy 1.bantin")); err != nil {
		t.Fatal(err)
	}
	if files(t, folder) != "Máy 1.bantin, máy 1.bantin" {
		t.Skip("this folder does not tell capitals apart")
	}
	for range 24 { // which of the two was found first hung on chance
		first.write("c")
		if e := first.exchange(); e.Published != "Máy 1.bantin" {
			t.Fatalf("published as %q", e.Published)
		}
	}
}
