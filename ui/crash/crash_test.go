package crash_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"bantin/ui/crash"
)

// TestMain is the program that crashes, when it is told to.
func TestMain(m *testing.M) {
	if folder := os.Getenv("CRASH_IN"); folder != "" {
		crash.Watch(folder, "Chương trình dừng đột ngột.", "9.9", time.Now())
		done := make(chan bool)
		go func() { panic("mất giấy") }() // on a goroutine that nobody watches
		<-done
	}
	os.Exit(m.Run())
}

func TestACrashLeavesAReport(t *testing.T) {
	folder := t.TempDir()
	program := exec.Command(os.Args[0])
	program.Env = append(os.Environ(), "CRASH_IN="+folder)
	if program.Run() == nil {
		t.Fatal("the program did not crash")
	}
	last, calm := crash.Watch(folder, "Chương trình dừng đột ngột.", "9.9", time.Now())
	raw, err := os.ReadFile(last)
	if err != nil {
		t.Fatal(err)
	}
	if first, _, _ := strings.Cut(string(raw), "\n"); first != "Chương trình dừng đột ngột." {
		t.Errorf("the report begins with %q", first)
	}
	for _, want := range []string{"Bản Tin 9.9", "mất giấy", "crash_test.go"} {
		if !strings.Contains(string(raw), want) {
			t.Errorf("no %q in the report:\n%s", want, raw)
		}
	}
	calm()
	if again, calm := crash.Watch(folder, "Chương trình dừng đột ngột.", "9.9", time.Now()); again != "" {
		t.Errorf("a good end left %s", again)
	} else {
		calm()
	}
}

func TestAPowerCutIsNoCrash(t *testing.T) {
	folder := t.TempDir()
	crash.Watch(folder, "Chương trình dừng đột ngột.", "9.9", time.Now())
	if last, _ := crash.Watch(folder, "Chương trình dừng đột ngột.", "9.9", time.Now()); last != "" {
		t.Errorf("report %s of nothing", last)
	}
}

func TestAPanicThatWasCaughtIsReportedToo(t *testing.T) {
	folder := t.TempDir()
	crash.Watch(folder, "Chương trình dừng đột ngột.", "9.9", time.Now())
	crash.Write(folder, "mất mực", []byte("main.go:1"))
	last, _ := crash.Watch(folder, "Chương trình dừng đột ngột.", "9.9", time.Now())
	if raw, err := os.ReadFile(last); err != nil || !strings.Contains(string(raw), "mất mực") {
		t.Errorf("%v\n%s", err, raw)
	}
}
