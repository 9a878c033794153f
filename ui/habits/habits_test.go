package habits_test

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"bantin/ui/habits"
)

func TestHabitsComeBack(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bantin", "desk.json")
	h := habits.Read(path)
	h.SetString("author", "Mai Thắm")
	h.SetFloat("width", 1360.5)
	h.SetBool("shut", true)
	h.SetInt("creep", 120)
	h.SetStringList("recent", []string{"/a.bantin", "/b.bantin"})
	if err := h.Flush(); err != nil {
		t.Fatal(err)
	}
	h = habits.Read(path)
	if got := h.String("author"); got != "Mai Thắm" {
		t.Errorf("author %q", got)
	}
	if got := h.FloatWithFallback("width", 1); got != 1360.5 {
		t.Errorf("width %v", got)
	}
	if got := h.Int("creep"); got != 120 {
		t.Errorf("creep %d", got)
	}
	if !h.Bool("shut") || h.Bool("other") || !h.BoolWithFallback("other", true) {
		t.Error("a choice is another one")
	}
	if got := h.StringList("recent"); !reflect.DeepEqual(got, []string{"/a.bantin", "/b.bantin"}) {
		t.Errorf("recent %q", got)
	}
	if got := h.StringWithFallback("width", "wide"); got != "wide" {
		t.Errorf("a number is the text %q", got)
	}
}

func TestABrokenFileIsAFirstStart(t *testing.T) {
	for _, broken := range []string{"", "null", "[1", "{\"author\":"} {
		path := filepath.Join(t.TempDir(), "desk.json")
		if err := os.WriteFile(path, []byte(broken), 0o600); err != nil {
			t.Fatal(err)
		}
		h := habits.Read(path)
		if got := h.String("author"); got != "" {
			t.Errorf("%q gave the author %q", broken, got)
		}
		h.SetString("author", "An")
		if err := h.Flush(); err != nil {
			t.Fatal(err)
		}
		if got := habits.Read(path).String("author"); got != "An" {
			t.Errorf("after %q the author is %q", broken, got)
		}
	}
}

func TestWhatCannotBeWrittenIsOfThisRun(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"", filepath.Join(file, "desk.json")} {
		h := habits.Read(path)
		h.SetString("author", "An")
		_ = h.Flush() // which may fail
		if got := h.String("author"); got != "An" {
			t.Errorf("kept nowhere, the author is %q", got)
		}
	}
}
