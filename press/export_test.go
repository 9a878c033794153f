package press_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"bantin/export/impose"
	"bantin/export/pdf"
	"bantin/press"
)

// everyWay is each way in which an issue can be written.
func everyWay() map[string]press.Job {
	return map[string]press.Job{
		"print": {Profile: pdf.Print}, "marks": {Profile: pdf.Print, Marks: true},
		"office": {Profile: pdf.Office}, "booklet": {Profile: pdf.Office, Booklet: true},
		"booklet on A4": {Profile: pdf.Office, Booklet: true, Paper: impose.A4},
		"screen":        {Profile: pdf.Screen}, "pages": {Profile: pdf.Screen, Pages: press.Pages{{First: 2, Last: 4}}},
	}
}

// TestSameIssueSameBytes exports the sample twice, each way.
func TestSameIssueSameBytes(t *testing.T) {
	f, issue := filled(t)
	dir := t.TempDir()
	for name, job := range everyWay() {
		job.Issue = issue
		var files [2][]byte
		for i := range files {
			out := filepath.Join(dir, "a.pdf")
			if _, err := press.Export(t.Context(), f, job, out, nil); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			files[i], _ = os.ReadFile(out)
		}
		if said, err := exec.Command("qpdf", "--check", filepath.Join(dir, "a.pdf")).CombinedOutput(); err != nil {
			t.Errorf("%s: %v: %s", name, err, said)
		}
		if len(files[0]) == 0 || !bytes.Equal(files[0], files[1]) {
			t.Errorf("%s: two exports differ", name)
		}
	}
}

// TestStoppedExportLeavesTheOldFile stops at every third step of the way.
func TestStoppedExportLeavesTheOldFile(t *testing.T) {
	f, issue := filled(t)
	dir := t.TempDir()
	out := filepath.Join(dir, "ban-tin.pdf")
	before := []byte("%PDF-1.4 of last month")
	if err := os.WriteFile(out, before, 0o600); err != nil {
		t.Fatal(err)
	}
	steps := 1
	for at := 0; at == 0 || at < steps-1; at += 3 {
		ctx, stop := context.WithCancel(t.Context())
		_, err := press.Export(ctx, f, press.Job{Issue: issue}, out, func(done, total int) {
			steps = total
			if done > at {
				stop()
			}
		})
		stop()
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("stopped at step %d of %d: %v", at, steps, err)
		}
		after, err := os.ReadFile(out)
		if err != nil || !bytes.Equal(before, after) {
			t.Fatalf("stopped at step %d: the old file is gone (%v)", at, err)
		}
		if left, _ := os.ReadDir(dir); len(left) != 1 {
			t.Fatalf("stopped at step %d: something is left over: %v", at, left)
		}
	}
	if steps < 4 {
		t.Errorf("only %d steps were told", steps)
	}
}
